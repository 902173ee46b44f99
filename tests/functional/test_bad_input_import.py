"""`stk import` of what is no directory: a sentence with what to do, and the file as it was."""

import io
import json
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.functional.cli_runs import Run, stk

ORGANIZATIONS = "id,name,description\n1,Kita Nord,Für alle\n2,Hort Süd,Für Schulkinder\n"


def zipped(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def lying_bomb() -> bytes:
    """An archive whose member says that it is small and grows while it is unpacked."""
    whole = zipped(**{"organizations.csv": b"id,name\n" + b"x" * 5_000_000})
    stated = (5_000_008).to_bytes(4, "little")
    assert whole.count(stated) == 2
    return whole.replace(stated, (1000).to_bytes(4, "little"))


def picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01" + bytes(100)


HTML = b"<!DOCTYPE html><html><body>Bitte anmelden</body></html>"
SCRIPT = b"var offers = {a: 1, b: 2};\nfunction load() { return offers }\n"
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"

REFUSED: dict[str, tuple[str, bytes, str]] = {
    "a web page": ("organizations.csv", HTML, "Internetseite"),
    "a web page as JSON": ("services.json", HTML, "Internetseite"),
    "a script": ("verzeichnis.js", SCRIPT, "HSDS-Paket"),
    "a script with the name of a table": ("services.csv", SCRIPT, "HSDS-Paket"),
    "a PDF": ("services.csv", PDF, "PDF"),
    "a picture": ("organizations.csv", picture(), "Bild"),
    "bytes that are no text": ("verzeichnis.zip", bytes(range(256)) * 16, "keine Tabelle"),
    "an empty file": ("organizations.csv", b"", "leer"),
    "half a JSON file": ("services.json", b'[{"id": "1", "name": "Hort', "Zeile 1"),
    "JSON nested without end": ("services.json", b"[" * 100_000, "verschachtelt"),
    "half an archive": ("p.zip", zipped(**{"organizations.csv": b"id,name\n"})[:60], "Archiv"),
    "a bomb": ("p.zip", zipped(**{"organizations.csv": bytes(40_000_000)}), "groß"),
    "a bomb that lies about its size": ("p.zip", lying_bomb(), "beschädigt"),
    "a member above the archive": ("p.zip", zipped(**{"../organizations.csv": b"id\n"}), "außer"),
    "an archive in the archive": ("p.zip", zipped(**{"innen.zip": zipped(a=b"")}), "Archiv"),
    "a table of another program": ("liste.csv", b"Spalte;Wert\na;1\n", "HSDS-Paket"),
}


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        entry.relative_to(folder).as_posix(): entry.read_bytes()
        for entry in folder.rglob("*")
        if entry.is_file()
    }


def refused_with_a_sentence(done: Run) -> None:
    assert done.code == 2, (done.out, done.err)
    assert done.out == ""
    assert "Traceback" not in done.err
    assert "Fehler" not in done.err, "the last resort is not for what people give"
    assert re.search(r"\bBitte\b", done.err), done.err


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_directory_is_refused_and_nothing_changes(
    case: str, demo_file: Path, tmp_path: Path
) -> None:
    name, content, told = REFUSED[case]
    given = tmp_path / name
    given.write_bytes(content)
    before = bytes_of(tmp_path)
    done = stk("import", str(given), db=demo_file)
    refused_with_a_sentence(done)
    assert told in done.err
    assert bytes_of(tmp_path) == before


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def nothing(_path: Path) -> None:
    """Leaves the path without anything."""


@pytest.mark.parametrize("make", [folder, pipe, nothing])
def test_a_path_without_a_file_is_refused_at_once(
    make: Callable[[Path], None], demo_file: Path, tmp_path: Path
) -> None:
    make(tmp_path / "verzeichnis")
    refused_with_a_sentence(stk("import", str(tmp_path / "verzeichnis"), db=demo_file))


def imported(path: Path, db: Path) -> dict[str, object]:
    done = stk("import", str(path), "--json", db=db)
    assert done.code == 0, done.err
    report = json.loads(done.out)
    assert isinstance(report, dict)
    return report


def codes(report: dict[str, object]) -> set[str]:
    problems = report["problems"]
    assert isinstance(problems, list)
    return {problem["code"] for problem in problems}


def test_half_a_table_is_read_as_far_as_it_goes_and_the_missing_end_is_told(
    demo_file: Path, tmp_path: Path
) -> None:
    given = tmp_path / "organizations.csv"
    given.write_text(ORGANIZATIONS + '3,Verein Ost,"Offen für', encoding="utf-8")
    assert "open-quote" in codes(imported(given, demo_file))
    assert "Kita Nord" in stk("contacts", "Kita Nord", db=demo_file).out


def test_a_table_in_another_encoding_keeps_its_umlauts_and_says_so(
    demo_file: Path, tmp_path: Path
) -> None:
    given = tmp_path / "organizations.csv"
    given.write_bytes(ORGANIZATIONS.replace("Kita Nord", "Kita Grünhöfe").encode("cp1252"))
    assert "encoding-guessed" in codes(imported(given, demo_file))
    assert "Kita Grünhöfe" in stk("contacts", "Grünhöfe", db=demo_file).out


def test_a_table_in_utf_16_is_read(demo_file: Path, tmp_path: Path) -> None:
    given = tmp_path / "organizations.csv"
    given.write_text(ORGANIZATIONS.replace("Kita Nord", "Kita Grünhöfe"), encoding="utf-16")
    imported(given, demo_file)
    assert "Kita Grünhöfe" in stk("contacts", "Grünhöfe", db=demo_file).out


def test_a_cell_of_20_megabytes_is_cut_and_told(demo_file: Path, tmp_path: Path) -> None:
    given = tmp_path / "organizations.csv"
    given.write_text(ORGANIZATIONS + "3,Verein Ost," + "x" * 20_000_000 + "\n", encoding="utf-8")
    assert "truncated" in codes(imported(given, demo_file))
    assert "Verein Ost" in stk("contacts", "Verein Ost", db=demo_file).out


def test_escapes_and_markup_in_a_foreign_table_become_harmless_text(
    demo_file: Path, tmp_path: Path
) -> None:
    given = tmp_path / "organizations.csv"
    names = ["Kita \x1b]2;PWNTITLE\x1b\\ eins", "[@click=app.quit]Kita[/] zwei", "Kita [/b] drei"]
    rows = "".join(f"h{number},{name},-\n" for number, name in enumerate(names))
    given.write_text("id,name,description\n" + rows, encoding="utf-8")
    report = stk("import", str(given), db=demo_file)
    assert report.code == 0, report.err
    shown = stk("contacts", "Kita", db=demo_file).out
    for out in (report.out, report.err, shown):
        assert "\x1b" not in out
    assert "Kita �]2;PWNTITLE�\\ eins" in shown
    assert "[@click=app.quit]Kita[/] zwei" in shown
    assert "Kita [/b] drei" in shown


def test_a_file_name_cannot_command_the_terminal(demo_file: Path, tmp_path: Path) -> None:
    given = tmp_path / "a\x1b]2;PWN\x07\u202eb.csv"
    given.write_bytes(SCRIPT)
    done = stk("import", str(given), db=demo_file)
    refused_with_a_sentence(done)
    assert not re.search("[\x1b\x07\u202e]", done.err)
