"""A list of any length that draws only the lines in view.

A table widget keeps a cell object for everything it holds; this one asks its caller for a line when
that line is drawn, so ten thousand rows open as fast as a hundred.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from stk_graph.text import clean
from stk_tui.actions import bindings

CURSOR: Final = "▌"
MARK_CELLS: Final = 2
LEAST_NOTE: Final = 8
"""Cells below which a note that had to be cut says nothing any more."""


class Line(NamedTuple):
    """What one row shows.

    ``key`` is the id of the record; a line without key is text that cannot be chosen. ``mark`` is
    one sign in front, ``label`` a quiet word in a column of its own, ``note`` stands at the right,
    ``below`` in the second line of lists that have two. A ``wide`` line has no label column.
    """

    text: str = ""
    key: str = ""
    mark: str = ""
    label: str = ""
    note: str = ""
    below: str = ""
    strong: bool = False
    quiet: bool = False
    section: bool = False
    wide: bool = False


class RowList(ScrollView, can_focus=True):
    """Rows in sections with marks and one chosen row.

    ``rows`` may hold anything; ``line_of`` turns one of them into a ``Line`` when it is drawn.
    """

    KEYS: ClassVar = "list"
    BINDINGS = bindings("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--section",
        "row-list--strong",
        "row-list--quiet",
        "row-list--mark",
        "row-list--chosen",
        "row-list--chosen-far",
    }
    DEFAULT_CSS = """
    RowList {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        background: $background;
        & > .row-list--section { color: $primary; text-style: bold; }
        & > .row-list--strong { text-style: bold; }
        & > .row-list--quiet { color: $quiet; }
        & > .row-list--mark { color: $accent; text-style: bold; }
        & > .row-list--chosen { background: $chosen; }
        & > .row-list--chosen-far { background: $chosen-far; }
    }
    """

    chosen: reactive[int | None] = reactive(None, always_update=False)

    @dataclass
    class Chosen(Message):
        """The chosen row changed; ``key`` is None when nothing is chosen."""

        row_list: "RowList"
        key: str | None

        @property
        def control(self) -> "RowList":
            return self.row_list

    @dataclass
    class Opened(Message):
        """Enter or a click on the chosen row."""

        row_list: "RowList"
        key: str

        @property
        def control(self) -> "RowList":
            return self.row_list

    def __init__(
        self,
        line_of: Callable[[Any], Line] = lambda row: row,
        *,
        row_height: int = 1,
        label_cells: int = 0,
        widget_id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=widget_id, classes=classes)
        self._line_of = line_of
        self._row_height = row_height
        self.label_cells = label_cells
        self._rows: Sequence[Any] = ()

    def show(self, rows: Sequence[Any], keep: str | None = None) -> None:
        """Shows other rows; the row with the key ``keep`` stays chosen if it is among them."""
        self._rows = rows
        self.virtual_size = Size(0, len(rows) * self._row_height)
        wanted = self._index_of(keep) if keep else None
        self.scroll_to(y=0, animate=False, immediate=True)
        first = self._from(0, 1) if wanted is None else wanted
        self.set_reactive(RowList.chosen, first)
        if wanted is not None:
            self._bring_into_view(wanted)
        self.post_message(self.Chosen(self, self.key))
        self.refresh()

    @property
    def rows(self) -> Sequence[Any]:
        """The rows shown."""
        return self._rows

    @property
    def key(self) -> str | None:
        """The key of the chosen row."""
        return None if self.chosen is None else self.line(self.chosen).key

    def line(self, index: int) -> Line:
        """What the row at ``index`` shows."""
        return self._line_of(self._rows[index])

    def choose_key(self, key: str) -> None:
        """Moves the choice to the row with this key; nothing happens if there is none."""
        found = self._index_of(key)
        if found is not None:
            self.chosen = found

    def _index_of(self, key: str) -> int | None:
        return next((i for i in range(len(self._rows)) if self.line(i).key == key), None)

    def _from(self, start: int, step: int) -> int | None:
        """The first row at or after ``start`` that can be chosen, going by ``step``."""
        index = start
        while 0 <= index < len(self._rows):
            if self.line(index).key:
                return index
            index += step
        return None

    def watch_chosen(self, before: int | None, after: int | None) -> None:
        for index in (before, after):
            if index is not None:
                self.refresh_lines(index * self._row_height, self._row_height)
        if after is not None and after < len(self._rows):
            self._bring_into_view(after)
            self.post_message(self.Chosen(self, self.line(after).key))

    def _bring_into_view(self, index: int) -> None:
        is_first = self._from(0, 1) == index
        top = 0 if is_first and not self.scroll_y else index * self._row_height
        height = self._row_height + (index * self._row_height - top)
        above = index > 0 and not self.line(index - 1).key
        if above and top:
            top, height = top - self._row_height, height + self._row_height
        if height <= self.size.height:
            self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)
        else:
            self.scroll_to(y=index * self._row_height, animate=False, immediate=True)

    # drawing

    @property
    def _width(self) -> int:
        """Cells of a line, without the scroll bar."""
        return self.scrollable_content_region.width

    def render_line(self, y: int) -> Strip:
        """One line of the screen, ``y`` cells below the top of the widget."""
        width = self._width
        at = y + self.scroll_offset.y
        index, part = divmod(at, self._row_height)
        base = self.rich_style
        if index >= len(self._rows):
            return Strip.blank(width, base)
        line = self.line(index)
        if index == self.chosen:
            name = "row-list--chosen" if self.has_focus else "row-list--chosen-far"
            base += self.get_component_rich_style(name, partial=True)
        segments = self._second(line, base) if part else self._first(line, base, index)
        return Strip(segments).adjust_cell_length(width, base).crop(0, width)

    def _style(self, base: Style, name: str) -> Style:
        return base + self.get_component_rich_style(name, partial=True)

    def _first(self, line: Line, base: Style, index: int) -> list[Segment]:
        width = self._width
        quiet = self._style(base, "row-list--quiet")
        if line.section and self._row_height > 1:
            return []
        if line.section:
            return [Segment(" " + clean(line.text), self._style(base, "row-list--section"))]
        lead = CURSOR if index == self.chosen else " "
        mark_style = self._style(base, "row-list--mark")
        segments = [Segment(lead, mark_style), self._cell(line.mark, MARK_CELLS, mark_style)]
        used = 1 + MARK_CELLS
        if self.label_cells and not line.wide:
            segments.append(self._cell(line.label, self.label_cells, quiet))
            used += self.label_cells
        note = clean(line.note)
        beside = min(cell_len(note), max(width // 2 - 2, width - used - cell_len(line.text) - 2))
        if beside < min(cell_len(note), LEAST_NOTE):
            note = ""
        room = width - used - (beside + 2 if note else 0)
        strong = line.strong or index == self.chosen
        style = self._style(base, "row-list--strong") if strong else base
        segments.append(self._cell(line.text, room, quiet if line.quiet else style))
        if note:
            segments += [Segment("  ", base), self._cell(note, beside, quiet)]
        return segments

    def _second(self, line: Line, base: Style) -> list[Segment]:
        if line.section:
            return [Segment(" " + clean(line.text), self._style(base, "row-list--section"))]
        indent = 1 + MARK_CELLS + self.label_cells
        quiet = self._style(base, "row-list--quiet")
        return [
            Segment(" " * indent, base),
            self._cell(line.below, self._width - indent, quiet),
        ]

    @staticmethod
    def _cell(text: str, cells: int, style: Style) -> Segment:
        """The cleaned text, filled or cut to ``cells``; a cut is shown."""
        text = clean(text)
        if cell_len(text) > cells > 1:
            text = set_cell_size(text, cells - 1).rstrip() + "…"
        return Segment(set_cell_size(text, max(cells, 0)), style)

    # moving

    def _move(self, steps: int) -> None:
        if self.chosen is None:
            self.scroll_relative(y=steps, animate=False, immediate=True)
            return
        step = 1 if steps > 0 else -1
        target = max(0, min(self.chosen + steps, len(self._rows) - 1))
        found = self._from(target, step)
        if found is None:
            found = self._from(target, -step)
        if found == self.chosen and step < 0:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.chosen = found

    def action_down(self) -> None:
        self._move(1)

    def action_up(self) -> None:
        self._move(-1)

    def _page(self) -> int:
        return max(1, self.size.height // self._row_height - 1)

    def action_page_down(self) -> None:
        self._move(self._page())

    def action_page_up(self) -> None:
        self._move(-self._page())

    def action_top(self) -> None:
        self.chosen = self._from(0, 1)
        self.scroll_to(y=0, animate=False, immediate=True)

    def action_bottom(self) -> None:
        self.chosen = self._from(len(self._rows) - 1, -1)
        self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True)

    def action_choose(self) -> None:
        key = self.key
        if key:
            self.post_message(self.Opened(self, key))

    def on_click(self, event: events.Click) -> None:
        index = (event.y + self.scroll_offset.y) // self._row_height
        if index >= len(self._rows) or not self.line(index).key:
            return
        if index == self.chosen:
            self.action_choose()
        self.chosen = index

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
