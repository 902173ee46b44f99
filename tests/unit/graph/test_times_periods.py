"""Dates and periods as typed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.model.times import Period
from stk_graph.times.hsds_values import read_clock, read_date, read_weekday
from stk_graph.times.periods import parse_period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("28.06.–06.08.2027", "2027-06-28", "2027-08-06"),
        ("28.06. bis 06.08.2027", "2027-06-28", "2027-08-06"),
        ("28./29.6.27", "2027-06-28", "2027-06-29"),
        ("28.-30.6.2027", "2027-06-28", "2027-06-30"),
        ("5. bis 9. Juli 2027", "2027-07-05", "2027-07-09"),
        ("vom 5.-9. Juli 2027", "2027-07-05", "2027-07-09"),
        ("KW 27/2027", "2027-07-05", "2027-07-11"),
        ("KW 27-29 2027", "2027-07-05", "2027-07-25"),
        ("2027-06-28", "2027-06-28", "2027-06-28"),
        ("2027-06-28 - 2027-08-06", "2027-06-28", "2027-08-06"),
        ("23.12.2026-12.01.2027", "2026-12-23", "2027-01-12"),
        ("23.12.-12.1.2027", "2026-12-23", "2027-01-12"),
        ("3. Mai 2027", "2027-05-03", "2027-05-03"),
    ],
)
def test_a_period_runs_from_the_first_to_the_last_day(text: str, start: str, end: str) -> None:
    reading = parse_period(text)
    expected = Period(start=date.fromisoformat(start), end=date.fromisoformat(end))
    assert (reading.period, reading.problems, reading.leftover) == (expected, (), "")


def test_a_list_of_days_keeps_each_day() -> None:
    days = parse_period("1., 2. und 5. Juli 2027").days
    assert days == (date(2027, 7, 1), date(2027, 7, 2), date(2027, 7, 5))


def test_ab_leaves_the_end_open_and_bis_the_start() -> None:
    assert parse_period("ab 1.9.2026").period == Period(start=date(2026, 9, 1))
    assert parse_period("bis 31.12.26").period == Period(end=date(2026, 12, 31))


@pytest.mark.parametrize("text", ["28.6.", "KW 27", "5. Juli", "5.-9. Juli"])
def test_a_date_without_year_takes_it_from_the_context(text: str) -> None:
    assert parse_period(text).problems == ("no-year",)
    assert parse_period(text).leftover
    with_year = parse_period(text, year=2027)
    assert with_year.problems == ()
    assert with_year.period is not None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31.02.2027", "bad-date"),
        ("KW 54/2027", "bad-date"),
        ("06.08.2027–28.06.2027", "period-reversed"),
        ("1.1.99", "guessed-century"),
    ],
)
def test_what_cannot_be_is_named(text: str, problem: str) -> None:
    reading = parse_period(text)
    assert problem in reading.problems
    assert reading.text == text


def test_words_beside_a_date_are_left_over() -> None:
    reading = parse_period("28.06.2027 (Abschlussfest)")
    assert reading.leftover == "Abschlussfest"
    assert reading.problems == ("date-partly-read",)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.text("0123456789.-–/KWbis JuliMai", max_size=30)))
def test_any_text_gives_a_period_reading(text: str) -> None:
    assert parse_period(text, year=2027).text == text


@settings(max_examples=200, deadline=None)
@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)), st.integers(0, 400))
def test_printed_periods_read_back_as_themselves(start: date, length: int) -> None:
    end = date.fromordinal(start.toordinal() + length)
    for shape in ("%d.%m.%Y", "%Y-%m-%d"):
        text = f"{start.strftime(shape)} – {end.strftime(shape)}"
        assert parse_period(text).period == Period(start=start, end=end)


@pytest.mark.parametrize(
    ("text", "month_first", "value", "problems"),
    [
        ("2015-12-24", False, date(2015, 12, 24), ()),
        ("2015-12-24T09:00:00Z", False, date(2015, 12, 24), ()),
        ("12/24/2015", True, date(2015, 12, 24), ()),
        ("12/24/15", True, date(2015, 12, 24), ("guessed-century",)),
        ("12/24/69", True, date(1969, 12, 24), ("guessed-century",)),
        ("12/24/2015", False, None, ("bad-date",)),
        ("January 01, 2015", True, date(2015, 1, 1), ()),
        ("24.12.2015", True, None, ("bad-date",)),
        ("2015-02-30", False, None, ("bad-date",)),
        ("", False, None, ()),
    ],
)
def test_dates_of_exchange_files(
    text: str, month_first: bool, value: date | None, problems: tuple[str, ...]
) -> None:
    reading = read_date(text, month_first=month_first)
    assert (reading.value, reading.problems) == (value, problems)


def test_the_year_one_means_every_year() -> None:
    reading = read_date("January 01, 0001", month_first=True)
    assert reading.every_year
    assert reading.value == date(1, 1, 1)


@pytest.mark.parametrize(
    ("text", "minutes", "problems"),
    [
        ("09:00", 540, ()),
        ("09:00:00", 540, ()),
        ("9:00am", 540, ()),
        ("9 a.m.", 540, ()),
        ("12:00 p.m.", 720, ()),
        ("12am", 0, ()),
        ("5:00 PM", 1020, ()),
        ("24:00", 1440, ()),
        ("09:00Z", 540, ("offset-dropped",)),
        ("09:00+01:00", 540, ("offset-dropped",)),
        ("09:00-05:00", 540, ("offset-dropped",)),
        ("25:00", None, ("bad-time",)),
        ("9:75", None, ("bad-time",)),
        ("morgens", None, ("bad-time",)),
        ("", None, ()),
    ],
)
def test_clock_times_of_exchange_files(
    text: str, minutes: int | None, problems: tuple[str, ...]
) -> None:
    reading = read_clock(text)
    assert (reading.minutes, reading.problems) == (minutes, problems)


@pytest.mark.parametrize("text", ["Tuesday", "TU", "2", "Di", "dienstags", " tue "])
def test_weekdays_of_exchange_files(text: str) -> None:
    assert read_weekday(text) == 1


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20))
def test_any_cell_is_read(text: str) -> None:
    assert read_date(text, month_first=True).text == text
    assert read_clock(text).text == text
    assert read_weekday(text) in (None, *range(7))
