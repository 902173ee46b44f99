"""The app: start, themes, keys, and the way from one screen to the next."""

import asyncio
import gc
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, ParamSpec, TypeVar

from rich.text import Text
from textual import events
from textual.app import App
from textual.binding import Binding
from textual.command import Provider
from textual.dom import DOMNode
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from stk_graph.language import _
from stk_graph.text import clean
from stk_tui import crash, terminal, themes
from stk_tui.actions import bindings, key_name
from stk_tui.screens.base import MainScreen, StkScreen
from stk_tui.screens.case import CaseScreen
from stk_tui.session import StoreError
from stk_tui.settings import Settings
from stk_tui.work import start

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from stk_tui.ports import Session

HERE: Final = Path(__file__).parent
FIRST: Final = "case"
LOOK_EVERY: Final = 5.0
"""Seconds between two looks whether another program changed the data file."""

FORGET_AFTER: Final = 3.0
"""Seconds after the first paint."""

BACK_UP_AFTER: Final = 4.0
"""Seconds after the first paint."""

BACK_UP_EVERY: Final = 3600.0
"""Seconds between two looks whether a new day has no backup yet; an app may stay open for weeks."""

SHOWN_AT_LEAST: Final = 5.0
LOOKING_UP: Final = 3.0
READ_A_SECOND: Final = 12.0
"""Seconds, and characters a second: what a sentence in the corner needs to be read at leisure."""

PALETTE: Final = "palette"

P = ParamSpec("P")
T = TypeVar("T")


def _action_commands() -> type[Provider]:
    from stk_tui.palette import ActionCommands

    return ActionCommands


def _directory_screen() -> Screen[None]:
    from stk_tui.screens.directory import DirectoryScreen

    return DirectoryScreen()


