"""The write frame: one action, one transaction, one entry in the history."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import uniform
from time import monotonic, sleep

from db import invariants
from db.connection import LOCK_TIMEOUT, typed
from db.damage import even_of_damaged_texts
from db.errors import OpenAction, Refused
from db.followers import followers
from db.tables import CLASSES, LINK_TABLES
from db.write import Transaction
from stk_graph.text import clean

WHAT = re.compile(r"[a-z][a-z0-9_.-]*( [0-9a-f-]{36})*")
"""What an action is called: a code and ids, never a name, so that erasing stays complete."""


SHORT_WAIT = 3
"""Milliseconds SQLite itself waits for its turn before it is asked again."""


def now() -> str:
    """This moment in UTC as the store writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@contextmanager
def frame(
    connection: sqlite3.Connection, path: Path, who: str, what: str, undoes: int | None = None
) -> Iterator[Transaction]:
    """A transaction that is kept whole or not at all.

    The triggers of the history read the number of the open action from ``cur``; outside of a frame
    that table is empty and every write to a logged table is refused. An action that changed nothing
    is taken back, so that the history has no empty entries.

    Raises ``OpenAction`` inside another frame, ValueError if ``what`` is more than a code and ids,
    ``Refused`` or ``InvalidRecord`` for what cannot be (db.invariants); errors of the driver as
    errors of the store. Exceptions of the caller pass through.
    """
    if not WHAT.fullmatch(what):
        raise ValueError(f"an action is named by a code and ids, not by {what!r}")
    if connection.in_transaction:
        raise OpenAction
    try:
        _take_turn(connection)
        transaction = _begun(connection, path, who, what, undoes)
        yield transaction
        _end(connection, transaction)
    except sqlite3.Error as error:
        raise typed(error, path) from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _take_turn(connection: sqlite3.Connection) -> None:
    """Begins the transaction as soon as no other process writes.

    SQLite alone asks ten times a second and then rarely meets a gap between the actions of a busy
    writer; asking often and at random moments gives every waiting process its turn.
    """
    end = monotonic() + LOCK_TIMEOUT
    connection.execute(f"PRAGMA busy_timeout={SHORT_WAIT}").fetchall()
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > end:
                    raise
            sleep(uniform(0.0, 0.004))  # noqa: S311 - no secret
    finally:
        connection.execute(f"PRAGMA busy_timeout={int(LOCK_TIMEOUT * 1000)}").fetchall()


def _begun(
    connection: sqlite3.Connection, path: Path, who: str, what: str, undoes: int | None
) -> Transaction:
    at = now()
    number = connection.execute(
        "INSERT INTO tx(at, who, what, undoes) VALUES (?, ?, ?, ?) RETURNING id",
        (at, clean(who, limit=200), what, undoes),
    ).fetchone()[0]
    connection.execute("INSERT INTO cur(tx) VALUES (?)", (number,))
    return Transaction(connection, path, number, at)


def _end(connection: sqlite3.Connection, transaction: Transaction) -> None:
    touched = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM log WHERE tx = ?)", (transaction.number,)
    ).fetchone()[0]  # a cursor kept open would bar the checkpoint after the commit
    if not touched and not transaction.keeps_itself:
        connection.execute("ROLLBACK")
        return
    invariants.check(connection, transaction.number)
    for follower in followers():
        even_of_damaged_texts(connection, partial(follower.follow, connection, transaction.number))
    connection.execute("DELETE FROM cur")
    try:
        connection.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        raise Refused("reference-missing", field=_broken_reference(connection)) from error


def _broken_reference(connection: sqlite3.Connection) -> str:
    """The field of the first reference without a target, looked up before the roll back."""
    for table in (*CLASSES, *LINK_TABLES):
        row = connection.execute(f'PRAGMA foreign_key_check("{table}")').fetchone()
        if row is not None:
            keys = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            return next(str(key[3]) for key in keys if key[0] == row[3])
    return "?"
