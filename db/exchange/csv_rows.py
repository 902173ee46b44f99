"""Bytes of a delimited table → rows, whatever the bytes are."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from db.exchange.limits import CELL_CHARACTERS, CHUNK, FILE_BYTES, TABLE_ROWS
from db.exchange.problems import Code, ImportFehler
from stk_graph.language import N_, _

csv.field_size_limit(FILE_BYTES)

Opener = Callable[[], BinaryIO]
Note = Callable[[Code, int, str], None]
"""Takes a code, the line in the file and the value concerned."""

DELIMITERS = (",", ";", "\t", "|")
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
PICTURES_AND_ARCHIVES = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*"),
    *(b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"MZ\x90"),
)
NO_TEXT = N_("Die Datei „{file}“ ist ein Bild, ein Archiv oder ein Programm, keine Tabelle.")
FOREIGN_CONTENT = (
    (b"<", N_("Die Datei „{file}“ enthält eine Internetseite oder XML, keine Tabelle.")),
    (b"%PDF", N_("Die Datei „{file}“ ist ein PDF, keine Tabelle.")),
    (
        b"PK\x03\x04",
        N_("Die Datei „{file}“ ist ein Archiv oder eine Excel-Mappe, keine CSV-Tabelle."),
    ),
    (b"SQLite format 3", N_("Die Datei „{file}“ ist eine Datenbank, keine Tabelle.")),
    (b"\xd0\xcf\x11\xe0", N_("Die Datei „{file}“ ist eine alte Office-Datei, keine CSV-Tabelle.")),
    *((magic, NO_TEXT) for magic in PICTURES_AND_ARCHIVES),
)
HOW_TO_GO_ON = N_("Es wurde nichts eingelesen. Bitte die Originaldatei noch einmal herunterladen.")


LOOKED_AT = 4096
"""So many first bytes tell what a file is."""
NO_LETTERS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a\x1b"})
"""Control characters that texts do not hold, but for a stray one."""
STRAY = 0.05


def _is_binary(start: bytes) -> bool:
    """Whether there is more than a stray control character in what is not UTF-8 either."""
    if start.startswith(tuple(mark for mark, _encoding in BYTE_ORDER_MARKS)):
        return False
    if len(start) - len(start.translate(None, NO_LETTERS)) <= STRAY * len(start):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return True
    return False


def refuse_foreign_content(start: bytes, file: str) -> None:
    """Raises ``ImportFehler`` if the first bytes show that the file is not a text table or JSON."""
    head = start.removeprefix(codecs.BOM_UTF8).lstrip()
    for magic, sentence in FOREIGN_CONTENT:
        if head.startswith(magic):
            told = _(sentence).format(file=file) + " " + _("Gefunden in Zeile 1, Spalte 1.")
            raise ImportFehler(Code.NOT_A_TABLE, f"{told} {_(HOW_TO_GO_ON)}")
    if _is_binary(start):
        told = _(NO_TEXT).format(file=file)
        raise ImportFehler(Code.NOT_A_TABLE, f"{told} {_(HOW_TO_GO_ON)}")


@contextmanager
def _decoded_or_refused(file: str) -> Iterator[None]:
    try:
        yield
    except (UnicodeError, csv.Error) as error:
        sentence = _("Die Datei „{file}“ ist keine lesbare Tabelle.").format(file=file)
        raise ImportFehler(Code.UNREADABLE, f"{sentence} {_(HOW_TO_GO_ON)}") from error


MIXED = "utf-8 with stray bytes"
"""The encoding of a file in UTF-8 into which single letters of a Windows character set came."""
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def encoding_of(opener: Opener) -> tuple[str, bool]:
    """The encoding of a file and whether it was guessed: mark, then UTF-8, then Windows.

    A file with at least as many letters in UTF-8 as stray bytes is ``MIXED``: one letter of
    another character set never spoils all others.
    """
    with opener() as stream:
        start = stream.read(4)
    mark = next((name for sign, name in BYTE_ORDER_MARKS if start.startswith(sign)), "utf-8")
    if not mark.startswith("utf-8"):
        return mark, False
    if _is_utf8(opener):
        return mark, False
    mixed = mark == "utf-8-sig" or _is_mixed(opener)
    return (MIXED if mixed else "cp1252"), True


def _is_utf8(opener: Opener) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with opener() as stream:
        try:
            while chunk := stream.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _is_mixed(opener: Opener) -> bool:
    letters = strays = 0
    with opener() as stream:
        for line in stream:
            found = _SEQUENCE.findall(line)
            letters += len(found)
            strays += len(_BEYOND_ASCII.findall(line)) - sum(map(len, found))
    return letters >= strays


def _windows_letter(error: UnicodeError) -> tuple[str, int]:
    """Reads the bytes that are no UTF-8 as Windows text, and only these."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("stk-windows-letter", _windows_letter)


