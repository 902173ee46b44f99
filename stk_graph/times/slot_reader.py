"""Walking over the tokens of a times text and collecting days with their hours."""

import re
from collections.abc import Callable
from functools import partial

from stk_graph.model.enums import Rhythm, Term
from stk_graph.times.slot_groups import Group, Hours
from stk_graph.times.slot_lexicon import DAY_PARTS, DAY_SETS, RHYTHM_KINDS, TERM_KINDS
from stk_graph.times.slot_state import SlotState
from stk_graph.times.slot_steps import (
    is_day,
    read_days,
    read_hours,
    read_ordinals,
    skip,
)


class SlotReader(SlotState):
    """Takes tokens from left to right; each kind has its own step."""

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
            **dict.fromkeys(("clock", "num", "from", "to", "between"), self._hours),
            "each": partial(self._every, True),
            **{kind: partial(self._rhythm, rhythm) for kind, rhythm in RHYTHM_KINDS.items()},
            "biweekly": self._biweekly,
            "otherrhythm": self._other_rhythm,
            "inmonth": self._mark_used,
            **{kind: partial(self._term, term) for kind, term in TERM_KINDS.items()},
            "vacation": self._vacation,
            "public": self._public,
            "arranged": self._arranged,
            "registration": self._registration,
            "closed": self._closed,
            "break": self._break,
            "without": self._without,
            "comma": partial(self._every, False),
            "open": lambda: self._bracket(1),
            "close": lambda: self._bracket(-1),
        }

    def _day(self) -> None:
        self._new_days()
        step = read_days(self.found, self.index)
        self._take(step)
        self._add_days(step.values)

    def _without(self) -> None:
        """``täglich außer sonntags``: days that are taken out again."""
        start = skip(self.found, self.index + 1)
        if not is_day(self._kind(start)) or not self.group.days:
            return
        self.used.add(self.index)
        step = read_days(self.found, start)
        self._take(step)
        self.group.days = [day for day in self.group.days if day not in step.values]

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
        self._add_days(DAY_SETS[int(self._kind(self.index)[3:])][1])

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
        part = DAY_PARTS[int(self._kind(self.index)[4:])][1]
        follows = self._kind(skip(self.found, self.index + 1))
        if self.group.days and self.group.hours and follows in ("clock", "num", "between", "from"):
            days = self.group.days
            self._flush()
            self.group.days = [*days]
        self.group.parts = [*self.group.parts, part]

    def _every(self, said: bool) -> None:
        self._each = said

    def _ordinal(self) -> None:
        step = read_ordinals(self.found, self.index)
        if step is None:
            return
        follows = self._kind(skip(self.found, step.after))
        if is_day(follows):
            self._new_days()
        elif follows != "inmonth" or not self.group.days:
            return
        first = self.index
        self._take(step)
        self._set_nths(list(step.values), first)

    def _set_nths(self, numbers: list[int], first: int) -> None:
        every_second = self._each and len(numbers) == 1 and numbers[0] > 1
        monthly = self.group.rhythm is Rhythm.MONTHLY or self._month_ahead()
        if every_second and not monthly:
            self.problems.append("ambiguous-recurrence")
            self.group.refused = True
            last = self.index
            while self._kind(last).startswith("day"):
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
        part = self.group.parts[-1] if self.group.parts else None
        step = read_hours(self.found, self.index, part)
        if step is None:
            return
        if step.is_reversed:
            self.problems.append("time-reversed")
            self.refused.append((step.tokens[0], step.tokens[-1]))
        self._take(step)
        if step.hours is not None:
            self._add_hours(step.hours)

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
        after = skip(self.found, self.index + 1)
        leads_on = (
            self._kind(after).startswith(("day", "set", "long")) or self._kind(after) == "each"
        )
        if self.group.is_full() and leads_on:
            self._flush()
        if self._kind(self.index + 1) == "colon" and self.group.is_empty():
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

    def _mark_used(self) -> None:
        self.used.add(self.index)

    def _term(self, term: Term) -> None:
        self.used.add(self.index)
        if self._depth == 0 or self.index >= len(self.found) - 2:
            for group in self.groups:
                if group.term is Term.UNKNOWN:
                    group.term = term
        self.group.term = term
        if term is Term.HOLIDAYS:
            self.flags.add("holidays-only")

    def _vacation(self) -> None:
        """``Mo–Fr 12–17, in den Ferien 8–17``: other hours on the same days, else the term."""
        follows = self._kind(skip(self.found, self.index + 1))
        if not (self.group.is_full() and follows in ("clock", "num", "between", "from")):
            self._term(Term.HOLIDAYS)
            return
        self.used.add(self.index)
        self.group.term = Term.SCHOOL_TIME
        days = [*self.group.days]
        self._flush()
        self.group.days, self.group.term = days, Term.HOLIDAYS

    def _public(self) -> None:
        self.used.add(self.index)
        self.flags.add("not-on-public-holidays")
        for group in self.groups:
            group.on_public_holidays = False
        self.group.on_public_holidays = False

    def _arranged(self) -> None:
        self.used.add(self.index)
        self.flags.add("by-appointment")
        if not self.group.is_empty():
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

    def _bracket(self, step: int) -> None:
        self._depth = max(0, self._depth + step)
