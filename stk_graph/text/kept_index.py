"""The index of terms as a file of this package: reading it takes a tenth of building it."""

from functools import cache
from pathlib import Path

import msgspec

from stk_graph.drawers import Closed, Drawers, Table, closed
from stk_graph.kept import Kept
from stk_graph.vocabulary.load import DATA as VOCABULARY

DATA = Path(__file__).parent / "data"
MADE_FROM = (
    "synonyms.csv",
    "target_groups.csv",
    "ambiguous.csv",
    "case_words.csv",
    "compound_heads.csv",
)


PREFIX = 4
MIN_TYPO = 8


class Term(msgspec.Struct, frozen=True, array_like=True):
    """A term with what it means.

    ``key`` and ``kind`` as in synonyms.csv; key None = the term is only in ambiguous.csv.
    ``question`` is the term of ambiguous.csv whose row says what decides, None = it decides alone.
    ``words`` counts its words, ``joined`` is the folded term without blanks. ``rigid`` = a name in
    capitals, which has no endings; ``noun`` = in lower case it is another word.
    """

    key: str | None
    kind: str
    term: str
    words: int
    joined: str
    question: str | None
    rigid: bool
    noun: bool


class _Kept(msgspec.Struct):
    """A ``term_index.BuiltIndex`` in which a number in place of a term is its place in ``terms``.

    The terms are JSON, which is read when a text has one.
    """

    terms: list[msgspec.Raw]
    whole: Closed
    roots: Closed
    abbreviations: Closed
    modifiers: Closed
    beginnings: frozenset[str]
    openings: frozenset[str]
    halves: Closed


def _prepared_index() -> _Kept:
    from stk_graph.text.term_index import built_index

    index = built_index()
    named = (index.whole, index.roots, index.abbreviations, index.modifiers)
    terms = list(dict.fromkeys(term for each in named for term in each.values()))
    places = {term: place for place, term in enumerate(terms)}
    whole, roots, abbreviations, modifiers = (
        closed({name: places[term] for name, term in each.items()}) for each in named
    )
    return _Kept(
        terms=[msgspec.Raw(msgspec.json.encode(term)) for term in terms],
        whole=whole,
        roots=roots,
        abbreviations=abbreviations,
        modifiers=modifiers,
        beginnings=index.beginnings,
        openings=index.openings,
        halves=closed(index.halves),
    )


KEPT = Kept(
    DATA / "term_index.json",
    tuple(VOCABULARY / name for name in MADE_FROM),
    _Kept,
    _prepared_index,
)


class _Terms:
    """Terms by their names, each read when its name is first asked for."""

    def __init__(self, places: Drawers[int], terms: list[msgspec.Raw]) -> None:
        self._places = places
        self._terms = terms
        self._read: dict[int, Term] = {}

    def get(self, name: str, /) -> Term | None:
        place = self._places.get(name)
        if place is None:
            return None
        found = self._read.get(place)
        if found is None:
            found = self._read[place] = msgspec.json.decode(self._terms[place], type=Term)
        return found


class TermIndex(msgspec.Struct, frozen=True):
    """As ``term_index.BuiltIndex``, read from the file part by part."""

    whole: Table[Term]
    roots: Table[Term]
    abbreviations: Table[Term]
    modifiers: Table[Term]
    beginnings: frozenset[str]
    halves: Table[list[str]]
    _openings: frozenset[str]
    _joined: Drawers[int]

    def goes_on(self, short: str, roots: str) -> bool:
        """Whether a term may go on after words that are joined, the last without its ending.

        ``roots`` are the joined roots of the same words.
        """
        if len(short) <= PREFIX:
            begins = short in self.beginnings
        else:
            begins = any(joined.startswith(short) for joined in self._joined.part(short))
        return begins or roots in self._openings


@cache
def term_index() -> TermIndex:
    """The index over all terms and German labels, from the file if it is up to date."""
    kept = KEPT.value()
    joined = Drawers(kept.whole, int)
    return TermIndex(
        whole=_Terms(joined, kept.terms),
        roots=_Terms(Drawers(kept.roots, int), kept.terms),
        abbreviations=_Terms(Drawers(kept.abbreviations, int), kept.terms),
        modifiers=_Terms(Drawers(kept.modifiers, int), kept.terms),
        beginnings=kept.beginnings,
        halves=Drawers(kept.halves, list[str]),
        _openings=kept.openings,
        _joined=joined,
    )
