"""The last line of a screen: the keys that work where the focus is."""

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from stk_graph.language import _
from stk_tui.actions import BY_ID, key_name
from stk_tui.plain import plain


class KeyBar(Widget):
    """Reads the active bindings of its screen; one line, no child widgets.

    What works everywhere stands at the right; what does not fit is left to the help."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; color: $quiet; background: $surface; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render(self) -> RenderResult:
        seen: set[str] = set()
        here: list[Content] = []
        everywhere: list[Content] = []
        for active in self.screen.active_bindings.values():
            row = BY_ID.get(active.binding.id or "")
            if row is None or not row.bar or row.id in seen or not active.enabled:
                continue
            if self._is_typed(active.binding.key):
                continue
            seen.add(row.id)
            key = plain(key_name(active.binding.key), "bold $foreground")
            side = everywhere if row.scope == "app" else here
            side.append(Content.assemble(key, " ", plain(_(row.bar_text))))
        right = self._spread(everywhere)
        while here and self._spread(here).cell_length + right.cell_length + 5 > self.size.width:
            here.pop()
        left = self._spread(here)
        gap = max(3, self.size.width - 2 - left.cell_length - right.cell_length)
        return Content.assemble(" ", left, " " * gap, right)

    def _is_typed(self, key: str) -> bool:
        """Whether the focused field takes the key as a letter, a sign or a digit."""
        focused = self.screen.focused
        sign = key_name(key)
        typed = len(sign) == 1 and sign.isascii()
        return typed and focused is not None and focused.check_consume_key(key, sign)

    @staticmethod
    def _spread(parts: list[Content]) -> Content:
        return Content("   ").join(parts)
