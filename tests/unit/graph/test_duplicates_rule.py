"""The ordered rule of the domain model, section 7.3: each step, and that the first one wins."""

import msgspec
import pytest

from stk_graph.duplicates.features import AccessFit, Features
from stk_graph.duplicates.rule import Decision, Hint, decide, may_ask_for_action
from stk_graph.duplicates.sameness import PlaceSign
from stk_graph.model.enums import PairLabel
from stk_graph.times.age_sets import AgeOverlap
from stk_graph.times.overlap import Feature

ALIKE = Features(
    kind=1.0,
    age=AgeOverlap(value=1.0, gap=0.0),
    gender=1,
    area=1.0,
    access=AccessFit.ALIKE,
    same_actor=False,
    time=Feature(value=1.0),
)
"""Two offers of two institutions that agree in everything."""


def age(value: float | None, gap: float | None = 0.0) -> AgeOverlap:
    return AgeOverlap(value=value, gap=gap)


def time(value: float | None) -> Feature:
    return Feature(value=value)


def decided(**changed: object) -> Decision:
    return decide(msgspec.structs.replace(ALIKE, **changed))


def test_two_institutions_that_agree_in_everything_overlap() -> None:
    assert decided() == Decision(PairLabel.OVERLAP, 8)


@pytest.mark.parametrize("hours", [0.8, 1.0, None])
@pytest.mark.parametrize("area", [0.5, 1.0])
def test_one_institution_at_the_same_hours_or_at_unknown_ones_entered_it_twice(
    hours: float | None, area: float
) -> None:
    found = decided(same_actor=True, age=age(0.8), time=time(hours), area=area)
    assert found == Decision(PairLabel.DUPLICATE_RECORD, 1)


@pytest.mark.parametrize(
    "changed",
    [
        {"age": age(0.79)},
        {"age": age(None, None)},
        {"time": time(0.79)},
        {"area": 0.0},
        {"area": None},
        {"kind": 0.6},
        {"kind": None},
        {"gender": 0},
    ],
)
def test_one_institution_may_have_several_offers(changed: dict[str, object]) -> None:
    assert decided(same_actor=True, **changed).step > 1


@pytest.mark.parametrize("years", [0.5, 1.0, None])
def test_at_one_place_and_hour_one_thing_happens_whoever_typed_it(years: float | None) -> None:
    found = decided(place=PlaceSign.ROOM, age=age(years), area=None)
    assert found == Decision(PairLabel.DUPLICATE_RECORD, 1)


@pytest.mark.parametrize("changed", [{"age": age(0.49)}, {"kind": 0.6}, {"gender": 0}])
def test_several_offers_share_a_house(changed: dict[str, object]) -> None:
    assert decided(place=PlaceSign.ADDRESS, **changed).step > 1


@pytest.mark.parametrize("changed", [{"area": 0.0}, {"kind": 0.0}])
def test_another_area_or_another_kind_is_another_offer(changed: dict[str, object]) -> None:
    assert decided(**changed)[:2] == (PairLabel.DISTINCT, 2)


def test_other_kinds_for_the_same_people_at_the_same_time_get_a_hint() -> None:
    assert decided(kind=0.0).hints == (Hint.SAME_PEOPLE_SAME_TIME,)
    assert decided(kind=0.0, time=time(0.49)).hints == ()
    assert decided(kind=0.0, age=age(0.49)).hints == ()
    assert decided(kind=0.0, area=0.0).hints == ()


def test_a_certain_no_beats_an_unknown() -> None:
    assert decided(area=0.0, kind=None).label is PairLabel.DISTINCT
    assert decided(kind=0.0, age=age(None, None)).label is PairLabel.DISTINCT
    assert decided(age=age(0.0, 1.5), kind=None).label is PairLabel.DISTINCT


def test_ages_more_than_a_year_apart_are_distinct() -> None:
    assert decided(age=age(0.0, 1.5)) == Decision(PairLabel.DISTINCT, 3)
    assert decided(age=age(0.0, 1.0)).step == 5


@pytest.mark.parametrize("changed", [{"kind": None}, {"area": None}, {"age": age(None, None)}])
def test_a_missing_field_makes_it_unclear(changed: dict[str, object]) -> None:
    assert decided(**changed) == Decision(PairLabel.UNCLEAR, 4)


@pytest.mark.parametrize(
    ("changed", "hint"),
    [
        ({"gender": 0}, Hint.OTHER_GENDER),
        ({"kind": 0.6}, Hint.FOLLOWS_IN_TOPIC),
        ({"age": age(0.49)}, Hint.FOLLOWS_IN_AGE),
    ],
)
def test_other_people_or_a_related_kind_complement_each_other(
    changed: dict[str, object], hint: Hint
) -> None:
    assert decided(**changed) == Decision(PairLabel.COMPLEMENT, 5, (hint, Hint.SAME_DATE))
    assert decided(**changed, time=time(0.24)).hints == (hint,)
    assert decided(**changed, time=time(None)).hints == (hint,)


def test_another_access_complements() -> None:
    found = decided(access=AccessFit.DIFFERENT)
    assert found == Decision(PairLabel.COMPLEMENT, 6, (Hint.OTHER_ACCESS,))


def test_an_unknown_access_beside_a_closed_one_is_unclear() -> None:
    assert decided(access=AccessFit.UNKNOWN) == Decision(PairLabel.UNCLEAR, 6)


def test_unknown_times_are_unclear() -> None:
    assert decided(time=time(None)) == Decision(PairLabel.UNCLEAR, 7)


def test_a_quarter_of_the_time_in_common_is_an_overlap() -> None:
    assert decided(time=time(0.25)) == Decision(PairLabel.OVERLAP, 8)


def test_at_other_times_offers_complement_each_other() -> None:
    assert decided(time=time(0.24)) == Decision(PairLabel.COMPLEMENT, 9, (Hint.OTHER_TIMES,))


def test_times_that_touch_may_become_a_chain() -> None:
    found = decided(time=time(0.0), touching=True)
    assert found.hints == (Hint.OTHER_TIMES, Hint.CHAIN)
    assert decided(area=0.0, time=time(0.0), touching=True).hints == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": None},
        {"area": None},
        {"age": age(None, None)},
        {"time": time(None)},
        {"access": AccessFit.UNKNOWN},
    ],
)
def test_what_is_missing_is_asked_if_an_answer_matters(changed: dict[str, object]) -> None:
    assert may_ask_for_action(msgspec.structs.replace(ALIKE, **changed))


@pytest.mark.parametrize(
    "certain",
    [{"time": time(0.1)}, {"gender": 0}, {"access": AccessFit.DIFFERENT}, {"area": 0.0}],
)
def test_what_is_missing_is_not_asked_if_no_answer_matters(certain: dict[str, object]) -> None:
    assert not may_ask_for_action(msgspec.structs.replace(ALIKE, kind=None, **certain))
