"""HSDS ``schedule`` rows (RFC 5545 parts) to slots; ``regular_schedule`` of 1.x as well."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

import msgspec

from stk_graph.model.enums import Rhythm, Weekday
from stk_graph.model.times import MINUTES_OF_DAY, Period, TimeSlot
from stk_graph.times.clock import parts_of_night
from stk_graph.times.hsds_values import read_clock, read_date, read_weekday
from stk_graph.times.slots import conditions_of, parse_times

_BYDAY = re.compile(r"([+-]?\d{1,2})?\s*([a-z]+)\.?|([1-7])")
_EVERY_DAY: tuple[tuple[int | None, Weekday], ...] = tuple((None, day) for day in Weekday)


class ScheduleReading(msgspec.Struct, frozen=True, kw_only=True):
    """What one schedule row says.

    ``closed`` marks an exception: nothing takes place in ``period``. ``every_year`` says that the
    days of the period recur each year. ``problems``: ``bad-date``, ``bad-time``,
    ``guessed-century``, ``offset-dropped``, ``time-reversed``, ``period-reversed``,
    ``other-rhythm``, ``unknown-weekday``, ``no-weekday``, ``no-anchor``.
    """

    slots: tuple[TimeSlot, ...] = ()
    period: Period | None = None
    closed: bool = False
    every_year: bool = False
    problems: tuple[str, ...] = ()


class _Row:
    """Cells of a row as text, whatever their type; problems are collected while reading."""

    def __init__(self, cells: Mapping[str, object], month_first: bool) -> None:
        self.cells = cells
        self.month_first = month_first
        self.problems: list[str] = []

    def text(self, name: str) -> str:
        value = self.cells.get(name)
        return "" if value is None else str(value).strip()

    def day(self, name: str) -> date | None:
        reading = read_date(self.text(name), month_first=self.month_first)
        self.problems += reading.problems
        return reading.value

    def minutes(self, name: str) -> int | None:
        reading = read_clock(self.text(name))
        self.problems += reading.problems
        return reading.minutes

    def number(self, name: str) -> int | None:
        match = re.fullmatch(r"(\d{1,4})(?:\.0+)?", self.text(name))
        return int(match[1]) if match else None


def slots_from_schedule(
    cells: Mapping[str, object], *, month_first: bool = False
) -> ScheduleReading:
    """Reads a row of any HSDS generation; total. ``month_first`` is for the dates of 1.x.

    A row without structured parts is read from its ``description``; rhythms that slots do not hold
    (yearly, every third week, fifth weekday of a month) become irregular with ``other-rhythm``.
    """
    row = _Row(cells, month_first)
    if row.text("start_date") or row.text("end_date") or row.text("closed"):
        return _exception(row)
    description = row.text("description")
    structured = ("freq", "byday", "weekday", "opens_at", "closes_at", "dtstart", "bymonthday")
    if not any(row.text(name) for name in structured):
        return _described(row, description)
    rhythm = _rhythm(row)
    dtstart = row.day("dtstart")
    days = _days(row, dtstart)
    hours = _hours(row)
    period = _period(row, dtstart, rhythm)
    said = conditions_of(description)
    slots: list[TimeSlot] = []
    for nth, day in days:
        for later, start, end in hours:
            slots.append(_slot(row, rhythm, (nth, day), (later, start, end), dtstart))
    finished = tuple(
        msgspec.structs.replace(
            slot,
            term=said.term,
            on_public_holidays=said.on_public_holidays,
            day_part=said.day_part if slot.start is None and slot.end is None else None,
        )
        for slot in dict.fromkeys(slots)
    )
    if any(slot.rhythm is Rhythm.BIWEEKLY and slot.anchor is None for slot in finished):
        row.problems.append("no-anchor")
    if period is not None and said.closed_days:
        period = msgspec.structs.replace(period, closed_days=said.closed_days)
    return ScheduleReading(
        slots=finished, period=period, problems=tuple(dict.fromkeys(row.problems))
    )


def _described(row: _Row, description: str) -> ScheduleReading:
    reading = parse_times(description)
    period = _period(row, None, Rhythm.WEEKLY)
    if period is None and len(reading.periods) == 1:
        period = reading.periods[0]
    problems = (*row.problems, *reading.problems)
    return ScheduleReading(
        slots=reading.slots, period=period, problems=tuple(dict.fromkeys(problems))
    )


def _exception(row: _Row) -> ScheduleReading:
    """A ``holiday_schedule`` row of 1.x."""
    closed = row.text("closed").lower() in ("true", "1", "yes", "t", "y")
    dates = [read_date(row.text(name), month_first=True) for name in ("start_date", "end_date")]
    row.problems += [problem for reading in dates for problem in reading.problems]
    first, last = dates[0].value, dates[1].value or dates[0].value
    period = None
    if first is not None or last is not None:
        if first is not None and last is not None and first > last:
            row.problems.append("period-reversed")
        else:
            period = Period(start=first, end=last)
    weekdays: list[Weekday | None] = [None]
    if first is not None and last is not None and 0 <= (last - first).days < 7:
        span = range((last - first).days + 1)
        weekdays = [Weekday((first + timedelta(days=step)).weekday()) for step in span]
    hours = [] if closed else _hours(row)
    slots = tuple(
        TimeSlot(weekday=day, start=start, end=end)
        for day in weekdays
        for _later, start, end in hours
        if (start, end) != (None, None)
    )
    return ScheduleReading(
        slots=slots,
        period=period,
        closed=closed,
        every_year=any(reading.every_year for reading in dates),
        problems=tuple(dict.fromkeys(row.problems)),
    )


def _rhythm(row: _Row) -> Rhythm:
    freq, interval = row.text("freq").upper(), row.number("interval") or 1
    known = {
        ("", 1): Rhythm.WEEKLY,
        ("WEEKLY", 1): Rhythm.WEEKLY,
        ("WEEKLY", 2): Rhythm.BIWEEKLY,
        ("MONTHLY", 1): Rhythm.MONTHLY,
        ("DAILY", 1): Rhythm.WEEKLY,
        ("DAILY", 7): Rhythm.WEEKLY,
        ("DAILY", 14): Rhythm.BIWEEKLY,
    }
    rhythm = known.get((freq, interval))
    if rhythm is Rhythm.MONTHLY and row.text("bymonthday") and not row.text("byday"):
        rhythm = None
    if rhythm is None:
        row.problems.append("other-rhythm")
        return Rhythm.IRREGULAR
    return rhythm


def _days(row: _Row, dtstart: date | None) -> list[tuple[int | None, Weekday | None]]:
    days: list[tuple[int | None, Weekday | None]] = []
    for piece in re.split(r"[,;\s]+(?![,;\s])", (row.text("byday") or row.text("weekday")).lower()):
        match = _BYDAY.fullmatch(piece.strip())
        weekday = read_weekday(match[2] or match[3]) if match else None
        if weekday is not None and match is not None:
            days.append((int(match[1]) if match[1] else None, weekday))
        elif piece.strip():
            row.problems.append("unknown-weekday")
    if days:
        return days
    freq, interval = row.text("freq").upper(), row.number("interval") or 1
    if freq == "DAILY" and interval == 1:
        return list(_EVERY_DAY)
    if dtstart is not None and freq in ("", "WEEKLY", "DAILY") and dtstart.year > 1:
        return [(None, Weekday(dtstart.weekday()))]
    row.problems.append("no-weekday")
    return [(None, None)]


def _hours(row: _Row) -> list[tuple[int, int | None, int | None]]:
    """(days later, start, end) of ``opens_at`` and ``closes_at``, split at midnight."""
    opens, closes = row.minutes("opens_at"), row.minutes("closes_at")
    if opens is None or closes is None:
        return [(0, opens, closes)]
    if closes == 0 or (opens == closes == 0):
        return [(0, opens, MINUTES_OF_DAY)]
    split = parts_of_night(opens, closes)
    if split is None:
        row.problems.append("time-reversed")
        return [(0, None, None)]
    return [(later, start, end) for later, start, end in split]


def _slot(
    row: _Row,
    rhythm: Rhythm,
    on: tuple[int | None, Weekday | None],
    hours: tuple[int, int | None, int | None],
    dtstart: date | None,
) -> TimeSlot:
    nth, day = on
    later, start, end = hours
    if nth is not None and rhythm in (Rhythm.WEEKLY, Rhythm.MONTHLY):
        rhythm = Rhythm.MONTHLY
        if nth not in (1, 2, 3, 4, -1):
            row.problems.append("other-rhythm")
            rhythm, nth = Rhythm.IRREGULAR, None
    anchor = None
    if rhythm is Rhythm.BIWEEKLY and dtstart is not None and day is not None:
        anchor = _in_week_of(dtstart, day, row.text("wkst").upper()) + timedelta(days=later)
    return TimeSlot(
        weekday=None if day is None else Weekday((day + later) % 7),
        start=start,
        end=end,
        rhythm=rhythm,
        nth=nth if rhythm is Rhythm.MONTHLY and not later else None,
        anchor=anchor,
    )


def _in_week_of(dtstart: date, day: Weekday, week_start: str) -> date:
    """The date of a weekday in the week of ``dtstart`` (RFC 5545: weeks start on ``WKST``)."""
    begins = Weekday[week_start] if week_start in Weekday.__members__ else Weekday.MO
    first = dtstart - timedelta(days=(dtstart.weekday() - begins) % 7)
    return first + timedelta(days=(day - begins) % 7)


def _period(row: _Row, dtstart: date | None, rhythm: Rhythm) -> Period | None:
    """``valid_from`` to ``valid_to``, narrowed by ``dtstart``, ``until`` and ``count``.

    A fortnightly ``dtstart`` alone is the anchor, not the start of a period.
    """
    until = row.day("until") or _last_of_count(row, dtstart)
    froms = [row.day("valid_from")]
    tos = [row.day("valid_to"), until]
    if rhythm is not Rhythm.BIWEEKLY or until is not None:
        froms.append(dtstart)
    if dtstart is not None and not row.text("freq") and not any(tos) and not row.text("byday"):
        tos.append(dtstart)
    starts = [day for day in froms if day is not None and day.year > 1]
    ends = [day for day in tos if day is not None and day.year > 1]
    start, end = max(starts, default=None), min(ends, default=None)
    if start is None and end is None:
        return None
    if start is not None and end is not None and start > end:
        row.problems.append("period-reversed")
        return None
    return Period(start=start, end=end)


def _last_of_count(row: _Row, dtstart: date | None) -> date | None:
    """The last day of a rule that ends after ``count`` occurrences, at the latest."""
    count, freq = row.number("count"), row.text("freq").upper()
    if not count or dtstart is None or freq not in ("DAILY", "WEEKLY"):
        return None
    interval = row.number("interval") or 1
    if freq == "DAILY":
        return dtstart + timedelta(days=(count - 1) * interval)
    per_week = max(1, len([piece for piece in row.text("byday").split(",") if piece.strip()]))
    weeks = -(-count // per_week)
    return dtstart + timedelta(days=weeks * 7 * interval - 1)
