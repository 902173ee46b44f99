"""Screen Kontakte: find, look around, create, edit, delete, undo."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from stk_graph.model import ContactRole
from stk_tui.app import StkApp
from stk_tui.screens.dialogs import Pick, Question
from stk_tui.screens.directory import DirectoryScreen
from stk_tui.screens.form import FormScreen
from stk_tui.session import Session
from stk_tui.widgets.field_form import FieldForm, FieldRow
from stk_tui.widgets.record_pane import RecordPane
from stk_tui.widgets.row_list import RowList

District = dict[str, str]


def _rows(app: StkApp) -> RowList:
    return app.screen.query_one("#rows", RowList)


def _titles(rows: RowList) -> list[str]:
    return [rows.line(at).text for at in range(len(rows.rows)) if rows.line(at).key]


def _pane_text(app: StkApp) -> str:
    pane = app.screen.query_one(RecordPane)
    lines = [pane.line(at) for at in range(len(pane.rows))]
    return "\n".join(" ".join((line.mark, line.label, line.text, line.note)) for line in lines)


async def _settle(pilot: Pilot[Any]) -> None:
    """Waits until everything asked for is done and drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def _open(app: StkApp, pilot: Pilot[Any]) -> None:
    await pilot.press("escape", "2")
    await _settle(pilot)
    assert isinstance(app.screen, DirectoryScreen)


