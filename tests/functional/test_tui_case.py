"""Screen Fall: an answer while one types, the person first, and nothing of the case is kept."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import Digits, Input, Static, TextArea

from stk_graph.model import Offer
from stk_graph.model.enums import Occupancy
from stk_tui.app import StkApp
from stk_tui.screens.case import IDLE, CaseScreen
from stk_tui.screens.dialogs import Pick, Question
from stk_tui.screens.directory import DirectoryScreen
from stk_tui.screens.record import RecordScreen
from stk_tui.session import Session
from stk_tui.widgets.case_facts import CaseFacts
from stk_tui.widgets.fact_field import FactField, fitted
from stk_tui.widgets.hit_pane import HitPane, facts_of
from stk_tui.widgets.key_bar import KeyBar
from stk_tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from stk_tui.ports import Hit

District = dict[str, str]
SHIFTS = "Schichtdienst bis 19 Uhr, Kind 2. Klasse, Betreuung fehlt am Abend"


async def _settle(pilot: Pilot[Any]) -> None:
    """Waits until everything asked for is done and drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def _type(app: StkApp, pilot: Pilot[Any], text: str) -> None:
    """Types a text into the case, as a paste."""
    app.screen.query_one("#text", TextArea).insert(text)
    await _settle(pilot)


def _hits(app: StkApp) -> list[str]:
    rows = app.screen.query_one("#hits", RowList)
    return [rows.line(at).text for at in range(len(rows.rows)) if rows.line(at).key]


def _hit(app: StkApp) -> "Hit":
    screen = app.screen
    assert isinstance(screen, CaseScreen)
    return screen._hits["1"]


def _static(app: StkApp, name: str) -> str:
    return str(app.screen.query_one("#" + name, Static).render())


def _fact(app: StkApp, name: str) -> FactField:
    return app.screen.query_one("#" + name, FactField)


