"""Every place of a text where a term of the vocabulary may stand; overlaps are still in."""

from collections.abc import Iterator
from enum import IntEnum
from functools import cache

import msgspec

from stk_graph.text.compounds import LINKS, MAX_COMPOUND, MIN_PART, folded_heads
from stk_graph.text.fold import fold, loose
from stk_graph.text.inflection import ENDINGS, endings_of, without_ending
from stk_graph.text.kept_index import MIN_TYPO, PREFIX, Term, TermIndex, term_index
from stk_graph.text.one_edit import one_edit_away
from stk_graph.text.words import Word
from stk_graph.vocabulary import case_words

MAX_WORDS = 7
MIN_COMPOUND = 2 * MIN_PART
FEW_WORDS = 3
ELLIPSIS_REACH = 4
MIN_TYPO_WITH_ENDING = 12


class How(IntEnum):
    """How a text has a term, from sure to unsure."""

    EXACT = 0
    INFLECTED = 1
    COMPOUND = 2
    TYPO = 3


class Candidate(msgspec.Struct, frozen=True):
    """A term between two character positions of the text."""

    term: Term
    start: int
    end: int
    how: How


class _Case(msgspec.Struct, frozen=True):
    """What the capitals of a text tell.

    ``cased``: it writes nouns with capitals. ``sentence``: it has capitals or more than a few
    words, so a word in lower case may well be a verb.
    """

    cased: bool
    sentence: bool


_NO_BEGINNING = frozenset(
    {"ab", "an", "auf", "aus", "bei", "in", "mit", "nach", "ueber", "um", "unter", "vor", "zu"}
)
"""Words that begin no compound written apart: "nach Hilfe" is not Nachhilfe."""

_JOINS = frozenset({"und", "oder", "sowie", "bzw"})

_NOT_AS_LAST_PART = frozenset({"target_group", "umbrella", "holiday"})
"""Kinds whose terms mean something else at the end of a compound: Großeltern, Schwiegermutter."""


def candidates(words: list[Word]) -> list[Candidate]:
    """All terms that may stand in the text of these words."""
    index = term_index()
    cased = any(word.capital and not word.first for word in words)
    case = _Case(cased, cased or len(words) > FEW_WORDS)
    found: list[Candidate] = []
    unknown: list[int] = []
    covered = 0
    for at, word in enumerate(words):
        here: list[Candidate] = []
        if word.folded[:PREFIX] in index.beginnings or index.abbreviations.get(word.raw):
            here += _from(words, at, index, case)
        if word.hyphen_after:
            here += _elliptic(words, at, index)
        if not here and covered <= word.start and (word.capital or not case.cased):
            here += _inside(words, at, index)
            if not here and len(word.folded) >= MIN_TYPO and word.folded.isalpha():
                unknown.append(at)
        if here:
            covered = max(covered, *(item.end for item in here))
            found += here
    for at in unknown:
        found += _corrected(words, at, index, case)
    return found


def _corrected(words: list[Word], at: int, index: TermIndex, case: _Case) -> Iterator[Candidate]:
    """The terms that the text has if the word at ``at`` has one spelling mistake."""
    word = words[at]
    near = _near_words(word.folded, index)
    if len(near) != 1:
        return
    folded = near.pop()
    right = msgspec.structs.replace(word, folded=folded, short=without_ending(folded))
    start = max(0, at - MAX_WORDS + 1)
    corrected = [*words[start:at], right, *words[at + 1 : at + MAX_WORDS]]
    for beginning in range(at - start + 1):
        for item in _from(corrected, beginning, index, case):
            if item.start <= word.start and word.end <= item.end:
                yield msgspec.structs.replace(item, how=How.TYPO)


def _near_words(folded: str, index: TermIndex) -> set[str]:
    near = one_edit_away(folded, index.halves)
    if near or len(folded) < MIN_TYPO_WITH_ENDING:
        return near
    forms = (folded.removesuffix(ending) for ending in ("en", "n", "s") if folded.endswith(ending))
    return {word for form in forms for word in one_edit_away(form, index.halves)}


def _from(words: list[Word], at: int, index: TermIndex, case: _Case) -> Iterator[Candidate]:
    """The terms that begin with the word at ``at``, of one or more words."""
    first = words[at]
    abbreviated = index.abbreviations.get(first.raw)
    if abbreviated is not None:
        yield Candidate(abbreviated, first.start, first.end, How.EXACT)
    before, roots = "", ""
    for to in range(at, min(at + MAX_WORDS, len(words))):
        word = words[to]
        joined = before + word.folded
        if to > at and not word.linked:
            return
        roots += loose(word.short)
        term = index.whole.get(joined)
        how = How.EXACT if term is not None else How.INFLECTED
        if term is None and len(joined) >= PREFIX:
            term = _with_ending(joined, index) or _with_root(before, roots, word, index)
        if term is not None:
            after = words[to + 1] if to + 1 < len(words) else None
            if _case_fits(words[at : to + 1], after, term, case, how):
                yield Candidate(term, first.start, word.end, how)
        if not index.goes_on(before + word.short, roots):
            return
        before = joined


