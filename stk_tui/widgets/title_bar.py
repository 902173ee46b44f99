"""The first line of a screen: the program and its screens with their number keys."""

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from stk_graph.language import N_, _
from stk_tui.plain import plain

SCREENS = (("1", "case", N_("Fall")), ("2", "directory", N_("Kontakte")))


class TitleBar(Widget):
    """Shows which of the screens is open; holds constants only, no names of records."""

    DEFAULT_CSS = """
    TitleBar { dock: top; height: 1; background: $surface; color: $quiet; }
    """

    def __init__(self, current: str) -> None:
        super().__init__()
        self._current = current

    def render(self) -> RenderResult:
        parts = [Content.styled(" stk ", "bold reverse"), Content("   ")]
        for key, name, label in SCREENS:
            style = "bold underline $foreground" if name == self._current else ""
            parts += [plain(key), Content(" "), plain(_(label), style), Content("   ")]
        return Content.assemble(*parts)
