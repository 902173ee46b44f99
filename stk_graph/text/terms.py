"""Finds the terms of the vocabulary in running text (domain model, section 2.3)."""

from collections.abc import Collection

import msgspec

from stk_graph.text.compounds import folded_heads
from stk_graph.text.fold import fold
from stk_graph.text.term_candidates import Candidate, How, candidates
from stk_graph.text.words import words_of
from stk_graph.vocabulary import AmbiguousRow, ambiguous, synonyms

KINDS_THAT_ARE_A_SIGN = frozenset({"offer_kind", "agency", "actor_kind", "target_group", "holiday"})


class TermHit(msgspec.Struct, frozen=True, kw_only=True):
    """A term found in a text.

    ``start`` and ``end`` are character positions in the text, ``term`` is the term as the
    vocabulary writes it. A term that does not decide alone has key None: ``candidates`` are the
    keys it may mean, and ``question`` says in German what decides.
    """

    key: str | None
    kind: str
    term: str
    start: int
    end: int
    how: How
    candidates: tuple[str, ...] = ()
    question: str | None = None

    @property
    def exact(self) -> bool:
        """Whether the text has the term as the vocabulary writes it, apart from case and blanks."""
        return self.how is How.EXACT


def find_terms(text: str, *, signs: Collection[str] = ()) -> list[TermHit]:
    """The terms in ``text``, in order and without overlap; the longest term wins.

    ``signs`` is what the caller knows besides the text: keys of offer kinds or target groups, or
    any word for another sign such as "age". A term of ambiguous.csv gets a key only by a sign or by
    another term of the text; a bare Betreuung, Gruppe, Treff or Beratung never gets one.
    """
    found = longest(candidates(words_of(text)))
    firm = {
        item.term.key
        for item in found
        if item.term.question is None and item.term.kind in KINDS_THAT_ARE_A_SIGN
    }
    known = {key for key in firm if key is not None} | set(signs)
    hits = (_hit(item, known) for item in found)
    return [hit for hit in hits if hit is not None]


def longest(found: list[Candidate]) -> list[Candidate]:
    """The candidates that are left when of two that overlap the longer or more exact one stays."""
    chosen: list[Candidate] = []
    taken = bytearray(max((item.end for item in found), default=0))
    for item in sorted(found, key=lambda item: (item.start - item.end, item.how)):
        if not any(taken[item.start : item.end]):
            taken[item.start : item.end] = b"\1" * (item.end - item.start)
            chosen.append(item)
    return sorted(chosen, key=lambda item: item.start)


def _hit(item: Candidate, known: set[str]) -> TermHit | None:
    term = item.term
    if term.question is None:
        return TermHit(
            key=term.key,
            kind=term.kind,
            term=term.term,
            start=item.start,
            end=item.end,
            how=item.how,
        )
    row = ambiguous()[term.question]
    if not row.candidates:
        return None
    key = _resolved(row, known)
    return TermHit(
        key=key,
        kind=synonyms()[key].kind if key is not None else term.kind,
        term=term.term,
        start=item.start,
        end=item.end,
        how=item.how,
        candidates=row.candidates,
        question=row.resolve_by if key is None else None,
    )


def _resolved(row: AmbiguousRow, known: set[str]) -> str | None:
    """The one candidate that another sign names, else the default if there is any sign."""
    if fold(row.term) in folded_heads():
        return None
    named = [key for key in row.candidates if key in known]
    if len(named) == 1:
        return named[0]
    return row.default_key if known else None
