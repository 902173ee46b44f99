"""`stk` where rights or room are short: folders that cannot be written, disks that are full."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.functional.cli_runs import STK, Run

WITHOUT_PRIVILEGES = """
import ctypes, os, sys
DROP_FROM_BOUNDING_SET, MAY_OVERRIDE_RIGHTS, MAY_READ_ANYTHING = 24, 1, 2
system = ctypes.CDLL(None)
for privilege in (MAY_OVERRIDE_RIGHTS, MAY_READ_ANYTHING):
    if system.prctl(DROP_FROM_BOUNDING_SET, privilege, 0, 0, 0):
        sys.exit(99)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Makes even root respect the rights of files."""

SMALL_FILES = """
import os, resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
os.execv(sys.argv[2], sys.argv[2:])
"""


def respecting_rights() -> list[str]:
    """What stands before a command so that the rights of files count for it."""
    if os.getuid() != 0:
        return []
    if sys.platform != "linux":
        pytest.skip("root is above the rights of files here")
    before = [sys.executable, "-I", "-S", "-c", WITHOUT_PRIVILEGES]
    if subprocess.run([*before, sys.executable, "-c", ""], check=False).returncode:
        pytest.skip("root may not give up its privileges here")
    return before


def no_larger_file(size: int) -> list[str]:
    """What stands before a command so that no file it writes grows beyond ``size`` bytes."""
    return [sys.executable, "-I", "-S", "-c", SMALL_FILES, str(size)]


def stk_behind(before: list[str], *arguments: str, db: Path, text: str = "") -> Run:
    """Runs a command with what stands before it."""
    done = subprocess.run(
        [*before, *STK, *arguments],
        input=text.encode(),
        capture_output=True,
        env={**os.environ, "STK_DB": str(db)},
        check=False,
        timeout=60,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


@contextmanager
def rights(path: Path, mode: int) -> Iterator[None]:
    """The path with other rights for a while."""
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(before)
