"""The terms of the vocabulary, arranged so that a text is matched by looking up, not by scanning.

A term is kept without blanks and hyphens: "Hausaufgaben-Hilfe", "Hausaufgaben Hilfe" and
"Hausaufgabenhilfe" are one. Rules: domain model, section 2.3.
"""

import re
from collections.abc import Iterator

import msgspec

from stk_graph.text.compounds import before_head
from stk_graph.text.fold import fold, loose
from stk_graph.text.gender import base_word
from stk_graph.text.inflection import loose_root
from stk_graph.text.kept_index import MIN_TYPO, PREFIX, Term
from stk_graph.text.one_edit import by_halves
from stk_graph.text.words import WORD
from stk_graph.vocabulary import ambiguous, case_words, synonyms, target_groups

MIN_ROOT = 5
MIN_HEADS = 3

_BRACKETS = re.compile(r"\s*\([^)]*\)(?!\w)")


class BuiltIndex(msgspec.Struct, frozen=True):
    """``whole``: folded joined term → Term; ``roots``: the same without umlauts, with
    and without its ending;
    ``abbreviations``: as written; ``beginnings``: first letters of every whole term;
    ``modifiers``: what stands before a compound head in several terms of one key → Term;
    ``openings``: roots of the first words of terms of several words; ``halves``: the long words of
    the terms by their halves, for spelling mistakes.
    """

    whole: dict[str, Term]
    roots: dict[str, Term]
    abbreviations: dict[str, Term]
    beginnings: frozenset[str]
    modifiers: dict[str, Term]
    openings: frozenset[str]
    halves: dict[str, list[str]]


def is_abbreviation(term: str) -> bool:
    """Whether a term is an abbreviation: up to four letters, two or more of them capitals."""
    return len(term) <= 4 and term.isalpha() and sum(map(str.isupper, term)) >= 2


def label_terms(label: str) -> Iterator[str]:
    """The terms in a label: without notes in brackets, alternatives apart."""
    yield from _BRACKETS.sub("", label).split(" / ")


def _written_terms() -> Iterator[tuple[str | None, str, str]]:
    for row in synonyms().values():
        for term in row.terms:
            yield row.key, row.kind, term
    for row in synonyms().values():
        for term in label_terms(row.label_de):
            yield row.key, row.kind, term
    for group in target_groups().values():
        for term in label_terms(group.label_de):
            yield group.key, "target_group", term
    for term in ambiguous():
        yield None, "", term


def built_index() -> BuiltIndex:
    """The index over all terms and German labels, built from the vocabulary."""
    whole: dict[str, Term] = {}
    roots: dict[str, Term] = {}
    abbreviations: dict[str, Term] = {}
    spellings: set[str] = set()
    openings: set[str] = set()
    doubtful = {_root(_folded_words(term)): term for term in ambiguous()}
    for key, kind, written in _written_terms():
        folded = _folded_words(written)
        each = [loose_root(word) for word in folded]
        joined, root = "".join(folded), "".join(each)
        question = doubtful.get(root)
        short = is_abbreviation(written)
        noun = written in case_words()
        rigid = short or written.isupper()
        term = Term(key, kind, written, len(written.split()), joined, question, rigid, noun)
        if short:
            abbreviations.setdefault(written, term)
            continue
        whole.setdefault(joined, term)
        spellings.update(word for word in folded if len(word) >= MIN_TYPO and word.isalpha())
        openings.update("".join(each[:count]) for count in range(1, len(each)))
        if rigid:
            continue
        for form in {root, loose_root(joined), loose(joined)}:
            if len(form) >= MIN_ROOT:
                roots.setdefault(form, term)
    return BuiltIndex(
        whole,
        roots,
        abbreviations,
        frozenset(joined[:size] for joined in whole for size in range(1, PREFIX + 1)),
        _modifiers(whole),
        frozenset(openings),
        by_halves(sorted(spellings)),
    )


def _folded_words(text: str) -> list[str]:
    return [fold(base_word(word)) for word in WORD.findall(text)]


def _root(folded: list[str]) -> str:
    return "".join(loose_root(word) for word in folded)


def _modifiers(whole: dict[str, Term]) -> dict[str, Term]:
    """First parts that stand before several heads, always with the same meaning."""
    found: dict[str, list[Term]] = {}
    for joined, term in whole.items():
        before = before_head(joined, offers_only=True) if term.words == 1 else None
        if before is not None:
            found.setdefault(before, []).append(term)
    return {
        before: terms[0]
        for before, terms in found.items()
        if len(terms) >= MIN_HEADS
        and len({term.key for term in terms}) == 1
        and all(term.question is None for term in terms)
        and before not in whole
    }
