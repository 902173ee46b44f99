"""What all tests share: nothing of the user's own files, and one filled demo file."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from stk_graph.language import use
from stk_tui.session import Session
from stk_tui.session.demo import fill

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keeps tests away from the data and settings of whoever runs them; texts are German."""
    for name in ("STK_DB", "STK_CONFIG", "STK_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    yield
    use("de")


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    session = Session.open(path, create=True, today=TODAY)
    fill(session)
    session.close()
    return path


@pytest.fixture
def demo_file(_filled: Path, tmp_path: Path) -> Path:
    """A data file with the demo district, for one test alone."""
    copy = tmp_path / "stk.db"
    shutil.copy2(_filled, copy)
    return copy


@pytest.fixture
def demo(demo_file: Path) -> Iterator[Session]:
    """An open session on the demo district, on the day of ``TODAY``."""
    session = Session.open(demo_file, today=TODAY)
    yield session
    session.close()
