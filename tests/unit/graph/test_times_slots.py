"""Weekly times as institutions type them."""

import csv
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.model.enums import DayPart, Rhythm, Term, Weekday
from stk_graph.model.times import HolidayPeriod, TimeSlot
from stk_graph.times.holidays import calendar
from stk_graph.times.slot_periods import joined_period
from stk_graph.times.slot_words import days_words, slot_words
from stk_graph.times.slots import parse_day_cell, parse_times

TABLE = Path(__file__).parents[2] / "data" / "times" / "times.tsv"
TODAY = date(2026, 11, 24)
PIECES = [
    *["Mo", "Di-Fr", "mittwochs", "14-16", "9:30", "Uhr", "bis", "ab", "1.", "und", "letzter", ","],
    *["im Monat", "14-tägig", "n. V.", "außer Ferien", "28.6.", "2027", "KW 27", ";", "\n", "("],
    *[
        ")",
        "Sommerferien",
        "Woche",
        "jeden",
        "-",
        "–",
        "geschlossen",
        "a.m.",
        "p.m.",
        "0,5",
        "täglich",
    ],
]


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def hesse() -> tuple[HolidayPeriod, ...]:
    return calendar("HE", [2026, 2027])


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_a_time_is_read_as_the_table_says(
    row: dict[str, str], hesse: tuple[HolidayPeriod, ...]
) -> None:
    reading = parse_times(row["text"], holidays=hesse, today=TODAY)
    periods = [f"{period.start or ''}/{period.end or ''}" for period in reading.periods]
    assert {
        "words": slot_words(reading.slots),
        "periods": " ".join(periods),
        "flags": " ".join(reading.flags),
        "problems": " ".join(reading.problems),
        "leftover": reading.leftover,
    } == {name: row[name] for name in ("words", "periods", "flags", "problems", "leftover")}
    assert reading.text == row["text"]


def test_a_row_of_weekdays_becomes_one_slot_each() -> None:
    reading = parse_times("Mo–Do 14–16 Uhr")
    days = [Weekday.MO, Weekday.TU, Weekday.WE, Weekday.TH]
    assert reading.slots == tuple(TimeSlot(weekday=d, start=840, end=960) for d in days)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Di 9:30–11:00", [TimeSlot(weekday=Weekday.TU, start=570, end=660)]),
        (
            "letzter Freitag im Monat",
            [TimeSlot(weekday=Weekday.FR, rhythm=Rhythm.MONTHLY, nth=-1)],
        ),
        ("14-tägig mittwochs", [TimeSlot(weekday=Weekday.WE, rhythm=Rhythm.BIWEEKLY)]),
        ("ab 15 Uhr", [TimeSlot(start=900)]),
        ("bis 18 Uhr", [TimeSlot(end=1080)]),
        ("18–24 Uhr", [TimeSlot(start=1080, end=1440)]),
        (
            "Fr 20–2 Uhr",
            [
                TimeSlot(weekday=Weekday.FR, start=1200, end=1440),
                TimeSlot(weekday=Weekday.SA, start=0, end=120),
            ],
        ),
        ("Di vormittags", [TimeSlot(weekday=Weekday.TU, day_part=DayPart.MORNING)]),
        ("n. V.", [TimeSlot(rhythm=Rhythm.IRREGULAR)]),
        (
            "Mo 14-16, nur Schulzeit",
            [TimeSlot(weekday=Weekday.MO, start=840, end=960, term=Term.SCHOOL_TIME)],
        ),
        (
            "Mo 14-16, nicht an Feiertagen",
            [TimeSlot(weekday=Weekday.MO, start=840, end=960, on_public_holidays=False)],
        ),
        ("9:00am", [TimeSlot(start=540)]),
        ("0,5833", [TimeSlot(start=840)]),
    ],
)
def test_a_slot_holds_what_is_written_and_no_more(text: str, slots: list[TimeSlot]) -> None:
    assert parse_times(text).slots == tuple(slots)


def test_a_slot_never_crosses_midnight() -> None:
    for slot in parse_times("Sa 22-6 Uhr").slots:
        assert slot.start is not None
        assert slot.end is not None
        assert slot.start < slot.end


def test_a_fortnightly_slot_takes_its_anchor_from_a_stated_date() -> None:
    reading = parse_times("14-täglich Mo 10-12, Start: 11.01.2027")
    assert [slot.anchor for slot in reading.slots] == [date(2027, 1, 11)]
    assert "no-anchor" not in reading.problems


def test_a_date_on_another_weekday_is_no_anchor() -> None:
    reading = parse_times("14-täglich Mo 10-12, Start: 12.01.2027")
    assert [slot.anchor for slot in reading.slots] == [None]
    assert "no-anchor" in reading.problems


def test_a_stated_range_of_few_days_gives_its_weekdays() -> None:
    reading = parse_times("28.–30.6.2027, 9–16 Uhr")
    assert [slot.weekday for slot in reading.slots] == [Weekday.MO, Weekday.TU, Weekday.WE]


