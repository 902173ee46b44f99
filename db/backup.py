"""Backups of the data file: written whole or not at all, and checked before they count."""

import glob
import hashlib
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from db.connection import DRIVER_ERRORS, create_file, open_reader
from db.errors import BackupFailed

if TYPE_CHECKING:
    from db.store import Store

KEPT_DAYS, KEPT_WEEKS, OLDEST = 7, 4, 30
"""Daily and weekly backups that stay, and the days after which none does (Art. 17 DSGVO)."""


def folder_of(path: Path) -> Path:
    """Where the program's own backups of a data file lie."""
    return path.parent / f"{path.stem}-sicherungen"


def backup(store: "Store", destination: Path) -> Path:
    """Writes a backup and its SHA-256 beside it (``….sha256``); returns where it lies.

    The copy is complete, on the disk and sound before it gets its name; an older backup of that
    name is replaced in one step. Raises ``BackupFailed``; then nothing of it is left.
    """
    part = destination.with_name(f".{destination.name}.part-{os.getpid()}")
    try:
        create_file(part)
        _copy(store.lies_at, part)
        digest = _flushed_digest(part)
        checksum = destination.with_name(destination.name + ".sha256")
        part.replace(destination)
        write_flushed(checksum, f"{digest}  {destination.name}\n")
        flush_folder(destination.parent)
    except DRIVER_ERRORS as error:
        raise BackupFailed(path=destination) from error
    finally:
        for left in destination.parent.glob(f"{glob.escape(part.name)}*"):
            left.unlink()
    return destination


def _copy(source: Path, part: Path) -> None:
    with closing(open_reader(source)) as live, closing(sqlite3.connect(part)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("quick_check")


def _flushed_digest(path: Path) -> str:
    with path.open("rb") as file:
        os.fsync(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_flushed(path: Path, text: str) -> None:
    """Writes a small file of mode 0600 and waits until it is on the disk."""
    handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def backup_before(store: "Store", step: str) -> Path:
    """A backup in the program's own folder before a risky step, as ``migration`` or ``import``."""
    name = f"{store.path.stem}-{_this_moment():%Y-%m-%dT%H%M%S%fZ}-{step}.db"
    return backup(store, folder_of(store.path) / name)


def daily_backup(store: "Store") -> Path | None:
    """Ends old backups and makes today's if there is none; a file opened for reading has none.

    Old ones go first, so that they make room, and again when a new one has taken their place.
    Raises ``BackupFailed``.
    """
    if store.read_only:
        return None
    today = _this_moment().date()
    tidy(store.path, today)
    if any(made_on(found) == today for found in backups(store.path)):
        return None
    made = backup_before(store, "tag")
    tidy(store.path, today)
    return made


def _this_moment() -> datetime:
    return datetime.now(UTC)


def backups(path: Path) -> list[Path]:
    """The program's own backups of a data file, oldest first."""
    return sorted(folder_of(path).glob(f"{glob.escape(path.stem)}-*.db"))


def made_on(found: Path) -> date | None:
    """The day in the name of one of the program's own backups, or None for another name."""
    for part in found.stem.split("-"):
        if "T" not in part:
            continue
        start = found.stem.index(part) - len("2026-01-")
        try:
            return date.fromisoformat(found.stem[start : start + 10])
        except ValueError:
            continue
    return None


def kept(days: Iterable[date], today: date) -> set[date]:
    """Days whose backups stay: the last seven with one, the newest of the last four weeks."""
    young = sorted({day for day in days if today - timedelta(OLDEST) <= day}, reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    for day in young:
        weeks.setdefault(day.isocalendar()[:2], day)
    return {*young[:KEPT_DAYS], *list(weeks.values())[:KEPT_WEEKS]}


def tidy(path: Path, today: date) -> list[Path]:
    """Removes backups of the program's own folder that are no longer kept; returns them.

    The newest stays however old it is: it goes when there is one after it. What a backup left that
    was cut short on an earlier day goes too. Raises ``BackupFailed``.
    """
    found = {entry: day for entry in backups(path) if (day := made_on(entry)) is not None}
    stay = kept(found.values(), today) | {max(found.values(), default=today)}
    removed = [entry for entry, day in found.items() if day not in stay]
    try:
        for entry in removed:
            entry.unlink(missing_ok=True)
            entry.with_name(entry.name + ".sha256").unlink(missing_ok=True)
        for part in folder_of(path).glob(f".{glob.escape(path.stem)}-*.db.part-*"):
            if (made_on(part) or today) < today:
                part.unlink(missing_ok=True)
    except OSError as error:
        raise BackupFailed(path=folder_of(path)) from error
    return removed
