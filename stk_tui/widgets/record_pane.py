"""One record with its neighbours in the graph; every neighbour has a capital letter as its key."""

from collections.abc import Iterator
from string import ascii_uppercase
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from textual import events
from textual.message import Message

from stk_graph.language import _
from stk_graph.text import clean
from stk_tui.widgets.row_line import Columns, Line
from stk_tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from stk_tui.ports import Detail

LETTERS: Final = ascii_uppercase.replace("G", "")
"""G goes to the end of a list, so it is no letter of a neighbour."""

COLUMNS: Final = Columns(label=15, note_share=0.45)


class RecordPane(RowList):
    """Facts as wrapped text, then the neighbours by group; keeps the trail of records visited."""

    class Followed(Message):
        """A neighbour was asked for."""

        def __init__(self, pane: "RecordPane", record_id: str) -> None:
            super().__init__()
            self.pane = pane
            self.record_id = record_id

        @property
        def control(self) -> "RecordPane":
            return self.pane

    def __init__(self, widget_id: str | None = None) -> None:
        super().__init__(columns=COLUMNS, widget_id=widget_id)
        self.detail: Detail | None = None
        self._letters: dict[str, str] = {}
        self._drawn_width = 0

    def show_detail(self, detail: "Detail | None") -> None:
        """Shows another record, or nothing."""
        self.detail = detail
        self._redraw()
        self.screen.refresh_bindings()

    def _redraw(self) -> None:
        self._drawn_width = self.size.width
        self._letters = {}
        detail = self.detail
        self.show([] if detail is None else list(self._lines(detail)))

    def on_resize(self, event: events.Resize) -> None:
        if event.size.width != self._drawn_width:
            self._redraw()

    def _lines(self, detail: "Detail") -> Iterator[Line]:
        room = max(10, self.line_width - self.columns.text_at)
        for part in wrap(clean(detail.title), max(10, self.line_width - 1)) or [""]:
            yield Line(part, section=True)
        yield Line()
        ways = [(way.label, way.value) for way in detail.ways]
        for label, text in [*ways, *detail.facts]:
            for index, part in enumerate(wrap(clean(text), room) or [""]):
                yield Line(part, label="" if index else label)
        letters = iter(LETTERS)
        for heading, links in detail.groups:
            yield Line()
            yield Line(heading, section=True)
            for link in links:
                letter = next(letters, "")
                if letter:
                    self._letters[letter] = link.id
                yield Line(link.title, key=link.id, mark=letter, note=link.note, wide=True)
            if not links:
                yield Line(_("nichts eingetragen"), quiet=True, wide=True)

    def follow(self, letter: str) -> bool:
        """Goes to the neighbour with this letter; False if there is none."""
        found = self._letters.get(letter)
        if found is not None:
            self.post_message(self.Followed(self, found))
        return found is not None

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.post_message(self.Followed(self, event.key))
