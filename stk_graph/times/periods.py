"""Dates and periods as typed: ``28.06.–06.08.2027``, ``28./29.6.27``, ``KW 27``."""

import re
from datetime import date, timedelta

import msgspec

from stk_graph.late import Late
from stk_graph.model.times import Period
from stk_graph.times.scan import LONGEST_TEXT, normal

MONTHS = {
    "januar": 1,
    "jänner": 1,
    "jan": 1,
    "january": 1,
    "februar": 2,
    "feb": 2,
    "february": 2,
    "märz": 3,
    "maerz": 3,
    "mär": 3,
    "mrz": 3,
    "march": 3,
    "mar": 3,
    "april": 4,
    "apr": 4,
    "mai": 5,
    "may": 5,
    "juni": 6,
    "jun": 6,
    "june": 6,
    "juli": 7,
    "jul": 7,
    "july": 7,
    "august": 8,
    "aug": 8,
    "september": 9,
    "sept": 9,
    "sep": 9,
    "oktober": 10,
    "okt": 10,
    "october": 10,
    "oct": 10,
    "november": 11,
    "nov": 11,
    "dezember": 12,
    "dez": 12,
    "december": 12,
    "dec": 12,
}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:\d{4}|\d{2})(?![\d.:])(?! ?uhr)"
_DAY = r"\d{1,2}"

DATE = (
    r"(?<![\d.])\d{4}-\d{2}-\d{2}(?![\d])"
    rf"|(?<![\d.:]){_DAY}\. ?(?:0?[1-9]|1[0-2])\.(?: ?{_YEAR})?(?!\d)"
    rf"|(?<![\d.:]){_DAY}\.? ?{_MONTH}(?: {_YEAR})?"
)
"""A pattern of one date in normal form: ISO, German numbers, German month names."""

DATE_SPAN = (
    rf"(?:vom |von )?(?:{DATE}) ?(?:-|bis(?: zum)?) ?(?:{DATE})"
    rf"|(?:vom |von )?(?<![\d.:])(?:{_DAY}\. ?(?:[/+,]|und|u\.) ?){{1,9}}{_DAY}\."
    rf"(?: ?(?:0?[1-9]|1[0-2])\.(?: ?{_YEAR})?| ?{_MONTH}(?: {_YEAR})?)(?!\d)"
    rf"|(?:vom |von )?(?<![\d.:]){_DAY}\.(?:(?:0?[1-9]|1[0-2])\.?)? ?(?:-|bis(?: zum)?) ?(?:{DATE})"
    rf"|\b(?:kw|kalenderwochen?) ?\d{{1,2}}(?: ?(?:-|bis|/|und|u\.|\+) ?\d{{1,2}})?"
    rf"(?: ?/ ?\d{{4}}| \d{{4}})?(?!\d)"
    rf"|(?:ab |seit |bis |bis zum |am |vom |ab dem |on )?(?:{DATE})"
)
"""A pattern of dates, ranges and lists of dates, and calendar weeks."""

_SPAN = Late(DATE_SPAN)
_FILL = Late(
    r"\b(?:am|vom|von|und|u\.|bis|zeitraum|termine?|datum|mo|di|mi|do|fr|sa|so)\b\.?", re.IGNORECASE
)


class PeriodReading(msgspec.Struct, frozen=True, kw_only=True):
    """Dates read from a text.

    ``period`` runs from the first to the last day; a list of single days (``28./29.6.``) also
    stands in ``days``. ``problems`` are codes: ``no-year``, ``bad-date``, ``guessed-century``,
    ``period-reversed``, ``date-partly-read``.
    """

    text: str
    period: Period | None = None
    days: tuple[date, ...] = ()
    leftover: str = ""
    problems: tuple[str, ...] = ()


def full_year(text: str) -> tuple[int, bool]:
    """The year of two or four digits, and whether the century was guessed (00–68 → 20xx)."""
    if len(text) > 2:
        return int(text), False
    short = int(text)
    return (2000 if short <= 68 else 1900) + short, True


