"""One kind of action, and what must hold of a file that knows no other action.

Each action makes an institution with three contacts and one offer, so a torn action shows at once.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from db.connection import open_writer
from db.frame import frame
from db.store import open_store
from db.write import Transaction
from stk_graph.model import Actor, Contact, Offer, Record

ROWS = 5
"""Records of one action, each with one entry in the history."""

TORN = """
SELECT (SELECT count(*) FROM contact c WHERE c.employer = a.uid) <> 3
    OR (SELECT count(*) FROM offer o WHERE o.lead = a.uid) <> 1
FROM actor a
"""


def records(name: str) -> list[Record]:
    """What one action saves; the offer comes first, so its reference points forward."""
    actor = Actor(name=name, description="x" * 300)
    contacts = [Contact(name=f"{name} {n}", employer=actor.id) for n in range(3)]
    return [Offer(title=name, lead=actor.id, description="y" * 300), actor, *contacts]


def act(action: Transaction, name: str) -> None:
    """Saves the records of one action."""
    action.save_all(records(name))


def make(path: Path) -> None:
    """Makes the file with one action in it."""
    with open_store(path, create=True) as store, store.write("test", "act") as action:
        act(action, "first")


def write_for_ever(path: Path, acknowledge: Callable[[int], object]) -> None:
    """Acts until the process is killed; ``acknowledge`` gets each number once it is kept."""
    with open_store(path) as store:
        while True:
            with store.write("test", "act") as action:
                act(action, str(action.number))
            acknowledge(action.number)


def write_torn_for_ever(path: Path, acknowledge: Callable[[int], object]) -> None:
    """The same without the write frame: every statement is a transaction of its own."""
    with closing(open_writer(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM cur")
        while True:
            (number,) = connection.execute(
                "INSERT INTO tx(at, who, what) SELECT at, who, what FROM tx LIMIT 1 RETURNING id"
            ).fetchone()
            connection.execute("INSERT INTO cur(tx) VALUES (?)", (number,))
            act(Transaction(connection, path, number, "2026-11-24T10:00:00.000Z"), str(number))
            connection.execute("DELETE FROM cur")
            acknowledge(number)


def wrong(path: Path, acknowledged: int) -> list[str]:
    """What does not hold of the file: damage, torn actions, lost actions; empty = all is well."""
    with closing(sqlite3.connect(path)) as connection:
        try:
            return _wrong(connection, acknowledged)
        except sqlite3.DatabaseError as error:
            return [f"corrupt: {error}"]


def _wrong(connection: sqlite3.Connection, acknowledged: int) -> list[str]:
    found = [
        f"corrupt: {row[0]}"
        for row in connection.execute("PRAGMA integrity_check(3)")
        if row[0] != "ok"
    ]
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        found.append("torn: reference")
    if any(row[0] for row in connection.execute(TORN)):
        found.append("torn: action")
    actors, actions, entries, newest, open_ = connection.execute(
        "SELECT (SELECT count(*) FROM actor), (SELECT count(*) FROM tx),"
        " (SELECT count(*) FROM log), (SELECT coalesce(max(id), 0) FROM tx),"
        " (SELECT count(*) FROM cur)"
    ).fetchone()
    if open_ or not actors == actions == newest or entries != ROWS * actions:
        found.append(f"torn: history {actors} {actions} {entries} {newest} {open_}")
    if newest < acknowledged:
        found.append(f"lost: {acknowledged - newest}")
    return found


def act_on(connection: sqlite3.Connection, path: Path) -> int:
    """One action on a connection; its number once it is kept."""
    with frame(connection, path, "test", "act") as action:
        act(action, str(action.number))
    return action.number
