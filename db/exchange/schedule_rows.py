"""One row of ``schedules`` of any generation → slots and days, with what it could not say noted."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from db.exchange.conversion import Conversion, Notes, named
from db.exchange.hsds_rows import Row
from db.exchange.problems import Code
from stk_graph.language import _
from stk_graph.model import Period, TimeSlot
from stk_graph.model.times import clock
from stk_graph.times.hsds_values import read_clock, read_date
from stk_graph.times.schedule_reading import ScheduleReading, slots_from_schedule

STRUCTURED = ("freq", "byday", "weekday", "opens_at", "closes_at", "dtstart", "bymonthday")
NOTED = ("byweekno", "bymonthday", "byyearday", "count", "schedule_link", "attending_type", "notes")
"""Columns that slots cannot express; they are kept as notes."""
SILENT = frozenset({"no-weekday"})
"""Problems that say no more than the empty cell does."""
DATES = ("dtstart", "until", "valid_from", "valid_to", "start_date", "end_date")
CLOCKS = ("opens_at", "closes_at")
IN_DATES = frozenset({"bad-date", "guessed-century"})
IN_CLOCKS = frozenset({"bad-time", "offset-dropped"})
COLUMN_OF = {"unknown-weekday": "byday", "other-rhythm": "freq"}
"""Where problems of a row stand that are not found in a single date or clock time."""
MOST_CLOSED_DAYS = 100
LATELY_READ = 4096
"""Rows whose times are remembered: opening times of a directory are much alike."""
_CODES = frozenset(str(code) for code in Code)


@dataclass
class ScheduleRow:
    """What one row says: ``closed`` are days it excludes, ``text`` the words of its description.

    ``noted`` rows already stand among the notes.
    """

    slots: tuple[TimeSlot, ...] = ()
    period: Period | None = None
    closed: list[date] = field(default_factory=list)
    text: str = ""
    noted: bool = False


def read_schedule(row: Row, conversion: Conversion, notes: Notes) -> ScheduleRow:
    """Reads a row; hours that cannot be read stay in its text."""
    exception = bool(row.get("start_date") or row.get("end_date") or row.get("closed"))
    said = tuple(cell for cell in row.cells.items() if not _is_key(cell[0]))
    reading = _read(said, month_first=conversion.american or exception)
    _report(reading, row, conversion, exception)
    notes += named({f"schedule.{name}": row.get(name) for name in NOTED})
    if exception:
        return _exception(row, reading, conversion, notes)
    result = ScheduleRow(reading.slots, reading.period, text=row.get("description"))
    structured = any(row.get(name) for name in STRUCTURED)
    if not structured and reading.problems:
        return ScheduleRow(period=reading.period, text=result.text)
    if {"bad-time", "time-reversed", "other-rhythm", "unknown-weekday"} & set(reading.problems):
        columns = ("freq", "interval", "byday", "weekday", "opens_at", "closes_at")
        words = " ".join(row.get(column) for column in columns if row.get(column))
        result.text = "\n".join(filter(None, (result.text, words)))
    return result


def _is_key(column: str) -> bool:
    return column == "id" or column.endswith("_id")


@lru_cache(maxsize=LATELY_READ)
def _read(cells: tuple[tuple[str, str], ...], *, month_first: bool) -> ScheduleReading:
    return slots_from_schedule(dict(cells), month_first=month_first)


def _report(reading: ScheduleReading, row: Row, conversion: Conversion, exception: bool) -> None:
    """Books each problem under the column it stands in, with what the file has there."""
    for problem in reading.problems:
        if problem in SILENT:
            continue
        code = Code(problem) if problem in _CODES else Code.TIME_PARTLY_READ
        for column in _columns_with(problem, row, conversion.american or exception):
            conversion.report.problem(code, row.place, column, row.get(column))


def _columns_with(problem: str, row: Row, month_first: bool) -> list[str]:
    if problem in IN_DATES:
        found = [
            name
            for name in DATES
            if problem in read_date(row.get(name), month_first=month_first).problems
        ]
    elif problem in IN_CLOCKS:
        found = [name for name in CLOCKS if problem in read_clock(row.get(name)).problems]
    else:
        found = []
    return found or [COLUMN_OF.get(problem, "description")]


def _exception(
    row: Row, reading: ScheduleReading, conversion: Conversion, notes: Notes
) -> ScheduleRow:
    """A holiday row of 1.x: closed days, or other hours on some days; always noted in words.

    Hours of single days have no place in an offer, whose slots hold for all of its period.
    """
    kind = "schedule.closed" if reading.closed else "schedule.holiday"
    said = ", ".join(filter(None, (_exception_days(row, reading), _exception_hours(row, reading))))
    notes += named({kind: said})
    conversion.report.problem(Code.EXCEPTION_DAY, row.place, "start_date", said)
    if reading.every_year or reading.period is None:
        return ScheduleRow()
    if reading.closed:
        return ScheduleRow(closed=_days(reading.period))
    return ScheduleRow(reading.slots, reading.period, noted=True)


def _exception_days(row: Row, reading: ScheduleReading) -> str:
    """The days as people write them; as in the file where they cannot be read."""
    period = reading.period
    if period is None or {"bad-date", "period-reversed"} & set(reading.problems):
        cells = filter(None, (row.get("start_date"), row.get("end_date")))
        return "–".join(dict.fromkeys(cells))
    style = "%d.%m." if reading.every_year else "%d.%m.%Y"
    days = "–".join(
        dict.fromkeys(day.strftime(style) for day in (period.start, period.end) if day is not None)
    )
    return _("{days} jedes Jahr").format(days=days) if reading.every_year else days


def _exception_hours(row: Row, reading: ScheduleReading) -> str:
    hours = {(slot.start, slot.end) for slot in reading.slots}
    if len(hours) == 1:
        ends = hours.pop()
        if None not in ends:
            return "–".join(clock(end) for end in ends if end is not None)
    return "–".join(filter(None, (row.get("opens_at"), row.get("closes_at"))))


def _days(period: Period) -> list[date]:
    """The days of a closed span; none of a long one."""
    first, last = period.start or period.end, period.end or period.start
    if first is None or last is None or (last - first).days >= MOST_CLOSED_DAYS:
        return []
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
