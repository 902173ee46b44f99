"""Hostile records on every way out of a command: lists, answers, JSON, refusals, files."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from stk_graph.text import clean
from stk_tui.session import Session
from tests.functional.cli_runs import Run, stk
from tests.functional.hostile_records import CASE, FORBIDDEN, PAYLOADS, mark, seen

SHORT = [name for name in PAYLOADS if name != "long"]


@pytest.fixture(params=["gate", "past"])
def hostile_file(request: pytest.FixtureRequest) -> Path:
    """Both files, one after the other."""
    path = request.getfixturevalue(request.param)
    assert isinstance(path, Path)
    return path


def harmless(done: Run) -> None:
    for out in (done.out, done.err):
        assert FORBIDDEN.findall(out) == []
    assert "Traceback" not in done.err
    assert "Fehler" not in done.err


def texts_of(value: Any) -> list[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.items() for one in item for text in texts_of(one)]
    return [text for one in value for text in texts_of(one)] if isinstance(value, list) else []


@pytest.mark.parametrize("command", ["contacts", "offers"])
def test_lists_show_every_name_in_full_and_no_command(command: str, hostile_file: Path) -> None:
    done = stk(command, db=hostile_file)
    assert done.code == 0
    harmless(done)
    assert [name for name in SHORT if seen(name) not in done.out] == []


@pytest.mark.parametrize("command", ["contacts", "offers"])
def test_json_holds_the_cleaned_texts(command: str, past: Path) -> None:
    done = stk(command, "--json", db=past)
    harmless(done)
    texts = texts_of(json.loads(done.out))
    assert [text for text in texts if FORBIDDEN.search(text)] == []
    lines = {clean(text) for text in texts}
    assert [name for name in PAYLOADS if seen(name) not in lines] == []


def test_the_answer_to_a_case_names_every_person_and_no_command(past: Path) -> None:
    done = stk("case", "--limit", "100", db=past, text=CASE)
    assert done.code == 0
    harmless(done)
    assert [name for name in SHORT if seen(name) not in done.out] == []
    as_json = stk("case", "--limit", "100", "--json", db=past, text=CASE)
    harmless(as_json)
    assert [text for text in texts_of(json.loads(as_json.out)) if FORBIDDEN.search(text)] == []


def test_names_in_questions_and_refusals_are_harmless(hostile_file: Path) -> None:
    done = stk("show", mark("window title"), db=hostile_file)
    assert done.code == 2
    harmless(done)
    assert "]2;PWNTITLE" in done.err


@pytest.mark.parametrize("command", ["history", "check", "doctor"])
def test_reports_about_the_file_are_harmless(command: str, past: Path) -> None:
    harmless(stk(command, db=past))


def test_every_record_can_be_shown(hostile_file: Path) -> None:
    session = Session.open(hostile_file)
    try:
        graph = session.graph
        uids = [row.id for kind in (None, "offer") for row in session.directory.rows(kind)]
        assert len(uids) > 4 * len(PAYLOADS)
        for uid in uids:
            assert graph.record(uid) is not None
            assert session.directory.detail(uid).title
    finally:
        session.close()


def test_a_text_that_is_no_text_at_all_is_named_and_hides_nothing(
    past: Path, tmp_path: Path
) -> None:
    path = tmp_path / "stk.db"
    shutil.copyfile(past, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("UPDATE actor SET name = CAST(X'61EDA0BD62' AS TEXT) WHERE id = 1")
    before = stk("contacts", db=past)
    done = stk("contacts", db=path)
    assert done.code == 0
    harmless(done)
    assert len(done.out.splitlines()) == len(before.out.splitlines())
    assert "Im Eintrag „a���b“ ist ein Text beschädigt" in done.err


def test_an_export_holds_the_cleaned_texts(past: Path, tmp_path: Path) -> None:
    path = tmp_path / "stk.db"
    shutil.copyfile(past, path)
    for target in ("x.json", "x"):
        done = stk("export", str(tmp_path / target), "--level", "intern", db=path)
        assert done.code == 0, done.err
    whole = (tmp_path / "x.json").read_text("utf-8")
    assert [text for text in texts_of(json.loads(whole)) if FORBIDDEN.search(text)] == []
    tables = [entry.read_text("utf-8") for entry in (tmp_path / "x").glob("*.csv")]
    assert seen("click") in whole
    assert any(seen("click") in table for table in tables)
    assert [table for table in tables if FORBIDDEN.search(table)] == []
