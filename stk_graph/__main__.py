"""Writes the prepared forms of the data files anew: ``python -m stk_graph``, or ``make index``."""

from typing import Any

from stk_graph.case import safety_book
from stk_graph.kept import Kept
from stk_graph.knowledge import phrases
from stk_graph.text import kept_index, name_lists

EVERY: tuple[Kept[Any], ...] = (
    kept_index.KEPT,
    name_lists.KEPT,
    phrases.KEPT,
    safety_book.KEPT,
)


def main() -> None:
    """Prepares every file from its sources and keeps it."""
    for kept in EVERY:
        kept.keep()


if __name__ == "__main__":
    main()
