"""CPU time from the start of a process to the answer: commands beside bare Python, and the first
paint of the app beside a Textual app that shows one label."""

import os
import shutil
import tempfile
from datetime import date
from pathlib import Path

from bench.measure import PYTHON, child_cpu, interleaved, line
from bench.synthetic_store import fill_with_offers
from stk_tui.session import Session
from stk_tui.session.demo import fill

ROUNDS = 9
OFFERS = 4_000
CASE = "Kind 2. Klasse, Mutter im Schichtdienst bis 19 Uhr, niemand holt ab"
STK = [PYTHON, "-c", "from stk_tui.cli import main; main()"]

LABEL = """
from textual.app import App
from textual.widgets import Static
class Label(App):
    def compose(self):
        yield Static("stk")
    def on_ready(self):
        self.exit()
Label().run(headless=True)
"""
PAINT = """
import sys
from pathlib import Path
from stk_tui.app import StkApp
from stk_tui.session import Session
class Painted(StkApp):
    def on_ready(self):
        self.exit()
session = Session.open(Path(sys.argv[1]))
Painted(session).run(headless=True)
session.close()
"""


def commands(db: Path, size: str) -> None:
    """`stk case` and `stk contacts` beside an empty Python process."""
    env = {"STK_DB": str(db)}
    taken = interleaved(
        {
            "floor": lambda: child_cpu([PYTHON, "-c", "pass"]),
            "case": lambda: child_cpu([*STK, "case", "--json"], env=env, text=CASE),
            "contacts": lambda: child_cpu([*STK, "contacts", "Müller"], env=env),
        },
        ROUNDS,
    )
    for name in ("case", "contacts"):
        line(f"stk {name}, {size}", unit="ms CPU", figure=taken[name], floor=taken["floor"], bar=12)


def first_paint(db: Path, size: str) -> None:
    """The first screen beside a Textual app with one Static."""
    taken = interleaved(
        {
            "label": lambda: child_cpu([PYTHON, "-c", LABEL]),
            "stk": lambda: child_cpu([PYTHON, "-c", PAINT, str(db)]),
        },
        ROUNDS,
    )
    name = f"first paint, {size}"
    line(name, unit="ms CPU", figure=taken["stk"], floor=taken["label"], bar=1.6)


def main() -> None:
    """Measures on the demo district and on a directory of 4,000 offers."""
    folder = Path(tempfile.mkdtemp(prefix="stk-bench-"))
    os.environ["XDG_CONFIG_HOME"] = str(folder)
    try:
        small, large = folder / "demo.db", folder / "large.db"
        with Session.open(small, create=True, today=date(2026, 11, 24)).store as store:
            fill(Session(store, date(2026, 11, 24)))
        with Session.open(large, create=True).store as store:
            fill_with_offers(store, OFFERS)
        for db, size in ((small, "demo"), (large, f"{OFFERS} offers")):
            commands(db, size)
        first_paint(large, f"{OFFERS} offers")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
