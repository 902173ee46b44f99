"""Parts of the store that keep data derived from the records and follow every change.

A follower is asked inside the transaction, before it is committed, so what it keeps can never lag
behind the records, whether they were saved, imported, undone or erased.
"""

import sqlite3
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

from db.errors import Finding

MODULES: tuple[str, ...] = ("db.search_follower",)
"""Modules with a ``FOLLOWER``, imported at the first write."""


class Follower(Protocol):
    """What the write frame asks of a part that keeps derived data."""

    def follow(self, connection: sqlite3.Connection, tx: int) -> None:
        """Brings the derived data up to date with what ``tx`` changed (see ``touched``)."""

    def forget(self, connection: sqlite3.Connection) -> None:
        """Removes the last traces of deleted texts, inside the transaction of an erasure."""

    def check(self, connection: sqlite3.Connection) -> list[Finding]:
        """What is wrong with the derived data; reads only."""


def followers() -> Sequence[Follower]:
    """All followers of the program."""
    return [import_module(module).FOLLOWER for module in MODULES]


def touched(connection: sqlite3.Connection, tx: int) -> dict[str, set[str]]:
    """The ids of the records that a transaction changed, by table.

    A changed list of references counts as a change of its record, under the name of the link table.
    """
    found: dict[str, set[str]] = {}
    rows = connection.execute(
        "SELECT DISTINCT tbl, uid FROM log WHERE tx = ? AND uid IS NOT NULL", (tx,)
    )
    for table, uid in rows:
        found.setdefault(table, set()).add(uid)
    return found
