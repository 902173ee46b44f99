"""Features of a pair: symmetric, from 0 to 1, and unknown where something is missing."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.duplicates import verdict
from stk_graph.duplicates.features import AccessFit, Features, features
from stk_graph.model import Offer, Period
from stk_graph.model.enums import Access, Gender, Rhythm, Term, Weekday, YesNo
from tests.unit.graph.duplicate_records import (
    CITY,
    EAST,
    HARBOUR,
    NORTH,
    ONE,
    SOUTH,
    TWO,
    WEST,
    context,
    homework,
    slot,
)
from tests.unit.graph.network_records import actor, uid

CONTEXT = context()


def seen(first: Mapping[str, object], second: Mapping[str, object]) -> Features:
    return features(homework(ONE, **first), homework(TWO, **second), CONTEXT)


def test_kinds_of_one_topic_are_related() -> None:
    assert seen({}, {"offer_kind": "nachhilfe"}).kind == 0.6


def test_kinds_of_two_topics_have_nothing_in_common() -> None:
    assert seen({}, {"offer_kind": "schuldnerberatung"}).kind == 0


def test_a_missing_kind_is_unknown_and_not_another() -> None:
    assert seen({}, {"offer_kind": None}).kind is None
    assert seen({"offer_kind": None}, {"offer_kind": None}).kind is None


@pytest.mark.parametrize(
    ("overnight", "other", "value"),
    [
        (YesNo.NO, "ferienspiele", 1),
        (YesNo.YES, "ferienspiele", 0.6),
        (YesNo.YES, "ferienfreizeit", 1),
        (YesNo.UNKNOWN, "ferienspiele", None),
        (YesNo.UNKNOWN, "ferienfreizeit", None),
        (YesNo.UNKNOWN, "feriencamp", None),
        (YesNo.UNKNOWN, "ferienbetreuung", 0.6),
        (YesNo.UNKNOWN, "nachhilfe", 0),
    ],
)
def test_a_camp_is_what_its_nights_make_it(
    overnight: YesNo, other: str, value: float | None
) -> None:
    camp = {"offer_kind": "feriencamp", "overnight": overnight}
    assert seen(camp, {"offer_kind": other}).kind == value


def test_ages_come_from_the_target_groups_if_none_is_stated() -> None:
    of_group = {
        "age_min": None,
        "age_max": None,
        "target_groups": ("grundschulkinder",),
    }
    found = seen({}, of_group).age
    assert found.value == 1
    assert "aus Zielgruppe" in found.reasons


def test_offers_for_one_group_without_ages_are_for_the_same_people() -> None:
    parents = {"age_min": None, "age_max": None, "target_groups": ("eltern",)}
    families = {**parents, "target_groups": ("familien",)}
    migrants = {**parents, "target_groups": ("zugewanderte",)}
    assert seen(parents, families).age.value == 1
    assert seen(parents, migrants).age.value is None
    assert seen(parents, {}).age.value is None


def test_only_girls_against_boys_exclude_each_other() -> None:
    values = {
        (one, two): seen({"gender": one}, {"gender": two}).gender
        for one in Gender
        for two in Gender
    }
    apart = {pair for pair, value in values.items() if not value}
    assert apart == {(Gender.FEMALE, Gender.MALE), (Gender.MALE, Gender.FEMALE)}


@pytest.mark.parametrize(
    ("one", "two", "value"),
    [
        (NORTH, NORTH, 1),
        (NORTH, WEST, 1),
        (NORTH, SOUTH, 0.5),
        (NORTH, CITY, 0.5),
        (EAST, HARBOUR, 0.5),
        (NORTH, EAST, 0),
        (WEST, EAST, 0),
    ],
)
def test_areas_are_one_near_or_apart(one: str, two: str, value: float) -> None:
    assert seen({"area": one}, {"area": two}).area == value


def test_an_offer_without_area_lies_where_its_institution_lies() -> None:
    assert seen({"area": None}, {"area": SOUTH}).area == 0.5
    nowhere = context(actors=(actor(uid(150), "Ohne Ort"),))
    lost = homework(TWO, area=None, lead=uid(150))
    assert features(homework(ONE), lost, nowhere).area is None


def test_an_area_that_is_not_recorded_is_unknown() -> None:
    assert seen({"area": uid(999)}, {}).area is None


@pytest.mark.parametrize(
    ("one", "two", "fit"),
    [
        (Access.OPEN, Access.REGISTRATION, AccessFit.ALIKE),
        (Access.MEMBERS, Access.REFERRAL, AccessFit.ALIKE),
        (Access.UNKNOWN, Access.UNKNOWN, AccessFit.ALIKE),
        (Access.OPEN, Access.UNKNOWN, AccessFit.ALIKE),
        (Access.OPEN, Access.MEMBERS, AccessFit.DIFFERENT),
        (Access.UNKNOWN, Access.REFERRAL, AccessFit.UNKNOWN),
    ],
)
def test_one_closed_access_is_another_access(one: Access, two: Access, fit: AccessFit) -> None:
    assert seen({"access": one}, {"access": two}).access is fit


def test_times_touch_when_one_begins_as_the_other_ends() -> None:
    later = {"slots": (slot(start=16, end=18),)}
    assert seen({}, later).touching
    assert seen(later, {}).touching
    assert not seen({}, {"slots": (slot(start=17, end=18),)}).touching
    assert not seen({}, {"slots": (slot(Weekday.TU, 16, 18),)}).touching
    assert not seen({}, {}).touching


def test_times_of_school_and_holidays_never_touch() -> None:
    school = {"slots": (slot(term=Term.SCHOOL_TIME),)}
    holidays = {"slots": (slot(start=16, end=18, term=Term.HOLIDAYS),)}
    assert not seen(school, holidays).touching


def test_days_are_compared_only_between_two_periods() -> None:
    first = {"period": Period(start=date(2027, 6, 28), end=date(2027, 7, 9))}
    second = {"period": Period(start=date(2027, 7, 5), end=date(2027, 7, 9))}
    assert seen(first, second).dates.value == 1
    assert seen(first, {}).dates.value is None


ages = st.none() | st.integers(0, 36).map(lambda half_years: half_years / 2)


@st.composite
def offers(draw: st.DrawFn, identity: str) -> Offer:
    low, high = sorted((draw(ages), draw(ages)), key=lambda age: -1.0 if age is None else age)
    days = st.builds(
        slot,
        day=st.sampled_from(Weekday),
        start=st.integers(8, 12),
        end=st.integers(13, 18),
        rhythm=st.sampled_from(Rhythm),
        term=st.sampled_from(Term),
    )
    starts = st.dates(date(2026, 12, 1), date(2027, 8, 1))
    periods = st.builds(lambda start: Period(start=start, end=date(2027, 8, 20)), starts)
    kinds = ("hausaufgabenbetreuung", "nachhilfe", "feriencamp", "ferienspiele", "elterncafe")
    return homework(
        identity,
        offer_kind=draw(st.none() | st.sampled_from(kinds)),
        overnight=draw(st.sampled_from(YesNo)),
        age_min=low,
        age_max=high,
        target_groups=draw(
            st.lists(st.sampled_from(("kinder", "jugendliche", "eltern")), max_size=2).map(tuple)
        ),
        gender=draw(st.sampled_from(Gender)),
        slots=draw(st.lists(days, max_size=3).map(tuple)),
        period=draw(st.none() | periods),
        area=draw(st.none() | st.sampled_from((CITY, WEST, NORTH, SOUTH, EAST))),
        access=draw(st.sampled_from(Access)),
    )


@settings(max_examples=60, deadline=None)
@given(offers(ONE), offers(TWO))
def test_the_order_of_two_offers_never_matters(one: Offer, two: Offer) -> None:
    there, back = features(one, two, CONTEXT), features(two, one, CONTEXT)
    assert there == back
    assert verdict(one, two, CONTEXT) == verdict(two, one, CONTEXT)
    for value in (there.kind, there.age.value, there.time.value, there.dates.value, there.area):
        assert value is None or 0 <= value <= 1
