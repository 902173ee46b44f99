"""Slots and periods → rows of ``schedules`` (RFC 5545 parts; only WEEKLY and MONTHLY exist)."""

from collections.abc import Iterable
from datetime import date

from stk_graph.model import Period, TimeSlot
from stk_graph.model.enums import Rhythm
from stk_graph.model.times import MINUTES_OF_DAY

Cells = dict[str, str]
_Like = tuple[int | None, int | None, Rhythm, date | None]


def clock_text(minutes: int) -> str:
    """``HH:MM:SS`` as the tabular form requires; the end of the day is written as its beginning."""
    minutes %= MINUTES_OF_DAY
    return f"{minutes // 60:02}:{minutes % 60:02}:00"


def schedule_rows(
    slots: Iterable[TimeSlot], period: Period | None, text: str | None
) -> list[Cells]:
    """One row for the slots that differ only in their weekday; one for a text or period alone."""
    groups: dict[_Like, list[TimeSlot]] = {}
    for slot in slots:
        if slot.weekday is not None and slot.rhythm is not Rhythm.IRREGULAR:
            like = (slot.start, slot.end, slot.rhythm, slot.anchor)
            groups.setdefault(like, []).append(slot)
    rows = [_row(like, held, period) for like, held in groups.items()]
    if not rows and (text or (period is not None and (period.start or period.end))):
        rows = [_span(period, anchored=False)]
    for row in rows:
        if text:
            row["description"] = text
    return rows


def _row(like: _Like, slots: list[TimeSlot], period: Period | None) -> Cells:
    start, end, rhythm, anchor = like
    row = _span(period, anchored=anchor is not None)
    if anchor is not None:
        row["dtstart"] = anchor.isoformat()
    row["freq"] = "MONTHLY" if rhythm is Rhythm.MONTHLY else "WEEKLY"
    if rhythm is Rhythm.BIWEEKLY:
        row["interval"] = "2"
    ordered = sorted(slots, key=lambda slot: (slot.nth or 0, slot.weekday or 0))
    days = (f"{slot.nth or ''}{slot.weekday.name}" for slot in ordered if slot.weekday is not None)
    row["byday"] = ",".join(dict.fromkeys(days))
    if start is not None:
        row["opens_at"] = clock_text(start)
    if end is not None:
        row["closes_at"] = clock_text(end)
    return row


def _span(period: Period | None, anchored: bool) -> Cells:
    """A closed span as ``dtstart`` and ``until``; beside an anchor or half open as ``valid_…``."""
    if period is None:
        return {}
    whole = period.start is not None and period.end is not None and not anchored
    first, last = ("dtstart", "until") if whole else ("valid_from", "valid_to")
    row = {}
    if period.start is not None:
        row[first] = period.start.isoformat()
    if period.end is not None:
        row[last] = period.end.isoformat()
    return row
