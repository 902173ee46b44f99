"""Single dates and clock times of HSDS files, with a code for what was repaired or refused."""

import re
from datetime import date

import msgspec

from stk_graph.model.enums import Weekday
from stk_graph.times.clock import minutes_of
from stk_graph.times.periods import MONTHS, full_year
from stk_graph.times.scan import normal
from stk_graph.times.slot_lexicon import WEEKDAY_PATTERNS


class DateReading(msgspec.Struct, frozen=True, kw_only=True):
    """A date; with ``every_year`` only its day and month count (year 1 in HSDS 1.0).

    ``problems``: ``bad-date``, ``guessed-century``.
    """

    text: str
    value: date | None = None
    every_year: bool = False
    problems: tuple[str, ...] = ()


class ClockReading(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes after midnight. ``problems``: ``bad-time``, ``offset-dropped``."""

    text: str
    minutes: int | None = None
    problems: tuple[str, ...] = ()


def read_date(text: str, *, month_first: bool = False) -> DateReading:
    """An ISO date, or with ``month_first`` (HSDS 1.x) also ``12/24/15`` and ``June 01, 0001``.

    Two-digit years 00 to 68 are 20xx. Empty text gives no value and no problem.
    """
    low = normal(text).strip()
    if not low:
        return DateReading(text=text)
    guessed = False
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ][\d:.,]+(?:z|[+-]\d\d:?\d\d)?)?", low)
    slashed = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})", low) if month_first else None
    named = re.fullmatch(r"([a-zäö]+)\.? (\d{1,2}),? (\d{4})", low) if month_first else None
    if iso:
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3])
    elif slashed:
        month, day = int(slashed[1]), int(slashed[2])
        year, guessed = full_year(slashed[3])
    elif named and named[1] in MONTHS:
        year, month, day = int(named[3]), MONTHS[named[1]], int(named[2])
    else:
        return DateReading(text=text, problems=("bad-date",))
    try:
        value = date(year, month, day)
    except ValueError:
        return DateReading(text=text, problems=("bad-date",))
    codes = ("guessed-century",) if guessed else ()
    return DateReading(text=text, value=value, every_year=year == 1, problems=codes)


def read_clock(text: str) -> ClockReading:
    """``09:00``, ``9:00am``, ``12 a.m.``, ``09:00Z``; an offset is dropped, hours are local."""
    low = normal(text).strip()
    if not low:
        return ClockReading(text=text)
    low = re.sub(r"^\d{4}-\d{2}-\d{2}[t ]|^t(?=\d)", "", low)
    bare = re.sub(r"(?<=\d) ?(?:z|utc|gmt)$|(?<=:\d\d)[+-]\d{2}:?(?:\d{2})?$", "", low)
    bare = re.sub(r"(?<=:\d\d)[.,]\d+$", "", bare)
    known = re.fullmatch(r"[\d:. ]+(?:uhr|h|[ap]\.? ?m\.?)?|noon|midnight", bare)
    minutes = minutes_of(bare) if known else None
    if minutes is None:
        return ClockReading(text=text, problems=("bad-time",))
    dropped = re.search(r"(?:z|utc|gmt|[+-]\d{2}:?(?:\d{2})?)$", low)
    return ClockReading(text=text, minutes=minutes, problems=("offset-dropped",) if dropped else ())


def read_weekday(text: str) -> Weekday | None:
    """``Monday``, ``MO``, ``Mo``, ``Montag`` or 1 (Monday) to 7."""
    low = normal(text).strip()
    if re.fullmatch(r"[1-7](?:\.0)?", low):
        return Weekday(int(low[0]) - 1)
    for day, pattern in enumerate(WEEKDAY_PATTERNS):
        if re.fullmatch(pattern, low):
            return Weekday(day)
    return None
