"""What tests do to a data file: save records in one action, or change rows behind its back."""

import sqlite3
from contextlib import closing
from pathlib import Path

from db.store import Store
from stk_graph.model import Record


def save(store: Store, *records: Record, what: str = "save") -> list[Record]:
    """Saves the records in one action and gives them as stored."""
    with store.write("test", what) as action:
        return [action.save(record) for record in records]


def raw(path: Path, *statements: str) -> None:
    """Runs statements on the file as a foreign program does."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
