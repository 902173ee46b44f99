"""What the screens share: title, key bar, and a polite word where the terminal is too small."""

from typing import TYPE_CHECKING, ClassVar, Final, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from stk_graph.language import _
from stk_tui.plain import plain
from stk_tui.widgets.key_bar import KeyBar
from stk_tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from stk_tui.app import StkApp

Result = TypeVar("Result")

LEAST_WIDTH: Final = 60
LEAST_HEIGHT: Final = 16


class StkScreen(Screen[None]):
    """A screen that shows records of the open data file."""

    @property
    def stk(self) -> "StkApp":
        """The app, with its session."""
        return cast("StkApp", self.app)

    def show_changed(self) -> None:
        """Called when records changed; the screen reads again what it shows."""


class MainScreen(StkScreen):
    """A screen that a number key reaches; ``compose_body`` gives its content."""

    KEYS: ClassVar[tuple[str, ...]] = ()
    NAME: ClassVar = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (LEAST_WIDTH, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [
        (0, "-low"),
        (LEAST_HEIGHT, "-flat"),
        (22, "-short"),
        (32, "-tall"),
    ]

    def compose(self) -> ComposeResult:
        self._measure_early()
        yield TitleBar(self.NAME)
        with Container(id="body"):
            yield from self.compose_body()
        yield KeyBar()

    async def on_resize(self, event: events.Resize) -> None:
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        if small and not self.query(".too-small"):
            needs = _(
                "Das Fenster ist zu klein. stk braucht {width} × {height} Zeichen; bitte das "
                "Fenster vergrößern oder die Schrift verkleinern. Ihre Eingaben bleiben."
            ).format(width=LEAST_WIDTH, height=LEAST_HEIGHT)
            await self.mount(Static(plain(needs), classes="too-small"))

    def _measure_early(self) -> None:
        """Sets the classes of the breakpoints before anything is styled for the first time."""
        width, height = self.app.size
        across = (width, self.HORIZONTAL_BREAKPOINTS)
        for cells, breakpoints in (across, (height, self.VERTICAL_BREAKPOINTS)):
            fitting = [name for least, name in breakpoints or [] if cells >= least]
            self.add_class(*fitting[-1:], update=False)

    def compose_body(self) -> ComposeResult:
        """The content between title and key bar."""
        raise NotImplementedError

    def leave(self) -> None:
        """Called when another screen is opened in place of this one."""


class Dialog(ModalScreen[Result]):
    """A window over a screen."""

    @property
    def stk(self) -> "StkApp":
        """The app, with its session."""
        return cast("StkApp", self.app)
