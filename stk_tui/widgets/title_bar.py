"""The first line of a screen: the program and its screens with their number keys."""

from collections.abc import Iterator

from textual import events
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
        return Content.assemble(*(part for part, _name in self._parts()))

    def _parts(self) -> Iterator[tuple[Content, str]]:
        """What stands in the line, each part with the screen that a click on it opens."""
        yield Content.styled(" stk ", "bold reverse"), ""
        yield Content("   "), ""
        for key, name, label in SCREENS:
            style = "bold underline $foreground" if name == self._current else ""
            yield Content.assemble(plain(key), " ", plain(_(label), style)), name
            yield Content("   "), ""

    async def on_click(self, event: events.Click) -> None:
        end = 0
        for part, name in self._parts():
            end += part.cell_length
            if event.x < end:
                if name:
                    await self.app.run_action(f"goto('{name}')")
                return
