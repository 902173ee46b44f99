"""Reading weekly times: ``Mo–Do 14–16 Uhr``, ``1. und 3. Mi im Monat``, ``14-tägig mittwochs``."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import msgspec

from stk_graph.model.enums import DayPart, Rhythm, Term, Weekday
from stk_graph.model.times import HolidayPeriod, Period, TimeSlot
from stk_graph.times.clock import fraction_of_day
from stk_graph.times.periods import read_dates
from stk_graph.times.scan import LONGEST_TEXT, Token, normal
from stk_graph.times.slot_groups import Group
from stk_graph.times.slot_lexicon import DAY_PARTS, SLOT_TOKENS, TERM_KINDS, UNKNOWN_TEXTS
from stk_graph.times.slot_periods import read_periods
from stk_graph.times.slot_reader import SlotReader


class TimesReading(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says about times.

    ``slots`` keep every stated day and hour; an end or start that is not written stays None.
    ``periods`` are dates and holidays, ``closed`` the weekdays said to be closed. ``flags``:
    ``by-appointment``, ``registration``, ``closed``, ``holidays-only``,
    ``not-on-public-holidays``, ``even-weeks``, ``odd-weeks``. ``problems``: ``time-partly-read``,
    ``no-anchor`` (fortnightly without a date of one occurrence), ``ambiguous-recurrence``,
    ``no-weekday``, ``time-reversed``, ``no-year``, ``bad-date``, ``other-rhythm``,
    ``no-calendar`` (holidays named, dates not known), ``closed-days-outside``.
    """

    text: str
    slots: tuple[TimeSlot, ...] = ()
    periods: tuple[Period, ...] = ()
    closed: tuple[Weekday, ...] = ()
    flags: tuple[str, ...] = ()
    leftover: str = ""
    problems: tuple[str, ...] = ()


_SILENT = frozenset(
    {"fill", "dot", "comma", "dash", "open", "close", "break", "colon", "each", "at", "between"}
    | {"inmonth", "from", "to", "fromdate"}
)


def parse_times(
    text: str,
    *,
    year: int | None = None,
    holidays: Sequence[HolidayPeriod] = (),
    today: date | None = None,
) -> TimesReading:
    """Reads any text; never raises and never invents a start or an end.

    ``year`` stands in for dates without year. ``holidays`` is the calendar of the Land
    (``stk_graph.times.holidays.calendar``); a named holiday without year is the running or next
    one on the day ``today``.
    """
    shown = fraction_of_day(text)
    if normal(shown).strip(" .") in UNKNOWN_TEXTS:
        return TimesReading(text=text)
    found = list(SLOT_TOKENS.tokens(normal(shown)))
    dated = read_periods(shown, found, year=year, holidays=holidays, today=today)
    reader = SlotReader(found, dated.used)
    reader.read()
    slots = _finished(reader.groups, dated.anchor, dated.days)
    slots = tuple(slot for slot in slots if slot.weekday not in reader.closed)
    if "registration" in reader.flags and not slots and not dated.periods:
        reader.flags.add("by-appointment")
        slots = (TimeSlot(rhythm=Rhythm.IRREGULAR),)
    problems = [*reader.problems, *dated.problems]
    if any(s.rhythm is Rhythm.BIWEEKLY and s.anchor is None for s in slots):
        problems.append("no-anchor")
    if any(s.weekday is None and s.rhythm is not Rhythm.IRREGULAR for s in slots):
        problems.append("no-weekday")
    leftover = _leftover(shown, found, reader.used | dated.used, reader.refused)
    if leftover:
        problems.append("time-partly-read")
    return TimesReading(
        text=text,
        slots=slots,
        periods=dated.periods,
        closed=tuple(Weekday(day) for day in sorted(reader.closed)),
        flags=tuple(sorted(reader.flags)),
        leftover=leftover,
        problems=tuple(dict.fromkeys(problems)),
    )


def parse_day_cell(weekday: Weekday, cell: str) -> TimesReading:
    """A cell of a column named for a weekday: ``9-12``, or ``x`` for a day without clock time."""
    if normal(cell).strip() in ("x", "ja", "yes", "✓", "✔", "1", "j", "offen"):
        return TimesReading(text=cell, slots=(TimeSlot(weekday=weekday),))
    reading = parse_times(cell)
    slots = tuple(
        msgspec.structs.replace(slot, weekday=weekday) if slot.weekday is None else slot
        for slot in reading.slots
    )
    problems = tuple(problem for problem in reading.problems if problem != "no-weekday")
    return msgspec.structs.replace(reading, slots=slots, problems=problems)


def _finished(
    groups: Sequence[Group], anchor: date | None, days: Sequence[date]
) -> tuple[TimeSlot, ...]:
    """All slots, those of a fortnightly rhythm with the anchor, dated ones with their weekday."""
    slots = [slot for group in groups for slot in group.slots()]
    finished: list[TimeSlot] = []
    for slot in slots:
        if slot.rhythm is Rhythm.BIWEEKLY and anchor and slot.weekday == anchor.weekday():
            slot = msgspec.structs.replace(slot, anchor=anchor)
        if slot.weekday is None and slot.rhythm is Rhythm.WEEKLY and days:
            weekdays = sorted({day.weekday() for day in days})
            finished += [msgspec.structs.replace(slot, weekday=Weekday(day)) for day in weekdays]
        else:
            finished.append(slot)
    return tuple(dict.fromkeys(finished))


def _leftover(
    text: str, found: Sequence[Token], used: set[int], refused: Sequence[tuple[int, int]]
) -> str:
    """The pieces that no rule took, with the small words between them."""
    pieces = [text[found[a].start : found[b].end] for a, b in refused]
    run: list[int] = []
    for index, token in enumerate(found):
        if index not in used and token.kind not in _SILENT:
            run.append(index)
        elif run and token.kind != "fill":
            pieces.append(text[found[run[0]].start : found[run[-1]].end])
            run = []
    if run:
        pieces.append(text[found[run[0]].start : found[run[-1]].end])
    if len(text) > LONGEST_TEXT:
        pieces.append(text[LONGEST_TEXT:].strip())
    return " … ".join(piece.strip() for piece in pieces if any(c.isalnum() for c in piece))


class Conditions(msgspec.Struct, frozen=True, kw_only=True):
    """What a remark beside structured times adds to them."""

    term: Term = Term.UNKNOWN
    on_public_holidays: bool = True
    day_part: DayPart | None = None
    closed_days: tuple[date, ...] = ()


def conditions_of(text: str) -> Conditions:
    """Term, public holidays, time of day and closed days that a remark states."""
    found = list(SLOT_TOKENS.tokens(normal(text)))
    kinds = ["school" if token.kind == "schooldays" else token.kind for token in found]
    parts = [DAY_PARTS[int(kind[4:])][1] for kind in kinds if re.fullmatch(r"part\d+", kind)]
    closed: list[date] = []
    for before, token in pairwise(found):
        if before.kind == "except" and token.kind == "dates":
            closed += read_dates(token.text).days
    return Conditions(
        term=next((TERM_KINDS[kind] for kind in kinds if kind in TERM_KINDS), Term.UNKNOWN),
        on_public_holidays="public" not in kinds,
        day_part=parts[0] if parts else None,
        closed_days=tuple(sorted(set(closed))),
    )
