"""Backups, the way back, and the check of a file."""

import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from db.backup import (
    backup,
    backup_before,
    backups,
    daily_backup,
    folder_of,
    kept,
    made_on,
    tidy,
)
from db.errors import BackupFailed, Busy, TooNew, Unusable
from db.migrations import VERSION
from db.restore import restore
from db.store import Store, open_store
from stk_graph.model import Actor, Offer
from tests.unit.db.store_actions import raw


def save(store: Store, actor: Actor) -> Actor:
    with store.write("test", "save") as action:
        return action.save(actor)


def names(store: Store) -> list[str]:
    return [actor.name for actor in store.read.all(Actor)]


def test_a_backup_is_whole_private_and_has_its_checksum(store: Store, tmp_path: Path) -> None:
    save(store, Actor(name="Kita"))
    made = store.backup(tmp_path / "sicher" / "b.db")
    assert {entry.name for entry in made.parent.iterdir()} == {"b.db", "b.db.sha256"}
    assert {stat.S_IMODE(entry.stat().st_mode) for entry in made.parent.iterdir()} == {0o600}
    with open_store(made, read_only=True) as copy:
        assert names(copy) == ["Kita"]
        assert copy.check() == []


def test_a_backup_replaces_an_older_one_of_its_name(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "b.db")
    save(store, Actor(name="Kita"))
    store.backup(tmp_path / "b.db")
    with open_store(tmp_path / "b.db", read_only=True) as copy:
        assert names(copy) == ["Kita"]


def test_a_backup_that_cannot_be_written_leaves_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    for destination in (tmp_path / "file" / "b.db", tmp_path / "folder"):
        with pytest.raises(BackupFailed, match="Der Datenbestand ist unverändert"):
            store.backup(destination)
    assert list((tmp_path / "folder").iterdir()) == []
    assert not list(tmp_path.glob(".*"))


def test_the_way_back_to_a_backup_keeps_the_state_before(store: Store, tmp_path: Path) -> None:
    first = save(store, Actor(name="A"))
    made = store.backup(tmp_path / "b.db")
    save(store, replace(first, name="B"))
    with open_store(store.path) as other:
        assert names(other) == ["B"]
        restored = store.restore(made, "test")
        assert names(store) == names(other) == ["A"]
    assert store.history()[0].what == "restore"
    assert store.check() == []
    assert restored.before is not None
    store.restore(restored.before, "test")
    assert names(store) == ["B"]
    save(store, Actor(name="C"))
    assert names(store) == ["B", "C"]


@pytest.mark.parametrize("state", ["missing", "empty", "damaged"])
def test_a_lost_or_damaged_file_is_replaced_and_kept_aside(
    store: Store, tmp_path: Path, state: str
) -> None:
    save(store, Actor(name="A"))
    made = backup(store, tmp_path / "b.db")
    path = tmp_path / "lost" / "district.db"
    path.parent.mkdir()
    if state != "missing":
        path.write_bytes(b"" if state == "empty" else made.read_bytes()[:5000])
    aside = restore(path, made, "test").before
    with open_store(path) as found:
        assert names(found) == ["A"]
        assert found.check() == []
    assert (aside is None) == (state == "missing")
    if aside is not None:
        assert aside.stat().st_size in (0, 5000)


def test_a_changed_backup_is_refused_and_the_file_left_alone(store: Store, tmp_path: Path) -> None:
    save(store, Actor(name="Kindertagesstätte"))
    made = store.backup(tmp_path / "b.db")
    content = made.read_bytes()
    at = content.index("Kindertagesstätte".encode())
    made.write_bytes(content[:at] + b"H" + content[at + 1 :])  # SQLite itself sees no fault
    before = store.path.read_bytes()
    with pytest.raises(BackupFailed, match="Prüfsumme"):
        store.restore(made, "test")
    assert store.path.read_bytes() == before
    assert names(store) == ["Kindertagesstätte"]


