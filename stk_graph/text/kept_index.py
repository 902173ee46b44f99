"""The index of terms as a file of this package: reading it takes a tenth of building it."""

from functools import cache
from pathlib import Path

import msgspec

from stk_graph.kept import Kept
from stk_graph.text.term_index import Term, TermIndex, built_index
from stk_graph.vocabulary.load import DATA as VOCABULARY

DATA = Path(__file__).parent / "data"
MADE_FROM = (
    "synonyms.csv",
    "target_groups.csv",
    "ambiguous.csv",
    "case_words.csv",
    "compound_heads.csv",
)


class _Places(msgspec.Struct):
    """A ``TermIndex`` in which a number in place of a term is its place in ``terms``."""

    terms: list[Term]
    whole: dict[str, int]
    roots: dict[str, int]
    abbreviations: dict[str, int]
    modifiers: dict[str, int]
    beginnings: frozenset[str]
    openings: set[str]
    halves: dict[str, list[str]]


def _prepared_places() -> _Places:
    index = built_index()
    named = (index.whole, index.roots, index.abbreviations, index.modifiers)
    terms = list(dict.fromkeys(term for each in named for term in each.values()))
    places = {term: place for place, term in enumerate(terms)}
    whole, roots, abbreviations, modifiers = (
        {name: places[term] for name, term in each.items()} for each in named
    )
    return _Places(
        terms=terms,
        whole=whole,
        roots=roots,
        abbreviations=abbreviations,
        modifiers=modifiers,
        beginnings=index.beginnings,
        openings=index.openings,
        halves=index.halves,
    )


KEPT = Kept(
    DATA / "term_index.json",
    tuple(VOCABULARY / name for name in MADE_FROM),
    _Places,
    _prepared_places,
)


@cache
def term_index() -> TermIndex:
    """The index over all terms and German labels, from the file if it is up to date."""
    kept = KEPT.value()
    return TermIndex(
        whole=_with_terms(kept.whole, kept.terms),
        roots=_with_terms(kept.roots, kept.terms),
        abbreviations=_with_terms(kept.abbreviations, kept.terms),
        beginnings=kept.beginnings,
        modifiers=_with_terms(kept.modifiers, kept.terms),
        ordered=sorted(kept.whole),
        openings=kept.openings,
        halves=kept.halves,
    )


def _with_terms(places: dict[str, int], terms: list[Term]) -> dict[str, Term]:
    return {name: terms[place] for name, place in places.items()}
