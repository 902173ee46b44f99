"""Remakes the pictures of the README with the app itself, on the demo district."""

import asyncio
import sys
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from stk_tui.app import StkApp
from stk_tui.session.demo import throw_away

CASE = "Kind 2. Klasse, Mama arbeitet bis 19 Uhr, danach ist niemand da"
SIZE = (120, 36)
DAY = date(2026, 11, 24)


async def settled(pilot: Pilot[None]) -> None:
    """Waits until the answer stands on the screen."""
    for _ in range(20):
        await pilot.pause(0.1)


async def take(folder: Path) -> None:
    """Writes ``fall.svg`` and ``kontakte.svg`` into the folder."""
    with throw_away(DAY) as session:
        app = StkApp(session)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            for letter in CASE:
                pilot.app.screen.focused.insert(letter)  # type: ignore[union-attr]
            await settled(pilot)
            (folder / "fall.svg").write_text(app.export_screenshot(title="stk"), "utf-8")
            await pilot.press("escape", "2")
            await settled(pilot)
            (folder / "kontakte.svg").write_text(app.export_screenshot(title="stk"), "utf-8")


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(take(target))
