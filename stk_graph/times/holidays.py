"""School and public holidays of the Länder as periods, and their weeks.

The calendar comes from the package ``holidays`` (offline). Its school holidays are single days
with merged names that stop at 31 December; here they become periods with one name each. Some
Länder have regional or free days of single schools, so dates are shown "ohne Gewähr"
and can be edited in the data file.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from stk_graph.language import N_, _
from stk_graph.model.times import HolidayPeriod
from stk_graph.times.scan import normal

STATES = {
    "BB": "Brandenburg",
    "BE": "Berlin",
    "BW": "Baden-Württemberg",
    "BY": "Bayern",
    "HB": "Bremen",
    "HE": "Hessen",
    "HH": "Hamburg",
    "MV": "Mecklenburg-Vorpommern",
    "NI": "Niedersachsen",
    "NW": "Nordrhein-Westfalen",
    "RP": "Rheinland-Pfalz",
    "SH": "Schleswig-Holstein",
    "SL": "Saarland",
    "SN": "Sachsen",
    "ST": "Sachsen-Anhalt",
    "TH": "Thüringen",
}
"""The Länder by their ISO 3166-2 code."""

NAMES = {
    "winter": N_("Winterferien"),
    "fruehjahr": N_("Frühjahrsferien"),
    "ostern": N_("Osterferien"),
    "himmelfahrt": N_("Himmelfahrtsferien"),
    "pfingsten": N_("Pfingstferien"),
    "sommer": N_("Sommerferien"),
    "herbst": N_("Herbstferien"),
    "weihnachten": N_("Weihnachtsferien"),
}
"""The last part of a key (``he_2027_sommer``) and its label."""

WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"sommer\w*|gro(?:ß|ss)e\w* (?:schul)?ferien|summer\b[\w ]*", ("sommer",)),
    (r"herbst\w*|autumn\b[\w ]*|fall break", ("herbst",)),
    (r"oster\w*|easter\b[\w ]*", ("ostern", "fruehjahr")),
    (r"frühjahrs?\w*|fruehjahrs?\w*|frühlings?\w*", ("fruehjahr", "ostern")),
    (r"fasching\w*|karneval\w*|fastnacht\w*|fasnacht\w*", ("winter", "fruehjahr")),
    (r"himmelfahrt\w*", ("himmelfahrt", "pfingsten")),
    (r"pfingst\w*|whitsun\b[\w ]*", ("pfingsten", "himmelfahrt")),
    (r"weihnacht\w*|christmas\b[\w ]*|zwischen den jahren", ("weihnachten",)),
    (r"winter\w*", ("winter", "weihnachten")),
)
"""What people write, and the names it may mean in a Land, the likeliest first."""


class HolidayWeek(msgspec.Struct, frozen=True, kw_only=True):
    """One ISO week (Monday to Sunday) of a holiday period, numbered from 1.

    ``days`` are its days Monday to Friday that lie in the period.
    """

    number: int
    monday: date
    days: tuple[date, ...]

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)


@lru_cache(maxsize=64)
def public_holidays(state: str, year: int) -> dict[date, str]:
    """The public holidays of a Land in one year with their German names; unknown Land → empty."""
    if state not in STATES:
        return {}
    from holidays import country_holidays

    found = country_holidays(
        "DE", subdiv=state, categories=("public",), language="de", years=[year]
    )
    return dict(sorted(found.items()))


@lru_cache(maxsize=64)
def school_holidays(state: str, year: int) -> tuple[HolidayPeriod, ...]:
    """The school holidays of a Land that begin in ``year``, in order; unknown Land → empty.

    Days of one name become one period; weekends and public holidays between them are bridged.
    Christmas is read over the turn of the year.
    """
    if state not in STATES:
        return ()
    from holidays import country_holidays

    years = [year - 1, year, year + 1]
    days = country_holidays("DE", subdiv=state, categories=("school",), language="de", years=years)
    free = {day for each in years for day in public_holidays(state, each)}
    runs = _runs(sorted(days.items()), free)
    made = [_period(state, name, first, last) for name, first, last in runs if first.year == year]
    return _distinct(made)


def calendar(state: str, years: Iterable[int]) -> tuple[HolidayPeriod, ...]:
    """The school holidays of several years, in order."""
    return tuple(period for year in sorted(set(years)) for period in school_holidays(state, year))


def _runs(days: Sequence[tuple[date, str]], free: set[date]) -> list[tuple[str, date, date]]:
    runs: list[tuple[str, date, date]] = []
    for day, name in days:
        if runs and runs[-1][0] == name and _only_free(runs[-1][2], day, free):
            runs[-1] = (name, runs[-1][1], day)
        else:
            runs.append((name, day, day))
    return runs


def _only_free(before: date, after: date, free: set[date]) -> bool:
    """Whether all days strictly between are weekend days or public holidays."""
    gap = (after - before).days
    if gap > 10:
        return False
    between = (before + timedelta(days=step) for step in range(1, gap))
    return all(day.weekday() >= 5 or day in free for day in between)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Gauss's rule in the form of Lichtenberg, 1997)."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    cycle = year % 19
    seed = (19 * cycle + moon) % 30
    correction = (seed + cycle // 11) // 29
    border = 21 + seed - correction
    first_sunday = 7 - (year + year // 4 + sun) % 7
    distance = 7 - (border - first_sunday) % 7
    return date(year, 3, 1) + timedelta(days=border + distance - 1)


def _name_of(package_name: str, first: date, last: date) -> str:
    """Our name for a period of the package, whose names are merged for some seasons."""
    word = normal(package_name)
    sunday = easter(first.year)
    if "oster" in word:
        return "ostern" if last >= sunday - timedelta(days=9) else "fruehjahr"
    if "pfingst" in word:
        return "pfingsten" if last >= sunday + timedelta(days=46) else "himmelfahrt"
    return next(names[0] for pattern, names in WORDS if re.match(pattern, word))


def _period(state: str, package_name: str, first: date, last: date) -> HolidayPeriod:
    name = _name_of(package_name, first, last)
    shown = f"{first.year}/{last.year % 100:02}" if last.year > first.year else str(first.year)
    return HolidayPeriod(
        key=f"{state.lower()}_{first.year}_{name}",
        state=state,
        label=f"{_(NAMES[name])} {shown}",
        start=first,
        end=last,
    )


def _distinct(periods: Sequence[HolidayPeriod]) -> tuple[HolidayPeriod, ...]:
    """Keys made distinct: a second period of one name in a year is ``…_2``."""
    counts: dict[str, int] = {}
    made: list[HolidayPeriod] = []
    for period in periods:
        counts[period.key] = counts.get(period.key, 0) + 1
        number = counts[period.key]
        key = period.key if number == 1 else f"{period.key}_{number}"
        made.append(msgspec.structs.replace(period, key=key))
    return tuple(made)


def holiday_weeks(period: HolidayPeriod) -> tuple[HolidayWeek, ...]:
    """The ISO weeks that hold at least one day Monday to Friday of the period (domain 7.5)."""
    weeks: list[HolidayWeek] = []
    monday = period.start - timedelta(days=period.start.weekday())
    while monday <= period.end:
        days = tuple(monday + timedelta(days=step) for step in range(5))
        inside = tuple(day for day in days if period.start <= day <= period.end)
        if inside:
            weeks.append(HolidayWeek(number=len(weeks) + 1, monday=monday, days=inside))
        monday += timedelta(days=7)
    return tuple(weeks)


def names_meant(words: str) -> tuple[str, ...]:
    """The names that words such as ``Winterferien`` may mean, the likeliest first; else empty."""
    low = normal(words).strip()
    return next((names for pattern, names in WORDS if re.match(pattern, low)), ())


def find_holiday(
    known: Sequence[HolidayPeriod],
    words: str,
    *,
    year: int | None = None,
    today: date | None = None,
) -> HolidayPeriod | None:
    """The period of ``known`` that ``words`` mean: in ``year``, else the running or next one.

    A name that a Land does not have stands for its neighbour (Winterferien → Weihnachtsferien).
    None if nothing fits or neither year nor day is given.
    """
    for name in names_meant(words):
        fitting = [
            period
            for period in known
            if f"_{name}" in period.key
            and (period.start.year == year if year else today is not None and period.end >= today)
        ]
        if fitting:
            return min(fitting, key=lambda period: (-_length(period) if year else 0, period.start))
    return None


def _length(period: HolidayPeriod) -> int:
    return (period.end - period.start).days


def next_holiday(known: Sequence[HolidayPeriod], today: date) -> HolidayPeriod | None:
    """The running or next period of ``known`` on the day ``today``."""
    ahead = [period for period in known if period.end >= today]
    return min(ahead, key=lambda period: period.start, default=None)


def holiday_on(known: Sequence[HolidayPeriod], day: date) -> HolidayPeriod | None:
    """The period that holds ``day``, if one does."""
    return next((period for period in known if period.start <= day <= period.end), None)
