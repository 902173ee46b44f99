"""The last-resort handler: says that something broke, and nothing of what was on the screen.

A usual traceback prints local variables, and with them what a caseworker typed. This one knows the
type of the error and the line of the program, never a value.
"""

import signal
import sys
import threading
from pathlib import Path
from types import FrameType, TracebackType
from typing import Final

from stk_graph.language import _

PACKAGES: Final = ("stk_graph", "db", "stk_tui")

SIGNALLED: Final = 128
"""What shells add to the number of a signal to make an exit code."""


def where(error: BaseException) -> str:
    """The innermost line of this program in the traceback, like ``stk_tui/app.py:42``.

    If there is none, that of the error this one came from.
    """
    found = ""
    step: TracebackType | None = error.__traceback__
    while step is not None:
        parts = Path(step.tb_frame.f_code.co_filename).parts
        package = next((part for part in reversed(parts) if part in PACKAGES), None)
        if package is not None:
            at = len(parts) - 1 - parts[::-1].index(package)
            found = "/".join(parts[at:]) + ":" + str(step.tb_lineno)
        step = step.tb_next
    before = error.__cause__ or error.__context__
    if not found and before is not None:
        return where(before)
    return found or _("außerhalb von stk")


def _about_the_file(error: BaseException) -> str:
    """The sentence about a data file that cannot be used any more; it names a path, no record."""
    from db.errors import Busy, Damaged, DiskFull, ReadOnly, TooNew, Unusable

    unusable = isinstance(error, (Busy, Damaged, DiskFull, ReadOnly, TooNew, Unusable))
    return str(error) if unusable else ""


def report(error: BaseException) -> str:
    """What a person reads after a fault: a code to pass on, and nothing they typed."""
    import hashlib

    cause = getattr(error, "error", None)
    if isinstance(cause, BaseException):
        error = cause
    about_the_file = _about_the_file(error)
    if about_the_file:
        return _("stk musste schließen. {sentence}").format(sentence=about_the_file)
    place, kind = where(error), type(error).__name__
    code = hashlib.sha256(f"{kind} {place}".encode()).hexdigest()[:8].upper()
    return _(
        "stk musste wegen eines Fehlers schließen. Gespeichertes ist unverändert, "
        "nicht gespeicherte Eingaben sind verloren.\n"
        "Bitte stk neu starten. Wenn es wieder geschieht, bitte diese Angaben weitergeben:\n"
        "Fehler {code} · {kind} · {place}"
    ).format(code=code, kind=kind, place=place)


def forbid_core_dumps() -> None:
    """The system keeps no picture of the memory after a fault: a case may stand in it."""
    try:
        import resource
    except ImportError:  # Windows writes none unless asked to
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_when_told_to_end() -> None:
    """Lets the end of the terminal or of the computer close the data file as leaving does."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _leave)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(SIGNALLED + number)


def install() -> None:
    """Makes this report the last word of the process and of its threads."""

    def at_exit(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        sys.stderr.write(report(error) + "\n")

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            sys.stderr.write(report(args.exc_value) + "\n")

    sys.excepthook = at_exit
    threading.excepthook = in_thread
