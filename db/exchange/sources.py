"""A path → the tables and JSON documents behind it: one file, a folder or a ZIP archive."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from db.exchange import names
from db.exchange.archive import Archive
from db.exchange.csv_rows import (
    LOOKED_AT,
    MIXED,
    Note,
    Opener,
    encoding_of,
    mixed_lines,
    refuse_foreign_content,
    rows_of,
)
from db.exchange.json_values import JsonText
from db.exchange.limits import FILE_BYTES, MEMBERS, UNPACKED_BYTES
from db.exchange.problems import Code, ImportFehler
from stk_graph.language import N_, _
from stk_graph.text import clean

TABLE_SUFFIXES = (".csv", ".tsv", ".txt")
DESCRIPTOR = "datapackage.json"
NOTHING_READ = N_("Es wurde nichts eingelesen.")
REASONS = {
    errno.ENOENT: N_("„{file}“ gibt es nicht. Bitte den Pfad prüfen."),
    errno.EACCES: N_("„{file}“ darf nicht gelesen werden. Bitte die Rechte prüfen."),
    errno.ENAMETOOLONG: N_("„{file}“ ist kein möglicher Dateiname. Bitte den Pfad prüfen."),
}
LARGER = N_("„{file}“ ist größer als 50 MB. Bitte nur das Verzeichnis angeben oder es teilen.")
NOT_READABLE = N_("„{file}“ kann nicht gelesen werden. Bitte Pfad und Datenträger prüfen.")
DATA_FOLDERS = (PurePosixPath("."), PurePosixPath("data"))


def _ignore(_code: Code, _line: int, _value: str) -> None:
    """For a first look at a file; the problems are noted when it is read."""


@dataclass(frozen=True)
class RawTable:
    """A delimited file: its shown name, the stem of its name, and the header as written."""

    file: str
    name: str
    header: tuple[str, ...]
    opener: Opener

    def rows(self, note: Note) -> Iterator[tuple[int, list[str]]]:
        """The rows below the header with their lines."""
        rows = rows_of(self.opener, self.file, note)
        next(rows, None)
        return rows


@dataclass(frozen=True)
class RawDocument:
    """A JSON file: its shown name and the stem of its name (or of its folder)."""

    file: str
    name: str
    opener: Opener

    def read(self, note: Note) -> JsonText:
        """The text of the document, decoded by its mark, as UTF-8 or else as Windows text."""
        with self.opener() as stream:
            refuse_foreign_content(stream.read(LOOKED_AT), self.file)
        encoding, guessed = encoding_of(self.opener)
        if encoding == MIXED:
            with self.opener() as stream:
                return JsonText("".join(mixed_lines(stream, note)), self.file)
        if guessed:
            note(Code.ENCODING_GUESSED, 1, encoding)
        with self.opener() as stream:
            data = stream.read()
        try:
            text = data.decode(encoding, "replace" if guessed else "strict")
        except UnicodeError as error:
            raise _refused(
                Code.UNREADABLE,
                _("„{file}“ ist nicht lesbar. Bitte die Datei neu besorgen."),
                self.file,
            ) from error
        return JsonText(text.removeprefix("\ufeff"), self.file)


@dataclass
class Source:
    """What a path holds; ``ignored`` are files that are neither read nor part of the format."""

    name: str
    tables: list[RawTable] = field(default_factory=list)
    documents: list[RawDocument] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    close: Callable[[], None] = lambda: None


def _refused(code: Code, sentence: str, file: str) -> ImportFehler:
    return ImportFehler(code, f"{sentence.format(file=clean(file))} {_(NOTHING_READ)}")


def open_source(path: Path) -> Source:
    """The tables and documents at ``path``; nothing but the header lines is read yet.

    Raises ``ImportFehler`` if there is nothing readable or a limit is passed.
    """
    try:
        return _opened(path)
    except (OSError, ValueError) as error:
        sentence = _(REASONS.get(getattr(error, "errno", None) or 0, NOT_READABLE))
        raise _refused(Code.UNREADABLE, sentence, str(path)) from error


def _opened(path: Path) -> Source:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        return _from_files(clean(path.name), _files_of_folder(path))
    if not stat.S_ISREG(mode):
        raise _refused(
            Code.UNREADABLE,
            _("„{file}“ ist weder Datei noch Ordner. Bitte den Pfad prüfen."),
            path.name,
        )
    if path.name.casefold() == DESCRIPTOR:
        return _opened(path.parent)
    with path.open("rb") as stream:
        start = stream.read(64)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _from_archive(path)
    if not start:
        raise _refused(Code.EMPTY, _("„{file}“ ist leer. Bitte die Datei neu besorgen."), path.name)
    if path.stat().st_size > FILE_BYTES:
        raise _refused(Code.TOO_LARGE, _(LARGER), path.name)
    return _from_files(clean(path.name), {PurePosixPath(path.name): lambda: path.open("rb")})


def _files_of_folder(folder: Path) -> dict[PurePosixPath, Opener]:
    """The plain files of a folder and its sub-folders; links are left alone."""
    found: dict[PurePosixPath, Opener] = {}
    size = 0
    for directory, subfolders, files in os.walk(folder, followlinks=False):
        subfolders.sort()
        for name in sorted(files):
            path = Path(directory, name)
            if path.is_symlink() or not path.is_file():
                continue
            size += path.stat().st_size
            found[PurePosixPath(path.relative_to(folder).as_posix())] = _file_opener(path)
            if len(found) > MEMBERS or size > UNPACKED_BYTES:
                raise _refused(
                    Code.TOO_LARGE,
                    _(
                        "Der Ordner „{file}“ enthält mehr als 1000 Dateien oder 500 MB. Bitte "
                        "den Ordner mit dem Verzeichnis wählen."
                    ),
                    folder.name,
                )
    return found


def _file_opener(path: Path) -> Opener:
    def opener() -> BinaryIO:
        if path.stat().st_size > FILE_BYTES:
            raise _refused(Code.TOO_LARGE, _(LARGER), path.name)
        return path.open("rb")

    return opener


def _from_archive(path: Path) -> Source:
    archive = Archive(path)
    files = {
        PurePosixPath(name.replace("\\", "/")): _member(archive, name) for name in archive.members
    }
    if any(file.name == "workbook.xml" for file in files):
        archive.close()
        raise _refused(
            Code.NOT_A_TABLE,
            _(
                "„{file}“ ist eine Excel-Mappe, kein HSDS-Paket. Bitte als CSV speichern und "
                "diese Dateien angeben."
            ),
            path.name,
        )
    source = _from_files(archive.name, files)
    source.close = archive.close
    return source


def _member(archive: Archive, name: str) -> Opener:
    return lambda: archive.open(name)


def _from_files(name: str, files: dict[PurePosixPath, Opener]) -> Source:
    files = {file: opener for file, opener in files.items() if not _hidden(file)}
    source = Source(name)
    chosen = _tables_of(files, name)
    if chosen:
        source.tables = [_table(file, files[file]) for file in chosen]
    else:
        chosen = [file for file in files if _is_document(file, files[file])]
        source.documents = [_document(file, files[file]) for file in chosen]
    if not chosen:
        raise _refused(
            Code.UNKNOWN_FORMAT,
            _(
                "In „{file}“ steht weder eine CSV-Tabelle noch eine JSON-Datei. Bitte den Ordner "
                "oder das Archiv mit dem Verzeichnis wählen."
            ),
            name,
        )
    source.ignored = [
        clean(str(file)) for file in files if file not in chosen and file.name != DESCRIPTOR
    ]
    return source


def _hidden(file: PurePosixPath) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in file.parts)


def _tables_of(files: dict[PurePosixPath, Opener], name: str) -> list[PurePosixPath]:
    """The tables of one folder: the top, ``data/``, or the only folder that has any."""
    by_folder: dict[PurePosixPath, list[PurePosixPath]] = {}
    for file, opener in files.items():
        if _is_table(file, opener, alone=len(files) == 1):
            by_folder.setdefault(file.parent, []).append(file)
    for folder in DATA_FOLDERS:
        if folder in by_folder:
            return by_folder[folder]
    if len(by_folder) > 1:
        folders = ", ".join(clean(str(folder)) for folder in by_folder)
        sentence = _("„{file}“ enthält mehrere Ordner mit Tabellen: {folders}. Bitte einen wählen.")
        raise _refused(Code.UNKNOWN_FORMAT, sentence.replace("{folders}", folders), name)
    return next(iter(by_folder.values()), [])


def _is_table(file: PurePosixPath, opener: Opener, alone: bool) -> bool:
    suffix = file.suffix.casefold()
    if suffix == ".txt":
        return alone or names.table_of(names.stem(file.name), ()) is not None
    if suffix in TABLE_SUFFIXES:
        return True
    return alone and suffix != ".json" and not _begins_like_json(opener)


def _is_document(file: PurePosixPath, opener: Opener) -> bool:
    if file.name.casefold() == DESCRIPTOR:
        return False
    return file.suffix.casefold() == ".json" or _begins_like_json(opener)


def _begins_like_json(opener: Opener) -> bool:
    with opener() as stream:
        return stream.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def _table(file: PurePosixPath, opener: Opener) -> RawTable:
    shown = clean(str(file))
    first = next(rows_of(opener, shown, _ignore), (1, []))
    return RawTable(shown, names.stem(file.name), tuple(first[1]), opener)


def _document(file: PurePosixPath, opener: Opener) -> RawDocument:
    own, folder = names.stem(file.name), names.stem(file.parent.name)
    known = names.table_of(own, ()) is not None or not names.table_of(folder, ())
    return RawDocument(clean(str(file)), own if known else folder, opener)
