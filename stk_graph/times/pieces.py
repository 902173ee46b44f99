"""Slots of one offer merged into pieces, and what two pieces share in a week (domain 7.2)."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from stk_graph.model.enums import Rhythm, Term
from stk_graph.model.times import MINUTES_OF_DAY, TimeSlot

WEIGHTS = {Rhythm.WEEKLY: 1.0, Rhythm.BIWEEKLY: 0.5, Rhythm.MONTHLY: 12 / 52}
"""How often a slot takes place per week."""

Interval = tuple[int, int]


class Piece(msgspec.Struct, frozen=True):
    """Hours of one weekday with equal rhythm; ``intervals`` are disjoint, in minutes.

    ``weekday`` None may be any day. A piece that is not complete has the widest hours possible.
    """

    weekday: int | None
    intervals: tuple[Interval, ...]
    rhythm: Rhythm
    parity: int | None
    nth: int | None
    term: Term
    on_public_holidays: bool
    is_complete: bool

    @property
    def weight(self) -> float:
        """Occurrences per week."""
        return WEIGHTS[self.rhythm]


def week_parity(day: date) -> int:
    """0 or 1, alternating with every week from Monday to Sunday."""
    return ((day.toordinal() - 1) // 7) % 2


def pieces_of(slots: Iterable[TimeSlot]) -> tuple[Piece, ...]:
    """The fixed slots, merged where weekday and rhythm are equal; irregular ones are left out."""
    merged: dict[Piece, list[Interval]] = {}
    for slot in slots:
        if slot.rhythm is Rhythm.IRREGULAR:
            continue
        fortnightly = slot.rhythm is Rhythm.BIWEEKLY and slot.anchor is not None
        frame = Piece(
            weekday=slot.weekday,
            intervals=(),
            rhythm=slot.rhythm,
            parity=week_parity(slot.anchor) if fortnightly and slot.anchor else None,
            nth=slot.nth if slot.rhythm is Rhythm.MONTHLY else None,
            term=slot.term,
            on_public_holidays=slot.on_public_holidays,
            is_complete=None not in (slot.weekday, slot.start, slot.end),
        )
        start = 0 if slot.start is None else slot.start
        end = MINUTES_OF_DAY if slot.end is None else slot.end
        merged.setdefault(frame, []).append((start, end))
    return tuple(
        msgspec.structs.replace(frame, intervals=union(intervals))
        for frame, intervals in merged.items()
    )


def union(intervals: Sequence[Interval]) -> tuple[Interval, ...]:
    """Disjoint intervals in order that cover the same minutes."""
    joined: list[Interval] = []
    for start, end in sorted(intervals):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def total_minutes(piece: Piece) -> int:
    """Minutes of one occurrence."""
    return sum(end - start for start, end in piece.intervals)


def common_minutes(one: Piece, two: Piece) -> int:
    """Minutes both take place on one day, 0 on different weekdays."""
    if None not in (one.weekday, two.weekday) and one.weekday != two.weekday:
        return 0
    return sum(
        max(0, min(end_one, end_two) - max(start_one, start_two))
        for start_one, end_one in one.intervals
        for start_two, end_two in two.intervals
    )


def joint_weight(one: Piece, two: Piece) -> tuple[float, bool]:
    """How often per week two pieces of one weekday meet, and whether that is an upper bound."""
    if {one.term, two.term} == {Term.HOLIDAYS, Term.SCHOOL_TIME}:
        return 0.0, False
    weight = min(one.weight, two.weight)
    rhythms = {one.rhythm, two.rhythm}
    if Rhythm.WEEKLY in rhythms:
        return weight, False
    if rhythms == {Rhythm.BIWEEKLY} and one.parity is not None and two.parity is not None:
        return (weight if one.parity == two.parity else 0.0), False
    if rhythms == {Rhythm.MONTHLY} and one.nth is not None and two.nth is not None:
        return (weight if one.nth == two.nth else 0.0), False
    return weight, True
