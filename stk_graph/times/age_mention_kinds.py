"""From a found phrase to the ages it states: one function per kind of phrase."""

import re
from collections.abc import Callable, Iterator

import msgspec

from stk_graph.late import Late
from stk_graph.times.age_lexicon import BELOW
from stk_graph.times.age_mention_words import (
    ADULT,
    AFTER_AGE,
    DURATION_AHEAD,
    DURATION_BEFORE,
    FIGURE,
    GROWN,
    NUMBER,
    PATIENT,
    PERSONS,
    PRONOUNS,
    RELATIVE,
    counts,
)
from stk_graph.times.age_points import HIGHEST_CLASS, value_of
from stk_graph.times.scan import NUMBER_WORD_AHEAD, ORDINAL_WORDS

OLDEST_MENTIONED = 110
_BIG_STEP = 10
_ONE_NUMBER = Late(rf"(?<![^\W_]){NUMBER}|eine?[mnrs]?")
_ONE_FIGURE = Late(rf"(?<![^\W_]){FIGURE}|eine?[mnrs]?")


class AgeMention(msgspec.Struct, frozen=True, kw_only=True):
    """One age in a text: completed years ``low`` to ``high`` (None = open), and where it stands.

    ``source`` is ``stated``, ``from-grade`` or ``from-word``; ``text[start:end]`` are its words.
    """

    low: float | None
    high: float | None
    start: int
    end: int
    source: str = "stated"


Made = Iterator[AgeMention]
Maker = Callable[[re.Match[str], str], Made]


def age_of(text: str) -> float | None:
    """The completed years a number states, if people grow that old."""
    value = value_of(text.strip())
    return value if value is not None and 0 <= value <= OLDEST_MENTIONED else None


def years(match: re.Match[str], text: str) -> Made:
    """``82-jährige``, ``9- bis 11-Jährige``, ``dreijährig``; not ``dreijährige Ausbildung``."""
    if DURATION_AHEAD.match(match.string, match.end()):
        return
    last = age_of(match["last"])
    first = age_of(match["first"]) if match["first"] else last
    if first is None or last is None:
        return
    start, end = match.span()
    if match["below"]:
        yield AgeMention(low=None, high=last - BELOW, start=start, end=end)
    elif first == last or (match["joint"] != "und" and first < last):
        yield AgeMention(low=first, high=last, start=start, end=end)
    else:
        middle = match.start("last")
        yield AgeMention(low=first, high=first, start=start, end=middle)
        yield AgeMention(low=last, high=last, start=middle, end=end)


def classes(match: re.Match[str], text: str) -> Made:
    """``2. Klasse``, ``Klasse 1, 3 und 6``, ``in der vierten Klasse``, ``3. Schuljahr``."""
    group = "before" if match["before"] else "after"
    listed = match[group]
    begin = match.start(group)
    numbers = [
        (begin + word.end(), number)
        for word in re.finditer(r"\d+\.?|[^\W\d_]{4,}", listed)
        if (number := _class_number(word.group().rstrip("."))) is not None
    ]
    if not numbers or any(not 1 <= number <= HIGHEST_CLASS for _end, number in numbers):
        return
    if re.search(r"\w\.? ?(?:-|bis) ?\w", listed):
        bands = [(match.end(), numbers[0][1], numbers[-1][1])]
    else:
        bands = [(end, number, number) for end, number in numbers]
        bands[-1] = (match.end(), *bands[-1][1:])
    start = match.start()
    for end, first, last in bands:
        yield AgeMention(low=first + 5, high=last + 6, start=start, end=end, source="from-grade")
        start = end


