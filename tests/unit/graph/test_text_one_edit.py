"""One spelling mistake is found by looking up halves, with the answer of a full comparison."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from stk_graph.text.one_edit import by_halves, one_edit_away, within_one_edit

WORDS = st.text(alphabet="abc", max_size=12)
LONG_WORDS = st.text(alphabet="abc", min_size=8, max_size=12)


@given(WORDS, WORDS)
def test_one_edit_is_what_an_independent_measure_calls_one_edit(one: str, other: str) -> None:
    assert within_one_edit(one, other) == (OSA.distance(one, other) <= 1)


@st.composite
def _word_and_mistake(draw: st.DrawFn) -> tuple[str, str]:
    word = draw(LONG_WORDS)
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from("abcx"))
    changed = [word[:at] + word[at + 1 :], word[:at] + letter + word[at:]]
    changed.append(word[:at] + letter + word[at + 1 :])
    return word, draw(st.sampled_from(changed))


@given(_word_and_mistake(), st.lists(LONG_WORDS, max_size=8))
def test_a_word_with_one_letter_wrong_is_found_among_others(
    pair: tuple[str, str], others: list[str]
) -> None:
    word, mistaken = pair
    found = one_edit_away(mistaken, by_halves([word, *others]))
    assert word in found
    assert all(OSA.distance(mistaken, near) <= 1 for near in found)


def test_swapped_neighbours_are_one_mistake() -> None:
    assert within_one_edit("schuldner", "schuldenr")
    assert one_edit_away("schuldenr", by_halves(["schuldner"])) == {"schuldner"}


def test_only_words_that_share_a_half_are_compared() -> None:
    beginnings = ["".join(letters) for letters in product("abc", repeat=4)]
    halves = by_halves(f"{beginning}betr" for beginning in beginnings)
    assert [len(words) for half, words in halves.items() if half.endswith("-")] == [1] * 81
    assert halves["-betr"] == [f"{beginning}betr" for beginning in beginnings]
