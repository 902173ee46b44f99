"""Weekdays in running text: ``montags``, ``Mo-Fr``, ``am Do``; not ``auf Montage`` nor ``So geht``.

A full name counts by itself. A short name is also a first name, a title or an everyday word, so it
counts in company only: with another day, a clock time, a time of day, or behind ``am``, ``jeden``.
"""

import re

from stk_graph.late import Late
from stk_graph.model.enums import DayPart, Weekday
from stk_graph.times.scan import Sign
from stk_graph.times.time_mention_kinds import Made, Maker, TimeMention, fixed

LONG = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
LONG_SIGNS = (*LONG, "sonnabend")
_SHORT = ("mo", "di", "mi", "do", "fr", "sa", "so")
_AMBIGUOUS = frozenset({"do", "so"})
"""Short names that are everyday words when written small."""

_TAILS = (
    ("vormittags?", DayPart.MORNING),
    ("nachmittags?", DayPart.AFTERNOON),
    ("mittags?", DayPart.NOON),
    ("morgens?|früh", DayPart.MORNING),
    ("abends?|nachts?", DayPart.EVENING),
)
_NOUN = r"(?:spät|früh)?(?:vormittags?|nachmittags?|mittags?|abends?)"
_DAY = (
    rf"(?:(?:{'|'.join(LONG[1:])}|sonnabend)(?:e[ns]?)?s?|montags?"
    r"|(?<=alle )montage|(?<=beide )montage|(?<=den )montagen|(?<=allen )montagen)"
    rf"(?:[ -]?{_NOUN}|morgens?|früh|nachts?)?(?!\w)"
)
_SHORTS = r"(?:mo|di|mi|do|fr|sa|so)\b\.?"
_JOIN = r"(?: ?(?:,|-|/|&|\+) ?(?:und )?| (?:und|bis|oder|u\.) )"
_NOT_BEFORE = r"(?<!\w)(?<!\w-)"
_HOURS = (
    r"\d{1,2}(?:[:.]\d\d(?!\d)| ?uhr\b| ?h\b| ?- ?\d{1,2}\b(?![.:]\d\d\.| ?(?:jähr|jahr|kinder)))"
)
_OF_DAY = r"(?:vormittags?|nachmittags?|mittags?|abends?|morgens|früh)\b"
_WHICH = (
    r"(?:am|an jedem|jede[nrm]?(?: (?:\d\.|zweiten|dritten|vierten|ersten|letzten))?|bis|ab|seit"
    r"|immer|diesen|letzten|nächsten|kommenden|vorigen)"
)
_SURE = ("am ", "jeden ", "jedem ", "an jedem ")
_SHORT_AHEAD = Late(
    r"\b(?:mo|di|mi|do|fr|sa)\b"
    r"|\bso\b(?=\.? ?[-,/&+(\d]| (?:bis|und|oder|u\.|ab|von|um|gegen|\w+s\b|früh))"
    r"|(?:\bam|jede[nrm]|bis|ab|seit|immer|[tdsg]en|\.|uhr,?|h|[-,/&+]) ?\(?\bso\b"
)
"""A short name; ``so`` only where a day may stand, for most texts have the word."""
_TITLE = Late(r"\b(?:frau|herrn?|familie|fam\.|fr\.|hr\.|dr\.|eheleute|kolleg(?:e|in)|namens) $")
_SENTENCE_START = Late(r"(?:^|[.!?:;\n(\"„»]) *$")
_CLEAR = Late(r" \d{1,2}(?::\d\d|\.\d\d| ?uhr| ?h\b| ?- ?\d{1,2}(?: ?uhr|:\d\d| ?h\b))")
_WEEK = tuple(Weekday)


def _day_of(word: str) -> Weekday | None:
    if word in _SHORT:
        return Weekday(_SHORT.index(word))
    if word.startswith("sonnabend"):
        return Weekday.SA
    return next((Weekday(at) for at, name in enumerate(LONG) if word.startswith(name)), None)


def _part(words: str) -> DayPart | None:
    tails = words.replace("sonnabend", "")
    return next((part for tail, part in _TAILS if re.search(rf"(?:{tail})(?!\w)", tails)), None)


def long_days(match: re.Match[str], text: str) -> Made:
    """``montags``, ``Montag bis Freitag``, ``Samstagnachmittag``; not ``Frau Samstag``."""
    if _TITLE.search(match.string, max(0, match.start() - 12), match.start()):
        words = match.group()
        if text[match.start()].isupper() and not words.endswith("s"):
            return
    yield from _days(match.group(), match)


