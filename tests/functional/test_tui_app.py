"""The app around its screens: keys, help, palette, themes, faults, and what starts with it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from stk_tui.actions import BY_ID
from stk_tui.app import StkApp
from stk_tui.palette import ActionCommands
from stk_tui.screens.case import CaseScreen
from stk_tui.screens.directory import DirectoryScreen
from stk_tui.screens.keys import KeysScreen
from stk_tui.session import Session
from stk_tui.settings import Settings
from stk_tui.widgets.fact_field import FactField
from stk_tui.widgets.key_bar import KeyBar
from stk_tui.widgets.row_list import RowList
from stk_tui.widgets.title_bar import TitleBar
from tests.unit.db.store_actions import raw

District = dict[str, str]


def _bar(app: StkApp) -> str:
    return str(app.screen.query_one(KeyBar).render())


async def test_the_app_opens_on_the_case_with_the_cursor_in_the_text(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, CaseScreen)
        assert isinstance(app.focused, TextArea)


async def test_number_keys_change_the_screen_and_back(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape", "2")
        assert isinstance(app.screen, DirectoryScreen)
        await pilot.press("1")
        assert isinstance(app.screen, CaseScreen)


async def test_digits_typed_into_the_text_stay_in_the_text(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press(*"2. Klasse")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.query_one("#text", TextArea).text == "2. Klasse"


async def test_the_key_bar_names_only_keys_that_act_where_the_focus_is(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        assert "n Neuer Fall" not in _bar(app)
        assert "F1 Hilfe" in _bar(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "n Neuer Fall" in _bar(app)
        assert "? Hilfe" in _bar(app)


async def test_the_help_shows_what_is_special_to_the_place_first(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape", "question_mark")
        await pilot.pause()
        assert isinstance(app.screen, KeysScreen)
        lines = app.screen.query_one(RowList)
        headings = [lines.line(at).text for at in range(len(lines.rows)) if lines.line(at).section]
        assert headings == ["Fall", "Liste", "Überall"]
        await pilot.press("escape")
        assert isinstance(app.screen, CaseScreen)


async def test_a_key_from_the_config_file_works_and_stands_in_the_help(session: Session) -> None:
    app = StkApp(session, Settings(keys={"app.help": "f2", "case.new": "x"}))
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert "x Neuer Fall" in _bar(app)
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(app.screen, KeysScreen)
        lines = app.screen.query_one(RowList)
        labels = {lines.line(at).text: lines.line(at).label for at in range(len(lines.rows))}
        assert labels["Hilfe"] == "F2"
        assert labels["Neuer Fall"] == "x"


async def test_what_the_config_file_gets_wrong_is_said_at_the_start(session: Session) -> None:
    app = StkApp(session, Settings(problems=("Das gibt es nicht.",)))
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        assert [note.message for note in app._notifications] == ["Das gibt es nicht."]


async def _palette(app: StkApp, pilot: Pilot[Any]) -> list[str]:
    await pilot.press("ctrl+p")
    await pilot.pause()
    provider = ActionCommands(app.screen_stack[-2])
    hits = [str(hit.text) async for hit in provider.discover()]
    await pilot.press("escape")
    await pilot.pause()
    return hits


async def test_the_palette_names_areas_and_offers_no_screenshot(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape")
        names = await _palette(app, pilot)
        assert "Fall: Neuer Fall" in names
        assert "Überall: Kontakte öffnen" in names
        assert "Überall: Fall öffnen" not in names, "this screen is open already"
        assert not [name for name in names if "creenshot" in name or "Bildschirm" in name]


async def test_a_command_of_the_palette_is_done(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape", "ctrl+p", *"kontakte")
        await pilot.pause(0.5)
        await pilot.press("down", "enter")
        await pilot.pause(0.5)
        assert isinstance(app.screen, DirectoryScreen)


async def test_both_themes_are_ours_and_one_key_swaps_them(session: Session) -> None:
    app = StkApp(session, Settings(theme="stk-light"))
    async with app.run_test(size=(140, 40)) as pilot:
        assert app.current_theme.name == "stk-light"
        await pilot.press("ctrl+t")
        assert app.current_theme.name == "stk-dark"


async def test_without_colour_the_chosen_row_is_still_marked(
    session: Session, district: District, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape", "2")
        await pilot.pause()
        rows = app.screen.query_one("#rows", RowList)
        lines = [rows.render_line(y).text for y in range(6)]
        assert [line[0] for line in lines].count("▌") == 1


async def test_a_long_sentence_stays_as_long_as_reading_takes(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        app.say("Kopiert.")
        app.say("Ein Wort folgt dem anderen. " * 8, important=True)
        await pilot.pause()
        short, long = app._notifications
        assert (short.timeout, long.timeout > 15) == (5, True)


async def test_undo_without_a_change_says_so(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape", "u")
        await pilot.pause()
        assert len(app._notifications) == 1


async def test_contents_that_are_too_old_leave_the_history_and_it_is_said(
    session: Session, district: District, tmp_path: Path
) -> None:
    raw(tmp_path / "stk.db", "UPDATE tx SET at = '2020-01-01T08:00:00.000Z' WHERE id = 1")
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        for _again in range(2):
            app.forget_old()
            await pilot.app.workers.wait_for_complete()
        said = [note.message for note in app._notifications]
        assert len(said) == 1
        assert said[0].startswith("Die Aufbewahrungszeit ist um")
        app.look_for_changes()
        await pilot.app.workers.wait_for_complete()
        assert len(app._notifications) == 1, "what the app did itself came from nowhere else"


async def test_the_title_of_the_window_is_a_constant(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape", "2")
        await pilot.pause()
        assert (app.title, app.sub_title, app.screen.title) == ("stk", "", None)


async def test_a_fault_shows_no_value(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    app = StkApp(session)
    monkeypatch.setattr(app, "panic", lambda text: shown.append(str(text)))
    async with app.run_test(size=(140, 40)):
        typed = "Familie Geheim"
        app._handle_exception(ValueError(typed))
        app._exception = None
    assert "Fehler" in shown[0]
    assert "ValueError" in shown[0]
    assert typed not in shown[0]


FIRST_PAINT = """
import sys
from pathlib import Path
from stk_tui.session import Session
from stk_tui.app import StkApp

