"""The commands: every view of the app as plain text or JSON, to script, pipe, print and read aloud."""

from stk_tui.cli.root import main

__all__ = ["main"]
