"""Splits German compounds into parts that are known words.

A split needs both halves to be known: without that check Nachmittag becomes Nach + Mittag. What is
known is up to the caller: words of the vocabulary, of the documents, or both.
"""

from collections.abc import Callable, Iterable
from functools import cache

from stk_graph.model.enums import YesNo
from stk_graph.text.fold import fold, tokens
from stk_graph.text.inflection import loose_root
from stk_graph.vocabulary import compound_heads, synonyms, target_groups

MIN_PART = 4
MIN_COMPOUND = 9
MAX_COMPOUND = 60
"""Longer than this is no word of a text, and splitting it would take long."""

MAX_PARTS = 4
LINKS = ("s", "", "n", "e", "en", "es", "er")
"""Linking letters between two parts; an s is taken off first, the others may be a plural."""

NO_FIRST_PART = frozenset(
    {
        "aber",
        "auch",
        "dann",
        "denn",
        "doch",
        "durch",
        "fuer",
        "gegen",
        "hinter",
        "immer",
        "nach",
        "noch",
        "oder",
        "ohne",
        "sehr",
        "ueber",
        "unter",
        "vorn",
        "waehrend",
        "wenn",
        "wieder",
        "zwischen",
    }
)
"""Function words: what begins with one of them is no compound of two nouns."""

Known = Callable[[str], bool]


def known_among(words: Iterable[str]) -> Known:
    """A test whether a folded token, or a form of it, is among ``words`` of at least 4 letters."""
    whole = {word for word in words if len(word) >= MIN_PART and not word.isdigit()}
    roots = {loose_root(word) for word in whole}
    return lambda word: word in whole or loose_root(word) in roots


@cache
def known_in_vocabulary() -> Known:
    """Knows all words of the terms and labels, the heads, and what stands before a head."""
    texts = [*compound_heads()]
    for row in synonyms().values():
        texts += [*row.terms, row.label_de]
    texts += [group.label_de for group in target_groups().values()]
    words = {word for text in texts for word in tokens(text)}
    return known_among(words | {before for word in words if (before := before_head(word))})


def split_compound(word: str, known: Known | None = None) -> tuple[str, ...]:
    """The parts of a folded token, without linking letters; ``(word,)`` if it has no known parts.

    Both parts have at least 4 letters, the last part is the longest known one. A first part that is
    not known itself is split again, so three and four parts are found too. A word below 9 letters
    is never split, a known part neither.
    """
    if not MIN_COMPOUND <= len(word) <= MAX_COMPOUND or not word.isalpha():
        return (word,)
    return _split(word, known or known_in_vocabulary(), MAX_PARTS) or (word,)


def _split(word: str, known: Known, most: int) -> tuple[str, ...] | None:
    for at in range(MIN_PART, len(word) - MIN_PART + 1):
        tail = word[at:]
        if known(tail):
            first = _first_parts(word[:at], known, most - 1)
            if first is not None:
                return (*first, tail)
    return None


def _first_parts(text: str, known: Known, most: int) -> tuple[str, ...] | None:
    candidates = [text[: len(text) - len(link)] for link in LINKS if text.endswith(link)]
    candidates = [part for part in candidates if len(part) >= MIN_PART]
    for part in candidates:
        if part not in NO_FIRST_PART and known(part):
            return (part,)
    if most < 2:
        return None
    deeper = (_split(part, known, most) for part in candidates)
    return next((parts for parts in deeper if parts is not None), None)


@cache
def folded_heads() -> dict[str, bool]:
    """The compound heads as folded tokens, longest first; True = it names something offered."""
    heads = {fold(head): row.offer is YesNo.YES for head, row in compound_heads().items()}
    return dict(sorted(heads.items(), key=lambda item: len(item[0]), reverse=True))


def before_head(word: str, *, offers_only: bool = False) -> str | None:
    """What stands before the compound head at the end of a folded token; None if there is none.

    Linking letters stay: hausaufgaben in hausaufgabenhilfe.
    """
    for head, offer in folded_heads().items():
        if word.endswith(head) and len(word) - len(head) >= MIN_PART:
            return word[: -len(head)] if offer or not offers_only else None
    return None
