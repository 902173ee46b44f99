"""Finds a known word one spelling mistake away without comparing it with all of them."""

from collections.abc import Iterable

from stk_graph.drawers import Table


def within_one_edit(one: str, other: str) -> bool:
    """Whether two words are equal but for one mistake.

    A mistake is a letter too many, too few or wrong, or two neighbours swapped.
    """
    if len(one) < len(other):
        one, other = other, one
    if len(one) - len(other) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other))
    if len(one) > len(other):
        return one[at + 1 :] == other[at:]
    if one[at + 1 :] == other[at + 1 :]:
        return True
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def halves_of(word: str) -> tuple[str, str]:
    """The first and the last half of ``word`` as look-up keys; one mistake leaves one unharmed.

    Only a swap across the middle harms both; it is not found.
    """
    middle = len(word) // 2
    return f"{word[:middle]}-", f"-{word[middle:]}"


def by_halves(words: Iterable[str]) -> dict[str, list[str]]:
    """``words`` by their two halves."""
    found: dict[str, list[str]] = {}
    for word in words:
        for half in halves_of(word):
            found.setdefault(half, []).append(word)
    return found


def one_edit_away(word: str, halves: Table[list[str]]) -> set[str]:
    """The words of ``halves`` (see ``by_halves``) within one edit of ``word``."""
    size = len(word)
    near: list[str] = []
    for first in {(size - 1) // 2, size // 2, (size + 1) // 2}:
        near += halves.get(f"{word[:first]}-") or ()
    for last in {size // 2, (size + 1) // 2, size // 2 + 1}:
        near += halves.get(f"-{word[size - last :]}") or ()
    return {other for other in near if within_one_edit(word, other)}
