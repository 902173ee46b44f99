"""Erasing a record for good (Art. 17 DSGVO): rows, history, search, log file."""

import json
import os
import sqlite3
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db.backup import flush_folder, folder_of, write_flushed
from db.codec import layout
from db.connection import translated
from db.deletion import MENTIONS, PARTS
from db.errors import Gone, StillReferred
from db.followers import followers
from db.migrations.triggers import columns_of
from db.read import Reader
from db.sources import fingerprint
from db.tables import CLASSES, LINK_TABLES, LINKS, TABLES

if TYPE_CHECKING:
    from db.store import Store


class Mention(NamedTuple):
    """A place where the erased name still stands, for a person to decide: table, field, record."""

    table: str
    field: str
    uid: str


class Erasure(NamedTuple):
    """What was erased, where the name still stands, and whether the log file could be emptied.

    If not (another program was reading), it is emptied when the file is next written to alone.
    """

    uids: tuple[str, ...]
    mentions: tuple[Mention, ...]
    log_emptied: bool


def erase(store: "Store", who: str, uid: str) -> Erasure:
    """Removes a record and its parts from the file so that nothing of them remains in its bytes.

    Deleted records, and those that only the history still knows, can be erased too. It cannot be
    undone; older backups hold the record until they are tidied away, and ``restore`` erases it
    again.

    Raises ``Gone`` if there is none, ``StillReferred`` naming living records that need it.
    """
    with store.writing() as connection:
        title = _title(connection, store.read, uid)
        with store.write(who, f"erase {uid}") as action:
            doomed = doomed_with(connection, store.read, uid, title)
            wipe(connection, doomed, action.at)
            action.keeps_itself = True
        emptied = empty_log_file(connection)
        keep_list_beside_backups(store)
    return Erasure(tuple(doomed), tuple(mentions_of(store.read, title)), emptied)


def _title(connection: sqlite3.Connection, reader: Reader, uid: str) -> str:
    table = _table_of(connection, uid)
    if table is None:
        raise Gone(title=uid)
    names = {name for name, _kind in columns_of(connection, table)}
    name = next((name for name in ("name", "title", "what") if name in names), "uid")
    rows = reader.execute(
        f'SELECT "{name}" FROM "{table}" WHERE uid = ?1 UNION ALL'
        f" SELECT json_extract(coalesce(new, old), '$.{name}') FROM log"
        " WHERE uid = ?1 AND tbl = ?2 AND coalesce(new, old) IS NOT NULL",
        (uid, table),
    )
    return str(rows[0][0])


def _table_of(connection: sqlite3.Connection, uid: str) -> str | None:
    """The table of a record that is there, deleted, or left in the history alone."""
    parts = [f"SELECT '{table}' FROM \"{table}\" WHERE uid = ?1" for table in CLASSES]
    parts.append(
        "SELECT tbl FROM log WHERE uid = ?1 AND tbl IN (SELECT value FROM json_each(?2))"
        " AND coalesce(new, old) IS NOT NULL"
    )
    row = connection.execute(" UNION ALL ".join(parts), (uid, json.dumps(list(CLASSES))))
    found = row.fetchone()
    return None if found is None else str(found[0])


def doomed_with(
    connection: sqlite3.Connection, reader: Reader, uid: str, title: str
) -> dict[str, str]:
    """Ids with tables of all that must go: the record, its parts, and the deleted that need it."""
    start = _table_of(connection, uid)
    doomed = {uid: start} if start else {}
    waiting = list(doomed)
    needed: list[tuple[str, str, str]] = []
    while waiting:
        for table, field, found, dead in _referring(connection, waiting.pop()):
            if found in doomed or (table, field) in MENTIONS:
                continue
            if dead or (table, field) in PARTS:
                doomed[found] = table
                waiting.append(found)
            else:
                needed.append((table, found, reader.titles([found]).get(found, found)))
    needed = [entry for entry in needed if entry[1] not in doomed]
    if needed:
        raise StillReferred(title, needed)
    return {key: table for key, table in doomed.items() if table}


def _referring(connection: sqlite3.Connection, uid: str) -> list[tuple[str, str, str, int]]:
    """Table, field, id and deadness of every record that refers to ``uid``."""
    found: list[tuple[str, str, str, int]] = []
    for cls, table in TABLES.items():
        for field in (*layout(cls).references, "owner"):
            rows = connection.execute(
                f'SELECT uid, dead FROM "{table}" WHERE "{field}" = ? AND uid <> ?', (uid, uid)
            )
            found += [(table, field, other, dead) for other, dead in rows]
        for field, link in LINKS.get(cls, {}).items():
            rows = connection.execute(
                f'SELECT uid, dead FROM "{link.table}" JOIN "{table}" ON uid = record'
                " WHERE target = ?",
                (uid,),
            )
            found += [(table, field, other, dead) for other, dead in rows]
    return found


