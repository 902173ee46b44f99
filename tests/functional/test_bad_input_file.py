"""A data file that is none, that is damaged, or that cannot be written: a sentence, no loss."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.functional.cli_runs import STK, Run, stk
from tests.functional.limited_runs import no_larger_file, respecting_rights, rights, stk_behind
from tests.functional.terminals import Terminal

Make = Callable[[Path, Path], None]
FOUNDED = ("init", "--name", "STK Nord", "--area", "Nordstadt")


def empty(path: Path, _demo: Path) -> None:
    path.touch()


def web_page(path: Path, _demo: Path) -> None:
    path.write_text("<!DOCTYPE html><html></html>")


def folder(path: Path, _demo: Path) -> None:
    path.mkdir()


def pipe(path: Path, _demo: Path) -> None:
    os.mkfifo(path)


def half(path: Path, demo: Path) -> None:
    path.write_bytes(demo.read_bytes()[: demo.stat().st_size // 2])


def first_bytes(path: Path, demo: Path) -> None:
    path.write_bytes(demo.read_bytes()[:60])


def overwritten(path: Path, demo: Path) -> None:
    content = bytearray(demo.read_bytes())
    content[8192:-8192] = b"\xff" * (len(content) - 16384)
    path.write_bytes(content)


def newer(path: Path, demo: Path) -> None:
    shutil.copyfile(demo, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")
        connection.commit()


def foreign(path: Path, _demo: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE customer(name TEXT)")
        connection.commit()


def below_a_file(path: Path, _demo: Path) -> None:
    path.parent.rmdir()
    path.parent.touch()


def missing(path: Path, _demo: Path) -> None:
    """Leaves the path without anything."""


FILES: dict[Make, str] = {
    empty: "ist leer",
    web_page: "keine Datei von stk",
    folder: "keine gewöhnliche Datei",
    pipe: "keine gewöhnliche Datei",
    half: "beschädigt",
    first_bytes: "beschädigt",
    overwritten: "beschädigt",
    newer: "neueren Fassung",
    foreign: "keine Datei von stk",
    below_a_file: "kein möglicher Ort",
    missing: "stk init",
}
COMMANDS = [("contacts",), ("undo",), ("import", "/dev/null"), ("backup",)]


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def what_lies_at(path: Path) -> bytes | list[str] | None:
    if path.is_file():
        return path.read_bytes()
    return names_in(path) if path.is_dir() else None


def refused(done: Run, told: str) -> None:
    assert done.code in (2, 3), (done.code, done.out, done.err)
    assert done.out == ""
    assert told in done.err
    assert "Traceback" not in done.err
    assert "Fehler" not in done.err, "the last resort is not for what people give"


@pytest.mark.parametrize("make", FILES, ids=lambda make: make.__name__)
def test_an_unusable_file_is_named_for_what_it_is_and_stays(
    make: Make, demo_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "eigener" / "ordner.db"
    path.parent.mkdir()
    make(path, demo_file)
    before = what_lies_at(path), what_lies_at(path.parent)
    at = list(FILES).index(make)
    for arguments in (COMMANDS[at % len(COMMANDS)], ("case",)):
        refused(stk(*arguments, db=path), FILES[make])
        assert (what_lies_at(path), what_lies_at(path.parent)) == before


@pytest.mark.parametrize("make", [empty, pipe, half, foreign, below_a_file])
def test_init_never_takes_the_place_of_something(
    make: Make, demo_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "eigener" / "ordner.db"
    path.parent.mkdir()
    make(path, demo_file)
    before = what_lies_at(path)
    refused(stk(*FOUNDED, db=path), str(path))
    assert what_lies_at(path) == before


@pytest.mark.parametrize("make", [web_page, half, newer, foreign, pipe])
def test_what_is_no_backup_is_not_restored(make: Make, demo_file: Path, tmp_path: Path) -> None:
    make(tmp_path / "sicherung.db", demo_file)
    before = demo_file.read_bytes()
    done = stk("restore", str(tmp_path / "sicherung.db"), "--yes", db=demo_file)
    refused(done, "sicherung.db")
    assert "Bitte" in done.err
    assert demo_file.read_bytes() == before


def test_a_damaged_text_is_named_in_the_app_and_hides_no_other_record(demo_file: Path) -> None:
    with closing(sqlite3.connect(demo_file)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("INSERT INTO cur(tx) VALUES (1)")
        connection.execute("UPDATE contact SET name = CAST(X'61EDA0BD62' AS TEXT) WHERE id = 1")
        connection.execute("DELETE FROM cur")
    terminal = Terminal(db=demo_file)
    terminal.read_until("110 / 112")
    terminal.escape()
    terminal.press("2")
    terminal.read_until("Im Eintrag „a���b“")
    terminal.read_until("Abenteuerspielplatz")
    assert terminal.quit() == 0


def test_a_file_found_damaged_while_the_app_is_open_is_said_to_be(demo_file: Path) -> None:
    with closing(sqlite3.connect(demo_file)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        found = "SELECT rootpage FROM sqlite_schema WHERE name = 'contact'"
        page = connection.execute(found).fetchone()[0]
    with demo_file.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    terminal = Terminal(db=demo_file)
    terminal.read_until("110 / 112")
    terminal.escape()
    terminal.press("2")
    assert terminal.end() == 1
    told = terminal.written.split(b"\x1b[?1049l")[1].decode()
    assert "beschädigt" in told
    assert "stk restore" in " ".join(told.split())
    assert "Traceback" not in told


# not to be written


@pytest.fixture(params=["folder", "file"])
def locked(request: pytest.FixtureRequest, demo_file: Path) -> Iterator[Path]:
    """A data file that may be read only: by its own rights or by those of its folder."""
    place = demo_file.parent / "nur-lesen"
    place.mkdir()
    path = place / "stk.db"
    shutil.copy2(demo_file, path)
    closed, mode = (place, 0o500) if request.param == "folder" else (path, 0o400)
    with rights(closed, mode):
        yield path


def test_who_may_only_read_can_look_things_up(locked: Path, tmp_path: Path) -> None:
    copies = tmp_path / "tmp"
    copies.mkdir()
    before = locked.read_bytes(), names_in(locked.parent)
    behind = [*respecting_rights(), "/usr/bin/env", f"TMPDIR={copies}"]
    found = stk_behind(behind, "contacts", "KiEZ Mühlberg", db=locked)
    answered = stk_behind(behind, "case", db=locked, text="Kind 2. Klasse, Betreuung bis 19 Uhr")
    for done in (found, answered):
        assert done.code == 0, done.err
        assert done.err.count("nur zum Lesen") == 1
    assert "KiEZ Mühlberg" in found.out
    assert "Telefon" in answered.out
    assert (locked.read_bytes(), names_in(locked.parent)) == before
    assert list(copies.iterdir()) == [], "the private copy goes with the command"


def test_a_change_where_only_reading_is_possible_is_refused(locked: Path) -> None:
    before = locked.read_bytes()
    done = stk_behind(respecting_rights(), "undo", "1", db=locked)
    assert done.code == 3
    assert "Gespeichert wurde nichts" in done.err
    assert locked.read_bytes() == before


def test_the_app_says_that_it_can_only_read_and_opens(locked: Path, tmp_path: Path) -> None:
    copies = tmp_path / "tmp"
    copies.mkdir()
    program, env = [*respecting_rights(), *STK], {"TMPDIR": str(copies)}
    terminal = Terminal(db=locked, program=program, env=env)
    terminal.read_until("110 / 112")
    terminal.read_until("nur zum Lesen")
    assert len(list(copies.iterdir())) == 1
    assert terminal.quit() == 0
    assert list(copies.iterdir()) == []


def test_the_private_copy_of_a_file_goes_when_the_terminal_is_closed(
    demo_file: Path, tmp_path: Path
) -> None:
    copies = tmp_path / "tmp"
    copies.mkdir()
    with rights(demo_file, 0o400):
        process = subprocess.Popen(
            [*respecting_rights(), *STK, "case"],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "STK_DB": str(demo_file), "TMPDIR": str(copies)},
        )
        assert process.stdin is not None
        assert process.stderr is not None
        assert "nur zum Lesen" in process.stderr.readline().decode()
        (copy,) = copies.iterdir()
        assert copy.stat().st_mode & 0o077 == 0
        process.send_signal(signal.SIGHUP)
        assert process.wait(20) == 128 + signal.SIGHUP
        process.stdin.close()
        assert process.stderr.read() == b""
        process.stderr.close()
    assert list(copies.iterdir()) == []


def test_a_file_that_may_not_even_be_read_is_a_question_of_rights(demo_file: Path) -> None:
    with rights(demo_file, 0o000):
        done = stk_behind(respecting_rights(), "contacts", db=demo_file)
    refused(done, "Rechte")


def test_a_network_cannot_be_founded_in_a_locked_folder(tmp_path: Path) -> None:
    place = tmp_path / "gesperrt"
    place.mkdir()
    with rights(place, 0o500):
        done = stk_behind(respecting_rights(), *FOUNDED, db=place / "stk.db")
    refused(done, "Rechte")
    assert list(place.iterdir()) == []


# a full disk


def big_table(folder: Path) -> Path:
    rows = "".join(f"{number},Verein {number},{'Text ' * 50}\n" for number in range(3000))
    table = folder / "organizations.csv"
    table.write_text("id,name,description\n" + rows, encoding="utf-8")
    return table


def test_an_import_onto_a_full_disk_changes_nothing(demo_file: Path, tmp_path: Path) -> None:
    counted = stk("contacts", "--json", db=demo_file).out
    room = no_larger_file(demo_file.stat().st_size + 200_000)
    done = stk_behind(room, "import", str(big_table(tmp_path)), db=demo_file)
    assert done.code == 3
    assert re.search("Datenträger", done.err)
    assert "Traceback" not in done.err
    assert stk("contacts", "--json", db=demo_file).out == counted
    assert stk("check", db=demo_file).code == 0


def test_half_a_backup_or_export_is_not_left_on_a_full_disk(
    demo_file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "ziel"
    target.mkdir()
    room = no_larger_file(50_000)
    kept = stk_behind(room, "backup", str(target / "b.db"), db=demo_file)
    assert kept.code == 3
    assert "halbe Sicherung wurde entfernt" in kept.err
    given = stk_behind(no_larger_file(20_000), "export", str(target / "x.json"), db=demo_file)
    refused(given, "Bitte")
    assert list(target.iterdir()) == []
