"""`stk init`, `history`, `undo`, `backup`, `restore`, `check`, `doctor`."""

import json
import stat
from pathlib import Path

import pytest

from stk_tui.session import Session
from tests.functional.cli_runs import stk, stk_in_terminal


def test_init_makes_a_private_file_with_our_network(tmp_path: Path) -> None:
    path = tmp_path / "daten" / "stk.db"
    done = stk("init", "--name", "STK Nord", "--area", "Nordstadt", "--state", "HE", db=path)
    assert done.code == 0, done.err
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    session = Session.open(path)
    assert session.own_network is not None
    assert session.own_network.name == "STK Nord"
    assert session.state == "HE"
    session.close()


def test_init_asks_in_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "stk.db"
    done = stk_in_terminal("init", db=path, typed="STK Nord\nNordstadt\nBE\n")
    assert done.code == 0, done.out
    session = Session.open(path)
    assert session.state == "BE"
    session.close()


def test_init_without_terminal_names_the_missing_option(tmp_path: Path) -> None:
    done = stk("init", db=tmp_path / "stk.db")
    assert done.code == 2
    assert "--name" in done.err
    assert not (tmp_path / "stk.db").exists()


def test_init_leaves_an_existing_file_alone(demo_file: Path) -> None:
    before = demo_file.read_bytes()
    done = stk("init", "--name", "x", "--area", "y", db=demo_file)
    assert done.code == 2
    assert demo_file.read_bytes() == before


def test_an_action_is_in_the_history_and_can_be_taken_back(demo: Session, demo_file: Path) -> None:
    made = demo.directory.save("area", None, {"name": "Hafen", "type": "quarter"})
    assert "Sozialraum angelegt" in stk("history", db=demo_file).out
    done = stk("undo", db=demo_file)
    assert done.code == 0
    assert "Sozialraum angelegt" in done.out
    assert demo.store.read.find(made) is None
    assert "zurückgenommen" in stk("history", db=demo_file).out


def test_an_undo_without_an_action_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "stk.db"
    Session.open(path, create=True).close()
    done = stk("undo", db=path)
    assert done.code == 2
    assert "keine Änderung" in done.err


def test_a_backup_brings_back_what_was_deleted(
    demo: Session, demo_file: Path, tmp_path: Path
) -> None:
    made = demo.directory.save("area", None, {"name": "Hafen", "type": "quarter"})
    kept = tmp_path / "kopie.db"
    assert stk("backup", str(kept), db=demo_file).code == 0
    demo.directory.delete(made)
    demo.close()
    assert stk("restore", str(kept), "--yes", db=demo_file).code == 0
    session = Session.open(demo_file)
    assert session.store.read.find(made) is not None
    session.close()


def test_founding_the_file_is_not_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "stk.db"
    stk("init", "--name", "STK Nord", "--area", "Nordstadt", db=path)
    done = stk("undo", db=path)
    assert done.code == 2
    assert "keine Änderung" in done.err


@pytest.mark.parametrize(("answer", "code"), [("j", 0), ("ja", 0), ("n", 2), ("", 2)])
def test_restore_asks_first(answer: str, code: int, demo_file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kopie.db"
    stk("backup", str(kept), db=demo_file)
    assert stk("restore", str(kept), db=demo_file, text=f"{answer}\n").code == code


def test_a_backup_never_overwrites(demo_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "da.db"
    target.write_text("meins")
    done = stk("backup", str(target), db=demo_file)
    assert done.code == 2
    assert target.read_text() == "meins"


def test_check_says_that_the_demo_district_is_sound(demo_file: Path) -> None:
    done = stk("check", "--json", db=demo_file)
    assert done.code == 0
    assert json.loads(done.out) == {"sound": True, "findings": []}


def test_check_exits_with_1_where_something_is_wrong(demo_file: Path) -> None:
    demo_file.chmod(0o644)
    done = stk("check", db=demo_file)
    assert done.code == 1
    assert done.out.strip()


def test_doctor_names_versions_and_the_state_of_the_file(demo_file: Path) -> None:
    done = stk("doctor", "--json", db=demo_file)
    assert done.code == 0
    subjects = {line["subject"] for line in json.loads(done.out)["checks"]}
    assert {"Python", "SQLite", "textual", "Diagramme", "Datendatei", "Prüfung"} <= subjects


def test_doctor_exits_with_1_where_no_file_is(tmp_path: Path) -> None:
    done = stk("doctor", db=tmp_path / "none.db")
    assert done.code == 1
    assert "stk init" in done.out
