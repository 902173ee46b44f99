"""Reading records. Needs nothing but the standard library's sqlite3, so that it starts fast."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from db.codec import RENAMED, Layout, layout, title_of
from db.connection import translated, typed
from db.errors import Damaged
from db.tables import CLASSES, LINKS, TABLES
from stk_graph.model import Contact, ContactRole, Offer, Record

if TYPE_CHECKING:
    from db.damage import Damage

T = TypeVar("T", bound=Record)

CHUNK = 2000
"""Rows read at once."""


class Reader:
    """Queries on one connection; each sees one state of the data, deleted records are not there.

    A text that is no UTF-8 is read with U+FFFD in place of what cannot be read, and a row that is
    no record is left out of the lists; both are noted in ``damages``.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        damages: "dict[str, Damage] | None" = None,
    ) -> None:
        self._connection = connection
        self._path = path
        self.damages = {} if damages is None else damages
        """What was found to be damaged while reading, by id."""

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection itself, for modules of this package that read in other ways."""
        return self._connection

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Within it every query sees the same state, whatever others write meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        with translated(self._path):
            self._connection.execute("BEGIN")
        try:
            yield
        except sqlite3.Error as error:
            raise typed(error, self._path) from error
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")  # of a read: nothing is lost

    @property
    def data_version(self) -> int:
        """A number that changes when another connection or process has written."""
        with translated(self._path):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def get(self, cls: type[T], uid: str) -> T | None:
        """The record, or None if there is none or it was deleted.

        Raises ``Damaged`` if the values stored for it are not those of a record.
        """
        found = self.by_ids(cls, (uid,))
        if not found and uid in self.damages and self.kind_of(uid) is cls:
            raise Damaged("damaged-record", title=self.damages[uid].title)
        return found[0] if found else None

    def find(self, uid: str) -> Record | None:
        """The record of whatever kind, or None."""
        kind = self.kind_of(uid)
        return None if kind is None else self.get(kind, uid)

    def kind_of(self, uid: str) -> type[Record] | None:
        """The kind of a record that is there, or None."""
        parts = " UNION ALL ".join(
            f"SELECT '{table}' FROM live_{table} WHERE uid = ?1" for table in CLASSES
        )
        with translated(self._path):
            row = self._connection.execute(parts, (uid,)).fetchone()
        return CLASSES[row[0]] if row else None

    def all(self, cls: type[T]) -> list[T]:
        """Every record of a kind in the order in which they were made."""
        return list(self.each(cls))

    def each(self, cls: type[T], chunk: int = CHUNK) -> Iterator[T]:
        """Every record of a kind, ``chunk`` rows at a time: memory does not grow with the table."""
        with self.snapshot():
            last = 0
            while True:
                rows = self._rows(cls, "id > ? ORDER BY id LIMIT ?", (last, chunk))
                yield from self._records(cls, rows)
                if len(rows) < chunk:
                    return
                last = rows[-1][0]

    def by_ids(self, cls: type[T], uids: Iterable[str]) -> list[T]:
        """The records with these ids in the given order; ids of none are left out."""
        wanted = list(dict.fromkeys(uids))
        term, values = _one_of("uid", wanted)
        found = {record.id: record for record in self._where(cls, term, values, order="")}
        return [found[uid] for uid in wanted if uid in found]

    def where(self, cls: type[T], **equals: Any) -> list[T]:
        """The records whose fields have these values.

        A collection means "one of these", None in it or alone "unknown". For a list (of values or
        of references) it means "contains", for several given values "contains one of these".
        Raises KeyError for a field the kind does not have.
        """
        return self._where(cls, *_conditions(layout(cls), equals))

    def values(
        self, cls: type[Record], fields: Collection[str], **equals: Any
    ) -> list[tuple[Any, ...]]:
        """Some fields of the records that ``where`` would give, in the same order.

        As the file holds them: dates as ISO text, truth as 0 or 1, lists of values as JSON. Raises
        KeyError for a field the kind does not have or that is a list of references.
        """
        lay = layout(cls)
        names = {column.field: f'"{column.name}"' for column in lay.columns}
        condition, values = _conditions(lay, equals)
        chosen = ", ".join(names[field] for field in fields)
        sql = f"SELECT {chosen} FROM live_{lay.table} WHERE {condition} ORDER BY id"
        return self.execute(sql, values)

    def offers_by_kinds(self, kinds: Collection[str | None]) -> list[Offer]:
        """Offers of one of these kinds; None stands for offers without a stated kind."""
        return self.where(Offer, offer_kind=kinds)

    def contacts_of(self, employers: Collection[str]) -> list[Contact]:
        """Contacts who work for one of these actors."""
        return self.where(Contact, employer=employers)

    def roles_about(self, targets: Iterable[str]) -> list[ContactRole]:
        """Who is responsible for these actors, offers, needs or networks."""
        wanted = _as_json(list(targets))
        fields = ("actor", "offer", "need", "network")
        term = " OR ".join(
            f'"{field}" IN (SELECT value FROM json_each(?{n + 1}))'
            for n, field in enumerate(fields)
        )
        return self._where(ContactRole, f"({term})", [wanted] * len(fields))

    def counts(self) -> dict[type[Record], int]:
        """How many records there are of each kind."""
        parts = ", ".join(f"(SELECT count(*) FROM live_{table})" for table in CLASSES)
        with translated(self._path):
            row = self._connection.execute(f"SELECT {parts}").fetchone()
        return dict(zip(TABLES, row, strict=True))

    def titles(self, uids: Iterable[str]) -> dict[str, str]:
        """How the records with these ids, of whatever kind, are named to a person."""
        found = {}
        for uid in dict.fromkeys(uids):
            record = self.find(uid)
            if record is not None:
                found[uid] = title_of(record)
        return found

    def setting(self, key: str) -> str | None:
        """The value of a setting kept in the file, or None."""
        rows = self.execute("SELECT value FROM setting WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def execute(self, sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query by another module of this package."""
        return self._fetched(sql, tuple(values))

    def _fetched(
        self, sql: str, values: tuple[Any, ...], lay: Layout[Any] | None = None
    ) -> list[tuple[Any, ...]]:
        """Rows of a query, records of ``lay`` if it is given."""
        try:
            with translated(self._path):
                return self._connection.execute(sql, values).fetchall()
        except Damaged as error:
            from db.damage import is_undecodable, rows_as_far_as_readable

            if not is_undecodable(error.__cause__):
                raise
            with translated(self._path):
                return rows_as_far_as_readable(self._connection, sql, values, lay, self.damages)

    def _where(
        self, cls: type[T], condition: str, values: Iterable[Any], order: str = " ORDER BY id"
    ) -> list[T]:
        with self.snapshot():
            rows = self._rows(cls, condition + order, values)
            found: list[T] = []
            for start in range(0, len(rows), CHUNK):
                found += self._records(cls, rows[start : start + CHUNK])
            return found

    def _rows(self, cls: type[T], condition: str, values: Iterable[Any]) -> list[Any]:
        lay = layout(cls)
        sql = f"SELECT id, {lay.names} FROM live_{lay.table} WHERE {condition}"
        return self._fetched(sql, tuple(values), lay)

    def _records(self, cls: type[T], rows: list[Any]) -> list[T]:
        lay = layout(cls)
        place = lay.id_place
        linked = self._links(lay, [row[place] for row in rows])
        filled = [(row[1:], linked.get(row[place], EMPTY[cls])) for row in rows]
        try:
            return [lay.record(row, lists) for row, lists in filled]
        except (msgspec.ValidationError, msgspec.DecodeError):
            from db.damage import readable_records

            return readable_records(lay, filled, self.damages)

    def _links(self, lay: Layout[T], uids: list[str]) -> dict[str, dict[str, Any]]:
        """For each record its lists of references by field: one query a list, not one a record."""
        found: dict[str, dict[str, Any]] = {}
        if not uids:
            return found
        wanted = _as_json(uids)
        for field, link in lay.links.items():
            count = ', "count"' if link.counted else ""
            sql = (
                f'SELECT record, target{count} FROM "{link.table}"'
                " WHERE record IN (SELECT value FROM json_each(?)) ORDER BY record, pos"
            )
            for record, target, *counted in self.execute(sql, (wanted,)):
                lists = found.setdefault(record, _no_links(lay.cls))
                if counted:
                    lists[field][target] = counted[0]
                else:
                    lists[field].append(target)
        return found


