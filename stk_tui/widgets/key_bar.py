"""The last line of a screen: the keys that work where the focus is."""

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from stk_graph.language import _
from stk_tui.actions import BY_ID, key_name
from stk_tui.plain import plain


class KeyBar(Widget):
    """Reads the active bindings of its screen; one line, no child widgets."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; color: $quiet; background: $surface; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render(self) -> RenderResult:
        seen: set[str] = set()
        parts: list[Content] = []
        for active in self.screen.active_bindings.values():
            row = BY_ID.get(active.binding.id or "")
            if row is None or not row.bar or row.id in seen or not active.enabled:
                continue
            seen.add(row.id)
            parts.append(plain(key_name(active.binding.key), "bold"))
            parts.append(plain(_(row.text)))
        pairs = [Content(" ").join(parts[i : i + 2]) for i in range(0, len(parts), 2)]
        return Content(" ") + Content("   ").join(pairs)
