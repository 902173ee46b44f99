"""The columns and constraints that recur in the schema, as small builders of STRICT DDL.

A released migration is frozen: what a builder returns today it must return for ever, which the
stored schema in ``tests/data/db`` watches. A new need gets a new builder.
"""

from dataclasses import dataclass
from typing import Literal

# Control and direction characters of security.md section 2 as a GLOB pattern ``*[…]*``, by code
# points so that the schema itself stays readable; one call is parsed faster than a joined text.
_HIDDEN = (
    "127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42"
)
_IN_LINES = f"char(42,91,1,45,31,{_HIDDEN})"
_IN_TEXTS = f"char(42,91,1,45,8,11,45,31,{_HIDDEN})"
# Escapes by which JSON could still hold a control character, doubled backslashes set aside.
_ESCAPES = r"'*\[bfnrtu]*'"
_ESCAPES_OF_TEXTS = r"'*\[bfru]*'"

UID = (
    "GLOB '????????-????-7???-[89ab]???-????????????'",
    "NOT GLOB '*[^0-9a-f-]*'",
)
INSTANT = (
    "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
    "T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
)

Kind = Literal["line", "text", "list", "values", "reference", "other"]
FOREIGN_KEY = "ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED"


@dataclass(frozen=True)
class Column:
    """One column: its definition, what its text may hold, and the table it refers to."""

    name: str
    sql: str
    kind: Kind = "other"
    target: str = ""


def line(name: str, limit: int = 1000, *, required: bool = False) -> Column:
    """A text of one line; NULL where it is unknown, never empty."""
    null = " NOT NULL" if required else ""
    return Column(
        name, f'"{name}" TEXT{null} CHECK(length(trim("{name}")) BETWEEN 1 AND {limit})', "line"
    )


def short_text(name: str, limit: int = 1000) -> Column:
    """A text of one line that may be empty."""
    return Column(
        name, f'"{name}" TEXT NOT NULL DEFAULT \'\' CHECK(length("{name}") <= {limit})', "line"
    )


def text(name: str, limit: int = 20_000) -> Column:
    """A text of several lines that may be empty."""
    return Column(
        name, f'"{name}" TEXT NOT NULL DEFAULT \'\' CHECK(length("{name}") <= {limit})', "text"
    )


def maybe_text(name: str, limit: int = 20_000) -> Column:
    """A text of several lines; NULL where it is unknown, never empty."""
    return Column(
        name, f'"{name}" TEXT CHECK(length(trim("{name}")) BETWEEN 1 AND {limit})', "text"
    )


def key(name: str, *, required: bool = False) -> Column:
    """A key of a vocabulary or a value of a closed set; which ones there are the records know."""
    null = " NOT NULL" if required else ""
    check = f"\"{name}\" <> '' AND \"{name}\" NOT GLOB '*[^a-z0-9_.-]*'"
    return Column(name, f'"{name}" TEXT{null} CHECK({check})')


def day(name: str, *, required: bool = False) -> Column:
    """A date as ISO text; the modifier makes SQLite refuse 30 February."""
    null = " NOT NULL" if required else ""
    return Column(name, f'"{name}" TEXT{null} CHECK("{name}" IS date("{name}",\'+0 days\'))')


def flag(name: str, default: int = 0) -> Column:
    """0 or 1."""
    return Column(name, f'"{name}" INTEGER NOT NULL DEFAULT {default} CHECK("{name}" IN (0,1))')


def number(name: str, low: int, high: int, *, required: bool = False) -> Column:
    """A whole number in a range, both ends included."""
    null = " NOT NULL" if required else ""
    return Column(name, f'"{name}" INTEGER{null} CHECK("{name}" BETWEEN {low} AND {high})')


def real(name: str, low: int, high: int) -> Column:
    """A real number in a range, both ends included."""
    return Column(name, f'"{name}" REAL CHECK("{name}" BETWEEN {low} AND {high})')


def values(name: str) -> Column:
    """A list of values as JSON, ``[]`` where there are none."""
    check = f'json_valid("{name}") AND json_type("{name}") = \'array\''
    return Column(name, f"\"{name}\" TEXT NOT NULL DEFAULT '[]' CHECK({check})", "list")


def value(name: str) -> Column:
    """One composed value as a JSON object, NULL where it is unknown."""
    check = f'"{name}" IS NULL OR json_valid("{name}") AND json_type("{name}") = \'object\''
    return Column(name, f'"{name}" TEXT CHECK({check})', "list")


def raw_values(name: str) -> Column:
    """Values as a source gave them: a JSON object whose texts may have several lines."""
    check = f'json_valid("{name}") AND json_type("{name}") = \'object\''
    return Column(name, f'"{name}" TEXT NOT NULL CHECK({check})', "values")


