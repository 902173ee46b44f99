"""The demo district as its tests look at it: one reading a day, records by kind and by key."""

from datetime import date
from functools import cache
from typing import Any, TypeVar

from db.demo import as_typed, district
from stk_graph.model import Record

TODAY = date(2026, 11, 24)
T = TypeVar("T", bound=Record)


@cache
def on(today: date) -> tuple[Record, ...]:
    """The district as saved."""
    return tuple(district(today))


@cache
def typed() -> tuple[Record, ...]:
    """The district before kinds are read from words."""
    return tuple(as_typed(TODAY))


def of(kind: type[T], today: date = TODAY) -> list[T]:
    """All records of one kind."""
    return [record for record in on(today) if isinstance(record, kind)]


def one(key: str) -> Any:
    """The record with this TOML key."""
    return next(record for record in on(TODAY) if record.source_id == key)
