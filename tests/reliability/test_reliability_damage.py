"""A damaged file is met with a sentence, never with a traceback; checksums find every change."""

import hashlib
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from db.errors import BackupFailed, StoreError
from db.restore import checked_copy
from db.store import open_store
from db.tables import TABLES
from tests.reliability.reliability_actions import act

PAGE = 4096
SEED = 20261124


def flip_a_bit(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def clear_a_sector(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content) // 512) * 512
    content[at : at + 512] = bytes(512)


def cut_off(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def swap_pages(content: bytearray, chance: random.Random) -> None:
    first, second = (chance.randrange(len(content) // PAGE) * PAGE for _page in range(2))
    one, other = content[first : first + PAGE], content[second : second + PAGE]
    content[first : first + PAGE], content[second : second + PAGE] = other, one


def scatter_bytes(content: bytearray, chance: random.Random) -> None:
    for _byte in range(64):
        content[chance.randrange(len(content))] = chance.randrange(256)


DAMAGES: list[Callable[[bytearray, random.Random], None]] = [
    flip_a_bit,
    clear_a_sector,
    cut_off,
    swap_pages,
    scatter_bytes,
]


@pytest.fixture(scope="module")
def backup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    with open_store(folder / "district.db", create=True) as store:
        for number in range(30):
            with store.write("test", "act") as action:
                act(action, f"Kita {number}")
        return store.backup(folder / "backup.db")


def found_at(path: Path) -> str:
    """At which step the damage showed, or ``harmless``."""
    step = "open"
    try:
        with open_store(path) as store:
            step = "read"
            for cls in TABLES:
                store.read.all(cls)
            step = "quick check"
            if store.check(thorough=False):
                return step
            step = "check"
            if store.check():
                return step
            step = "write"
            with store.write("test", "act") as action:
                act(action, "after")
    except StoreError as error:
        return step if str(error).endswith(".") else f"no sentence: {error}"
    return "harmless"


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_is_met_with_a_sentence_or_does_no_harm(
    tmp_path: Path, backup: Path, damage: Callable[[bytearray, random.Random], None]
) -> None:
    sound = backup.read_bytes()
    chance = random.Random(f"{SEED} {damage.__name__}")
    path = tmp_path / "district.db"
    steps: Counter[str] = Counter()
    for _file in range(60):
        content = bytearray(sound)
        damage(content, chance)
        for old in tmp_path.glob("district.db*"):
            old.unlink()
        path.write_bytes(content)
        path.chmod(0o600)
        steps[found_at(path)] += 1
    assert steps.keys() <= {"open", "read", "quick check", "check", "write", "harmless"}
    if damage is not flip_a_bit:
        assert steps["harmless"] < 45, steps


def test_the_checksum_of_a_backup_finds_every_damage(tmp_path: Path, backup: Path) -> None:
    sound = backup.read_bytes()
    chance = random.Random(SEED)
    path = tmp_path / "b.db"
    path.with_name("b.db.sha256").write_text(f"{hashlib.sha256(sound).hexdigest()}  b.db\n")
    path.write_bytes(sound)
    with checked_copy(path) as copy:
        assert copy.read_bytes() == sound
    for number in range(100):
        content = bytearray(sound)
        DAMAGES[number % len(DAMAGES)](content, chance)
        if content == sound:
            continue
        path.write_bytes(content)
        with pytest.raises((BackupFailed, StoreError)), checked_copy(path):
            pytest.fail("a damaged backup was taken")
