"""Weekly times in German as people write them: ``Mo–Do 14–16 Uhr, nur Schulzeit``."""

from collections.abc import Sequence

from stk_graph.language import N_, _
from stk_graph.model.enums import DayPart, Rhythm, Term, Weekday
from stk_graph.model.times import TimeSlot

WEEKDAYS = (N_("Mo"), N_("Di"), N_("Mi"), N_("Do"), N_("Fr"), N_("Sa"), N_("So"))
LONG_WEEKDAYS = (
    N_("Montag"),
    N_("Dienstag"),
    N_("Mittwoch"),
    N_("Donnerstag"),
    N_("Freitag"),
    N_("Samstag"),
    N_("Sonntag"),
)
PARTS = {
    DayPart.MORNING: N_("vormittags"),
    DayPart.NOON: N_("mittags"),
    DayPart.AFTERNOON: N_("nachmittags"),
    DayPart.EVENING: N_("abends"),
    DayPart.ALL_DAY: N_("ganztags"),
}
TERMS = {
    Term.SCHOOL_TIME: N_("nur Schulzeit"),
    Term.ALL_YEAR: N_("auch in den Ferien"),
    Term.HOLIDAYS: N_("nur in den Ferien"),
}

NTHS = {1: N_("1."), 2: N_("2."), 3: N_("3."), 4: N_("4."), -1: N_("letzter")}
"""Occurrences of a weekday in the month."""

_Hours = tuple[int | None, int | None, DayPart | None]
_Frame = tuple[Rhythm, tuple[int, ...], bool]
_Rules = tuple[Term, bool]


def clock_words(minutes: int) -> str:
    """``14`` for a full hour, else ``9:30``."""
    hour, rest = divmod(minutes, 60)
    return f"{hour}:{rest:02}" if rest else _("{hour}").format(hour=hour)


def hours_words(start: int | None, end: int | None, part: DayPart | None = None) -> str:
    """``14–16 Uhr``, ``ab 15 Uhr``, ``bis 18 Uhr``, ``vormittags``; empty if nothing is known."""
    if start is not None and end is not None:
        text = _("{start}–{end} Uhr")
        return text.format(start=clock_words(start), end=clock_words(end))
    if start is not None:
        return _("ab {start} Uhr").format(start=clock_words(start))
    if end is not None:
        return _("bis {end} Uhr").format(end=clock_words(end))
    return _(PARTS[part]) if part else ""


def days_words(days: Sequence[int]) -> str:
    """``Mo–Do`` for three or more days in a row, ``Mo, Mi`` otherwise."""
    runs: list[list[int]] = []
    for day in sorted(set(days)):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    pieces: list[str] = []
    for run in runs:
        if len(run) > 2:
            pieces.append(f"{_(WEEKDAYS[run[0]])}–{_(WEEKDAYS[run[-1]])}")
        else:
            pieces += [_(WEEKDAYS[day]) for day in run]
    return ", ".join(pieces)


def slot_words(slots: Sequence[TimeSlot]) -> str:
    """All slots in one line, grouped; empty for none."""
    fixed = [slot for slot in slots if slot.rhythm is not Rhythm.IRREGULAR]
    pieces: dict[_Rules, list[str]] = {}
    for days, frame, rules, hours in _grouped(fixed):
        shown = [text for text in (hours_words(*each) for each in hours) if text]
        words = [_frame_words(frame, days), _short_hours(shown)]
        pieces.setdefault(rules, []).append(" ".join(word for word in words if word))
    lines = [
        ", ".join(filter(None, ["; ".join(texts), *_rule_words(rules)]))
        for rules, texts in pieces.items()
    ]
    irregular = [slot for slot in slots if slot.rhythm is Rhythm.IRREGULAR]
    lines += dict.fromkeys(_irregular_words(slot) for slot in irregular)
    return "; ".join(line for line in lines if line)


def _grouped(
    slots: Sequence[TimeSlot],
) -> list[tuple[tuple[int, ...], _Frame, _Rules, tuple[_Hours, ...]]]:
    """(days, rhythm, rules, hours): first the occurrences in the month, then hours, then days."""
    nths: dict[tuple[int | None, Rhythm, _Rules, _Hours], list[int]] = {}
    for slot in slots:
        rules = (slot.term, slot.on_public_holidays)
        hours = (slot.start, slot.end, slot.day_part)
        found = nths.setdefault((slot.weekday, slot.rhythm, rules, hours), [])
        if slot.nth is not None:
            found.append(slot.nth)
    by_day: dict[tuple[int | None, _Frame, _Rules], list[_Hours]] = {}
    for (day, rhythm, rules, hours), numbers in nths.items():
        order = tuple(sorted(set(numbers), key=lambda nth: nth % 9))
        frame = (rhythm, order, day is None)
        by_day.setdefault((day, frame, rules), []).append(hours)
    merged: dict[tuple[_Frame, _Rules, tuple[_Hours, ...]], list[int]] = {}
    for (day, frame, rules), listed in by_day.items():
        merged.setdefault((frame, rules, tuple(listed)), []).extend([] if day is None else [day])
    return [(tuple(days), frame, rules, hours) for (frame, rules, hours), days in merged.items()]


def _frame_words(frame: _Frame, days: Sequence[int]) -> str:
    rhythm, nths, _no_day = frame
    if nths:
        numbers = [_(NTHS[nth]) for nth in nths]
        joined = _(" und ").join([", ".join(numbers[:-1]), numbers[-1]] if numbers[1:] else numbers)
        return _("{numbers} {days} im Monat").format(numbers=joined, days=days_words(days)).strip()
    shown = days_words(days)
    if rhythm is Rhythm.BIWEEKLY:
        return _("14-täglich {days}").format(days=shown).strip()
    if rhythm is Rhythm.MONTHLY:
        return _("einmal im Monat {days}").format(days=shown).strip()
    return shown


def _short_hours(shown: Sequence[str]) -> str:
    """``8–12 und 13–16 Uhr``: the unit stands once."""
    unit = _(" Uhr")
    bare = [text.removesuffix(unit) for text in shown[:-1]]
    return _(" und ").join([*bare, *shown[-1:]])


def _rule_words(rules: _Rules) -> list[str]:
    term, on_public_holidays = rules
    words = [] if term is Term.UNKNOWN else [_(TERMS[term])]
    return words if on_public_holidays else [*words, _("nicht an Feiertagen")]


def _irregular_words(slot: TimeSlot) -> str:
    known = [
        "" if slot.weekday is None else _(WEEKDAYS[slot.weekday]),
        hours_words(slot.start, slot.end, slot.day_part),
    ]
    words = " ".join(word for word in known if word)
    if not words:
        return _("nach Vereinbarung")
    return _("{times} (unregelmäßig)").format(times=words)


def weekday_words(day: Weekday) -> str:
    """The full name of a weekday."""
    return _(LONG_WEEKDAYS[day])
