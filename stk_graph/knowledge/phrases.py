"""Everyday words, symptoms, wishes and stories: patterns of word beginnings that mean something.

A pattern is one or more parts joined by ``+``, found in any order within ``WINDOW`` words. A part
is one word or several that follow each other. Each word is the folded beginning of a word of the
text; ``=`` before it: the whole word; ``*``: anywhere in a word; a capital: only as a noun, so that
"Sucht" is not "sucht"; ``!``: must not stand in the text. Up to three letters are whole words or
inflected.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from stk_graph.knowledge.evidence import About, Evidence, Prepared, Use
from stk_graph.text.fold import fold
from stk_graph.text.inflection import ENDINGS
from stk_graph.text.words import Word
from stk_graph.vocabulary import occasions

DATA = Path(__file__).parent / "data"
WINDOW = 12
SHORT = 3
LONGEST_BEGINNING = 24
TRIGGER_WEIGHT = 0.7
TRIGGER_OF_MORE_PARTS = 0.8
NO_WORDS = ("nicht", "kein", "ohne", "nie", "kaum", "noch", "niemand", "zu")

_NOUN_FOLLOWS = frozenset({"und", "in", "im", "oder", "bei", "von", "am"})

Part = tuple[str, ...]


class Pattern(NamedTuple):
    """``parts`` in any order mean ``key``, unless one of the ``absent`` words is in the text."""

    parts: tuple[Part, ...]
    absent: tuple[str, ...]
    about: About
    key: str
    weight: float
    use: Use | None
    firm: bool

    @property
    def anchor(self) -> str:
        """The longest word of the pattern that can be looked up."""
        words = [word for part in self.parts for word in part]
        plain = [word for word in words if word[0] not in "*"]
        return max(plain, key=len) if plain else words[0]


class PhraseBook(NamedTuple):
    """Patterns by anchor; ``infixes`` are anchors that may stand anywhere in a word."""

    by_anchor: dict[str, list[Pattern]]
    infixes: tuple[str, ...]


def _parsed(written: str, about: About, key: str, weight: float, use: Use | None) -> Pattern:
    parts: list[Part] = []
    absent: list[str] = []
    for part in written.split("+"):
        if part[0] == "!":
            absent.append(fold(part[1:]))
        else:
            parts.append(tuple(_word(word) for word in part.split()))
    firm = any(word.lstrip("=").startswith(NO_WORDS) for part in parts for word in part)
    return Pattern(tuple(parts), tuple(absent), about, key, weight, use, firm)


def pattern_of(written: str) -> Pattern:
    """A pattern that means nothing by itself, for other lists of words."""
    return _parsed(written, About.OCCASION, "", 1.0, None)


def _word(written: str) -> str:
    return "^" + fold(written) if written[0].isupper() else fold(written)


def _file_rows() -> Iterator[Pattern]:
    with (DATA / "phrases.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            about = About(row["type"])
            use = None if row["where"] == "both" else Use(row["where"])
            for written in row["phrases"].split("|"):
                yield _parsed(written, about, row["key"], float(row["weight"]), use)


def _trigger_rows() -> Iterator[Pattern]:
    for row in occasions().values():
        for written in row.triggers:
            weight = TRIGGER_OF_MORE_PARTS if "+" in written else TRIGGER_WEIGHT
            for spelling in _spellings(written):
                yield _parsed(spelling, About.OCCASION, row.key, weight, Use.CASE)


def _spellings(written: str) -> Iterator[str]:
    """A trigger as it stands; a hyphen in it also joins two words."""
    yield written.replace("-", " ")


@cache
def phrase_book() -> PhraseBook:
    """All patterns of phrases.csv and of the triggers in occasions.csv, read on first use."""
    by_anchor: dict[str, list[Pattern]] = {}
    for pattern in (*_file_rows(), *_trigger_rows()):
        by_anchor.setdefault(pattern.anchor, []).append(pattern)
    infixes = tuple(anchor for anchor in by_anchor if anchor[0] == "*")
    return PhraseBook(by_anchor, infixes)


class Places:
    """Where in a text the words of patterns stand."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.beginnings: dict[str, list[int]] = {}
        for index, word in enumerate(words):
            for length in range(1, min(len(word.folded), LONGEST_BEGINNING) + 1):
                self.beginnings.setdefault(word.folded[:length], []).append(index)
        self.known: dict[str, list[int]] = {}

    def of(self, wanted: str) -> list[int]:
        """Indexes of the words that a word of a pattern means."""
        found = self.known.get(wanted)
        if found is None:
            found = self.known[wanted] = self._find(wanted)
        return found

    def _find(self, wanted: str) -> list[int]:
        mark, plain = wanted[0], wanted[1:]
        if mark == "*":
            return [at for at, word in enumerate(self.words) if plain in word.folded]
        if mark == "=":
            begun = self.beginnings.get(plain, [])
            return [at for at in begun if self.words[at].folded == plain]
        if mark == "^":
            return [at for at in self.beginnings.get(plain, []) if self._is_noun(at)]
        begun = self.beginnings.get(wanted, [])
        if len(wanted) > SHORT:
            return begun
        return [at for at in begun if self.words[at].folded[len(wanted) :] in ("", *ENDINGS)]

    def _is_noun(self, at: int) -> bool:
        word = self.words[at]
        if not word.capital or not word.first:
            return word.capital
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        return following is None or following.folded in _NOUN_FOLLOWS

    def of_part(self, part: Part) -> list[tuple[int, int]]:
        """First and last index of every place where the words of a part follow each other."""
        return [
            (at, at + len(part) - 1)
            for at in self.of(part[0])
            if all(at + step in self.of(word) for step, word in enumerate(part) if step)
        ]

    def span(self, pattern: Pattern) -> tuple[int, int] | None:
        """The narrowest place of all parts of a pattern, by the place of its first part."""
        if any(self.of(word) for word in pattern.absent):
            return None
        places = [self.of_part(part) for part in pattern.parts]
        if not all(places):
            return None
        spans = (self._around(place, places[1:]) for place in places[0])
        fitting = [span for span in spans if span is not None]
        return min(fitting, key=lambda span: span[1] - span[0]) if fitting else None

    @staticmethod
    def _around(
        place: tuple[int, int], others: Iterable[list[tuple[int, int]]]
    ) -> tuple[int, int] | None:
        first, last = place
        taken = [place]
        for candidates in others:
            free = [
                other
                for other in candidates
                if all(other[1] < used[0] or used[1] < other[0] for used in taken)
            ]
            if not free:
                return None
            nearest = min(free, key=lambda other: abs(other[0] - place[0]))
            taken.append(nearest)
            first, last = min(first, nearest[0]), max(last, nearest[1])
        return (first, last) if last - first <= WINDOW else None


class Phrases:
    """The source of evidence that reads phrases.csv and the triggers of the occasions."""

    def evidence(self, prepared: Prepared) -> list[Evidence]:
        """Evidence of all patterns in the text."""
        places = Places(prepared.words)
        found: list[Evidence] = []
        for pattern in _patterns_near(places):
            span = places.span(pattern) if pattern.use in (None, prepared.use) else None
            if span is not None:
                found.append(_evidence(prepared, pattern, span))
        return found


def _evidence(prepared: Prepared, pattern: Pattern, span: tuple[int, int]) -> Evidence:
    start, end = prepared.words[span[0]].start, prepared.words[span[1]].end
    words = prepared.text[start:end]
    return Evidence(start, end, words, pattern.about, pattern.key, pattern.weight, pattern.firm)


def _patterns_near(places: Places) -> Iterator[Pattern]:
    book = phrase_book()
    for beginning in places.beginnings:
        for anchor in (beginning, "=" + beginning, "^" + beginning):
            yield from book.by_anchor.get(anchor, ())
    for anchor in book.infixes:
        if places.of(anchor):
            yield from book.by_anchor[anchor]
