"""HSDS schedules to slots and back."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.model.enums import DayPart, Rhythm, Term, Weekday
from stk_graph.model.times import Period, TimeSlot
from stk_graph.times.schedule_reading import slots_from_schedule
from stk_graph.times.schedule_writing import schedules_from_slots
from stk_graph.times.slot_words import slot_words
from stk_graph.times.slots import parse_times


@pytest.mark.parametrize(
    ("row", "words", "problems"),
    [
        ({"weekday": "Monday", "opens_at": "9:30", "closes_at": "5:00 PM"}, "Mo 9:30–17 Uhr", ()),
        ({"weekday": "1", "opens_at": "09:00:00", "closes_at": "17:00:00"}, "Mo 9–17 Uhr", ()),
        ({"weekday": "MO", "opens_at": "09:00", "closes_at": ""}, "Mo ab 9 Uhr", ()),
        (
            {"freq": "WEEKLY", "byday": "TH,FR", "opens_at": "10:00:00", "closes_at": "18:00:00"},
            "Do, Fr 10–18 Uhr",
            (),
        ),
        (
            {"freq": "WEEKLY", "interval": 2, "byday": "WE", "opens_at": "10:00"},
            "14-täglich Mi ab 10 Uhr",
            ("no-anchor",),
        ),
        (
            {"freq": "MONTHLY", "byday": "1WE,3WE", "opens_at": "10:00", "closes_at": "12:00"},
            "1. und 3. Mi im Monat 10–12 Uhr",
            (),
        ),
        ({"freq": "MONTHLY", "byday": "-1FR"}, "letzter Fr im Monat", ()),
        ({"freq": "DAILY", "opens_at": "09:00", "closes_at": "16:00"}, "Mo–So 9–16 Uhr", ()),
        ({"freq": "YEARLY", "byday": "MO"}, "Mo (unregelmäßig)", ("other-rhythm",)),
        (
            {"freq": "WEEKLY", "interval": "3", "byday": "MO"},
            "Mo (unregelmäßig)",
            ("other-rhythm",),
        ),
        ({"freq": "MONTHLY", "byday": "5MO"}, "Mo (unregelmäßig)", ("other-rhythm",)),
        ({"freq": "WEEKLY", "byday": "XX,MO"}, "Mo", ("unknown-weekday",)),
        (
            {"byday": "MO", "opens_at": "20:00", "closes_at": "02:00"},
            "Mo 20–24 Uhr; Di 0–2 Uhr",
            (),
        ),
        ({"byday": "MO", "opens_at": "20:00", "closes_at": "00:00"}, "Mo 20–24 Uhr", ()),
        ({"byday": "MO", "opens_at": "17:00", "closes_at": "09:30"}, "Mo", ("time-reversed",)),
        ({"byday": "MO", "opens_at": "soon"}, "Mo", ("bad-time",)),
        ({"description": "Mo 10-12 Uhr"}, "Mo 10–12 Uhr", ()),
        ({"description": "by appointment"}, "nach Vereinbarung", ()),
        ({}, "", ()),
    ],
)
def test_a_row_of_any_generation_becomes_slots(
    row: dict[str, Any], words: str, problems: tuple[str, ...]
) -> None:
    reading = slots_from_schedule(row)
    assert (slot_words(reading.slots), reading.problems) == (words, problems)


def test_a_remark_adds_what_the_columns_cannot_say() -> None:
    row = {"byday": "MO", "opens_at": "10:00", "description": "not available on public holidays"}
    (slot,) = slots_from_schedule(row).slots
    assert not slot.on_public_holidays


def test_a_fortnightly_start_is_the_anchor_and_no_period() -> None:
    row = {"freq": "WEEKLY", "interval": "2", "byday": "MO,WE", "dtstart": "2027-01-13"}
    reading = slots_from_schedule(row)
    assert [slot.anchor for slot in reading.slots] == [date(2027, 1, 11), date(2027, 1, 13)]
    assert reading.period is None


def test_weeks_may_begin_on_sunday() -> None:
    row = {"freq": "WEEKLY", "interval": "2", "byday": "SU", "dtstart": "2027-01-13", "wkst": "SU"}
    (slot,) = slots_from_schedule(row).slots
    assert slot.anchor == date(2027, 1, 10)


def test_dates_limit_the_slots_to_a_period() -> None:
    row = {"freq": "WEEKLY", "byday": "MO", "dtstart": "2027-06-28", "until": "2027-08-06"}
    expected = Period(start=date(2027, 6, 28), end=date(2027, 8, 6))
    assert slots_from_schedule(row).period == expected
    counted = {"freq": "DAILY", "dtstart": "2027-06-28", "count": "5"}
    assert slots_from_schedule(counted).period == Period(
        start=date(2027, 6, 28), end=date(2027, 7, 2)
    )


def test_a_single_date_is_one_day_on_its_weekday() -> None:
    reading = slots_from_schedule({"dtstart": "2027-06-28", "opens_at": "09:00"})
    assert reading.slots == (TimeSlot(weekday=Weekday.MO, start=540),)
    assert reading.period == Period(start=date(2027, 6, 28), end=date(2027, 6, 28))


def test_a_closed_holiday_is_an_exception() -> None:
    row = {"start_date": "12/24/2015", "end_date": "12/26/15", "closed": "true"}
    reading = slots_from_schedule(row)
    assert reading.closed
    assert reading.slots == ()
    assert reading.period == Period(start=date(2015, 12, 24), end=date(2015, 12, 26))
    assert reading.problems == ("guessed-century",)


def test_a_holiday_with_hours_is_a_slot_of_that_period() -> None:
    row = {"start_date": "12/24/2015", "end_date": "12/24/2015", "closed": "FALSE"}
    reading = slots_from_schedule(row | {"opens_at": "10:00", "closes_at": "3:00 PM"})
    assert reading.slots == (TimeSlot(weekday=Weekday.TH, start=600, end=900),)
    assert not reading.closed


def test_the_year_one_recurs_every_year() -> None:
    row = {"start_date": "January 01, 0001", "end_date": "January 01, 0001", "closed": "true"}
    assert slots_from_schedule(row).every_year


def test_equal_hours_share_one_list_of_days() -> None:
    slots = parse_times("Mo–Do 14–16 Uhr").slots
    assert schedules_from_slots(slots, text="Mo–Do 14–16 Uhr") == [
        {
            "freq": "WEEKLY",
            "byday": "MO,TU,WE,TH",
            "opens_at": "14:00",
            "closes_at": "16:00",
            "description": "Mo–Do 14–16 Uhr",
        }
    ]


def test_only_weekly_and_monthly_are_written() -> None:
    texts = ["14-täglich Mo 10-12", "täglich 8-9", "n. V.", "letzter Fr im Monat", "Mo 10-12"]
    written = [
        schedule
        for text in texts
        for schedule in schedules_from_slots(parse_times(text).slots, text=text)
    ]
    assert {schedule.get("freq", "WEEKLY") for schedule in written} == {"WEEKLY", "MONTHLY"}
    assert all("" not in schedule.values() for schedule in written)


def test_a_period_is_written_beside_its_slots() -> None:
    period = Period(start=date(2027, 6, 28), end=date(2027, 7, 9), closed_days=(date(2027, 7, 1),))
    (schedule,) = schedules_from_slots(parse_times("Mo 9-16").slots, period)
    assert (schedule["valid_from"], schedule["valid_to"]) == ("2027-06-28", "2027-07-09")
    assert slots_from_schedule(schedule).period == period


@st.composite
def slots(draw: st.DrawFn) -> TimeSlot:
    weekday = draw(st.sampled_from(Weekday))
    rhythm = draw(st.sampled_from([Rhythm.WEEKLY, Rhythm.BIWEEKLY, Rhythm.MONTHLY]))
    start = draw(st.one_of(st.none(), st.integers(0, 1438)))
    end = None if start is None else draw(st.one_of(st.none(), st.integers(start + 1, 1440)))
    week = date(2027, 1, 4) + timedelta(days=7 * draw(st.integers(0, 60)))
    anchored = rhythm is Rhythm.BIWEEKLY and draw(st.booleans())
    return TimeSlot(
        weekday=weekday,
        start=start,
        end=end,
        rhythm=rhythm,
        anchor=week + timedelta(days=int(weekday)) if anchored else None,
        nth=draw(st.sampled_from([None, 1, 2, 3, 4, -1])) if rhythm is Rhythm.MONTHLY else None,
        term=draw(st.sampled_from(Term)),
        day_part=draw(st.sampled_from([None, *DayPart])) if start is None else None,
        on_public_holidays=draw(st.booleans()),
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(slots(), max_size=4))
def test_written_slots_read_back_as_themselves(listed: list[TimeSlot]) -> None:
    written = schedules_from_slots(listed)
    read = [slot for schedule in written for slot in slots_from_schedule(schedule).slots]
    assert set(read) == set(listed)


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            [
                *["freq", "interval", "byday", "weekday", "opens_at", "closes_at", "dtstart"],
                *["until", "count", "valid_from", "valid_to", "wkst", "description"],
                *["start_date", "closed"],
            ]
        ),
        st.one_of(
            st.text(max_size=12),
            st.sampled_from(
                ["WEEKLY", "MONTHLY", "MO,TU", "1WE", "2027-06-28", "09:00", "2", "true"]
            ),
            st.integers(-5, 3000),
            st.none(),
        ),
    )
)
def test_any_row_is_read(row: dict[str, Any]) -> None:
    reading = slots_from_schedule(row, month_first=True)
    assert isinstance(reading.slots, tuple)
