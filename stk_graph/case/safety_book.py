"""The written signs of danger: groups of words that stand for one thing, and what together alarms.

``safety.csv`` names groups of words (a child, a weapon, being locked in), ``safety_phrases.csv``
combines them. A slot is a group in capitals, or words written as they are in the groups: each the
folded beginning of a word of the text; up to three letters are a whole word; ``=`` before it: the
whole word, ``-``: its end, ``*``: anywhere in it. Between two words of a slot at most one other
word may stand. ``@minor`` is any age below 18.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from stk_graph.kept import Kept
from stk_graph.text.words import Word
from stk_graph.times.age_mention_kinds import AgeMention

DATA = Path(__file__).parent / "data"
SHORT = 3
ADULT = 18
MINOR_AGE = "@minor"
WHOLE, END, ANYWHERE = "=", "-", "*"
UNDO, SETTING = "undo", "setting"
GAP = 2
"""Words of one slot follow each other with at most one other word between two."""

Span = tuple[int, int]


class Sign(msgspec.Struct, frozen=True, array_like=True):
    """``slots`` within reach of each other mean ``about`` with ``weight`` (0 to 1)."""

    about: str
    weight: float
    slots: tuple[str, ...]


Way = tuple[str, tuple[str, ...]]
"""A slot, and the words by which it is filled behind the first one."""


class Book(msgspec.Struct, frozen=True):
    """All signs, and the ways each slot is written, by their first word.

    The ways are JSON, which is read when their first word turns up: a text has few of them.
    """

    signs: tuple[Sign, ...]
    begun: dict[str, msgspec.Raw]
    endings: tuple[str, ...]
    infixes: tuple[str, ...]

    def ways(self, first: str) -> list[Way]:
        """The slots that begin with a word as written in the files, and their further words."""
        return msgspec.json.decode(self.begun[first], type=list[Way])


def _prepared_book() -> Book:
    ways = dict(_groups())
    signs = tuple(_signs())
    for sign in signs:
        for slot in sign.slots:
            if slot not in ways:
                ways[slot] = (slot,)
    begun: dict[str, list[Way]] = {}
    for slot, written in ways.items():
        for way in written:
            words = tuple(way.split(" "))
            begun.setdefault(_whole_if_short(words[0]), []).append((slot, words[1:]))
    return Book(
        signs,
        {first: msgspec.Raw(msgspec.json.encode(ways)) for first, ways in begun.items()},
        tuple(first for first in begun if first[0] == END),
        tuple(first for first in begun if first[0] == ANYWHERE),
    )


KEPT = Kept(
    DATA / "safety.json",
    (DATA / "safety.csv", DATA / "safety_phrases.csv"),
    Book,
    _prepared_book,
)


@cache
def book() -> Book:
    """The signs of both files, read on first use."""
    return KEPT.value()


def _groups() -> Iterator[tuple[str, tuple[str, ...]]]:
    with (DATA / "safety.csv").open(encoding="ascii", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["group"].upper(), tuple(row["words"].split("|"))


def _signs() -> Iterator[Sign]:
    with (DATA / "safety_phrases.csv").open(encoding="ascii", newline="") as lines:
        for row in csv.DictReader(lines):
            for written in row["slots"].split("|"):
                yield Sign(row["about"], float(row["weight"]), tuple(written.split("+")))


def _whole_if_short(written: str) -> str:
    marked = written[0] in (WHOLE, END, ANYWHERE, MINOR_AGE[0])
    return written if marked or len(written) > SHORT else WHOLE + written


class Slots:
    """Where in a text the slots of the book are filled; ``ages`` are those it names."""

    def __init__(self, words: list[Word], ages: Iterable[AgeMention]) -> None:
        self.folded = [word.folded for word in words]
        self.opens = [word.first for word in words]
        self.filled: dict[str, list[Span]] = {}
        for at in range(len(words)):
            for first in self._firsts(self.folded[at]):
                for slot, rest in book().ways(first):
                    last = self._last(at, rest)
                    if last is not None:
                        self.filled.setdefault(slot, []).append((at, last))
        self._fill_ages(words, ages)

    @staticmethod
    def _firsts(folded: str) -> Iterator[str]:
        """The first words of slots that a word of the text fits."""
        begun, endings, infixes = book().begun, book().endings, book().infixes
        if WHOLE + folded in begun:
            yield WHOLE + folded
        yield from (
            folded[:size] for size in range(SHORT + 1, len(folded) + 1) if folded[:size] in begun
        )
        yield from (ending for ending in endings if folded.endswith(ending[1:]))
        yield from (infix for infix in infixes if infix[1:] in folded)

    def _last(self, at: int, rest: tuple[str, ...]) -> int | None:
        for written in rest:
            found = self._next(at, written)
            if found is None:
                return None
            at = found
        return at

    def _next(self, at: int, written: str) -> int | None:
        """Index of a word close behind ``at``, in the same sentence, that fits."""
        for index in range(at + 1, min(at + 1 + GAP, len(self.folded))):
            if self.opens[index]:
                return None
            if fits(written, self.folded[index]):
                return index
        return None

    def _fill_ages(self, words: list[Word], ages: Iterable[AgeMention]) -> None:
        for mention in ages:
            if mention.high is not None and mention.high < ADULT:
                spans = [
                    (at, at)
                    for at, word in enumerate(words)
                    if mention.start <= word.start < mention.end
                ]
                for slot, _rest in book().ways(MINOR_AGE):
                    self.filled.setdefault(slot, []).extend(spans)


def fits(written: str, folded: str) -> bool:
    """Whether a word as written in the files means the folded word of a text."""
    written = _whole_if_short(written)
    mark, plain = written[0], written[1:]
    if mark == WHOLE:
        return folded == plain
    if mark == END:
        return folded.endswith(plain)
    if mark == ANYWHERE:
        return plain in folded
    return folded.startswith(written)
