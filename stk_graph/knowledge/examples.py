"""What the weights are learned from: written sentences, terms, and everyday phrases."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from stk_graph.knowledge.evidence import About, Use
from stk_graph.knowledge.likely import HARMLESS
from stk_graph.knowledge.phrases import rows_of_phrases
from stk_graph.knowledge.written import case_sentences, offer_texts, safety_sentences
from stk_graph.model.enums import Safety
from stk_graph.vocabulary import occasions, offer_kinds

PHRASES_IN_ONE = 10
"""So many phrases of one meaning make one example; alone they are too short to weigh as much."""
FIRST_CONTACTS = 3
DANGERS = (Safety.CHILD_PROTECTION, Safety.VIOLENCE, Safety.CRISIS)
CASES_COUNT = 0.3
"""A case was labelled by its occasion, not for its danger: it counts less than a hint."""

_ABSENT = re.compile(r"!\w+")
_MARKS = re.compile(r"[+=*]")


class Example(NamedTuple):
    """A text and the offer kinds that answer it, best first."""

    text: str
    use: Use
    kinds: tuple[str, ...]


def written_examples() -> Iterator[Example]:
    """The sentences of the writers, in the order of the files."""
    for case in case_sentences():
        yield Example(case.text, Use.CASE, case.kinds)
    for offer in offer_texts():
        yield Example(offer.text, Use.OFFER, (offer.kind,))


def named_examples() -> Iterator[Example]:
    """The terms and labels of the vocabulary, each a short offer."""
    for key, row in offer_kinds().items():
        for term in dict.fromkeys((row.label_de, *row.terms)):
            yield Example(term, Use.OFFER, (key,))


def phrase_examples() -> Iterator[Example]:
    """The words of phrases.csv as cases of the kinds they mean; beginnings of words stay so."""
    for phrases, meant in rows_of_phrases():
        kinds = _kinds_of(meant.about, meant.key)
        if kinds and meant.use is not Use.OFFER:
            plain = [_MARKS.sub(" ", _ABSENT.sub("", phrase)).strip() for phrase in phrases]
            for some in _groups(plain):
                yield Example(", ".join(some), Use.CASE, kinds)


def all_examples() -> list[Example]:
    """Everything the weights of the package are learned from, always in the same order."""
    return [*written_examples(), *named_examples(), *phrase_examples()]


def danger_examples() -> Iterator[tuple[Example, float]]:
    """Sentences with the danger they hint at or ``HARMLESS``, and what each counts.

    Cases count too, by the flags of their occasions; those that only may be hints are left out.
    """
    for sentence in safety_sentences():
        yield Example(sentence.text, Use.CASE, (sentence.label,)), 1.0
    for case in case_sentences():
        flags = [occasions()[key].safety for key in case.occasions]
        dangers = [flag for flag in flags if flag in DANGERS]
        if dangers or Safety.CHILD_PROTECTION_HINT not in flags:
            label = dangers[0] if dangers else HARMLESS
            yield Example(case.text, Use.CASE, (str(label),)), CASES_COUNT


def _groups(plain: list[str]) -> Iterator[list[str]]:
    for first in range(0, len(plain), PHRASES_IN_ONE):
        yield plain[first : first + PHRASES_IN_ONE]


def _kinds_of(about: About, key: str) -> tuple[str, ...]:
    if about is About.OFFER_KIND:
        return (key,) if key in offer_kinds() else ()
    if about is About.OCCASION:
        contacts = occasions()[key].contacts
        return tuple(kind for kind in contacts if kind in offer_kinds())[:FIRST_CONTACTS]
    return ()
