"""Dates of the demo district, relative to the day it is opened.

A date is typed as a number of days from today (``-40``), as a weekday near a day (``"Fr -150"``)
or as a meeting of our own rhythm (``"Sitzung -1"`` is the last one, ``"Sitzung 1"`` the next).
Weekdays and meetings keep clear of the school holidays: what lies behind us moves further back,
what lies ahead moves on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from stk_graph.model import HolidayPeriod
from stk_graph.times.holidays import holiday_on

WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
MEETING_WEEKDAY = WEEKDAYS.index("Di")
MEETING_EVERY = timedelta(weeks=6)
LAST_MEETING_BEFORE = timedelta(days=14)
_WEEK = timedelta(weeks=1)


def _on_or_before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)


@dataclass(frozen=True)
class Calendar:
    """The day the demo is opened, and the school holidays around it."""

    today: date
    holidays: Sequence[HolidayPeriod]

    def day(self, typed: int | str) -> date:
        """The date meant by a typed relative date; ``ValueError`` if it is none."""
        if isinstance(typed, int):
            return self.today + timedelta(days=typed)
        name, _blank, number = typed.partition(" ")
        if name == "Sitzung":
            return self.meeting(int(number))
        offset = int(number)
        day = _on_or_before(self.today + timedelta(days=offset), WEEKDAYS.index(name))
        return self._clear(day, -_WEEK if offset < 0 else _WEEK)

    def meeting(self, number: int) -> date:
        """The day of the ``-number``-th meeting before today, or the ``number``-th after it."""
        last = _on_or_before(self.today - LAST_MEETING_BEFORE, MEETING_WEEKDAY)
        day = self._clear(last, -_WEEK)
        for _step in range(-number - 1):
            day = self._clear(day - MEETING_EVERY, -_WEEK)
        while number > 0:
            day = self._clear(day + MEETING_EVERY, _WEEK)
            number -= day > self.today
        return day

    def _clear(self, day: date, step: timedelta) -> date:
        while holiday_on(self.holidays, day) is not None:
            day += step
        return day
