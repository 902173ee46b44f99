"""Where imported records came from: keys and values as the source gave them, and what had no place.

The values as imported tell a later import of the same source what changed there since, and which
fields a person edited here meanwhile.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from db.gate import LONG, clean_values
from db.read import Reader
from stk_graph.text import clean


class SourceRecord(NamedTuple):
    """The record that stands for a row of a source, and the values that row had."""

    uid: str
    values: dict[str, Any]


class Note(NamedTuple):
    """A value of a source that no field of the record could take."""

    source: str | None
    field: str
    text: str


class Sources:
    """The part of a transaction that remembers sources."""

    def __init__(self, connection: sqlite3.Connection, at: str) -> None:
        self._connection = connection
        self.at = at
        """The moment of the action, UTC."""

    def source(self, name: str, kind: str) -> int:
        """The number of a source by its name; ``kind`` is the key of its format."""
        row = self._connection.execute(
            "INSERT INTO source(name, format, first_read) VALUES (?, ?, ?)"
            " ON CONFLICT(name) DO UPDATE SET format = excluded.format RETURNING id",
            (clean(name, limit=1000), kind, self.at),
        ).fetchone()
        return int(row[0])

    def remember(
        self, source: int, table: str, rows: Iterable[tuple[str, str, Mapping[str, Any]]]
    ) -> None:
        """Keeps for each (key of the source, uid, values) which record it became.

        Rows that are known with the same uid and values are not touched.
        """
        self._connection.executemany(
            "INSERT INTO source_record(source, tbl, key, uid, body) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT(source, tbl, key) DO UPDATE SET uid = excluded.uid, body = excluded.body"
            " WHERE (uid, body) IS NOT (excluded.uid, excluded.body)",
            (
                (source, table, clean(key, limit=1000), uid, _encoded(values))
                for key, uid, values in rows
            ),
        )

    def note(self, uid: str, field: str, text: str, source: int | None = None) -> None:
        """Keeps a value that no field can take; the same note is kept once."""
        self._connection.execute(
            "INSERT INTO note(uid, source, field, text) SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS"
            " (SELECT 1 FROM note WHERE uid = ?1 AND source IS ?2 AND field = ?3 AND text = ?4)",
            (uid, source, clean(field, limit=1000), clean(text, multiline=True, limit=LONG)),
        )

    def add_notes(self, source: int, notes: Iterable[tuple[str, str, str]]) -> None:
        """Keeps (uid, field, text) of records that have no notes of this source yet."""
        self._connection.executemany(
            "INSERT INTO note(uid, source, field, text) VALUES (?, ?, ?, ?)",
            (
                (uid, source, clean(field, limit=1000), clean(text, multiline=True, limit=LONG))
                for uid, field, text in notes
            ),
        )

    def replace_notes(self, uid: str, source: int, notes: Iterable[tuple[str, str]]) -> None:
        """Makes these (field, text) pairs the notes of a source on a record; others of it go."""
        wanted = {
            (clean(field, limit=1000), clean(text, multiline=True, limit=LONG))
            for field, text in notes
        }
        rows = self._connection.execute(
            "SELECT id, field, text FROM note WHERE uid = ? AND source = ?", (uid, source)
        ).fetchall()
        held = {(row[1], row[2]): row[0] for row in rows}
        self._connection.executemany(
            "DELETE FROM note WHERE id = ?", [(held[pair],) for pair in held if pair not in wanted]
        )
        self._connection.executemany(
            "INSERT INTO note(uid, source, field, text) VALUES (?, ?, ?, ?)",
            [(uid, source, *pair) for pair in sorted(wanted - held.keys())],
        )


def _encoded(values: Mapping[str, Any]) -> str:
    cleaned = clean_values(msgspec.to_builtins(dict(values)), multiline=True)
    return msgspec.json.encode(cleaned).decode()


def source_records(reader: Reader, source: str, table: str) -> dict[str, SourceRecord]:
    """What a source gave for a table, by its own keys; empty for a source never read."""
    return dict(_source_rows(reader, source, table))


def _source_rows(reader: Reader, source: str, table: str) -> Iterator[tuple[str, SourceRecord]]:
    rows = reader.execute(
        "SELECT key, uid, body FROM source_record JOIN source s ON s.id = source"
        " WHERE s.name = ? AND tbl = ?",
        (clean(source, limit=1000), table),
    )
    for key, uid, body in rows:
        yield key, SourceRecord(uid, msgspec.json.decode(body))


def sources(reader: Reader) -> list[tuple[str, str]]:
    """Name and format of every source read so far, in the order of the first reading."""
    return [
        (row[0], row[1]) for row in reader.execute("SELECT name, format FROM source ORDER BY id")
    ]


def notes(reader: Reader, uid: str) -> list[Note]:
    """What a source said about a record and no field could take."""
    rows = reader.execute(
        "SELECT s.name, field, text FROM note LEFT JOIN source s ON s.id = source"
        " WHERE uid = ? ORDER BY note.id",
        (uid,),
    )
    return [Note(*row) for row in rows]


def fingerprint(text: str) -> str:
    """The SHA-256 by which something erased is recognised without keeping it."""
    return hashlib.sha256(text.encode()).hexdigest()


def was_erased(reader: Reader, source: str, table: str, key: str) -> bool:
    """Whether the record that a row of a source had become was erased (Art. 17 DSGVO)."""
    wanted = fingerprint(f"{clean(source, limit=1000)}\n{table}\n{clean(key, limit=1000)}")
    return bool(reader.execute("SELECT 1 FROM erased WHERE hash = ?", (wanted,)))
