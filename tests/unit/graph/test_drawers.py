"""Tables that are read part by part."""

from hypothesis import given
from hypothesis import strategies as st

from stk_graph.drawers import LETTERS, Drawers, closed


@given(st.dictionaries(st.text(max_size=5), st.integers(0, 9)), st.text(max_size=5))
def test_a_table_in_drawers_answers_as_a_dict(table: dict[str, int], other: str) -> None:
    drawers = Drawers(closed(table), int)
    assert {key: drawers.get(key) for key in table} == table
    assert drawers.get(other) == table.get(other)


def test_a_part_holds_all_keys_with_the_same_first_letters() -> None:
    table = {"hort": 1, "hof": 2, "h": 3, "kita": 4}
    drawers = Drawers(closed(table), int)
    assert drawers.part("hochschule") == {"hort": 1, "hof": 2}
    assert drawers.part("h") == {"h": 3}
    assert drawers.part("x" * LETTERS) == {}


def test_what_no_part_can_hold_leaves_nothing_behind() -> None:
    drawers = Drawers(closed({"hort": 1}), int)
    assert drawers.get("qwertz") is None
    assert drawers._open == {}
    assert drawers.get("hort") == 1
    assert list(drawers._open) == ["ho"]
