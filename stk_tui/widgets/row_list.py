"""A list of any length that draws only the lines in view.

A table widget keeps a cell object for everything it holds; this one asks its caller for a line when
that line is drawn, so ten thousand rows open as fast as a hundred.
"""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Final

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from stk_tui.actions import bindings
from stk_tui.widgets.row_line import Columns, Line, Styles, first_line, heading, second_line

ONE_LINE: Final = Columns()


class RowList(ScrollView, can_focus=True):
    """Rows in sections with marks and one chosen row.

    ``rows`` may hold anything; ``line_of`` turns one of them into a ``Line`` when it is drawn.
    ``key_of`` gives the key alone, for long lists in which one row is looked for.
    """

    KEYS: ClassVar = ("list",)
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

    class Chosen(Message):
        """The chosen row changed; ``key`` is None when nothing is chosen."""

        def __init__(self, row_list: "RowList", key: str | None) -> None:
            super().__init__()
            self.row_list = row_list
            self.key = key

        @property
        def control(self) -> "RowList":
            return self.row_list

    class Opened(Message):
        """Enter or a click on the chosen row."""

        def __init__(self, row_list: "RowList", key: str) -> None:
            super().__init__()
            self.row_list = row_list
            self.key = key

        @property
        def control(self) -> "RowList":
            return self.row_list

    def __init__(
        self,
        line_of: Callable[[Any], Line] = lambda row: row,
        columns: Columns = ONE_LINE,
        *,
        key_of: Callable[[Any], str] | None = None,
        widget_id: str | None = None,
    ) -> None:
        super().__init__(id=widget_id)
        self._line_of = line_of
        self._key_of = key_of or (lambda row: line_of(row).key)
        self.columns = columns
        self._rows: Sequence[Any] = ()

    def show(self, rows: Sequence[Any], keep: str | None = None) -> None:
        """Shows other rows; the row with the key ``keep`` stays chosen if it is among them."""
        self._rows = rows
        self.virtual_size = Size(0, len(rows) * self.columns.lines)
        wanted = self._index_of(keep) if keep else None
        self.scroll_to(y=0, animate=False, immediate=True)
        first = self._from(0, 1) if wanted is None else wanted
        self.set_reactive(RowList.chosen, first)
        if wanted is not None:
            self._bring_into_view(wanted)
        self.post_message(self.Chosen(self, self.key))
        self.refresh_bindings()
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
        found = (at for at, row in enumerate(self._rows) if self._key_of(row) == key)
        return next(found, None)

    def _from(self, start: int, step: int) -> int | None:
        """The first row at or after ``start`` that can be chosen, going by ``step``."""
        index = start
        while 0 <= index < len(self._rows):
            if self._key_of(self._rows[index]):
                return index
            index += step
        return None

    def watch_chosen(self, before: int | None, after: int | None) -> None:
        for index in (before, after):
            if index is not None:
                self.refresh_lines(index * self.columns.lines, self.columns.lines)
        if after is not None and after < len(self._rows):
            self._bring_into_view(after)
            self.post_message(self.Chosen(self, self.line(after).key))

    def _bring_into_view(self, index: int) -> None:
        is_first = self._from(0, 1) == index
        top = 0 if is_first and not self.scroll_y else index * self.columns.lines
        height = self.columns.lines + (index * self.columns.lines - top)
        above = index > 0 and not self.line(index - 1).key
        if above and top:
            top, height = top - self.columns.lines, height + self.columns.lines
        if height <= self.size.height:
            self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)
        else:
            self.scroll_to(y=index * self.columns.lines, animate=False, immediate=True)

    # drawing

    @property
    def line_width(self) -> int:
        """Cells of a line, without the scroll bar."""
        return self.scrollable_content_region.width

    def render_line(self, y: int) -> Strip:
        """One line of the screen, ``y`` cells below the top of the widget."""
        index, part = divmod(y + self.scroll_offset.y, self.columns.lines)
        width, chosen = self.line_width, index == self.chosen
        if index >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        line, styles = self.line(index), self._styles(chosen)
        last = part == self.columns.lines - 1
        if line.section:
            segments = heading(line, width, styles) if last else []
        elif part:
            segments = second_line(line, self.columns, width, styles)
        else:
            segments = first_line(line, self.columns, width, styles, chosen=chosen)
        return Strip(segments).adjust_cell_length(width, styles.base).crop(0, width)

    def _styles(self, chosen: bool) -> Styles:
        base = self.rich_style
        if chosen:
            name = "row-list--chosen" if self.has_focus else "row-list--chosen-far"
            base += self.get_component_rich_style(name, partial=True)
        names = ("row-list--section", "row-list--strong", "row-list--quiet", "row-list--mark")
        return Styles(
            base, *(base + self.get_component_rich_style(name, partial=True) for name in names)
        )

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
        return max(1, self.size.height // self.columns.lines - 1)

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing can be chosen, nothing is offered to be opened."""
        return action != "choose" or bool(self.key)

    def action_choose(self) -> None:
        key = self.key
        if key:
            self.post_message(self.Opened(self, key))

    def on_click(self, event: events.Click) -> None:
        index = (event.y + self.scroll_offset.y) // self.columns.lines
        if index >= len(self._rows) or not self.line(index).key:
            return
        if index == self.chosen:
            self.action_choose()
        self.chosen = index

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
