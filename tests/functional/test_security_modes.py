"""Whatever the shell allows others: files are for their owner alone, and so are their folders."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.functional.cli_runs import STK

ACTING = """
import sys
from pathlib import Path
from stk_tui.session import Session

session = Session.open(Path(sys.argv[1]))
session.directory.save("area", None, {"name": "Hafen", "type": "quarter"})
for entry in Path(sys.argv[1]).parent.iterdir():
    print(entry.name, oct(entry.stat().st_mode))
"""


def run(umask: int, *command: str, db: Path) -> str:
    """Runs a command under a umask and gives what it printed."""
    done = subprocess.run(
        command,
        env={**os.environ, "STK_DB": str(db)},
        capture_output=True,
        umask=umask,
        check=True,
        text=True,
    )
    return done.stdout


def too_open(folder: Path) -> dict[str, str]:
    """Everything below a folder that others may read, write or enter."""
    found = {}
    for path in [folder, *folder.rglob("*")]:
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode != (0o700 if path.is_dir() else 0o600):
            found[path.relative_to(folder.parent).as_posix()] = oct(mode)
    return found


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_every_file_a_command_makes_is_for_its_owner_alone(umask: int, tmp_path: Path) -> None:
    place = tmp_path / "daten"
    path = place / "stk.db"
    founded = ("init", "--name", "STK Nord", "--area", "Nordstadt")
    run(umask, *STK, *founded, db=path)
    table = tmp_path / "organizations.csv"
    table.write_text("id,name,description\n1,Kita Nord,Für alle\n", encoding="utf-8")
    run(umask, *STK, "import", str(table), db=path)
    run(umask, *STK, "backup", str(place / "b.db"), db=path)
    for name in ("x.json", "x.zip", "x"):
        run(umask, *STK, "export", str(place / name), db=path)
    run(umask, *STK, "restore", str(place / "b.db"), "--yes", db=path)
    made = {entry.name for entry in place.rglob("*")}
    assert {"stk.db", "b.db", "b.db.sha256", "x.json", "x.zip", "x", "stk-sicherungen"} <= made
    assert sum(name.endswith(".db") for name in made) >= 4
    assert too_open(place) == {}


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_the_log_of_an_open_file_is_for_its_owner_alone(umask: int, tmp_path: Path) -> None:
    place = tmp_path / "daten"
    run(umask, *STK, "init", "--name", "N", "--area", "N", db=place / "stk.db")
    printed = run(umask, sys.executable, "-c", ACTING, str(place / "stk.db"), db=place / "stk.db")
    modes = dict(line.split() for line in printed.splitlines())
    assert modes == dict.fromkeys(["stk.db", "stk.db-wal", "stk.db-shm"], "0o100600")


def test_the_picture_of_the_tour_is_for_its_owner_alone(tmp_path: Path) -> None:
    target = tmp_path / "netz.svg"
    target.write_text("meins")
    run(0o000, *STK, "demo", "--diagram", str(target), db=tmp_path / "stk.db")
    assert target.read_text() == "meins", "nothing is overwritten"
    assert stat.S_IMODE((tmp_path / "netz-2.svg").stat().st_mode) == 0o600
