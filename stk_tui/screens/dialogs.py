"""Small windows: a question, and a choice of one line."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from stk_tui.actions import bindings
from stk_tui.plain import plain
from stk_tui.screens.base import Dialog
from stk_tui.widgets.key_bar import KeyBar
from stk_tui.widgets.row_line import Columns, Line
from stk_tui.widgets.row_list import RowList


class Question(Dialog[bool]):
    """A question that is answered with yes or by closing it; ``text`` may have several lines."""

    KEYS: ClassVar = ("question",)
    BINDINGS = bindings("question")
    CSS_PATH = "dialogs.tcss"

    def __init__(self, heading: str, text: str) -> None:
        super().__init__()
        self._heading = heading
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(id="window"):
            yield Static(plain(self._heading), classes="heading")
            yield Static(plain(self._text, multiline=True), id="text")
        yield KeyBar()

    def action_yes(self) -> None:
        self.dismiss(True)

    def action_close(self) -> None:
        self.dismiss(False)


class PickList(RowList):
    """The lines of a choice: Enter takes one of them and opens nothing."""

    KEYS: ClassVar = ("pick",)
    BINDINGS = bindings("pick")


class Pick(Dialog[str | None]):
    """A choice of one of a few lines below a text; gives the key of the line, or None."""

    KEYS: ClassVar = ("dialog",)
    BINDINGS = bindings("dialog")
    CSS_PATH = "dialogs.tcss"

    def __init__(self, heading: str, lines: Sequence[Line], text: str = "") -> None:
        super().__init__()
        self._heading = heading
        self._lines = lines
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(id="window"):
            yield Static(plain(self._heading), classes="heading")
            if self._text:
                with VerticalScroll(can_focus=False):
                    yield Static(plain(self._text, multiline=True), id="text")
            widest = max((len(line.label) for line in self._lines), default=0)
            yield PickList(columns=Columns(label=widest + 2 if widest else 0))
        yield KeyBar()

    def on_mount(self) -> None:
        rows = self.query_one(RowList)
        rows.show(self._lines)
        rows.styles.height = min(12, len(self._lines))
        rows.focus()

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        self.dismiss(event.key)

    def action_close(self) -> None:
        self.dismiss(None)
