"""Small signs in a case text: urgency, cost, access, who takes part, which language."""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from stk_graph.knowledge import About, Evidence
from stk_graph.knowledge.phrases import Pattern, Places, pattern_of
from stk_graph.text.words import Word

DATA = Path(__file__).parent / "data"
SPEAKS = ("sprich", "spreche", "sprech", "versteh", "nur", "auf", "muttersprach", "redet")
SPEAKING = ("sprachig", "sprechend")
NEAR = 4
WITHIN = frozenset({"in", "im", "an", "am", "bei", "beim"})
ARTICLES = frozenset({"der", "dem", "unserer", "unserem", "einer", "einem", "die", "den"})
CLEARLY = 0.5
"""Weight from which a word names a kind and not only hints at it."""
GROUP = "for:"
"""Signs that begin so stand for the target group they name."""


@cache
def _signs() -> dict[str, tuple[Pattern, ...]]:
    with (DATA / "signs.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["sign"]: tuple(map(pattern_of, row["phrases"].split("|")))
            for row in csv.DictReader(lines)
        }


@cache
def _languages() -> dict[str, tuple[str, bool]]:
    """Folded name of a language → its code, and whether it is also a school subject."""
    with (DATA / "languages.csv").open(encoding="utf-8", newline="") as lines:
        return {
            name: (row["code"], row["also_a_subject"] == "yes")
            for row in csv.DictReader(lines)
            for name in row["names"].split("|")
        }


def signs_in(words: list[Word]) -> frozenset[str]:
    """Names of the signs (first column of signs.csv) that stand in the text."""
    places = Places(words)
    return frozenset(
        name
        for name, patterns in _signs().items()
        if any(places.span(pattern) is not None for pattern in patterns)
    )


def groups_in(signs: Iterable[str]) -> list[str]:
    """The target groups that signs stand for."""
    return sorted(sign.removeprefix(GROUP) for sign in signs if sign.startswith(GROUP))


class Named(msgspec.Struct, frozen=True):
    """Offer kinds that words name: what is asked for, and where it takes place."""

    asked: frozenset[str]
    places: frozenset[str]


def kinds_named(words: list[Word], evidence: Iterable[Evidence]) -> Named:
    """What "Nachhilfe in der Bücherei" asks for, and what it only names as the place.

    A place that nothing else is asked of is asked for itself: "ein Platz in der Kita".
    """
    at = {word.start: index for index, word in enumerate(words)}
    inside: dict[str, bool] = {}
    for item in evidence:
        if item.about is About.OFFER_KIND and item.weight >= CLEARLY:
            is_place = _follows_in(words, at.get(item.start, 0))
            inside[item.key] = inside.get(item.key, True) and is_place
    places = frozenset(kind for kind, is_place in inside.items() if is_place)
    asked = inside.keys() - places
    return Named(frozenset(asked), places) if asked else Named(places, frozenset())


def _follows_in(words: list[Word], index: int) -> bool:
    before = [word.folded for word in words[max(0, index - 2) : index]]
    if before and before[-1] in ARTICLES:
        before.pop()
    return bool(before) and before[-1] in WITHIN


def language_in(words: list[Word]) -> str | None:
    """Code of the language somebody speaks: "spricht nur Arabisch", "türkischsprachig".

    "eine türkische Familie" says nothing about a language, "Nachhilfe in Englisch" neither.
    """
    for at, word in enumerate(words):
        for name, (code, is_subject) in _languages().items():
            if not word.folded.startswith(name):
                continue
            rest = word.folded[len(name) :]
            around = words[max(0, at - NEAR) : at] + words[at + 1 : at + 3]
            spoken = any(other.folded.startswith(SPEAKS) for other in around)
            if rest.startswith(SPEAKING) or (not rest and (spoken or not is_subject)):
                return code
    return None
