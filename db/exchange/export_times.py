"""Slots and periods → rows of ``schedules`` as the tabular form wants them."""

from collections.abc import Sequence

from stk_graph.model import Period, TimeSlot
from stk_graph.times.schedule_writing import schedules_from_slots

CLOCKS = ("opens_at", "closes_at")
END_OF_DAY = "24:00"


def clock_text(clock: str) -> str:
    """``HH:MM:SS`` of ``HH:MM``; the end of the day is written as the beginning of the next."""
    return f"{'00:00' if clock == END_OF_DAY else clock}:00"


def schedule_rows(
    slots: Sequence[TimeSlot], period: Period | None, text: str | None
) -> list[dict[str, str]]:
    """The rows of an offer or place, one for slots that differ only in their weekday.

    The days of a holiday programme are ``dtstart`` and ``until`` of its rule.
    """
    rows = []
    for values in schedules_from_slots(slots, period, text or ""):
        row = {name: str(value) for name, value in values.items() if value != ""}
        row.update({name: clock_text(row[name]) for name in CLOCKS if name in row})
        if "freq" in row and "valid_from" in row and "valid_to" in row and "dtstart" not in row:
            row["dtstart"], row["until"] = row.pop("valid_from"), row.pop("valid_to")
        if row:
            rows.append(row)
    return rows
