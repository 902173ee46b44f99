"""Hostile records in the app: seen as they are, never obeyed."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea
from textual.widgets._toast import Toast

from stk_tui.app import StkApp
from stk_tui.screens.dialogs import Question
from stk_tui.screens.form import FormScreen
from stk_tui.session import Session
from stk_tui.widgets.record_pane import RecordPane
from stk_tui.widgets.row_list import RowList
from tests.functional.hostile_records import CASE, FORBIDDEN, PAYLOADS, hostile, seen


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
