"""What can be done with the record in a pane: follow, go back, edit, delete, copy, open."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events

from stk_graph.language import N_, _
from stk_graph.text import clean
from stk_tui.addresses import openable
from stk_tui.fields import NAMELESS, ONE, VERIFIED
from stk_tui.screens.base import StkScreen
from stk_tui.session import StillReferred, StoreError
from stk_tui.widgets.record_pane import RecordPane
from stk_tui.widgets.row_line import Line
from stk_tui.work import start

if TYPE_CHECKING:
    from stk_tui.app import StkApp
    from stk_tui.ports import Way


class RecordActions(StkScreen):
    """Mixed into the screens that show a ``RecordPane``; keeps the trail of records visited.

    Everything that touches the data file is done in the one thread beside the screens.
    """

    def __init__(self) -> None:
        super().__init__()
        self.trail: list[str] = []
        self.shown: str | None = None
        """The record in the pane, or on its way there."""

    @property
    def pane(self) -> RecordPane:
        """The pane with the record."""
        return self.query_one(RecordPane)

    def open_record(self, record_id: str | None) -> None:
        """Shows a record in the pane; None empties it. The newest one asked for wins."""
        self.shown = record_id
        start(self, "record", self._load, record_id)

    async def _load(self, record_id: str | None) -> None:
        detail = None
        if record_id is not None:
            try:
                detail = await self.stk.in_background(self.stk.session.directory.detail, record_id)
            except KeyError:
                self._lose(record_id)
            except StoreError as refused:
                self.stk.say(str(refused), important=True)
        self.pane.show_detail(detail)

    def _lose(self, record_id: str) -> None:
        """The record is gone: said only if it was asked for, not if it was on the screen."""
        if self.pane.detail is None or self.pane.detail.id != record_id:
            self._say_gone()
        self.shown = None

    def _say_gone(self) -> None:
        self.stk.say(_("Diesen Eintrag gibt es nicht mehr."), important=True)

    def on_record_pane_followed(self, event: RecordPane.Followed) -> None:
        self.follow(event.record_id)

    def follow(self, record_id: str) -> None:
        """Goes on to another record; the trail leads back."""
        if self.shown is not None:
            self.trail.append(self.shown)
        self.open_record(record_id)
        self.pane.focus()

    def on_key(self, event: events.Key) -> None:
        letter = event.character or ""
        if len(letter) == 1 and letter.isupper() and self.pane.follow(letter):
            event.stop()
            event.prevent_default()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Records with a form can be edited and deleted; institutions can be the own one."""
        detail = self.pane.detail
        if action in ("edit", "delete"):
            return detail is not None and detail.kind in ONE
        if action == "verify":
            return detail is not None and detail.kind in VERIFIED
        return action != "choose_own" or (detail is not None and detail.kind == "actor")

    def action_trail_back(self) -> None:
        if self.trail:
            self.open_record(self.trail.pop())

    def action_edit(self) -> None:
        detail = self.pane.detail
        if detail is not None:
            self.edit(detail.kind, detail.id)

    def edit(
        self, kind: str, record_id: str | None, filled: Mapping[str, str] | None = None
    ) -> None:
        """Opens the form of a record, or of a new one with some fields filled."""
        start(self, "form", self._edit, kind, record_id, dict(filled or {}))

    async def _edit(self, kind: str, record_id: str | None, filled: dict[str, str]) -> None:
        from stk_tui.screens.form import FormScreen

        directory = self.stk.session.directory
        try:
            values = await self.stk.in_background(directory.form, kind, record_id)
        except KeyError:
            self._say_gone()
            return
        except StoreError as refused:
            self.stk.say(str(refused), important=True)
            return
        self.stk.push_screen(FormScreen(kind, record_id, {**values, **filled}), self._after_form)

    def _after_form(self, saved: str | None) -> None:
        if saved is None:
            return
        self.stk.say(_("Gespeichert. u macht es rückgängig."))
        if saved != self.shown:
            self.show_new(saved)
        self.stk.show_changed()

    def show_new(self, record_id: str) -> None:
        """Shows a record that was just created."""
        self.trail.clear()
        self.open_record(record_id)

    def action_verify(self) -> None:
        if self.pane.detail is not None:
            start(self, "verify", self._verify, self.pane.detail.id)

    async def _verify(self, record_id: str) -> None:
        try:
            verify = self.stk.session.directory.verify
            self.stk.say(await self.stk.in_background(verify, record_id))
        except KeyError:
            self._say_gone()
        except StoreError as refused:
            self.stk.say(str(refused), important=True)
        self.stk.show_changed()

    def action_delete(self) -> None:
        from stk_tui.screens.dialogs import Question

        detail = self.pane.detail
        if detail is None:
            return
        heading = _("{kind} löschen?").format(kind=_(ONE.get(detail.kind, detail.kind)))
        text = _("„{name}“ wird gelöscht. u macht es rückgängig.").format(name=clean(detail.title))

        def answered(yes: bool | None) -> None:
            if yes:
                start(self, "delete", self._delete, detail.id)

        self.stk.push_screen(Question(heading, text), answered)

    async def _delete(self, record_id: str) -> None:
        directory = self.stk.session.directory
        try:
            self.stk.say(await self.stk.in_background(directory.delete, record_id))
        except KeyError:
            self._say_gone()
        except StillReferred as refused:
            self._name_referring(refused)
            return
        except StoreError as refused:
            self.stk.say(str(refused), important=True)
            return
        self.trail = [step for step in self.trail if step != record_id]
        self.open_record(self.trail.pop() if self.trail else None)
        self.stk.show_changed()

    def _name_referring(self, refused: StillReferred) -> None:
        """Who still needs the record; one of them can be opened."""
        from stk_tui.screens.dialogs import Pick

        def chosen(key: str | None) -> None:
            if key is not None:
                self.follow(key)

        lines = [
            Line(title, key=uid)
            if title != uid
            else Line(_(NAMELESS.get(table, N_("Eintrag ohne Namen"))), quiet=True)
            for table, uid, title in refused.referring
        ]
        text = _(
            "Das wird noch gebraucht. Gelöscht wurde nichts. Bitte zuerst dort einen Ersatz "
            "eintragen; Enter öffnet den Eintrag."
        )
        self.stk.push_screen(Pick(_("Noch nicht gelöscht"), lines, text), chosen)

    def show_changed(self) -> None:
        """Reads the record in the pane again."""
        self.open_record(self.shown)

    def action_choose_own(self) -> None:
        if self.shown is not None:
            start(self, "own", self._choose_own, self.shown)

    async def _choose_own(self, record_id: str) -> None:
        try:
            choose = self.stk.session.choose_own_actor
            self.stk.say(await self.stk.in_background(choose, record_id))
        except KeyError:
            self._say_gone()
            self.stk.show_changed()
        except StoreError as refused:
            self.stk.say(str(refused), important=True)

    def action_copy(self) -> None:
        if self.pane.detail is not None:
            copy_way(self.stk, self.pane.detail.ways)

    def action_open_address(self) -> None:
        if self.pane.detail is not None:
            open_way(self.stk, self.pane.detail.ways)


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
