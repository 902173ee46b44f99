"""The schema is the second net: what slips past the gate is refused by the file itself."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.errors import StoreError
from db.migrations.m001_records import m001_records
from db.migrations.triggers import expected
from db.store import Store
from db.tables import CLASSES, LINK_TABLES, LINKS, LOGGED_TABLES, REFERENCES, TABLES
from stk_graph.model import Actor, new_id

RELEASED = Path(__file__).parents[2] / "data" / "db"
MOMENT = "2026-11-24T10:00:00.000Z"
SHARED = {"visibility": "netzwerk", "ver": 1, "created": MOMENT, "changed": MOMENT}


def insert(store: Store, table: str, **values: Any) -> None:
    """Inserts a row past the gate, inside an action."""
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    with store.write("test", "raw") as action:
        action.read.connection.execute(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values())
        )


def actor(**values: Any) -> dict[str, Any]:
    return {
        "uid": new_id(),
        "name": "Kita",
        "accessibility": "unknown",
        "status": "active",
        **SHARED,
        **values,
    }


def refused(store: Store, **values: Any) -> bool:
    try:
        insert(store, "actor", **actor(**values))
    except StoreError:
        return True
    return False


def test_the_schema_of_a_released_version_never_changes() -> None:
    first = sqlite3.connect(":memory:")
    m001_records(first.execute)
    rows = first.execute(
        "SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%sqlite_migrations%' ORDER BY name"
    )
    statements = [sql for (sql,) in rows]
    released = (RELEASED / "schema_1.sql").read_text(encoding="utf-8").split(";\n\n")
    missing = [statement for statement in released if statement.strip() not in statements]
    assert missing in ([], [""])


@pytest.mark.parametrize("text", ["Zoë Çelik ẞ", "سلام\u200cعلیکم", "C:\\users \\\\u0001", "😀"])
def test_letters_of_every_language_are_taken(store: Store, text: str) -> None:
    assert not refused(store, name=text, description=text, aliases='["x"]')


HIDDEN = [
    *("\x1b", "\x00", "\x07", "\x0b", "\r", "\x7f", "\x85", "\x9b"),
    *("\u061c", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e"),
    *("\u2060", "\u2066", "\u2069", "\ufeff"),
]


@pytest.mark.parametrize("bad", HIDDEN, ids=ascii)
def test_hidden_characters_are_refused_wherever_text_is_kept(store: Store, bad: str) -> None:
    for field in ("name", "description", "short", "mail", "opening_text", "verified_by"):
        assert refused(store, **{field: f"a{bad}b"}), field
    assert refused(store, aliases=f'["a{bad}b"]')


@pytest.mark.parametrize("bad", ["\t", "\n"])
def test_a_line_has_no_tab_and_no_end_but_a_text_may(store: Store, bad: str) -> None:
    assert refused(store, name=f"a{bad}b")
    assert not refused(store, description=f"a{bad}b")


@pytest.mark.parametrize("escape", ["\\u001b", "\\u0000", "\\u202e", "\\n", "\\r", "\\b", "\\t"])
def test_an_escape_in_a_list_hides_no_character(store: Store, escape: str) -> None:
    assert refused(store, aliases=f'["a{escape}b"]')
    assert refused(store, aliases=f'["a\\\\{escape}b"]')
    assert not refused(store, aliases=f'["a\\{escape}b"]')


@pytest.mark.parametrize(
    "day",
    ["2026-02-30", "2026-04-31", "31.1.2026", "2026-1-3", "now", "2026-01-01 ", "", "2026-13-01"],
)
def test_only_days_of_the_calendar_are_dates(store: Store, day: str) -> None:
    assert refused(store, verified_on=day)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates())
def test_every_day_of_the_calendar_is_a_date(store: Store, day: Any) -> None:
    row = store.read.execute("SELECT ?1 IS date(?1, '+0 days')", (day.isoformat(),))
    assert row == [(1,)]


@pytest.mark.parametrize(
    "uid",
    [
        "0199c5a0-0000-4000-8000-000000000000",
        "0199C5A0-0000-7000-8000-00000000000A",
        "0199c5a0-0000-7000-c000-000000000000",
        "0199c5a000007000800000000000000000000",
        "",
    ],
)
def test_only_a_version_7_uid_in_lower_case_is_one(store: Store, uid: str) -> None:
    assert refused(store, uid=uid)


@pytest.mark.parametrize(
    "values",
    [
        {"name": "   "},
        {"name": "x" * 301},
        {"short": ""},
        {"opening_text": ""},
        {"visibility": "geheim"},
        {"ver": 0},
        {"dead": 2},
        {"address_protected": "ja"},
        {"status": "Active"},
        {"aliases": "{}"},
        {"aliases": "[1"},
        {"created": "2026-11-24 10:00:00"},
        {"accessibility": None},
    ],
)
def test_what_no_record_can_be_is_refused(store: Store, values: dict[str, Any]) -> None:
    assert refused(store, **values)


def test_numbers_lie_in_their_range(store: Store) -> None:
    place = {"uid": new_id(), "accessibility": "unknown", **SHARED}
    for values in ({"latitude": 90.5}, {"longitude": -181}, {"latitude": "Nord"}):
        with pytest.raises(Exception, match="Gespeichert wurde nichts"):
            insert(store, "location", **place, **values)
    insert(store, "location", **place, latitude="12")
    assert store.read.execute("SELECT latitude FROM location") == [(12.0,)]


def test_every_table_is_strict_and_every_reference_forbids_and_is_indexed(store: Store) -> None:
    connection = store.read.connection
    strict = {row[1]: row[5] for row in connection.execute("PRAGMA table_list")}
    for table in LOGGED_TABLES:
        assert strict[table] == 1
        indexed = {
            connection.execute(f'PRAGMA index_info("{row[1]}")').fetchone()[2]
            for row in connection.execute(f'PRAGMA index_list("{table}")')
        }
        for key in connection.execute(f'PRAGMA foreign_key_list("{table}")'):
            assert key[6] == "RESTRICT"
            assert key[3] in indexed, (table, key[3])


def test_the_references_of_the_schema_are_those_of_the_tables(store: Store) -> None:
    connection = store.read.connection
    for cls, table in TABLES.items():
        keys = {row[3]: row[2] for row in connection.execute(f'PRAGMA foreign_key_list("{table}")')}
        named = {field: TABLES[target] for field, target in REFERENCES.get(cls, {}).items()}
        assert keys == {**named, "owner": "actor"}
        for link in LINKS.get(cls, {}).values():
            keys = {
                row[3]: row[2]
                for row in connection.execute(f'PRAGMA foreign_key_list("{link.table}")')
            }
            target = {"target": TABLES[link.target]} if link.target else {}
            assert keys == {"record": table, **target}


def test_no_row_number_is_given_twice(store: Store) -> None:
    with store.write("test", "save") as action:
        action.save(Actor(name="A"))
    (first,) = store.read.execute("SELECT id FROM actor")
    store.undo("test")
    with store.write("test", "save") as action:
        action.save(Actor(name="B"))
    (second,) = store.read.execute("SELECT id FROM actor")
    assert second > first


def test_every_change_of_a_logged_table_is_logged(store: Store) -> None:
    names = {row[0] for row in store.read.execute("SELECT name FROM sqlite_schema")}
    for table in LOGGED_TABLES:
        assert {f"log_{table}_{operation}" for operation in ("insert", "update", "delete")} <= names
    assert set(expected(store.read.connection)) <= names
    assert len(LOGGED_TABLES) == len(set(LOGGED_TABLES)) == len(CLASSES) + len(LINK_TABLES) + 5


def test_a_parent_with_references_is_not_replaced_away(store: Store) -> None:
    with store.write("test", "save") as action:
        action.save(Actor(name="A"))
    with store.writing() as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("DELETE FROM tx")
