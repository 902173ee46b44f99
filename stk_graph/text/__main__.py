"""Writes the index of terms anew: ``python -m stk_graph.text``, or ``make index``."""

from stk_graph.text.kept_index import keep
from stk_graph.text.term_index import built_index


def main() -> None:
    """Builds the index from the vocabulary and keeps it."""
    keep(built_index())


if __name__ == "__main__":
    main()
