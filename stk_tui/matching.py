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
    found = [item for item in items if _holds(text_of(item), words)]
    if not found:
        return _nearly(" ".join(words), items, text_of, limit)
    first = words[0]
    front = [item for item in found if text_of(item).startswith(first)]
    if front and len(front) < len(found):
        inner = [item for item in found if _word_starts(text_of(item), first)]
        rest = [item for item in found if not _word_starts(text_of(item), first)]
        found = front + [item for item in inner if not text_of(item).startswith(first)] + rest
    return found[:limit] if limit else found


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _word_starts(text: str, word: str) -> bool:
    return text.startswith(word) or " " + word in text


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