async def test_an_answer_comes_while_one_types(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
        assert "Petra Sommer" in _hits(app)[0]
        assert _static(app, "name") == "Petra Sommer"
        assert "Elternverein Randzeit e. V." in _static(app, "role")


async def test_the_number_is_the_largest_thing_on_a_large_screen(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
        digits = app.screen.query_one(Digits)
        assert digits.display
        assert digits.value == "0611 3155-513"


async def test_on_a_small_screen_the_number_is_a_line(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await _type(app, pilot, SHIFTS)
        assert not app.screen.query_one(Digits).display
        assert _static(app, "phone") == "0611 3155-513"


async def test_the_text_fills_the_facts_visibly(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
        occasion = _fact(app, "occasion")
        assert "betreuung_randzeit" in occasion.value.split(",")
        assert occasion.is_read
        assert "Betreuung fehlt am Rand des Tages" in str(occasion.render())


async def test_a_value_read_in_the_text_has_a_mark_and_a_typed_one_has_none(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
        assert "»" in str(_fact(app, "age").render())
        _fact(app, "age").focus()
        await pilot.pause()
        await pilot.press("end", "ctrl+u", "9", "escape")
        await _settle(pilot)
        assert "»" not in str(_fact(app, "age").render())


async def test_the_words_that_decided_are_named(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, "Schulden und Mahnungen")
        assert "Schulden" in _static(app, "evidence")
        await pilot.press("escape", "n")
        await _settle(pilot)
        assert _static(app, "evidence") == ""


def test_of_several_labels_those_that_fit_are_named_and_the_others_counted() -> None:
    labels = ["Schulden", "Wohnen", "Sucht"]
    assert fitted(labels, 40) == "Schulden, Wohnen, Sucht"
    assert fitted(labels, 20) == "Schulden, Wohnen +1"
    assert fitted(labels, 12) == "Schulden +2"
    assert fitted(labels, 8) == "Schu… +2"
    assert fitted([], 8) == ""


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 16)])
async def test_the_safety_line_is_never_cut(
    session: Session, district: District, size: tuple[int, int]
) -> None:
    app = StkApp(session)
    async with app.run_test(size=size) as pilot:
        await _type(app, pilot, "Kind mit blauen Flecken, Vater schlägt die Mutter, es eilt sehr")
        safety = app.screen.query_one("#safety", Static)
        assert safety.region.bottom == app.screen.query_one(KeyBar).region.y
        assert app.screen.query_one("#warning").region.bottom <= safety.region.y
        assert safety.region.height * size[0] >= len(_static(app, "safety"))
        assert "110" in _static(app, "warning")
        assert app.screen.query_one("#hits").size.height >= (4 if size[1] > 16 else 1)


async def test_what_is_no_single_case_names_the_key_for_an_observation(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, "Jugendliche sind abends laut am Spielplatz")
        assert _static(app, "notice").count("Als Beobachtung festhalten?") == 1
        assert "(Taste b)" in _static(app, "notice")
        assert _static(app, "warning") == ""


async def test_full_places_and_old_data_stand_beside_the_hit(
    session: Session, district: District
) -> None:
    care = session.store.read.get(Offer, district["care"])
    assert care is not None
    with session.store.write("test", "saved-offer") as action:
        action.save(msgspec.structs.replace(care, occupancy=Occupancy.FULL))
    session.refresh()
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
        rows = app.screen.query_one("#hits", RowList)
        assert rows.line(0).tag == "voll, bitte prüfen"
        assert "noch nie, bitte prüfen" in [text for _label, text in facts_of(_hit(app))]


async def test_a_name_that_is_too_long_beside_the_number_is_not_cut(
    session: Session, district: District
) -> None:
    person = session.directory.form("contact", district["sommer"])
    name = "Dipl.-Psych. Annemarie Sommer-Holtkamp"
    session.directory.save("contact", district["sommer"], {**person, "name": name})
    app = StkApp(session)
    async with app.run_test(size=(100, 30)) as pilot:
        await _type(app, pilot, SHIFTS)
        rows = app.screen.query_one("#hits", RowList)
        assert name in rows.render_line(0).text
        assert "0611 3155-513" in rows.render_line(1).text


async def test_an_empty_file_says_how_to_fill_it(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        await _settle(pilot)
        rows = app.screen.query_one("#hits", RowList)
        assert rows.line(0).text == "Das Verzeichnis ist noch leer."


async def test_what_a_person_enters_stays_whatever_the_text_says(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
        _fact(app, "age").focus()
        await pilot.pause()
        await pilot.press("ctrl+u", "end", "ctrl+u", "9")
        await _type(app, pilot, " und ein Säugling")
        assert _fact(app, "age").value == "9"
        assert not _fact(app, "age").is_read
        assert app.screen.query_one(CaseFacts).own["age"] == "9"


async def test_an_occasion_is_picked_by_typing_a_part_of_it(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("tab", *"rand des", "enter")
        await _settle(pilot)
        assert _fact(app, "occasion").value == "betreuung_randzeit"
        assert "Petra Sommer" in _hits(app)[0]


async def test_the_editor_of_a_fact_goes_when_the_field_is_left(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("tab", "tab", "tab")
        await _settle(pilot)
        assert len(app.screen.query_one(CaseFacts).query(Input)) == 1
        await pilot.press("shift+tab", "shift+tab", "shift+tab")
        await _settle(pilot)
        assert isinstance(app.focused, TextArea)
        assert not app.screen.query_one(CaseFacts).query(Input)


async def test_personal_data_is_named_and_nothing_is_searched(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, "Familie Mustermann, geb. 3.4.2015, " + SHIFTS)
        assert _hits(app) == []
        assert "ein Name" in _static(app, "notice")
        assert "ein Datum" in _static(app, "notice")
        assert not app.screen.query_one(HitPane).children


@pytest.mark.parametrize("size", [(140, 40), (80, 24)])
async def test_a_text_that_is_too_long_is_said_to_be_and_stays_whole(
    session: Session, district: District, size: tuple[int, int]
) -> None:
    text = (SHIFTS + ". ") * 130
    app = StkApp(session)
    async with app.run_test(size=size) as pilot:
        await _type(app, pilot, text)
        assert app.screen.query_one("#text", TextArea).text == text
        assert f"mit {len(text)} Zeichen zu lang, möglich sind 8000." in _static(app, "notice")
        assert _hits(app) == []
        assert "110 / 112" in _static(app, "safety")
        app.screen.query_one("#text", TextArea).load_text(SHIFTS)
        await _settle(pilot)
        assert _static(app, "notice") == ""
        assert "Petra Sommer" in _hits(app)[0]


async def test_the_safety_line_is_always_there(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        assert "110 / 112" in _static(app, "safety")
        await _type(app, pilot, "Kind hat wiederholt blaue Flecken")
        safety = app.screen.query_one("#safety")
        assert safety.has_class("-alarm")
        assert _static(app, "safety").count("110 / 112") == 1
        await pilot.press("escape", "n")
        await _settle(pilot)
        assert not safety.has_class("-alarm")


async def test_when_nothing_fits_lotsen_are_named(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, "Stromsperre droht")
        rows = app.screen.query_one("#hits", RowList)
        assert any(line.section and "Lotsen" in line.text for line in rows.rows)
        assert _hits(app)


async def test_enter_opens_the_person_and_the_case_stays(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
        await pilot.press("escape", "enter")
        await _settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.pane.detail is not None
        assert app.screen.pane.detail.title == "Petra Sommer"
        await pilot.press("A")
        await _settle(pilot)
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.query_one("#text", TextArea).text == SHIFTS


async def test_phone_or_mail_is_copied_by_choice(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
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
        await _type(app, pilot, SHIFTS)
        await pilot.press("escape", "o")
        assert isinstance(app.screen, Pick)
        assert opened == []
        await pilot.press("enter")
        assert opened == ["mailto:sommer@example.org"]


async def test_an_observation_carries_the_topic_and_never_the_text(
    session: Session, district: District
) -> None:
    session.choose_own_actor(district["school"])
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
        await pilot.press("escape", "b")
        assert isinstance(app.screen, Question)
        asked = _static(app, "text")
        assert "Betreuung fehlt am Rand des Tages" in asked
        assert "Schichtdienst" not in asked
        await pilot.press("enter")
        await _settle(pilot)
        assert "festgehalten" in [note.message for note in app._notifications][-1]


async def test_the_newest_text_wins(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        text = app.screen.query_one("#text", TextArea)
        text.insert(SHIFTS)
        await pilot.pause()
        text.clear()
        await _settle(pilot)
        assert _hits(app) == []
        assert not _fact(app, "occasion").value


async def test_leaving_the_screen_forgets_the_case(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
        await pilot.press("escape", "2")
        await _settle(pilot)
        assert isinstance(app.screen, DirectoryScreen)
        await pilot.press("1")
        await _settle(pilot)
        text = app.screen.query_one("#text", TextArea)
        assert text.text == ""
        text.undo()
        assert text.text == ""
        assert _hits(app) == []
        assert not app.screen.query_one(CaseFacts).own


async def test_a_quarter_of_an_hour_without_a_key_forgets_the_case(
    session: Session, district: District
) -> None:
    now = [1000.0]
    app = StkApp(session, clock=lambda: now[0])
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
        await pilot.press("escape")
        screen = app.screen
        assert isinstance(screen, CaseScreen)
        now[0] += IDLE - 1
        screen.forget_when_idle()
        assert screen.query_one("#text", TextArea).text == SHIFTS
        now[0] += 1
        screen.forget_when_idle()
        await _settle(pilot)
        assert screen.query_one("#text", TextArea).text == ""
        assert _hits(app) == []


async def test_a_part_of_the_text_that_was_cut_is_forgotten_too(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, SHIFTS)
        await pilot.press("ctrl+a", "ctrl+x")
        await pilot.press("escape", "n")
        await _settle(pilot)
        assert app.clipboard == ""


async def test_no_word_of_the_case_reaches_the_disk(
    session: Session, district: District, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _type(app, pilot, "Zitronenfalter " + SHIFTS)
        await pilot.press("escape", "j", "enter")
        await _settle(pilot)
        await pilot.press("escape", "2")
        await _settle(pilot)
    after = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert after[tmp_path / "stk.db"] == before[tmp_path / "stk.db"]
    assert not [path for path, data in after.items() if b"Zitronenfalter" in data]


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 10), (10, 3)])
async def test_every_size_is_survived(
    session: Session, district: District, size: tuple[int, int]
) -> None:
    app = StkApp(session)
    async with app.run_test(size=size) as pilot:
        await _type(app, pilot, SHIFTS)
        await pilot.press("tab", "tab", "escape", "j", "enter")
        await _settle(pilot)
        await pilot.press("escape", "question_mark", "escape", "b", "escape", "y", "escape")
        await _settle(pilot)
        assert isinstance(app.screen, CaseScreen)
        assert bool(app.screen.query(".too-small")) == (size < (60, 16))
