"""Holidays in running text: ``in den Sommerferien 2027``, ``zweite Ferienwoche``, ``Brückentag``.

What lies before or after them asks for no holidays: ``nach den Ferien``, ``seit Weihnachten``.
"""

import re
from collections.abc import Iterator

from stk_graph.late import Late
from stk_graph.times.feasts import BRIDGE, FEAST_WORDS
from stk_graph.times.holidays import names_meant
from stk_graph.times.scan import ORDINAL_WORDS, Sign, number_of
from stk_graph.times.time_mention_kinds import Made, Maker, TimeMention

_SEASON = (
    r"(?:sommer|herbst|oster|weihnachts|winter|pfingst|frühjahrs|frühlings|faschings|himmelfahrts"
    r"|karnevals|fastnachts)"
)
_NAME = rf"(?:{_SEASON}-?ferien|gro(?:ß|ss)en? (?:schul)?ferien)"
_AND = r"-?(?: ?[,/] ?| und | oder | u\. | bzw\. | bis )"
_YEAR = (
    r"(?:,? ?\(?(?:im jahr )?(?P<year>20\d\d)(?![\d.:])| ?'(?P<short>\d\d)(?!\d)"
    r"|(?P<coming> (?:im )?(?:nächste[sn]|kommende[sn]) jahre?s?\b))?"
)
_ORDINAL = (
    r"(?:[1-7]\.|(?:erste|zweite|dritte|vierte|fünfte|sechste|siebte|vorletzte|letzte)[nr]?\b)"
)
_WEEK_BEHIND = rf"(?:,? (?:die |in der )?(?P<behind>{_ORDINAL}) woche\b)?"
_COUNT = r"(?:[2-6]|zwei|drei|vier|fünf|sechs|beiden)"
_NOT_IN_THEM = Late(
    r"\b(?:nach|vor|seit|ab|bis(?: zu| nach| vor)?|außerhalb|ohne|kurz vor|nicht in|außer in)"
    r"(?: (?:den|der|die|dem|allen|diesen|nächsten))? $"
    r"|\b(?:letzte[nrs]?|vergangene[nrs]?|vorige[nrs]?|vorletzte[nrs]?) $"
)
_NEXT = Late(r"\b(?:nächsten|kommenden|anstehenden|bevorstehenden|diesen) $")
_NEXT_YEAR = Late(r"\b(?:nächste[sn]|kommende[sn]) jahr (?:in den |an |über |zu )?$")
_LEAD = 30


def _lies_outside(match: re.Match[str]) -> bool:
    start = match.start()
    return _NOT_IN_THEM.search(match.string, max(0, start - _LEAD), start) is not None


def _year(match: re.Match[str]) -> tuple[int | None, bool]:
    """The year as written, and whether it is said to be the next one."""
    written = match["year"] or (f"20{match['short']}" if match["short"] else None)
    before = _NEXT_YEAR.search(match.string, max(0, match.start() - _LEAD), match.start())
    return int(written) if written else None, bool(match["coming"] or before)


def _week_behind(match: re.Match[str]) -> tuple[int, int] | None:
    """The week of ``Osterferien, zweite Woche``."""
    place = _place(match["behind"]) if match["behind"] else None
    return None if place is None else (place, place)


def _named(words: str) -> str:
    names = names_meant(words)
    return names[0] if names else ""


def holidays(match: re.Match[str], text: str) -> Made:
    """``Sommerferien``, ``Oster- und Herbstferien``, or any holidays."""
    if _lies_outside(match):
        return
    low, start = match.string, match.start()
    year, coming = _year(match)
    near = _NEXT.search(low, max(0, start - _LEAD), start) is not None
    for begin, end, words in _parts(match):
        yield TimeMention(
            start=begin,
            end=end,
            holiday=_named(words),
            holiday_words=words,
            weeks=_week_behind(match),
            year=year,
            is_next_year=coming,
            is_next=near and not words,
        )


