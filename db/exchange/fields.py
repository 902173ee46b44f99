"""The tables and columns of HSDS 3.0 as data (names, types, which are required, references)."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Field:
    """A column; ``choices`` are its allowed values, ``reference`` the table its value points to."""

    name: str
    type: str
    required: bool = False
    reference: str = ""
    choices: tuple[str, ...] = ()


def _field(row: dict[str, str]) -> Field:
    choices = tuple(row["type"].split("|")) if "|" in row["type"] else ()
    return Field(
        name=row["column"],
        type="string" if choices else row["type"],
        required=row["required"] == "yes",
        reference=row["reference"],
        choices=choices,
    )


@cache
def tables() -> dict[str, tuple[Field, ...]]:
    """The fields of every HSDS 3.0 table, in the order in which they are written."""
    found: dict[str, list[Field]] = {}
    with (DATA / "hsds_fields.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["table"], []).append(_field(row))
    return {table: tuple(fields) for table, fields in found.items()}


@cache
def columns(table: str) -> frozenset[str]:
    """The names of the columns of a table; empty for a table HSDS does not know."""
    return frozenset(field.name for field in tables().get(table, ()))
