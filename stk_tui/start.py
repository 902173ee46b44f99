"""Opens the app on an open data file."""

from stk_tui import crash
from stk_tui.actions import BY_ID
from stk_tui.app import StkApp
from stk_tui.session import Session
from stk_tui.settings import config_file, read_settings


def run(session: Session) -> None:
    """Runs the app until the person closes it."""
    crash.install()
    StkApp(session, read_settings(config_file(), BY_ID)).run()
