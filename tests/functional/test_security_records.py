"""Hostile records on every way to the eye: commands, JSON, screens, and a real terminal."""

import json
import re
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea
from textual.widgets._toast import Toast

from stk_graph.text import clean
from stk_tui.app import StkApp
from stk_tui.screens.dialogs import Question
from stk_tui.screens.form import FormScreen
from stk_tui.session import Session
from stk_tui.widgets.record_pane import RecordPane
from stk_tui.widgets.row_list import RowList
from tests.functional.cli_runs import Run, stk
from tests.functional.hostile_records import (
    FORBIDDEN,
    PAYLOADS,
    hostile,
    mark,
    write_past_the_gate,
    write_through_the_gate,
)
from tests.functional.terminals import Terminal

CASE = "Hausaufgabenbetreuung für ein Kind, 8 Jahre"
SHORT = [name for name in PAYLOADS if name != "long"]


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every hostile text saved by the program."""
    path = tmp_path_factory.mktemp("gate") / "stk.db"
    write_through_the_gate(path)
    return path


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file into which every hostile text was put behind the program's back."""
    path = tmp_path_factory.mktemp("past") / "stk.db"
    assert write_past_the_gate(path) > 5000
    return path


@pytest.fixture(params=["gate", "past"])
def hostile_file(request: pytest.FixtureRequest) -> Path:
    """Both files, one after the other."""
    path = request.getfixturevalue(request.param)
    assert isinstance(path, Path)
    return path


def seen(name: str) -> str:
    """What a person may see of a payload."""
    return clean(hostile(name))


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


