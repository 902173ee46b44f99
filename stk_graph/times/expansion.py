"""Pieces on real dates: which of them take place on a day, by rhythm, holidays and closed days."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

import msgspec

from stk_graph.model.enums import Rhythm, Term
from stk_graph.model.times import HolidayPeriod, Period
from stk_graph.times.pieces import Piece, week_parity

LONGEST_SPAN = 3660
"""Days of a Period that are compared; patterns repeat within ten years."""


class Assumption(Enum):
    """What is assumed of a slot of which nobody knows whether it takes place on a day."""

    TAKES_PLACE = True
    DOES_NOT = False


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """Days from ``start`` to ``end``, both inclusive; None is without bound.

    ``is_own`` says that the offer states these days itself.
    """

    start: date | None = None
    end: date | None = None
    closed: frozenset[date] = frozenset()
    is_own: bool = False

    @property
    def is_open(self) -> bool:
        """Whether a bound is missing."""
        return self.start is None or self.end is None

    @property
    def is_empty(self) -> bool:
        """Whether both bounds are known and lie the wrong way round."""
        return self.start is not None and self.end is not None and self.start > self.end

    @property
    def length(self) -> int:
        """Calendar days; 0 for an empty or open span."""
        if self.start is None or self.end is None:
            return 0
        return max(0, (self.end - self.start).days + 1)

    def common(self, other: "Span") -> "Span":
        """The days of both."""
        starts = [day for day in (self.start, other.start) if day is not None]
        ends = [day for day in (self.end, other.end) if day is not None]
        return Span(start=max(starts, default=None), end=min(ends, default=None))

    def without(self, closed: frozenset[date]) -> "Span":
        """The same days less ``closed``."""
        return msgspec.structs.replace(self, closed=self.closed | closed)


class DayClass(msgspec.Struct, frozen=True):
    """What slots can ask of a day; ``holiday`` is None where the calendar does not reach.

    ``holiday_span`` are the bounds of the holidays that hold the day.
    """

    weekday: int
    parity: int
    nth: int
    is_last: bool
    holiday: bool | None
    is_public: bool
    holiday_span: tuple[date, date] | None


class Calendar(msgspec.Struct, frozen=True):
    """School holidays of one Land without gaps between the first and the last, and free days."""

    periods: tuple[HolidayPeriod, ...] = ()
    public: frozenset[date] = frozenset()

    def named(self, key: str) -> HolidayPeriod | None:
        """The period with this key."""
        return next((period for period in self.periods if period.key == key), None)

    def covers(self, span: Span) -> bool:
        """Whether it is known of each day if it lies in the holidays."""
        if not self.periods or span.start is None or span.end is None:
            return False
        first = min(period.start for period in self.periods)
        last = max(period.end for period in self.periods)
        return first <= span.start and span.end <= last

    def classes(self, span: Span) -> Counter[DayClass]:
        """How many days of each kind lie in a bounded span, without its closed days."""
        if span.start is None or span.end is None:
            return Counter()
        return _classes(self, span.start, span.end, span.closed)


@lru_cache(maxsize=256)
def _classes(
    calendar: Calendar, start: date, end: date, closed: frozenset[date]
) -> Counter[DayClass]:
    counted: Counter[DayClass] = Counter()
    periods = sorted(calendar.periods, key=lambda period: period.start)
    first = periods[0].start if periods else None
    last = max((period.end for period in periods), default=None)
    for step in range(min((end - start).days + 1, LONGEST_SPAN)):
        day = start + timedelta(days=step)
        if day in closed:
            continue
        inside = next((p for p in periods if p.start <= day <= p.end), None)
        covered = first is not None and last is not None and first <= day <= last
        counted[
            DayClass(
                weekday=day.weekday(),
                parity=week_parity(day),
                nth=(day.day - 1) // 7 + 1,
                is_last=(day + timedelta(days=7)).month != day.month,
                holiday=inside is not None if covered else None,
                is_public=day in calendar.public,
                holiday_span=(inside.start, inside.end) if inside else None,
            )
        ] += 1
    return counted


def resolved(period: Period | None, calendar: Calendar) -> Span | None:
    """The days of a Period; without Period all days. None if only a missing holiday names them."""
    if period is None:
        return Span()
    start, end = period.start, period.end
    if start is None and end is None:
        named = calendar.named(period.holiday_key or "")
        if named is None:
            return None
        start, end = named.start, named.end
    return Span(start=start, end=end, closed=frozenset(period.closed_days), is_own=True)


def minutes_on(
    pieces: Sequence[Piece], day: DayClass, span: Span, assumed: Assumption
) -> Iterator[tuple[Piece, float]]:
    """The pieces that take place on a day, with the weight of their rhythm (1 if it is certain)."""
    for piece in pieces:
        if piece.weekday is not None and piece.weekday != day.weekday:
            continue
        if day.is_public and not piece.on_public_holidays:
            continue
        weight = _rhythm_weight(piece, day)
        takes_place = _in_term(piece.term, day, span)
        if weight and (assumed.value if takes_place is None else takes_place):
            yield piece, weight


def _rhythm_weight(piece: Piece, day: DayClass) -> float:
    if piece.rhythm is Rhythm.BIWEEKLY and piece.parity is not None:
        return 1.0 if piece.parity == day.parity else 0.0
    if piece.rhythm is Rhythm.MONTHLY and piece.nth is not None:
        return 1.0 if (day.is_last if piece.nth == -1 else piece.nth == day.nth) else 0.0
    return piece.weight


def _in_term(term: Term, day: DayClass, span: Span) -> bool | None:
    """Whether a slot of this term takes place; None if the calendar or the term leaves it open.

    A slot without term keeps all days of a Period that lies within the holidays, and of a Period
    whose holidays are not known: these days are stated. In school time it takes place.
    """
    if term is Term.ALL_YEAR:
        return True
    if term is Term.HOLIDAYS:
        return day.holiday
    if term is Term.SCHOOL_TIME:
        return None if day.holiday is None else not day.holiday
    if day.holiday is False:
        return True
    if not span.is_own or span.is_open:
        return None
    if day.holiday_span is None:
        return True
    first, last = day.holiday_span
    within = (
        span.start is not None and span.end is not None and first <= span.start and span.end <= last
    )
    return True if within else None
