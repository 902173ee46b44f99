"""What was done, by whom, and how to take it back."""

import json
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from db.errors import NotUndone, Refused
from db.migrations.triggers import columns_of, row_object
from db.read import Reader
from db.retention import is_forgotten

if TYPE_CHECKING:
    from db.store import Store
    from db.write import Transaction

BEGINNINGS = ("founded", "demo")
"""Actions that make a data file usable: an undo of the last action passes them over."""

STAMPS = frozenset({"ver", "changed"})
"""Columns that grow with every write: they say nothing about the content and never go back."""


class Action(NamedTuple):
    """One entry of the history; ``rows`` counts the changed rows of each table."""

    number: int
    at: str
    who: str
    what: str
    undoes: int | None
    undone: bool
    rows: dict[str, int]


class Change(NamedTuple):
    """What an action did to one row; None = not there, or erased."""

    table: str
    uid: str | None
    operation: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None


def actions(reader: Reader, limit: int = 50, uid: str | None = None) -> list[Action]:
    """The latest actions, newest first; with ``uid`` those that changed this record."""
    about = "" if uid is None else "WHERE id IN (SELECT tx FROM log WHERE uid = ?)"
    with reader.snapshot():
        found = reader.execute(
            f"SELECT id, at, who, what, undoes FROM tx {about} ORDER BY id DESC LIMIT ?",
            (limit,) if uid is None else (uid, limit),
        )
        undone = undone_numbers(reader)
        return [
            Action(number, at, who, what, undoes, number in undone, _rows(reader, number))
            for number, at, who, what, undoes in found
        ]


def action(reader: Reader, number: int) -> Action:
    """The action of that number; raises ``NotUndone`` (no-such-action) if there is none."""
    found = reader.execute("SELECT at, who, what, undoes FROM tx WHERE id = ?", (number,))
    if not found:
        raise NotUndone("no-such-action", tx=number)
    at, who, what, undoes = found[0]
    undone = number in undone_numbers(reader)
    return Action(number, at, who, what, undoes, undone, _rows(reader, number))


def _rows(reader: Reader, number: int) -> dict[str, int]:
    return dict(
        reader.execute(
            "SELECT tbl, count(DISTINCT row) FROM log WHERE tx = ? GROUP BY tbl", (number,)
        )
    )


def changes(reader: Reader, number: int) -> list[Change]:
    """Every change of an action in the order in which it was made."""
    return [
        Change(table, uid, operation, _parsed(old), _parsed(new))
        for table, uid, operation, old, new in reader.execute(
            "SELECT tbl, uid, op, old, new FROM log WHERE tx = ? ORDER BY id", (number,)
        )
    ]


def undone_numbers(reader: Reader) -> set[int]:
    """Actions whose effect was taken back and not restored."""
    undone: set[int] = set()
    for number, undoes in reader.execute(
        "SELECT id, undoes FROM tx WHERE undoes IS NOT NULL ORDER BY id DESC"
    ):
        if number not in undone:
            undone.add(undoes)
    return undone


def undo(store: "Store", who: str, number: int | None = None) -> int:
    """Takes back an action, the latest one by default; returns the number of the new action.

    Contents return to what they were, versions go on counting. Undoing an undo restores.

    Raises ``NotUndone`` if something was changed since (the later change comes first), if it was an
    erasure, if its contents were forgotten with age, or if there is nothing. Then nothing is
    changed.
    """
    if number is None:
        number = _latest_to_undo(store.read)
    elif not store.read.execute("SELECT 1 FROM tx WHERE id = ?", (number,)):
        raise NotUndone("no-such-action", tx=number)
    elif not store.read.execute("SELECT 1 FROM log WHERE tx = ? LIMIT 1", (number,)):
        raise NotUndone("nothing-in-action", tx=number)
    return _reverse(store, who, number, "undo")


def redo(store: "Store", who: str) -> int:
    """Restores what the latest undo took back, as long as nothing else was done since.

    Raises ``NotUndone`` if there is nothing to restore.
    """
    undone = undone_numbers(store.read)
    for number, about, plain in store.read.execute(
        "SELECT t.id, t.undoes, u.undoes IS NULL FROM tx t LEFT JOIN tx u ON u.id = t.undoes"
        " WHERE EXISTS (SELECT 1 FROM log WHERE tx = t.id) ORDER BY t.id DESC"
    ):
        if about is None:
            break
        if plain and number not in undone:
            return _reverse(store, who, number, "redo")
    raise NotUndone("nothing-to-redo")


