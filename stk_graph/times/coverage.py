"""Whether an offer takes place when somebody needs it: the share of asked minutes it covers."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from stk_graph.language import N_
from stk_graph.model.enums import DayPart, Rhythm, Term
from stk_graph.model.times import MINUTES_OF_DAY, HolidayPeriod, Period, TimeSlot
from stk_graph.times.expansion import Calendar, resolved
from stk_graph.times.overlap import NO_TIMES, TERM_UNKNOWN, Feature
from stk_graph.times.pieces import WEIGHTS

PROBE = 120
"""Minutes asked for by an open time: ``nach 17 Uhr`` asks for 17:00 to 19:00."""

ENOUGH = 0.5
"""Share of the asked minutes from which a time fits (domain 8.1)."""

PART_HOURS = {
    DayPart.MORNING: (8 * 60, 12 * 60),
    DayPart.NOON: (12 * 60, 14 * 60),
    DayPart.AFTERNOON: (14 * 60, 18 * 60),
    DayPart.EVENING: (18 * 60, 22 * 60),
    DayPart.ALL_DAY: (8 * 60, 17 * 60),
}
"""Hours meant by a time of day, in minutes after midnight."""

ON_REQUEST = N_("Zeiten nach Vereinbarung")
OTHER_TERM = N_("andere Zeit im Schuljahr")
HOURS_UNKNOWN = N_("Uhrzeit unbekannt")


class _Held(msgspec.Struct, frozen=True):
    """One slot of the offer as seen from an asked one: certain hours or only possible ones."""

    weekday: int | None
    start: int
    end: int
    weight: float
    certain: bool


def share_covered(
    asked: Sequence[TimeSlot],
    slots: Sequence[TimeSlot],
    period: Period | None = None,
    *,
    asked_period: Period | Sequence[Period] | None = None,
    holidays: Sequence[HolidayPeriod] = (),
) -> Feature:
    """The share of asked minutes that the offer covers, 0 to 1; None if unknown.

    An asked slot without weekday may fall on any day (the best one counts), without hours it asks
    for some time on that day; a rhythm counts with its weight. Of several ``asked_period`` any
    will do. Slots by arrangement or without hours make the answer unknown unless it is certain
    without them.
    """
    if not asked:
        return Feature(value=None)
    if not slots:
        return Feature(value=None, reasons=(NO_TIMES,))
    asked_periods = (asked_period,) if isinstance(asked_period, Period) else asked_period or ()
    frame = _Frame(period, tuple(asked_periods), Calendar(tuple(holidays)))
    certain = possible = total = 0.0
    terms: list[bool | None] = []
    for ask in asked:
        fitting = [(slot, frame.fits(ask.term, slot.term)) for slot in slots]
        terms += [fits for _slot, fits in fitting]
        held = [_held(ask, slot, bool(fits)) for slot, fits in fitting if fits is not False]
        minutes = _asked_minutes(ask)
        total += minutes
        certain += minutes * _best(ask, [each for each in held if each.certain])
        possible += minutes * _best(ask, held)
    low, high = certain / total, possible / total
    reasons = [OTHER_TERM] if False in terms else []
    if low >= ENOUGH or high < ENOUGH or low == high:
        return Feature(value=min(1.0, low), reasons=tuple(reasons))
    if None in terms:
        reasons.append(TERM_UNKNOWN)
    elif any(slot.rhythm is Rhythm.IRREGULAR for slot in slots):
        reasons.append(ON_REQUEST)
    else:
        reasons.append(HOURS_UNKNOWN)
    return Feature(value=None, reasons=tuple(reasons))


def asked_hours(ask: TimeSlot) -> tuple[int, int] | None:
    """The minutes an asked slot means; None for "some time on that day"."""
    if ask.start is not None and ask.end is not None:
        return ask.start, ask.end
    if ask.start is not None:
        begin = min(ask.start, MINUTES_OF_DAY - 1)
        return begin, min(begin + PROBE, MINUTES_OF_DAY)
    if ask.end is not None:
        end = max(ask.end, 1)
        return max(0, end - PROBE), end
    return PART_HOURS[ask.day_part] if ask.day_part else None


def _asked_minutes(ask: TimeSlot) -> int:
    hours = asked_hours(ask)
    return PROBE if hours is None else hours[1] - hours[0]


def _held(ask: TimeSlot, slot: TimeSlot, term_fits: bool) -> _Held:
    """The hours of a slot; certain if they and the weekday are known and the term fits."""
    certain = term_fits and slot.weekday is not None
    if slot.rhythm is Rhythm.IRREGULAR:
        return _Held(slot.weekday, 0, MINUTES_OF_DAY, 1.0, False)
    weight = WEIGHTS[slot.rhythm]
    if slot.start is not None and slot.end is not None:
        return _Held(slot.weekday, slot.start, slot.end, weight, certain)
    any_time = asked_hours(ask) is None
    same_part = ask.start is None and ask.end is None and slot.day_part == ask.day_part
    start = 0 if slot.start is None else slot.start
    end = MINUTES_OF_DAY if slot.end is None else slot.end
    if slot.day_part is not None and (slot.start, slot.end) == (None, None):
        start, end = PART_HOURS[slot.day_part]
    return _Held(slot.weekday, start, end, weight, certain and (any_time or same_part))


class _Frame(msgspec.Struct, frozen=True):
    """The part of the year of the offer and of the question."""

    period: Period | None
    asked_periods: tuple[Period, ...]
    calendar: Calendar

    def fits(self, asked: Term, term: Term) -> bool | None:
        """Whether slot and question mean the same part of the school year; None if unknown."""
        in_holidays = self._lies_in_holidays()
        if asked is not Term.HOLIDAYS:
            return not (term is Term.HOLIDAYS or in_holidays)
        if term is Term.SCHOOL_TIME:
            return False
        if self._misses_all_periods():
            return False
        return True if in_holidays or term is not Term.UNKNOWN else None

    def _misses_all_periods(self) -> bool:
        """Whether the offer is known to lie outside of every period asked for."""
        held = resolved(self.period, self.calendar)
        if self.period is None or held is None or not self.asked_periods:
            return False
        wanted = [resolved(each, self.calendar) for each in self.asked_periods]
        return all(each is not None and held.common(each).is_empty for each in wanted)

    def _lies_in_holidays(self) -> bool:
        """Whether the offer takes place in the holidays only."""
        if self.period is None:
            return False
        if self.period.holiday_key is not None:
            return True
        start, end = self.period.start, self.period.end
        if start is None or end is None:
            return False
        return any(each.start <= start and end <= each.end for each in self.calendar.periods)


def _best(ask: TimeSlot, held: Sequence[_Held]) -> float:
    """The covered share of one asked slot on its weekday, or on the best one."""
    days = range(7) if ask.weekday is None else [int(ask.weekday)]
    return max(_on_day(ask, [h for h in held if h.weekday in (None, day)]) for day in days)


def _on_day(ask: TimeSlot, held: Sequence[_Held]) -> float:
    hours = asked_hours(ask)
    if hours is None:
        return max((each.weight for each in held), default=0.0)
    start, end = hours
    edges = {start, end}
    for each in held:
        edges |= {edge for edge in (each.start, each.end) if start < edge < end}
    order = sorted(edges)
    covered = 0.0
    for begin, until in pairwise(order):
        covering = [each.weight for each in held if each.start <= begin and until <= each.end]
        covered += (until - begin) * max(covering, default=0.0)
    return covered / (end - start)
