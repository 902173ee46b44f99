"""The features T and D: how far two offers take place at the same time."""

import json
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.model.enums import Rhythm, Term, Weekday
from stk_graph.model.times import HolidayPeriod, Period, TimeSlot
from stk_graph.times.overlap import (
    CHECK_RHYTHM,
    HOLIDAY_DATES_MISSING,
    HOURS_UNKNOWN,
    MORE_BY_ARRANGEMENT,
    NO_TIMES,
    ONLY_BY_ARRANGEMENT,
    TERM_UNKNOWN,
    Timetable,
    date_overlap,
    time_overlap,
)
from stk_graph.times.slots import parse_times

PAIRS = Path(__file__).parents[2] / "data" / "duplicates" / "offer_pairs.json"
SUMMER = HolidayPeriod(
    key="he_2027_sommer",
    state="HE",
    label="Sommerferien 2027",
    start=date(2027, 6, 28),
    end=date(2027, 8, 6),
)
EASTER = HolidayPeriod(
    key="he_2027_ostern",
    state="HE",
    label="Osterferien 2027",
    start=date(2027, 3, 22),
    end=date(2027, 4, 2),
)
AUTUMN = HolidayPeriod(
    key="he_2027_herbst",
    state="HE",
    label="Herbstferien 2027",
    start=date(2027, 10, 4),
    end=date(2027, 10, 16),
)
CALENDAR = (EASTER, SUMMER, AUTUMN)


def weekly(text: str, period: Period | None = None) -> Timetable:
    return Timetable(slots=parse_times(text).slots, period=period)


def days(start: str, end: str, **more: Any) -> Period:
    return Period(start=date.fromisoformat(start), end=date.fromisoformat(end), **more)


@pytest.mark.parametrize(
    ("one", "two", "value"),
    [
        ("Mo-Do 14-16", "Mo-Do 14-15:30", 1.0),
        ("Mo-Do 14-16", "Di, Do 15-18", 1 / 3),
        ("Mo 14-16", "Di 14-16", 0.0),
        ("Mo-Fr 13-17", "Mo-Fr 17-19", 0.0),
        ("Mo 10-12", "14-täglich Mo 10-12", 1.0),
        ("Mo 10-12, Di 10-12", "14-täglich Mo 10-12, Di 14-16", 1 / 3),
        ("1. Mo im Monat 10-12", "1. und 3. Mo im Monat 10-12", 1.0),
        ("1. Mo im Monat 10-12", "2. Mo im Monat 10-12", 0.0),
        ("Mo 10-12 nur Schulzeit", "Mo 10-12 nur in den Ferien", 0.0),
        ("Mo 10-12, Mo 11-13", "Mo 10-13", 1.0),
    ],
)
def test_without_periods_a_week_is_compared(one: str, two: str, value: float) -> None:
    assert time_overlap(weekly(one), weekly(two)).value == pytest.approx(value)


def test_unknown_rhythms_give_an_upper_bound_and_say_so() -> None:
    result = time_overlap(weekly("14-täglich Mo 10-12"), weekly("einmal im Monat Mo 10-12"))
    assert result.value == 1.0
    assert result.reasons == (CHECK_RHYTHM,)


def test_anchors_tell_fortnightly_slots_apart() -> None:
    def fortnightly(anchor: date) -> Timetable:
        slot = TimeSlot(
            weekday=Weekday.MO, start=600, end=720, rhythm=Rhythm.BIWEEKLY, anchor=anchor
        )
        return Timetable(slots=(slot,))

    first = fortnightly(date(2027, 1, 11))
    assert time_overlap(first, fortnightly(date(2027, 1, 25))).value == 1.0
    assert time_overlap(first, fortnightly(date(2027, 1, 18))).value == 0.0
    assert time_overlap(first, fortnightly(date(2027, 1, 18))).reasons == ()


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("", "Mo 10-12", NO_TIMES),
        ("n. V.", "Mo 10-12", ONLY_BY_ARRANGEMENT),
        ("Mo ab 14 Uhr", "Mo 15-16", HOURS_UNKNOWN),
        ("Mo vormittags", "Mo 9-11", HOURS_UNKNOWN),
        ("10-12 Uhr", "Mo 10-12", HOURS_UNKNOWN),
    ],
)
def test_what_is_not_known_stays_unknown(one: str, two: str, reason: str) -> None:
    result = time_overlap(weekly(one), weekly(two))
    assert result.value is None
    assert reason in result.reasons


