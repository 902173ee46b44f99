"""Writes an export: private, whole or not at all, and never over another file."""

import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from stk_graph.language import N_, _
from stk_graph.text import clean

Files = Iterable[tuple[str, bytes]]

EXISTS = N_("„{file}“ gibt es schon. Es wurde nichts geschrieben. Bitte einen neuen Namen wählen.")
NOT_WRITTEN = N_(
    "„{file}“ kann nicht geschrieben werden. Der Datenbestand ist unverändert. "
    "Bitte Ordner, Rechte und freien Platz prüfen."
)
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The date of all members, so that the same records give the same bytes."""


class ExportFehler(Exception):
    """An export that could not be written; nothing of it is left."""


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise ExportFehler(_(EXISTS).format(file=clean(str(path)))) from error
    except OSError as error:
        raise ExportFehler(_(NOT_WRITTEN).format(file=clean(str(path)))) from error


def _part_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _create(path: Path) -> int:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, 0o600)


def write_file(path: Path, data: bytes) -> None:
    """A new file of mode 0600. Raises ``ExportFehler`` if it exists or cannot be written."""
    with _told(path):
        _refuse_existing(path)
        part = _part_of(path)
        try:
            with os.fdopen(_create(part), "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            part.rename(path)
        finally:
            part.unlink(missing_ok=True)


def write_folder(path: Path, files: Files) -> None:
    """A new folder of mode 0700 with these files."""
    with _told(path):
        _refuse_existing(path)
        part = _part_of(path)
        part.mkdir(mode=0o700)
        try:
            for name, data in files:
                with os.fdopen(_create(part / name), "wb") as stream:
                    stream.write(data)
                    os.fsync(stream.fileno())
            part.rename(path)
        finally:
            shutil.rmtree(part, ignore_errors=True)


def write_archive(path: Path, files: Files) -> None:
    """A new ZIP archive of mode 0600 with these files."""
    with _told(path):
        _refuse_existing(path)
        part = _part_of(path)
        try:
            with (
                os.fdopen(_create(part), "wb") as stream,
                zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
            ):
                for name, data in files:
                    archive.writestr(zipfile.ZipInfo(name, ZIP_DATE), data, zipfile.ZIP_DEFLATED)
            part.rename(path)
        finally:
            part.unlink(missing_ok=True)


def _refuse_existing(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise FileExistsError(str(path))