def mixed_lines(stream: BinaryIO, note: Note) -> Iterator[str]:
    """The lines of a ``MIXED`` file; each line with a stray byte is noted."""
    number = 0
    for chunk in stream:
        for match in _LINE.finditer(chunk.removeprefix(codecs.BOM_UTF8) if not number else chunk):
            number += 1
            try:
                yield match[0].decode()
            except UnicodeDecodeError:
                text = match[0].decode("utf-8", "stk-windows-letter")
                note(Code.ENCODING_GUESSED, number, text.strip())
                yield text


class _Lines:
    """Text lines without NUL; remembers how many were read and the text since the last row."""

    def __init__(self, text: Iterable[str]) -> None:
        self._text = text
        self.number = 0
        self.quotes = 0
        self.nul_lines: list[int] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self.number += 1
            self.quotes += line.count('"')
            if "\0" in line:
                self.nul_lines.append(self.number)
                line = line.replace("\0", "")
            yield line


def delimiter_of(header: str) -> str:
    """The delimiter that gives a header line the most cells outside quotes; comma when in doubt."""
    counts = {mark: len(next(csv.reader([header], delimiter=mark), ())) for mark in DELIMITERS}
    return max(DELIMITERS, key=lambda mark: (counts[mark], mark == ","))


def rows_of(opener: Opener, file: str, note: Note) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with the line each begins at; the header comes first.

    Cells beyond the limit are cut, NUL is removed, an open quote at the end is reported. Raises
    ``ImportFehler`` if the bytes are no text or the table is beyond its limit.
    """
    with _decoded_or_refused(file):
        encoding, guessed = encoding_of(opener)
        with opener() as binary:
            refuse_foreign_content(binary.read(LOOKED_AT), file)
        with opener() as binary:
            if encoding == MIXED:
                yield from _rows(mixed_lines(binary, note), file, note)
                return
            if guessed:
                note(Code.ENCODING_GUESSED, 1, encoding)
            text = io.TextIOWrapper(binary, encoding=encoding, errors=_errors(encoding), newline="")
            yield from _rows(text, file, note)


def _errors(encoding: str) -> str:
    return "replace" if encoding == "cp1252" else "strict"


def _rows(text: Iterable[str], file: str, note: Note) -> Iterator[tuple[int, list[str]]]:
    lines = _Lines(text)
    source = iter(lines)
    first = next(source, None)
    if first is None:
        return
    reader = csv.reader(_with_first(first, source), delimiter=delimiter_of(first))
    begins = 1
    for count, row in enumerate(reader):
        for at in lines.nul_lines:
            note(Code.CONTROL_CHARACTER, at, "")
        lines.nul_lines.clear()
        if lines.quotes % 2:
            note(Code.OPEN_QUOTE, begins, "")
        if count > TABLE_ROWS:
            raise ImportFehler(Code.TOO_LARGE, _too_many_rows(file))
        for position, cell in enumerate(row):
            if len(cell) > CELL_CHARACTERS:
                note(Code.TRUNCATED, begins, cell[:40])
                row[position] = cell[:CELL_CHARACTERS]
        yield begins, row
        begins, lines.quotes = lines.number + 1, 0


def _with_first(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _too_many_rows(file: str) -> str:
    return _(
        "Die Tabelle „{file}“ hat mehr als {limit} Zeilen. Es wurde nichts eingelesen. "
        "Bitte die Tabelle teilen."
    ).format(file=file, limit=TABLE_ROWS)
