"""Clock times: ``9:30``, ``9.30 Uhr``, ``halb acht``, ``12 p.m.``, and ranges of them."""

import re

from stk_graph.model.enums import DayPart
from stk_graph.times.scan import number_of

MIDNIGHT = 24 * 60
NOON = 12 * 60
LONGEST_NIGHT = 16 * 60
"""Minutes of the longest slot that is read as running over midnight."""

_EVENING_TURNS = {DayPart.AFTERNOON: range(1, 8), DayPart.EVENING: range(4, 12)}
"""Hours that a word such as ``abends`` moves into the second half of the day."""


def minutes_of(text: str) -> int | None:
    """Minutes after midnight of one clock time in normal form, None if there is no such time.

    ``12 p.m.`` is noon, ``12am`` midnight, ``24:00`` is 1440, ``halb acht`` 7:30.
    """
    low = text.strip()
    if low in ("mitternacht", "midnight"):
        return MIDNIGHT
    if low == "noon":
        return NOON
    half = low.startswith("halb ") and re.fullmatch(r"halb (\w+)(?: uhr)?", low)
    if half:
        hour = number_of(half[1])
        return None if hour is None or not 1 <= hour <= 12 else hour * 60 - 30
    is_beside = " vor " in low or " nach " in low
    beside = is_beside and re.fullmatch(r"(\w+) (vor|nach) (\w+)", low)
    if beside:
        hour = number_of(beside[3])
        off = 15 if beside[1] == "viertel" else number_of(beside[1])
        if hour is None or off is None or not 1 <= hour <= 24 or off >= 60:
            return None
        return hour * 60 + (off if beside[2] == "nach" else -off)
    word = not low[:1].isdecimal() and re.fullmatch(r"([^\W\d_]+)(?: uhr)?", low)
    if word:
        hour = number_of(word[1])
        return None if hour is None else hour * 60
    match = re.fullmatch(
        r"(\d{1,2})(?:(?:[:.h]| uhr )(\d{2}))?(?:[:.]\d{2})?(?: ?uhr| ?h)?(?: ?([ap])\.? ?m\.?)?",
        low,
    )
    if match:
        return _minutes(int(match[1]), int(match[2] or 0), match[3])
    military = re.fullmatch(r"(\d{1,2})(\d{2})", low)
    return _minutes(int(military[1]), int(military[2]), None) if military else None


def _minutes(hour: int, minute: int, half: str | None) -> int | None:
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    total = hour * 60 + minute
    return total if minute < 60 and total <= MIDNIGHT else None


def is_half_marked(text: str) -> bool:
    """Whether a time says am or pm."""
    return bool(re.search(r"[ap]\.? ?m\.?$", text.strip()))


def moved_by(minutes: int, part: DayPart | None) -> int:
    """``abends um 8`` is 20:00; a time that already fits stays."""
    if part in _EVENING_TURNS and minutes // 60 in _EVENING_TURNS[part]:
        return minutes + NOON
    return minutes


def range_minutes(first: str, last: str) -> tuple[int, int] | None:
    """Both ends of a range; ``2-4 pm`` and ``11-2pm`` are understood. None if one is no time."""
    start, end = minutes_of(first), minutes_of(last)
    if start is None or end is None:
        return None
    if is_half_marked(last) and not is_half_marked(first) and end > NOON and start + NOON < end:
        start += NOON
    return start, end


def parts_of_night(start: int, end: int) -> list[tuple[int, int, int]] | None:
    """A range as (days later, start, end), split at midnight; None if it makes no sense.

    ``20–2 Uhr`` is 20:00–24:00 and 0:00–2:00 of the next day. A range that ends before it starts
    counts as a night only from noon on and up to 16 hours, otherwise it is a typing error.
    """
    if start < end:
        return [(0, start, end)]
    if start >= NOON and MIDNIGHT - start + end <= LONGEST_NIGHT:
        night = [(0, start, MIDNIGHT)] if start < MIDNIGHT else []
        return night + ([(1, 0, end)] if end > 0 else [])
    return None


def fraction_of_day(text: str) -> str:
    """A spreadsheet's fraction of a day (``0,5833``) as ``14:00``; other texts as they are."""
    if not re.fullmatch(r"\s*0[.,]\d{2,20}(?:\s*[-–]\s*0[.,]\d{2,20})?\s*", text):
        return text

    def shown(match: re.Match[str]) -> str:
        minutes = round(float(match.group().replace(",", ".")) * MIDNIGHT)
        return f"{minutes // 60}:{minutes % 60:02}"

    return re.sub(r"0[.,]\d+", shown, text)
