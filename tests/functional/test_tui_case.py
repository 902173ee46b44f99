"""Screen Fall: an answer while one types, the person first, and safety always."""

from typing import TYPE_CHECKING

import msgspec
import pytest
from textual.widgets import Digits, Static, TextArea

from stk_graph.model import Offer
from stk_graph.model.enums import Occupancy
from stk_tui.app import StkApp
from stk_tui.screens.case import CaseScreen
from stk_tui.screens.dialogs import Pick
from stk_tui.screens.record import RecordScreen
from stk_tui.session import Session
from stk_tui.widgets.hit_pane import facts_of
from stk_tui.widgets.key_bar import KeyBar
from stk_tui.widgets.row_list import RowList
from tests.functional.tui_driving import (
    SHIFTS,
    SMALL,
    District,
    a_case,
    hits,
    settle,
    static,
    type_case,
)

if TYPE_CHECKING:
    from stk_tui.ports import Hit


def _hit(app: StkApp) -> "Hit":
    screen = app.screen
    assert isinstance(screen, CaseScreen)
    return screen._hits["1"]


async def test_an_answer_comes_while_one_types(session: Session, district: District) -> None:
    async with a_case(session, SHIFTS) as (app, _pilot):
        assert "Petra Sommer" in hits(app)[0]
        assert static(app, "name") == "Petra Sommer"
        assert "Elternverein Randzeit e. V." in static(app, "role")


async def test_the_number_is_the_largest_thing_on_a_large_screen(
    session: Session, district: District
) -> None:
    async with a_case(session, SHIFTS) as (app, _pilot):
        digits = app.screen.query_one(Digits)
        assert digits.display
        assert digits.value == "0611 3155-513"


async def test_on_a_small_screen_the_number_is_a_line(session: Session, district: District) -> None:
    async with a_case(session, SHIFTS, SMALL) as (app, _pilot):
        assert not app.screen.query_one(Digits).display
        assert static(app, "phone") == "0611 3155-513"


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 16)])
async def test_the_safety_line_is_never_cut(
    session: Session, district: District, size: tuple[int, int]
) -> None:
    async with a_case(
        session, "Kind mit blauen Flecken, Vater schlägt die Mutter, es eilt sehr", size
    ) as (app, _pilot):
        safety = app.screen.query_one("#safety", Static)
        assert safety.region.bottom == app.screen.query_one(KeyBar).region.y
        assert app.screen.query_one("#warning").region.bottom <= safety.region.y
        assert safety.region.height * size[0] >= len(static(app, "safety"))
        assert "110" in static(app, "warning")
        assert app.screen.query_one("#hits").size.height >= (4 if size[1] > 16 else 1)


async def test_what_is_no_single_case_names_the_key_for_an_observation(
    session: Session, district: District
) -> None:
    async with a_case(session, "Jugendliche sind abends laut am Spielplatz") as (app, _pilot):
        assert static(app, "notice").count("Als Beobachtung festhalten?") == 1
        assert "(Taste b)" in static(app, "notice")
        assert static(app, "warning") == ""


async def test_full_places_and_old_data_stand_beside_the_hit(
    session: Session, district: District
) -> None:
    care = session.store.read.get(Offer, district["care"])
    assert care is not None
    with session.store.write("test", "saved-offer") as action:
        action.save(msgspec.structs.replace(care, occupancy=Occupancy.FULL))
    session.refresh()
    async with a_case(session, SHIFTS) as (app, _pilot):
        rows = app.screen.query_one("#hits", RowList)
        assert rows.line(0).tag == "voll, bitte prüfen"
        assert "noch nie, bitte prüfen" in [text for _label, text in facts_of(_hit(app))]


async def test_a_name_that_is_too_long_beside_the_number_is_not_cut(
    session: Session, district: District
) -> None:
    person = session.directory.form("contact", district["sommer"])
    name = "Dipl.-Psych. Annemarie Sommer-Holtkamp"
    session.directory.save("contact", district["sommer"], {**person, "name": name})
    async with a_case(session, SHIFTS, (100, 30)) as (app, _pilot):
        rows = app.screen.query_one("#hits", RowList)
        assert name in rows.render_line(0).text
        assert "0611 3155-513" in rows.render_line(1).text


async def test_an_empty_file_says_how_to_fill_it(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        await settle(pilot)
        rows = app.screen.query_one("#hits", RowList)
        assert rows.line(0).text == "Das Verzeichnis ist noch leer."


async def test_the_safety_line_is_always_there(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        assert "110 / 112" in static(app, "safety")
        await type_case(app, pilot, "Kind hat wiederholt blaue Flecken")
        safety = app.screen.query_one("#safety")
        assert safety.has_class("-alarm")
        assert static(app, "safety").count("110 / 112") == 1
        await pilot.press("escape", "n")
        await settle(pilot)
        assert not safety.has_class("-alarm")


async def test_when_nothing_fits_lotsen_are_named(session: Session, district: District) -> None:
    async with a_case(session, "Stromsperre droht") as (app, _pilot):
        rows = app.screen.query_one("#hits", RowList)
        assert any(line.section and "Lotsen" in line.text for line in rows.rows)
        assert hits(app)


async def test_enter_opens_the_person_and_the_case_stays(
    session: Session, district: District
) -> None:
    async with a_case(session, SHIFTS) as (app, pilot):
        await pilot.press("escape", "enter")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.pane.detail is not None
        assert app.screen.pane.detail.title == "Petra Sommer"
        await pilot.press("A")
        await settle(pilot)
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.query_one("#text", TextArea).text == SHIFTS


async def test_phone_or_mail_is_copied_by_choice(session: Session, district: District) -> None:
    async with a_case(session, SHIFTS) as (app, pilot):
        await pilot.press("escape", "y")
        assert isinstance(app.screen, Pick)
        await pilot.press("enter")
        assert app.clipboard == "0611 3155-513"


async def test_a_mail_is_opened_after_it_was_shown(
    session: Session, district: District, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    app = StkApp(session)
    monkeypatch.setattr(app, "open_url", opened.append)
    async with app.run_test(size=(140, 40)) as pilot:
        await type_case(app, pilot, SHIFTS)
        await pilot.press("escape", "o")
        assert isinstance(app.screen, Pick)
        assert opened == []
        await pilot.press("enter")
        assert opened == ["mailto:sommer@example.org"]


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 10), (10, 3)])
async def test_every_size_is_survived(
    session: Session, district: District, size: tuple[int, int]
) -> None:
    async with a_case(session, SHIFTS, size) as (app, pilot):
        await pilot.press("tab", "tab", "escape", "j", "enter")
        await settle(pilot)
        await pilot.press("escape", "question_mark", "escape", "b", "escape", "y", "escape")
        await settle(pilot)
        assert isinstance(app.screen, CaseScreen)
        assert bool(app.screen.query(".too-small")) == (size < (60, 16))
