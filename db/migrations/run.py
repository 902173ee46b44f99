"""Brings a data file to the schema of this program, all or nothing."""

import sqlite3
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from db.connection import APPLICATION_ID
from db.errors import Damaged, TooNew, Unusable
from db.migrations import NAMES, VERSION
from db.migrations.triggers import install

SET = "stk"


def _migrations() -> Migrations:
    migrations = Migrations(SET)
    for name in NAMES:
        migrations(name=name)(_migration(name))
    return migrations


def _migration(name: str) -> Callable[[Database], None]:
    def apply(database: Database) -> None:
        getattr(import_module(f"db.migrations.{name}"), name)(database.conn.execute)

    return apply


def is_new(connection: sqlite3.Connection) -> bool:
    """Whether the file holds nothing yet."""
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None


def refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Raises ``Unusable`` for the database of another program, ``TooNew`` for a later version."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID and not (application == 0 and is_new(connection)):
        raise Unusable("foreign", path=path)
    if connection.execute("PRAGMA user_version").fetchone()[0] > VERSION:
        raise TooNew(path=path)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Applies what is pending in one transaction; does nothing to a file that is up to date.

    Several processes may call this for the same file at once: the first one migrates.

    Raises ``TooNew`` if the file knows migrations this program does not, ``Unusable`` for a foreign
    file, ``Damaged`` if references are broken afterwards; then nothing was changed.
    """
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        refuse_foreign(connection, path)
        database = Database(connection, execute_plugins=False)
        migrations = _migrations()
        unknown = {entry.name for entry in migrations.applied(database)} - set(NAMES)
        if unknown:
            raise TooNew(path=path)
        if migrations.pending(database):
            migrations.apply(database)
            install(connection)
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise Damaged(path=path)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
