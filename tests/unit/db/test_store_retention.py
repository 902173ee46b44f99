"""Old contents leave the history after some months; undo ends there and says so."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import NotUndone
from db.retention import MONTHS, due, forget_old, keep_for, months_earlier, months_kept
from db.store import Store
from stk_graph.model import Actor
from tests.unit.db.store_actions import raw, save

TODAY = date(2026, 11, 24)


def aged(store: Store, number: int, day: str) -> None:
    """Lets an action be one of that day."""
    raw(store.path, f"UPDATE tx SET at = '{day}T08:00:00.000Z' WHERE id = {number}")


@pytest.fixture
def renamed(store: Store) -> None:
    """An institution made on the last day that is too old, and renamed on the first that is not."""
    (kita,) = save(store, Actor(name="Kita Alt"))
    save(store, msgspec.structs.replace(kita, name="Kita Neu"))
    aged(store, 1, "2024-11-23")
    aged(store, 2, "2024-11-24")


def test_contents_stay_for_24_months_unless_set_otherwise(store: Store) -> None:
    assert months_kept(store.read) == MONTHS == 24
    keep_for(store, "test", 6)
    assert months_kept(store.read) == 6
    with pytest.raises(ValueError, match="0"):
        keep_for(store, "test", 0)


def test_what_is_due_is_counted_before_it_is_taken(store: Store, renamed: None) -> None:
    assert due(store.read, TODAY) == (date(2024, 11, 24), 1, 0)
    keep_for(store, "test", 6)
    assert due(store.read, TODAY) == (date(2026, 5, 24), 2, 0)


def test_old_contents_are_gone_and_who_did_what_remains(store: Store, renamed: None) -> None:
    assert forget_old(store, "test", TODAY).actions == 1
    assert due(store.read, TODAY).actions == 0
    assert store.read.execute("SELECT count(*) FROM log WHERE tx = 1 AND new IS NOT NULL") == [(0,)]
    assert [action.what for action in store.history()] == ["blanked-2024-11-24", "save", "save"]
    assert [actor.name for actor in store.read.all(Actor)] == ["Kita Neu"]
    assert store.check() == []


def test_nothing_of_what_was_forgotten_stays_in_the_bytes_of_the_file(store: Store) -> None:
    (kita,) = save(store, Actor(name="Zwiebelfischhaus"))
    save(store, msgspec.structs.replace(kita, name="Haus"))
    aged(store, 1, "2020-01-01")
    aged(store, 2, "2020-01-01")
    forget_old(store, "test", TODAY)
    store.close()
    assert b"Zwiebelfischhaus" not in store.path.read_bytes()


def test_an_undo_of_what_was_forgotten_says_so_and_changes_nothing(
    store: Store, renamed: None
) -> None:
    forget_old(store, "test", TODAY)
    store.undo("test")
    assert [actor.name for actor in store.read.all(Actor)] == ["Kita Alt"]
    for number in (None, 1):
        with pytest.raises(NotUndone) as error:
            store.undo("test", number)
        assert "älter als die Aufbewahrungszeit" in str(error.value)
    assert [actor.name for actor in store.read.all(Actor)] == ["Kita Alt"]


def test_an_erasure_is_still_said_to_be_one(store: Store, renamed: None) -> None:
    (other,) = save(store, Actor(name="Hort"))
    store.erase("test", other.id)
    forget_old(store, "test", TODAY)
    with pytest.raises(NotUndone, match=r"Art\. 17"):
        store.undo("test", 3)


def test_forgetting_itself_is_no_change_to_take_back(store: Store, renamed: None) -> None:
    forget_old(store, "test", TODAY)
    with pytest.raises(NotUndone) as error:
        store.undo("test", 3)
    assert "Nr. 3 hat keinen Eintrag verändert" in str(error.value)


def test_where_nothing_is_due_nothing_is_written(store: Store) -> None:
    save(store, Actor(name="Kita"))
    before = len(store.history())
    forget_old(store, "test", TODAY)
    assert len(store.history()) == before


def test_the_list_of_exports_keeps_three_years(store: Store) -> None:
    for day in ("2023-11-23", "2023-11-24"):
        raw(
            store.path,
            "INSERT INTO export_log(at, who, format, level, records, purpose)"
            f" VALUES ('{day}T08:00:00.000Z', 'Test', 'hsds', 'intern', 1, 'Weitergabe')",
        )
    assert forget_old(store, "test", TODAY).exports == 1
    assert store.read.execute("SELECT substr(at, 1, 10) FROM export_log") == [("2023-11-24",)]


@given(st.dates(date(1990, 1, 1), date(2200, 1, 1)), st.integers(1, 120))
def test_months_earlier_is_never_later_and_keeps_the_day_where_there_is_one(
    day: date, months: int
) -> None:
    earlier = months_earlier(day, months)
    assert (day.year - earlier.year) * 12 + day.month - earlier.month == months
    assert earlier.day == day.day or (earlier.day < day.day and day.day > 28)
