"""When the power fails, every action that was said to be kept is kept, and nothing is damaged.

The write frame itself runs on a disk that remembers its writes; a cut is played at many moments. An
apsw file system has no shared memory, so the connection locks the file for itself alone.
"""

import random
from collections import Counter
from pathlib import Path
from typing import Any, cast

import pytest

from tests.reliability.reliability_actions import act_on, make, wrong

apsw = pytest.importorskip("apsw")

from tests.reliability.reliability_disk import Event, LoggedDisk, leave, power_cuts  # noqa: E402 - needs apsw

ACTIONS = 40
SEED = 20261124


def outcomes(folder: Path, journal: str, synchronous: str, cuts: int) -> Counter[str]:
    """How many of the cuts left the file ``ok``, ``lost``, ``torn`` or ``corrupt``."""
    work, after = folder / "work", folder / "after"
    after.mkdir()
    path = work / "district.db"
    make(path)
    start = {path.name: path.read_bytes()}
    log = _acted(path, journal, synchronous)
    chance = random.Random(SEED)
    moments = sorted(chance.randrange(len(log) + 1) for _cut in range(cuts))
    found: Counter[str] = Counter()
    for acknowledged, files in power_cuts(start, log, moments, chance):
        leave(after, files)
        problems = wrong(after / path.name, acknowledged)
        found[problems[0].split(":")[0] if problems else "ok"] += 1
    return found


def _acted(path: Path, journal: str, synchronous: str) -> list[Event]:
    disk = LoggedDisk(f"logged-{journal}-{synchronous}")
    connection: Any = apsw.Connection(str(path), vfs=f"logged-{journal}-{synchronous}")
    try:
        for pragma in (
            "locking_mode=exclusive",
            f"journal_mode={journal}",
            f"synchronous={synchronous}",
            "foreign_keys=ON",
            "secure_delete=ON",
            "temp_store=MEMORY",
            "wal_autocheckpoint=100",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        for _action in range(ACTIONS):
            disk.log.append(Event("ack", at=act_on(cast(Any, connection), path)))
        return list(disk.log)
    finally:
        connection.close()


def test_a_power_cut_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    assert outcomes(tmp_path, "wal", "full", 300) == Counter(ok=300)


def test_the_power_cuts_do_lose_actions_with_the_weaker_setting(tmp_path: Path) -> None:
    found = outcomes(tmp_path, "wal", "normal", 60)
    assert found["lost"] > 20
    assert found["corrupt"] == 0


@pytest.mark.nightly
def test_two_thousand_power_cuts(tmp_path: Path) -> None:
    assert outcomes(tmp_path, "wal", "full", 2000) == Counter(ok=2000)


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("journal", "synchronous", "fault"),
    [
        ("wal", "off", "corrupt"),
        ("wal", "off", "lost"),
        ("delete", "off", "corrupt"),
        ("off", "full", "corrupt"),
    ],
)
def test_the_power_cuts_show_the_fault_of_other_settings(
    tmp_path: Path, journal: str, synchronous: str, fault: str
) -> None:
    assert outcomes(tmp_path, journal, synchronous, 500)[fault] > 0
