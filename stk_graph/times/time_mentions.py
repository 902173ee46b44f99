"""Asked times in running text: ``nach 17 Uhr``, ``am Wochenende``, ``in den Sommerferien``."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import msgspec

from stk_graph.model.enums import DayPart, Rhythm, Term, Weekday
from stk_graph.model.times import TimeSlot
from stk_graph.times.clock import MIDNIGHT, minutes_of, moved_by
from stk_graph.times.holidays import names_meant
from stk_graph.times.scan import LONGEST_TEXT, NUMBER_WORD, normal

_LONG = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_SHORT = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_NIGHT = 22 * 60


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """One time in a text and where it stands.

    ``low`` and ``high`` are minutes after midnight, None where the text leaves them open.
    ``holiday`` is a name of ``stk_graph.times.holidays.NAMES``, empty for any holidays.
    """

    start: int
    end: int
    weekdays: tuple[Weekday, ...] = ()
    low: int | None = None
    high: int | None = None
    part: DayPart | None = None
    holiday: str | None = None


_Made = Iterator[TimeMention]


def times_in_text(text: str) -> list[TimeMention]:
    """All times of a text in order, never overlapping; total and linear in the length."""
    text = text[:LONGEST_TEXT]
    low = normal(text)
    found: list[TimeMention] = []
    taken = bytearray(len(low) + 1)
    for pattern, make in _rules():
        for match in pattern.finditer(low):
            for mention in make(match, text):
                if not any(taken[mention.start : mention.end]):
                    taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                    found.append(mention)
    found.sort(key=lambda mention: mention.start)
    return _moved(found, low)


def asked_slots(mentions: Sequence[TimeMention]) -> tuple[TimeSlot, ...]:
    """What all mentions together ask for, as slots for ``share_covered``.

    Days and hours combine (``samstags bis 18 Uhr``); one ``nach`` and one later ``bis`` make one
    span (``nach 17 Uhr … bis 19 Uhr``). Without clock times the times of day stand in.
    """
    days: list[Weekday | None] = list(
        dict.fromkeys(day for mention in mentions for day in mention.weekdays)
    )
    hours = [(m.low, m.high) for m in mentions if m.low is not None or m.high is not None]
    hours = _spans(list(dict.fromkeys(hours)))
    parts: list[DayPart | None] = list(
        dict.fromkeys(m.part for m in mentions if m.part is not None)
    )
    term = Term.HOLIDAYS if any(m.holiday is not None for m in mentions) else Term.UNKNOWN
    if not days and not hours and not parts and term is Term.UNKNOWN:
        return ()
    if hours:
        return tuple(
            TimeSlot(weekday=day, start=low, end=high, term=term)
            for day in days or [None]
            for low, high in hours
        )
    return tuple(
        TimeSlot(weekday=day, day_part=part, term=term, rhythm=Rhythm.WEEKLY)
        for day in days or [None]
        for part in parts or [None]
    )


def _spans(hours: list[tuple[int | None, int | None]]) -> list[tuple[int | None, int | None]]:
    lows = [low for low, high in hours if low is not None and high is None]
    highs = [high for low, high in hours if high is not None and low is None]
    if len(lows) == 1 and len(highs) == 1 and lows[0] < highs[0]:
        return [each for each in hours if None not in each] + [(lows[0], highs[0])]
    return hours


def _moved(found: list[TimeMention], low: str) -> list[TimeMention]:
    """``abends um 8`` and ``8 Uhr abends``: the clock time beside a time of day."""
    moved = list(found)
    for index, mention in enumerate(found):
        if mention.low is None and mention.high is None:
            continue
        for beside in found[max(0, index - 1) : index + 2]:
            gap = low[min(mention.end, beside.end) : max(mention.start, beside.start)]
            if beside.part is not None and not gap.strip():
                moved[index] = msgspec.structs.replace(
                    mention,
                    low=_later(mention.low, beside.part),
                    high=_later(mention.high, beside.part),
                )
    return moved


def _later(minutes: int | None, part: DayPart) -> int | None:
    return None if minutes is None else moved_by(minutes, part)


def _clock(match: re.Match[str], text: str) -> _Made:
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


def _days(match: re.Match[str], text: str) -> _Made:
    """``montags``, ``Montag bis Freitag``, ``Di und Do``, ``Samstagnachmittag``."""
    words = re.findall(r"[^\W\d_]+", match.group())
    days = [day for word in words if (day := _weekday(word)) is not None]
    if not days:
        return
    if len(days) == 2 and re.search(r"-|\bbis\b", match.group()):
        days = [Weekday((days[0] + step) % 7) for step in range((days[1] - days[0]) % 7 + 1)]
    part = next((part for word in words for tail, part in _TAILS if word.endswith(tail)), None)
    yield TimeMention(
        start=match.start(), end=match.end(), weekdays=tuple(dict.fromkeys(days)), part=part
    )


def _weekday(word: str) -> Weekday | None:
    if word.startswith("sonnabend"):
        return Weekday.SA
    for day, name in enumerate(_LONG):
        if word.startswith(name):
            return Weekday(day)
    shorts = [short.lower() for short in _SHORT]
    return Weekday(shorts.index(word)) if word in shorts else None


def _short_days(match: re.Match[str], text: str) -> _Made:
    """Short names count only as typed (``Do``, not ``do``), in company of each other or a time."""
    written = re.findall(r"[^\W\d_]+", text[match.start() : match.end()])
    names = [word for word in written if word.lower() not in ("und", "u", "bis", "oder")]
    if all(name in _SHORT for name in names):
        yield from _days(match, text)


def _fixed(days: tuple[Weekday, ...]) -> Callable[[re.Match[str], str], _Made]:
    def make(match: re.Match[str], text: str) -> _Made:
        yield TimeMention(start=match.start(), end=match.end(), weekdays=days)

    return make


def _part(part: DayPart) -> Callable[[re.Match[str], str], _Made]:
    def make(match: re.Match[str], text: str) -> _Made:
        yield TimeMention(start=match.start(), end=match.end(), part=part)

    return make


def _night(match: re.Match[str], text: str) -> _Made:
    yield TimeMention(start=match.start(), end=match.end(), low=_NIGHT, high=MIDNIGHT)


def _holidays(match: re.Match[str], text: str) -> _Made:
    names = names_meant(match["name"] or "")
    yield TimeMention(start=match.start(), end=match.end(), holiday=names[0] if names else "")


_TAILS = (
    ("vormittag", DayPart.MORNING),
    ("vormittags", DayPart.MORNING),
    ("nachmittag", DayPart.AFTERNOON),
    ("nachmittags", DayPart.AFTERNOON),
    ("morgen", DayPart.MORNING),
    ("abend", DayPart.EVENING),
    ("abends", DayPart.EVENING),
    ("mittag", DayPart.NOON),
    ("mittags", DayPart.NOON),
)
_DAY = (
    rf"(?:{'|'.join(_LONG)}|sonnabend)(?:s|e|en)?"
    r"(?:vormittags?|nachmittags?|abends?|morgen|mittags?)?"
)
_JOIN = r"(?: ?(?:,|-|/|&|\+) ?(?:und )?| (?:und|bis|oder|u\.) )"
_SHORTS = r"(?:mo|di|mi|do|fr|sa|so)\b\.?"
_CLOCK = (
    rf"(?:(?:fünf|zehn|zwanzig|viertel|5|10|20) (?:vor|nach) (?:\d{{1,2}}|{NUMBER_WORD}|eins)\b"
    rf"|\d{{1,2}}[:.]\d{{2}}(?!\d|\.\d)|\d{{1,2}}(?![\d.,:]\d|\d)|halb (?:\d{{1,2}}|{NUMBER_WORD}"
    rf"|eins)"
    rf"|(?:{NUMBER_WORD}|eins)\b)"
)
_WEEK = tuple(Weekday)
_RULES: tuple[tuple[str, Callable[[re.Match[str], str], _Made]], ...] = (
    (
        (
            r"(?P<name>(?:sommer|herbst|oster|weihnachts|winter|pfingst|frühjahrs|faschings"
            r"|himmelfahrts|karnevals"
            r"|fastnachts|großen? )-?ferien)(?:wochen?|zeit)?\b|\b(?P<any>(?:schul)?ferien(?:zeit"
            r"|wochen?)?)\b(?P<x>)"
            r"|\bschulfreie[nr]? (?:zeit|wochen?|tagen?)\b"
        ),
        lambda match, text: _holidays(match, text),
    ),
    (
        (
            r"(?<![^\W_])(?:(?P<op>nach|ab|bis spätestens|bis um|bis gegen|bis|vor|so um|früh um"
            r"|um|gegen|von|zwischen"
            rf"|seit|spätestens) )?(?<![\d.,:§])(?P<first>{_CLOCK})(?:(?: uhr)? ?(?:-|bis"
            rf"|und) ?(?P<last>{_CLOCK}))?"
            r"(?P<unit> ?uhr\b| ?h\b)?(?! ?(?:euro|€|eur\b|%|prozent|kinder|jahre|monate|wochen"
            r"|tage|kg|km|m\b))(?!\d|,\d)"
        ),
        _clock,
    ),
    ((rf"(?<!\w){_DAY}(?:{_JOIN}{_DAY}){{0,5}}(?!\w)"), _days),
    ((rf"(?<!\w){_SHORTS}(?:{_JOIN}{_SHORTS}){{1,6}}(?!\w)"), _short_days),
    (
        (
            rf"(?<!\w){_SHORTS}(?= ?,? ?(?:ab |bis |von |um )?\d{{1,2}}(?:[:.]\d\d| ?uhr| ?h\b"
            rf"| ?-))"
        ),
        _short_days,
    ),
    ((r"\bwochenend(?:en?s?|\w*)\b"), _fixed((Weekday.SA, Weekday.SU))),
    (
        (r"\bwerktags\b|\bwochentags\b|\bunter der woche\b|\ban werktagen\b"),
        _fixed(_WEEK[:5]),
    ),
    ((r"\bsonn- und feiertag\w*"), _fixed((Weekday.SU,))),
    ((r"\bnachts\b|\bin der nacht\b"), _night),
    ((r"\b(?:spät|früh)?abends\b|\bam (?:\w+ )?abend\b"), _part(DayPart.EVENING)),
    ((r"\bvormittags\b|\bam (?:\w+ )?vormittag\b"), _part(DayPart.MORNING)),
    (
        (r"\b(?:früh)?morgens\b|\bam (?:frühen )?morgen\b|\bin der früh(?:e)?\b|\bfrüh(?= um\b)"),
        _part(DayPart.MORNING),
    ),
    (
        (r"\b(?:spät)?nachmittags\b|\bam (?:\w+ )?(?:spät)?nachmittag\b"),
        _part(DayPart.AFTERNOON),
    ),
    ((r"\bmittags\b|\bam mittag\b|\büber mittag\b"), _part(DayPart.NOON)),
    ((r"\bganztags\b|\bganztägig\w*\b|\b(?:den )?ganzen tag\b"), _part(DayPart.ALL_DAY)),
)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], _Made]], ...]:
    return tuple((re.compile(pattern), make) for pattern, make in _RULES)
