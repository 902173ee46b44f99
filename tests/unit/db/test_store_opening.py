"""Opening a data file: what is made, what is refused, and that a refused file stays as it is."""

import os
import socket
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import connection as connections
from db.connection import APPLICATION_ID, network_type
from db.errors import Damaged, StoreError, TooNew, Unusable
from db.migrations import NAMES, VERSION
from db.store import Store, open_store
from stk_graph.model import Actor

NOBODY = 65534


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def fill(path: Path) -> Actor:
    with open_store(path, create=True) as store, store.write("test", "save") as action:
        return action.save(Actor(name="Kita"))


def pragma(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {statement}")
        connection.commit()


def test_only_its_owner_can_read_a_new_file_and_its_log(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "district.db"
    before = os.umask(0o022)
    try:
        with open_store(path, create=True) as store:
            with store.write("test", "save") as action:
                action.save(Actor(name="Kita"))
            modes = {entry.name: mode(entry) for entry in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(["district.db", "district.db-wal", "district.db-shm"], 0o600)
    assert mode(path.parent) == 0o700


def test_a_file_others_can_read_is_opened_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "district.db"
    fill(path)
    path.chmod(0o644)
    with open_store(path) as store:
        assert [finding.code for finding in store.findings] == ["mode"]
        assert str(path) in str(store.findings[0])


def test_every_commit_is_on_the_disk_and_references_are_enforced(store: Store) -> None:
    with store.writing() as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "busy_timeout",
                "cell_size_check",
                "temp_store",
                "secure_delete",
                "application_id",
                "user_version",
            )
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "cell_size_check": 1,
        "temp_store": 2,
        "secure_delete": 1,
        "application_id": APPLICATION_ID,
        "user_version": VERSION,
    }


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store.read.connection.execute("DELETE FROM actor")


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE customer(name TEXT)")
        connection.commit()


def foreign_with_id(path: Path) -> None:
    foreign_database(path)
    pragma(path, "application_id=7")


def plain_text(path: Path) -> None:
    path.write_text("Name;Telefon\n" * 100)


def empty(path: Path) -> None:
    path.touch()


def short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def newer(path: Path) -> None:
    fill(path)
    pragma(path, f"user_version={VERSION + 1}")


def with_unknown_migration(path: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=0")
        connection.execute(
            "INSERT INTO _sqlite_migrations(migration_set, name, applied_at)"
            " VALUES ('stk', 'm999_later', 'x')"
        )
        connection.commit()


@pytest.mark.parametrize(
    ("make", "error", "code"),
    [
        (foreign_database, Unusable, "foreign"),
        (foreign_with_id, Unusable, "foreign"),
        (plain_text, Unusable, "foreign"),
        (empty, Unusable, "empty"),
        (newer, TooNew, "too-new"),
        (with_unknown_migration, TooNew, "too-new"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_and_stays_as_it_is(
    tmp_path: Path, make: object, error: type[StoreError], code: str
) -> None:
    path = tmp_path / "file.db"
    assert callable(make)
    make(path)
    before = path.read_bytes()
    with pytest.raises(error) as refused:
        open_store(path)
    assert refused.value.code == code
    assert str(path) in str(refused.value)
    assert path.read_bytes() == before
    others = {entry.name for entry in tmp_path.iterdir() if "sicherungen" not in entry.name}
    assert others == {"file.db"}


def test_a_foreign_file_is_not_taken_over_when_creating(tmp_path: Path) -> None:
    path = tmp_path / "file.db"
    for make in (foreign_database, plain_text):
        path.unlink(missing_ok=True)
        make(path)
        before = path.read_bytes()
        with pytest.raises(Unusable):
            open_store(path, create=True)
        assert path.read_bytes() == before


def test_half_a_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.db"
    short(path)
    with pytest.raises((Unusable, Damaged)):
        open_store(path)


def test_a_missing_file_is_named_with_the_way_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="stk init"):
        open_store(tmp_path / "missing.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("create", [False, True])
def test_what_is_no_regular_file_is_refused(tmp_path: Path, create: bool) -> None:
    fill(tmp_path / "district.db")
    folder, pipe, link = (tmp_path / name for name in ("folder", "pipe", "link"))
    folder.mkdir()
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "district.db")
    with closing(socket.socket(socket.AF_UNIX)) as listener:
        listener.bind(str(tmp_path / "socket"))
        for path in (folder, pipe, link, tmp_path / "socket"):
            with pytest.raises(Unusable) as error:
                open_store(path, create=create)
            assert error.value.code == "not-a-file"


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_a_network_drive_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    share = tmp_path / "my share"
    share.mkdir()
    table = tmp_path / "mounts"
    written = str(share).replace(" ", "\\040")
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/x {written} {kind} rw 0 0\n")
    monkeypatch.setattr(connections, "MOUNT_TABLE", table)
    with pytest.raises(Unusable, match=kind):
        open_store(share / "district.db", create=True)
    assert list(share.iterdir()) == []
    assert network_type(tmp_path / "beside.db") is None


def test_a_library_too_old_is_named_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(Unusable, match=r"99\.0\.0"):
        open_store(tmp_path / "district.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "district.db"
    actor = fill(path)
    monkeypatch.setattr("db.store.VERSION", VERSION + 1)
    monkeypatch.setattr("db.migrations.run.VERSION", VERSION + 1)
    monkeypatch.setattr("db.migrations.run.NAMES", (*NAMES, "m003_for_a_test"))

    def add_a_column(execute: object) -> None:
        assert callable(execute)
        execute("ALTER TABLE note ADD COLUMN colour TEXT")

    module = type(sys)("db.migrations.m003_for_a_test")
    monkeypatch.setattr(module, "m003_for_a_test", add_a_column, raising=False)
    monkeypatch.setitem(sys.modules, "db.migrations.m003_for_a_test", module)
    with open_store(path) as store:
        assert store.read.get(Actor, actor.id) == actor
        trigger = store.read.execute("SELECT sql FROM sqlite_schema WHERE name='log_note_insert'")
        assert "colour" in trigger[0][0]
        assert store.check() == []
    (kept,) = (tmp_path / "district-sicherungen").glob("*-migration.db")
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "district.db"
    actor = fill(path)
    monkeypatch.setattr("db.store.VERSION", VERSION + 1)
    monkeypatch.setattr("db.migrations.run.NAMES", (*NAMES, "m003_for_a_test"))

    def half_done(execute: object) -> None:
        assert callable(execute)
        execute("ALTER TABLE note ADD COLUMN colour TEXT")
        execute("INSERT INTO nowhere VALUES (1)")

    module = type(sys)("db.migrations.m003_for_a_test")
    monkeypatch.setattr(module, "m003_for_a_test", half_done, raising=False)
    monkeypatch.setitem(sys.modules, "db.migrations.m003_for_a_test", module)
    with pytest.raises(StoreError):
        open_store(path)
    monkeypatch.undo()
    with open_store(path) as store:
        assert store.read.get(Actor, actor.id) == actor
        assert store.check() == []
