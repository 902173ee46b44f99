"""Several programs on one file: all make it, all write, none is turned away."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.store import open_store
from tests.reliability.reliability_actions import make, wrong

ROOT = Path(__file__).parents[2]

CREATE = "import sys; from db.store import open_store; open_store(sys.argv[1], create=True).close()"

WRITE = """
import sys
from pathlib import Path
from tests.reliability.reliability_actions import act
from db.store import open_store
with open_store(sys.argv[1]) as store:
    for number in range(int(sys.argv[2])):
        with store.write("test", "act") as action:
            act(action, f"{sys.argv[3]} {number}")
"""

WRITE_DEFERRED = """
import sqlite3, sys
from pathlib import Path
from db.connection import open_writer
errors = 0
connection = open_writer(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM tx").fetchone()
        connection.execute("INSERT INTO tx(at, who, what) SELECT at, who, what FROM tx LIMIT 1")
        connection.execute("COMMIT")
    except sqlite3.OperationalError:
        errors += 1
        if connection.in_transaction:
            connection.execute("ROLLBACK")
print(errors)
"""


def started(program: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def outputs(processes: "list[subprocess.Popen[str]]") -> list[tuple[int, str, str]]:
    """Exit code, output and errors of each."""
    found = []
    for process in processes:
        output, errors = process.communicate(timeout=300)
        found.append((process.returncode, output, errors))
    return found


def test_six_programs_make_the_same_missing_file_at_once(tmp_path: Path) -> None:
    for attempt in range(3):
        path = tmp_path / f"district{attempt}.db"
        found = outputs([started(CREATE, str(path)) for _process in range(6)])
        assert found == [(0, "", "")] * 6
        with open_store(path) as store:
            assert store.check() == []


def write_together(path: Path, writers: int, actions: int) -> None:
    make(path)
    processes = [started(WRITE, str(path), str(actions), str(n)) for n in range(writers)]
    assert outputs(processes) == [(0, "", "")] * writers
    assert wrong(path, 1 + writers * actions) == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT max(id) FROM tx").fetchone() == (1 + writers * actions,)


@pytest.mark.parametrize("writers", [1, 4])
def test_programs_write_to_one_file_and_none_is_turned_away(tmp_path: Path, writers: int) -> None:
    write_together(tmp_path / "district.db", writers, 50)


@pytest.mark.nightly
@pytest.mark.parametrize("writers", [1, 2, 4, 8])
def test_programs_write_two_hundred_actions_each(tmp_path: Path, writers: int) -> None:
    write_together(tmp_path / "district.db", writers, 200)


def test_without_the_write_frame_programs_do_turn_each_other_away(tmp_path: Path) -> None:
    path = tmp_path / "district.db"
    make(path)
    found = outputs([started(WRITE_DEFERRED, str(path), "300") for _process in range(4)])
    assert sum(int(output) for _code, output, _errors in found) > 0
