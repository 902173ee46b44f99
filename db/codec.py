"""Records to rows and back, by tables made from the fields of the records.

Scalars become columns, dates ISO text, closed sets their value, truth 0 or 1, lists of values and
composed values JSON, lists of references rows of a link table.
"""

import types
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

import msgspec

from db.tables import FREE_REFERENCES, LINKS, REFERENCES, TABLES, Link
from stk_graph.model import Record

T = TypeVar("T", bound=Record)

RENAMED = {"id": "uid", "version": "ver"}
"""Fields whose column has another name: ``id`` is the local row number in the database."""

BOOKKEEPING = frozenset({"version", "created", "changed"})
"""Fields the store writes; they do not make a record another one."""


class Column(msgspec.Struct, frozen=True):
    """A field and the column that holds it."""

    field: str
    name: str
    is_text: bool
    is_json: bool
    is_flag: bool
    optional: bool


class Layout(msgspec.Struct, Generic[T], frozen=True, dict=True):
    """How a kind of record lies in the database."""

    cls: type[T]
    table: str
    columns: tuple[Column, ...]
    links: dict[str, Link]
    references: dict[str, type[Record]]
    free_references: tuple[str, ...]

    @cached_property
    def names(self) -> str:
        """The columns quoted and joined by commas."""
        return ", ".join(f'"{column.name}"' for column in self.columns)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields in the order of the columns."""
        return tuple(column.field for column in self.columns)

    @cached_property
    def id_place(self) -> int:
        """Where the id stands in a row that begins with the number of the row."""
        return 1 + self.fields.index("id")

    @cached_property
    def json_fields(self) -> tuple[str, ...]:
        """Fields stored as JSON."""
        return tuple(column.field for column in self.columns if column.is_json)

    @cached_property
    def flag_fields(self) -> tuple[str, ...]:
        """Fields stored as 0 or 1."""
        return tuple(column.field for column in self.columns if column.is_flag)

    @cached_property
    def optional_fields(self) -> frozenset[str]:
        """Fields that know None."""
        return frozenset(column.field for column in self.columns if column.optional)

    @cached_property
    def text_fields(self) -> tuple[str, ...]:
        """Fields a person fills with text or keys, apart from the record's own id."""
        return tuple(
            column.field for column in self.columns if column.is_text and column.field != "id"
        )

    def row(self, builtins: dict[str, Any]) -> tuple[Any, ...]:
        """The values of the columns for a record given as built-in values."""
        return tuple(_stored(column, builtins[column.field]) for column in self.columns)

    def record(self, row: Sequence[Any], linked: dict[str, Any]) -> T:
        """The record of a row; ``linked`` holds the lists of references by field.

        Raises msgspec.ValidationError or msgspec.DecodeError for values no record can have.
        """
        values = dict(zip(self.fields, row, strict=True))
        for field in self.json_fields:
            text = values[field]
            if text is not None:
                values[field] = () if text == "[]" else msgspec.json.decode(text)
        for field in self.flag_fields:
            values[field] = bool(values[field])
        values.update(linked)
        return msgspec.convert(values, self.cls)


def _stored(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.is_json:
        return msgspec.json.encode(value).decode()
    return int(value) if column.is_flag else value


def _without_none(annotation: Any) -> Any:
    if isinstance(annotation, types.UnionType):
        kinds = [kind for kind in annotation.__args__ if kind is not types.NoneType]
        return kinds[0] if len(kinds) == 1 else annotation
    return annotation


def _column(info: msgspec.structs.FieldInfo) -> Column:
    kind = _without_none(info.type)
    composed = isinstance(kind, type(msgspec.Struct))
    return Column(
        field=info.name,
        name=RENAMED.get(info.name, info.name),
        is_text=kind is str,
        is_json=isinstance(kind, types.GenericAlias) or composed,
        is_flag=kind is bool,
        optional=kind is not info.type,
    )


@cache
def layout(cls: type[T]) -> Layout[T]:
    """The layout of a kind of record; raises KeyError for a class that has no table."""
    links = LINKS.get(cls, {})
    columns = tuple(_column(info) for info in msgspec.structs.fields(cls) if info.name not in links)
    return Layout(
        cls=cls,
        table=TABLES[cls],
        columns=columns,
        links=links,
        references=REFERENCES.get(cls, {}),
        free_references=FREE_REFERENCES.get(cls, ()),
    )


def title_of(record: Record) -> str:
    """How a record is named to a person: its name, title or first words."""
    for name in ("name", "title", "what", "text"):
        found = getattr(record, name, None)
        if isinstance(found, str) and found:
            return found if len(found) <= 80 else found[:79] + "…"
    return record.id
