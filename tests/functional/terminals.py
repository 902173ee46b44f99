"""`stk` in a real terminal of a given size: typed into, read from, and left by a key."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping
from pathlib import Path

from tests.functional.cli_runs import STK

QUIT = "\x11"
ESCAPE = "\x1b"
PATIENCE = 30.0
"""Seconds longer than anything takes on a slow machine."""


class Terminal:
    """A process of ``stk`` at a pseudo-terminal; ``written`` is every byte that it sent there."""

    def __init__(
        self,
        *arguments: str,
        db: Path,
        size: tuple[int, int] = (140, 40),
        env: Mapping[str, str] | None = None,
        program: list[str] | None = None,
    ) -> None:
        self._master, slave = pty.openpty()
        columns, lines = size
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        given = {"TERM": "xterm-256color", "STK_DB": str(db), "STK_CONFIG": str(db) + ".toml"}
        inherited = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        self.process = subprocess.Popen(
            [*(program or STK), *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=inherited | given | dict(env or {}),
            start_new_session=True,
        )
        os.close(slave)
        self.written = b""

    def _read(self, seconds: float) -> bool:
        """Whether something came within that time."""
        ready, _writable, _failed = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            part = os.read(self._master, 65536)
        except OSError:  # how Linux says that nobody holds the other end any more
            part = b""
        self.written += part
        return bool(part)

    def read_until(self, sign: str, start: int = 0) -> None:
        """Reads until ``sign`` was written after the byte ``start``."""
        wanted, until = sign.encode(), time.monotonic() + PATIENCE
        while wanted not in self.written[start:]:
            if time.monotonic() > until or self.process.poll() is not None:
                self.process.kill()
                raise AssertionError(sign, self.written[-2000:])
            self._read(0.2)

    def read_for(self, seconds: float) -> None:
        """Reads whatever comes within that time."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._read(left)

    def press(self, keys: str) -> None:
        """Types keys as bytes."""
        os.write(self._master, keys.encode())

    def escape(self) -> None:
        """Types Esc and waits until it cannot be taken for the start of another key."""
        self.press(ESCAPE)
        self.read_for(0.3)

    def end(self) -> int:
        """Waits for the end of the process and gives its exit code."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            self._read(0.1)
        code = self.process.wait(1)
        while self._read(0.1):
            pass
        os.close(self._master)
        return code

    def close_window(self) -> int:
        """Takes the terminal away, as a closed window does, and waits for the end."""
        os.close(self._master)
        return self.process.wait(PATIENCE)

    def quit(self) -> int:
        """Leaves the app by its key and gives the exit code."""
        self.press(QUIT)
        return self.end()
