"""Reading one thing from the tokens of a times text: days, occurrences in a month, hours."""

import re
from collections.abc import Sequence

import msgspec

from stk_graph.model.enums import DayPart
from stk_graph.times.clock import minutes_of, moved_by, parts_of_night, range_minutes
from stk_graph.times.scan import Token, number_of
from stk_graph.times.slot_groups import Hours

MOST_ORDINALS = 6
"""Occurrences that are read in one list (a month has five)."""

_SKIPPED = frozenset({"fill", "dot", "colon", "open", "close", "at"})
_LAST = frozenset({"letzte", "letzten", "letzter", "letztes", "last"})
_ENGLISH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What was read: values, the tokens taken, and the index of the next token."""

    values: tuple[int, ...] = ()
    hours: Hours | None = None
    tokens: tuple[int, ...] = ()
    after: int = 0
    is_reversed: bool = False


def kind_at(found: Sequence[Token], index: int) -> str:
    """The kind of a token, empty beyond the ends."""
    return found[index].kind if 0 <= index < len(found) else ""


def skip(found: Sequence[Token], index: int) -> int:
    """The next index that is no small word."""
    while kind_at(found, index) in _SKIPPED:
        index += 1
    return index


def is_day(kind: str) -> bool:
    """Whether a token names one weekday."""
    return kind.startswith("day")


def read_days(found: Sequence[Token], index: int) -> Step:
    """``Mo-Do, Sa``: weekdays from ``index`` on, ranges filled (``Sa-Mo`` over the weekend)."""
    days: list[int] = []
    taken: list[int] = []
    after = index
    while is_day(kind_at(found, index)):
        day = int(found[index].kind[3:])
        taken.append(index)
        joiner = skip(found, index + 1)
        last = skip(found, joiner + 1)
        if kind_at(found, joiner) in ("dash", "to") and is_day(kind_at(found, last)):
            end = int(found[last].kind[3:])
            days += [(day + step) % 7 for step in range((end - day) % 7 + 1)]
            taken += [joiner, last]
            index = last
        else:
            days.append(day)
        after = index + 1
        index = _next_day(found, index)
    return Step(values=tuple(dict.fromkeys(days)), tokens=tuple(taken), after=after)


def _next_day(found: Sequence[Token], index: int) -> int:
    """Index of the weekday that goes on a list, also in ``Mo-, Di- und Freitag``; -1 if none."""
    joiner = skip(found, index + 1)
    if is_day(kind_at(found, joiner)):
        return joiner
    if kind_at(found, joiner) == "dash":
        joiner = skip(found, joiner + 1)
    after = skip(found, joiner + 1)
    if kind_at(found, joiner) == "comma" and is_day(kind_at(found, after)):
        return after
    return -1


def read_ordinals(found: Sequence[Token], index: int) -> Step | None:
    """``1. und 3.``, ``letzter``: occurrences in the month; None if none stands there."""
    numbers: list[int] = []
    first = last = index
    while kind_at(found, index) in ("ordinal", "num") and len(numbers) < MOST_ORDINALS:
        number = _nth(found[index].text)
        if number is None:
            break
        numbers.append(number)
        last = index
        joiner = skip(found, index + 1)
        after = skip(found, joiner + 1)
        if kind_at(found, joiner) in ("comma", "dash", "to"):
            index = after
        elif kind_at(found, joiner) == "ordinal":
            index = joiner
        else:
            break
    if not numbers:
        return None
    return Step(values=tuple(numbers), tokens=tuple(range(first, last + 1)), after=last + 1)


def _nth(text: str) -> int | None:
    if text in _LAST:
        return -1
    if text in _ENGLISH:
        return _ENGLISH[text]
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    return number_of(text)


def read_hours(found: Sequence[Token], start: int, part: DayPart | None) -> Step | None:
    """``14-16 Uhr``, ``ab 15``, ``bis 18 Uhr``, ``14 Uhr``; None if no clock time stands there.

    ``part`` moves the hours of ``abends um 8`` into the second half of the day.
    """
    opening = kind_at(found, start)
    at = skip(found, start + 1) if opening in ("from", "to", "between") else start
    if kind_at(found, at) not in ("clock", "num"):
        return None
    joiner = skip(found, at + 1)
    after = skip(found, joiner + 1)
    joined = kind_at(found, joiner) in ("dash", "to") or (
        opening == "between" and kind_at(found, joiner) == "comma"
    )
    if joined and opening != "to" and kind_at(found, after) in ("clock", "num", "ordinal"):
        return _range(found, (start, at, after), part)
    minutes = minutes_of(found[at].text)
    if minutes is None or (opening == "num" and not _bare_hour_allowed(found, at)):
        return None
    minutes = moved_by(minutes, part)
    hours = (None, minutes) if opening == "to" else (minutes, None)
    return Step(hours=hours, tokens=(start, at), after=at + 1)


def _bare_hour_allowed(found: Sequence[Token], index: int) -> bool:
    """A single bare number is an hour only right after a day and before nothing else."""
    before = index - 1
    while kind_at(found, before) in _SKIPPED:
        before -= 1
    after = kind_at(found, skip(found, index + 1))
    return kind_at(found, before).startswith(("day", "set")) and after in ("", "comma", "break")


def _range(found: Sequence[Token], at: tuple[int, int, int], part: DayPart | None) -> Step | None:
    start, first, last = at
    both = range_minutes(found[first].text, found[last].text.rstrip("."))
    taken = tuple(range(start, last + 1))
    if both is None:
        return Step(after=last + 1)
    moved = moved_by(both[0], part), moved_by(both[1], part)
    begin, end = moved if moved[0] < moved[1] else both
    if parts_of_night(begin, end) is None:
        return Step(tokens=taken, after=last + 1, is_reversed=True)
    return Step(hours=(begin, end), tokens=taken, after=last + 1)
