"""Screen Kontakte: find, look around, check, copy, delete, undo."""

from pathlib import Path

import pytest

from stk_graph.model import ContactRole
from stk_tui.app import StkApp
from stk_tui.screens.dialogs import Pick, Question
from stk_tui.screens.directory import DirectoryScreen
from stk_tui.session import Session
from stk_tui.widgets.record_pane import RecordPane
from stk_tui.widgets.row_list import RowList
from tests.functional.tui_driving import (
    SMALL,
    District,
    contacts,
    open_contacts,
    pane_text,
    rows_of,
    settle,
    titles,
)


async def test_actors_persons_and_areas_stand_in_one_list(
    session: Session, district: District
) -> None:
    async with contacts(session) as (app, _pilot):
        assert titles(rows_of(app)) == [
            "Elternverein Randzeit e. V.",
            "Grundschule Nord",
            "Petra Sommer",
            "Nord",
        ]
        assert "0611 3155-512" in pane_text(app)


async def test_the_filter_narrows_with_every_key(session: Session, district: District) -> None:
    async with contacts(session) as (app, pilot):
        await pilot.press("slash", "s", "o", "m")
        assert titles(rows_of(app)) == ["Petra Sommer"]
        await pilot.press("enter")
        assert rows_of(app).has_focus
        await pilot.press("escape")
        assert len(titles(rows_of(app))) == 4


async def test_a_misspelt_name_is_found(session: Session, district: District) -> None:
    async with contacts(session) as (app, pilot):
        await pilot.press("slash", *"grundshule")
        assert titles(rows_of(app)) == ["Grundschule Nord"]


async def test_nothing_found_empties_the_pane(session: Session, district: District) -> None:
    async with contacts(session) as (app, pilot):
        await pilot.press("slash", *"qqqq")
        assert titles(rows_of(app)) == []
        assert rows_of(app).line(0).text == "Nichts gefunden."
        assert app.screen.query_one(RecordPane).detail is None


async def test_where_only_one_kind_was_looked_through_the_way_to_the_others_is_named(
    session: Session, district: District
) -> None:
    async with contacts(session) as (app, pilot):
        await pilot.press("slash", *"grundschule", "enter")
        for found in (1, 0):
            await pilot.press("t")
            assert len(titles(rows_of(app))) == found
        said = [rows_of(app).line(number).text for number in range(5)]
        assert "Enter, dann t: andere Art." in said


async def test_an_address_in_an_area_is_no_second_institution(
    session: Session, district: District
) -> None:
    address = {"street": "Weg 1", "city": "Nord"}
    form = session.directory.form("actor", district["school"])
    session.directory.save("actor", district["school"], {**form, **address})
    groups = dict(session.directory.detail(district["nord"]).groups)
    names = [link.title for link in groups["Einrichtungen hier"]]
    assert sorted(names) == ["Elternverein Randzeit e. V.", "Grundschule Nord"]
    assert len(groups["Adressen hier"]) == 1


async def test_one_key_shows_one_kind_after_the_other(session: Session, district: District) -> None:
    async with contacts(session) as (app, pilot):
        shown = []
        for _again in range(4):
            await pilot.press("t")
            shown.append(len(titles(rows_of(app))))
        assert shown == [2, 1, 1, 4]


async def test_a_capital_letter_leads_to_the_neighbour_and_back(
    session: Session, district: District
) -> None:
    async with contacts(session) as (app, pilot):
        pane = app.screen.query_one(RecordPane)
        letters = {pane.line(at).text: pane.line(at).mark for at in range(len(pane.rows))}
        await pilot.press(letters["Petra Sommer"])
        assert pane.detail is not None
        assert pane.detail.title == "Petra Sommer"
        await pilot.press("backspace")
        assert pane.detail.title == "Elternverein Randzeit e. V."


async def test_escape_goes_back_along_the_whole_trail(session: Session, district: District) -> None:
    async with contacts(session) as (app, pilot):
        pane = app.screen.query_one(RecordPane)
        await pilot.press("tab", "enter", "enter")
        assert isinstance(app.screen, DirectoryScreen)
        assert len(app.screen.trail) == 2
        await pilot.press("escape", "escape")
        assert pane.detail is not None
        assert pane.detail.id == district["club"]
        await pilot.press("escape")
        assert rows_of(app).has_focus