def test_a_text_that_is_no_text_at_all_is_a_sentence(past: Path, tmp_path: Path) -> None:
    path = tmp_path / "stk.db"
    shutil.copyfile(past, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("UPDATE actor SET name = CAST(X'61EDA0BD62' AS TEXT) WHERE id = 1")
    done = stk("contacts", db=path)
    assert done.code == 3
    harmless(done)
    assert "beschädigt" in done.err


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


# the app without a terminal


class Watched(StkApp):
    """The app with an action that nobody must be able to start from a record."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.pwned = 0

    def action_pwn(self) -> None:
        self.pwned += 1


def screen_text(app: StkApp) -> str:
    """All lines of the screen as a person sees them."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def settle(pilot: Pilot[Any]) -> None:
    """Waits until everything asked for is done and drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def nothing_hidden(app: Watched) -> str:
    """The text of the screen, in which nothing is a command; no action of a record ran."""
    shown = screen_text(app)
    assert FORBIDDEN.findall(shown) == []
    assert app.pwned == 0
    assert app.is_running
    return shown


async def test_the_directory_shows_each_name_and_runs_nothing(past: Path) -> None:
    session = Session.open(past)
    app = Watched(session)
    missing, names = set(PAYLOADS), {hostile(name): name for name in PAYLOADS}
    async with app.run_test(size=(200, 50)) as pilot:
        await pilot.press("escape", "2")
        await settle(pilot)
        rows = app.screen.query_one("#rows", RowList)
        for at in range(len(rows.rows)):
            name = names.get(rows.line(at).text)
            if name not in missing:
                continue
            rows.chosen = at
            await settle(pilot)
            assert seen(name)[:30].rstrip() in nothing_hidden(app)
            missing.remove(name)
        assert missing == set()
    session.close()


@pytest.mark.parametrize("name", ["click", "end of a style"])
async def test_clicks_forms_and_windows_of_a_hostile_record_do_nothing(
    name: str, past: Path
) -> None:
    session = Session.open(past)
    app = Watched(session)
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("escape", "2")
        await settle(pilot)
        rows = app.screen.query_one("#rows", RowList)
        found = next(row for row in rows.rows if getattr(row, "title", "") == hostile(name))
        rows.choose_key(found.id)
        await settle(pilot)
        for widget in (rows, app.screen.query_one(RecordPane)):
            for x, y in ((3, 0), (3, 1), (9, 1), (20, 1), (20, 3)):
                await pilot.click(widget, offset=(x, y))
        await settle(pilot)
        nothing_hidden(app)
        await pilot.press("escape", "escape", "escape")
        rows.choose_key(found.id)
        rows.focus()
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        assert isinstance(app.screen, FormScreen)
        assert app.screen.query(Input).first().value == seen(name)
        nothing_hidden(app)
        await pilot.press("escape")
        await settle(pilot)
        if not isinstance(app.screen, FormScreen):
            await pilot.press("d")
            await settle(pilot)
            assert isinstance(app.screen, Question)
            asked = str(app.screen.query_one("#text", Static).render())
            assert seen(name) in asked
            nothing_hidden(app)
            await pilot.press("escape", "y")
            await settle(pilot)
            nothing_hidden(app)
    session.close()


async def test_the_answer_to_a_case_shows_each_name_and_runs_nothing(past: Path) -> None:
    session = Session.open(past)
    app = Watched(session)
    shown = ""
    async with app.run_test(size=(200, 50)) as pilot:
        app.screen.query_one("#text", TextArea).insert(CASE)
        await settle(pilot)
        hits = app.screen.query_one("#hits", RowList)
        assert len(hits.rows) > 5
        await pilot.press("escape")
        for _row in hits.rows:
            shown += nothing_hidden(app)
            await pilot.press("j")
            await settle(pilot)
        assert "Marke" in shown
        for x in range(2, 40, 9):
            await pilot.click("#hit", offset=(x, 1))
        await pilot.click("#hits", offset=(5, 1))
        await settle(pilot)
        nothing_hidden(app)
        await pilot.press("ctrl+p", *"[/b]")
        await settle(pilot)
        nothing_hidden(app)
    session.close()


async def test_a_notice_is_shown_as_it_is(tmp_path: Path) -> None:
    session = Session.open(tmp_path / "stk.db", create=True)
    app = Watched(session)
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        for name in PAYLOADS:
            app.clear_notifications()
            app.say(hostile(name), important=True)
            await pilot.pause()
            await pilot.pause()
            (toast,) = app.screen.query(Toast)
            assert str(toast.render()) == seen(name)
            await pilot.click(toast)
            nothing_hidden(app)
    session.close()


# a real terminal

COMMANDS = (b"\x1b]0;", b"\x1b]2;", b"\x1b]52;", b"\x1b[31;5mPWNED", b"\b\b", b"a\0b")


def commands_in(written: bytes) -> list[str]:
    """What of the payloads reached the terminal as something other than visible text."""
    found = [repr(command) for command in COMMANDS if command in written]
    text = written.decode(errors="replace")
    return found + [repr(one) for one in re.findall("[\x80-\x9f\u202a-\u202e\u2060-\u2069]", text)]


def test_no_record_reaches_a_real_terminal_as_a_command(past: Path) -> None:
    terminal = Terminal(db=past, size=(180, 50))
    terminal.read_until("110 / 112")
    terminal.press(CASE)
    terminal.read_until("Marke")
    terminal.escape()
    for _step in range(10):
        terminal.press("j")
        terminal.read_for(0.05)
    terminal.press("2")
    terminal.read_for(0.5)
    before = len(terminal.written)
    for key in ("j", "\x1b[6~") * 12:
        terminal.press(key)
        terminal.read_for(0.1)
    terminal.press("e")
    terminal.read_for(0.5)
    terminal.escape()
    terminal.press("d")
    terminal.read_for(0.3)
    terminal.escape()
    assert terminal.quit() == 0
    assert commands_in(terminal.written) == []
    visible = terminal.written[before:].decode()
    assert len(set(re.findall(r"Marke\d\d", visible))) > 15, "the marks show that rows were drawn"


BARE = """
import sys
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static(sys.argv[1].encode().decode("unicode_escape"), markup=False)
        yield Static("fertig")

Bare().run()
"""


def test_the_search_for_commands_finds_those_of_an_app_that_does_not_clean(tmp_path: Path) -> None:
    payload = PAYLOADS["window title"] + PAYLOADS["colour"] + PAYLOADS["direction"]
    given = payload.encode("unicode_escape").decode()
    terminal = Terminal(given, db=tmp_path / "x", program=[sys.executable, "-c", BARE])
    terminal.read_until("fertig")
    terminal.read_for(0.2)
    terminal.quit()
    assert len(commands_in(terminal.written)) >= 3
