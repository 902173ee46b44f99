"""Queries to the full-text index: what they ask for, narrowed by a filter, as rows."""

import sqlite3

import msgspec

from db.search_documents import KIND_BITS, KINDS
from stk_graph.model.enums import Visibility, Weekday

WEIGHTS = "10, 1, 4, 6, 2, 3"
"""What a hit counts in title, description, organisation, person, address and target groups."""

_COLUMNS = (
    "d.id, d.uid, d.label, d.spelled, d.title, "
    "d.title || ' ' || d.descr || ' ' || d.org || ' ' || d.person || ' ' || d.addr || ' ' || d.tg"
)
_MASK = (1 << KIND_BITS) - 1
_WIDE_COLUMNS = "{title descr org addr tg}"
"""The columns but for ``person``, which holds what is published more narrowly."""


class Filter(msgspec.Struct, frozen=True):
    """What hits are narrowed to before they are ranked; None narrows nothing.

    ``area`` is an Area id, ``target_groups`` are keys of which one must be named, ``age`` is in
    completed years. Of the last four, an offer whose own value is unknown stays in; records of
    other kinds have none and are left out.
    """

    kinds: tuple[str, ...] = KINDS
    visible_from: Visibility = Visibility.INTERNAL
    area: str | None = None
    target_groups: tuple[str, ...] = ()
    age: float | None = None
    weekday: Weekday | None = None

    @property
    def about_offers(self) -> bool:
        """Whether only offers can pass."""
        return bool(self.area or self.target_groups) or not (self.age is self.weekday is None)


class Row(msgspec.Struct, frozen=True):
    """A document that matches; ``head`` is its title, ``text`` all it has, both folded.

    The lower ``rank`` the better.
    """

    id: int
    uid: str
    label: str
    spelled: str
    head: str
    text: str
    rank: float

    @property
    def kind(self) -> str:
        """The table of the record."""
        return KINDS[self.id & _MASK]


class Condition(msgspec.Struct, frozen=True):
    """A filter as SQL beside MATCH, with its values."""

    sql: str
    values: tuple[object, ...]
    wide_only: bool


def condition(wanted: Filter) -> Condition:
    """The SQL of a filter; ids alone decide about kinds, so that no document is read for them."""
    parts: list[str] = []
    values: list[object] = []
    kinds = ("offer",) if wanted.about_offers else wanted.kinds
    if set(kinds) < set(KINDS):
        numbers = ", ".join(str(KINDS.index(kind)) for kind in kinds)
        parts.append(f"AND (doc_fts.rowid & {_MASK}) IN ({numbers})")
    level = wanted.visible_from.level
    if level:
        parts.append("AND (SELECT level FROM doc WHERE id = doc_fts.rowid) >= ?")
        values.append(level)
    if wanted.about_offers:
        about, more = _about_offers(wanted)
        parts.append(
            f"AND EXISTS (SELECT 1 FROM offer o WHERE o.id = doc_fts.rowid >> {KIND_BITS} {about})"
        )
        values += more
    return Condition(" ".join(parts), tuple(values), level > 0)


def _about_offers(wanted: Filter) -> tuple[str, list[object]]:
    parts: list[str] = []
    values: list[object] = []
    if wanted.area:
        catchment = "SELECT 1 FROM offer_catchment WHERE record = o.uid"
        parts.append(
            f"AND (o.area = ? OR EXISTS ({catchment} AND target = ?)"
            f" OR o.area IS NULL AND NOT EXISTS ({catchment}))"
        )
        values += [wanted.area, wanted.area]
    if wanted.target_groups:
        marks = ", ".join("?" * len(wanted.target_groups))
        parts.append(
            "AND (o.target_groups = '[]' OR EXISTS"
            f" (SELECT 1 FROM json_each(o.target_groups) WHERE value IN ({marks})))"
        )
        values += wanted.target_groups
    if wanted.age is not None:
        parts.append("AND coalesce(o.age_min, 0) <= ? AND coalesce(o.age_max, 200) + 1 > ?")
        values += [wanted.age, wanted.age]
    if wanted.weekday is not None:
        days = "SELECT json_extract(value, '$.weekday') AS day FROM json_each(o.slots)"
        parts.append(
            f"AND (NOT EXISTS (SELECT 1 FROM ({days}) WHERE day IS NOT NULL)"
            f" OR ? IN (SELECT day FROM ({days})))"
        )
        values.append(int(wanted.weekday))
    return " ".join(parts), values


def matching(
    connection: sqlite3.Connection, expression: str, where: Condition, *, ranked: bool, most: int
) -> list[Row]:
    """Documents that match: the ``most`` best, or if not ``ranked`` the first found.

    Those come with the last confirmed in front.
    """
    match = f"{_WIDE_COLUMNS} : ({expression})" if where.wide_only else expression
    if ranked:
        rank, inner, outer = f"bm25(doc_fts, {WEIGHTS})", "ORDER BY rank", "f.rank"
    else:
        rank, inner, outer = "0.0", "", "d.verified DESC"
    sql = (
        f"SELECT {_COLUMNS}, f.rank FROM (SELECT rowid, {rank} AS rank FROM doc_fts"
        f" WHERE doc_fts MATCH ? {where.sql} {inner} LIMIT ?) f"
        f" JOIN doc d ON d.id = f.rowid ORDER BY {outer}"
    )
    return [Row(*row) for row in connection.execute(sql, (match, *where.values, most))]