def _parts(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The names of ``Oster- und Herbstferien``, each with where it stands."""
    begin = match.start()
    if match["others"]:
        for word in re.finditer(_SEASON, match["others"]):
            end = match.start("others") + word.end()
            yield begin, end, word.group()
            begin = end
    yield begin, match.end(), match["name"] or ""


def weeks(match: re.Match[str], text: str) -> Made:
    """``zweite Ferienwoche``, ``die ersten drei Wochen der Sommerferien``."""
    if match["count"]:
        count = 2 if match["count"] == "beiden" else number_of(match["count"]) or 1
        span = (-count, -1) if match["end"].startswith("letzt") else (1, count)
    else:
        first = _place(match["first"])
        last = _place(match["last"]) if match["last"] else first
        span = (first, last) if first * last < 0 or first <= last else (last, first)
    words = match["name"] or match["season"] or match["part"] or ""
    year, coming = _year(match)
    yield TimeMention(
        start=match.start(),
        end=match.end(),
        holiday=_named(words),
        holiday_words=words,
        weeks=span,
        year=year,
        is_next_year=coming,
    )


def _place(ordinal: str) -> int:
    if ordinal.startswith(("letzt", "vorletzt")):
        return -1 if ordinal.startswith("letzt") else -2
    stem = re.sub(r"e[nr]?$", "", ordinal)
    return int(ordinal[0]) if ordinal[0].isdecimal() else ORDINAL_WORDS[stem]


def feast(match: re.Match[str], text: str) -> Made:
    """``an Pfingsten``, ``zwischen den Jahren``, ``am Brückentag``."""
    if _lies_outside(match):
        return
    name = next(name for name, words in FEAST_WORDS.items() if re.fullmatch(words, match["feast"]))
    year, coming = _year(match)
    yield TimeMention(
        start=match.start(),
        end=match.end(),
        holiday=name,
        holiday_words=match["feast"],
        weeks=_week_behind(match),
        year=year,
        is_next_year=coming,
        is_next=name == BRIDGE,
    )


_LISTED_SEASONS = rf"(?P<others>{_SEASON}(?:{_AND}{_SEASON}){{0,4}}{_AND})?"
_IN_THEM = r"(?:der |in den |von den |den |in der |von )?"
_WHICH = (
    rf"(?:(?P<end>ersten|letzten) (?P<count>{_COUNT})"
    rf"|(?P<first>{_ORDINAL})(?:(?: ?[,/-]| und| bis| oder) ?(?:die |der |in der )?"
    rf"(?P<last>{_ORDINAL}))?)"
)
HOLIDAY_RULES: tuple[tuple[Sign, str, Maker], ...] = (
    (
        Late(r"ferienwoche|wochen? (?:\w+ ){0,2}[\w-]*ferien"),
        rf"(?<!\w){_WHICH} ?(?:(?P<season>{_SEASON})?-?ferienwochen?\b"
        rf"|wochen? {_IN_THEM}(?:(?P<name>{_NAME})|(?:schul)?ferien)\b)"
        rf"(?: im (?P<part>sommer|herbst|winter)\b)?{_YEAR}",
        weeks,
    ),
    (
        ("ferien", "schulfrei"),
        rf"(?<!\w){_LISTED_SEASONS}(?P<name>{_NAME})(?:\w*|-\w+)?{_WEEK_BEHIND}{_YEAR}"
        r"|\b(?:schul)?ferien(?:zeit|wochen?|tage?n?)?\b"
        r"|\bschulfreie[nr]? (?:zeit|wochen?|tage?n?)\b",
        holidays,
    ),
    (
        (
            *("ostern", "osterfeiertag", "ostertage", "pfingst", "weihnacht", "zwischen den"),
            *("brückentag", "himmelfahrt", "vatertag", "fronleichnam", "rosenmontag"),
            *("faschingsdienstag", "bettag", "heilig", "silvester"),
        ),
        rf"(?<!\w)(?P<feast>{'|'.join(FEAST_WORDS.values())})(?!\w){_WEEK_BEHIND}{_YEAR}",
        feast,
    ),
)
