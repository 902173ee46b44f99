"""The help: the keys that work at the widget that had the focus, the special ones first."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from stk_graph.language import _
from stk_tui.actions import ACTIONS, HINTS, SCOPES, bindings, key_name
from stk_tui.plain import plain
from stk_tui.screens.base import Dialog
from stk_tui.widgets.key_bar import KeyBar
from stk_tui.widgets.row_line import Columns, Line
from stk_tui.widgets.row_list import RowList

LAST: Final = ("list", "app")
"""Scopes that everybody knows soon; they stand below what is special to the place."""


def _place(scope: str) -> int:
    return LAST.index(scope) + 1 if scope in LAST else 0


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
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(RowList).show(list(self._lines()))

    def _lines(self) -> Iterator[Line]:
        for scope in sorted(self._scopes, key=_place):
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
