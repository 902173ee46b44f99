"""The written signs of danger: groups of words that stand for one thing, and what together alarms.

``safety.csv`` names groups of words (a child, a weapon, being locked in), ``safety_phrases.csv``
combines them. A slot is a group in capitals, or words written as they are in the groups: each the
folded beginning of a word of the text; up to three letters are a whole word; ``=`` before it: the
whole word, ``-``: its end, ``*``: anywhere in it. Between two words of a slot at most one other
word may stand. ``@minor`` is any age below 18.
"""

import csv
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from stk_graph.drawers import Closed, Drawers, closed
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


class _Kept(msgspec.Struct):
    """The book as it lies in its file; ``signs`` by their first slot, with their places."""

    signs: Closed
    begun: Closed
    endings: tuple[str, ...]
    infixes: tuple[str, ...]


class Book:
    """All signs by their first slot, and the ways each slot is written by their first word."""

    def __init__(self, kept: _Kept) -> None:
        self._signs = Drawers(kept.signs, list[tuple[int, Sign]])
        self.begun = Drawers(kept.begun, list[Way])
        self.endings = kept.endings
        self.infixes = kept.infixes

    def signs(self, filled: Collection[str]) -> list[Sign]:
        """The signs of which all slots are ``filled``, in the order of the file."""
        found = [
            (place, sign)
            for first in filled
            for place, sign in self._signs.get(first) or ()
            if all(slot in filled for slot in sign.slots)
        ]
        return [sign for _place, sign in sorted(found)]


def _prepared_book() -> _Kept:
    ways = dict(_groups())
    signs: dict[str, list[tuple[int, Sign]]] = {}
    for place, sign in enumerate(signs_written()):
        signs.setdefault(sign.slots[0], []).append((place, sign))
        for slot in sign.slots:
            if slot not in ways:
                ways[slot] = (slot,)
    begun: dict[str, list[Way]] = {}
    for slot, written in ways.items():
        for way in written:
            words = tuple(way.split(" "))
            begun.setdefault(_whole_if_short(words[0]), []).append((slot, words[1:]))
    return _Kept(
        closed(signs),
        closed(begun),
        tuple(first for first in begun if first[0] == END),
        tuple(first for first in begun if first[0] == ANYWHERE),
    )


KEPT = Kept(
    DATA / "safety.json",
    (DATA / "safety.csv", DATA / "safety_phrases.csv"),
    _Kept,
    _prepared_book,
)


@cache
def book() -> Book:
    """The signs of both files, read on first use."""
    return Book(KEPT.value())


def _groups() -> Iterator[tuple[str, tuple[str, ...]]]:
    with (DATA / "safety.csv").open(encoding="ascii", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["group"].upper(), tuple(row["words"].split("|"))


def signs_written() -> Iterator[Sign]:
    """All signs of safety_phrases.csv."""
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
                for slot, rest in book().begun.get(first) or ():
                    last = self._last(at, rest)
                    if last is not None:
                        self.filled.setdefault(slot, []).append((at, last))
        self._fill_ages(words, ages)

    @staticmethod
    def _firsts(folded: str) -> Iterator[str]:
        """What the first word of a slot may be that a word of the text fits."""
        endings, infixes = book().endings, book().infixes
        yield WHOLE + folded
        yield from (folded[:size] for size in range(SHORT + 1, len(folded) + 1))
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
                for slot, _rest in book().begun.get(MINOR_AGE) or ():
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
