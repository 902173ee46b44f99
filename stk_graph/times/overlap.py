"""How far two offers take place at the same time: the features T and D of a pair (domain 7.2)."""

from collections.abc import Sequence
from datetime import date
from itertools import product

import msgspec

from stk_graph.language import N_
from stk_graph.model.enums import Rhythm
from stk_graph.model.times import HolidayPeriod, Period, TimeSlot
from stk_graph.times.expansion import Assumption, Calendar, Span, minutes_on, resolved
from stk_graph.times.pieces import Piece, common_minutes, joint_weight, pieces_of, total_minutes

CHECK_RHYTHM = N_("Rhythmus prüfen")
MORE_BY_ARRANGEMENT = N_("weitere Termine nach Vereinbarung")
NO_TIMES = N_("keine Zeiten bekannt")
ONLY_BY_ARRANGEMENT = N_("nur nach Vereinbarung")
HOURS_UNKNOWN = N_("Uhrzeit oder Wochentag unbekannt")
HOLIDAY_DATES_MISSING = N_("Feriendaten fehlen")
TERM_UNKNOWN = N_("unklar, ob in den Ferien")
PERIOD_MISSING = N_("Zeitraum unbekannt")


class Feature(msgspec.Struct, frozen=True, kw_only=True):
    """A value from 0 to 1, None if it cannot be computed, and why (shown through ``_``)."""

    value: float | None
    reasons: tuple[str, ...] = ()


class Timetable(msgspec.Struct, frozen=True, kw_only=True):
    """When one offer takes place."""

    slots: tuple[TimeSlot, ...] = ()
    period: Period | None = None


def time_overlap(
    one: Timetable,
    two: Timetable,
    *,
    holidays: Sequence[HolidayPeriod] = (),
    public: frozenset[date] = frozenset(),
) -> Feature:
    """T: overlapping minutes by the minutes of the shorter, symmetric, None if unknown.

    Without Periods a week is compared, with at least one real dates are. ``holidays`` is the
    calendar of the Land without gaps, ``public`` its public holidays; they are needed only where a
    slot depends on them. Slots whose hours are unknown give 0 if they cannot meet, else None.
    """
    reasons: list[str] = []
    for table in (one, two):
        fixed = [slot for slot in table.slots if slot.rhythm is not Rhythm.IRREGULAR]
        if not fixed:
            return Feature(value=None, reasons=(ONLY_BY_ARRANGEMENT if table.slots else NO_TIMES,))
        if len(fixed) < len(table.slots):
            reasons.append(MORE_BY_ARRANGEMENT)
    first, second = pieces_of(one.slots), pieces_of(two.slots)
    known = all(piece.is_complete for piece in (*first, *second))
    calendar = Calendar(periods=tuple(holidays), public=public)
    spans = [resolved(table.period, calendar) for table in (one, two)]
    if None in spans:
        return Feature(value=None, reasons=(*dict.fromkeys(reasons), HOLIDAY_DATES_MISSING))
    left, right = (span for span in spans if span is not None)
    common = left.common(right)
    if common.is_empty:
        return Feature(value=0.0, reasons=tuple(dict.fromkeys(reasons)))
    if common.is_open:
        value, checked = _weekly(first, second)
    else:
        sides = (_Side(first, left, common), _Side(second, right, common))
        found = [_dated(sides, calendar, common, each) for each in product(Assumption, repeat=2)]
        value, checked = found[0]
        if any(other != value for other, _checked in found):
            missing = TERM_UNKNOWN if calendar.covers(common) else HOLIDAY_DATES_MISSING
            return Feature(value=None, reasons=(*dict.fromkeys(reasons), missing))
    if value > 0 and not known:
        return Feature(value=None, reasons=(*dict.fromkeys(reasons), HOURS_UNKNOWN))
    if checked and value > 0:
        reasons.append(CHECK_RHYTHM)
    return Feature(value=value, reasons=tuple(dict.fromkeys(reasons)))


class _Side(msgspec.Struct, frozen=True):
    """One offer: its pieces, its own days, and the days on which its total counts."""

    pieces: tuple[Piece, ...]
    span: Span
    common: Span

    @property
    def counted(self) -> Span:
        """The whole Period; the dates considered if the offer has none or an open one."""
        return self.common if self.span.is_open else self.span


def _weekly(first: Sequence[Piece], second: Sequence[Piece]) -> tuple[float, bool]:
    overlap, checked = 0.0, False
    for one, two in product(first, second):
        minutes = common_minutes(one, two)
        weight, unsure = joint_weight(one, two)
        overlap += minutes * weight
        checked = checked or (unsure and minutes > 0)
    shorter = min(_week_total(first), _week_total(second))
    return _share(overlap, shorter), checked


def _week_total(pieces: Sequence[Piece]) -> float:
    return sum(piece.weight * total_minutes(piece) for piece in pieces)


def _dated(
    sides: tuple[_Side, _Side],
    calendar: Calendar,
    common: Span,
    assumed: tuple[Assumption, ...],
) -> tuple[float, bool]:
    totals = []
    for side, assumption in zip(sides, assumed, strict=True):
        days = calendar.classes(side.counted)
        totals.append(
            sum(
                number
                * sum(
                    weight * total_minutes(piece)
                    for piece, weight in minutes_on(side.pieces, day, side.span, assumption)
                )
                for day, number in days.items()
            )
        )
    overlap, checked = 0.0, False
    closed = sides[0].span.closed | sides[1].span.closed
    for day, number in calendar.classes(common.without(closed)).items():
        meeting = product(
            minutes_on(sides[0].pieces, day, sides[0].span, assumed[0]),
            minutes_on(sides[1].pieces, day, sides[1].span, assumed[1]),
        )
        for (one, weight_one), (two, weight_two) in meeting:
            minutes = common_minutes(one, two)
            overlap += number * minutes * min(weight_one, weight_two)
            checked = checked or (minutes > 0 and 0 < min(weight_one, weight_two) < 1)
    return _share(overlap, min(totals)), checked


def _share(overlap: float, shorter: float) -> float:
    """Overlapping minutes by the shorter; slots of one offer that cover each other count once."""
    return 0.0 if shorter <= 0 or overlap <= 0 else min(1.0, round(overlap / shorter, 9))


def date_overlap(
    one: Period | None, two: Period | None, *, holidays: Sequence[HolidayPeriod] = ()
) -> Feature:
    """D: common calendar days of two Periods by the days of the shorter, both ends inclusive."""
    calendar = Calendar(periods=tuple(holidays))
    if one is None or two is None:
        return Feature(value=None, reasons=(PERIOD_MISSING,))
    first, second = resolved(one, calendar), resolved(two, calendar)
    if first is None or second is None:
        return Feature(value=None, reasons=(HOLIDAY_DATES_MISSING,))
    if first.is_open or second.is_open:
        empty = first.common(second).is_empty
        return Feature(value=0.0 if empty else None, reasons=() if empty else (PERIOD_MISSING,))
    common = first.common(second).length
    return Feature(value=common / min(first.length, second.length))
