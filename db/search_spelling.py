"""Spelling that the index gives up: it knows Mutter and Mütter as one word, a person does not."""

import re
from collections.abc import Sequence

from db.search_query import Row
from stk_graph.text import fold, loose

_WORD = re.compile(r"[^\W_]+")


def alike(row: Row, tokens: Sequence[str]) -> bool:
    """Whether a document has the folded tokens as typed, not only with ae, oe, ue as a, o, u.

    True also for a token it has in neither spelling, as when it was found by another form.
    """
    return all(_has_as_typed(row, token) for token in tokens)


def _has_as_typed(row: Row, token: str) -> bool:
    key = loose(token)
    if token in row.spelled:
        return True
    if key != token:
        return key not in row.text
    if key not in loose(row.spelled):
        return True
    changed = {loose(word) for word in row.spelled.split()}
    return any(key in word for word in row.text.split() if word not in changed)


def as_spelled(word: str, title: str) -> str:
    """A word of the index as ``title`` spells it, or as it is if the title does not have it."""
    found = (raw for raw in _WORD.findall(title) if loose(fold(raw)) == word)
    return next(found, word)