class StkApp(App[None]):
    """The terminal app on one open data file."""

    TITLE = "stk"
    CSS_PATH = [HERE / "styles" / "app.tcss", HERE / "screens" / "case.tcss"]
    ENABLE_COMMAND_PALETTE = False  # ours is opened by its own action, with keys of the table
    COMMANDS: ClassVar = {_action_commands}
    MODES: ClassVar = {"directory": _directory_screen}
    DEFAULT_MODE = FIRST
    theme: Reactive[str] = Reactive(themes.DARK.name)
    BINDINGS = bindings("app")

    def __init__(
        self,
        session: "Session",
        settings: Settings | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.session = session
        self.settings = settings or Settings()
        self.clock = clock
        self.last_input = clock()
        self._said_no_backup = False
        self._background = ThreadPoolExecutor(max_workers=1)
        self.register_theme(themes.DARK)
        self.register_theme(themes.LIGHT)
        if self.settings.theme != self.theme:
            self.theme = self.settings.theme
        self.set_keymap(self.settings.keys)

    def get_theme(self, theme_name: str) -> Theme | None:
        """Our own themes are known before any is registered, so that styles are read once."""
        return themes.BY_NAME.get(theme_name) or super().get_theme(theme_name)

    def get_default_screen(self) -> Screen[None]:
        """The first screen; as a default screen it opens without reading the styles again."""
        return CaseScreen()

    def on_mount(self) -> None:
        self.add_mode(FIRST, CaseScreen)
        self.set_interval(LOOK_EVERY, self.look_for_changes)
        for problem in (*self.session.notices, *self.settings.problems):
            self.say(problem, important=True)

    def on_unmount(self) -> None:
        """Waits for what is being read: the data file may be closed after the app."""
        self._background.shutdown(wait=True, cancel_futures=True)

    def on_ready(self) -> None:
        gc.freeze()
        gc.enable()
        self.set_timer(FORGET_AFTER, self.forget_old)
        self.set_timer(BACK_UP_AFTER, self.back_up)
        self.set_interval(BACK_UP_EVERY, self.back_up)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent):
            self.last_input = self.clock()
        await super().on_event(event)

    @property
    def idle_seconds(self) -> float:
        """Seconds since the last key or mouse event."""
        return self.clock() - self.last_input

    def forget_clipboard(self) -> None:
        """Empties the clipboard inside the app; it may hold a part of a case."""
        self._clipboard = ""

    async def in_background(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of ``work``, done in the one thread beside that of the screens.

        Damaged records that were met are named, whether they are shown or left out.
        """
        call = partial(work, *args, **kwargs)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._background, call)
        finally:
            for sentence in self.session.damage_found():
                self.say(sentence, important=True)

    def say(self, sentence: str, *, important: bool = False) -> None:
        """Shows a sentence as long as reading takes; important ones in the colour of warnings."""
        severity: SeverityLevel = "warning" if important else "information"
        shown = clean(sentence)
        seconds = max(SHOWN_AT_LEAST, LOOKING_UP + len(shown) / READ_A_SECOND)
        self.notify(shown, severity=severity, timeout=seconds, markup=False)

    # the way around

    def action_goto(self, mode: str) -> None:
        if mode == self.current_mode or not isinstance(self.screen, MainScreen):
            return
        self.screen.leave()
        self.switch_mode(mode)

    def action_show_keys(self) -> None:
        from stk_tui.screens.keys import KeysScreen

        chain: list[DOMNode] = [*(self.focused.ancestors_with_self if self.focused else ())]
        chain = chain or [self.screen, self]
        scopes = [scope for node in chain for scope in getattr(node, "KEYS", ())]
        self.push_screen(KeysScreen([*dict.fromkeys([*scopes, "app"])], dict(self.settings.keys)))

    def action_swap_theme(self) -> None:
        dark = self.theme == themes.DARK.name
        self.theme = themes.LIGHT.name if dark else themes.DARK.name

    def action_help_quit(self) -> None:
        self.say(_("Zum Beenden {key} drücken.").format(key=key_name("ctrl+q")))

    def action_undo(self) -> None:
        start(self, "undo", self._undo)

    async def _undo(self) -> None:
        try:
            self.say(await self.in_background(self.session.undo))
        except StoreError as refused:
            self.say(str(refused), important=True)
        self.show_changed()

    def forget_old(self) -> None:
        """Keeps the history as short as it has to be; done once, when the screen has long stood."""
        start(self, "forget", self._forget_old)

    async def _forget_old(self) -> None:
        try:
            sentence = await self.in_background(self.session.forget_old)
        except StoreError as refused:
            sentence = str(refused)
        if sentence:
            self.say(sentence, important=True)

    def back_up(self) -> None:
        """Makes the backup of the day, if it is not there, while the screen already answers."""
        start(self, "backup", self._back_up)

    async def _back_up(self) -> None:
        failed = await asyncio.to_thread(self.session.back_up)  # nobody waits for it with a case
        if failed and not self._said_no_backup:
            self.say(failed, important=True)
        self._said_no_backup = bool(failed)

    def look_for_changes(self) -> None:
        """Reads again what another program changed in the data file; ends without a terminal."""
        if terminal.is_gone():
            self.exit()
            return
        start(self, "look", self._look)

    async def _look(self) -> None:
        changed = await self.in_background(self.session.changed_elsewhere)
        if changed:
            self.show_changed()
            self.say(_("Die Daten wurden an anderer Stelle geändert und neu gelesen."))

    def show_changed(self) -> None:
        """Lets every open screen read again what it shows."""
        for screen in self.screen_stack:
            if isinstance(screen, StkScreen):
                screen.show_changed()

    def get_key_display(self, binding: Binding) -> str:
        return key_name(binding.key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Undo and the way to other screens belong to the screens, not to windows over them."""
        screens = [screen for screen in self.screen_stack if screen.id != PALETTE]
        if action == "undo":
            return isinstance(screens[-1], StkScreen)
        if action == "goto":
            return isinstance(screens[-1], MainScreen) and parameters != (self.current_mode,)
        return True

    def action_command_palette(self) -> None:
        from textual.command import CommandPalette

        if self.screen.id != PALETTE:
            self.push_screen(CommandPalette(id=PALETTE, placeholder=_("Was soll geschehen?")))

    # the last word

    def _handle_exception(self, error: Exception) -> None:
        """Replaces the traceback of the framework, which prints local variables."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.panic(Text(clean(crash.report(error), multiline=True)))
