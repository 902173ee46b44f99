"""Forms: create and edit with the keyboard, said beside the field, changed elsewhere meanwhile."""

from pathlib import Path

from textual.widgets import Input, Static

from stk_tui.screens.dialogs import Pick, Question
from stk_tui.screens.directory import DirectoryScreen
from stk_tui.screens.form import FormScreen
from stk_tui.session import Session
from tests.functional.tui_driving import (
    District,
    contacts,
    field,
    open_form,
    pane_text,
    remark,
    rows_of,
    settle,
    titles,
)


def _change_elsewhere(folder: Path, uid: str, **changes: str) -> None:
    """Another program opens the file, changes fields of an institution and closes it."""
    other = Session.open(folder / "stk.db")
    values = other.directory.form("actor", uid)
    other.directory.save("actor", uid, {**values, **changes})
    other.close()


async def test_a_new_person_is_typed_with_the_keyboard_alone(
    session: Session, district: District
) -> None:
    async with contacts(session) as (app, pilot):
        await pilot.press("n")
        await settle(pilot)
        assert isinstance(app.screen, Pick)
        await open_form(app, pilot, "j", "j", "j", "enter")
        await pilot.press(*"Ayse", "tab", "tab", *"grund", "enter", "ctrl+s")
        await settle(pilot)
        saved = [row for row in session.directory.rows("contact") if row.title == "Ayse"]
        assert session.directory.form("contact", saved[0].id)["employer"] == district["school"]
        assert "Grundschule Nord" in pane_text(app)


async def test_a_missing_name_is_said_beside_the_field(
    session: Session, district: District
) -> None:
    async with contacts(session) as (app, pilot):
        form = await open_form(app, pilot, "e")
        await pilot.press("ctrl+u", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, FormScreen)
        assert remark(field(form, "name")) == "! Der Name fehlt. Bitte einen Namen eintragen."
        assert field(form, "name").editor.has_focus


async def test_a_wrong_phone_number_is_named_and_kept_in_the_form(
    session: Session, district: District
) -> None:
    async with contacts(session) as (app, pilot):
        form = await open_form(app, pilot, "e")
        field(form, "phones").editor.focus()
        await pilot.press("end", "x", "ctrl+s")
        await settle(pilot)
        assert "keine Telefonnummer" in remark(field(form, "phones"))
        assert field(form, "phones").value.endswith("x")


async def test_times_are_shown_back_as_they_were_read(session: Session, district: District) -> None:
    async with contacts(session) as (app, pilot):
        form = await open_form(app, pilot, "e")
        field(form, "opening").editor.focus()
        await pilot.press(*"mo-do 14-18")
        await settle(pilot)
        assert remark(field(form, "opening")).startswith("= Mo")


async def test_a_name_from_no_list_is_refused(session: Session, district: District) -> None:
    async with contacts(session) as (app, pilot):
        form = await open_form(app, pilot, "e")
        field(form, "parent").editor.query_one(Input).focus()
        await pilot.press(*"gibtesnicht", "ctrl+s")
        await settle(pilot)
        assert "steht nicht in der Liste" in remark(field(form, "parent"))


async def test_closing_a_changed_form_asks_first(session: Session, district: District) -> None:
    async with contacts(session) as (app, pilot):
        await open_form(app, pilot, "e")
        await pilot.press("x", "escape")
        assert isinstance(app.screen, Question)
        await pilot.press("escape")
        assert isinstance(app.screen, FormScreen)
        await pilot.press("escape", "enter")
        await settle(pilot)
        assert isinstance(app.screen, DirectoryScreen)
        assert session.directory.detail(district["club"]).title == "Elternverein Randzeit e. V."


async def test_an_unchanged_form_closes_at_once(session: Session, district: District) -> None:
    async with contacts(session) as (app, pilot):
        await open_form(app, pilot, "e")
        await pilot.press("escape")
        assert isinstance(app.screen, DirectoryScreen)


async def test_an_edit_is_seen_at_once_and_taken_back_with_one_key(
    session: Session, district: District
) -> None:
    async with contacts(session) as (app, pilot):
        await open_form(app, pilot, "e")
        await pilot.press("end", *" neu", "ctrl+s")
        await settle(pilot)
        assert "Elternverein Randzeit e. V. neu" in titles(rows_of(app))
        await pilot.press("u")
        await settle(pilot)
        assert "Elternverein Randzeit e. V." in titles(rows_of(app))


async def test_a_person_created_at_an_institution_works_there(
    session: Session, district: District
) -> None:
    async with contacts(session) as (app, pilot):
        form = await open_form(app, pilot, "n", "enter")
        assert field(form, "employer").value == district["club"]
        await pilot.press("escape")
        assert isinstance(app.screen, DirectoryScreen)


async def test_an_address_is_typed_with_the_institution_and_undone_with_it(
    session: Session, district: District
) -> None:
    async with contacts(session) as (app, pilot):
        form = await open_form(app, pilot, "e")
        field(form, "street").editor.focus()
        await pilot.press(*"Weg", "tab", *"65185", "tab", *"Auen", "ctrl+s")
        await settle(pilot)
        assert "Weg, 65185 Auen" in pane_text(app)
        await pilot.press("u")
        await settle(pilot)
        assert "65185" not in pane_text(app)


async def test_both_texts_are_shown_if_another_program_changed_the_same_field(
    session: Session, district: District, tmp_path: Path
) -> None:
    async with contacts(session) as (app, pilot):
        form = await open_form(app, pilot, "e")
        _change_elsewhere(tmp_path, district["club"], phones="0611 111", short="EV")
        field(form, "phones").editor.focus()
        await pilot.press("ctrl+u", *"0611 222", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, Pick)
        text = str(app.screen.query_one("#text", Static).render())
        assert "0611 222" in text
        assert "0611 111" in text
        await pilot.press("escape")
        await settle(pilot)
        assert "an anderer Stelle" in remark(field(form, "phones"))
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, DirectoryScreen)
        saved = session.directory.form("actor", district["club"])
        assert (saved["phones"], saved["short"]) == ("0611 222", "EV")


async def test_the_version_of_the_other_program_can_be_kept(
    session: Session, district: District, tmp_path: Path
) -> None:
    async with contacts(session) as (app, pilot):
        await open_form(app, pilot, "e")
        _change_elsewhere(tmp_path, district["club"], name="Elternverein Abend")
        await pilot.press("end", "x", "ctrl+s")
        await settle(pilot)
        await pilot.press("j", "enter")
        await settle(pilot)
        assert session.directory.form("actor", district["club"])["name"] == "Elternverein Abend"


async def test_a_record_deleted_elsewhere_is_not_saved_over(
    session: Session, district: District, tmp_path: Path
) -> None:
    async with contacts(session) as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        await open_form(app, pilot, "e")
        other = Session.open(tmp_path / "stk.db")
        other.directory.delete(district["school"])
        other.close()
        await pilot.press("end", "x", "ctrl+s")
        await settle(pilot)
        assert "inzwischen gelöscht" in str(app.screen.query_one("#outcome", Static).render())
