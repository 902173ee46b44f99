"""What can be done with the record in a pane: follow, go back, edit, delete, copy, open."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import events
from textual.screen import Screen

from stk_graph.language import _
from stk_graph.text import clean
from stk_tui.addresses import openable
from stk_tui.fields import ONE
from stk_tui.session import StoreError
from stk_tui.widgets.record_pane import RecordPane
from stk_tui.widgets.row_list import Line

if TYPE_CHECKING:
    from stk_tui.app import StkApp
    from stk_tui.ports import Way


class RecordActions(Screen[None]):
    """Mixed into the screens that show a ``RecordPane``; keeps the trail of records visited."""

    def __init__(self) -> None:
        super().__init__()
        self.trail: list[str] = []

    @property
    def _stk(self) -> "StkApp":
        return cast("StkApp", self.app)

    @property
    def pane(self) -> RecordPane:
        """The pane with the record."""
        return self.query_one(RecordPane)

    def open_record(self, record_id: str | None) -> None:
        """Shows a record in the pane, or what remains when it is gone."""
        if record_id is None:
            self.pane.show_detail(None)
            return
        try:
            self.pane.show_detail(self._stk.session.directory.detail(record_id))
        except KeyError:
            self.pane.show_detail(None)
            self._stk.say(_("Diesen Eintrag gibt es nicht mehr."), important=True)

    def on_record_pane_followed(self, event: RecordPane.Followed) -> None:
        if self.pane.detail is not None:
            self.trail.append(self.pane.detail.id)
        self.open_record(event.id)
        self.pane.focus()

    def on_key(self, event: events.Key) -> None:
        letter = event.character or ""
        if len(letter) == 1 and letter.isupper() and self.pane.follow(letter):
            event.stop()
            event.prevent_default()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only records with a form can be edited and deleted."""
        if action not in ("edit", "delete"):
            return True
        detail = self.pane.detail
        return detail is not None and detail.kind in ONE

    def action_trail_back(self) -> None:
        if self.trail:
            self.open_record(self.trail.pop())

    def action_edit(self) -> None:
        detail = self.pane.detail
        if detail is not None:
            self.edit(detail.kind, detail.id)

    def edit(self, kind: str, record_id: str | None) -> None:
        """Opens the form of a record, or of a new one."""
        from stk_tui.screens.form import FormScreen

        try:
            values = self._stk.session.directory.form(kind, record_id)
        except KeyError:
            self._stk.say(_("Diesen Eintrag gibt es nicht mehr."), important=True)
            return
        self._stk.push_screen(FormScreen(kind, record_id, values), self._after_form)

    def _after_form(self, saved: str | None) -> None:
        if saved is None:
            return
        self._stk.say(_("Gespeichert. u macht es rückgängig."))
        self.open_record(saved)
        self._stk.show_changed()

    def action_delete(self) -> None:
        from stk_tui.screens.dialogs import Question

        detail = self.pane.detail
        if detail is None:
            return
        heading = _("{kind} löschen?").format(kind=_(ONE.get(detail.kind, detail.kind)))
        text = _("„{name}“ wird gelöscht. u macht es rückgängig.").format(name=clean(detail.title))

        def answered(yes: bool | None) -> None:
            if yes:
                self._delete(detail.id)

        self._stk.push_screen(Question(heading, text), answered)

    def _delete(self, record_id: str) -> None:
        try:
            self._stk.say(self._stk.session.directory.delete(record_id))
        except KeyError:
            self._stk.say(_("Diesen Eintrag gibt es nicht mehr."), important=True)
        except StoreError as refused:
            self._stk.say(str(refused), important=True)
            return
        self.trail = [step for step in self.trail if step != record_id]
        self.open_record(self.trail.pop() if self.trail else None)
        self._stk.show_changed()

    def action_copy(self) -> None:
        if self.pane.detail is not None:
            copy_way(self._stk, self.pane.detail.ways)

    def action_open_address(self) -> None:
        if self.pane.detail is not None:
            open_way(self._stk, self.pane.detail.ways)


def _lines(ways: "list[Way]") -> list[Line]:
    return [Line(way.value, key=str(at), label=way.label) for at, way in enumerate(ways)]


def copy_way(app: "StkApp", ways: "Sequence[Way]") -> None:
    """Copies a phone number or address; asks which one if there are several."""
    from stk_tui.screens.dialogs import Pick

    known = [way for way in ways if way.value]

    def chosen(key: str | None) -> None:
        if key is not None:
            value = clean(known[int(key)].value)
            app.copy_to_clipboard(value)
            app.say(_("Kopiert: {value}").format(value=value))

    if not known:
        app.say(_("Hier ist weder Telefon noch Mail eingetragen."))
    elif len(known) == 1:
        chosen("0")
    else:
        app.push_screen(Pick(_("Was kopieren?"), _lines(known)), chosen)


def open_way(app: "StkApp", ways: "Sequence[Way]") -> None:
    """Opens a mail or web address after showing it; refuses what is neither."""
    from stk_tui.screens.dialogs import Pick

    known = [way for way in ways if way.kind in ("mail", "web") and way.value]
    good = [way for way in known if openable(way.kind, way.value)]

    def chosen(key: str | None) -> None:
        address = openable(good[int(key)].kind, good[int(key)].value) if key else None
        if address is not None:
            app.open_url(address)

    if good:
        app.push_screen(Pick(_("Diese Adresse öffnen?"), _lines(good)), chosen)
    elif known:
        app.say(_("Diese Adresse wird nicht geöffnet: nur https und E-Mail."), important=True)
    else:
        app.say(_("Hier ist keine Mail- oder Internetadresse eingetragen."))
