"""The form of a record: new or known, saved as one change that one undo takes back."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from stk_graph.language import _
from stk_tui.actions import bindings
from stk_tui.fields import FORMS, ONE
from stk_tui.plain import plain
from stk_tui.ports import Conflicts, FormProblems
from stk_tui.screens.base import Dialog
from stk_tui.screens.dialogs import Pick, Question
from stk_tui.session import StoreError
from stk_tui.widgets.field_form import FieldForm
from stk_tui.widgets.key_bar import KeyBar
from stk_tui.widgets.row_line import Line
from stk_tui.work import start


class FormScreen(Dialog[str | None]):
    """Gives the id of the saved record, or None if it was left without saving."""

    KEYS: ClassVar = ("form",)
    BINDINGS = bindings("form")
    CSS_PATH = "form.tcss"

    def __init__(self, kind: str, record_id: str | None, values: Mapping[str, str]) -> None:
        super().__init__()
        self._kind = kind
        self._id = record_id
        self._values = values
        self._seen = dict(values)

    def compose(self) -> ComposeResult:
        directory = self.stk.session.directory
        pattern = _("{kind} anlegen") if self._id is None else _("{kind} bearbeiten")
        heading = pattern.format(kind=_(ONE[self._kind]))
        with Vertical(id="window"):
            yield Static(plain(heading), classes="heading")
            yield FieldForm(
                FORMS[self._kind],
                self._values,
                directory.options,
                directory.reading,
            )
            yield Static(id="outcome")
        yield KeyBar()

    def action_save(self) -> None:
        form = self.query_one(FieldForm)
        self.set_focus(None)
        self.call_after_refresh(self._start_saving, form)

    def _start_saving(self, form: FieldForm) -> None:
        start(self, "save", self._save, form)

    async def _save(self, form: FieldForm) -> None:
        problems = form.unread()
        if problems:
            self._refuse(form, problems)
            return
        save = self.stk.session.directory.save
        try:
            saved = await self.stk.in_background(
                save, self._kind, self._id, form.values, self._seen
            )
        except FormProblems as refused:
            self._refuse(form, refused.problems)
        except Conflicts as changed:
            self._compare(form, dict(changed.fields))
        except StoreError as refused:
            self._refuse(form, {"": str(refused)})
        else:
            self.dismiss(saved)

    def _compare(self, form: FieldForm, conflicts: dict[str, tuple[str, str]]) -> None:
        """Shows both texts of the first field, then of the next; saves when all are chosen."""
        if not conflicts:
            start(self, "save", self._save, form)
            return
        name = next(iter(conflicts))
        here, there = conflicts.pop(name)
        row = form.row(name)

        def chosen(key: str | None) -> None:
            if key is None:
                self._refuse(form, {name: _("Inzwischen wurde das an anderer Stelle geändert.")})
                return
            if key == "there":
                row.fill(there)
            self._seen[name] = there
            self._compare(form, conflicts)

        both = _("Hier eingegeben:\n{here}\n\nInzwischen an anderer Stelle gespeichert:\n{there}")
        self.stk.push_screen(
            Pick(
                _("{field}: Welche Fassung gilt?").format(field=_(row.field.label)),
                [
                    Line(_("Meine Eingabe"), key="here"),
                    Line(_("Die andere Fassung"), key="there"),
                ],
                both.format(here=row.words(here), there=row.words(there)),
            ),
            chosen,
        )

    def _refuse(self, form: FieldForm, problems: Mapping[str, str]) -> None:
        """Nothing was saved: the sentences stand beside their fields, the others below."""
        form.show_problems(problems)
        shown = {field.name for field in FORMS[self._kind]}
        elsewhere = [sentence for name, sentence in problems.items() if name not in shown]
        outcome = [_("Noch nicht gespeichert."), *elsewhere]
        self.query_one("#outcome", Static).update(plain(" ".join(outcome)))

    def action_cancel(self) -> None:
        if not self.query_one(FieldForm).is_changed:
            self.dismiss(None)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss(None)

        question = Question(
            _("Ohne Speichern schließen?"), _("Die Änderungen in diesem Formular gehen verloren.")
        )
        self.stk.push_screen(question, answered)
