"""Dates and holidays inside a text about times."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from stk_graph.model.times import HolidayPeriod, Period
from stk_graph.times.holidays import find_holiday, holiday_weeks
from stk_graph.times.periods import read_dates
from stk_graph.times.scan import Token, number_of

LONGEST_DAILY = 7
"""Days up to which a dated range without weekdays is read as "on each of these days"."""


LONGEST_JOINED = 400
"""Days over which separate periods are joined to one."""


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """Periods, single days, and the first date that may anchor a fortnightly slot."""

    periods: tuple[Period, ...] = ()
    days: tuple[date, ...] = ()
    anchor: date | None = None
    problems: tuple[str, ...] = ()
    used: set[int] = msgspec.field(default_factory=set)


def read_periods(
    text: str,
    found: Sequence[Token],
    *,
    year: int | None,
    holidays: Sequence[HolidayPeriod],
    today: date | None,
) -> Dated:
    """All dates and named holidays of the tokens."""
    periods: list[Period] = []
    closed: list[date] = []
    days: list[date] = []
    problems: list[str] = []
    used: set[int] = set()
    anchor: date | None = None
    for index, token in enumerate(found):
        piece = text[token.start : token.end]
        if token.kind == "dates":
            reading = read_dates(piece, year)
            problems += reading.problems
            if reading.period is None:
                continue
            used.add(index)
            if index and found[index - 1].kind == "except":
                used.add(index - 1)
                closed += reading.days or tuple(_each_day(reading.period))
                continue
            if index and found[index - 1].kind == "fromdate":
                anchor = anchor or reading.period.start
                periods.append(Period(start=reading.period.start))
                continue
            anchor = anchor or reading.period.start
            periods.append(reading.period)
            days += reading.days or _each_day(reading.period)
        elif token.kind == "holiday":
            named, codes = read_holiday(piece, holidays=holidays, year=year, today=today)
            used.add(index)
            problems += codes
            periods += named
    periods, left = _less(_narrowed(periods), closed)
    if left:
        problems.append("closed-days-outside")
    return Dated(
        periods=tuple(periods), days=tuple(days), anchor=anchor, problems=tuple(problems), used=used
    )


def _narrowed(periods: Sequence[Period]) -> list[Period]:
    """Dates inside a named holiday say which days of it are meant (``Osterferien 22.3.–26.3.``)."""
    dated = [period for period in periods if period.holiday_key is None]
    made: list[Period] = []
    for period in periods:
        inner = [each for each in dated if period.holiday_key is not None and _holds(period, each)]
        for each in inner:
            made.append(msgspec.structs.replace(each, holiday_key=period.holiday_key))
            dated.remove(each)
        if not inner and period.holiday_key is not None:
            made.append(period)
    return made + dated


def _holds(outer: Period, inner: Period) -> bool:
    if outer.start is None or outer.end is None or inner.start is None or inner.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _each_day(period: Period) -> list[date]:
    """The days of a short period; a long one says nothing about its weekdays."""
    if period.start is None or period.end is None:
        return []
    length = (period.end - period.start).days + 1
    if length > LONGEST_DAILY:
        return []
    return [period.start + timedelta(days=step) for step in range(length)]


def _less(periods: list[Period], closed: Sequence[date]) -> tuple[list[Period], list[date]]:
    """The periods without the closed days, and the closed days that lie in none of them."""
    left = set(closed)
    made: list[Period] = []
    for period in periods:
        inside = tuple(
            sorted(
                day
                for day in set(closed)
                if (period.start is None or period.start <= day)
                and (period.end is None or day <= period.end)
            )
        )
        left -= set(inside)
        made.append(msgspec.structs.replace(period, closed_days=inside))
    return made, sorted(left)


def read_holiday(
    piece: str, *, holidays: Sequence[HolidayPeriod], year: int | None, today: date | None
) -> tuple[list[Period], list[str]]:
    """Periods of ``Sommerferien 2027 1.+2. Woche``; weeks are those of ``holiday_weeks``.

    Weeks that follow each other are one period from the first to the last weekday.
    """
    low = piece.lower()
    stated = re.search(r"\b(20\d{2})\b", low) or re.search(r"ferien '?(\d{2})\b(?!\.)", low)
    in_year = (int(stated[1]) + (2000 if len(stated[1]) == 2 else 0)) if stated else year
    word = re.search(r"[^\W\d_]+-?ferien|große[nr]? ferien", low)
    period = find_holiday(holidays, word.group() if word else low, year=in_year, today=today)
    if period is None:
        missing = in_year is None and today is None and bool(holidays)
        return [], ["no-year" if missing else "no-calendar"]
    weeks = {week.number: week.days for week in holiday_weeks(period)}
    numbers = _week_numbers(low, len(weeks))
    if not numbers:
        return [Period(start=period.start, end=period.end, holiday_key=period.key)], []
    problems = [] if numbers <= set(weeks) else ["bad-date"]
    runs: list[list[int]] = []
    for number in sorted(numbers & set(weeks)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        Period(start=weeks[run[0]][0], end=weeks[run[-1]][-1], holiday_key=period.key)
        for run in runs
    ], problems


def _week_numbers(low: str, count: int) -> set[int]:
    """The weeks that are meant, of ``count``: ``1.+2. Woche``, ``die letzten zwei Wochen``."""
    some = re.search(r"(erste|letzte)[nr]? (?:(\w+) )?(?:ferien)?woche", low)
    if some is not None:
        number = number_of(some[2]) if some[2] else 1
        length = min(number or 1, count)
        return set(
            range(1, length + 1) if some[1] == "erste" else range(count - length + 1, count + 1)
        )
    listed = re.search(
        r"((?:[1-7]\.? ?(?:[+,/&–-]|und|u\.|bis) ?){0,5}[1-7])\. ?[^\W\d_]*woche", low
    )
    if listed is None:
        return set()
    numbers = [int(number) for number in re.findall(r"[1-7]", listed[1])]
    if len(numbers) == 2 and re.search(r"-|–|bis", listed[1]) and numbers[0] < numbers[1]:
        return set(range(numbers[0], numbers[1] + 1))
    return set(numbers)


def joined_period(periods: Sequence[Period]) -> Period | None:
    """One period for an offer: from the first start to the last end, less the days between.

    Weekdays that lie in none of the periods become closed days. None if there is nothing to join
    or a start or an end is open in only some of them.
    """
    if len(periods) <= 1:
        return periods[0] if periods else None
    if any(period.start is None or period.end is None for period in periods):
        return None
    starts = [period.start for period in periods if period.start]
    ends = [period.end for period in periods if period.end]
    first, last = min(starts), max(ends)
    if (last - first).days > LONGEST_JOINED:
        return None
    held = [(period.start or first, period.end or last) for period in periods]
    closed = {day for period in periods for day in period.closed_days}
    for step in range((last - first).days + 1):
        day = first + timedelta(days=step)
        if day.weekday() < 5 and not any(start <= day <= end for start, end in held):
            closed.add(day)
    keys = {period.holiday_key for period in periods}
    key = keys.pop() if len(keys) == 1 else None
    return Period(start=first, end=last, holiday_key=key, closed_days=tuple(sorted(closed)))
