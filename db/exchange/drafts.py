"""Records as an import proposes them, and the keys by which they are known again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from db.exchange.hsds_rows import EXTRA, Row
from db.exchange.report import Place
from stk_graph.model import Record, new_id

AREAS = "areas"
"""The table under which areas are remembered: by their name, which is all a source gives."""


@dataclass(slots=True)
class Draft:
    """A record made of one row and the rows below it.

    ``record`` None keeps only the values of the row with the source (terms, programmes). ``rows``
    are booked in the report with what becomes of the record; a draft without rows is not counted.
    """

    table: str
    key: str
    uid: str
    record: Record | None
    place: Place
    rows: list[Row] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


class Keys:
    """Ids of ours for the keys of a source: the same key always has the same id.

    ``known`` gives, for a table, the ids of the keys the source had before.
    """

    def __init__(self, known: Callable[[str], Mapping[str, str]]) -> None:
        self._known = known
        self._tables: dict[str, dict[str, str]] = {}

    def uid(self, table: str, key: str) -> str:
        """The id for a key; a key not seen before gets a fresh one."""
        keys = self._of(table)
        uid = keys.get(key)
        if uid is None:
            uid = keys[key] = new_id()
        return uid

    def prefer(self, table: str, key: str, uid: str) -> str:
        """The id for a key, which is ``uid`` if the source had no other one before."""
        self._of(table).setdefault(key, uid)
        return self.uid(table, key)

    def may_share(self, table: str, key: str, other: str) -> bool:
        """Gives a key the id of another one; False if it already stands for something else."""
        return self.prefer(table, key, self.uid(table, other)) == self.uid(table, other)

    def _of(self, table: str) -> dict[str, str]:
        found = self._tables.get(table)
        if found is None:
            found = self._tables[table] = dict(self._known(table))
        return found


def leftover_notes(row: Row, consumed: frozenset[str]) -> list[tuple[str, str]]:
    """The filled cells that no field of the record takes, under the names of their columns."""
    return [
        (column.removeprefix(EXTRA), value)
        for column, value in row.cells.items()
        if column not in consumed and not column.startswith("~")
    ]
