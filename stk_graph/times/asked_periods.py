"""The periods that a text asks for by name, from the calendar of a Land: ``zweite Ferienwoche``."""

from collections.abc import Sequence
from datetime import date, timedelta

from stk_graph.model.times import HolidayPeriod, Period
from stk_graph.times.feasts import BRIDGE, bridging_days, feast_days
from stk_graph.times.holidays import (
    NAMES,
    find_holiday,
    holiday_weeks,
    next_holiday,
    public_holidays,
)
from stk_graph.times.time_mention_kinds import TimeMention


def asked_periods(
    mentions: Sequence[TimeMention], holidays: Sequence[HolidayPeriod], today: date
) -> tuple[Period, ...]:
    """The periods asked for; any of them will do. Empty: no part of the year is asked for.

    ``holidays`` is the calendar of one Land. A name without year means the running or next
    holidays; weeks without a name (``zweite Ferienwoche``) those named beside them, else the next.
    A name the calendar does not know makes the answer empty, for unknown never hides an offer.
    """
    asked = [mention for mention in mentions if mention.holiday is not None]
    named = [mention for mention in asked if mention.holiday]
    weeks = next(
        (mention.weeks for mention in asked if mention.weeks and not mention.holiday), None
    )
    found: list[Period] = []
    for mention in named or asked[:1]:
        of_weeks = mention.weeks or weeks
        if not named and of_weeks is None and not mention.is_next:
            return ()
        periods = _periods(mention, of_weeks, holidays, today)
        if not periods:
            return ()
        found += periods
    return tuple(dict.fromkeys(found))


def _periods(
    mention: TimeMention,
    weeks: tuple[int, int] | None,
    holidays: Sequence[HolidayPeriod],
    today: date,
) -> list[Period]:
    year = mention.year or (today.year + 1 if mention.is_next_year else None)
    if mention.holiday == BRIDGE:
        return _bridges(holidays, year, today)
    held = _holidays_meant(mention, weeks, holidays, year, today)
    if held is not None:
        period = _whole(held) if weeks is None else _weeks_of(held, weeks)
        return [] if period is None else [period]
    return _feast(mention.holiday or "", year, today)


def _holidays_meant(
    mention: TimeMention,
    weeks: tuple[int, int] | None,
    holidays: Sequence[HolidayPeriod],
    year: int | None,
    today: date,
) -> HolidayPeriod | None:
    if not mention.holiday:
        needed = 1 if weeks is None else max(abs(place) for place in weeks)
        long_enough = [each for each in holidays if len(holiday_weeks(each)) >= needed]
        return next_holiday(long_enough, today)
    if mention.holiday not in NAMES:
        return None
    return find_holiday(holidays, mention.holiday_words, year=year, today=today)


def _whole(held: HolidayPeriod) -> Period:
    return Period(start=held.start, end=held.end, holiday_key=held.key)


def _weeks_of(held: HolidayPeriod, weeks: tuple[int, int]) -> Period | None:
    """The days of some weeks of holidays, Monday to Sunday; below 0 from the end."""
    all_weeks = holiday_weeks(held)
    first, last = (place if place > 0 else len(all_weeks) + 1 + place for place in weeks)
    if not 1 <= first <= last <= len(all_weeks):
        return None
    start = max(held.start, all_weeks[first - 1].monday)
    end = min(held.end, all_weeks[last - 1].sunday)
    return Period(start=start, end=end, holiday_key=held.key)


def _feast(name: str, year: int | None, today: date) -> list[Period]:
    for each in (year,) if year else (today.year, today.year + 1):
        days = feast_days(name, each)
        if days is not None and (year or days[1] >= today):
            return [Period(start=days[0], end=days[1])]
    return []


def _bridges(holidays: Sequence[HolidayPeriod], year: int | None, today: date) -> list[Period]:
    """The bridging days of a year, or those of the next twelve months."""
    if not holidays:
        return []
    state = holidays[0].state
    years = (year,) if year else (today.year, today.year + 1)
    free = {day for each in years for day in public_holidays(state, each)}
    until = today + timedelta(days=365)
    return [
        Period(start=day, end=day)
        for day in bridging_days(free)
        if (day.year == year if year else today <= day <= until)
    ]
