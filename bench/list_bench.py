"""Opening a list: ten thousand rows beside a hundred, in the same widget and the same app.

Measured is the CPU time from the call that shows the rows until the screen is drawn, headless.
"""

import asyncio
import time
from collections.abc import Sequence

from textual.app import App, ComposeResult

from bench.measure import line
from stk_tui.session.rows import Row
from stk_tui.widgets.row_line import Columns, Line
from stk_tui.widgets.row_list import RowList

ROUNDS = 40
FEW, MANY = 100, 10_000
SIZE = (140, 40)


def _rows(number: int) -> list[Row]:
    return [
        Row(f"id{at}", "actor", f"Einrichtung {at:05}", "Beratungsstelle · Träger", f"e {at}")
        for at in range(number)
    ]


def _line(row: Row) -> Line:
    return Line(row.title, key=row.id, note=row.subtitle)


class ListApp(App[None]):
    """One list, nothing else."""

    def compose(self) -> ComposeResult:
        yield RowList(_line, Columns(note_share=0.42))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours that the themes of the app name."""
        return dict.fromkeys(("quiet", "chosen", "chosen-far", "line"), "#808080")


async def _opened(rows: RowList, shown: Sequence[Row]) -> float:
    """CPU milliseconds until the rows are on the screen."""
    drawn = asyncio.Event()
    began = time.process_time()
    rows.show(shown)
    rows.call_after_refresh(drawn.set)
    await drawn.wait()
    rows.screen._compositor.render_strips()
    return (time.process_time() - began) * 1000


async def _measure() -> tuple[float, float]:
    """The medians of few and many rows, opened in turn."""
    app = ListApp()
    taken: dict[int, list[float]] = {FEW: [], MANY: []}
    lists = {number: _rows(number) for number in taken}
    async with app.run_test(size=SIZE) as pilot:
        widget = app.query_one(RowList)
        for turn in range(ROUNDS + 1):
            for number, shown in lists.items():
                await pilot.pause()
                spent = await _opened(widget, shown)
                if turn:
                    taken[number].append(spent)
    few, many = (sorted(values)[len(values) // 2] for values in taken.values())
    return few, many


def main() -> None:
    """Prints the figure for 10,000 rows over that for 100."""
    few, many = asyncio.run(_measure())
    name = f"open a list of {MANY} rows, beside {FEW}"
    line(name, unit="ms CPU", figure=many, floor=few, bar=2)


if __name__ == "__main__":
    main()