async def test_deleting_asks_and_can_be_undone(session: Session, district: District) -> None:
    async with contacts(session) as (app, pilot):
        await pilot.press("j", "d")
        assert isinstance(app.screen, Question)
        await pilot.press("enter")
        await settle(pilot)
        assert "Grundschule Nord" not in titles(rows_of(app))
        await pilot.press("u")
        await settle(pilot)
        assert "Grundschule Nord" in titles(rows_of(app))


async def test_what_is_still_needed_is_not_deleted_and_who_needs_it_is_named(
    session: Session, district: District
) -> None:
    async with contacts(session) as (app, pilot):
        await pilot.press("d", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Pick)
        needing = titles(app.screen.query_one(RowList))
        assert "Randzeitenbetreuung" in needing
        await pilot.press(*["j"] * needing.index("Randzeitenbetreuung"), "enter")
        await settle(pilot)
        detail = app.screen.query_one(RecordPane).detail
        assert detail is not None
        assert detail.id == district["care"]
        assert "Elternverein Randzeit e. V." in titles(rows_of(app))


async def test_one_key_notes_that_a_record_was_checked_today(
    session: Session, district: District
) -> None:
    async with contacts(session) as (app, pilot):
        assert "noch nie, bitte prüfen" in pane_text(app)
        await pilot.press("v")
        await settle(pilot)
        assert f"am {session.today:%d.%m.%Y}" in pane_text(app)
        await pilot.press("u")
        await settle(pilot)
        assert "noch nie, bitte prüfen" in pane_text(app)


async def test_a_person_responsible_where_she_works_is_one_line(
    session: Session, district: District
) -> None:
    role = ContactRole(
        contact=district["sommer"], actor=district["club"], responsibility="Anmeldung"
    )
    with session.store.write("test", "saved-contact") as action:
        action.save(role)
    session.refresh()
    async with contacts(session) as (app, _pilot):
        lines = [line for line in pane_text(app).splitlines() if "Petra Sommer" in line]
        assert len(lines) == 1
        assert "0611 3155-513 · Leitung · Anmeldung" in lines[0]


async def test_an_institution_deleted_elsewhere_cannot_become_the_own_one(
    session: Session, district: District, tmp_path: Path
) -> None:
    async with contacts(session) as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        other = Session.open(tmp_path / "stk.db")
        other.directory.delete(district["school"])
        other.close()
        await pilot.press("m")
        await settle(pilot)
        said = [note.message for note in app._notifications]
        assert said == ["Diesen Eintrag gibt es nicht mehr."]
        assert "Grundschule Nord" not in titles(rows_of(app))
        assert session.own_actor is None


async def test_an_empty_file_says_how_to_begin(session: Session) -> None:
    async with contacts(session, SMALL) as (app, _pilot):
        rows = rows_of(app)
        said = " ".join(rows.line(at).text for at in range(len(rows.rows)))
        assert "n legt den ersten Eintrag an" in said
        assert "stk import" in said


async def test_copying_asks_which_one(
    session: Session, district: District, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with contacts(session) as (app, pilot):
        await pilot.press("y")
        assert isinstance(app.screen, Pick)
        await pilot.press("j", "enter")
        assert app.clipboard == "verein@example.org"


async def test_an_address_is_shown_before_it_is_opened(
    session: Session, district: District, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    app = StkApp(session)
    monkeypatch.setattr(app, "open_url", opened.append)
    async with app.run_test(size=(140, 40)) as pilot:
        await open_contacts(app, pilot)
        await pilot.press("o")
        assert isinstance(app.screen, Pick)
        assert opened == []
        await pilot.press("j", "enter")
        assert opened == ["https://verein.example.org"]


async def test_a_change_of_another_program_is_read(
    session: Session, district: District, tmp_path: Path
) -> None:
    async with contacts(session) as (app, pilot):
        other = Session.open(tmp_path / "stk.db")
        other.directory.save("area", None, {"name": "Süd", "type": "quarter"})
        other.close()
        app.look_for_changes()
        await settle(pilot)
        assert "Süd" in titles(rows_of(app))


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 10), (10, 3)])
async def test_every_size_is_survived(
    session: Session, district: District, size: tuple[int, int]
) -> None:
    app = StkApp(session)
    async with app.run_test(size=size) as pilot:
        await pilot.press("escape", "2", "j", "tab", "enter", "escape", "question_mark", "escape")
        await settle(pilot)
        assert bool(app.screen.query(".too-small")) == (size < (60, 16))
