"""The commands: every view of the app as text or JSON, to script, pipe, print and read aloud."""

import gc
import os
import sys
import threading
from collections.abc import Sequence

from stk_tui import crash
from stk_tui.locales import speak

COLLECTED_AFTER = 100_000
"""New objects after which garbage is looked for: what a short command makes stays until its end."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command and leaves with its exit code.

    The language is settled before the commands are imported: their help texts are made then.
    Without ``arguments`` this is the program itself, which ends here.
    """
    gc.set_threshold(COLLECTED_AFTER)
    crash.forbid_core_dumps()
    crash.close_when_told_to_end()
    given = list(sys.argv[1:] if arguments is None else arguments)
    speak(language_asked_for(given))
    from stk_tui.cli.root import run

    try:
        run(given)
    except SystemExit as left:
        if arguments is None:
            end_at_once(left)
        raise


def end_at_once(left: SystemExit) -> None:
    """Ends the process with the code of ``left``: the system takes all memory back in one go.

    Python itself would free every object first, a tenth of the time of a short command. What was
    opened is closed by then. Does nothing while other threads work or if output cannot be written.
    """
    if threading.active_count() > 1:
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(left.code if isinstance(left.code, int) else 0)


def language_asked_for(arguments: Sequence[str]) -> str:
    """The value of ``--lang`` on the command line, else that of ``STK_LANG``, else German."""
    for at, argument in enumerate(arguments):
        if argument == "--lang":
            return arguments[at + 1] if at + 1 < len(arguments) else "de"
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return os.environ.get("STK_LANG", "de")
