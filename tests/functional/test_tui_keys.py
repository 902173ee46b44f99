"""Every key of a screen can be seen: in the key bar, in the help, and in the command palette."""

from typing import Any

import pytest
from textual.pilot import Pilot

from stk_tui.actions import BY_ID, key_name
from stk_tui.app import StkApp
from stk_tui.palette import ActionCommands
from stk_tui.screens.dialogs import Question
from stk_tui.screens.keys import KeysScreen
from stk_tui.session import Session
from stk_tui.settings import Settings
from stk_tui.widgets.key_bar import KeyBar
from tests.functional.tui_driving import SMALL, USUAL, District, settle

SCREENS = {
    "text": (),
    "hits": ("escape",),
    "contacts": ("escape", "2"),
    "filter": ("escape", "2", "slash"),
    "pane": ("escape", "2", "tab"),
}


def _bar(app: StkApp) -> str:
    return str(app.screen.query_one(KeyBar).render())


async def _open(pilot: Pilot[Any], keys: tuple[str, ...]) -> None:
    await pilot.pause()
    await pilot.press(*keys)
    await settle(pilot)


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("size", [USUAL, SMALL])
async def test_the_key_bar_shows_every_key_of_the_screen(
    session: Session, district: District, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = StkApp(session)
    async with app.run_test(size=size) as pilot:
        await _open(pilot, keys)
        bar = app.screen.query_one(KeyBar)
        shown = [line.rstrip() for line in _bar(app).split("\n")]
        assert all(len(line) <= size[0] for line in shown)
        assert len(shown) == bar.size.height
        for active in app.screen.active_bindings.values():
            row = BY_ID.get(active.binding.id or "")
            acts = len(key_name(active.binding.key)) == 1 and keys[-1:] not in ((), ("slash",))
            if row is not None and row.bar and active.enabled and acts:
                assert f" {row.bar_text}" in _bar(app), row.id


async def test_a_small_screen_names_the_keys_for_deleting_and_for_an_observation(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await _open(pilot, ("escape",))
        assert "b Beobachtung" in _bar(app)
        await _open(pilot, ("2",))
        assert "d Löschen" in _bar(app)
        assert "? Hilfe" in _bar(app)


@pytest.mark.parametrize("keys", [(), ("2",)])
async def test_the_key_bar_never_jumps_when_the_focus_moves(
    session: Session, district: District, keys: tuple[str, ...]
) -> None:
    app = StkApp(session)
    heights = set()
    async with app.run_test(size=SMALL) as pilot:
        await _open(pilot, ("escape", *keys))
        for key in ("slash", "escape", "tab", "tab"):
            await _open(pilot, (key,))
            heights.add(app.screen.query_one(KeyBar).region.height)
    assert heights == {2}


async def test_the_keys_of_a_window_hide_those_of_the_screen_below(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await _open(pilot, ("escape", "2", "d"))
        assert isinstance(app.screen, Question)
        assert app.screen.query_one(KeyBar).region.height == 2


async def test_where_no_room_is_left_the_help_says_that_it_knows_more(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(60, 16)) as pilot:
        await _open(pilot, ("escape", "2"))
        assert "? mehr" in _bar(app)
        assert "\n" not in _bar(app)
        await pilot.press("question_mark")
        assert isinstance(app.screen, KeysScreen)


async def test_a_click_on_a_key_of_the_second_line_presses_it(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await _open(pilot, ("escape", "2"))
        second = _bar(app).split("\n")[1]
        await pilot.click(KeyBar, offset=(second.index("Löschen"), 1))
        await pilot.pause()
        assert isinstance(app.screen, Question)


async def _palette(app: StkApp, pilot: Pilot[Any]) -> dict[str, str]:
    """What the palette offers: name to the keys behind it."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    provider = ActionCommands(app.screen_stack[-2])
    return {
        str(hit.text): str(hit.prompt).removeprefix(str(hit.text)).strip()
        async for hit in provider.discover()
    }


async def test_the_palette_shows_the_keys_of_each_command(
    session: Session, district: District
) -> None:
    app = StkApp(session, Settings(keys={"record.edit": "f4"}))
    async with app.run_test(size=SMALL) as pilot:
        await _open(pilot, ("escape", "2"))
        keys = await _palette(app, pilot)
        assert keys["Eintrag: Löschen"] == "d, Entf"
        assert keys["Eintrag: Bearbeiten"] == "F4"
        assert keys["Überall: Hell oder dunkel"] == "Strg+T"
        assert all(keys.values())


async def test_a_search_in_the_palette_shows_the_keys_too(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await _open(pilot, ("escape", "2", "ctrl+p"))
        provider = ActionCommands(app.screen_stack[-2])
        found = [str(hit.prompt) async for hit in provider.search("lösch")]
        assert [line.split() for line in found] == [["Eintrag:", "Löschen", "d,", "Entf"]]
