"""A program killed at any moment leaves whole actions and loses none that it said were kept."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from db.store import open_store
from tests.reliability.reliability_actions import make, write_for_ever, write_torn_for_ever, wrong

Writer = Callable[[Path, Callable[[int], object]], None]


def killed_after(path: Path, seconds: float, writer: Writer) -> int:
    """Starts a writer, kills it, and returns the last action it acknowledged."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            writer(path, lambda number: os.write(write_end, number.to_bytes(4, "big")))
        finally:
            os._exit(1)
    os.close(write_end)
    try:
        acknowledged = os.read(read_end, 4)  # it is at work
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        while chunk := os.read(read_end, 1 << 16):
            acknowledged = chunk
    finally:
        os.close(read_end)
        os.waitpid(child, 0)
    return int.from_bytes(acknowledged[-4:], "big")


def kills(path: Path, number: int, writer: Writer) -> tuple[list[str], int]:
    """What was wrong after each of many kills, and how often a log was left to be recovered."""
    chance = random.Random(20261124)
    make(path)
    found: list[str] = []
    hot = 0
    for _kill in range(number):
        acknowledged = killed_after(path, chance.uniform(0.004, 0.060), writer)
        log = path.with_name(path.name + "-wal")
        hot += log.exists() and log.stat().st_size > 0
        found += wrong(path, acknowledged)
    return found, hot


def test_fifty_kills_corrupt_nothing_tear_nothing_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "district.db"
    found, hot = kills(path, 50, write_for_ever)
    assert found == []
    assert hot > 10
    with open_store(path) as store:
        assert store.check() == []


def test_the_kills_tear_actions_apart_without_the_write_frame(tmp_path: Path) -> None:
    found, _hot = kills(tmp_path / "district.db", 12, write_torn_for_ever)
    assert "torn: action" in found


def test_without_a_kill_that_control_leaves_a_file_in_which_nothing_is_wrong(
    tmp_path: Path,
) -> None:
    path = tmp_path / "district.db"
    make(path)

    def stop_after_five(number: int) -> None:
        if number == 6:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_torn_for_ever(path, stop_after_five)
    assert wrong(path, 6) == []


@pytest.mark.nightly
def test_five_hundred_kills(tmp_path: Path) -> None:
    found, hot = kills(tmp_path / "district.db", 500, write_for_ever)
    assert found == []
    assert hot > 100