def test_what_is_no_backup_is_refused(store: Store, tmp_path: Path) -> None:
    foreign, text, newer = (tmp_path / name for name in ("foreign.db", "text.db", "newer.db"))
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE x(y)")
    text.write_text("Name;Telefon")
    store.backup(newer)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA user_version={VERSION + 1}")
        connection.commit()
    (tmp_path / "newer.db.sha256").unlink()
    for source, error in ((foreign, Unusable), (text, Unusable), (newer, TooNew)):
        with pytest.raises(error):
            store.restore(source, "test")
    with pytest.raises(Unusable, match="gibt es nicht"):
        store.restore(tmp_path / "none.db", "test")


def test_a_restore_gives_up_while_another_program_writes(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.restore.LOCK_TIMEOUT", 0.1)
    monkeypatch.setattr("db.connection.LOCK_TIMEOUT", 0.1)
    save(store, Actor(name="A"))
    made = store.backup(tmp_path / "b.db")
    with open_store(store.path) as restoring, store.writing() as connection:
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy):
            restoring.restore(made, "test")
        connection.execute("ROLLBACK")
        assert names(restoring) == ["A"]


TODAY = date(2026, 11, 24)


def test_seven_days_and_four_weeks_are_kept_and_nothing_older_than_thirty_days() -> None:
    days = [TODAY - timedelta(number) for number in range(60)]
    stay = sorted(kept(days, TODAY), reverse=True)
    assert stay[:7] == days[:7]
    assert stay[7:] == [date(2026, 11, 15), date(2026, 11, 8)]
    assert kept([], TODAY) == set()


@given(st.lists(st.dates(date(2026, 9, 1), TODAY)))
def test_a_kept_backup_is_young_and_the_newest_is_always_kept(days: list[date]) -> None:
    stay = kept(days, TODAY)
    assert stay <= set(days)
    assert len(stay) <= 11
    assert all((TODAY - day).days <= 30 for day in stay)
    young = [day for day in days if (TODAY - day).days <= 30]
    assert not young or max(young) in stay


