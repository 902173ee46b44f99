"""What one place in a text speaks for, and the seam at which sources of such evidence join."""

import csv
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Protocol

import msgspec

from stk_graph.text.words import Word, words_of
from stk_graph.times.age_mention_kinds import AgeMention

DATA = Path(__file__).parent / "data"


class About(StrEnum):
    """What a piece of evidence names; a veto undoes all other evidence for its key in its words."""

    OFFER_KIND = "kind"
    OCCASION = "occasion"
    TARGET_GROUP = "group"
    VETO = "veto"


class Use(StrEnum):
    """Whether a text tells a case or describes an offer: people use other words for either."""

    CASE = "case"
    OFFER = "offer"


class Evidence(msgspec.Struct, frozen=True):
    """``text[start:end]``, which is ``words``, speaks for ``key`` with ``weight`` in 0 to 1.

    ``key`` is a key of synonyms.csv, occasions.csv or target_groups.csv, as ``about`` says.
    ``firm``: a word before it that says no belongs to it ("keine Wohnung") and does not undo it.
    ``by_name``: the words are a name of the key and more than a place where something happens.
    """

    start: int
    end: int
    words: str
    about: About
    key: str
    weight: float
    firm: bool = False
    by_name: bool = False


class Prepared(msgspec.Struct, frozen=True):
    """A text cut into words once for all sources; ``ages`` are those it names, None = not read."""

    text: str
    words: list[Word]
    use: Use
    ages: tuple[AgeMention, ...] | None = None


class Source(Protocol):
    """Anything that reads a text and says what it speaks for; a learned model is one more."""

    def evidence(self, prepared: Prepared) -> Iterable[Evidence]:
        """The evidence in the text, in any order."""
        ...


@cache
def _colloquial() -> dict[str, list[str]]:
    with (DATA / "colloquial.csv").open(encoding="utf-8", newline="") as lines:
        return {row["word"]: row["means"].split() for row in csv.DictReader(lines)}


def _in_standard_german(words: list[Word]) -> Iterator[Word]:
    """The words with "net" as nicht and "nimmer" as nicht mehr, each where it stands."""
    spoken = _colloquial()
    for word in words:
        for standard in spoken.get(word.folded, ()):
            yield msgspec.structs.replace(word, folded=standard)
        if word.folded not in spoken:
            yield word


def prepare(text: str, use: Use, ages: Iterable[AgeMention] | None = None) -> Prepared:
    """``text`` as all sources read it; ``ages`` if they were read before."""
    words = list(_in_standard_german(words_of(text)))
    return Prepared(text, words, use, None if ages is None else tuple(ages))
