"""What the tests of the store share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import Store, open_store


@pytest.fixture(scope="session")
def empty_district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file without records, to be copied: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / "district.db"
    open_store(path, create=True).close()
    return path


@pytest.fixture
def store(tmp_path: Path, empty_district: Path) -> Iterator[Store]:
    """A new, empty data file."""
    with open_store(shutil.copy(empty_district, tmp_path)) as opened:
        yield opened
