"""The data file of one network: opened, read, written as whole actions."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.connection import (
    APPLICATION_ID,
    LOCK_TIMEOUT,
    create_file,
    loose_mode,
    open_reader,
    open_writer,
    refuse_network_drive,
    refuse_old_library,
    refuse_other_files,
    remove_file,
    translated,
)
from db.errors import Busy, DiskFull, Finding, ReadOnly, TooNew, Unusable
from db.migrations import VERSION
from db.read import Reader

if TYPE_CHECKING:
    from db.damage import Damage
    from db.erase import Erasure
    from db.history import Action
    from db.restore import Restored
    from db.write import Transaction

# Writing, undo, backup and check are imported when asked for: the first paint needs none of them.


class Store:
    """One open data file: a reader for each thread, and one writer that threads take in turn."""

    def __init__(self, path: Path, *, lies_at: Path | None = None) -> None:
        self.path = path
        """Where the person keeps the file."""
        self.read_only = lies_at is not None
        self.findings: list[Finding] = []
        """What was noticed at opening and can be mended, as a mode open to others."""
        self.lies_at = lies_at or path
        """Where it is read from: a private copy if it cannot be written."""
        self.damages: dict[str, Damage] = {}
        """Records of which a part could not be read, by id, as they were met."""
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._writer: sqlite3.Connection | None = None
        self._turn = threading.RLock()

    @property
    def read(self) -> Reader:
        """The queries of this thread."""
        reader: Reader | None = getattr(self._local, "reader", None)
        if reader is None:
            with translated(self.path):
                connection = open_reader(self.lies_at)
            self._readers.append(connection)
            reader = self._local.reader = Reader(connection, self.path, self.damages)
        return reader

    @contextmanager
    def write(self, who: str, what: str, *, undoes: int | None = None) -> "Iterator[Transaction]":
        """One action of a person: all of it is stored and followed by the search, or nothing.

        ``what`` is a code followed by ids, as ``"save-offer 0199…"``; an action that changes
        nothing leaves no trace.

        Raises ``Busy`` if another process or thread writes for longer than the timeout,
        ``DiskFull``, ``ReadOnly``, ``Refused`` or ``InvalidRecord`` for what cannot be,
        ``OpenAction`` inside another action.
        """
        from db.frame import frame

        with (
            self.writing() as connection,
            frame(connection, self.path, who, what, undoes) as action,
        ):
            yield action

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The writer connection for one thread at a time, outside of any transaction."""
        if self.read_only:
            raise ReadOnly("opened-read-only", path=self.path)
        if not self._turn.acquire(timeout=LOCK_TIMEOUT):
            raise Busy(path=self.path)
        try:
            if self._writer is None:
                with translated(self.path):
                    self._writer = open_writer(self.path)
            yield self._writer
        finally:
            self._turn.release()

    @property
    def has_written(self) -> bool:
        """Whether a write was begun since the file was opened."""
        return self._writer is not None

    def history(self, limit: int = 50, uid: str | None = None) -> "list[Action]":
        """The latest actions, newest first (db.history.actions)."""
        from db.history import actions

        return actions(self.read, limit, uid)

    def undo(self, who: str, number: int | None = None) -> int:
        """Takes back an action, by default the latest (db.history.undo)."""
        from db.history import undo

        return undo(self, who, number)

    def redo(self, who: str) -> int:
        """Restores what the latest undo took back (db.history.redo)."""
        from db.history import redo

        return redo(self, who)

    def erase(self, who: str, uid: str) -> "Erasure":
        """Removes a record for good (db.erase.erase)."""
        from db.erase import erase

        return erase(self, who, uid)

    def backup(self, destination: Path) -> Path:
        """Writes a backup with its checksum (db.backup.backup)."""
        from db.backup import backup

        return backup(self, destination)

    def restore(self, source: Path, who: str) -> "Restored":
        """Goes back to a backup (db.restore.restore_into)."""
        from db.restore import restore_into

        return restore_into(self, source, who)

    def check(self, *, thorough: bool = True) -> list[Finding]:
        """What is not as it should be; empty = sound (db.check.check)."""
        from db.check import check

        return check(self, thorough=thorough)

    def close_readers(self) -> None:
        """Closes the connections of all readers; a thread that reads again gets a new one."""
        for connection in self._readers:
            connection.close()
        self._readers.clear()
        self._local = threading.local()

    def close(self) -> None:
        """Closes every connection; a read-only copy is removed."""
        self.close_readers()
        with self._turn:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
        if self.read_only:
            from db.private_copy import remove_copy

            remove_copy(self.lies_at)

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_details: Any) -> None:
        self.close()


def open_store(path: Path | str, *, create: bool = False, read_only: bool = False) -> Store:
    """Opens the data file of a network and brings its schema up to date.

    ``create`` makes the file if it is missing; ``read_only`` works on a private copy, for a folder
    that cannot be written.

    Raises ``Unusable`` (missing, foreign, empty, no regular file, network drive), ``TooNew``,
    ``Damaged``, ``ReadOnly`` if the file or folder cannot be written and no read-only opening was
    asked for, ``Busy``. A file that is refused stays as it is, byte for byte.
    """
    path = Path(path)
    with translated(path):
        refuse_old_library()
        refuse_network_drive(path)
        made = create and not path.is_symlink() and create_file(path)
        refuse_other_files(path, empty_allowed=create)
        store = Store(path, lies_at=_copied(path) if read_only else None)
        try:
            _make_ready(store, create=create)
        except BaseException as error:
            store.close()
            if made and isinstance(error, DiskFull) and not path.stat().st_size:
                remove_file(path)
                raise DiskFull("not-founded", path=path) from error
            raise
    return store


def _make_ready(store: Store, *, create: bool) -> None:
    if not store.read_only and not (_writable(store.path) and _writable(store.path.parent)):
        raise ReadOnly(path=store.path)
    version = _version(store, empty_allowed=create)
    if version < VERSION and not store.read_only:
        _migrate(store, version)
    if not store.read_only and loose_mode(store.path):
        store.findings.append(Finding("mode", {"path": str(store.path)}))


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _version(store: Store, *, empty_allowed: bool) -> int:
    """The version of the schema; 0 = the file holds nothing yet."""
    application, version, tables = store.read.execute(
        "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)"
        " FROM pragma_application_id, pragma_user_version"
    )[0]
    if application != APPLICATION_ID and not (empty_allowed and application == 0 == tables):
        raise Unusable("foreign", path=store.path)
    if version > VERSION:
        raise TooNew(path=store.path)
    return int(version)


def _migrate(store: Store, version: int) -> None:
    from db.backup import backup_before
    from db.migrations.run import migrate

    store.close_readers()  # they know the schema of before
    if version:
        backup_before(store, "migration")
    with store.writing() as connection:
        migrate(connection, store.path)


def _copied(path: Path) -> Path:
    from db.private_copy import private_copy

    return private_copy(path)
