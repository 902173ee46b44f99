"""Invented offers in German, as many as wanted: the ground of the large measurements.

The same seed gives the same offers. Words are drawn so that few are common and many are rare, as in
real texts, and the number of different words grows with the number of offers.
"""

import random
import tomllib
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

WORDS = {
    name: [word.strip() for word in text.split(",")]
    for name, text in tomllib.loads(
        Path(__file__).with_name("synthetic_words.toml").read_text(encoding="utf-8")
    ).items()
}
LINKS = ("", "s", "n")
RARE_WORDS = 0.11
"""Share of offers with a word that hardly comes twice."""

POSTAL_CODES = range(60300, 60800)


class SyntheticOffer(NamedTuple):
    """The texts of an invented offer."""

    title: str
    description: str
    organisation: str
    person: str
    address: str
    targets: str


def offers(number: int, seed: int = 11) -> Iterator[SyntheticOffer]:
    """``number`` invented offers."""
    draw = random.Random(seed)
    subjects = _common_first(_words_of_kinds())
    filling = _common_first(WORDS["filling"])
    families = _common_first(
        [start + end for start in WORDS["family_starts"] for end in WORDS["family_ends"]]
    )
    places = [a.capitalize() + b for a in WORDS["syllables"] for b in WORDS["syllables"] if a != b]
    for _offer in range(number):
        first, second = _drawn(draw, subjects, 2)
        place = draw.choice(places)
        extra = draw.choice(("", f" für {draw.choice(WORDS['targets'])}", f" {place}"))
        yield SyntheticOffer(
            title=f"{first}{extra}",
            description=_sentence(draw, filling, second),
            organisation=f"{draw.choice(WORDS['carriers'])} {draw.choice(places)}",
            person=f"{draw.choice(WORDS['first_names'])} {_family(draw, families)}",
            address=_address(draw, places),
            targets=", ".join(draw.sample(WORDS["targets"], draw.randint(1, 2))),
        )


Weighted = tuple[list[str], list[float]]


def _words_of_kinds() -> list[str]:
    return [
        kind + link + head for link in LINKS for kind in WORDS["kinds"] for head in WORDS["heads"]
    ]


def _common_first(words: list[str]) -> Weighted:
    """Words with summed weights: the n-th is about 1/n as common as the first."""
    mixed = list(words)
    random.Random(5).shuffle(mixed)
    return mixed, list(accumulate(1 / (n + 2) for n in range(len(mixed))))


def _drawn(draw: random.Random, weighted: Weighted, number: int) -> list[str]:
    return draw.choices(weighted[0], cum_weights=weighted[1], k=number)


def _sentence(draw: random.Random, filling: Weighted, subject: str) -> str:
    words = _drawn(draw, filling, draw.randint(10, 18))
    words.insert(draw.randrange(len(words)), subject)
    if draw.random() < RARE_WORDS:
        words.append(_rare(draw))
    return " ".join(words)


def _family(draw: random.Random, families: Weighted) -> str:
    name = _drawn(draw, families, 1)[0]
    return f"{name}-{_rare(draw)}" if draw.random() < 0.05 else name


def _rare(draw: random.Random) -> str:
    """A word that hardly comes twice, as names of projects and rooms are."""
    return "".join(draw.choices(WORDS["syllables"], k=draw.randint(3, 4))).capitalize()


def _address(draw: random.Random, places: list[str]) -> str:
    street = draw.choice(places) + draw.choice(WORDS["streets"])
    return f"{street} {draw.randint(1, 180)} {draw.choice(POSTAL_CODES)} {draw.choice(places)}"
