"""Starting the app: in a terminal of its own, with switches of developers ignored."""

import os
import pty
import select
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from stk_tui.session import Session

PROGRAM = """
import sys
from pathlib import Path
from stk_tui.start import run
from stk_tui.session import Session

with_file = Session.open(Path(sys.argv[1]))
run(with_file)
"""
SECRET = "Zitronenfalter"
PAYLOADS = {
    "OSC 52": "x\x1b]52;c;UFdORUQ=\x1b\\ y",
    "OSC 2": "x\x1b]2;PWNTITLE\x1b\\ y",
    "CSI": "x\x1b[31;5mPWNED y",
    "C1": "x\x9b31;5mPWNED y",
    "bidi": "x\u202edcba y",
}


class Terminal:
    """The app in a pseudo-terminal; collects what it writes."""

    def __init__(self, path: Path, environment: dict[str, str]) -> None:
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "140", "LINES": "40"}
            | environment,
            start_new_session=True,
        )
        os.close(slave)
        self.written = b""

    def read_until(self, sign: str, seconds: float = 30.0) -> None:
        """Reads until ``sign`` was written; fails if that takes longer than any slow machine."""
        wanted, until = sign.encode(), time.monotonic() + seconds
        while wanted not in self.written:
            if time.monotonic() > until:
                raise AssertionError(sign, self.written[-2000:])
            ready, _writable, _failed = select.select([self.master], [], [], 0.2)
            if ready:
                self.written += os.read(self.master, 65536)

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def quit(self) -> int:
        self.press("\x11")
        deadline = time.monotonic() + 20
        while self.process.poll() is None and time.monotonic() < deadline:
            ready, _writable, _failed = select.select([self.master], [], [], 0.1)
            if ready:
                try:
                    self.written += os.read(self.master, 65536)
                except OSError:
                    break
        code = self.process.wait(20)
        os.close(self.master)
        return code


def _damage(path: Path, uid: str, description: str) -> None:
    """Puts a text past every check, as a damaged or foreign file would hold it."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE actor SET description=? WHERE uid=?", (description, uid))


@pytest.mark.parametrize("name", PAYLOADS)
def test_no_record_reaches_the_terminal_as_a_command(
    session: Session, tmp_path: Path, name: str
) -> None:
    payload = PAYLOADS[name]
    session.directory.save("actor", None, {"name": "Anfang", "description": "Kita Nord"})
    read = session.directory.save("actor", None, {"name": "Bunt", "description": payload})
    _damage(tmp_path / "stk.db", read, payload)
    terminal = Terminal(tmp_path / "stk.db", {"STK_CONFIG": str(tmp_path / "none.toml")})
    terminal.read_until("110 / 112")
    terminal.press("\x1b")
    time.sleep(0.5)
    terminal.press("2")
    terminal.read_until("Kita Nord")
    terminal.press("j")
    terminal.read_until("x\ufffd")
    assert terminal.quit() == 0
    for part in ("PWNTITLE\x1b", "\x1b]52;c;UFdO", "\x1b[31;5mPWNED", "\x9b31", "\u202e"):
        assert part.encode() not in terminal.written


def test_the_switches_of_developers_write_no_log(session: Session, tmp_path: Path) -> None:
    log = tmp_path / "textual.log"
    environment = {
        "STK_CONFIG": str(tmp_path / "none.toml"),
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_LOG": str(log),
    }
    terminal = Terminal(tmp_path / "stk.db", environment)
    terminal.read_until("110 / 112")
    terminal.press(SECRET)
    terminal.read_until(SECRET[-3:])
    assert terminal.quit() == 0
    assert not log.exists()
    assert [path for path in tmp_path.iterdir() if SECRET.encode() in path.read_bytes()] == []
