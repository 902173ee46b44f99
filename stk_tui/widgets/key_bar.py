"""The last lines of a screen: the keys that work where the focus is."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from stk_graph.language import _
from stk_tui.actions import ACTIONS, BY_ID, Action, key_name
from stk_tui.plain import plain

GAP: Final = 3
MARGIN: Final = 1
BETWEEN: Final = 3
"""Cells between the keys of this place and those that work everywhere."""

ROOMY: Final = 22
"""Lines of a screen from which on the bar takes a second one where one does not hold all keys."""

HELP: Final = "app.help"


class Shown(NamedTuple):
    """A key with its text as it is drawn, and the key itself."""

    part: Content
    key: str
    action: str


class Placed(NamedTuple):
    """A key where it is drawn."""

    line: int
    column: int
    shown: Shown


class KeyBar(Widget):
    """Reads the active bindings of its screen; no child widgets.

    What works everywhere stands at the right. On a narrow screen the bar has two lines, whatever
    has the focus, so that nothing jumps; if a key still has no room, the help says that there are
    more.
    """

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: auto; color: $quiet; background: $surface; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two lines if the most keys this screen can have do not fit on one."""
        if viewport.height < ROOMY:
            return 1
        scopes = {*getattr(self.screen, "KEYS", ()), "list", "app"}
        most = [
            _shown(row, row.keys.partition(",")[0])
            for row in ACTIONS
            if row.bar and row.scope in scopes
        ]
        needed = 1 if _width(most) + 2 * MARGIN + BETWEEN - GAP <= width else 2
        return max(needed, self._height_below())

    def _height_below(self) -> int:
        """The lines of the bar that this one hides: of a window over a screen all are hidden."""
        others = [screen for screen in self.app.screen_stack if screen is not self.screen]
        return max(
            (bar.size.height for screen in others for bar in screen.query(KeyBar)), default=0
        )

    def render(self) -> RenderResult:
        lines = [Content(""), Content("")]
        for line, column, shown in self._placed():
            blank = Content(" " * (column - lines[line].cell_length))
            lines[line] = Content.assemble(lines[line], blank, shown.part)
        return Content("\n").join(lines[: self.size.height or 1])

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it."""
        for line, column, shown in self._placed():
            if line == event.y and column <= event.x < column + shown.part.cell_length:
                self.app.simulate_key(shown.key)

    def _placed(self) -> list[Placed]:
        here, everywhere = self._keys()
        lines = self._lines(here, everywhere)
        if sum(map(len, lines)) < len(here):
            everywhere = [_with_more(shown) for shown in everywhere]
            lines = self._lines(here, everywhere)
        right = max(MARGIN, self.size.width - MARGIN - _width(everywhere))
        placed = _in_line(0, right, everywhere)
        for number, line in enumerate(lines):
            placed += _in_line(number, MARGIN, line)
        return sorted(placed, key=lambda one: (one.line, one.column))

    def _lines(self, here: Sequence[Shown], everywhere: Sequence[Shown]) -> list[list[Shown]]:
        """The keys of this place that fit: beside those of everywhere, and on a second line."""
        rooms = (self.size.width - _width(everywhere) - BETWEEN - MARGIN, self.size.width)
        rest = list(here)
        lines: list[list[Shown]] = []
        for room in rooms[: max(self.size.height, 1)]:
            taken: list[Shown] = []
            while rest and MARGIN + _width([*taken, rest[0]]) <= room:
                taken.append(rest.pop(0))
            lines.append(taken)
        return lines

    def _keys(self) -> tuple[list[Shown], list[Shown]]:
        """The keys of this place, and those that work everywhere."""
        focused = self.screen.focused
        around = focused.ancestors_with_self if focused is not None else ()
        inside = [key for node in around for key in getattr(node, "bar_keys", ())]
        seen: set[str] = set(inside)
        here = [_shown(BY_ID[key], BY_ID[key].keys) for key in inside]
        everywhere: list[Shown] = []
        for active in self.screen.active_bindings.values():
            row = BY_ID.get(active.binding.id or "")
            if row is None or not row.bar or row.id in seen or not active.enabled:
                continue
            key = active.binding.key
            if self._is_typed(key):
                continue
            seen.add(row.id)
            (everywhere if row.scope == "app" else here).append(_shown(row, key))
        return here, everywhere

    def _is_typed(self, key: str) -> bool:
        """Whether the focused field takes the key as a letter, a sign or a digit."""
        focused = self.screen.focused
        sign = key_name(key)
        typed = len(sign) == 1 and sign.isascii()
        return typed and focused is not None and focused.check_consume_key(key, sign)


def _shown(row: Action, key: str, text: str = "") -> Shown:
    named = plain(key_name(key), "bold $foreground")
    return Shown(Content.assemble(named, " ", plain(text or _(row.bar_text))), key, row.id)


def _with_more(shown: Shown) -> Shown:
    """The help says that it knows more keys than are drawn."""
    if shown.action != HELP:
        return shown
    return _shown(BY_ID[HELP], shown.key, _("mehr"))


def _width(keys: Sequence[Shown]) -> int:
    return sum(shown.part.cell_length + GAP for shown in keys) - (GAP if keys else 0)


def _in_line(line: int, column: int, keys: Sequence[Shown]) -> list[Placed]:
    placed = []
    for shown in keys:
        placed.append(Placed(line, column, shown))
        column += shown.part.cell_length + GAP
    return placed
