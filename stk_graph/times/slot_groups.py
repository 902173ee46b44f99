"""Walking over the tokens of a times text and collecting days with their hours."""

import re
from collections.abc import Callable, Sequence

import msgspec

from stk_graph.model.enums import DayPart, Rhythm, Term, Weekday
from stk_graph.model.times import TimeSlot
from stk_graph.times.clock import minutes_of, moved_by, parts_of_night, range_minutes
from stk_graph.times.scan import Token, number_of
from stk_graph.times.slot_lexicon import DAY_PARTS, DAY_SETS

_SKIPPED = frozenset({"fill", "dot", "colon", "open", "close", "at"})
_LAST = frozenset({"letzte", "letzten", "letzter", "letztes", "last"})
_ENGLISH = {"first": 1, "second": 2, "third": 3, "fourth": 4}

Hours = tuple[int | None, int | None]


class Group(msgspec.Struct):
    """Days that share hours and rhythm, as far as they are read."""

    days: list[int] = []
    hours: list[Hours] = []
    parts: list[DayPart] = []
    nths: list[int] = []
    rhythm: Rhythm | None = None
    term: Term = Term.UNKNOWN
    on_public_holidays: bool = True
    in_month: bool = False
    hours_first: bool = False
    closed: bool = False
    refused: bool = False
    rhythm_stated: bool = False

    def is_full(self) -> bool:
        """Whether days and hours are both known."""
        return bool(self.days and (self.hours or self.parts or self.closed))

    def is_empty(self) -> bool:
        return not (self.days or self.hours or self.parts or self.rhythm_stated)

    def slots(self) -> list[TimeSlot]:
        """One slot per day, hours and occurrence in the month."""
        if self.refused or self.closed:
            return []
        days: list[int | None] = list(dict.fromkeys(self.days)) or [None]
        if not self.hours:
            parts: list[DayPart | None] = list(self.parts) or [None]
            return [
                self._slot(day, (None, None), nth, part)
                for day in days
                for part in parts
                for nth in self._nths()
            ]
        return [
            slot
            for day in days
            for hours in dict.fromkeys(self.hours)
            for nth in self._nths()
            for slot in self._timed(day, hours, nth)
        ]

    def _nths(self) -> list[int | None]:
        return [*dict.fromkeys(self.nths)] or [None]

    def _timed(self, day: int | None, hours: Hours, nth: int | None) -> list[TimeSlot]:
        start, end = hours
        if start is None or end is None:
            return [self._slot(day, hours, nth, None)]
        made = []
        for later, begin, until in parts_of_night(start, end) or []:
            on = None if day is None else (day + later) % 7
            made.append(self._slot(on, (begin, until), None if later else nth, None))
        return made

    def _slot(
        self, day: int | None, hours: Hours, nth: int | None, part: DayPart | None
    ) -> TimeSlot:
        rhythm = self.rhythm or (Rhythm.MONTHLY if nth is not None else Rhythm.WEEKLY)
        if self.nths:
            rhythm = Rhythm.MONTHLY
        return TimeSlot(
            weekday=None if day is None else Weekday(day),
            start=hours[0],
            end=hours[1],
            rhythm=rhythm,
            nth=nth,
            term=self.term,
            day_part=part,
            on_public_holidays=self.on_public_holidays,
        )


