"""The facts beside a case: read in the text, corrected by hand, and shown with their words."""

import pytest
from textual.widgets import Input, TextArea

from stk_tui.app import StkApp
from stk_tui.session import Session
from stk_tui.widgets.case_facts import CaseFacts
from stk_tui.widgets.fact_field import FactField, fitted
from stk_tui.widgets.key_bar import KeyBar
from stk_tui.widgets.row_list import RowList
from tests.functional.tui_driving import SHIFTS, District, a_case, hits, settle, static, type_case


def _fact(app: StkApp, name: str) -> FactField:
    return app.screen.query_one("#" + name, FactField)


async def test_the_text_fills_the_facts_visibly(session: Session, district: District) -> None:
    async with a_case(session, SHIFTS) as (app, _pilot):
        occasion = _fact(app, "occasion")
        assert "betreuung_randzeit" in occasion.value.split(",")
        assert occasion.is_read
        assert "Betreuung fehlt am Rand des Tages" in str(occasion.render())


async def test_a_value_read_in_the_text_has_a_mark_and_a_typed_one_has_none(
    session: Session, district: District
) -> None:
    async with a_case(session, SHIFTS) as (app, pilot):
        assert "»" in str(_fact(app, "age").render())
        _fact(app, "age").focus()
        await pilot.pause()
        await pilot.press("end", "ctrl+u", "9", "escape")
        await settle(pilot)
        assert "»" not in str(_fact(app, "age").render())


async def test_the_words_that_decided_are_named(session: Session, district: District) -> None:
    async with a_case(session, "Schulden und Mahnungen") as (app, pilot):
        assert "Schulden" in static(app, "evidence")
        await pilot.press("escape", "n")
        await settle(pilot)
        assert static(app, "evidence") == ""


def test_of_several_labels_those_that_fit_are_named_and_the_others_counted() -> None:
    labels = ["Schulden", "Wohnen", "Sucht"]
    assert fitted(labels, 40) == "Schulden, Wohnen, Sucht"
    assert fitted(labels, 20) == "Schulden, Wohnen +1"
    assert fitted(labels, 12) == "Schulden +2"
    assert fitted(labels, 8) == "Schu… +2"
    assert fitted([], 8) == ""


async def test_what_a_person_enters_stays_whatever_the_text_says(
    session: Session, district: District
) -> None:
    async with a_case(session, SHIFTS) as (app, pilot):
        _fact(app, "age").focus()
        await pilot.pause()
        await pilot.press("ctrl+u", "end", "ctrl+u", "9")
        await type_case(app, pilot, " und ein Säugling")
        assert _fact(app, "age").value == "9"
        assert not _fact(app, "age").is_read
        assert app.screen.query_one(CaseFacts).own["age"] == "9"


async def test_an_occasion_is_picked_by_typing_a_part_of_it(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("tab", *"rand des", "enter")
        await settle(pilot)
        assert _fact(app, "occasion").value == "betreuung_randzeit"
        assert "Petra Sommer" in hits(app)[0]


async def test_the_editor_of_a_fact_goes_when_the_field_is_left(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("tab", "tab", "tab")
        await settle(pilot)
        assert len(app.screen.query_one(CaseFacts).query(Input)) == 1
        await pilot.press("shift+tab", "shift+tab", "shift+tab")
        await settle(pilot)
        assert isinstance(app.focused, TextArea)
        assert not app.screen.query_one(CaseFacts).query(Input)


async def test_the_newest_text_wins(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        text = app.screen.query_one("#text", TextArea)
        text.insert(SHIFTS)
        await pilot.pause()
        text.clear()
        await settle(pilot)
        assert hits(app) == []
        assert not _fact(app, "occasion").value


@pytest.mark.parametrize("size", [(140, 40), (80, 24)])
async def test_open_suggestions_are_whole_and_the_bar_names_the_key_that_takes_one(
    session: Session, district: District, size: tuple[int, int]
) -> None:
    app = StkApp(session)
    async with app.run_test(size=size) as pilot:
        taken = "Enter Vorschlag nehmen"
        await pilot.press("tab")
        assert taken not in str(app.screen.query_one(KeyBar).render())
        await pilot.press(*"schul")
        await settle(pilot)
        suggestions = app.screen.query_one("#occasion RowList", RowList)
        assert suggestions.region.right <= size[0]
        assert not [y for y in range(5) if "…" in suggestions.render_line(y).text]
        assert taken in str(app.screen.query_one(KeyBar).render())
        await pilot.press("escape")
        assert taken not in str(app.screen.query_one(KeyBar).render())
