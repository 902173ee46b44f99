"""Everyday words, symptoms, wishes and stories: patterns of word beginnings that mean something.

A pattern is one or more parts joined by ``+``, found in any order within ``WINDOW`` words. A part
is one word or several that follow each other. Each word is the folded beginning of a word of the
text; ``=`` before it: the whole word; ``*``: anywhere in a word; a capital: only as a noun, so that
"Sucht" is not "sucht"; ``!``: must not stand in the text. Up to three letters are whole words or
inflected.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from stk_graph.drawers import Closed, Drawers, closed
from stk_graph.kept import Kept
from stk_graph.knowledge.evidence import About, Evidence, Prepared, Use
from stk_graph.text.fold import fold
from stk_graph.text.inflection import ENDINGS
from stk_graph.text.words import Word
from stk_graph.vocabulary import occasions
from stk_graph.vocabulary.load import DATA as VOCABULARY

DATA = Path(__file__).parent / "data"
WINDOW = 12
SHORT = 3
LONGEST_BEGINNING = 24
TRIGGER_WEIGHT = 0.7
TRIGGER_OF_MORE_PARTS = 0.8
NEVER_A_BEGINNING = frozenset({"nach", "noch", "nicht", "ohne", "mehr", "auch", "oder", "aber"})
ANYWHERE, WHOLE = "*", "="
NO_WORDS = ("nicht", "kein", "ohne", "nie", "kaum", "noch", "niemand", "zu")

_NOUN_FOLLOWS = frozenset({"und", "in", "im", "oder", "bei", "von", "am"})

Part = tuple[str, ...]


class Meant(msgspec.Struct, frozen=True, array_like=True):
    """What a row of phrases means; ``use`` None = in cases and in offers."""

    about: About
    key: str
    weight: float
    use: Use | None


class Pattern(msgspec.Struct, frozen=True):
    """``parts`` in any order mean something, unless one of the ``absent`` words is in the text.

    ``firm``: the pattern holds a word that says no itself. ``size`` is the number of its words.
    """

    parts: tuple[Part, ...]
    absent: tuple[str, ...]
    firm: bool
    size: int


class _Rows(msgspec.Struct):
    """The rows of both files by the first word of their phrases.

    ``written`` holds phrases with ``|`` between them, each behind the place of its meaning in
    ``meanings`` and a colon.
    """

    meanings: list[Meant]
    written: Closed
    infixes: tuple[str, ...]
    nouns: tuple[str, ...]


class PhraseBook:
    """Patterns by their first word, read as text and taken apart when that word turns up."""

    def __init__(self, rows: _Rows) -> None:
        self._meanings = rows.meanings
        self._written = Drawers(rows.written, str)
        self._parsed: dict[str, list[tuple[Pattern, Meant]]] = {}
        self.infixes = rows.infixes
        self.nouns = rows.nouns

    def beginning_with(self, first: str) -> Sequence[tuple[Pattern, Meant]]:
        """The patterns whose first word is ``first``, as written in the file.

        A word of no pattern leaves nothing behind.
        """
        joined = self._written.get(first)
        if joined is None:
            return ()
        found = self._parsed.get(first)
        if found is None:
            found = self._parsed[first] = list(self._read(joined))
        return found

    def _read(self, joined: str) -> Iterator[tuple[Pattern, Meant]]:
        for each in joined.split("|"):
            place, _colon, written = each.partition(":")
            yield pattern_of(written), self._meanings[int(place)]


def pattern_of(written: str) -> Pattern:
    """A pattern from the way it is written in a file; its words are ASCII."""
    parts: list[Part] = []
    absent: list[str] = []
    for part in written.split("+"):
        if part[0] == "!":
            absent.append(part[1:])
        else:
            parts.append(tuple(part.split(" ")))
    firm = any(word.lstrip("=").startswith(NO_WORDS) for part in parts for word in part)
    return Pattern(tuple(parts), tuple(absent), firm, sum(map(len, parts)))


def rows_of_phrases() -> Iterator[tuple[list[str], Meant]]:
    """The rows of phrases.csv: patterns as written, and what they mean."""
    with (DATA / "phrases.csv").open(encoding="ascii", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        for about, key, where, weight, phrases in rows:
            use = None if where == "both" else Use(where)
            yield phrases.split("|"), Meant(About(about), key, float(weight), use)


def _trigger_rows() -> Iterator[tuple[list[str], Meant]]:
    for row in occasions().values():
        for written in row.triggers:
            weight = TRIGGER_OF_MORE_PARTS if "+" in written else TRIGGER_WEIGHT
            meant = Meant(About.OCCASION, row.key, weight, Use.CASE)
            yield [fold(written).replace("-", " ")], meant


def _prepared_rows() -> _Rows:
    meanings: dict[Meant, int] = {}
    written: dict[str, list[str]] = {}
    for phrases, meant in (*rows_of_phrases(), *_trigger_rows()):
        place = meanings.setdefault(meant, len(meanings))
        for phrase in phrases:
            first = phrase.partition("+")[0].partition(" ")[0]
            written.setdefault(first, []).append(f"{place}:{phrase}")
    return _Rows(
        meanings=list(meanings),
        written=closed({first: "|".join(phrases) for first, phrases in written.items()}),
        infixes=tuple(first for first in written if first[0] == ANYWHERE),
        nouns=tuple(first for first in written if first[0].isupper()),
    )


KEPT = Kept(
    DATA / "phrases.json",
    (DATA / "phrases.csv", VOCABULARY / "occasions.csv"),
    _Rows,
    _prepared_rows,
)


@cache
def phrase_book() -> PhraseBook:
    """All patterns of phrases.csv and of the triggers in occasions.csv, read on first use."""
    return PhraseBook(KEPT.value())


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
        if mark == ANYWHERE:
            return [at for at, word in enumerate(self.words) if plain in word.folded]
        if mark == WHOLE:
            begun = self.beginnings.get(plain, [])
            return [at for at in begun if self.words[at].folded == plain]
        if mark.isupper():
            return [at for at in self.beginnings.get(wanted.lower(), []) if self._is_noun(at)]
        begun = self.beginnings.get(wanted, [])
        if len(wanted) > SHORT and wanted not in NEVER_A_BEGINNING:
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
        places: list[list[tuple[int, int]]] = []
        for part in reversed(pattern.parts):  # the first word is there, or nobody would ask
            places.insert(0, self.of_part(part))
            if not places[0]:
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
        for pattern, meant in _patterns_near(places):
            if meant.use in (None, prepared.use) and pattern.size <= len(prepared.words):
                span = places.span(pattern)
                if span is not None:
                    found.append(_evidence(prepared, meant, span, pattern.firm))
        return found


def _evidence(prepared: Prepared, meant: Meant, span: tuple[int, int], firm: bool) -> Evidence:
    start, end = prepared.words[span[0]].start, prepared.words[span[1]].end
    words = prepared.text[start:end]
    return Evidence(start, end, words, meant.about, meant.key, meant.weight, firm)


def _patterns_near(places: Places) -> Iterator[tuple[Pattern, Meant]]:
    book = phrase_book()
    for beginning in places.beginnings:
        yield from book.beginning_with(beginning)
        yield from book.beginning_with(WHOLE + beginning)
    for first in (*book.infixes, *book.nouns):
        if places.of(first):
            yield from book.beginning_with(first)
