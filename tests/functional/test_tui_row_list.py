"""The list: sections, marks, the chosen row, and lines drawn only when they are in view."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from stk_tui.themes import DARK
from stk_tui.widgets.row_line import Columns, Line
from stk_tui.widgets.row_list import RowList


class ListApp(App[None]):
    """A list alone on the screen."""

    def __init__(self, rows: Sequence[Line], row_height: int = 1) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.rows = rows
        self.row_height = row_height
        self.asked = 0
        self.opened: list[str] = []
        self.chosen: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield RowList(self.line_of, Columns(lines=self.row_height))

    def line_of(self, row: Line) -> Line:
        self.asked += 1
        return row

    def on_mount(self) -> None:
        rows = self.query_one(RowList)
        rows.show(self.rows)
        rows.focus()

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        self.opened.append(event.key)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.chosen.append(event.key)

    @property
    def screen_text(self) -> list[str]:
        rows = self.query_one(RowList)
        return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]


def _rows(count: int) -> list[Line]:
    return [Line("Zeile " + str(at), key=str(at)) for at in range(count)]


SECTIONED = [
    Line("Einrichtungen", section=True),
    Line("Kita Nord", key="a", mark="!", note="Verein"),
    Line("Personen", section=True),
    Line("Ayşe Yıldız", key="b"),
]


async def _asked_for(count: int) -> int:
    app = ListApp(_rows(count))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        return app.asked


async def test_ten_thousand_rows_ask_for_no_more_lines_than_a_hundred() -> None:
    assert await _asked_for(10_000) <= await _asked_for(100) * 2


async def test_the_first_row_that_can_be_chosen_is_chosen() -> None:
    app = ListApp(SECTIONED)
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.pause()
        assert app.query_one(RowList).key == "a"
        assert app.screen_text[:4] == [
            " Einrichtungen",
            "▌! Kita Nord                      Verein",
            " Personen",
            "   Ayşe Yıldız",
        ]


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ("j", "1"),
        ("down j k", "1"),
        ("G", "99"),
        ("G g", "0"),
        ("end home", "0"),
        ("k", "0"),
        ("G j", "99"),
        ("pagedown", "9"),
        ("pagedown pagedown pageup", "9"),
    ],
)
async def test_keys_move_the_choice(keys: str, chosen: str) -> None:
    app = ListApp(_rows(100))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press(*keys.split())
        rows = app.query_one(RowList)
        assert rows.key == chosen
        assert any("▌" in line for line in app.screen_text), "the chosen row is in view"


async def test_headings_are_passed_over() -> None:
    app = ListApp(SECTIONED)
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.press("j")
        assert app.query_one(RowList).key == "b"
        await pilot.press("k")
        assert app.query_one(RowList).key == "a"


async def test_enter_and_a_second_click_open_the_row() -> None:
    app = ListApp(SECTIONED)
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.press("enter")
        await pilot.click(RowList, offset=(5, 3))
        await pilot.click(RowList, offset=(5, 3))
        await pilot.click(RowList, offset=(5, 2))
        await pilot.click(RowList, offset=(5, 6))
        assert app.opened == ["a", "b"]


async def test_the_same_row_stays_chosen_when_other_rows_are_shown() -> None:
    app = ListApp(_rows(50))
    async with app.run_test(size=(40, 8)) as pilot:
        rows = app.query_one(RowList)
        rows.choose_key("40")
        rows.show(_rows(60), keep="40")
        await pilot.pause()
        assert rows.key == "40"
        assert "▌  Zeile 40" in app.screen_text
        rows.show(_rows(10), keep="40")
        await pilot.pause()
        assert rows.key == "0"


async def test_an_empty_list_says_that_nothing_is_chosen() -> None:
    app = ListApp([])
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.press("j", "k", "G", "g", "enter", "pagedown")
        assert app.chosen == [None]
        assert app.opened == []


async def test_rows_of_two_lines_show_what_is_below() -> None:
    rows = [Line("Petra Sommer", key="1", below="Kita Nord"), Line("Lotsen", section=True)]
    app = ListApp(rows, row_height=2)
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.pause()
        assert app.screen_text[:4] == ["▌  Petra Sommer", "   Kita Nord", "", " Lotsen"]


async def test_long_and_wide_texts_are_cut_with_a_sign() -> None:
    rows = [Line("永" * 40, key="1"), Line("x" * 100, key="2"), Line("a\x1b[31m\tb", key="3")]
    app = ListApp(rows)
    async with app.run_test(size=(20, 6)) as pilot:
        await pilot.pause()
        strips = [app.query_one(RowList).render_line(y) for y in range(3)]
        assert [strip.cell_length for strip in strips] == [20, 20, 20]
        assert strips[0].text.rstrip().endswith("…")
        assert "\x1b" not in strips[2].text
