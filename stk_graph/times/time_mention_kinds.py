"""From a found phrase to the times it states: one function per kind of phrase."""

import re
from collections.abc import Callable, Iterator

import msgspec

from stk_graph.model.enums import DayPart, Weekday
from stk_graph.times.clock import MIDNIGHT, minutes_of

_NIGHT = 22 * 60


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """One time in a text and where it stands.

    ``low`` and ``high`` are minutes after midnight, None where the text leaves them open.
    ``holiday`` is a name of ``stk_graph.times.holidays.NAMES`` or ``feasts.FEAST_WORDS``, empty for
    any holidays; ``holiday_words`` are the words for it. ``weeks`` are its first and last week
    asked for, from 1, or from -1 backwards. ``year`` is written, ``is_next_year`` said;
    ``is_next``: the next holidays are meant.
    """

    start: int
    end: int
    weekdays: tuple[Weekday, ...] = ()
    low: int | None = None
    high: int | None = None
    part: DayPart | None = None
    holiday: str | None = None
    holiday_words: str = ""
    weeks: tuple[int, int] | None = None
    year: int | None = None
    is_next_year: bool = False
    is_next: bool = False


Made = Iterator[TimeMention]
Maker = Callable[[re.Match[str], str], Made]


def clock(match: re.Match[str], text: str) -> Made:
    """A clock time or span; a bare number only with ``Uhr``, with minutes or after ``um``."""
    first, last, word = match["first"], match["last"], match["op"] or ""
    marked = match["unit"] or re.search(r"[:.]", first + (last or "")) or " " in first
    hour_given = first[0].isdecimal() and word in ("um", "gegen", "so um")
    if not (marked or hour_given or word == "früh um"):
        return
    if word == "zwischen" and not last:
        return
    low = minutes_of(first)
    high = minutes_of(last) if last else None
    if low is None or (last and high is None):
        return
    if high is not None:
        if low < high:
            yield TimeMention(start=match.start(), end=match.end(), low=low, high=high)
        return
    if word in ("bis", "vor", "bis um", "spätestens", "bis spätestens", "bis gegen"):
        yield TimeMention(start=match.start(), end=match.end(), high=low)
    elif low < MIDNIGHT:
        yield TimeMention(start=match.start(), end=match.end(), low=low)


def fixed(weekdays: tuple[Weekday, ...]) -> Maker:
    """``am Wochenende``, ``werktags``: always the same days."""

    def make(match: re.Match[str], text: str) -> Made:
        yield TimeMention(start=match.start(), end=match.end(), weekdays=weekdays)

    return make


def part(of_day: DayPart) -> Maker:
    """``nachmittags``, ``am Abend``: a time of day."""

    def make(match: re.Match[str], text: str) -> Made:
        yield TimeMention(start=match.start(), end=match.end(), part=of_day)

    return make


def night(match: re.Match[str], text: str) -> Made:
    """``nachts``: from ten to midnight."""
    yield TimeMention(start=match.start(), end=match.end(), low=_NIGHT, high=MIDNIGHT)