def test_a_day_has_one_backup_of_its_own(store: Store) -> None:
    made = daily_backup(store)
    assert made is not None
    assert daily_backup(store) is None
    assert backups(store.path) == [made]
    assert made_on(made) is not None
    old = made.with_name("district-2020-01-01T000000000000Z-tag.db")
    other = made.with_name("district-von-hand.db")
    for copy in (old, other):
        shutil.copy(made, copy)
    assert made_on(old) == date(2020, 1, 1)
    assert made_on(other) is None
    newest = made_on(made)
    assert newest is not None
    assert tidy(store.path, newest) == [old]
    assert set(folder_of(store.path).glob("*.db")) == {made, other}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The moment that backups see; its only entry may be replaced."""
    moment = [datetime(2026, 11, 24, 8, tzinfo=UTC)]
    monkeypatch.setattr("db.backup._this_moment", lambda: moment[0])
    return moment


def days_with_a_backup(store: Store) -> list[date | None]:
    return [made_on(found) for found in backups(store.path)]


def test_after_months_of_daily_work_seven_days_and_four_weeks_are_there(
    store: Store, clock: list[datetime]
) -> None:
    for _day in range(45):
        assert daily_backup(store) is not None
        assert daily_backup(store) is None
        clock[0] += timedelta(1)
    days = days_with_a_backup(store)
    today = (clock[0] - timedelta(1)).date()
    assert set(days) == kept([today - timedelta(number) for number in range(45)], today)
    assert len(list(folder_of(store.path).iterdir())) == 2 * len(days), "each with its checksum"


def test_a_backup_before_an_import_ends_after_thirty_days_too(
    store: Store, clock: list[datetime]
) -> None:
    save(store, Actor(name="Grundschule Gelöschtweg"))
    early = backup_before(store, "import")
    for _day in range(31):
        clock[0] += timedelta(1)
        daily_backup(store)
    assert not early.exists()
    assert not early.with_name(early.name + ".sha256").exists()


def test_a_day_with_a_backup_before_an_import_still_ends_old_ones(
    store: Store, clock: list[datetime]
) -> None:
    old = backup_before(store, "tag")
    clock[0] += timedelta(40)
    backup_before(store, "import")
    assert daily_backup(store) is None
    assert not old.exists()


def test_the_last_backup_stays_until_there_is_a_newer_one(
    store: Store, clock: list[datetime]
) -> None:
    older = backup_before(store, "tag")
    clock[0] += timedelta(1)
    last = backup_before(store, "tag")
    clock[0] += timedelta(60)
    assert tidy(store.path, clock[0].date()) == [older]
    made = daily_backup(store)
    assert backups(store.path) == [made]
    assert not last.exists()


def test_what_a_backup_left_that_was_cut_short_goes_the_next_day(
    store: Store, clock: list[datetime]
) -> None:
    made = backup_before(store, "tag")
    cut_short = made.with_name(f".{made.name}.part-4711")
    shutil.copy(made, cut_short)
    assert tidy(store.path, clock[0].date()) == []
    assert cut_short.exists(), "another program may be at work on it"
    clock[0] += timedelta(1)
    tidy(store.path, clock[0].date())
    assert not cut_short.exists()


def test_a_name_with_brackets_is_no_pattern(tmp_path: Path) -> None:
    with open_store(tmp_path / "stk [nord].db", create=True) as store:
        assert daily_backup(store) is not None
        assert daily_backup(store) is None
        assert len(backups(store.path)) == 1


def test_a_file_opened_for_reading_makes_no_backup(store: Store) -> None:
    with open_store(store.path, read_only=True) as reading:
        assert daily_backup(reading) is None
    assert not folder_of(store.path).exists()


def test_an_old_backup_that_cannot_be_removed_is_said(store: Store, clock: list[datetime]) -> None:
    made = backup_before(store, "tag")
    stuck = made.with_name("district-2020-01-01T000000000000Z-tag.db")
    stuck.mkdir()
    with pytest.raises(BackupFailed):
        daily_backup(store)


def test_a_sound_file_has_no_findings(store: Store) -> None:
    save(store, Actor(name="A"))
    assert store.check() == store.check(thorough=False) == []


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (["DROP TRIGGER log_offer_update"], "trigger"),
        (["DROP VIEW live_offer", "CREATE VIEW live_offer AS SELECT * FROM offer"], "trigger"),
        (["CREATE TABLE organsation(id INTEGER)"], "table"),
        (["INSERT INTO cur VALUES (1)"], "open-action"),
        (["DELETE FROM log WHERE id = 1"], "history"),
        (
            [
                "INSERT INTO cur VALUES (1)",
                "UPDATE offer SET lead = '0199c5a0-0000-7000-8000-000000000000'",
                "DELETE FROM cur",
            ],
            "reference",
        ),
        (
            ["INSERT INTO cur VALUES (1)", "UPDATE actor SET dead = 1", "DELETE FROM cur"],
            "dead-reference",
        ),
        (
            [
                "INSERT INTO cur VALUES (1)",
                "UPDATE offer SET status = 'nie'",
                "DELETE FROM cur",
            ],
            "unreadable",
        ),
    ],
)
def test_the_check_finds_what_was_done_behind_the_back_of_the_store(
    store: Store, statements: list[str], code: str
) -> None:
    actor = save(store, Actor(name="A"))
    with store.write("test", "save") as action:
        action.save(Offer(title="Café", lead=actor.id))
    assert store.check() == []
    raw(store.path, *statements)
    assert code in {finding.code for finding in store.check()}
    assert all(str(finding) for finding in store.check())


def test_the_check_finds_a_file_others_can_read(store: Store) -> None:
    store.path.chmod(0o640)
    assert [finding.code for finding in store.check()] == ["mode"]


def test_the_check_finds_damaged_pages(store: Store, tmp_path: Path) -> None:
    with store.write("test", "save") as action:
        action.save_all(Actor(name=f"Kita {number}") for number in range(300))
    made = store.backup(tmp_path / "b.db")
    content = bytearray(made.read_bytes())
    at = content.index(b"Kita 150") // 4096 * 4096
    content[at : at + 64] = bytes(64)
    made.write_bytes(content)
    with open_store(made, read_only=False) as damaged:
        assert "page" in {finding.code for finding in damaged.check()}