def _no_links(cls: type[Record]) -> dict[str, Any]:
    return {field: {} if link.counted else [] for field, link in LINKS.get(cls, {}).items()}


EMPTY = {cls: _no_links(cls) for cls in TABLES}


def _one_of(column: str, wanted: Iterable[Any]) -> tuple[str, list[Any]]:
    given = list(wanted)
    known = _as_json([value for value in given if value is not None])
    term = f'"{column}" IN (SELECT value FROM json_each(?))'
    return (f'({term} OR "{column}" IS NULL)' if None in given else term), [known]


def _as_json(values: list[Any]) -> str:
    return msgspec.json.encode(values).decode()


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value)


def _conditions(lay: Layout[Any], equals: Mapping[str, Any]) -> tuple[str, list[Any]]:
    """The condition that all of these fields have these values, and what it is filled with."""
    terms, values = [], []
    for field, wanted in equals.items():
        term, more = _condition(lay, field, wanted)
        terms.append(term)
        values += more
    return " AND ".join(terms) or "1", values


def _condition(lay: Layout[Any], field: str, wanted: Any) -> tuple[str, list[Any]]:
    many = isinstance(wanted, Collection) and not isinstance(wanted, str)
    given = list(wanted) if many else [wanted]
    if field in lay.links:
        table = lay.links[field].table
        inner, values = _one_of("target", given)
        return f'uid IN (SELECT record FROM "{table}" WHERE {inner})', values
    column = {column.field: column for column in lay.columns}[field]
    name = RENAMED.get(field, field)
    if column.is_json and wanted is not None:
        inner, values = _one_of("value", given)
        return f'EXISTS (SELECT 1 FROM json_each("{name}") WHERE {inner})', values
    if many:
        return _one_of(name, given)
    return f'"{name}" IS ?', [_plain(wanted)]
