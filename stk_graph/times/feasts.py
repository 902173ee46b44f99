"""Feasts and bridging days by name, and the days they fall on."""

from collections.abc import Collection
from datetime import date, timedelta

from stk_graph.times.holidays import easter

BRIDGE = "bruecke"
"""A day between a public holiday and a weekend."""

FEAST_WORDS = {
    "ostern": r"ostern|osterfeiertagen?|ostertagen?",
    "pfingsten": r"pfingsten|pfingstfeiertagen?|pfingsttagen?|pfingstwochenende",
    "weihnachten": r"weihnachten|weihnachtsfeiertagen?|weihnachtstagen?|weihnachtszeit",
    "jahreswechsel": r"zwischen den (?:jahren|feiertagen)",
    BRIDGE: r"brückentage?n?s?",
    "himmelfahrtstag": r"(?:christi )?himmelfahrt(?:stag)?|vatertag",
    "fronleichnam": r"fronleichnam",
    "rosenmontag": r"rosenmontag",
    "faschingsdienstag": r"faschingsdienstag",
    "bettag": r"bu(?:ß|ss)- und bettag",
    "heiligabend": r"heilig(?:er |en )?abend",
    "silvester": r"silvester",
}
"""What people write, by a name of ours."""

_FROM_EASTER = {
    "ostern": (-2, 1),
    "pfingsten": (48, 50),
    "himmelfahrtstag": (39, 39),
    "fronleichnam": (60, 60),
    "rosenmontag": (-48, -48),
    "faschingsdienstag": (-47, -47),
}
"""First and last day, counted from Easter Sunday."""

_FIXED = {
    "weihnachten": ((12, 24), (12, 26)),
    "jahreswechsel": ((12, 27), (12, 31)),
    "heiligabend": ((12, 24), (12, 24)),
    "silvester": ((12, 31), (12, 31)),
}


def feast_days(name: str, year: int) -> tuple[date, date] | None:
    """The first and last day of a feast in a year; None for names without days of their own."""
    if name in _FROM_EASTER:
        first, last = _FROM_EASTER[name]
        return easter(year) + timedelta(days=first), easter(year) + timedelta(days=last)
    if name in _FIXED:
        (month, day), (last_month, last_day) = _FIXED[name]
        return date(year, month, day), date(year, last_month, last_day)
    if name == "bettag":
        eve = date(year, 11, 22)
        return (found := eve - timedelta(days=(eve.weekday() - 2) % 7)), found
    return None


def bridging_days(free: Collection[date]) -> tuple[date, ...]:
    """The Mondays before and the Fridays after a public holiday with a weekend behind them."""
    beside = {1: -1, 3: 1}
    found = (day + timedelta(days=beside[day.weekday()]) for day in free if day.weekday() in beside)
    return tuple(sorted(day for day in found if day not in free))
