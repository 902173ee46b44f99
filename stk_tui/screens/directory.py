"""Kontakte: institutions, persons and areas in one list, with their neighbours beside it."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from stk_graph.language import _
from stk_tui.actions import bindings
from stk_tui.fields import HERE, KINDS, ONE
from stk_tui.matching import narrow
from stk_tui.plain import plain
from stk_tui.screens.base import MainScreen
from stk_tui.screens.record_actions import RecordActions
from stk_tui.widgets.record_pane import RecordPane
from stk_tui.widgets.row_line import Columns, Line
from stk_tui.widgets.row_list import RowList
from stk_tui.work import start

if TYPE_CHECKING:
    from stk_tui.ports import Row

ORDER: Final = (None, *KINDS)


def _line(row: "Row | Line") -> Line:
    if isinstance(row, Line):
        return row
    return Line(row.title, key=row.id, note=row.subtitle)


def _key(row: "Row | Line") -> str:
    return row.key if isinstance(row, Line) else row.id


class DirectoryScreen(RecordActions, MainScreen):
    """The list narrows with every keystroke; the pane follows the chosen row."""

    KEYS: ClassVar = ("directory", "record")
    NAME: ClassVar = "directory"
    BINDINGS = bindings("directory", "record")
    CSS_PATH = "directory.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._kind: str | None = None
        self._rows: list[Row] = []
        self._chosen: str | None = None

    def compose_body(self) -> ComposeResult:
        with Horizontal():
            with Vertical(id="left"):
                yield Input(placeholder=_("/ Name, Träger, Aufgabe …"), id="filter")
                yield Static(id="count", classes="quiet")
                yield RowList(_line, Columns(note_share=0.42), key_of=_key, widget_id="rows")
            yield RecordPane(widget_id="pane")

    def on_mount(self) -> None:
        self._read()
        self.query_one("#rows").focus()

    def _read(self) -> None:
        start(self, "rows", self._load_rows)

    async def _load_rows(self) -> None:
        rows = await self.stk.in_background(self.stk.session.directory.rows, self._kind)
        self._rows = list(rows)
        self._narrow()

    def _narrow(self) -> None:
        query = self.query_one("#filter", Input).value
        found = narrow(query, self._rows, lambda row: row.search)
        rows = self.query_one("#rows", RowList)
        name = _("Alles") if self._kind is None else _(KINDS[self._kind])
        count = _("{name} · {found} von {all}").format(
            name=name, found=len(found), all=len(self._rows)
        )
        self.query_one("#count", Static).update(plain(count))
        shown = self._with_sections(list(found)) or self._nothing(query)
        rows.show(shown, keep=self._chosen)

    def _nothing(self, query: str) -> list[Line]:
        """What to do where the list would be blank."""
        if query.strip():
            said = [
                (_("Nichts gefunden."), True),
                (_("Esc leert den Filter."), False),
                (_("Enter, dann n: neuer Eintrag."), False),
            ]
            said.append((_("Angebote stehen unter Fall."), False))
            if self._kind is not None:
                said.append((_("Enter, dann t: andere Art."), False))
        elif self._kind is None:
            said = [
                (_("Noch ist nichts eingetragen."), True),
                (_("n legt den ersten Eintrag an: am besten"), False),
                (_("das Gebiet, dann die Einrichtungen."), False),
                ("", False),
                (_("Ein ganzes Verzeichnis übernimmt"), False),
                (_("stk import DATEI"), False),
            ]
        else:
            said = [
                (_("Hier ist noch nichts eingetragen."), True),
                (_("n legt einen Eintrag an, t wechselt die Art."), False),
            ]
        return [Line(text, strong=strong, quiet=not strong) for text, strong in said]

    def _with_sections(self, found: "list[Row]") -> "list[Row | Line]":
        """With headings by kind, unless one kind is shown."""
        if self._kind is not None:
            return [*found]
        shown: list[Row | Line] = []
        for kind, heading in KINDS.items():
            rows = [row for row in found if row.kind == kind]
            if rows:
                shown += [Line(_(heading), section=True), *rows]
        return shown

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "filter":
            self._narrow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.query_one("#rows").focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if event.row_list.id == "rows" and event.key != self._chosen:
            self._chosen = event.key
            self.trail.clear()
            self.open_record(event.key)

    def show_new(self, record_id: str) -> None:
        self._chosen = record_id
        with self.prevent(Input.Changed):
            self.query_one("#filter", Input).value = ""
        super().show_new(record_id)

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        self.pane.focus()

    def action_filter(self) -> None:
        self.query_one("#filter").focus()

    def action_next_kind(self) -> None:
        self._kind = ORDER[(ORDER.index(self._kind) + 1) % len(ORDER)]
        self._read()

    def action_create(self) -> None:
        from stk_tui.screens.dialogs import Pick

        detail = self.pane.detail
        beside = HERE.get(detail.kind, ()) if detail else ()
        filled = {f"{kind} {field}": (kind, field) for kind, field in beside}
        lines = [
            Line(_("{kind} hier: {name}").format(kind=_(ONE[kind]), name=detail.title), key=key)
            for key, (kind, _field) in filled.items()
            if detail
        ]
        lines += [Line(_(label), key=kind) for kind, label in ONE.items()]

        def chosen(key: str | None) -> None:
            if key in filled and detail is not None:
                kind, field = filled[key]
                self.edit(kind, None, {field: detail.id})
            elif key is not None:
                self.edit(key, None)

        self.stk.push_screen(Pick(_("Was anlegen?"), lines), chosen)

    def action_back(self) -> None:
        """One step back: along the trail, to the list, out of the filter."""
        rows = self.query_one("#rows", RowList)
        if self.trail:
            self.action_trail_back()
        elif self.pane.has_focus:
            rows.focus()
        elif self.query_one("#filter", Input).value:
            self.query_one("#filter", Input).value = ""
            rows.focus()
        else:
            rows.focus()

    def show_changed(self) -> None:
        super().show_changed()
        self._read()
