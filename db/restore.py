"""Going back to a backup: checked first, what was there kept, what was erased erased again."""

import hashlib
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from db.backup import backup_before, flush_folder
from db.connection import (
    APPLICATION_ID,
    DRIVER_ERRORS,
    LOCK_TIMEOUT,
    refuse_other_files,
    translated,
    typed,
)
from db.erase import erase_again, list_beside_backups, read_list
from db.errors import BackupFailed, Busy, Damaged, DiskFull, TooNew, Unusable
from db.migrations import VERSION
from db.store import Store, open_store


class Restored(NamedTuple):
    """Where the state before the restore lies, and what was erased again or still has to be."""

    before: Path | None
    erased: tuple[str, ...]
    still_needed: tuple[str, ...]


def restore(path: Path, source: Path, who: str) -> Restored:
    """Puts the content of a backup into the data file at ``path``.

    A sound file is backed up and then overwritten in one transaction, so other programs that have
    it open see the restored state. A damaged, missing or empty one is moved aside and replaced.

    Raises ``BackupFailed`` if the backup is not sound or does not match its checksum, ``TooNew``
    and ``Unusable`` as ``open_store`` does for it; then the data file is as before.
    """
    with checked_copy(source) as copy:
        try:
            store = open_store(path)
        except (Damaged, Unusable) as error:
            if error.code not in ("damaged", "missing", "empty"):
                raise
            aside = _replace(path, copy)
            with open_store(path) as store:
                return _finish(store, who, aside, set())
        with store:
            return _overwrite(store, copy, who)


def restore_into(store: Store, source: Path, who: str) -> Restored:
    """``restore`` for a store that is open; it stays open."""
    with checked_copy(source) as copy:
        return _overwrite(store, copy, who)


@contextmanager
def checked_copy(source: Path) -> Iterator[Path]:
    """A private copy of a backup that was found sound; see ``restore`` for what it raises."""
    with translated(source):
        refuse_other_files(source, empty_allowed=False)
        _compare_checksum(source)
    with tempfile.TemporaryDirectory(prefix="stk-") as folder:
        copy = Path(folder) / "backup.db"
        try:
            shutil.copyfile(source, copy)
            copy.chmod(0o600)
            _refuse_unsound(copy, source)
        except DRIVER_ERRORS as error:
            if isinstance(told := typed(error, copy), DiskFull):
                raise told from error
            raise BackupFailed("backup-damaged", path=source) from error
        yield copy


def _compare_checksum(source: Path) -> None:
    beside = source.with_name(source.name + ".sha256")
    if not beside.exists():
        return
    stated = beside.read_text(encoding="utf-8", errors="replace").split()
    with source.open("rb") as file:
        if stated[:1] != [hashlib.file_digest(file, "sha256").hexdigest()]:
            raise BackupFailed("backup-damaged", path=source)


def _refuse_unsound(copy: Path, source: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        if application != APPLICATION_ID:
            raise Unusable("foreign", path=source)
        if connection.execute("PRAGMA user_version").fetchone()[0] > VERSION:
            raise TooNew(path=source)
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise BackupFailed("backup-damaged", path=source)


def _overwrite(store: Store, copy: Path, who: str) -> Restored:
    before = backup_before(store, "restore")
    hashes = {row[0] for row in store.read.execute("SELECT hash FROM erased")}
    with store.writing() as connection:
        from db.migrations.run import migrate

        with translated(store.path), closing(sqlite3.connect(copy)) as backup:
            backup.backup(connection, progress=_Deadline(store.path).check)
        migrate(connection, store.path)
    return _finish(store, who, before, hashes)


class _Deadline:
    """Ends a restore that waits for another program's write; the driver itself never gives up."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._end = time.monotonic() + LOCK_TIMEOUT

    def check(self, status: int, _remaining: int, _total: int) -> None:
        waiting = status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if waiting and time.monotonic() > self._end:
            raise Busy(path=self._path)


def _replace(path: Path, copy: Path) -> Path | None:
    """Moves what is at ``path`` aside and puts the copy there; returns where the old file lies."""
    stamp = f"{datetime.now(UTC):%Y-%m-%dT%H%M%S%fZ}"
    aside = path.with_name(f"{path.name}.beschaedigt-{stamp}")
    with translated(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part-{stamp}")
        shutil.copyfile(copy, part)
        part.chmod(0o600)
        for suffix in ("-wal", "-shm", ""):
            old = path.with_name(path.name + suffix)
            if old.exists():
                old.rename(aside.with_name(aside.name + suffix))
        part.rename(path)
        flush_folder(path.parent)
    return aside if aside.exists() else None


def _finish(store: Store, who: str, before: Path | None, hashes: set[str]) -> Restored:
    hashes |= read_list(list_beside_backups(store.path))
    hashes |= {row[0] for row in store.read.execute("SELECT hash FROM erased")}
    with store.write(who, "restore") as action:
        action.keeps_itself = True
    if not hashes:
        return Restored(before, (), ())
    again = erase_again(store, who, hashes)
    return Restored(before, again.erased, again.still_needed)
