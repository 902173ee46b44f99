"""A private copy of a data file that lies where nothing can be written."""

import shutil
import sqlite3
import tempfile
from pathlib import Path

from db.connection import typed
from db.errors import Damaged, DiskFull


def private_copy(path: Path) -> Path:
    """A copy of the file with its log in a new folder of mode 0700.

    The log holds what was committed last; if another process writes meanwhile, the two may not fit
    together, so the copy is checked and taken again.
    """
    for _attempt in range(3):
        folder = Path(tempfile.mkdtemp(prefix="stk-"))
        copy = folder / path.name
        try:
            _copy_with_log(path, folder)
            if _sound(copy):
                return copy
        except BaseException:
            shutil.rmtree(folder)
            raise
        shutil.rmtree(folder)
    raise Damaged(path=path)


def _copy_with_log(path: Path, folder: Path) -> None:
    for suffix in ("-wal", ""):
        source = path.with_name(path.name + suffix)
        if source.exists():
            target = folder / (path.name + suffix)
            shutil.copyfile(source, target)
            target.chmod(0o600)


def _sound(path: Path) -> bool:
    connection = sqlite3.connect(path)
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if isinstance(typed(error, path), DiskFull):
            raise
        return False
    finally:
        connection.close()


def remove_copy(copy: Path) -> None:
    """Removes a copy with its folder."""
    shutil.rmtree(copy.parent, ignore_errors=True)