async def test_actors_persons_and_areas_stand_in_one_list(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        assert _titles(_rows(app)) == [
            "Elternverein Randzeit e. V.",
            "Grundschule Nord",
            "Petra Sommer",
            "Nord",
        ]
        assert "0611 3155-512" in _pane_text(app)


async def test_the_filter_narrows_with_every_key(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await pilot.press("slash", "s", "o", "m")
        assert _titles(_rows(app)) == ["Petra Sommer"]
        await pilot.press("enter")
        assert _rows(app).has_focus
        await pilot.press("escape")
        assert len(_titles(_rows(app))) == 4


async def test_a_misspelt_name_is_found(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await pilot.press("slash", *"grundshule")
        assert _titles(_rows(app)) == ["Grundschule Nord"]


async def test_nothing_found_empties_the_pane(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await pilot.press("slash", *"qqqq")
        assert _titles(_rows(app)) == []
        assert _rows(app).line(0).text == "Nichts gefunden."
        assert app.screen.query_one(RecordPane).detail is None


async def test_one_key_shows_one_kind_after_the_other(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        shown = []
        for _again in range(4):
            await pilot.press("t")
            shown.append(len(_titles(_rows(app))))
        assert shown == [2, 1, 1, 4]


async def test_a_capital_letter_leads_to_the_neighbour_and_back(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        pane = app.screen.query_one(RecordPane)
        letters = {pane.line(at).text: pane.line(at).mark for at in range(len(pane.rows))}
        await pilot.press(letters["Petra Sommer"])
        assert pane.detail is not None
        assert pane.detail.title == "Petra Sommer"
        await pilot.press("backspace")
        assert pane.detail.title == "Elternverein Randzeit e. V."


async def test_escape_goes_back_along_the_whole_trail(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        pane = app.screen.query_one(RecordPane)
        await pilot.press("tab", "enter", "enter")
        assert isinstance(app.screen, DirectoryScreen)
        assert len(app.screen.trail) == 2
        await pilot.press("escape", "escape")
        assert pane.detail is not None
        assert pane.detail.id == district["club"]
        await pilot.press("escape")
        assert _rows(app).has_focus


async def _form(app: StkApp, pilot: Pilot[Any], *keys: str) -> FieldForm:
    await pilot.press(*keys)
    await _settle(pilot)
    assert isinstance(app.screen, FormScreen)
    return app.screen.query_one(FieldForm)


def _row(form: FieldForm, name: str) -> FieldRow:
    return next(row for row in form.query(FieldRow) if row.field.name == name)


def _remark(row: FieldRow) -> str:
    remark = row.query_one(".remark")
    return str(remark.render()) if remark.has_class("-shown") else ""


def _change_elsewhere(folder: Path, uid: str, **changes: str) -> None:
    """Another program opens the file, changes fields of an institution and closes it."""
    other = Session.open(folder / "stk.db")
    values = other.directory.form("actor", uid)
    other.directory.save("actor", uid, {**values, **changes})
    other.close()


async def test_a_new_person_is_typed_with_the_keyboard_alone(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await pilot.press("n")
        await _settle(pilot)
        assert isinstance(app.screen, Pick)
        await _form(app, pilot, "j", "j", "j", "enter")
        await pilot.press(*"Ayse", "tab", "tab", *"grund", "enter", "ctrl+s")
        await _settle(pilot)
        saved = [row for row in session.directory.rows("contact") if row.title == "Ayse"]
        assert session.directory.form("contact", saved[0].id)["employer"] == district["school"]
        assert "Grundschule Nord" in _pane_text(app)


async def test_a_missing_name_is_said_beside_the_field(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        form = await _form(app, pilot, "e")
        await pilot.press("ctrl+u", "ctrl+s")
        await _settle(pilot)
        assert isinstance(app.screen, FormScreen)
        assert _remark(_row(form, "name")) == "! Der Name fehlt. Bitte einen Namen eintragen."
        assert _row(form, "name").editor.has_focus


async def test_a_wrong_phone_number_is_named_and_kept_in_the_form(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        form = await _form(app, pilot, "e")
        _row(form, "phones").editor.focus()
        await pilot.press("end", "x", "ctrl+s")
        await _settle(pilot)
        assert "keine Telefonnummer" in _remark(_row(form, "phones"))
        assert _row(form, "phones").value.endswith("x")


async def test_times_are_shown_back_as_they_were_read(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        form = await _form(app, pilot, "e")
        _row(form, "opening").editor.focus()
        await pilot.press(*"mo-do 14-18")
        await _settle(pilot)
        assert _remark(_row(form, "opening")).startswith("= Mo")


async def test_a_name_from_no_list_is_refused(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        form = await _form(app, pilot, "e")
        _row(form, "parent").editor.query_one(Input).focus()
        await pilot.press(*"gibtesnicht", "ctrl+s")
        await _settle(pilot)
        assert "steht nicht in der Liste" in _remark(_row(form, "parent"))


async def test_closing_a_changed_form_asks_first(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await _form(app, pilot, "e")
        await pilot.press("x", "escape")
        assert isinstance(app.screen, Question)
        await pilot.press("escape")
        assert isinstance(app.screen, FormScreen)
        await pilot.press("escape", "enter")
        await _settle(pilot)
        assert isinstance(app.screen, DirectoryScreen)
        assert session.directory.detail(district["club"]).title == "Elternverein Randzeit e. V."


async def test_an_unchanged_form_closes_at_once(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await _form(app, pilot, "e")
        await pilot.press("escape")
        assert isinstance(app.screen, DirectoryScreen)


async def test_an_edit_is_seen_at_once_and_taken_back_with_one_key(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await _form(app, pilot, "e")
        await pilot.press("end", *" neu", "ctrl+s")
        await _settle(pilot)
        assert "Elternverein Randzeit e. V. neu" in _titles(_rows(app))
        await pilot.press("u")
        await _settle(pilot)
        assert "Elternverein Randzeit e. V." in _titles(_rows(app))


async def test_deleting_asks_and_can_be_undone(session: Session, district: District) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await pilot.press("j", "d")
        assert isinstance(app.screen, Question)
        await pilot.press("enter")
        await _settle(pilot)
        assert "Grundschule Nord" not in _titles(_rows(app))
        await pilot.press("u")
        await _settle(pilot)
        assert "Grundschule Nord" in _titles(_rows(app))


async def test_what_is_still_needed_is_not_deleted_and_who_needs_it_is_named(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await pilot.press("d", "enter")
        await _settle(pilot)
        assert isinstance(app.screen, Pick)
        needing = _titles(app.screen.query_one(RowList))
        assert "Randzeitenbetreuung" in needing
        await pilot.press(*["j"] * needing.index("Randzeitenbetreuung"), "enter")
        await _settle(pilot)
        detail = app.screen.query_one(RecordPane).detail
        assert detail is not None
        assert detail.id == district["care"]
        assert "Elternverein Randzeit e. V." in _titles(_rows(app))


async def test_a_person_created_at_an_institution_works_there(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        form = await _form(app, pilot, "n", "enter")
        assert _row(form, "employer").value == district["club"]
        await pilot.press("escape")
        assert isinstance(app.screen, DirectoryScreen)


async def test_one_key_notes_that_a_record_was_checked_today(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        assert "noch nie, bitte prüfen" in _pane_text(app)
        await pilot.press("v")
        await _settle(pilot)
        assert f"am {session.today:%d.%m.%Y}" in _pane_text(app)
        await pilot.press("u")
        await _settle(pilot)
        assert "noch nie, bitte prüfen" in _pane_text(app)


async def test_an_address_is_typed_with_the_institution_and_undone_with_it(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        form = await _form(app, pilot, "e")
        _row(form, "street").editor.focus()
        await pilot.press(*"Weg", "tab", *"65185", "tab", *"Auen", "ctrl+s")
        await _settle(pilot)
        assert "Weg, 65185 Auen" in _pane_text(app)
        await pilot.press("u")
        await _settle(pilot)
        assert "65185" not in _pane_text(app)


async def test_a_person_responsible_where_she_works_is_one_line(
    session: Session, district: District
) -> None:
    role = ContactRole(
        contact=district["sommer"], actor=district["club"], responsibility="Anmeldung"
    )
    with session.store.write("test", "saved-contact") as action:
        action.save(role)
    session.refresh()
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        lines = [line for line in _pane_text(app).splitlines() if "Petra Sommer" in line]
        assert len(lines) == 1
        assert "0611 3155-513 · Leitung · Anmeldung" in lines[0]


async def test_both_texts_are_shown_if_another_program_changed_the_same_field(
    session: Session, district: District, tmp_path: Path
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        form = await _form(app, pilot, "e")
        _change_elsewhere(tmp_path, district["club"], phones="0611 111", short="EV")
        _row(form, "phones").editor.focus()
        await pilot.press("ctrl+u", *"0611 222", "ctrl+s")
        await _settle(pilot)
        assert isinstance(app.screen, Pick)
        text = str(app.screen.query_one("#text", Static).render())
        assert "0611 222" in text
        assert "0611 111" in text
        await pilot.press("escape")
        await _settle(pilot)
        assert "an anderer Stelle" in _remark(_row(form, "phones"))
        await pilot.press("ctrl+s")
        await _settle(pilot)
        await pilot.press("enter")
        await _settle(pilot)
        assert isinstance(app.screen, DirectoryScreen)
        saved = session.directory.form("actor", district["club"])
        assert (saved["phones"], saved["short"]) == ("0611 222", "EV")


async def test_the_version_of_the_other_program_can_be_kept(
    session: Session, district: District, tmp_path: Path
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await _form(app, pilot, "e")
        _change_elsewhere(tmp_path, district["club"], name="Elternverein Abend")
        await pilot.press("end", "x", "ctrl+s")
        await _settle(pilot)
        await pilot.press("j", "enter")
        await _settle(pilot)
        assert session.directory.form("actor", district["club"])["name"] == "Elternverein Abend"


async def test_a_record_deleted_elsewhere_is_not_saved_over(
    session: Session, district: District, tmp_path: Path
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await pilot.press("j")
        await _settle(pilot)
        await _form(app, pilot, "e")
        other = Session.open(tmp_path / "stk.db")
        other.directory.delete(district["school"])
        other.close()
        await pilot.press("end", "x", "ctrl+s")
        await _settle(pilot)
        assert "inzwischen gelöscht" in str(app.screen.query_one("#outcome", Static).render())


async def test_an_institution_deleted_elsewhere_cannot_become_the_own_one(
    session: Session, district: District, tmp_path: Path
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        await pilot.press("j")
        await _settle(pilot)
        other = Session.open(tmp_path / "stk.db")
        other.directory.delete(district["school"])
        other.close()
        await pilot.press("m")
        await _settle(pilot)
        said = [note.message for note in app._notifications]
        assert said == ["Diesen Eintrag gibt es nicht mehr."]
        assert "Grundschule Nord" not in _titles(_rows(app))
        assert session.own_actor is None


async def test_an_empty_file_says_how_to_begin(session: Session) -> None:
    app = StkApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await _open(app, pilot)
        rows = _rows(app)
        said = " ".join(rows.line(at).text for at in range(len(rows.rows)))
        assert "n legt den ersten Eintrag an" in said
        assert "stk import" in said


async def test_copying_asks_which_one(
    session: Session, district: District, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
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
        await _open(app, pilot)
        await pilot.press("o")
        assert isinstance(app.screen, Pick)
        assert opened == []
        await pilot.press("j", "enter")
        assert opened == ["https://verein.example.org"]


async def test_a_change_of_another_program_is_read(
    session: Session, district: District, tmp_path: Path
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(app, pilot)
        other = Session.open(tmp_path / "stk.db")
        other.directory.save("area", None, {"name": "Süd", "type": "quarter"})
        other.close()
        app.look_for_changes()
        await _settle(pilot)
        assert "Süd" in _titles(_rows(app))


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 10), (10, 3)])
async def test_every_size_is_survived(
    session: Session, district: District, size: tuple[int, int]
) -> None:
    app = StkApp(session)
    async with app.run_test(size=size) as pilot:
        await pilot.press("escape", "2", "j", "tab", "enter", "escape", "question_mark", "escape")
        await _settle(pilot)
        assert bool(app.screen.query(".too-small")) == (size < (60, 16))
