"""Roots of the words that say something, for the comparison of a case with offers."""

from functools import cache, lru_cache
from pathlib import Path

from stk_graph.text import base_word, loose_root, tokens

DATA = Path(__file__).parent / "data"
SHORTEST = 4


@cache
def _little_roots() -> frozenset[str]:
    """Roots of words that say nothing about what a case needs."""
    words = (DATA / "little_words.txt").read_text(encoding="utf-8").split()
    return frozenset(map(loose_root, words))


@lru_cache(maxsize=65_536)
def root_of(token: str) -> str | None:
    """The root of a folded word, the same for both genders; None if it says nothing."""
    if len(token) < SHORTEST or token.isdigit():
        return None
    may_be_feminine = token.endswith("in") or "innen" in token
    root = loose_root(base_word(token) if may_be_feminine else token)
    return None if root in _little_roots() else root


def stems_in(text: str) -> frozenset[str]:
    """Roots of the words of ``text``; words return with every offer, so they are kept."""
    return frozenset(filter(None, map(root_of, tokens(text))))