class SlotReader:
    """Takes tokens from left to right; each kind has its own step."""

    def __init__(self, found: Sequence[Token], dated: set[int]) -> None:
        self.found = found
        self.dated = dated
        self.index = 0
        self.group = Group()
        self.groups: list[Group] = []
        self.used: set[int] = set()
        self.closed: set[int] = set()
        self.flags: set[str] = set()
        self.problems: list[str] = []
        self.refused: list[tuple[int, int]] = []
        self._each = False
        self._broken = False
        self._depth = 0
        self._lead: Rhythm | None = None

    def read(self) -> None:
        """Reads all tokens; the results stand in the attributes."""
        steps = self._steps()
        while self.index < len(self.found):
            kind = self.found[self.index].kind
            step = steps.get(kind) or steps.get(kind.rstrip("0123456789"))
            before = self.index
            if step is not None and self.index not in self.dated:
                step()
            self.index = max(self.index, before + 1)
        self._flush()

    def _steps(self) -> dict[str, Callable[[], None]]:
        return {
            "day": self._day,
            "long": self._long_day,
            "set": self._day_set,
            "schooldays": self._school_days,
            "always": self._always,
            "part": self._part,
            "ordinal": self._ordinal,
            "clock": self._hours,
            "num": self._hours,
            "from": self._hours,
            "to": self._hours,
            "between": self._hours,
            "each": self._mark_each,
            "weekly": lambda: self._rhythm(Rhythm.WEEKLY),
            "biweekly": self._biweekly,
            "irregular": lambda: self._rhythm(Rhythm.IRREGULAR),
            "monthly": lambda: self._rhythm(Rhythm.MONTHLY),
            "otherrhythm": self._other_rhythm,
            "inmonth": self._in_month,
            "school": lambda: self._term(Term.SCHOOL_TIME),
            "allyear": lambda: self._term(Term.ALL_YEAR),
            "vacation": lambda: self._term(Term.HOLIDAYS),
            "public": self._public,
            "arranged": self._arranged,
            "registration": self._registration,
            "closed": self._closed,
            "break": self._break,
            "comma": self._comma,
            "open": lambda: self._bracket(1),
            "close": lambda: self._bracket(-1),
        }

    def kind(self, index: int) -> str:
        return self.found[index].kind if 0 <= index < len(self.found) else ""

    def skip(self, index: int) -> int:
        while self.kind(index) in _SKIPPED:
            index += 1
        return index

    def _flush(self) -> None:
        if self.group.closed and not self.group.parts:
            self.closed |= set(self.group.days)
        if not self.group.is_empty():
            self.groups.append(self.group)
        self.group = Group(rhythm=self._lead)
        self._each = False

    def _new_days(self) -> None:
        """A new group if the present one is complete or a break stands before the next day."""
        if self.group.is_full() or (self._broken and self.group.days):
            self._flush()
        self._broken = False

    def _add_days(self, days: Sequence[int]) -> None:
        if self.group.hours and not self.group.days:
            self.group.hours_first = True
        self.group.days = [*self.group.days, *days]

    def _day(self) -> None:
        self._new_days()
        index = self.index
        days: list[int] = []
        while self.kind(index).startswith("day"):
            day = int(self.kind(index)[3:])
            self.used.add(index)
            joiner = self.skip(index + 1)
            after = self.skip(joiner + 1)
            if self.kind(joiner) in ("dash", "to") and self.kind(after).startswith("day"):
                last = int(self.kind(after)[3:])
                days += [(day + step) % 7 for step in range((last - day) % 7 + 1)]
                self.used |= {joiner, after}
                index = after
            else:
                days.append(day)
            self.index = index + 1
            joiner = self.skip(index + 1)
            after = self.skip(joiner + 1)
            if self.kind(joiner).startswith("day"):
                index = joiner
            elif self.kind(joiner) == "comma" and self.kind(after).startswith("day"):
                index = after
            elif (
                self.kind(joiner) == "dash"
                and self.kind(after) == "comma"
                and self.kind(self.skip(after + 1)).startswith("day")
            ):
                index = self.skip(after + 1)
            else:
                break
        self._add_days(list(dict.fromkeys(days)))

    def _long_day(self) -> None:
        self._new_days()
        token = self.found[self.index]
        self.used.add(self.index)
        self._add_days([int(token.kind[4:])])
        part = next(
            (p for pattern, p in DAY_PARTS if re.search(rf"(?:{pattern})$", token.text)), None
        )
        if part is not None:
            self.group.parts = [*self.group.parts, part]

    def _day_set(self) -> None:
        self._new_days()
        self.used.add(self.index)
        self._add_days(DAY_SETS[int(self.kind(self.index)[3:])][1])

    def _school_days(self) -> None:
        self._term(Term.SCHOOL_TIME)
        if not self.group.days:
            self._add_days([0, 1, 2, 3, 4])

    def _always(self) -> None:
        self.used.add(self.index)
        self.group.hours = [*self.group.hours, (0, 24 * 60)]
        if not self.group.days:
            self._add_days(range(7))

    def _part(self) -> None:
        self.used.add(self.index)
        part = DAY_PARTS[int(self.kind(self.index)[4:])][1]
        if self.group.is_full() and self.group.hours and self._time_follows(self.index + 1):
            days = self.group.days
            self._flush()
            self.group.days = [*days]
        self.group.parts = [*self.group.parts, part]

    def _time_follows(self, index: int) -> bool:
        after = self.skip(index)
        return self.kind(after) in ("clock", "num", "between", "from")

    def _mark_each(self) -> None:
        self._each = True

    def _ordinal(self) -> None:
        numbers: list[int] = []
        index = first = self.index
        while self.kind(index) in ("ordinal", "num"):
            number = _nth(self.found[index].text)
            if number is None:
                break
            numbers.append(number)
            last = index
            joiner = self.skip(index + 1)
            after = self.skip(joiner + 1)
            if self.kind(joiner) in ("comma", "dash", "to") and self.kind(after) in (
                "ordinal",
                "num",
            ):
                index = after
            elif self.kind(joiner) == "ordinal":
                index = joiner
            else:
                break
        if not numbers:
            return
        follows = self.skip(last + 1)
        if self.kind(follows).startswith("day"):
            self._new_days()
        elif self.kind(follows) != "inmonth" or not self.group.days:
            return
        self.used |= set(range(first, last + 1))
        self.index = last + 1
        self._set_nths(numbers, first)

    def _set_nths(self, numbers: list[int], first: int) -> None:
        every_second = self._each and len(numbers) == 1 and numbers[0] > 1
        monthly = self.group.rhythm is Rhythm.MONTHLY or self._month_ahead()
        if every_second and not monthly:
            self.problems.append("ambiguous-recurrence")
            self.group.refused = True
            last = self.index
            while self.kind(last).startswith("day"):
                last += 1
            self.refused.append((max(0, first - 1), last - 1))
        elif any(number not in (1, 2, 3, 4, -1) for number in numbers):
            self.group.refused = True
            self.refused.append((first, self.index - 1))
        else:
            self.group.nths = numbers

    def _month_ahead(self) -> bool:
        """Whether the words up to the next break say that a month is meant."""
        for token in self.found[self.index :]:
            if token.kind in ("inmonth", "monthly"):
                return True
            if token.kind == "break":
                return False
        return False

    def _hours(self) -> None:
        """One clock time or range, with ``ab``, ``bis``, ``von``."""
        start = self.index
        opening = self.kind(start)
        at = self.skip(start + 1) if opening in ("from", "to", "between") else start
        if self.kind(at) not in ("clock", "num"):
            return
        joiner = self.skip(at + 1)
        after = self.skip(joiner + 1)
        joined = self.kind(joiner) in ("dash", "to") or (
            opening == "between" and self.kind(joiner) == "comma"
        )
        if joined and opening != "to" and self.kind(after) in ("clock", "num", "ordinal"):
            self._range(start, at, after)
            return
        minutes = minutes_of(self.found[at].text)
        if minutes is None or (opening == "num" and not self._bare_hour_allowed(at)):
            return
        self.used |= {start, at}
        self.index = at + 1
        minutes = self._moved(minutes)
        self._add_hours((None, minutes) if opening == "to" else (minutes, None))

    def _bare_hour_allowed(self, index: int) -> bool:
        """A single bare number is an hour only right after a day and before nothing else."""
        before = index - 1
        while self.kind(before) in _SKIPPED:
            before -= 1
        after = self.kind(self.skip(index + 1))
        return self.kind(before).startswith(("day", "set")) and after in ("", "comma", "break")

    def _range(self, start: int, at: int, after: int) -> None:
        both = range_minutes(self.found[at].text, self.found[after].text.rstrip("."))
        self.index = after + 1
        if both is None:
            return
        begin, end = both
        moved = self._moved(begin), self._moved(end)
        if moved[0] < moved[1] or moved != both:
            begin, end = moved if moved[0] < moved[1] else both
        if parts_of_night(begin, end) is None:
            self.problems.append("time-reversed")
            self.refused.append((at, after))
            self.used |= set(range(start, after + 1))
            return
        self.used |= set(range(start, after + 1))
        self._add_hours((begin, end))

    def _moved(self, minutes: int) -> int:
        return moved_by(minutes, self.group.parts[-1] if self.group.parts else None)

    def _add_hours(self, hours: Hours) -> None:
        if self.group.hours_first and self.group.days:
            self._flush()
        if self.group.hours and hours[0] is None and self.group.hours[-1][1] is None:
            begin = self.group.hours[-1][0]
            if begin is not None and hours[1] is not None and begin < hours[1]:
                self.group.hours = [*self.group.hours[:-1], (begin, hours[1])]
                return
        self.group.hours = [*self.group.hours, hours]

    def _rhythm(self, rhythm: Rhythm) -> None:
        self.used.add(self.index)
        after = self.skip(self.index + 1)
        leads_on = self.kind(after).startswith(("day", "set", "long")) or self.kind(after) == "each"
        if self.group.is_full() and leads_on:
            self._flush()
        if self.kind(self.index + 1) == "colon" and self.group.is_empty():
            self._lead = rhythm
        if self.group.rhythm is not Rhythm.IRREGULAR:
            self.group.rhythm = rhythm
            self.group.rhythm_stated = True
        if not self.group.days and not self.group.hours and self.groups and not leads_on:
            self._apply_to_last(rhythm)

    def _apply_to_last(self, rhythm: Rhythm) -> None:
        """A rhythm in its own line belongs to the days before it."""
        if self.index == len(self.found) - 1 and self.groups[-1].rhythm is None:
            self.groups[-1].rhythm = rhythm
            self.group = Group()

    def _biweekly(self) -> None:
        text = self.found[self.index].text
        if "gerade" in text:
            self.flags.add("odd-weeks" if "ungerade" in text else "even-weeks")
        self._rhythm(Rhythm.BIWEEKLY)

    def _other_rhythm(self) -> None:
        """A rhythm that the records do not hold: days and hours stay, as irregular."""
        self.problems.append("other-rhythm")
        self.refused.append((self.index, self.index))
        self._rhythm(Rhythm.WEEKLY)
        self.group.rhythm = Rhythm.IRREGULAR
        self.group.rhythm_stated = True

    def _in_month(self) -> None:
        self.used.add(self.index)
        self.group.in_month = True

    def _term(self, term: Term) -> None:
        self.used.add(self.index)
        if self._depth == 0:
            for group in self.groups:
                if group.term is Term.UNKNOWN:
                    group.term = term
        self.group.term = term
        if term is Term.HOLIDAYS:
            self.flags.add("holidays-only")

    def _public(self) -> None:
        self.used.add(self.index)
        self.flags.add("not-on-public-holidays")
        for group in self.groups:
            group.on_public_holidays = False
        self.group.on_public_holidays = False

    def _arranged(self) -> None:
        self.used.add(self.index)
        self.flags.add("by-appointment")
        kept = self.group
        if not kept.is_empty():
            self._flush()
        self.groups.append(Group(rhythm=Rhythm.IRREGULAR, rhythm_stated=True))

    def _registration(self) -> None:
        self.used.add(self.index)
        self.flags.add("registration")

    def _closed(self) -> None:
        self.used.add(self.index)
        if self.group.days and not self.group.hours:
            self.group.closed = True
        else:
            self.flags.add("closed")

    def _break(self) -> None:
        self._broken = True
        self._each = False
        if self.group.is_full():
            self._flush()

    def _comma(self) -> None:
        self._each = False

    def _bracket(self, step: int) -> None:
        self._depth = max(0, self._depth + step)


def _nth(text: str) -> int | None:
    if text in _LAST:
        return -1
    if text in _ENGLISH:
        return _ENGLISH[text]
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    return number_of(text)
