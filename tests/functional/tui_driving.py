"""Drives the app as a person does: opens it on a screen, types, waits, and reads what is shown."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from stk_tui.app import StkApp
from stk_tui.screens.directory import DirectoryScreen
from stk_tui.screens.form import FormScreen
from stk_tui.session import Session
from stk_tui.widgets.field_form import FieldForm, FieldRow
from stk_tui.widgets.record_pane import RecordPane
from stk_tui.widgets.row_list import RowList

District = dict[str, str]
"""The ids of the small district of ``conftest``, by a word for each record."""

SHIFTS = "Schichtdienst bis 19 Uhr, Kind 2. Klasse, Betreuung fehlt am Abend"
USUAL = (140, 40)
SMALL = (80, 24)


async def settle(pilot: Pilot[Any]) -> None:
    """Waits until everything asked for is done and drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def type_case(app: StkApp, pilot: Pilot[Any], text: str) -> None:
    """Types a text into the case, as a paste."""
    app.screen.query_one("#text", TextArea).insert(text)
    await settle(pilot)


async def open_contacts(app: StkApp, pilot: Pilot[Any]) -> None:
    """Goes from the case to the contacts."""
    await pilot.press("escape", "2")
    await settle(pilot)
    assert isinstance(app.screen, DirectoryScreen)


@asynccontextmanager
async def a_case(
    session: Session, text: str, size: tuple[int, int] = USUAL
) -> AsyncIterator[tuple[StkApp, Pilot[None]]]:
    """The app on its first screen, with a text typed into it."""
    app = StkApp(session)
    async with app.run_test(size=size) as pilot:
        await type_case(app, pilot, text)
        yield app, pilot


@asynccontextmanager
async def contacts(
    session: Session, size: tuple[int, int] = USUAL
) -> AsyncIterator[tuple[StkApp, Pilot[None]]]:
    """The app with the contacts open."""
    app = StkApp(session)
    async with app.run_test(size=size) as pilot:
        await open_contacts(app, pilot)
        yield app, pilot


def static(app: StkApp, name: str) -> str:
    """The text of a line of the screen."""
    return str(app.screen.query_one("#" + name, Static).render())


def rows_of(app: StkApp) -> RowList:
    """The list of the contacts."""
    return app.screen.query_one("#rows", RowList)


def titles(rows: RowList) -> list[str]:
    """The lines that can be chosen."""
    return [rows.line(at).text for at in range(len(rows.rows)) if rows.line(at).key]


def hits(app: StkApp) -> list[str]:
    """The persons found for a case."""
    return titles(app.screen.query_one("#hits", RowList))


def pane_text(app: StkApp) -> str:
    """All that the pane shows of a record."""
    pane = app.screen.query_one(RecordPane)
    lines = [pane.line(at) for at in range(len(pane.rows))]
    return "\n".join(" ".join((line.mark, line.label, line.text, line.note)) for line in lines)


async def open_form(app: StkApp, pilot: Pilot[Any], *keys: str) -> FieldForm:
    """Presses the keys that lead to a form."""
    await pilot.press(*keys)
    await settle(pilot)
    assert isinstance(app.screen, FormScreen)
    return app.screen.query_one(FieldForm)


def field(form: FieldForm, name: str) -> FieldRow:
    """A field of a form, by its name in the record."""
    return next(row for row in form.query(FieldRow) if row.field.name == name)


def remark(row: FieldRow) -> str:
    """What is said beside a field; empty if nothing is."""
    found = row.query_one(".remark")
    return str(found.render()) if found.has_class("-shown") else ""