def test_a_long_range_says_nothing_about_weekdays() -> None:
    reading = parse_times("28.06.–06.08.2027, 9–16 Uhr")
    assert [slot.weekday for slot in reading.slots] == [None]
    assert "no-weekday" in reading.problems


def test_weeks_that_lie_apart_become_one_period_with_closed_days(
    hesse: tuple[HolidayPeriod, ...],
) -> None:
    reading = parse_times("Sommerferien 2027 1.+3. Woche", holidays=hesse)
    period = joined_period(reading.periods)
    assert period is not None
    assert (period.start, period.end) == (date(2027, 6, 28), date(2027, 7, 16))
    assert period.closed_days == tuple(date(2027, 7, day) for day in range(5, 10))
    assert period.holiday_key == "he_2027_sommer"


def test_named_holidays_without_a_calendar_are_reported() -> None:
    reading = parse_times("Sommerferien 2027, Mo-Fr 9-16")
    assert reading.periods == ()
    assert "no-calendar" in reading.problems
    assert len(reading.slots) == 5


@pytest.mark.parametrize("cell", ["x", "ja", "✓"])
def test_a_cross_under_a_weekday_is_a_day_without_hours(cell: str) -> None:
    assert parse_day_cell(Weekday.TU, cell).slots == (TimeSlot(weekday=Weekday.TU),)


def test_hours_under_a_weekday_are_slots_of_that_day() -> None:
    reading = parse_day_cell(Weekday.MO, "9-12")
    assert reading.slots == (TimeSlot(weekday=Weekday.MO, start=540, end=720),)
    assert reading.problems == ()


def test_by_appointment_never_reads_as_closed() -> None:
    for text in ("n.V.", "nach Vereinbarung", "auf Anfrage", "nach Anmeldung"):
        reading = parse_times(text)
        assert "closed" not in reading.flags
        assert "by-appointment" in reading.flags


def test_three_days_in_a_row_are_printed_as_a_range() -> None:
    assert days_words([0, 1, 2, 3]) == "Mo–Do"
    assert days_words([0, 2]) == "Mo, Mi"
    assert days_words([5, 6]) == "Sa, So"


def test_ten_thousand_random_texts_are_read_and_kept() -> None:
    chance = random.Random(20261124)
    letters = "MoDiFr0123456789.:-–/+, ()UhrbiswWäö\n\t½№😀\x00"
    for _number in range(10_000):
        if chance.random() < 0.5:
            text = "".join(chance.choices(letters, k=chance.randrange(0, 30)))
        else:
            text = " ".join(chance.choices(PIECES, k=chance.randrange(0, 10)))
        assert parse_times(text).text == text


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_gives_a_reading(text: str) -> None:
    assert parse_times(text).text == text


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1.+",
        "1. und ",
        "Mo, ",
        "Mo-",
        "28.6.-",
        "in den ",
        "Sommerferien 1.+",
        " ",
        "(",
        "zwei",
    ],
)
def test_a_long_monotonous_text_is_read_to_its_end(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    assert parse_times(text).text == text


def times() -> st.SearchStrategy[tuple[int | None, int | None]]:
    quarter = st.integers(0, 95).map(lambda n: n * 15)
    both = st.tuples(quarter, st.integers(1, 96).map(lambda n: n * 15))
    ordered = both.filter(lambda pair: pair[0] < pair[1])
    return st.one_of(ordered, quarter.map(lambda n: (n, None)), st.just((None, None)))


@st.composite
def slots(draw: st.DrawFn) -> TimeSlot:
    start, end = draw(times())
    rhythm = draw(st.sampled_from([Rhythm.WEEKLY, Rhythm.BIWEEKLY, Rhythm.MONTHLY]))
    nth = draw(st.sampled_from([None, 1, 2, 3, 4, -1])) if rhythm is Rhythm.MONTHLY else None
    part = draw(st.sampled_from([None, *DayPart])) if (start, end) == (None, None) else None
    return TimeSlot(
        weekday=draw(st.sampled_from(Weekday)),
        start=start,
        end=end,
        rhythm=rhythm,
        nth=nth,
        term=draw(st.sampled_from(Term)),
        day_part=part,
    )


@settings(max_examples=300, deadline=None)
@given(slots())
def test_a_printed_slot_reads_back_as_itself(slot: TimeSlot) -> None:
    assert parse_times(slot_words([slot])).slots == (slot,)


@settings(max_examples=150, deadline=None)
@given(
    st.sets(st.sampled_from(Weekday), min_size=1),
    st.lists(st.tuples(st.integers(0, 22), st.integers(1, 2)), min_size=1, max_size=3),
)
def test_a_printed_week_reads_back_as_itself(
    days: set[Weekday], hours: list[tuple[int, int]]
) -> None:
    week = {
        TimeSlot(weekday=day, start=hour * 60, end=(hour + length) * 60)
        for day in days
        for hour, length in hours
        if hour + length <= 24
    }
    assert (
        set(parse_times(slot_words(sorted(week, key=lambda s: (s.weekday or 0, s.start)))).slots)
        == week
    )
