"""One record over another screen, so that the case stays as it is while one looks around."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from stk_tui.actions import bindings
from stk_tui.screens.record_actions import RecordActions
from stk_tui.widgets.key_bar import KeyBar
from stk_tui.widgets.record_pane import RecordPane


class RecordScreen(RecordActions):
    """A record and its neighbours; Esc goes back along the trail and then closes."""

    KEYS: ClassVar = ("record",)
    BINDINGS = [*bindings("record"), *bindings("dialog")]
    CSS_PATH = "record.tcss"

    def __init__(self, record_id: str) -> None:
        super().__init__()
        self._id = record_id

    def compose(self) -> ComposeResult:
        with Vertical(id="window"):
            yield RecordPane()
        yield KeyBar()

    def on_mount(self) -> None:
        self.open_record(self._id)
        self.pane.focus()

    def action_close(self) -> None:
        if self.trail:
            self.action_trail_back()
        else:
            self.dismiss()