def reference(name: str, target: str, *, required: bool = False) -> Column:
    """The uid of a row of another table, which cannot be removed while it is referred to.

    It is checked when the transaction ends, so records may refer to one another in any order.
    """
    null = " NOT NULL" if required else ""
    sql = f'"{name}" TEXT{null} REFERENCES "{target}"(uid) {FOREIGN_KEY}'
    return Column(name, sql, "reference", target)


def uid(name: str, *, required: bool = True, unique: bool = False) -> Column:
    """A uid that is no foreign key: a row's own, or one of any table."""
    rest = (" NOT NULL" if required else "") + (" UNIQUE" if unique else "")
    check = " AND ".join(f'"{name}" {rule}' for rule in UID)
    return Column(name, f'"{name}" TEXT{rest} CHECK({check})')


def instant(name: str) -> Column:
    """A moment in UTC, ``YYYY-MM-DDTHH:MM:SS.sssZ``."""
    return Column(name, f'"{name}" TEXT NOT NULL CHECK("{name}" {INSTANT})')


def _joined(columns: list[Column]) -> str:
    return "||".join(
        f'"{column.name}"' if " NOT NULL" in column.sql else f"ifnull(\"{column.name}\",'')"
        for column in columns
    )


def _plain(columns: tuple[Column, ...]) -> list[str]:
    """Constraints against hidden characters, one a kind: a single scan over all its columns."""
    constraints = []
    for name, kinds, hidden in (
        ("plain_lines", ("line", "list"), _IN_LINES),
        ("plain_texts", ("text", "values"), _IN_TEXTS),
    ):
        joined = _joined([column for column in columns if column.kind in kinds])
        if joined:
            constraints.append(
                f"CONSTRAINT {name} CHECK(({joined}) NOT GLOB {hidden}"
                f" AND instr({joined}, char(0)) = 0)"
            )
    for kind, escapes in (("list", _ESCAPES), ("values", _ESCAPES_OF_TEXTS)):
        joined = _joined([column for column in columns if column.kind == kind])
        if joined:
            constraints.append(
                rf"CONSTRAINT plain_{kind} CHECK(replace({joined},'\\','') NOT GLOB {escapes})"
            )
    return constraints


def table(name: str, *columns: Column, unique: str = "") -> tuple[str, ...]:
    """CREATE TABLE with a stable row id, and one index for each reference."""
    parts = ["id INTEGER PRIMARY KEY AUTOINCREMENT", *(column.sql for column in columns)]
    parts += _plain(columns)
    if unique:
        parts.append(f"UNIQUE({unique})")
    body = ",\n  ".join(parts)
    indexes = [
        f'CREATE INDEX "ix_{name}_{column.name}" ON "{name}"("{column.name}")'
        + ("" if " NOT NULL " in column.sql else f' WHERE "{column.name}" IS NOT NULL')
        for column in columns
        if column.target
    ]
    return (f'CREATE TABLE "{name}" (\n  {body}\n) STRICT', *indexes)


def record(name: str, *columns: Column, verified: bool = False) -> tuple[str, ...]:
    """The table of a kind of record: what all records share, then its own columns."""
    levels = "'intern','netzwerk','fachoeffentlich','oeffentlich'"
    shared = (
        uid("uid", unique=True),
        line("source_id", 300),
        Column("visibility", f'"visibility" TEXT NOT NULL CHECK("visibility" IN ({levels}))'),
        reference("owner", "actor"),
        Column("ver", '"ver" INTEGER NOT NULL CHECK("ver" > 0)'),
        instant("created"),
        instant("changed"),
        flag("dead"),
    )
    confirmed = (day("verified_on"), line("verified_by", 300)) if verified else ()
    statements = table(name, *shared, *confirmed, *columns)
    return (*statements, f'CREATE INDEX "ix_{name}_dead" ON "{name}"(uid) WHERE dead = 1')


def links(name: str, owner: str, target: str, *more: Column) -> tuple[str, ...]:
    """The table of an ordered list of references that a record holds.

    An empty ``target`` allows records of every kind, whose existence the store checks.
    """
    to = reference("target", target, required=True) if target else uid("target")
    columns = (
        reference("record", owner, required=True),
        to,
        number("pos", 0, 1_000_000, required=True),
        *more,
    )
    statements = table(name, *columns, unique='"record","target"')
    # UNIQUE begins with "record" and serves as its index.
    return tuple(line_ for line_ in statements if f'INDEX "ix_{name}_record"' not in line_)
