"""One row of ``schedules`` → slots and a period (RFC 5545 parts; weekday names of older files)."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from db.exchange.conversion import Conversion, Notes, named
from db.exchange.hsds_rows import Row
from db.exchange.problems import Code
from stk_graph.model import Period, TimeSlot
from stk_graph.model.enums import Rhythm, Weekday
from stk_graph.model.times import MINUTES_OF_DAY
from stk_graph.times.hsds_values import read_date, read_weekday

_BYDAY = re.compile(r"([+-]?\d)?\s*([A-Za-z]+|\d)\.?$")
NTHS = (1, 2, 3, 4, -1)
LONGEST_DAILY = 7
"""Days up to which a dated row without weekdays means every day of its span."""
NOT_READ = (
    "byweekno",
    "bymonthday",
    "byyearday",
    "count",
    "schedule_link",
    "attending_type",
    "notes",
)


@dataclass
class ScheduleRow:
    """What one row says: ``closed`` are days it excludes, ``leftover`` what it could not say."""

    slots: list[TimeSlot] = field(default_factory=list)
    start: date | None = None
    end: date | None = None
    closed: list[date] = field(default_factory=list)
    text: str = ""
    leftover: str = ""

    @property
    def period(self) -> Period | None:
        """The span of a row that has both ends in order."""
        if self.start is None and self.end is None:
            return None
        if self.start is not None and self.end is not None and self.start > self.end:
            return None
        return Period(start=self.start, end=self.end)


def read_schedule(row: Row, conversion: Conversion, notes: Notes) -> ScheduleRow:
    """The slots and days of a schedule row of any generation."""
    result = ScheduleRow(text=row.get("description"))
    if row.get("start_date") or row.get("end_date") or row.get("closed"):
        _read_exception(row, conversion, notes, result)
    else:
        _read_rule(row, conversion, notes, result)
    notes += named({f"schedule.{name}": row.get(name) for name in NOT_READ})
    if result.start and result.end and result.start > result.end:
        conversion.report.problem(Code.BAD_DATE, row.place, "until", f"{result.start}–{result.end}")
    return result


def _read_exception(row: Row, conversion: Conversion, notes: Notes, result: ScheduleRow) -> None:
    """A holiday row of 1.x: closed days, or other hours on some days."""
    dates = [row.get("start_date"), row.get("end_date") or row.get("start_date")]
    found = [read_date(text, month_first=conversion.american) for text in dates]
    closed = row.get("closed").casefold() in ("true", "1", "yes", "t", "y", "ja", "x")
    hours = "–".join(filter(None, (row.get("opens_at"), row.get("closes_at"))))
    kind = "schedule.closed" if closed else "schedule.holiday"
    notes.append((kind, " ".join(filter(None, ("–".join(dict.fromkeys(dates)), hours)))))
    conversion.report.problem(Code.EXCEPTION_DAY, row.place, "start_date", dates[0])
    for column, day in zip(("start_date", "end_date"), found, strict=True):
        for code in day.problems:
            conversion.report.problem(Code(code), row.place, column, day.text)
    first, last = found[0].value, found[1].value
    yearly = any(day.every_year for day in found)
    if first is None or last is None or yearly or first > last:
        return
    if closed:
        result.closed = _days(first, last, limit=100)
        return
    result.start, result.end = first, last
    opens, closes = conversion.clock(row, "opens_at"), conversion.clock(row, "closes_at")
    for weekday in _weekdays_of(first, last):
        result.slots += slots_between(weekday, opens, closes)


def _days(first: date, last: date, limit: int) -> list[date]:
    length = (last - first).days + 1
    return [first + timedelta(days=n) for n in range(length)] if length <= limit else []


def _weekdays_of(first: date, last: date) -> list[Weekday]:
    """The weekdays of a short span; none for a long one, which says nothing about them."""
    return sorted({Weekday(day.weekday()) for day in _days(first, last, LONGEST_DAILY)})


def _read_rule(row: Row, conversion: Conversion, notes: Notes, result: ScheduleRow) -> None:
    anchor = conversion.date(row, "dtstart", notes)
    until = conversion.date(row, "until", notes)
    result.start = conversion.date(row, "valid_from", notes) or (anchor if until else None)
    result.end = conversion.date(row, "valid_to", notes) or until
    opens, closes = conversion.clock(row, "opens_at"), conversion.clock(row, "closes_at")
    unread = [row.get(name) for name, value in (("opens_at", opens), ("closes_at", closes))]
    if (row.get("opens_at") and opens is None) or (row.get("closes_at") and closes is None):
        result.leftover = "–".join(filter(None, unread))
    days, unknown = _days_of_rule(row)
    if unknown:
        conversion.report.problem(Code.UNKNOWN_VALUE, row.place, "byday", ", ".join(unknown))
        result.leftover = ", ".join([*filter(None, (result.leftover,)), *unknown])
    rhythm = _rhythm(row, days, conversion, result)
    if not days and rhythm is not None:
        days = [(None, day) for day in _undated_days(row, anchor, until, result)]
    for nth, weekday in days:
        if rhythm is None:
            continue
        fits = anchor is not None and weekday is not None and anchor.weekday() == weekday
        recurrence = Recurrence(
            rhythm,
            nth if rhythm is Rhythm.MONTHLY else None,
            anchor if rhythm is Rhythm.BIWEEKLY and fits else None,
        )
        made = slots_between(weekday, opens, closes, recurrence)
        if not made and opens is not None:
            conversion.report.problem(
                Code.BAD_TIME,
                row.place,
                "closes_at",
                f"{row.get('opens_at')}–{row.get('closes_at')}",
            )
        result.slots += made


def _days_of_rule(row: Row) -> tuple[list[tuple[int | None, Weekday | None]], list[str]]:
    """Numbered weekdays of ``byday`` or ``weekday``, and what is no weekday."""
    days: list[tuple[int | None, Weekday | None]] = []
    unknown = []
    for item in re.split(r"[,;/]", row.get("byday") or row.get("weekday")):
        found = _BYDAY.match(item.strip())
        weekday = read_weekday(found[2]) if found else None
        nth = int(found[1]) if found and found[1] else None
        if weekday is not None and (nth is None or nth in NTHS):
            days.append((nth, weekday))
        elif item.strip():
            unknown.append(item.strip())
    return days, unknown


def _rhythm(
    row: Row,
    days: list[tuple[int | None, Weekday | None]],
    conversion: Conversion,
    result: ScheduleRow,
) -> Rhythm | None:
    """The rhythm of a rule; None for one that slots cannot express, which stays as text."""
    freq, interval = row.get("freq").upper(), row.get("interval") or "1"
    numbered = any(nth is not None for nth, _weekday in days)
    every = interval.removesuffix(".0")
    if freq == "DAILY" and every == "1":
        days[:] = days or [(None, weekday) for weekday in Weekday]
        return Rhythm.WEEKLY
    if freq in ("WEEKLY", "") and every == "1" and not numbered:
        return Rhythm.WEEKLY
    if freq == "WEEKLY" and every == "2" and not numbered:
        return Rhythm.BIWEEKLY
    if freq in ("MONTHLY", "") and every == "1" and (numbered or not days):
        return Rhythm.MONTHLY if numbered else Rhythm.IRREGULAR
    rule = f"{freq} {row.get('interval')} {row.get('byday')}".strip()
    result.leftover = " ".join(filter(None, (result.leftover, rule)))
    conversion.report.problem(Code.TIME_PARTLY_READ, row.place, "freq", rule)
    return None


def _undated_days(
    row: Row, anchor: date | None, until: date | None, result: ScheduleRow
) -> list[Weekday | None]:
    """The weekdays of a rule that names none: of its first day, or of each day of a short span."""
    if row.get("freq").upper() == "WEEKLY" and anchor is not None:
        return [Weekday(anchor.weekday())]
    first, last = anchor or result.start, until or result.end or anchor
    if first is not None and last is not None and first <= last:
        weekdays = _weekdays_of(first, last)
        if weekdays and not row.get("freq"):
            result.start, result.end = first, last
            return list(weekdays)
    return [None] if row.get("opens_at") or row.get("closes_at") else []


class Recurrence(NamedTuple):
    """How a slot returns, as ``TimeSlot`` holds it."""

    rhythm: Rhythm = Rhythm.WEEKLY
    nth: int | None = None
    anchor: date | None = None


EVERY_WEEK = Recurrence()


def slots_between(
    weekday: Weekday | None,
    opens: int | None,
    closes: int | None,
    recurrence: Recurrence = EVERY_WEEK,
) -> list[TimeSlot]:
    """One slot, or two if it passes midnight; none if it starts when it ends."""
    rhythm, nth, anchor = recurrence

    def slot(day: Weekday | None, start: int | None, end: int | None) -> TimeSlot:
        return TimeSlot(weekday=day, start=start, end=end, rhythm=rhythm, nth=nth, anchor=anchor)

    if opens is None or closes is None or opens < closes:
        return [slot(weekday, opens, closes)]
    if opens == closes and closes != 0:
        return []
    late = [slot(weekday, opens, MINUTES_OF_DAY)]
    if closes == 0:
        return late
    following = None if weekday is None else Weekday((weekday + 1) % 7)
    return [*late, slot(following, 0, closes)]