def _class_number(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return ORDINAL_WORDS.get(re.sub(r"e[nrsm]?$", "", word))


def pupil(match: re.Match[str], text: str) -> Made:
    """``Zweitklässler``, ``5.-Klässlerin``."""
    number = _class_number(match["number"].strip(" .-"))
    if match.group().endswith(".") and re.match(r" [A-ZÄÖÜ]", text[match.end() :][:2]):
        return
    if number is not None and 1 <= number <= HIGHEST_CLASS:
        low_age, high_age = number + 5, number + 6
        yield AgeMention(
            low=low_age, high=high_age, start=match.start(), end=match.end(), source="from-grade"
        )


def with_unit(match: re.Match[str], text: str) -> Made:
    """``18 Monate alt``, ``Kind 4 Jahre``, ``Kinder 8 und 12 Jahre``, ``im Alter von 6 Jahren``."""
    low, begin, unit = match.string, match.start("ages"), match["unit"]
    if DURATION_AHEAD.match(low, match.end()):
        return
    ages = _listed(match)
    digits = match["ages"][0].isdecimal()
    alone = _stands_alone(low, begin, match.end()) and (digits or unit.startswith("j"))
    paired = len(ages) > 1 and not _is_range(match["ages"])
    if not (match["old"] or match["opening"] or match["person"] or alone or paired):
        return
    if not (match["old"] or match["opening"]) and is_duration(low, begin):
        return
    divisor = 12 if unit.startswith("mo") else 52 if unit.startswith("wo") else 1
    if divisor > 1 and not match["old"] and match["person"] and ADULT.match(match["person"]):
        return
    if divisor == 52 and not (match["old"] or match["person"]):
        return
    is_between = (match["opening"] or "").strip().endswith(("zwischen", "von"))
    yield from _made(ages, match.end(), is_between or _is_range(match["ages"]), divisor)


def _stands_alone(low: str, start: int, end: int) -> bool:
    """Whether punctuation stands on both sides: ``ADHS, 9 J.``"""
    before = low[max(0, start - 3) : start].rstrip()
    opened = before[-1] in ".,;:!?(-" if before else start <= 1
    return opened and (low[end - 1] == "." or not re.match(r"[ -]*[\w(]", low[end : end + 9]))


def is_duration(low: str, start: int) -> bool:
    """Whether ``seit``, ``vor``, ``in`` … stands before a number."""
    return DURATION_BEFORE.search(low, max(0, start - 24), start) is not None


def _is_range(ages: str) -> bool:
    return re.search(r"\w ?(?:-|bis) ?\w", ages) is not None


def _listed(match: re.Match[str]) -> list[tuple[int, int, float]]:
    """Where each number of a list starts and ends, and its value."""
    begin = match.start("ages")
    found = []
    one = _ONE_NUMBER if NUMBER_WORD_AHEAD.search(match["ages"]) else _ONE_FIGURE
    for number in one.compiled.finditer(match["ages"]):
        value = age_of(number.group())
        if value is not None:
            found.append((begin + number.start(), begin + number.end(), value))
    return found


def _made(ages: list[tuple[int, int, float]], end: int, is_range: bool, divisor: int = 1) -> Made:
    if not ages:
        return
    values = [round(value / divisor, 2) for _start, _end, value in ages]
    if is_range and len(ages) == 2 and values[0] <= values[1]:
        yield AgeMention(low=values[0], high=values[1], start=ages[0][0], end=end)
        return
    ends = [until for _start, until, _value in ages[:-1]] + [end]
    for (start, _end, _value), until, value in zip(ages, ends, values, strict=True):
        yield AgeMention(low=value, high=value, start=start, end=until)


def by_person(match: re.Match[str], text: str) -> Made:
    """``mein Sohn ist 9``, ``Kind (2)``, ``Junge, 10,``, ``Kinder 8 und 12``."""
    low, begin, who = match.string, match.start("ages"), match["who"]
    if not (who in PERSONS or who in PRONOUNS or who == PATIENT):
        return
    if not _names_person(match, text):
        return
    ages = _listed(match)
    while ages and _counts_something(low, text, ages):
        ages.pop()
    end = match.end("ages")
    if who in PRONOUNS and re.match(rf" (?!(?:{AFTER_AGE})\b)\w", low[end : end + 30]):
        return
    if ages and not is_duration(low, begin):
        is_range = low[:begin].endswith("zwischen ") or _is_range(match["ages"])
        yield from _made(ages, ages[-1][1], is_range)


def _names_person(match: re.Match[str], text: str) -> bool:
    """Whether the word between person and number is a name or closes with a comma."""
    if not match["mid"]:
        return True
    after = match.end("mid")
    return text[match.start("mid") + 1].isupper() or text[after : after + 1] in (",", "(")


def _counts_something(low: str, text: str, ages: list[tuple[int, int, float]]) -> bool:
    """Whether the last number counts what follows: ``drei Spätdienste``, ``16 Euro``."""
    end = ages[-1][1]
    if counts(low, end):
        return True
    joined = len(ages) > 1 and "," not in low[ages[-2][1] : ages[-1][0]]
    grown = low[ages[-1][0] : end].isdecimal() and ages[-1][2] >= GROWN
    return not (joined or grown) and re.match(r" [A-ZÄÖÜ]", text[end : end + 2]) is not None


def in_age(match: re.Match[str], text: str) -> Made:
    """``mit 16 schwanger``, ``zieht mit 18 aus``, ``kann mit 5 noch nicht``."""
    value = age_of(match["number"])
    if value is not None and value >= 1:
        yield AgeMention(
            low=value, high=value, start=match.start("number"), end=match.end("number")
        )


def apposition(match: re.Match[str], text: str) -> Made:
    """``Ausreißerin aus Polen, 14, Rucksack``: a number alone between punctuation."""
    value = age_of(match["first"])
    end = match.end("first")
    if counts(match.string, end) or re.match(r"\. [A-ZÄÖÜ]", text[end : end + 3]):
        return
    if is_duration(match.string, match.start("first")):
        return
    if value is not None and value >= 1:
        yield AgeMention(low=value, high=value, start=match.start("first"), end=match.end("first"))


def turning(match: re.Match[str], text: str) -> Made:
    """``wird im Sommer sechs``: five now, six soon."""
    value = age_of(match["first"])
    if value is None or value < 1 or counts(match.string, match.end()):
        return
    yield AgeMention(low=value - 1, high=value, start=match.start("first"), end=match.end())


def decade(match: re.Match[str], text: str) -> Made:
    """``Mitte 70``, ``Anfang zwanzig``, ``Ende dreißig``, ``in den Siebzigern``."""
    word = re.sub(r"(?:er[ns]?|ern|iger|igern)$", "", match["decade"])
    tens = value_of(word if word.isdecimal() else re.sub(r"(?:ig)?$", "", word) + "ig")
    if match["decade"].isdecimal():
        tens = value_of(match["decade"])
    if tens is None or tens % _BIG_STEP or not 20 <= tens <= 90:
        return
    if counts(match.string, match.end()):
        return
    first, last = RELATIVE[match["part"] or "in"]
    yield AgeMention(low=tens + first, high=tens + last, start=match.start(), end=match.end())


def word_for(low_age: float | None, high_age: float | None) -> Maker:
    def make(match: re.Match[str], text: str) -> Made:
        yield AgeMention(
            low=low_age, high=high_age, start=match.start(), end=match.end(), source="from-word"
        )

    return make