class _Day(msgspec.Struct, frozen=True):
    day: int
    month: int | None
    year: int | None


def _parts(text: str) -> _Day | None:
    """Day, month and year as far as a single date states them."""
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    if iso:
        return _Day(int(iso[3]), int(iso[2]), int(iso[1]))
    named = re.fullmatch(rf"(\d{{1,2}})\.? ?({_MONTH})(?: (\d{{2,4}}))?", text)
    if named:
        year = full_year(named[3])[0] if named[3] else None
        return _Day(int(named[1]), MONTHS[named[2].rstrip(".")], year)
    plain = re.fullmatch(r"(\d{1,2})\.(?: ?(\d{1,2})\.?)?(?: ?(\d{2,4}))?", text)
    if plain:
        month = int(plain[2]) if plain[2] else None
        return _Day(int(plain[1]), month, full_year(plain[3])[0] if plain[3] else None)
    return None


def _made(day: _Day, year: int | None) -> date | None:
    if day.month is None or (day.year or year) is None:
        return None
    try:
        return date(day.year or year or 1, day.month, day.day)
    except ValueError:
        return None


def read_dates(piece: str, year: int | None = None) -> PeriodReading:
    """Reads a piece that ``DATE_SPAN`` found; ``year`` stands in where none is written.

    ``ab`` and ``seit`` leave the end open, ``bis`` the start.
    """
    text = normal(piece).strip()
    week = re.match(r"(?:kw|kalenderwochen?) ?(\d+)(?: ?(?:-|bis|/|und|u\.|\+) ?(\d{1,2}))?"
                    r"(?: ?/ ?(\d{4})| (\d{4}))?$", text)  # fmt: skip
    if week:
        return _weeks(piece, week, year)
    opening = re.match(r"(?:ab dem|ab|seit|bis zum|bis|am|vom|von|on)\b ?", text)
    prefix = opening.group().strip() if opening else ""
    body = text[opening.end() :] if opening else text
    ends = re.split(r" ?(?:-|\bbis\b(?: zum)?) ?", body)
    if re.search(r"\d{4}-\d{2}-\d{2}", body):
        ends = re.findall(r"\d{4}-\d{2}-\d{2}", body)
    if len(ends) == 2:
        return _range(piece, ends[0].strip(), ends[1].strip(), year)
    listed = re.split(r" ?(?:[/+,]|und|u\.) ?", body)
    if len(listed) > 1:
        return _list(piece, [part.strip() for part in listed], year)
    return _single(piece, body, prefix, year)


def _failed(piece: str, *days: _Day | None) -> PeriodReading:
    yearless = all(day is not None for day in days) and any(
        day is not None and day.year is None for day in days
    )
    return PeriodReading(
        text=piece, leftover=piece, problems=("no-year",) if yearless else ("bad-date",)
    )


def _century(piece: str) -> tuple[str, ...]:
    short = re.search(r"(?<=[.\s])(\d{2})$", piece.strip())
    return ("guessed-century",) if short and int(short.group()) > 68 else ()


def _single(piece: str, body: str, prefix: str, year: int | None) -> PeriodReading:
    parts = _parts(body)
    day = _made(parts, year) if parts else None
    if day is None:
        return _failed(piece, parts)
    if prefix.startswith(("ab", "seit")):
        return PeriodReading(text=piece, period=Period(start=day), problems=_century(piece))
    if prefix.startswith("bis"):
        return PeriodReading(text=piece, period=Period(end=day), problems=_century(piece))
    return PeriodReading(
        text=piece, period=Period(start=day, end=day), days=(day,), problems=_century(piece)
    )