def test_unknown_hours_on_another_day_cannot_meet() -> None:
    assert time_overlap(weekly("Mo ab 14 Uhr"), weekly("Di 15-16")).value == 0.0
    assert time_overlap(weekly("Mo ab 14 Uhr"), weekly("Mo 9-11")).value == 0.0


def test_more_dates_by_arrangement_are_named() -> None:
    result = time_overlap(weekly("Mo 10-12 und n. V."), weekly("Mo 10-12"))
    assert result.value == 1.0
    assert result.reasons == (MORE_BY_ARRANGEMENT,)


def test_holiday_offers_are_compared_on_real_dates() -> None:
    two_weeks = weekly("Mo-Fr 9-16", days("2027-06-28", "2027-07-09"))
    one_week = weekly("Mo-Fr 9:30-15:30", days("2027-07-05", "2027-07-09"))
    later = weekly("Mo-Fr 9-16", days("2027-07-12", "2027-07-16"))
    assert time_overlap(two_weeks, one_week).value == 1.0
    assert time_overlap(two_weeks, later).value == 0.0


def test_school_time_never_meets_a_holiday_programme() -> None:
    programme = weekly("Mo-Fr 9-16", days("2027-06-28", "2027-07-09"))
    school = weekly("Mo-Fr 14-16, nur Schulzeit")
    assert time_overlap(programme, school, holidays=CALENDAR).value == 0.0


def test_a_slot_of_all_the_year_meets_a_holiday_programme() -> None:
    programme = weekly("Mo-Fr 9-16", days("2027-06-28", "2027-07-09"))
    always = weekly("Mo-Fr 14-16, ganzjährig")
    assert time_overlap(programme, always, holidays=CALENDAR).value == 1.0


def test_a_slot_without_term_is_unknown_in_the_holidays_only() -> None:
    unknown = weekly("Mo-Fr 14-16")
    holidays = weekly("Mo-Fr 9-16", days("2027-06-28", "2027-07-09"))
    school = weekly("Mo-Fr 9-16", days("2027-05-03", "2027-05-14"))
    in_holidays = time_overlap(holidays, unknown, holidays=CALENDAR)
    assert in_holidays.value is None
    assert TERM_UNKNOWN in in_holidays.reasons
    assert time_overlap(school, unknown, holidays=CALENDAR).value == 1.0


def test_without_a_calendar_the_term_stays_unknown() -> None:
    school = weekly("Mo-Fr 14-16, nur Schulzeit")
    programme = weekly("Mo-Fr 9-16", days("2027-06-28", "2027-07-09"))
    result = time_overlap(programme, school)
    assert result.value is None
    assert HOLIDAY_DATES_MISSING in result.reasons


def test_a_term_that_cannot_matter_is_no_obstacle() -> None:
    programme = weekly("Mo-Fr 9-16", days("2027-06-28", "2027-07-09"))
    assert time_overlap(programme, weekly("Mo-Fr 18-20"), holidays=CALENDAR).value == 0.0


def test_a_period_named_by_its_holiday_takes_the_dates_of_the_calendar() -> None:
    named = weekly("Mo-Fr 9-16", Period(holiday_key="he_2027_sommer"))
    dated = weekly("Mo-Fr 9-16", days("2027-07-05", "2027-07-09"))
    assert time_overlap(named, dated, holidays=CALENDAR).value == 1.0
    assert time_overlap(named, dated).value is None
    assert date_overlap(named.period, dated.period, holidays=CALENDAR).value == 1.0
    assert date_overlap(named.period, dated.period).value is None


