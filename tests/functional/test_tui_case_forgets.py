"""What is told of a case is neither kept nor cut unseen; personal data is refused."""

from pathlib import Path

import pytest
from textual.widgets import TextArea

from stk_tui.app import StkApp
from stk_tui.screens.case import IDLE, CaseScreen
from stk_tui.screens.dialogs import Question
from stk_tui.screens.directory import DirectoryScreen
from stk_tui.session import Session
from stk_tui.widgets.case_facts import CaseFacts
from stk_tui.widgets.hit_pane import HitPane
from tests.functional.tui_driving import SHIFTS, District, a_case, hits, settle, static, type_case


async def test_personal_data_is_named_and_nothing_is_searched(
    session: Session, district: District
) -> None:
    async with a_case(session, "Familie Mustermann, geb. 3.4.2015, " + SHIFTS) as (app, _pilot):
        assert hits(app) == []
        assert "ein Name" in static(app, "notice")
        assert "ein Datum" in static(app, "notice")
        assert not app.screen.query_one(HitPane).children


@pytest.mark.parametrize("size", [(140, 40), (80, 24)])
async def test_a_text_that_is_too_long_is_said_to_be_and_stays_whole(
    session: Session, district: District, size: tuple[int, int]
) -> None:
    text = (SHIFTS + ". ") * 130
    async with a_case(session, text, size) as (app, pilot):
        assert app.screen.query_one("#text", TextArea).text == text
        assert f"mit {len(text)} Zeichen zu lang, möglich sind 8000." in static(app, "notice")
        assert hits(app) == []
        assert "110 / 112" in static(app, "safety")
        app.screen.query_one("#text", TextArea).load_text(SHIFTS)
        await settle(pilot)
        assert static(app, "notice") == ""
        assert "Petra Sommer" in hits(app)[0]


async def test_an_observation_carries_the_topic_and_never_the_text(
    session: Session, district: District
) -> None:
    session.choose_own_actor(district["school"])
    async with a_case(session, SHIFTS) as (app, pilot):
        await pilot.press("escape", "b")
        assert isinstance(app.screen, Question)
        asked = static(app, "text")
        assert "Betreuung fehlt am Rand des Tages" in asked
        assert "Schichtdienst" not in asked
        await pilot.press("enter")
        await settle(pilot)
        assert "festgehalten" in [note.message for note in app._notifications][-1]


@pytest.mark.parametrize(
    "text", ["Familie Mustermann, geb. 3.4.2015, " + SHIFTS, (SHIFTS + ". ") * 130]
)
async def test_of_a_case_that_was_not_searched_nothing_can_be_kept(
    session: Session, district: District, text: str
) -> None:
    session.choose_own_actor(district["school"])
    async with a_case(session, text) as (app, pilot):
        await pilot.press("escape", "b")
        await settle(pilot)
        assert isinstance(app.screen, CaseScreen)
        said = [note.message for note in app._notifications][-1]
        assert "nichts gesucht" in said
        assert "nichts festhalten" in said


async def test_leaving_the_screen_forgets_the_case(session: Session, district: District) -> None:
    async with a_case(session, SHIFTS) as (app, pilot):
        await pilot.press("escape", "2")
        await settle(pilot)
        assert isinstance(app.screen, DirectoryScreen)
        await pilot.press("1")
        await settle(pilot)
        text = app.screen.query_one("#text", TextArea)
        assert text.text == ""
        text.undo()
        assert text.text == ""
        assert hits(app) == []
        assert not app.screen.query_one(CaseFacts).own


async def test_a_quarter_of_an_hour_without_a_key_forgets_the_case(
    session: Session, district: District
) -> None:
    now = [1000.0]
    app = StkApp(session, clock=lambda: now[0])
    async with app.run_test(size=(140, 40)) as pilot:
        await type_case(app, pilot, SHIFTS)
        await pilot.press("escape")
        screen = app.screen
        assert isinstance(screen, CaseScreen)
        now[0] += IDLE - 1
        screen.forget_when_idle()
        assert screen.query_one("#text", TextArea).text == SHIFTS
        now[0] += 1
        screen.forget_when_idle()
        await settle(pilot)
        assert screen.query_one("#text", TextArea).text == ""
        assert hits(app) == []


async def test_a_part_of_the_text_that_was_cut_is_forgotten_too(
    session: Session, district: District
) -> None:
    async with a_case(session, SHIFTS) as (app, pilot):
        await pilot.press("ctrl+a", "ctrl+x")
        await pilot.press("escape", "n")
        await settle(pilot)
        assert app.clipboard == ""


async def test_no_word_of_the_case_reaches_the_disk(
    session: Session, district: District, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    async with a_case(session, "Zitronenfalter " + SHIFTS) as (_app, pilot):
        await pilot.press("escape", "j", "enter")
        await settle(pilot)
        await pilot.press("escape", "2")
        await settle(pilot)
    after = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert after[tmp_path / "stk.db"] == before[tmp_path / "stk.db"]
    assert not [path for path, data in after.items() if b"Zitronenfalter" in data]
