"""A real data file with a small district, and the app on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stk_tui.session import Session
from tests.functional.hostile_records import write_past_the_gate, write_through_the_gate


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """An open, empty data file; the user's own files are out of reach."""
    monkeypatch.setenv("STK_CONFIG", str(tmp_path / "config.toml"))
    opened = Session.open(tmp_path / "stk.db", create=True)
    yield opened
    opened.close()


@pytest.fixture
def district(session: Session) -> dict[str, str]:
    """Ids of two institutions, a person, an area and an offer, typed into the forms."""
    save = session.directory.save
    nord = save("area", None, {"name": "Nord", "type": "quarter"})
    school = save("actor", None, {"name": "Grundschule Nord", "area": nord})
    club = save(
        "actor",
        None,
        {
            "name": "Elternverein Randzeit e. V.",
            "area": nord,
            "phones": "0611 3155-512",
            "mail": "verein@example.org",
            "web": "https://verein.example.org",
        },
    )
    sommer = save(
        "contact",
        None,
        {
            "name": "Petra Sommer",
            "title": "Leitung",
            "employer": club,
            "phones": "0611 3155-513",
            "mail": "sommer@example.org",
        },
    )
    care = save(
        "offer",
        None,
        {
            "title": "Randzeitenbetreuung",
            "lead": club,
            "offer_kind": "randzeitenbetreuung",
            "ages": "6–10 Jahre",
            "times": "Mo–Fr 17–19 Uhr",
            "area": nord,
            "access": "registration",
            "status": "running",
        },
    )
    return {"school": school, "club": club, "sommer": sommer, "nord": nord, "care": care}


@pytest.fixture(scope="session")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every hostile text saved by the program."""
    path = tmp_path_factory.mktemp("gate") / "stk.db"
    write_through_the_gate(path)
    return path


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file into which every hostile text was put behind the program's back."""
    path = tmp_path_factory.mktemp("past") / "stk.db"
    assert write_past_the_gate(path) > 5000
    return path