def _latest_to_undo(reader: Reader) -> int:
    undone = undone_numbers(reader)
    for (number,) in reader.execute(
        "SELECT id FROM tx WHERE undoes IS NULL AND EXISTS (SELECT 1 FROM log WHERE tx = tx.id)"
        " AND what NOT IN (SELECT value FROM json_each(?)) ORDER BY id DESC",
        (json.dumps(BEGINNINGS),),
    ):
        if number not in undone:
            return int(number)
    raise NotUndone("nothing-to-undo")


def _reverse(store: "Store", who: str, number: int, what: str) -> int:
    try:
        with store.writing() as connection, store.write(who, what, undoes=number) as action:
            rows = connection.execute(
                "SELECT tbl, row, min(id), max(id) FROM log WHERE tx = ?"
                " GROUP BY tbl, row ORDER BY max(id) DESC",
                (number,),
            ).fetchall()
            connection.execute("PRAGMA defer_foreign_keys=ON")  # rows may go before their parts
            back = _Reversal(connection, action)
            for table, row, first, last in rows:
                back.restore(table, row, _logged(action.read, first), _logged(action.read, last))
            return action.number
    except Refused as error:
        raise NotUndone("undo-changed") from error


class _Logged(NamedTuple):
    operation: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None


def _logged(reader: Reader, entry: int) -> _Logged:
    (row,) = reader.execute("SELECT tx, op, old, new FROM log WHERE id = ?", (entry,))
    number, operation, old, new = row
    if (old is None and operation != "insert") or (new is None and operation != "delete"):
        raise NotUndone("undo-forgotten" if is_forgotten(reader, number) else "undo-erased")
    return _Logged(operation, _parsed(old), _parsed(new))


class _Reversal:
    """Puts rows back to what they were, each checked to be still as the action left it."""

    def __init__(self, connection: sqlite3.Connection, action: "Transaction") -> None:
        self._connection = connection
        self._read = action.read
        self._at = action.at
        self._columns: dict[str, dict[str, str]] = {}

    def restore(self, table: str, row: int, first: _Logged, last: _Logged) -> None:
        columns = self._columns_of(table)
        current = self._current(table, row)
        if _content(current, last.new) != _content(last.new, last.new):
            raise NotUndone("undo-changed")
        old = None if first.old is None else _typed(first.old, columns)
        if old is None and current is not None:
            self._connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (row,))
        elif old is not None and current is None:
            self._insert(table, old)
        elif old is not None and current is not None:
            if "ver" in old:
                old |= {"ver": current["ver"] + 1, "changed": self._at}
            self._update(table, row, old)

    def _columns_of(self, table: str) -> dict[str, str]:
        if table not in self._columns:
            self._columns[table] = dict(columns_of(self._connection, table))
        return self._columns[table]

    def _current(self, table: str, row: int) -> dict[str, Any] | None:
        content = row_object(list(self._columns_of(table).items()), f'"{table}"')
        found = self._read.execute(f'SELECT {content} FROM "{table}" WHERE id = ?', (row,))
        return _parsed(found[0][0]) if found else None

    def _insert(self, table: str, values: dict[str, Any]) -> None:
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        self._connection.execute(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values())
        )

    def _update(self, table: str, row: int, values: dict[str, Any]) -> None:
        settings = ", ".join(f'"{name}" = ?' for name in values)
        self._connection.execute(
            f'UPDATE "{table}" SET {settings} WHERE id = ?', (*values.values(), row)
        )


def _parsed(text: str | None) -> dict[str, Any] | None:
    return None if text is None else msgspec.json.decode(text, type=dict[str, Any])


def _content(row: dict[str, Any] | None, names: Iterable[str] | None) -> dict[str, Any] | None:
    """The columns that count; a column added by a later schema is not compared."""
    if row is None or names is None:
        return row
    return {name: row.get(name) for name in names if name not in STAMPS}


def _typed(row: dict[str, Any], columns: dict[str, str]) -> dict[str, Any]:
    """Values for the columns there are; real numbers were logged as text."""
    return {
        name: float(value) if columns[name] == "REAL" and value is not None else value
        for name, value in row.items()
        if name in columns
    }
