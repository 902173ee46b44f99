"""Reading the age an offer is for: ``6-10 J.``, ``ab Klasse 5``, ``0;6 J.``, ``Ü60``."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import msgspec

from stk_graph.times.age_lexicon import AGE_TOKENS, OLDEST, UNKNOWN_TEXTS
from stk_graph.times.age_points import points
from stk_graph.times.age_spans import Span, combined, excel_span, spans
from stk_graph.times.scan import LONGEST_TEXT, Token, normal


class AgeSource(StrEnum):
    """How an age was derived from the words."""

    STATED = "stated"
    FROM_GRADE = "from-grade"
    FROM_WORD = "from-word"
    FROM_BIRTH_YEAR = "from-birth-year"
    UNKNOWN = "unknown"


class AgeReading(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says about ages.

    ``low`` and ``high`` are completed years (``high`` 10 includes a child of 10½; 2.99 is "under
    3"); None is unknown or open. ``explicit_all`` is true only where the text says that age does
    not matter. ``groups`` are words naming whom the offer addresses (for the vocabulary),
    ``birth_years`` first and last year of birth, ``note`` a remark in brackets. ``problems`` are
    codes: ``age-partly-read``, ``excel-date-in-age``, ``age-reversed``, ``age-range``,
    ``age-several`` (ranges with a gap, joined), ``no-reference-date``.
    """

    text: str
    low: float | None = None
    high: float | None = None
    source: AgeSource = AgeSource.UNKNOWN
    explicit_all: bool = False
    groups: tuple[str, ...] = ()
    birth_years: tuple[int, int] | None = None
    leftover: str = ""
    note: str = ""
    problems: tuple[str, ...] = ()


_SILENT = frozenset(
    {"fill", "dot", "comma", "dash", "open", "close", "group"}
    | {"adult", "all", "full", "between", "years"}
)


def parse_ages(text: str, today: date | None = None) -> AgeReading:
    """Reads any text; never raises. ``today`` turns years of birth into ages.

    A class n of a German school begins at age n + 5 (interchange rules, section 6).
    """
    low_text = normal(text).strip()
    if low_text.strip(" .:") in UNKNOWN_TEXTS or low_text in UNKNOWN_TEXTS:
        return AgeReading(text=text)
    found = _joined_between(list(AGE_TOKENS.tokens(normal(text))))
    birth = _birth_years(text, found, today)
    if birth is not None:
        return birth
    dated = excel_span(found)
    if dated is not None:
        low, high = dated
        known = low is not None
        return AgeReading(
            text=text,
            low=low,
            high=high,
            source=AgeSource.STATED if known else AgeSource.UNKNOWN,
            leftover="" if known else text.strip(),
            problems=("excel-date-in-age",),
        )
    return _read(text, found)


def _joined_between(found: list[Token]) -> list[Token]:
    """``zwischen 6 und 12`` is a range: its ``und`` joins."""
    between = False
    for index, token in enumerate(found):
        if token.kind == "between":
            between = True
        elif token.kind == "comma" and between:
            between = False
            found[index] = msgspec.structs.replace(token, kind="dash")
    return found


def _read(text: str, found: Sequence[Token]) -> AgeReading:
    read = spans(found, points(found))
    groups = tuple(_original(text, token) for token in found if token.kind in ("group", "adult"))
    used = {index for span in read for index in span.tokens}
    leftover, note = _unread(text, found, used)
    problems = ["age-partly-read"] if leftover else []
    result = combined(found, read)
    everyone = any(token.kind == "all" for token in found)
    if result is None or _out_of_range(result.span):
        if everyone and not read:
            return _all_ages(text, groups, leftover, note)
        if result is not None:
            problems = ["age-range"]
        return AgeReading(
            text=text,
            groups=groups,
            leftover=leftover if result is None else text.strip(),
            note=note,
            problems=tuple(problems),
        )
    span = result.span
    if span.low is not None and span.high is not None and span.low > span.high:
        return AgeReading(
            text=text, groups=groups, leftover=text.strip(), problems=("age-reversed",)
        )
    return AgeReading(
        text=text,
        low=span.low,
        high=span.high,
        source=AgeSource(span.source),
        groups=groups,
        leftover=leftover,
        note=note,
        problems=(*problems, *(["age-several"] if result.has_gap else [])),
    )


def _all_ages(text: str, groups: tuple[str, ...], leftover: str, note: str) -> AgeReading:
    return AgeReading(
        text=text,
        low=0.0,
        source=AgeSource.STATED,
        explicit_all=True,
        groups=groups,
        leftover=leftover,
        note=note,
        problems=("age-partly-read",) if leftover else (),
    )


def _out_of_range(span: Span) -> bool:
    return any(value is not None and value > OLDEST for value in (span.low, span.high))


def _original(text: str, token: Token) -> str:
    return text[token.start : token.end]


def _birth_years(text: str, found: Sequence[Token], today: date | None) -> AgeReading | None:
    """Years of birth (``Jg. 2015-2018``, ``Jg. 2015/16``) as ages on the day ``today``."""
    if not any(token.kind == "birth" for token in found):
        return None
    years = [int(token.text) for token in found if token.kind == "year"]
    if not years:
        return None
    after = [t for t in found if t.kind == "num" and t.text.isdecimal() and t.start > 0]
    short = [int(t.text) for t in after if text[t.start - 1] in "/-–" and len(t.text) == 2]
    years += [years[0] // 100 * 100 + year for year in short if years[0] % 100 < year < 100]
    first, last = min(years), max(years)
    low = high = None
    if today is not None:
        low, high = max(0.0, float(today.year - last - 1)), float(today.year - first)
    known = high is not None and 0 <= high <= OLDEST
    kinds = {token.kind for token in found}
    if first == last and kinds & {"from", "downto"}:
        low = None
    elif first == last and kinds & {"to", "plus"}:
        high = None
    return AgeReading(
        text=text,
        low=low if known else None,
        high=high if known else None,
        source=AgeSource.FROM_BIRTH_YEAR,
        birth_years=(first, last),
        problems=() if known else (("no-reference-date",) if today is None else ("age-range",)),
    )


def _unread(text: str, found: Sequence[Token], used: set[int]) -> tuple[str, str]:
    """The pieces that no rule took, and apart from them the brackets that hold only such pieces."""
    pieces: list[str] = []
    notes: list[str] = []
    run: list[int] = []
    for index, token in enumerate(found):
        if index not in used and token.kind not in _SILENT:
            run.append(index)
        elif token.kind not in _SILENT or token.kind in ("open", "close"):
            _close_run(text, found, run, used, (pieces, notes))
            run = []
    _close_run(text, found, run, used, (pieces, notes))
    if len(text) > LONGEST_TEXT:
        pieces.append(text[LONGEST_TEXT:].strip())
    return " … ".join(pieces), "; ".join(notes)


def _close_run(
    text: str,
    found: Sequence[Token],
    run: Sequence[int],
    used: set[int],
    out: tuple[list[str], list[str]],
) -> None:
    if not run:
        return
    first, last = run[0], run[-1]
    if not any(char.isalnum() for index in run for char in found[index].text):
        return
    while first > 0 and found[first - 1].kind in ("fill", "group"):
        first -= 1
    while last + 1 < len(found) and found[last + 1].kind in ("fill", "group"):
        last += 1
    piece = text[found[first].start : found[last].end].strip(" ,;-")
    bracketed = first > 0 and found[first - 1].kind == "open" and bool(used)
    out[1 if bracketed else 0].append(piece)
