"""ZIP archives read member by member; nothing is ever extracted."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from db.exchange.limits import ARCHIVE_BYTES, FILE_BYTES, MEMBERS, RATIO, UNPACKED_BYTES
from db.exchange.problems import Code, ImportFehler
from stk_graph.language import N_, _
from stk_graph.text import clean

NESTED = (".zip", ".xlsx", ".ods", ".tar", ".gz", ".bz2", ".xz", ".7z", ".rar")
DEFECTS = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    RuntimeError,
    ValueError,
    OverflowError,
    MemoryError,
    OSError,
)
NOTHING_READ = N_(
    "Es wurde nichts eingelesen. Bitte das Verzeichnis neu herunterladen oder bei der Quelle "
    "nachfragen."
)


def _unsafe(sentence: str, code: Code = Code.UNSAFE_ARCHIVE) -> ImportFehler:
    return ImportFehler(code, f"{sentence} {_(NOTHING_READ)}")


@contextmanager
def _defects_refused(name: str) -> Iterator[None]:
    try:
        yield
    except DEFECTS as error:
        raise _unsafe(
            _("Das Archiv „{file}“ ist beschädigt oder unvollständig.").format(file=name),
            Code.UNREADABLE,
        ) from error


class _Counted(io.RawIOBase):
    """A member while it is unpacked, counted against its announced and allowed size."""

    def __init__(self, stream: IO[bytes], limit: int, file: str) -> None:
        self._stream, self._left, self._file = stream, limit, file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        with _defects_refused(self._file):
            data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise _unsafe(
                _("„{file}“ wird beim Entpacken größer als erlaubt.").format(file=self._file),
                Code.TOO_LARGE,
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


class Archive:
    """A ZIP archive whose members were checked before the first one is read.

    Raises ``ImportFehler`` for links, absolute or upward paths, encryption, nested archives,
    repeated names and sizes beyond the limits.
    """

    def __init__(self, path: Path) -> None:
        self.name = clean(path.name)
        with _defects_refused(self.name):
            if path.stat().st_size > ARCHIVE_BYTES:
                raise _unsafe(
                    _("Das Archiv „{file}“ ist größer als 50 MB.").format(file=self.name),
                    Code.TOO_LARGE,
                )
            self._zip = zipfile.ZipFile(path)
            self._members = {
                info.filename: info for info in self._zip.infolist() if not info.is_dir()
            }
        self._check()

    def close(self) -> None:
        self._zip.close()

    @property
    def members(self) -> list[str]:
        """Names of the files in the archive, in its order."""
        return list(self._members)

    def open(self, name: str) -> BinaryIO:
        """The unpacked bytes of a member as a stream that refuses to grow beyond its limit."""
        info = self._members[name]
        limit = min(info.file_size, info.compress_size * RATIO, UNPACKED_BYTES)
        with _defects_refused(clean(name)):
            stream = self._zip.open(info)
        return io.BufferedReader(_Counted(stream, limit, clean(name)))

    def _check(self) -> None:
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(infos) > MEMBERS:
            raise _unsafe(
                _("Das Archiv enthält mehr als {limit} Dateien.").format(limit=MEMBERS),
                Code.TOO_LARGE,
            )
        if len(infos) != len(self._members):
            raise _unsafe(_("Im Archiv steht derselbe Dateiname mehrmals."))
        if sum(info.file_size for info in infos) > UNPACKED_BYTES:
            raise _unsafe(_("Das Archiv wäre entpackt größer als 500 MB."), Code.TOO_LARGE)
        for info in infos:
            self._check_member(info)

    def _check_member(self, info: zipfile.ZipInfo) -> None:
        shown = clean(info.filename)
        path = PurePosixPath(info.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise _unsafe(_("„{file}“ läge außerhalb des Archivs.").format(file=shown))
        if stat.S_ISLNK(info.external_attr >> 16):
            raise _unsafe(_("„{file}“ ist eine Verknüpfung, keine Datei.").format(file=shown))
        if info.flag_bits & 0x1:
            raise _unsafe(_("„{file}“ ist verschlüsselt.").format(file=shown))
        if path.suffix.lower() in NESTED:
            raise _unsafe(_("„{file}“ ist selbst ein Archiv.").format(file=shown))
        if info.file_size > info.compress_size * RATIO or info.file_size > FILE_BYTES:
            raise _unsafe(
                _("„{file}“ wäre entpackt unverhältnismäßig groß.").format(file=shown),
                Code.TOO_LARGE,
            )
