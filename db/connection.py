"""Connections to the data file: what may be opened, with which settings, and what went wrong."""

import errno
import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import Busy, Damaged, DiskFull, OpenAction, ReadOnly, Refused, StoreError, Unusable

APPLICATION_ID = 0x73746B31
"""``stk1`` in the header of every data file."""

LOCK_TIMEOUT = 5.0
"""Seconds to wait for another process' write to end."""

MAGIC = b"SQLite format 3\0"
NETWORK_TYPES = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "smbclient", "ncpfs"),
        *("sshfs", "fuse.sshfs", "davfs", "fuse.davfs2", "fuse.rclone"),
        *("9p", "afs", "ceph", "glusterfs", "fuse.glusterfs"),
    }
)
MOUNT_TABLE = Path("/proc/self/mounts")

OLDEST_SQLITE = (3, 37, 0)
"""The first version with STRICT tables."""

_TROUBLE = {
    sqlite3.SQLITE_FULL: "disk-full",
    **dict.fromkeys(
        (
            sqlite3.SQLITE_IOERR_SHMSIZE,
            sqlite3.SQLITE_IOERR_SHMOPEN,
            sqlite3.SQLITE_IOERR_SHMMAP,
        ),
        "no-room",
    ),
    **dict.fromkeys(
        (
            sqlite3.SQLITE_IOERR_WRITE,
            sqlite3.SQLITE_IOERR_FSYNC,
            sqlite3.SQLITE_IOERR_DIR_FSYNC,
            sqlite3.SQLITE_IOERR_TRUNCATE,
        ),
        "not-written",
    ),
}
"""Even reading needs a little room beside the file: for the index of its log."""
_CONTENT = (
    sqlite3.SQLITE_IOERR_SHORT_READ,
    sqlite3.SQLITE_IOERR_CORRUPTFS,
    sqlite3.SQLITE_IOERR_DATA,
)
"""Input errors that speak of what stands in the file, not of the disk below it."""
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_NO_WRITE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_FOREIGN = (sqlite3.SQLITE_NOTADB,)
_NO_PLACE = (
    *(errno.ENOENT, errno.ENOTDIR, errno.EEXIST),
    *(errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL),
)


def typed(error: BaseException, path: Path | str) -> StoreError:
    """The error of the store that an error of the driver or the system stands for."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if trouble := _trouble_of_disk(code, getattr(error, "errno", None)):
        return DiskFull(trouble, path=path)
    if primary in _BUSY:
        return Busy(path=path)
    if isinstance(error, OSError):
        return _typed_system_error(error, path)
    if primary in _NO_WRITE:
        return ReadOnly(path=path)
    if primary in _FOREIGN:
        return Unusable("foreign", path=path)
    if primary in (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG):
        return Refused(field=_field_named_in(str(error)))
    if isinstance(error, (UnicodeEncodeError, OverflowError)):
        return Refused(field="?")
    return Damaged(path=path)


def _trouble_of_disk(code: int | None, number: int | None) -> str:
    """The sentence for a disk that takes or gives nothing; empty for other errors."""
    if number in (errno.ENOSPC, errno.EDQUOT):
        return "disk-full"
    if number in (errno.EFBIG, errno.EIO):
        return "not-written"
    if code is None:
        return ""
    if code in _TROUBLE:
        return _TROUBLE[code]
    return "disk-error" if code & 0xFF == sqlite3.SQLITE_IOERR and code not in _CONTENT else ""


def _typed_system_error(error: OSError, path: Path | str) -> StoreError:
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return ReadOnly("no-access", path=path)
    if error.errno in _NO_PLACE:
        return Unusable("no-place", path=path)
    return Damaged(path=path)


def _field_named_in(message: str) -> str:
    """The column that the message of a failed constraint is about, as far as it says."""
    found = re.search(r'(?:failed: (?:\w+\.)?|in column \w+\.)"?(\w+)|"(\w+)"', message)
    return "?" if found is None else found[1] or found[2]


DRIVER_ERRORS = (
    sqlite3.Error,
    OSError,
    UnicodeDecodeError,
    UnicodeEncodeError,
    OverflowError,
)
"""What a connection can raise; a damaged page may surface as text that is no UTF-8."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns errors of the driver into errors of the store."""
    try:
        yield
    except StoreError:
        raise
    except DRIVER_ERRORS as error:
        raise typed(error, path) from error


def network_type(path: Path) -> str | None:
    """The type of the network file system that holds ``path``, or None if it lies on this device.

    Read from the mount table; where there is none the answer is None.
    """
    try:
        table = MOUNT_TABLE.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    where = os.path.realpath(path)
    best, found = -1, None
    for entry in table.splitlines():
        fields = entry.split(" ")
        if len(fields) < 3:
            continue
        mount = fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        inside = where == mount or where.startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= best:
            best, found = len(mount), fields[2]
    return found if found in NETWORK_TYPES else None


def refuse_old_library() -> None:
    """Raises ``Unusable`` if the SQLite of this Python lacks what the schema needs."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise Unusable("old-library", version=sqlite3.sqlite_version, needed=needed)


def refuse_network_drive(path: Path) -> None:
    """Raises ``Unusable`` if ``path`` lies on a network drive, where SQLite files get damaged."""
    kind = network_type(path)
    if kind is not None:
        raise Unusable("network-drive", path=path, kind=kind)


def refuse_other_files(path: Path, *, empty_allowed: bool) -> None:
    """Raises ``Unusable`` unless ``path`` is a regular file that begins like a SQLite file."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        raise Unusable("missing", path=path) from None
    if not stat.S_ISREG(mode):
        raise Unusable("not-a-file", path=path)
    with path.open("rb") as file:
        head = file.read(100)
    if not head and empty_allowed:
        return
    if not head:
        raise Unusable("empty", path=path)
    application = int.from_bytes(head[68:72], "big")
    if not head.startswith(MAGIC) or application not in (0, APPLICATION_ID):
        raise Unusable("foreign", path=path)


def create_file(path: Path) -> bool:
    """Makes the directory (0700) and an empty file (0600); leaves what is there as it is.

    SQLite gives ``-wal`` and ``-shm`` the mode of the file, so it must be right beforehand. Returns
    whether the file was made.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_NOFOLLOW, 0o600))
    except FileExistsError:
        return False
    return True


def remove_file(path: Path) -> None:
    """Removes a data file with what SQLite keeps beside it."""
    for suffix in ("-wal", "-shm", ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def loose_mode(path: Path) -> bool:
    """Whether other people on this computer may read or write the file."""
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, for any thread but one at a time."""
    connection = _connect(path)
    connection.execute("PRAGMA query_only=ON")
    return connection


def open_writer(path: Path) -> sqlite3.Connection:
    """The connection that writes: WAL, every commit on the disk, references enforced.

    Raises ``ReadOnly`` if the file or its directory cannot be written.
    """
    connection = _connect(path)
    try:
        for pragma in ("foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        answer = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        if answer != "wal":
            raise ReadOnly(path=path)
        connection.execute("PRAGMA synchronous=FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(
        uri, uri=True, timeout=LOCK_TIMEOUT, isolation_level=None, check_same_thread=False
    )
    try:
        for pragma in ("cell_size_check=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def no_open_action(connection: sqlite3.Connection) -> None:
    """Raises ``OpenAction`` inside a transaction: one action, one transaction."""
    if connection.in_transaction:
        raise OpenAction
