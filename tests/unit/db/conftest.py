"""What the tests of the store share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new, empty data file."""
    with open_store(tmp_path / "district.db", create=True) as opened:
        yield opened