def test_closed_days_do_not_count() -> None:
    open_days = days("2027-07-05", "2027-07-09", closed_days=(date(2027, 7, 5), date(2027, 7, 6)))
    one = weekly("Mo-Fr 9-16", open_days)
    two = weekly("Mo, Di 9-16", days("2027-07-05", "2027-07-09"))
    assert time_overlap(one, two).value == 0.0


def test_a_period_without_end_is_compared_by_the_week() -> None:
    course = weekly("Mo 10-12", Period(start=date(2026, 9, 1)))
    assert time_overlap(course, weekly("Mo 11-13")).value == 0.5


def test_a_course_that_ended_before_another_began_never_meets_it() -> None:
    ended = weekly("Mo 10-12", Period(end=date(2026, 8, 31)))
    begun = weekly("Mo 10-12", Period(start=date(2026, 9, 1)))
    assert time_overlap(ended, begun).value == 0.0


def test_public_holidays_are_left_out_where_a_slot_says_so() -> None:
    one = weekly("Mo 10-12, nicht an Feiertagen", days("2027-05-03", "2027-05-31"))
    two = weekly("Mo 10-12, ganzjährig", days("2027-05-17", "2027-05-17"))
    whit_monday = frozenset({date(2027, 5, 17)})
    assert time_overlap(one, two, holidays=CALENDAR).value == 1.0
    assert time_overlap(one, two, holidays=CALENDAR, public=whit_monday).value == 0.0


def test_common_days_are_measured_by_the_shorter_period() -> None:
    two_weeks, overlap = days("2027-06-28", "2027-07-09"), days("2027-07-05", "2027-07-14")
    assert date_overlap(two_weeks, overlap).value == 0.5
    assert date_overlap(two_weeks, None).value is None
    assert date_overlap(two_weeks, days("2027-08-01", "2027-08-02")).value == 0.0


def _labelled(offer: dict[str, Any]) -> Timetable:
    def minutes(text: str) -> int:
        hours, rest = text.split(":")
        return int(hours) * 60 + int(rest)

    slots = tuple(
        TimeSlot(
            weekday=Weekday[day.upper()],
            start=minutes(slot["start"]),
            end=minutes(slot["end"]),
            rhythm=Rhythm(slot["rhythm"]),
        )
        for slot in offer["slots"] or []
        for day in slot.get("weekdays") or []
    )
    period = offer["period"]
    return Timetable(slots=slots, period=days(period["start"], period["end"]) if period else None)


@pytest.mark.parametrize("pair", json.loads(PAIRS.read_text("utf-8")), ids=lambda pair: pair["id"])
def test_labelled_pairs_have_the_written_overlap(pair: dict[str, Any]) -> None:
    one, two = _labelled(pair["a"]), _labelled(pair["b"])
    expected = pair["features"]["T"]
    for left, right in ((one, two), (two, one)):
        value = time_overlap(left, right).value
        assert value == (None if expected is None else pytest.approx(expected, abs=1e-4))


QUARTERS = st.integers(32, 44)


@st.composite
def slots(draw: st.DrawFn) -> TimeSlot:
    start = draw(QUARTERS)
    rhythm = draw(st.sampled_from([Rhythm.WEEKLY, Rhythm.BIWEEKLY, Rhythm.MONTHLY]))
    weekday = draw(st.sampled_from([Weekday.MO, Weekday.TU]))
    anchor = date(2027, 1, 4) + timedelta(days=7 * draw(st.integers(0, 1)) + weekday)
    return TimeSlot(
        weekday=weekday,
        start=start * 15,
        end=(start + draw(st.integers(1, 8))) * 15,
        rhythm=rhythm,
        anchor=anchor if rhythm is Rhythm.BIWEEKLY else None,
        nth=draw(st.sampled_from([1, 2, 3, 4, -1])) if rhythm is Rhythm.MONTHLY else None,
        term=draw(st.sampled_from([Term.SCHOOL_TIME, Term.ALL_YEAR, Term.HOLIDAYS])),
    )


