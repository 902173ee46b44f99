"""Time slots and periods as values (HSDS ``schedule``, RFC 5545)."""

from datetime import date

import msgspec

from stk_graph.model.enums import DayPart, Rhythm, Term, Weekday
from stk_graph.model.problems import Problem, refuse_if

MINUTES_OF_DAY = 24 * 60


def clock(minutes: int) -> str:
    """``HH:MM`` of a number of minutes after midnight; 1440 is 24:00."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


class TimeSlot(msgspec.Struct, frozen=True, kw_only=True):
    """One recurring slot.

    ``start`` and ``end`` are minutes after midnight (24:00 = 1440 is allowed as end); None is
    unknown. ``weekday`` is None for slots by arrangement. ``nth`` (1 to 4, -1 = last) belongs to
    the monthly rhythm, ``anchor`` is the date of one occurrence of a fortnightly slot.
    ``day_part`` stands in where no clock time is known.
    """

    weekday: Weekday | None = None
    start: int | None = None
    end: int | None = None
    rhythm: Rhythm = Rhythm.WEEKLY
    anchor: date | None = None
    nth: int | None = None
    term: Term = Term.UNKNOWN
    day_part: DayPart | None = None
    on_public_holidays: bool = True

    def __post_init__(self) -> None:
        low, high = self.start, self.end
        problems: list[Problem | None] = []
        if any(value is not None and not 0 <= value <= MINUTES_OF_DAY for value in (low, high)):
            problems.append(Problem("times", "slot-range"))
        elif low is not None and high is not None and low >= high:
            values = {"start": clock(low), "end": clock(high)}
            problems.append(Problem("times", "slot-reversed", values))
        if self.nth is not None and self.nth not in (1, 2, 3, 4, -1):
            problems.append(Problem("times", "slot-nth", {"value": str(self.nth)}))
        refuse_if(*problems)


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """Days from ``start`` to ``end``, both inclusive, less ``closed_days``.

    ``holiday_key`` names a HolidayPeriod; its dates are kept beside it, so that a later change of
    the calendar never moves a saved period. A period may know its holiday but not yet its dates.
    """

    start: date | None = None
    end: date | None = None
    holiday_key: str | None = None
    closed_days: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if self.start is None and self.end is None and self.holiday_key is None:
            refuse_if(Problem("period", "period-empty"))
        if self.start is not None and self.end is not None and self.start > self.end:
            values = {"start": f"{self.start:%d.%m.%Y}", "end": f"{self.end:%d.%m.%Y}"}
            refuse_if(Problem("period", "period-reversed", values))


class HolidayPeriod(msgspec.Struct, frozen=True, kw_only=True):
    """School holidays of one Land, both days inclusive; ``key`` like ``he_2027_sommer``."""

    key: str
    state: str
    label: str
    start: date
    end: date
