"""Opens the app on an open data file; first what must hold before the framework is loaded."""

import gc
import os
from typing import TYPE_CHECKING, Final

from stk_tui import crash

if TYPE_CHECKING:
    from stk_tui.ports import Session

DEVELOPER_SWITCHES: Final = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_DEVTOOLS_PORT")
"""Environment variables by which the framework writes events, and with them typed text, away."""


def run(session: "Session") -> None:
    """Runs the app until the person closes it; exits with its code after a fault.

    The collector of garbage waits until the first paint: what is made until then stays anyway.
    """
    crash.install()
    gc.disable()
    for name in DEVELOPER_SWITCHES:
        os.environ.pop(name, None)
    from stk_tui.actions import BY_ID
    from stk_tui.app import StkApp
    from stk_tui.settings import config_file, read_settings

    app = StkApp(session, read_settings(config_file(), BY_ID))
    app.run()
    if app.return_code:
        raise SystemExit(app.return_code)
