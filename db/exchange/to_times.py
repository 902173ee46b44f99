"""When an offer takes place and a place is open: schedule rows, else certain words of the texts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import msgspec

from db.exchange.conversion import TEXT_LIMIT, Conversion, Notes
from db.exchange.hsds_rows import Row
from db.exchange.schedule_rows import MOST_CLOSED_DAYS, ScheduleRow, read_schedule
from stk_graph.model import Period, TimeSlot
from stk_graph.times.slot_words import slot_words
from stk_graph.times.slots import TimesReading, parse_times

_DAY = (
    r"(?:mo|di|mi|do|fr|sa|so)\b\.?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonnabend|sonntag)s?(?:vor|nach)?(?:mittags?)?\b|werktags\b|täglich\b"
)
_CLOCK = r"\d{1,2}(?:[.:]\d{2})?(?!\d)(?:\s*(?:uhr|h)\b)?"
_BETWEEN = r"(?:[\s,;&/+–—-]|\b(?:und|u\.|bis|jeweils|immer|von|um|zwischen)(?!\w))*"
_PHRASE = re.compile(
    rf"(?<!\w)(?:jeden\s+)?(?:{_DAY})(?:{_BETWEEN}(?:{_DAY}))*{_BETWEEN}{_CLOCK}"
    rf"(?:{_BETWEEN}(?:(?:{_DAY})|{_CLOCK}))*",
    re.IGNORECASE,
)
"""Weekdays with clock times and nothing else between them."""
_HAS_CLOCK = re.compile(r"(?i)\d\s*(?:uhr|h)\b|\d[.:]\d{2}|\d{1,2}\s*(?:-|–|bis)\s*\d{1,2}")
_CHANGES_MEANING = re.compile(
    r"(?i)\d+.?tägig|alle \w+ wochen|zweiwöch|monat|\d\.\s*$|letzte|erste|zweite|dritte|vierte"
    r"|gerade|\baußer|\bnicht\b|geschlossen|ferien|schulzeit|\bbis \d{1,2}\.\d"
)
"""Words beside a time that make another rhythm or its opposite of it."""


@dataclass(frozen=True)
class Times:
    slots: tuple[TimeSlot, ...] = ()
    period: Period | None = None
    text: str | None = None


def times_of(row: Row, conversion: Conversion, rows: list[Row], notes: Notes) -> Times:
    """The times of a service: of its schedules, or of its texts if it has none."""
    directory = conversion.directory
    found = list(directory.below("schedules", "service_id", row.id))
    for held in directory.below("service_at_location", "service_id", row.id):
        found += directory.below("schedules", "service_at_location_id", held.id)
    found = list({id(schedule): schedule for schedule in found}.values())
    if not found:
        return times_of_texts((row.get("name"), row.get("description")))
    rows += found
    read = [read_schedule(schedule, conversion, notes) for schedule in found]
    main = _main_rows(read, notes)
    slots, period, text = _slots(main), _period(main, read), _text(read)
    if not slots and period is None and text:
        return _times_of_description(text)
    return Times(slots, period, text)


def opening_of(
    row: Row, conversion: Conversion, rows: list[Row], notes: Notes
) -> tuple[tuple[TimeSlot, ...], str | None]:
    """The opening times of a place from its schedules."""
    found = conversion.directory.below("schedules", "location_id", row.id)
    rows += found
    read = [read_schedule(schedule, conversion, notes) for schedule in found]
    return _slots(_main_rows(read, notes)), _text(read)


def _slots(read: Iterable[ScheduleRow]) -> tuple[TimeSlot, ...]:
    return tuple(dict.fromkeys(slot for schedule in read for slot in schedule.slots))


def _main_rows(read: list[ScheduleRow], notes: Notes) -> list[ScheduleRow]:
    """The rows that say when something usually takes place; the others become notes.

    These are the rows without an end, else those of the span that ends last: hours of a single
    holiday never become hours of every week.
    """
    usual = [row for row in read if row.period is None or row.period.end is None]
    if not any(row.slots for row in usual):
        ends = [row.period.end for row in read if row.period is not None and row.period.end]
        last = max(ends, default=None)
        usual += [row for row in read if row.period is not None and row.period.end == last]
        usual = [row for row in usual if row.slots] or usual
    for row in read:
        if row.noted or row in usual or row.period is None:
            continue
        if row.slots or row.text:
            days = (row.period.start, row.period.end)
            span = "–".join(f"{day:%d.%m.%Y}" if day else "" for day in days)
            said = " ".join(filter(None, (span, slot_words(row.slots), row.text)))
            notes.append(("schedule.period", said))
    return usual


def _text(read: Iterable[ScheduleRow]) -> str | None:
    lines = [schedule.text for schedule in read if schedule.text]
    return "\n".join(dict.fromkeys(lines))[:TEXT_LIMIT] or None


def _period(main: list[ScheduleRow], read: list[ScheduleRow]) -> Period | None:
    """The span that the main rows share, less the closed days of all rows."""
    spans = {row.period for row in main if row.slots or row.period is not None}
    period = spans.pop() if len(spans) == 1 else None
    if period is None:
        return None
    closed = {day for row in read for day in row.closed if _within(day, period)}
    if len(closed) > MOST_CLOSED_DAYS:
        closed = set()
    return msgspec.structs.replace(
        period, closed_days=tuple(sorted({*period.closed_days, *closed}))
    )


def _within(day: date, period: Period) -> bool:
    return (period.start is None or period.start <= day) and (
        period.end is None or day <= period.end
    )


def _times_of_description(text: str) -> Times:
    """A schedule that is only a text: read as a whole, kept as it is."""
    reading = parse_times(text)
    certain = not reading.leftover and not reading.problems
    slots = reading.slots if certain else ()
    period = reading.periods[0] if certain and len(reading.periods) == 1 else None
    return Times(slots, period, text)


def times_of_texts(texts: Iterable[str]) -> Times:
    """Weekly times that stand word for word in a text; nothing if they are not certain.

    A time is certain if its weekdays and clock times stand together and no word beside them makes
    something else of it (every two weeks, only in term, closed).
    """
    for text in texts:
        phrases = [match for match in _PHRASE.finditer(text) if _HAS_CLOCK.search(match[0])]
        if not phrases:
            continue
        slots: dict[TimeSlot, None] = {}
        for match in phrases:
            before, after = _beside(text, match.start(), match.end())
            changed = _CHANGES_MEANING.search(before) or _CHANGES_MEANING.search(after)
            phrase = before + match[0] + after if changed else match[0]
            reading = _read(phrase.strip(" ,;-–"))
            certain = not reading.leftover and not reading.problems and reading.slots
            if not certain or any(slot.weekday is None for slot in reading.slots):
                return Times()
            slots.update(dict.fromkeys(reading.slots))
        return Times(tuple(slots), None, "; ".join(match[0].strip(" ,;-–") for match in phrases))
    return Times()


@lru_cache(maxsize=4096)
def _read(phrase: str) -> TimesReading:
    """Times as people type them return with every second offer."""
    return parse_times(phrase)


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands in the same sentence before and after a phrase."""
    before = re.split(r"[!?;\n]|\.\s+(?=[A-ZÄÖÜ])", text[max(0, start - 60) : start])[-1]
    return before, re.split(r"[!?;\n]|\.\s", text[end : end + 60])[0]
