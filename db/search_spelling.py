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
    plain = loose(row.spelled)
    for token in tokens:
        key = loose(token)
        if key != token:
            if token not in row.spelled and key in row.text:
                return False
        elif key in plain and token not in row.spelled:
            changed = set(plain.split())
            if not any(key in word for word in row.text.split() if word not in changed):
                return False
    return True


def as_spelled(word: str, title: str) -> str:
    """A word of the index as ``title`` spells it, or as it is if the title does not have it."""
    found = (raw for raw in _WORD.findall(title) if loose(fold(raw)) == word)
    return next(found, word)
