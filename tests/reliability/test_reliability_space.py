"""A full disk refuses the action at hand and keeps everything before it."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.errors import BackupFailed, DiskFull
from db.store import Store, open_store
from tests.reliability.reliability_actions import act, make, wrong


def fill(store: Store) -> tuple[int, DiskFull]:
    """Acts until there is no more room; the last action kept, and the error."""
    kept = 1
    for _action in range(10_000):
        try:
            with store.write("test", "act") as action:
                act(action, str(action.number))
        except DiskFull as error:
            return kept, error
        kept = action.number
    raise AssertionError("the disk never was full")


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A file system of that size, where mounting is allowed."""
    if sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("only root on Linux can mount a small file system")
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_all_kept_actions_stay_and_no_half_backup(tmp_path: Path) -> None:
    with small_disk(tmp_path, "3m") as disk:
        path = disk / "district.db"
        make(path)
        with open_store(path) as store:
            kept, error = fill(store)
            assert error.code == "disk-full"
            assert "alles frühere ist da" in str(error)
            names = {entry.name for entry in disk.iterdir()}
            with pytest.raises(BackupFailed):
                store.backup(disk / "b.db")
            assert {entry.name for entry in disk.iterdir()} == names
        assert wrong(path, kept) == []
        with open_store(path) as store:
            assert store.check() == []


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file may grow beyond ``size`` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_where_a_file_may_not_grow_all_kept_actions_stay(tmp_path: Path) -> None:
    path = tmp_path / "district.db"
    make(path)
    with open_store(path) as store, largest_file(path.stat().st_size + 400_000):
        kept, error = fill(store)
        assert error.code in ("disk-full", "not-written")
        assert kept > 5
    assert wrong(path, kept) == []
    with open_store(path) as store:
        assert store.check() == []
        with store.write("test", "act") as action:
            act(action, "again")


def test_a_file_at_its_own_limit_refuses_with_the_same_sentence(tmp_path: Path) -> None:
    path = tmp_path / "district.db"
    make(path)
    with open_store(path) as store:
        with store.writing() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count={pages + 20}").fetchall()
        kept, error = fill(store)
        assert error.code == "disk-full"
    assert wrong(path, kept) == []


def full(disk: Path) -> None:
    """Takes every block that is left."""
    while room := os.statvfs(disk).f_bavail * os.statvfs(disk).f_bsize:
        with (disk / "fill").open("ab") as file:
            file.write(bytes(room))


READING = [["contacts"], ["history"], ["check"], ["case"], ["import", "nowhere"], ["offers"]]


@pytest.mark.parametrize("command", READING, ids=lambda command: str(command[0]))
def test_a_full_disk_is_never_told_as_a_damaged_file(tmp_path: Path, command: list[str]) -> None:
    with small_disk(tmp_path, "5m") as disk:
        path = disk / "district.db"
        make(path)
        before = path.read_bytes()
        full(disk)
        told = stk_in_own_process("--db", str(path), *command)
        assert told.returncode == 3
        assert "Der Datenträger ist voll" in told.stderr
        assert "unverändert" in told.stderr
        assert "Bitte Platz schaffen" in told.stderr
        assert "beschädigt" not in told.stderr
        assert path.read_bytes() == before


@pytest.mark.parametrize("room", [0, 400_000, 1_200_000])
def test_founding_on_a_full_disk_leaves_no_file(tmp_path: Path, room: int) -> None:
    with small_disk(tmp_path, "5m") as disk:
        full(disk)
        os.truncate(disk / "fill", max(0, 5 * 1024 * 1024 - room))
        path = disk / "district.db"
        told = stk_in_own_process("--db", str(path), "init", "--name", "A", "--area", "B")
        assert told.returncode == 3
        assert "wurde nicht angelegt" in told.stderr
        assert [entry.name for entry in disk.iterdir()] == ["fill"]


def stk_in_own_process(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from stk_tui.cli import main; main()"]
    return subprocess.run(
        [*command, *arguments], capture_output=True, text=True, input="Fall", check=False
    )


def test_a_search_on_a_full_private_copy_is_told_as_full(tmp_path: Path) -> None:
    """The copy of a file that cannot be written lies on another disk, which may be full too."""
    path = tmp_path / "district.db"
    make(path)
    folder = tmp_path / "tmp"
    folder.mkdir()
    with small_disk(folder, "1m") as disk:
        full(disk)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("tempfile.tempdir", str(disk))
            with pytest.raises(DiskFull):
                open_store(path, read_only=True)
        assert [entry.name for entry in disk.iterdir()] == ["fill"]