class Once(StkApp):
    def on_ready(self):
        self.exit()

session = Session.open(Path(sys.argv[1]))
app = Once(session)
app.run(headless=True)
print(app.return_code, *sorted(name for name in sys.modules if "." not in name))
"""


def test_the_first_paint_loads_no_graph_and_no_tools(
    session: Session, district: District, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "stk.db")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "STK_CONFIG": str(tmp_path / "none.toml")},
    )
    code, *modules = done.stdout.split()
    assert code == "0"
    assert "textual" in modules
    assert {"networkx", "numpy", "sqlite_utils", "rapidfuzz"}.isdisjoint(modules)


HOSTILE = [
    "[@click=app.quit]Anna[/]",
    "Verein [/b]",
    "[link=http://evil]Anna[/link]",
    "Kita [ehem. Hort] [A1]",
    "Haus [=",
    "$n :heart:",
    "ends\\",
]


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_names_are_shown_as_they_are(session: Session, name: str) -> None:
    uid = session.directory.save("actor", None, {"name": name, "description": name})
    session.directory.save("contact", None, {"name": name, "title": name, "employer": uid})
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape", "2")
        await pilot.pause()
        rows = app.screen.query_one("#rows", RowList)
        assert name in rows.render_line(1).text
        for y in range(6):
            await pilot.click("#rows", offset=(6, y))
            await pilot.click("#pane", offset=(6, y))
        await pilot.press("escape", "escape", "d")
        await pilot.press("escape", "e")
        await pilot.pause()
        assert app.screen.query(Input).first().value == name
        await pilot.press("escape", "y")
        assert app.is_running


def test_every_action_of_the_table_has_a_method() -> None:
    from stk_tui.screens import dialogs, form, record
    from stk_tui.widgets import choice_field

    homes = {
        "app": StkApp,
        "case": CaseScreen,
        "directory": DirectoryScreen,
        "record": record.RecordScreen,
        "list": RowList,
        "choice": choice_field.ChoiceField,
        "form": form.FormScreen,
        "question": dialogs.Question,
        "pick": dialogs.PickList,
        "dialog": dialogs.Pick,
    }
    missing = [
        row.id
        for row in BY_ID.values()
        if not hasattr(homes[row.scope], "action_" + row.does.partition("(")[0])
    ]
    assert missing == []


async def test_the_palette_moves_to_the_key_of_the_config_file(session: Session) -> None:
    app = StkApp(session, Settings(keys={"app.palette": "f3"}))
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape", "ctrl+p")
        assert isinstance(app.screen, CaseScreen)
        await pilot.press("f3")
        assert app.screen.id == "palette"


@pytest.mark.parametrize("keys", ["++", "nokey", "ctrl+", "ä", "f1,,f2"])
async def test_no_key_of_the_config_file_breaks_the_app(session: Session, keys: str) -> None:
    app = StkApp(session, Settings(keys={"app.help": keys}))
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape", "2", "question_mark")
        assert app.is_running


async def test_a_click_on_a_screen_or_a_key_works_like_the_key(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("escape")
        at = str(app.screen.query_one(TitleBar).render()).index("Kontakte")
        await pilot.click(TitleBar, offset=(at, 0))
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, DirectoryScreen)
        at = str(app.screen.query_one(KeyBar).render()).index("Hilfe")
        await pilot.click(KeyBar, offset=(at, 0))
        await pilot.pause()
        assert isinstance(app.screen, KeysScreen)


async def test_an_answer_that_comes_late_is_shown_in_the_field_one_is_in(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        app.screen.query_one("#text", TextArea).insert("Schulden und Mahnungen")
        await pilot.press("tab")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        field = app.screen.query_one("#occasion", FactField)
        assert field.value
        assert "chulden" in field.query_one(Input).value
