"""Whether the file is sound: pages, references, history, readable records, modes."""

import sqlite3
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from db.codec import layout
from db.connection import DRIVER_ERRORS, loose_mode, translated, typed
from db.damage import even_of_damaged_texts
from db.errors import Damaged, Finding
from db.followers import followers
from db.migrations.triggers import expected
from db.read import Reader
from db.tables import ALL_TABLES, TABLES

if TYPE_CHECKING:
    from db.store import Store

OF_LIBRARIES = frozenset({"sqlite_schema", "sqlite_temp_schema", "sqlite_sequence"}) | frozenset(
    {"_sqlite_migrations", "sqlite_stat1", "sqlite_stat4"}
)


def check(store: "Store", *, thorough: bool = True) -> list[Finding]:
    """Everything that is not as it should be; empty = sound. Reads only.

    ``thorough`` also compares every index with its table and reads every record; without it the
    check takes a fraction of the time and suits each day.

    Raises ``Damaged`` only if so much is damaged that not even a check can run.
    """
    reader = store.read
    found = _modes(store)
    with translated(store.path), reader.snapshot():
        connection = reader.connection
        reader.execute("SELECT 1 FROM sqlite_schema LIMIT 1")  # pragmas alone miss a new schema
        found += _pages(connection, thorough=thorough)
        if found and any(finding.code == "page" for finding in found):
            return found
        found += _schema(connection)
        found += _references(connection)
        found += _history(connection)
        if thorough:
            found += _dead_references(reader)
            found += _unreadable(store)
        for follower in followers():
            found += even_of_damaged_texts(connection, partial(follower.check, connection))
    return found


def _modes(store: "Store") -> list[Finding]:
    if store.read_only:
        return []
    names = (store.path.name + suffix for suffix in ("", "-wal", "-shm"))
    paths = (store.path.with_name(name) for name in names)
    return [_mode(path) for path in paths if path.exists() and loose_mode(path)]


def _mode(path: Path) -> Finding:
    return Finding("mode", {"path": str(path)})


def _pages(connection: sqlite3.Connection, *, thorough: bool) -> list[Finding]:
    pragma = "integrity_check" if thorough else "quick_check"
    try:
        rows = connection.execute(f"PRAGMA {pragma}(20)").fetchall()
    except DRIVER_ERRORS as error:
        if not isinstance(typed(error, ""), Damaged):
            raise
        return [Finding("page", {"detail": str(error)})]
    return [Finding("page", {"detail": str(row[0])}) for row in rows if row[0] != "ok"]


def _schema(connection: sqlite3.Connection) -> list[Finding]:
    present = {
        row[1]
        for row in connection.execute("PRAGMA table_list")
        if row[0] == "main" and row[2] in ("table", "virtual")
    }
    wrong = present - OF_LIBRARIES ^ set(ALL_TABLES)
    if wrong:
        return [Finding("table", {"name": name}) for name in sorted(wrong)]
    stored = dict(
        connection.execute("SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger','view')")
    )
    return [
        Finding("trigger", {"name": name})
        for name, sql in expected(connection).items()
        if stored.get(name) != sql
    ]


def _references(connection: sqlite3.Connection) -> list[Finding]:
    return [
        Finding("reference", {"table": row[0], "row": row[1]})
        for row in connection.execute("PRAGMA foreign_key_check")
    ]


def _history(connection: sqlite3.Connection) -> list[Finding]:
    found = []
    if connection.execute("SELECT 1 FROM cur").fetchone() is not None:
        found.append(Finding("open-action", {}))
    for table in ("tx", "log"):
        count, highest = connection.execute(
            f"SELECT count(*), coalesce(max(id), 0) FROM {table}"
        ).fetchone()
        row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        given = (row.fetchone() or (0,))[0]
        if not count == highest == given:
            found.append(Finding("history", {"detail": f"{table} {count}/{highest}/{given}"}))
    return found


def _dead_references(reader: Reader) -> list[Finding]:
    found = []
    for cls, table in TABLES.items():
        for field, target in layout(cls).references.items():
            found += [
                Finding("dead-reference", {"table": table, "uid": uid})
                for (uid,) in reader.execute(
                    f'SELECT c.uid FROM live_{table} c JOIN "{TABLES[target]}" p'
                    f' ON p.uid = c."{field}" WHERE p.dead = 1'
                )
            ]
    return found


def _unreadable(store: "Store") -> list[Finding]:
    """Records of which a part cannot be read now, whatever was met before."""
    reader = Reader(store.read.connection, store.path)
    for cls in TABLES:
        for _record in reader.each(cls):
            pass
    return [damage.finding for damage in reader.damages.values()]