def _range(piece: str, first: str, last: str, year: int | None) -> PeriodReading:
    one, two = _parts(first), _parts(last)
    if one is None or two is None:
        return _failed(piece, one, two)
    one = _Day(one.day, one.month or two.month, one.year)
    end = _made(two, year)
    start = _made(one, (two.year or year) if one.year is None else None)
    if start is not None and end is not None and start > end:
        if one.year is None and start.replace(day=1).month > end.month:
            start = _made(one, end.year - 1)
        elif two.year is None and one.year is not None:
            end = _made(two, one.year + 1)
    if start is None or end is None:
        return _failed(piece, _Day(one.day, one.month, one.year or two.year or year), two)
    if start > end:
        return PeriodReading(text=piece, leftover=piece, problems=("period-reversed",))
    return PeriodReading(text=piece, period=Period(start=start, end=end), problems=_century(piece))


def _list(piece: str, listed: list[str], year: int | None) -> PeriodReading:
    """Days that share the month and year of the last one."""
    last = _parts(listed[-1])
    if last is None:
        return _failed(piece, None)
    days: list[date] = []
    for part in listed:
        day = _parts(part if part.endswith(".") or not part.isdecimal() else part + ".")
        if day is None:
            return _failed(piece, None)
        filled = _Day(day.day, day.month or last.month, day.year or last.year)
        made = _made(filled, year)
        if made is None:
            return _failed(piece, filled)
        days.append(made)
    days.sort()
    return PeriodReading(
        text=piece,
        period=Period(start=days[0], end=days[-1]),
        days=tuple(days),
        problems=_century(piece),
    )


def _weeks(piece: str, week: re.Match[str], year: int | None) -> PeriodReading:
    stated = week[3] or week[4]
    in_year = int(stated) if stated else year
    if in_year is None:
        return PeriodReading(text=piece, leftover=piece, problems=("no-year",))
    first, last = int(week[1]), int(week[2] or week[1])
    try:
        start = date.fromisocalendar(in_year, first, 1)
        end = date.fromisocalendar(in_year, last, 1) + timedelta(days=6)
    except ValueError:
        return PeriodReading(text=piece, leftover=piece, problems=("bad-date",))
    if start > end:
        return PeriodReading(text=piece, leftover=piece, problems=("period-reversed",))
    return PeriodReading(text=piece, period=Period(start=start, end=end))


def parse_period(text: str, year: int | None = None) -> PeriodReading:
    """The period a text states by dates or calendar weeks; several pieces give their hull.

    Holidays by name are read by ``stk_graph.times.slots.parse_times`` with a calendar.
    """
    found = list(_SPAN.compiled.finditer(normal(text[:LONGEST_TEXT])))
    readings = [read_dates(text[match.start() : match.end()], year) for match in found]
    edges = [0, *(edge for match in found for edge in match.span()), len(text)]
    between = " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    left = " ".join(re.sub(r"[,;:.()/–-]", " ", _FILL.compiled.sub(" ", between)).split())
    problems = [problem for reading in readings for problem in reading.problems]
    failed = [reading.leftover for reading in readings if reading.leftover]
    leftover = " … ".join(filter(None, [*failed, left]))
    if left:
        problems.append("date-partly-read")
    return PeriodReading(
        text=text,
        period=hull([reading.period for reading in readings if reading.period]),
        days=tuple(sorted({day for reading in readings for day in reading.days})),
        leftover=leftover,
        problems=tuple(dict.fromkeys(problems)),
    )


def hull(found: list[Period]) -> Period | None:
    """From the first start to the last end; an open start or end stays open."""
    if not found:
        return None
    starts = [period.start for period in found]
    ends = [period.end for period in found]
    if len(found) == 2 and None in starts and None in ends:
        start = next((s for s in starts if s), None)
        end = next((e for e in ends if e), None)
        return Period(start=start, end=end) if start and end and start <= end else None
    start = None if None in starts else min(s for s in starts if s)
    end = None if None in ends else max(e for e in ends if e)
    return None if start is None and end is None else Period(start=start, end=end)
