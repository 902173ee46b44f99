"""What a person typed about ages, hours and holidays, read by ``stk_graph.times``."""

from datetime import date

from db.demo.days import Calendar
from stk_graph.model import Period, TimeSlot
from stk_graph.times.ages import parse_ages
from stk_graph.times.holidays import calendar as school_calendar
from stk_graph.times.holidays import names_meant
from stk_graph.times.slot_periods import joined_period
from stk_graph.times.slots import parse_times

STATE = "HE"


def calendar(today: date) -> Calendar:
    """The day and the school holidays of Hesse from two years before it to two years after."""
    return Calendar(today, school_calendar(STATE, range(today.year - 2, today.year + 3)))


def ages(text: str, days: Calendar) -> tuple[float | None, float | None]:
    """Youngest and oldest age in completed years, None where the text says nothing."""
    reading = parse_ages(text, days.today)
    return reading.low, reading.high


def slots(text: str, days: Calendar) -> tuple[TimeSlot, ...]:
    """The slots of a text; empty if it names neither a day nor an arrangement."""
    return parse_times(text, holidays=days.holidays, today=days.today).slots


def period(typed: str | list[int], days: Calendar) -> Period | None:
    """Days from today, both inclusive, or weeks of the next holidays of that name.

    Holidays beyond the calendar keep their name without dates; None is a text without holidays.
    """
    if not isinstance(typed, str):
        first, last = typed
        return Period(start=days.day(first), end=days.day(last))
    reading = parse_times(typed, holidays=days.holidays, today=days.today)
    if reading.periods:
        return joined_period(reading.periods)
    names = names_meant(typed)
    return Period(holiday_key=f"{STATE.lower()}_{days.today.year}_{names[0]}") if names else None


def holiday_key(words: str, days: Calendar) -> str | None:
    """The key of the next holidays of that name; None is a text without holidays."""
    found = period(words, days)
    return found.holiday_key if found else None
