"""The last line of a screen: the keys that work where the focus is."""

from typing import Final

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from stk_graph.language import _
from stk_tui.actions import BY_ID, key_name
from stk_tui.plain import plain

Shown = tuple[Content, str]
"""A key with its text as it is drawn, and the key itself."""

GAP: Final = 3


class KeyBar(Widget):
    """Reads the active bindings of its screen; one line, no child widgets.

    What works everywhere stands at the right; what does not fit is left to the help."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; color: $quiet; background: $surface; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render(self) -> RenderResult:
        here, everywhere = self._keys()
        left, right = self._spread(here), self._spread(everywhere)
        gap = max(3, self.size.width - 2 - left.cell_length - right.cell_length)
        return Content.assemble(" ", left, " " * gap, right)

    def _keys(self) -> tuple[list[Shown], list[Shown]]:
        """The keys of this place that fit, and those that work everywhere."""
        seen: set[str] = set()
        here: list[Shown] = []
        everywhere: list[Shown] = []
        for active in self.screen.active_bindings.values():
            row = BY_ID.get(active.binding.id or "")
            if row is None or not row.bar or row.id in seen or not active.enabled:
                continue
            key = active.binding.key
            if self._is_typed(key):
                continue
            seen.add(row.id)
            named = plain(key_name(key), "bold $foreground")
            side = everywhere if row.scope == "app" else here
            side.append((Content.assemble(named, " ", plain(_(row.bar_text))), key))
        right = self._spread(everywhere).cell_length
        while here and self._spread(here).cell_length + right + 5 > self.size.width:
            here.pop()
        return here, everywhere

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it."""
        here, everywhere = self._keys()
        starts = [
            (1, here),
            (self.size.width - 1 - self._spread(everywhere).cell_length, everywhere),
        ]
        for start, side in starts:
            for part, key in side:
                if start <= event.x < start + part.cell_length:
                    self.app.simulate_key(key)
                start += part.cell_length + GAP

    def _is_typed(self, key: str) -> bool:
        """Whether the focused field takes the key as a letter, a sign or a digit."""
        focused = self.screen.focused
        sign = key_name(key)
        typed = len(sign) == 1 and sign.isascii()
        return typed and focused is not None and focused.check_consume_key(key, sign)

    @staticmethod
    def _spread(shown: list[Shown]) -> Content:
        return Content(" " * GAP).join(part for part, _key in shown)
