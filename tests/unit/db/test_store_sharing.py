"""A file beside other programs, threads and people who may only read it."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.errors import Busy, ReadOnly
from db.private_copy import private_copy
from db.store import Store, open_store
from stk_graph.model import Actor

NOBODY = 65534


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def fill(path: Path) -> Actor:
    with open_store(path, create=True) as store, store.write("test", "save") as action:
        return action.save(Actor(name="Kita"))


def test_what_another_process_wrote_shows_as_a_new_data_version(tmp_path: Path) -> None:
    path = tmp_path / "district.db"
    fill(path)
    program = (
        "import sys\nfrom db.store import open_store\nfrom stk_graph.model import Actor\n"
        "with open_store(sys.argv[1]) as store, store.write('other', 'save') as action:\n"
        "    action.save(Actor(name='Amt'))\n"
    )
    with open_store(path) as store:
        before = store.read.data_version
        assert store.read.data_version == before
        subprocess.run([sys.executable, "-c", program, str(path)], check=True)
        assert store.read.data_version != before
        assert len(store.read.all(Actor)) == 2


def test_a_locked_file_gives_up_with_the_form_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.frame.LOCK_TIMEOUT", 0.05)
    path = tmp_path / "district.db"
    fill(path)
    with open_store(path) as first, open_store(path) as second:
        with first.writing() as connection:
            connection.execute("BEGIN IMMEDIATE")
            with pytest.raises(Busy, match="bleiben im Formular"), second.write("test", "save"):
                pytest.fail("two writers at once")
            connection.execute("ROLLBACK")
        with second.write("test", "save") as action:
            action.save(Actor(name="Amt"))
        assert len(first.read.all(Actor)) == 2


def test_threads_read_beside_a_writer_and_write_in_turn(store: Store) -> None:
    failures: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for number in range(10):
                with store.write("test", "save") as action:
                    action.save(Actor(name=f"{name} {number}"))
                store.read.all(Actor)
        except BaseException as error:  # noqa: BLE001 - reported by the test
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(store.read.all(Actor)) == 40
    assert store.check() == []


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """As a person who is not the owner; for those who are not root their own rights count."""
    if os.getuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that others can enter, unlike the temporary ones of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="stk-shared-"))
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.mark.parametrize(("of_folder", "of_file"), [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)])
def test_where_nothing_can_be_written_a_private_copy_is_read(
    shared_folder: Path, of_folder: int, of_file: int
) -> None:
    path = shared_folder / "district.db"
    fill(path)
    assert private_copy.__doc__  # imported while its source can be read
    path.chmod(of_file)
    shared_folder.chmod(of_folder)
    before = path.read_bytes()
    with as_somebody_else():
        with pytest.raises(ReadOnly, match="nur lesen") as error:
            open_store(path)
        assert error.value.code == "read-only"
        with open_store(path, read_only=True) as store:
            assert [actor.name for actor in store.read.all(Actor)] == ["Kita"]
            assert mode(store.lies_at) == 0o600
            with pytest.raises(ReadOnly), store.write("test", "save"):
                pytest.fail("a copy was written to")
            copy = store.lies_at
        assert not copy.exists()
        assert not copy.parent.exists()
    assert path.read_bytes() == before


def test_a_file_nobody_else_may_read_is_refused_with_a_sentence(shared_folder: Path) -> None:
    path = shared_folder / "district.db"
    fill(path)
    path.chmod(0o000 if os.getuid() else 0o600)
    shared_folder.chmod(0o755)
    with as_somebody_else():
        for read_only in (False, True):
            with pytest.raises(ReadOnly, match="Rechte"):
                open_store(path, read_only=read_only)


def test_a_private_copy_holds_what_was_written_last(tmp_path: Path) -> None:
    path = tmp_path / "district.db"
    fill(path)
    with open_store(path) as store:
        with store.write("test", "save") as action:
            action.save(Actor(name="Amt"))
        with open_store(path, read_only=True) as copy:
            assert {actor.name for actor in copy.read.all(Actor)} == {"Kita", "Amt"}
            assert mode(copy.lies_at.parent) == 0o700
            with pytest.raises(ReadOnly), copy.writing():
                pytest.fail("a copy was written to")