def _with_ending(joined: str, index: TermIndex) -> Term | None:
    for ending in endings_of(joined):
        term = index.whole.get(joined[: -len(ending)])
        if term is not None and not term.rigid:
            return term
    return None


def _with_root(before: str, roots: str, word: Word, index: TermIndex) -> Term | None:
    """The term of the same root; Hauptschüler is no form of Hauptschule."""
    term = index.roots.get(roots) or (
        index.roots.get(loose(before + word.short)) if before else None
    )
    if term is None or term.words > 1 or not word.folded.endswith("er"):
        return term
    other = term.joined.endswith("e") and without_ending(term.joined) != before + word.short
    return None if other else term


def _case_fits(span: list[Word], after: Word | None, term: Term, case: _Case, how: How) -> bool:
    """Whether the capitals allow the term: sucht is no Sucht, "nach Hilfe" no Nachhilfe."""
    first = span[0]
    if term.words == 1 and any(word.blank for word in span[1:]):
        return _written_apart(span, term, case)
    if term.noun and case.sentence:
        before_noun = after is not None and after.blank and after.capital
        return first.capital and not (first.first and before_noun)
    is_form = how is not How.EXACT and term.words == 1 and term.term[0].isupper()
    return first.capital or not (is_form and case.cased and term.joined not in first.folded)


def _written_apart(words: list[Word], term: Term, case: _Case) -> bool:
    """Whether words with blanks between them are meant as the one word of the term."""
    first = words[0]
    if first.folded in _NO_BEGINNING:
        return False
    if case.cased and not all(word.capital for word in words):
        return False
    if first.folded in _folded_case_words() and (first.first or not first.capital):
        return False
    joined = "".join(word.folded for word in words)
    return joined.removeprefix(term.joined) in ("", "s", "n")


@cache
def _folded_case_words() -> frozenset[str]:
    return frozenset(fold(word) for word in case_words())


def _inside(words: list[Word], at: int, index: TermIndex) -> Iterator[Candidate]:
    """A term that is a part of the compound at ``at``, written as one word or with a hyphen."""
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else None
    if MIN_COMPOUND <= len(word.folded) <= MAX_COMPOUND and word.folded.isalpha():
        term = _part_of(word.folded, loose(word.short), index)
        if term is not None:
            yield Candidate(term, word.start, word.end, How.COMPOUND)
    meant = index.modifiers.get(word.folded)
    if meant is not None and after is not None and after.linked and not after.blank:
        offer = _inflected_heads().get(after.folded, False)
        if offer:
            yield Candidate(meant, word.start, after.end, How.COMPOUND)


def _part_of(folded: str, root: str, index: TermIndex) -> Term | None:
    """The longest term that ends the compound, or that stands before a compound head."""
    heads = _inflected_heads()
    for at in range(MIN_PART, len(folded) - MIN_PART + 1):
        tail = folded[at:]
        term = index.whole.get(tail)
        if term is None and at <= len(root) - MIN_PART:
            term = index.roots.get(root[at:])
        if term is not None and term.question is None and term.kind not in _NOT_AS_LAST_PART:
            return term
        if tail in heads:
            term = _first_part(folded[:at], heads[tail], index)
            if term is not None:
                return term
    return None


def _first_part(before: str, offer: bool, index: TermIndex) -> Term | None:
    meant = index.modifiers.get(before) if offer else None
    if meant is not None:
        return meant
    for link in LINKS:
        part = before[: len(before) - len(link)]
        if before.endswith(link) and len(part) >= MIN_PART:
            term = index.whole.get(part)
            if term is not None and term.question is None and term.words == 1:
                return term
    return None


@cache
def _inflected_heads() -> dict[str, bool]:
    heads = folded_heads()
    return {head + ending: heads[head] for head in heads for ending in ("", *ENDINGS)}


def _elliptic(words: list[Word], at: int, index: TermIndex) -> Iterator[Candidate]:
    """The first of two compounds that share a head: Sucht- in "Sucht- und Drogenberatung"."""
    word = words[at]
    following = words[at + 1 : at + 1 + ELLIPSIS_REACH]
    full = next((other.folded for other in following if not _is_between(other)), "")
    for start in range(MIN_PART, len(full) - MIN_PART + 1):
        if full[start:] in _inflected_heads():
            joined = word.folded + full[start:]
            term = index.whole.get(joined) or _with_ending(joined, index)
            if term is not None and term.question is None:
                yield Candidate(term, word.start, word.end + 1, How.COMPOUND)
            return


def _is_between(word: Word) -> bool:
    """Whether a word joins two compounds: "und", or another one that ends with a hyphen."""
    return word.hyphen_after or word.folded in _JOINS
