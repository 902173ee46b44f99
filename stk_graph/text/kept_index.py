"""The index of terms as a file of this package: reading it takes a tenth of building it.

``make index`` writes the file. One that was made from other vocabulary files is not used.
"""

from functools import cache
from pathlib import Path
from zlib import crc32

import msgspec

from stk_graph.text.term_index import Term, TermIndex, built_index
from stk_graph.vocabulary.load import DATA as VOCABULARY

FILE = Path(__file__).parent / "data" / "term_index.json"
MADE_FROM = (
    "synonyms.csv",
    "target_groups.csv",
    "ambiguous.csv",
    "case_words.csv",
    "compound_heads.csv",
)


class _Kept(msgspec.Struct):
    """A ``TermIndex`` in which a number in place of a term is its place in ``terms``."""

    vocabulary: int
    terms: list[Term]
    whole: dict[str, int]
    roots: dict[str, int]
    abbreviations: dict[str, int]
    modifiers: dict[str, int]
    beginnings: frozenset[str]
    openings: set[str]
    halves: dict[str, list[str]]


@cache
def term_index() -> TermIndex:
    """The index over all terms and German labels, from the file if it is up to date."""
    return kept_index() or built_index()


def kept_index() -> TermIndex | None:
    """The index of the file; None if the vocabulary is another one or there is no file."""
    try:
        kept = msgspec.json.decode(FILE.read_bytes(), type=_Kept)
    except FileNotFoundError:
        return None
    if kept.vocabulary != _fingerprint():
        return None
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


def keep(index: TermIndex) -> None:
    """Writes the index to the file, in an order that does not change from run to run."""
    named = (index.whole, index.roots, index.abbreviations, index.modifiers)
    terms = list(dict.fromkeys(term for each in named for term in each.values()))
    places = {term: place for place, term in enumerate(terms)}
    whole, roots, abbreviations, modifiers = (
        {name: places[term] for name, term in each.items()} for each in named
    )
    kept = _Kept(
        vocabulary=_fingerprint(),
        terms=terms,
        whole=whole,
        roots=roots,
        abbreviations=abbreviations,
        modifiers=modifiers,
        beginnings=index.beginnings,
        openings=index.openings,
        halves=index.halves,
    )
    FILE.write_bytes(msgspec.json.encode(kept, order="sorted"))


def _with_terms(places: dict[str, int], terms: list[Term]) -> dict[str, Term]:
    return {name: terms[place] for name, place in places.items()}


def _fingerprint() -> int:
    total = 0
    for name in MADE_FROM:
        total = crc32((VOCABULARY / name).read_bytes(), total)
    return total
