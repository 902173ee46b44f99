"""Numbers of an age text with their units: years, months, school classes, years of life."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from stk_graph.times.age_lexicon import BELOW, WORD_AGES
from stk_graph.times.scan import Token, number_of

_UNITS = frozenset(
    {"years", "months", "weeks", "grade", "lifeyear", "lifemonth", "lifeweek", "birthday"}
)
_JOINERS = frozenset({"dash", "to", "below"})
HIGHEST_CLASS = 13


class Point(msgspec.Struct, frozen=True):
    """One age: completed years it begins and ends with, where it came from, its tokens."""

    low: float
    high: float | None
    source: str
    tokens: tuple[int, ...]
    bare: bool = False
    below: float = 0.0


class _Number(msgspec.Struct):
    """A number whose unit is still to be found."""

    value: float
    index: int
    unit: str = ""
    tokens: list[int] = []
    range_id: int = 0
    list_id: int = 0


def points(found: Sequence[Token]) -> dict[int, Point]:
    """All ages of the text by the index of their first token.

    A number without unit takes the unit of its range (``6-10 J.``), of the class word before it
    (``Klassen 5 bis 10``), or of its neighbour in a list (``1., 3. und 6. Schuljahr``).
    """
    numbers = _numbers(found)
    _share_units(numbers)
    ages: dict[int, Point] = {}
    for number in numbers:
        point = _point(number, _is_completed(found, number))
        if point is not None:
            ages[min(number.tokens)] = point
    for index, token in enumerate(found):
        if token.kind.startswith("age_"):
            _, low, high = WORD_AGES[int(token.kind[4:])]
            ages[index] = Point(low, high, "from-word", (index,), below=low)
    return ages


def value_of(text: str) -> float | None:
    """The number a token states; ``0;6`` is years;months, ``3 1/2`` and ``3½`` are halves."""
    if ";" in text:
        years, months = text.split(";")
        return round(int(years) + int(months) / 12, 2) if int(months) < 12 else None
    half = re.sub(r" ?½$| 1/2$|[.,]5$|einhalb$", "", text)
    if half != text and half:
        whole = number_of(half)
        return None if whole is None else whole + 0.5
    if text in ("½", "1/2") or text.endswith(("halbe", "halbes", "halben")):
        return 0.5
    if text == "anderthalb":
        return 1.5
    if re.fullmatch(r"eine?[mnr]?", text):
        return 1.0
    whole = number_of(text)
    return None if whole is None else float(whole)


def _next(found: Sequence[Token], index: int) -> int:
    """Index of the next token that is neither filler nor dot."""
    index += 1
    while index < len(found) and found[index].kind in ("fill", "dot"):
        index += 1
    return index


def _numbers(found: Sequence[Token]) -> list[_Number]:
    numbers: list[_Number] = []
    range_id = list_id = 0
    prefix = ""
    prefix_index = -1
    joined = False
    for index, token in enumerate(found):
        if token.kind == "num" and (value := value_of(token.text)) is not None:
            range_id += 0 if joined else 1
            number = _Number(value, index, tokens=[index], range_id=range_id, list_id=list_id)
            after = _next(found, index)
            if prefix:
                number.unit = prefix
                number.tokens.append(prefix_index)
            if after < len(found) and found[after].kind in _UNITS and found[after].kind != prefix:
                number.unit = found[after].kind
                number.tokens.append(after)
            numbers.append(number)
            prefix, joined = "", False
        elif token.kind == "grade" and not _belongs_before(found, index):
            prefix, prefix_index, joined = "grade", index, False
        elif token.kind in _JOINERS:
            joined = bool(numbers)
        elif token.kind not in ("fill", "dot", *_UNITS):
            prefix, joined = "", False
            list_id += 0 if token.kind == "comma" else 1
    return numbers


def _belongs_before(found: Sequence[Token], index: int) -> bool:
    """Whether a class word closes a number (``4. Klasse``), not opens one (``Klasse 4``)."""
    before = index - 1
    while before >= 0 and found[before].kind == "dot":
        before -= 1
    if before < 0 or found[before].kind != "num":
        return False
    opens = before > 0 and found[before - 1].kind == "grade"
    return not opens


def _share_units(numbers: Sequence[_Number]) -> None:
    for one, two in zip(numbers[-2::-1], numbers[:0:-1], strict=True):
        if not one.unit and one.range_id == two.range_id:
            one.unit = two.unit
    for one, two in pairwise(numbers):
        listed = one.unit == "grade" and one.list_id == two.list_id
        if not two.unit and (one.range_id == two.range_id or listed):
            two.unit = one.unit
    for one, two in zip(numbers[-2::-1], numbers[:0:-1], strict=True):
        if not one.unit and one.list_id == two.list_id:
            one.unit = two.unit
    for one, two in pairwise(numbers):
        if not two.unit and one.list_id == two.list_id:
            two.unit = one.unit


def _is_completed(found: Sequence[Token], number: _Number) -> bool:
    """Whether ``vollendetes`` stands before a year of life."""
    return any(found[i].kind == "full" for i in range(max(0, number.index - 2), number.index))


def _point(number: _Number, completed: bool) -> Point | None:
    value, taken = number.value, tuple(sorted(number.tokens))
    if number.unit == "grade":
        if not (1 <= value <= HIGHEST_CLASS and value == int(value)):
            return None
        return Point(value + 5, value + 6, "from-grade", taken, below=value + 5)
    per_year = {"months": 12, "lifemonth": 12, "weeks": 52, "lifeweek": 52}.get(number.unit, 1)
    if number.unit.startswith("life"):
        begins = value if completed else value - 1
        if value < 1:
            return None
        low, high, below = begins / per_year, (value - 1) / per_year, begins / per_year
    elif number.unit == "birthday":
        low, high, below = value, value - BELOW, value
    else:
        low = high = below = value / per_year
    return Point(
        round(low, 2), round(high, 2), "stated", taken, bare=not number.unit, below=round(below, 2)
    )
