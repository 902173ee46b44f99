"""Ages as sets of years, and how far two offers address the same ages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.times.age_sets import (
    AGE_UNKNOWN,
    FROM_GROUP,
    SAME_GROUP,
    AgeSet,
    age_overlap,
    age_set,
    interval,
)

HALF_YEARS = st.integers(0, 190).map(lambda half: half / 2)


@st.composite
def bounds(draw: st.DrawFn) -> tuple[float | None, float | None]:
    low, high = sorted((draw(HALF_YEARS), draw(HALF_YEARS)))
    return draw(st.sampled_from([(low, high), (low, None), (None, high)]))


def half_years(ages: AgeSet) -> set[int]:
    """The half years inside, counted one by one."""
    return {half for half in range(400) if ages.holds(half / 2 + 0.25)}


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (6, 10, (6, 11)),
        (6, 10.5, (6, 11)),
        (None, 2.99, (0, 3)),
        (0.5, 1.5, (0.5, 2)),
        (60, None, (60, 99)),
        (None, 12, (0, 13)),
        (100, None, (100, 101)),
    ],
)
def test_an_upper_age_lasts_until_the_next_birthday(
    low: float | None, high: float | None, expected: tuple[float, float]
) -> None:
    assert interval(low, high) == pytest.approx(expected)


def test_target_groups_stand_in_where_no_age_is_stated() -> None:
    ages = age_set(None, None, [(3, 5), (6, 10), (None, None)])
    assert ages.intervals == ((3, 11),)
    assert ages.from_groups


def test_a_stated_age_wins_over_the_target_group() -> None:
    assert age_set(6, None, [(3, 5)]) == AgeSet(intervals=((6, 99),))


def test_groups_without_ages_leave_the_age_unknown() -> None:
    ages = age_set(None, None, [(None, None)])
    assert ages.intervals == ()
    assert ages.holds(6) is None
    assert age_overlap(ages, age_set(6, 10)).value is None
    assert age_overlap(ages, age_set(6, 10)).reasons == (AGE_UNKNOWN,)


def test_the_same_ageless_group_counts_only_if_no_age_is_known() -> None:
    nothing = AgeSet()
    assert age_overlap(nothing, nothing, same_ageless_group=True).value == 1
    assert age_overlap(nothing, nothing, same_ageless_group=True).reasons == (SAME_GROUP,)
    assert age_overlap(nothing, age_set(6, 10), same_ageless_group=True).value is None


@pytest.mark.parametrize(
    ("one", "two", "value", "gap"),
    [
        ((6, 10), (6, 10), 1.0, 0.0),
        ((6, 10), (10, 16), 0.2, 0.0),
        ((6, 12), (8, 13), 5 / 6, 0.0),
        ((0, 5), (6, 10), 0.0, 0.0),
        ((0, 5), (8, 10), 0.0, 2.0),
        ((60, None), (65, None), 1.0, 0.0),
    ],
)
def test_overlap_is_measured_by_the_shorter_range(
    one: tuple[float, float | None], two: tuple[float, float | None], value: float, gap: float
) -> None:
    result = age_overlap(age_set(*one), age_set(*two))
    assert result.value == pytest.approx(value)
    assert result.gap == gap


def test_ages_from_a_group_are_marked() -> None:
    assert age_overlap(age_set(None, None, [(6, 10)]), age_set(6, 8)).reasons == (FROM_GROUP,)


@settings(max_examples=200, deadline=None)
@given(bounds(), bounds())
def test_overlap_is_symmetric_and_agrees_with_counting(
    one: tuple[float | None, float | None], two: tuple[float | None, float | None]
) -> None:
    first, second = age_set(*one), age_set(*two)
    result = age_overlap(first, second)
    assert result == age_overlap(second, first)
    left, right = half_years(first), half_years(second)
    assert result.value == pytest.approx(len(left & right) / min(len(left), len(right)))
    assert (result.value == 0) or result.gap == 0


def test_a_child_of_ten_and_a_half_is_ten() -> None:
    assert age_set(6, 10).holds(10.5) is True
    assert age_set(6, 10).holds(11) is False
