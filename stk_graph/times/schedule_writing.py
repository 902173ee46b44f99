"""Slots to HSDS 3.0 ``schedule`` objects (RFC 5545 parts)."""

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from stk_graph.language import _
from stk_graph.model.enums import Rhythm
from stk_graph.model.times import Period, TimeSlot, clock
from stk_graph.times.slot_words import slot_words
from stk_graph.times.slots import conditions_of, parse_times


def schedules_from_slots(
    slots: Sequence[TimeSlot], period: Period | None = None, text: str = ""
) -> list[dict[str, str | int]]:
    """HSDS 3.0 ``schedule`` objects: slots with equal hours and rhythm share one ``byday`` list.

    Only WEEKLY and MONTHLY are used. ``text`` is what the institution typed; what HSDS has no
    field for (term, public holidays, time of day, closed days) stands in ``description`` in words
    of the user's language, German or English, that ``slots_from_schedule`` reads back.
    """
    groups: dict[tuple[object, ...], list[TimeSlot]] = {}
    for slot in slots:
        week = None if slot.anchor is None else slot.anchor - timedelta(days=slot.anchor.weekday())
        frame: tuple[object, ...] = (slot.start, slot.end, slot.rhythm, week, slot.term)
        frame = (*frame, slot.day_part)
        if slot.rhythm is Rhythm.IRREGULAR or slot.weekday is None:
            frame = (*frame, slot.weekday)
        groups.setdefault((*frame, slot.on_public_holidays), []).append(slot)
    made = [_schedule(group, period, text) for group in groups.values()]
    if not made and (period is not None or text):
        made = [_bounds(period) | ({"description": text} if text else {})]
    return made


def _schedule(group: Sequence[TimeSlot], period: Period | None, text: str) -> dict[str, str | int]:
    slot = group[0]
    schedule: dict[str, str | int] = {}
    if slot.rhythm is not Rhythm.IRREGULAR and slot.weekday is not None:
        monthly = slot.rhythm is Rhythm.MONTHLY
        schedule["freq"] = "MONTHLY" if monthly else "WEEKLY"
        if slot.rhythm is Rhythm.BIWEEKLY:
            schedule["interval"] = 2
        order = sorted(group, key=lambda each: (each.nth or 0, each.weekday or 0))
        codes = [
            f"{each.nth or ''}{each.weekday.name}" for each in order if each.weekday is not None
        ]
        schedule["byday"] = ",".join(dict.fromkeys(codes))
        anchors = [each.anchor for each in group if each.anchor is not None]
        if anchors:
            schedule["dtstart"] = min(anchors).isoformat()
        if slot.start is not None:
            schedule["opens_at"] = clock(slot.start)
        if slot.end is not None:
            schedule["closes_at"] = clock(slot.end)
    words = _description(group, period, text, structured="freq" in schedule)
    return schedule | _bounds(period) | ({"description": words} if words else {})


def _bounds(period: Period | None) -> dict[str, str | int]:
    days = {} if period is None else {"valid_from": period.start, "valid_to": period.end}
    return {name: day.isoformat() for name, day in days.items() if day is not None}


def _description(
    group: Sequence[TimeSlot], period: Period | None, text: str, *, structured: bool
) -> str:
    slot = group[0]
    closed = () if period is None else period.closed_days
    wanted = conditions_of("")
    wanted = msgspec.structs.replace(
        wanted,
        term=slot.term,
        on_public_holidays=slot.on_public_holidays,
        day_part=slot.day_part,
        closed_days=closed,
    )
    if structured and conditions_of(text) == wanted:
        return text
    if not structured and set(parse_times(text).slots) == set(group):
        return text
    words = [text, slot_words(group)] if structured else [slot_words(group)]
    if closed:
        words += [_("außer {day}").format(day=f"{day:%d.%m.%Y}") for day in closed]
    return ", ".join(word for word in words if word)