def mixed_days(match: re.Match[str], text: str) -> Made:
    """``Mo, Di``, ``Mo-Fr``, ``Mo bis Freitag``: at least two days, as they are typed."""
    if _fits(match, text):
        yield from _days(match.group(), match)


def lone_day(match: re.Match[str], text: str) -> Made:
    """One short name beside a clock time, a time of day or a word such as ``jeden``."""
    group = next(name for name in ("named", "ahead", "behind") if match[name])
    begin, end = match.span(group)
    day = match[group].rstrip(".")
    if day in _AMBIGUOUS and not text[begin].isupper():
        return
    if group == "named" and not (text[begin].isupper() or match["which"] in _SURE):
        return
    if match["which"] not in _SURE and _is_title(match.string, text, end):
        return
    if day in _AMBIGUOUS and group == "behind":
        return
    starts = _SENTENCE_START.search(match.string, max(0, begin - 4), begin) is not None
    if day == "so" and starts and group == "ahead" and not _CLEAR.match(match.string, end):
        return
    yield TimeMention(start=begin, end=end, weekdays=(Weekday(_SHORT.index(day)),))


def _is_title(low: str, text: str, end: int) -> bool:
    """Whether ``Fr.`` stands before a name."""
    return (
        low[:end].endswith("fr.") and re.match(r" ?[A-ZÄÖÜ]\w{2}", text[end : end + 4]) is not None
    )


def _fits(match: re.Match[str], text: str) -> bool:
    if _is_title(match.string, text, match.end()):
        return False
    shorts = [
        word
        for word in re.findall(r"[^\W\d_]+", text[match.start() : match.end()])
        if word.lower() in _SHORT
    ]
    if any(word[0].isupper() for word in shorts):
        return all(word[0].isupper() for word in shorts)
    return any(word not in _AMBIGUOUS for word in shorts)


def _days(words: str, match: re.Match[str]) -> Made:
    named: list[Weekday] = []
    before = 0
    for word in re.finditer(r"[^\W\d_]+", words):
        day = _day_of(word.group())
        if day is None:
            continue
        between = words[before : word.start()]
        if named and ("-" in between or "bis" in between):
            named += [_WEEK[(named[-1] + step) % 7] for step in range(1, (day - named[-1]) % 7)]
        named.append(day)
        before = word.end()
    if named:
        yield TimeMention(
            start=match.start(),
            end=match.end(),
            weekdays=tuple(dict.fromkeys(named)),
            part=_part(words),
        )


_ANY = rf"(?:{_DAY}|{_SHORTS})"
WEEKDAY_RULES: tuple[tuple[Sign, str, Maker], ...] = (
    (
        _SHORT_AHEAD,
        rf"{_NOT_BEFORE}(?:{_SHORTS}{_JOIN}{_ANY}|{_DAY}{_JOIN}{_SHORTS})"
        rf"(?:{_JOIN}{_ANY}){{0,5}}(?!\w)",
        mixed_days,
    ),
    (LONG_SIGNS, rf"{_NOT_BEFORE}{_DAY}(?:{_JOIN}{_DAY}){{0,5}}(?!\w)", long_days),
    (
        _SHORT_AHEAD,
        rf"{_NOT_BEFORE}(?:(?P<which>{_WHICH} )(?P<named>{_SHORTS})(?!\w)"
        rf"|(?P<ahead>{_SHORTS})(?= ?,? ?\(?(?:ab |bis |von |um |gegen )?{_HOURS}| {_OF_DAY})"
        rf"|(?:(?<=uhr )|(?<=uhr, )|(?<=uhr \()|(?<=\dh )|(?<=\d h ))(?P<behind>{_SHORTS})(?!\w))",
        lone_day,
    ),
    (
        ("wochenend",),
        r"\bwochenend(?:en?s?|s)?(?!\w)"
        r"|\bwochenend-?(?:betreuung|angebote?|gruppen?|programm|kurse?|dienste?|termine?|treffs?"
        r"|freizeit(?:en)?|öffnung|sprechstunde)\b",
        fixed((Weekday.SA, Weekday.SU)),
    ),
    (
        ("werktag", "wochentags", "unter der woche"),
        r"\bwerktags\b|\bwochentags\b|\bunter der woche\b|\ban werktagen\b",
        fixed(_WEEK[:5]),
    ),
    (("sonn- und feiertag",), r"\bsonn- und feiertag\w*", fixed((Weekday.SU,))),
)
