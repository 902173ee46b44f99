"""The help: the keys that work at the widget that had the focus, nearest first."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from stk_graph.language import _
from stk_tui.actions import ACTIONS, HINTS, SCOPES, bindings, key_name
from stk_tui.plain import plain
from stk_tui.screens.base import Dialog
from stk_tui.widgets.row_line import Columns, Line
from stk_tui.widgets.row_list import RowList


class KeysScreen(Dialog[None]):
    """Help made from the table of actions for the scopes of the focused widget."""

    KEYS: ClassVar = ("dialog",)
    BINDINGS = bindings("dialog")
    CSS_PATH = "keys.tcss"

    def __init__(self, scopes: Sequence[str], keys: dict[str, str]) -> None:
        super().__init__()
        self._scopes = scopes
        self._keys = keys

    def compose(self) -> ComposeResult:
        with Vertical(id="window"):
            yield Static(plain(_("Tasten")), classes="heading")
            yield RowList(columns=Columns(label=22))

    def on_mount(self) -> None:
        self.query_one(RowList).show(list(self._lines()))

    def _lines(self) -> Iterator[Line]:
        for scope in self._scopes:
            yield Line(_(SCOPES[scope]), section=True)
            for action in ACTIONS:
                if action.scope == scope:
                    keys = self._keys.get(action.id, action.keys).split(",")
                    named = "  ".join(key_name(key) for key in keys)
                    yield Line(_(action.text), label=named)
            for key, text in HINTS.get(scope, ()):
                yield Line(_(text), label=_(key))
            yield Line()

    def action_close(self) -> None:
        self.dismiss()

    def action_yes(self) -> None:
        self.dismiss()
