"""Which share of the asked minutes an offer covers (domain model, section 8.1)."""

from collections.abc import Iterable

from stk_graph.model import Offer, TimeSlot
from stk_graph.model.enums import DayPart, Rhythm, Term
from stk_graph.model.times import MINUTES_OF_DAY

HOURS = {
    DayPart.MORNING: (8 * 60, 12 * 60),
    DayPart.NOON: (12 * 60, 14 * 60),
    DayPart.AFTERNOON: (14 * 60, 18 * 60),
    DayPart.EVENING: (18 * 60, 22 * 60),
    DayPart.ALL_DAY: (8 * 60, 18 * 60),
}
"""Minutes after midnight that stand in for a part of the day without clock times."""


OPEN_END = 120


def covered(asked: tuple[TimeSlot, ...], offer: Offer | None) -> float | None:
    """Share 0 to 1 of the asked minutes; None without slots, with irregular ones or unknown terms.

    An asked slot with one open end ("nach 17 Uhr") means the two hours beside it. One without
    weekday means any day: the day that covers it best counts. Overlapping
    slots of the offer are counted once. An offer whose slots are of holidays only, or only of
    school time, is known only for an asked slot of the same term.
    """
    if offer is None or not asked:
        return None
    open_slots = [slot for slot in offer.slots if _is_fixed(slot)]
    wanted = [(slot, _asked_hours(slot)) for slot in asked]
    minutes = sum(end - start for _slot, (start, end) in wanted)
    if not open_slots or not minutes or any(_term_unknown(slot, open_slots) for slot in asked):
        return None
    return sum(_minutes(slot, hours, open_slots) for slot, hours in wanted) / minutes


def _is_fixed(slot: TimeSlot) -> bool:
    timed = slot.start is not None or slot.day_part is not None
    return slot.rhythm is not Rhythm.IRREGULAR and slot.weekday is not None and timed


def _term_unknown(asked: TimeSlot, offered: Iterable[TimeSlot]) -> bool:
    if asked.term in (Term.UNKNOWN, Term.ALL_YEAR):
        return False
    return all(slot.term is Term.UNKNOWN for slot in offered)


def _asked_hours(slot: TimeSlot) -> tuple[int, int]:
    start, end = _hours(slot)
    if slot.day_part is None and slot.start is not None and slot.end is None:
        end = min(end, start + OPEN_END)
    elif slot.day_part is None and slot.end is not None and slot.start is None:
        start = max(start, end - OPEN_END)
    return start, end


def _hours(slot: TimeSlot) -> tuple[int, int]:
    part = HOURS.get(slot.day_part) if slot.day_part is not None else None
    start = slot.start if slot.start is not None else (part[0] if part else 0)
    end = slot.end if slot.end is not None else (part[1] if part else MINUTES_OF_DAY)
    return start, max(start, end)


def _minutes(asked: TimeSlot, hours: tuple[int, int], offered: list[TimeSlot]) -> float:
    days = {slot.weekday for slot in offered} if asked.weekday is None else {asked.weekday}
    return max((_on_day(day, asked, hours, offered) for day in days), default=0.0)


def _on_day(day: object, asked: TimeSlot, hours: tuple[int, int], offered: list[TimeSlot]) -> float:
    spans = sorted(
        _hours(slot) for slot in offered if slot.weekday == day and _same_term(asked, slot)
    )
    total, reached = 0, hours[0]
    for start, end in spans:
        low, high = max(start, reached), min(end, hours[1])
        if high > low:
            total += high - low
            reached = high
    return float(total)


def _same_term(asked: TimeSlot, offered: TimeSlot) -> bool:
    free = (Term.UNKNOWN, Term.ALL_YEAR)
    return asked.term in free or offered.term in free or asked.term is offered.term
