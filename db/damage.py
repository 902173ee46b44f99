"""Records of which a part cannot be read: read as far as they can be, and named.

A data file from elsewhere, or one that a failing disk has changed, may hold texts that are no UTF-8
and values that no record can have. One such record must not hide all others.
"""

import sqlite3
from collections.abc import Callable, Iterable, MutableMapping, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

import msgspec

from db.codec import Layout
from db.errors import Finding
from stk_graph.model import Record

R = TypeVar("R")
T = TypeVar("T", bound=Record)

NAMES = ("name", "title", "what", "text")
"""Fields by which a record is named to a person."""


class Damage(NamedTuple):
    """What is wrong with a record: ``title`` as far as it can be read, and whether it is shown."""

    table: str
    uid: str
    title: str
    is_shown: bool

    @property
    def finding(self) -> Finding:
        """The sentence to show."""
        code = "damaged-text" if self.is_shown else "unreadable"
        return Finding(code, {"table": self.table, "uid": self.uid, "title": self.title})


def is_undecodable(error: BaseException | None) -> bool:
    """Whether the driver met a text that is no UTF-8, as opposed to a page that is broken."""
    if isinstance(error, UnicodeDecodeError):
        return True
    of_sqlite = getattr(error, "sqlite_errorcode", None) is not None
    return isinstance(error, sqlite3.OperationalError) and not of_sqlite


def even_of_damaged_texts(connection: sqlite3.Connection, work: Callable[[], R]) -> R:
    """The result of ``work``; if it meets a text that is no UTF-8, of doing it again with U+FFFD.

    ``work`` must be one that can be done twice.
    """
    try:
        return work()
    except (sqlite3.OperationalError, UnicodeDecodeError) as error:
        if not is_undecodable(error):
            raise
    usual = connection.text_factory
    connection.text_factory = partial(_text, errors="replace")
    try:
        return work()
    finally:
        connection.text_factory = usual


def rows_as_far_as_readable(
    connection: sqlite3.Connection,
    sql: str,
    values: Sequence[Any],
    lay: Layout[Any] | None,
    found: MutableMapping[str, Damage],
) -> list[tuple[Any, ...]]:
    """The rows of a query with U+FFFD for what is no UTF-8.

    If they are rows of records, as ``lay`` says, those concerned are noted in ``found``.
    """
    usual = connection.text_factory
    connection.text_factory = bytes
    try:
        raw = connection.execute(sql, values).fetchall()
    finally:
        connection.text_factory = usual
    rows = []
    for row in raw:
        try:
            rows.append(tuple(_text(cell, "strict") for cell in row))
        except UnicodeDecodeError:
            rows.append(tuple(_text(cell, "replace") for cell in row))
            if lay is not None:
                _note(lay, rows[-1][1:], found, is_shown=True)
    return rows


def _text(cell: Any, errors: str) -> Any:
    return cell.decode("utf-8", errors) if isinstance(cell, bytes) else cell


def _note(
    lay: Layout[Any], row: Sequence[Any], found: MutableMapping[str, Damage], *, is_shown: bool
) -> None:
    values = dict(zip(lay.fields, row, strict=True))
    uid = str(values["id"])
    title = next((values[name] for name in NAMES if values.get(name)), uid)
    found[uid] = Damage(lay.table, uid, str(title), is_shown)


def readable_records(
    lay: Layout[T],
    rows: Iterable[tuple[Sequence[Any], dict[str, Any]]],
    found: MutableMapping[str, Damage],
) -> list[T]:
    """The records of those rows that are records; the others are noted in ``found``.

    ``rows`` are the columns of ``lay`` and the lists of references of each row.
    """
    records = []
    for row, linked in rows:
        try:
            records.append(lay.record(row, linked))
        except (msgspec.ValidationError, msgspec.DecodeError):
            _note(lay, row, found, is_shown=False)
    return records
