"""The filter behind every list and picker: words first, then spelling that nearly fits."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from stk_graph.text import fold

T = TypeVar("T")

NEARLY: Final = 78
"""Least likeness (0 to 100) of a misspelt word; "Schulsozialarbiet" finds "Schulsozialarbeit"."""

SHORTEST_MISSPELT: Final = 4


def narrow(
    query: str, items: Sequence[T], text_of: Callable[[T], str], limit: int | None = None
) -> Sequence[T]:
    """The items whose folded text holds every word of ``query``, those that begin with it first.

    ``text_of`` gives the folded text of an item. When nothing holds the words, the items that are
    spelt nearly like them, best first. An empty query returns the items as they are.
    """
    words = fold(query).split()
    if not words:
        return items[:limit] if limit else items
    found = _holding(words, items, text_of)
    if not found:
        return _nearly(" ".join(words), items, text_of, limit)
    return found[:limit] if limit else found


def _holding(words: Sequence[str], items: Sequence[T], text_of: Callable[[T], str]) -> list[T]:
    """Items whose text begins with the first word, then has a word that does, then the others."""
    first, others = words[0], words[1:]
    begins, has_word, has_part = [], [], []
    for item in items:
        text = text_of(item)
        at = text.find(first)
        if at < 0 or not all(word in text for word in others):
            continue
        if at == 0:
            begins.append(item)
        elif " " + first in text:
            has_word.append(item)
        else:
            has_part.append(item)
    return begins + has_word + has_part


def _nearly(
    query: str, items: Sequence[T], text_of: Callable[[T], str], limit: int | None
) -> list[T]:
    if len(query) < SHORTEST_MISSPELT:
        return []
    from rapidfuzz import fuzz, process

    texts = [text_of(item) for item in items]
    best = process.extract(
        query, texts, scorer=fuzz.partial_ratio, score_cutoff=NEARLY, limit=limit or 50
    )
    return [items[index] for _text, _score, index in best]
