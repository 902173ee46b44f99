"""Days that share hours and rhythm, and the slots they make."""

from msgspec import Struct

from stk_graph.model.enums import DayPart, Rhythm, Term, Weekday
from stk_graph.model.times import TimeSlot
from stk_graph.times.clock import parts_of_night

Hours = tuple[int | None, int | None]


class Group(Struct):
    """Days that share hours and rhythm, as far as they are read."""

    days: list[int] = []
    hours: list[Hours] = []
    parts: list[DayPart] = []
    nths: list[int] = []
    rhythm: Rhythm | None = None
    term: Term = Term.UNKNOWN
    on_public_holidays: bool = True
    hours_first: bool = False
    closed: bool = False
    refused: bool = False
    rhythm_stated: bool = False

    def is_full(self) -> bool:
        """Whether days and hours are both known."""
        return bool(self.days and (self.hours or self.parts or self.closed))

    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return not (self.days or self.hours or self.parts or self.rhythm_stated)

    def restates(self, last: "Group") -> bool:
        """Whether this only adds occurrences to ``last`` (``Do 19 Uhr, letzter Do im Monat``)."""
        adds = bool(self.nths) and not (self.hours or self.parts or last.nths)
        return adds and self.days == last.days

    def slots(self) -> list[TimeSlot]:
        """One slot per day, hours and occurrence in the month."""
        if self.refused or self.closed:
            return []
        days: list[int | None] = list(dict.fromkeys(self.days)) or [None]
        if not self.hours:
            parts: list[DayPart | None] = list(self.parts) or [None]
            return [
                self._slot(day, (None, None), nth, part)
                for day in days
                for part in parts
                for nth in self._nths()
            ]
        return [
            slot
            for day in days
            for hours in dict.fromkeys(self.hours)
            for nth in self._nths()
            for slot in self._timed(day, hours, nth)
        ]

    def _nths(self) -> list[int | None]:
        return [*dict.fromkeys(self.nths)] or [None]

    def _timed(self, day: int | None, hours: Hours, nth: int | None) -> list[TimeSlot]:
        start, end = hours
        if start is None or end is None:
            return [self._slot(day, hours, nth, None)]
        made = []
        for later, begin, until in parts_of_night(start, end) or []:
            on = None if day is None else (day + later) % 7
            made.append(self._slot(on, (begin, until), None if later else nth, None))
        return made

    def _slot(
        self, day: int | None, hours: Hours, nth: int | None, part: DayPart | None
    ) -> TimeSlot:
        rhythm = self.rhythm or (Rhythm.MONTHLY if nth is not None else Rhythm.WEEKLY)
        if self.nths:
            rhythm = Rhythm.MONTHLY
        return TimeSlot(
            weekday=None if day is None else Weekday(day),
            start=hours[0],
            end=hours[1],
            rhythm=rhythm,
            nth=nth,
            term=self.term,
            day_part=part,
            on_public_holidays=self.on_public_holidays,
        )
