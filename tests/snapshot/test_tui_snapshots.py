"""Pictures of the screens: remade with ``pytest --snapshot-update`` when a change is meant."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from stk_tui.app import StkApp
from stk_tui.session import Session
from stk_tui.settings import Settings

Compare = Callable[..., bool]
Play = Callable[[Pilot[Any]], Awaitable[None]]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A data file with names that never change, on a day that never changes."""
    opened = Session.open(tmp_path / "stk.db", create=True, today=date(2026, 11, 24))
    save = opened.directory.save
    nord = save("area", None, {"name": "Nord", "type": "quarter"})
    club = {"name": "Elternverein Randzeit e. V.", "area": nord, "phones": "0611 3155-512"}
    house = save("actor", None, club | {"mail": "verein@example.org", "verified_on": "1.10.2026"})
    person = {"name": "Petra Sommer", "title": "Leitung", "employer": house}
    save("contact", None, person | {"phones": "0611 3155-513", "verified_on": "1.10.2026"})
    care = {"title": "Randzeitenbetreuung", "lead": house, "ages": "6–10 Jahre", "area": nord}
    kind = {"offer_kind": "randzeitenbetreuung", "times": "Mo–Fr 17–19 Uhr"}
    more = {"access": "registration", "occupancy": "free", "verified_on": "1.10.2026"}
    save("offer", None, care | kind | more)
    yield opened
    opened.close()


def _play(*keys: str) -> Play:
    async def play(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause(0.2)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.1)

    return play


@pytest.mark.parametrize(
    ("size", "theme", "keys"),
    [
        ((140, 40), "stk-dark", ("escape",)),
        ((100, 30), "stk-light", (*"schichtdienst bis 19 uhr", "escape")),
        ((140, 40), "stk-dark", ("escape", "2", "tab")),
        ((80, 24), "stk-light", ("escape", "2")),
        ((80, 24), "stk-light", ("escape", "question_mark")),
        ((40, 10), "stk-dark", ("escape",)),
    ],
    ids=["case", "answer", "directory", "directory small", "help", "too small"],
)
def test_the_screen_looks_as_it_did(
    snap_compare: Compare,
    session: Session,
    size: tuple[int, int],
    theme: str,
    keys: tuple[str, ...],
) -> None:
    app = StkApp(session, Settings(theme=theme))
    assert snap_compare(app, terminal_size=size, run_before=_play(*keys))