@st.composite
def tables(draw: st.DrawFn, *, dated: bool) -> Timetable:
    listed = tuple(draw(st.lists(slots(), min_size=1, max_size=2)))
    period = None
    if dated:
        start = date(2027, 6, 14) + timedelta(days=draw(st.integers(0, 25)))
        period = Period(start=start, end=start + timedelta(days=draw(st.integers(0, 30))))
    return Timetable(slots=listed, period=period)


def takes_place(slot: TimeSlot, day: date) -> bool:
    """Day by day, straight from the rules of domain 7.2."""
    in_holidays = any(period.start <= day <= period.end for period in CALENDAR)
    if slot.term is Term.SCHOOL_TIME and in_holidays:
        return False
    if slot.term is Term.HOLIDAYS and not in_holidays:
        return False
    if day.weekday() != slot.weekday:
        return False
    if slot.rhythm is Rhythm.BIWEEKLY and slot.anchor is not None:
        return (day - slot.anchor).days % 14 == 0
    if slot.rhythm is Rhythm.MONTHLY:
        if slot.nth == -1:
            return (day + timedelta(days=7)).month != day.month
        return (day.day + 6) // 7 == slot.nth
    return True


def quarters(table: Timetable, first: date, last: date) -> dict[tuple[date, int, int], int]:
    """How often each quarter of an hour of each day is held, by a slot of each merged kind."""
    held: dict[tuple[date, int, int], int] = {}
    for step in range((last - first).days + 1):
        day = first + timedelta(days=step)
        for slot in table.slots:
            if takes_place(slot, day):
                parity = slot.anchor.toordinal() // 7 % 2 if slot.anchor else None
                kind = hash((slot.rhythm, parity, slot.nth, slot.term))
                for quarter in range((slot.start or 0) // 15, (slot.end or 0) // 15):
                    held[(day, quarter, kind)] = 1
    return held


@settings(max_examples=150, deadline=None)
@given(tables(dated=True), tables(dated=True))
def test_dated_overlap_agrees_with_counting_quarters_of_an_hour(
    one: Timetable, two: Timetable
) -> None:
    assert one.period is not None
    assert two.period is not None
    spans = [(t.period.start, t.period.end) for t in (one, two) if t.period]
    held = [
        quarters(table, start, end)
        for table, (start, end) in zip((one, two), spans, strict=True)
        if start and end
    ]
    totals = [len(each) for each in held]
    common = sum(
        1
        for (day, quarter, _kind), (other_day, other_quarter, _other) in product(*held)
        if (day, quarter) == (other_day, other_quarter)
    )
    expected = min(1.0, common / min(totals)) if min(totals) else 0.0
    assert time_overlap(one, two, holidays=CALENDAR).value == pytest.approx(expected)


@settings(max_examples=200, deadline=None)
@given(st.booleans(), st.booleans(), st.data())
def test_overlap_is_symmetric_and_between_nought_and_one(
    first_dated: bool, second_dated: bool, data: st.DataObject
) -> None:
    one = data.draw(tables(dated=first_dated))
    two = data.draw(tables(dated=second_dated))
    result = time_overlap(one, two, holidays=CALENDAR)
    mirrored = time_overlap(two, one, holidays=CALENDAR)
    assert result.value == pytest.approx(mirrored.value)
    assert set(result.reasons) == set(mirrored.reasons)
    assert result.value is not None
    assert 0 <= result.value <= 1


@settings(max_examples=100, deadline=None)
@given(tables(dated=False))
def test_an_offer_meets_itself_entirely(table: Timetable) -> None:
    terms = {slot.term for slot in table.slots}
    if len(terms) == 1:
        assert time_overlap(table, table).value == 1.0
