"""Runs commands as a user does: a process of its own, a pipe or a terminal at both ends."""

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

STK = [sys.executable, "-c", "from stk_tui.cli import main; main()"]


class Run(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


def stk(
    *arguments: str, db: Path, text: str | bytes = "", env: Mapping[str, str] | None = None
) -> Run:
    """Runs a command without a terminal."""
    given = text.encode() if isinstance(text, str) else text
    done = subprocess.run(
        [*STK, *arguments],
        input=given,
        capture_output=True,
        env={**os.environ, "STK_DB": str(db), **(env or {})},
        check=False,
        timeout=60,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


def stk_in_terminal(*arguments: str, db: Path, typed: str) -> Run:
    """Runs a command in a real terminal and types into it."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["STK_DB"] = str(db)
        os.execv(sys.executable, [*STK, *arguments])
    os.write(terminal, typed.encode())
    shown = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    _pid, status = os.waitpid(pid, 0)
    os.close(terminal)
    return Run(os.waitstatus_to_exitcode(status), shown.decode(), "")
