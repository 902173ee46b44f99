"""Writing records inside one transaction of the store."""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from db.codec import BOOKKEEPING, Layout, layout, title_of
from db.connection import translated
from db.deletion import delete_record
from db.errors import Changed, Gone
from db.gate import added_keys, admit
from db.read import Reader
from db.sources import Sources
from stk_graph.model import Feedback, Record

T = TypeVar("T", bound=Record)

CHUNK = 500
"""Records of one kind saved at once."""


class Saved(NamedTuple):
    """What became of many records."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0


class Transaction(Sources):
    """One action of a person: everything saved in it is kept or undone together."""

    def __init__(self, connection: sqlite3.Connection, path: Path, number: int, at: str) -> None:
        super().__init__(connection, at)
        self._path = path
        self.number = number
        """Number of the action in the history."""
        self.read = Reader(connection, path)
        """Queries that see what this transaction has written so far."""
        self.keeps_itself = False
        """Whether the action stays in the history though no record was changed."""

    def save(self, record: T) -> T:
        """Stores a record and returns it as stored, with its new version.

        A record whose id is not there yet is made, otherwise its fields are replaced. If nothing
        differs, nothing is written and the stored record is returned. A second feedback of an actor
        on an observation takes the place of the first.

        Raises ``Changed`` if it was saved elsewhere since it was read, ``Gone`` if it was deleted,
        ``InvalidRecord`` and ``Refused`` (see ``db.gate``). References are checked when the
        transaction ends.
        """
        with translated(self._path):
            return self._save(type(record), [record])[0][0]

    def save_all(self, records: Iterable[Record]) -> Saved:
        """Stores many records of any kinds in the given order; memory does not grow with them.

        Raises as ``save`` does; then nothing of the transaction is kept.
        """
        counts = Saved()
        waiting: dict[type[Record], dict[str, Record]] = {}
        for record in records:
            batch = waiting.setdefault(type(record), {})
            if record.id in batch or len(batch) >= CHUNK or isinstance(record, Feedback):
                counts = self._flush(batch, counts)
            batch[record.id] = record
        for batch in waiting.values():
            counts = self._flush(batch, counts)
        return counts

    def delete(self, uid: str, *, version: int | None = None) -> None:
        """Deletes a record and what is part of it (its roles, memberships, items …).

        Raises ``StillReferred`` naming the records that need it, ``Gone`` if it is not there,
        ``Changed`` if it no longer has the given version.
        """
        delete_record(self._connection, self.read, self.at, uid, version)

    def set_setting(self, key: str, value: str | None) -> None:
        """Keeps a setting in the file; None removes it."""
        if value is None:
            self._connection.execute("DELETE FROM setting WHERE key = ?", (key,))
        elif self.read.setting(key) != value:
            self._connection.execute(
                "INSERT INTO setting(key, value) VALUES (?, ?)"
                " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                (key, value),
            )

    def _flush(self, batch: dict[str, Record], counts: Saved) -> Saved:
        if not batch:
            return counts
        cls = type(next(iter(batch.values())))
        with translated(self._path):
            outcome = self._save(cls, list(batch.values()))
        batch.clear()
        created = sum(before is None for _record, before in outcome)
        unchanged = sum(
            before is not None and record.version == before for record, before in outcome
        )
        return Saved(
            counts.created + created,
            counts.updated + len(outcome) - created - unchanged,
            counts.unchanged + unchanged,
        )

    def _save(self, cls: type[T], records: list[T]) -> list[tuple[T, int | None]]:
        """Each record as stored, with the version it had before (None = it is new)."""
        lay = layout(cls)
        stored = {record.id: record for record in self._living(cls, records)}
        added = added_keys(self.read)
        result: list[tuple[T, int | None]] = []
        inserts: list[tuple[Any, ...]] = []
        linked: list[tuple[str, T | None, dict[str, Any]]] = []
        for record in records:
            admitted, values = admit(record, added)
            before = stored.get(record.id)
            if before is not None and _same(before, admitted):
                result.append((before, before.version))
                continue
            if before is not None and before.version != record.version:
                raise Changed(record, before, title_of(before))
            stamp = {
                "version": 1 if before is None else before.version + 1,
                "created": self.at if before is None else before.created,
                "changed": self.at,
            }
            written = msgspec.structs.replace(admitted, **stamp)
            values.update(stamp)
            result.append((written, None if before is None else before.version))
            linked.append((written.id, before, values))
            if isinstance(written, Feedback):
                self._replace_feedback(written)
            if before is None:
                inserts.append(lay.row(values))
            else:
                self._update(lay, written.id, lay.row(values))
        self._insert(lay, inserts)
        self._save_links(lay, linked)
        return result

    def _living(self, cls: type[T], records: list[T]) -> list[T]:
        """Those of the records that are stored; raises ``Gone`` if one was there and is not."""
        found = self.read.by_ids(cls, [record.id for record in records])
        missing = {record.id: record for record in records}
        for record in found:
            missing.pop(record.id, None)
        dead = self._connection.execute(
            f'SELECT uid FROM "{layout(cls).table}" WHERE dead = 1'
            " AND uid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(missing)),),
        ).fetchall()
        gone = [missing[uid] for (uid,) in dead]
        gone += [record for record in missing.values() if record.version]
        if gone:
            raise Gone(title=title_of(gone[0]))
        return found

    def _insert(self, lay: Layout[Any], rows: list[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * len(lay.columns))
        self._connection.executemany(
            f'INSERT INTO "{lay.table}" ({lay.names}) VALUES ({marks})', rows
        )

    def _update(self, lay: Layout[Any], uid: str, row: tuple[Any, ...]) -> None:
        settings = ", ".join(f'"{column.name}" = ?' for column in lay.columns)
        self._connection.execute(f'UPDATE "{lay.table}" SET {settings} WHERE uid = ?', (*row, uid))

    def _replace_feedback(self, feedback: Feedback) -> None:
        self._connection.execute(
            "UPDATE feedback SET dead = 1, ver = ver + 1, changed = ?"
            " WHERE observation = ? AND actor = ? AND uid <> ? AND dead = 0",
            (self.at, feedback.observation, feedback.actor, feedback.id),
        )

    def _save_links(
        self, lay: Layout[T], saved: list[tuple[str, T | None, dict[str, Any]]]
    ) -> None:
        for field, link in lay.links.items():
            less: list[tuple[Any, ...]] = []
            more: list[tuple[Any, ...]] = []
            for uid, stored, values in saved:
                before = _positions(() if stored is None else getattr(stored, field))
                after = _positions(values[field])
                less += [(uid, target) for target in before if target not in after]
                more += [
                    (uid, target, *place)
                    for target, place in after.items()
                    if before.get(target) != place
                ]
            column, mark, count = (
                (', "count"', ", ?", ', "count" = excluded."count"') if link.counted else ("",) * 3
            )
            self._connection.executemany(
                f'DELETE FROM "{link.table}" WHERE record = ? AND target = ?', less
            )
            self._connection.executemany(
                f'INSERT INTO "{link.table}" (record, target, pos{column}) VALUES (?, ?, ?{mark})'
                f" ON CONFLICT(record, target) DO UPDATE SET pos = excluded.pos{count}",
                more,
            )


def _positions(targets: Any) -> dict[str, tuple[int, ...]]:
    """Place (and number, where one is kept) of each reference of a list."""
    if isinstance(targets, dict):
        return {target: (pos, count) for pos, (target, count) in enumerate(targets.items())}
    return {target: (pos,) for pos, target in enumerate(targets)}


def _same(stored: Record, given: Record) -> bool:
    return all(
        getattr(stored, field) == getattr(given, field)
        for field in stored.__struct_fields__
        if field not in BOOKKEEPING
    )