def wipe(connection: sqlite3.Connection, doomed: dict[str, str], at: str) -> None:
    """Removes rows, mentions, imported values, notes, suggestions and history of these records."""
    uids = json.dumps(list(doomed))
    those = "(SELECT value FROM json_each(?1))"
    connection.execute("PRAGMA defer_foreign_keys=ON")  # rows go before their parts
    keys = connection.execute(
        "SELECT s.name, r.tbl, r.key FROM source_record r JOIN source s ON s.id = r.source"
        f" WHERE r.uid IN {those}",
        (uids,),
    ).fetchall()
    for table in LINK_TABLES:
        connection.execute(
            f'DELETE FROM "{table}" WHERE record IN {those} OR target IN {those}', (uids,)
        )
    for table, field in MENTIONS:
        if field not in LINKS.get(CLASSES[table], {}):
            connection.execute(
                f'UPDATE "{table}" SET "{field}" = NULL, ver = ver + 1, changed = ?2'
                f' WHERE "{field}" IN {those}',
                (uids, at),
            )
    for table in ("source_record", "note"):
        connection.execute(f'DELETE FROM "{table}" WHERE uid IN {those}', (uids,))
    connection.execute(f"DELETE FROM suggestion WHERE about IN {those} OR uid IN {those}", (uids,))
    for table in dict.fromkeys(doomed.values()):
        connection.execute(f'DELETE FROM "{table}" WHERE uid IN {those}', (uids,))
    connection.execute(f"UPDATE log SET old = NULL, new = NULL WHERE uid IN {those}", (uids,))
    remember_erased(
        connection,
        [fingerprint(uid) for uid in doomed] + [fingerprint("\n".join(key)) for key in keys],
        at,
    )
    for follower in followers():
        follower.forget(connection)


def remember_erased(connection: sqlite3.Connection, hashes: Collection[str], at: str) -> None:
    """Keeps the fingerprints of what was erased."""
    connection.executemany(
        "INSERT OR IGNORE INTO erased(hash, at) VALUES (?, ?)", [(found, at) for found in hashes]
    )


def empty_log_file(connection: sqlite3.Connection) -> bool:
    """Moves the write-ahead log into the file and cuts it to nothing; False if one still reads."""
    busy, _frames, _moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def mentions_of(reader: Reader, name: str) -> list[Mention]:
    """Where a name still stands in texts of other records."""
    found: list[Mention] = []
    for cls, table in TABLES.items():
        for column in layout(cls).columns:
            rows = reader.execute(
                f'SELECT uid FROM "{table}" WHERE instr("{column.name}", ?) > 0', (name,)
            )
            found += [Mention(table, column.field, uid) for (uid,) in rows]
    return found


def list_beside_backups(path: Path) -> Path:
    """The file with the fingerprints of all erased records, which outlives the data file."""
    return folder_of(path) / "geloescht.sha256"


def keep_list_beside_backups(store: "Store") -> None:
    """Writes the fingerprints of everything erased beside the backups."""
    hashes = {row[0] for row in store.read.execute("SELECT hash FROM erased")}
    place = list_beside_backups(store.path)
    with translated(place):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        hashes |= read_list(place)
        part = place.with_name(f".{place.name}.part-{os.getpid()}")
        write_flushed(part, "".join(f"{found}\n" for found in sorted(hashes)))
        part.replace(place)
        flush_folder(place.parent)


def read_list(place: Path) -> set[str]:
    """The fingerprints in a list beside the backups; none if there is no list."""
    try:
        return set(place.read_text(encoding="ascii").split())
    except FileNotFoundError:
        return set()


class ErasedAgain(NamedTuple):
    """What a restore erased again, and what it could not because living records need it."""

    erased: tuple[str, ...]
    still_needed: tuple[str, ...]


def erase_again(store: "Store", who: str, hashes: Collection[str]) -> ErasedAgain:
    """Erases whatever bears one of these fingerprints, as after a restore.

    Persons can always be erased. An institution that the restored state still needs is named in the
    answer, for a person to decide.
    """
    wanted = set(hashes)
    erased: list[str] = []
    needed: list[str] = []
    with store.writing() as connection:
        with store.write(who, "erase-again") as action:
            for uid in _bearing(connection, wanted):
                try:
                    doomed = doomed_with(connection, action.read, uid, uid)
                except StillReferred:
                    needed.append(uid)
                    continue
                wipe(connection, doomed, action.at)
                erased += doomed
            remember_erased(connection, wanted, action.at)
            action.keeps_itself = True
        empty_log_file(connection)
    return ErasedAgain(tuple(erased), tuple(needed))


def _bearing(connection: sqlite3.Connection, wanted: set[str]) -> list[str]:
    parts = [f'SELECT uid FROM "{table}"' for table in CLASSES]
    parts.append("SELECT uid FROM log WHERE uid IS NOT NULL AND coalesce(new, old) IS NOT NULL")
    uids = connection.execute(" UNION ".join(parts))
    return [uid for (uid,) in uids if fingerprint(uid) in wanted]
