"""From single ages to ranges: ``ab``, ``bis``, ``unter``, dashes and lists."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from stk_graph.times.age_lexicon import BELOW
from stk_graph.times.age_points import Point
from stk_graph.times.scan import Token

_SKIPPED = frozenset({"fill", "dot", "full"})
_COMPANIONS = frozenset(
    {"eltern", "parents", "mütter", "müttern", "väter", "vätern", "mama", "mamas", "papa", "papas"}
    | {"familie", "familien", "families", "begleitung", "begleitperson", "begleitpersonen"}
    | {"großeltern", "geschwister", "bezugsperson", "bezugspersonen", "elternteil", "elternteile"}
    | {"erziehungsberechtigte", "erziehungsberechtigten"}
)
_MONTHS = ["jan", "feb", "mrz", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"]
_OTHER_MONTHS = {"mär": "mrz", "mar": "mrz", "may": "mai", "oct": "okt", "dec": "dez"}


class Span(msgspec.Struct, frozen=True):
    """One stated range in completed years and the tokens it was read from."""

    low: float | None
    high: float | None
    source: str
    tokens: tuple[int, ...]
    bare: bool = False


class Combined(msgspec.Struct, frozen=True):
    """All ranges of a text as one, and whether ages between them were left out."""

    span: Span
    has_gap: bool


def spans(found: Sequence[Token], ages: Mapping[int, Point]) -> list[Span]:
    """The ranges of a text in order; numbers that count something else are left out."""
    reader = _Reader(found, ages)
    read: list[Span] = []
    while not reader.at_end():
        span = reader.span()
        if span is None:
            reader.index += 1
        else:
            read.append(span)
    return read


class _Reader:
    """A cursor over the tokens that takes one range at a time."""

    def __init__(self, found: Sequence[Token], ages: Mapping[int, Point]) -> None:
        self.found = found
        self.ages = ages
        self.owned = {i for point in ages.values() for i in point.tokens}
        self.index = 0

    def at_end(self) -> bool:
        return self.index >= len(self.found)

    def kind(self, index: int) -> str:
        return self.found[index].kind if 0 <= index < len(self.found) else ""

    def skip(self, index: int) -> int:
        """The next index that says something."""
        while index < len(self.found) and (
            self.found[index].kind in _SKIPPED or (index in self.owned and index not in self.ages)
        ):
            index += 1
        return index

    def span(self) -> Span | None:
        start = self.index
        kind = self.kind(start)
        if kind in ("from", "to", "below"):
            return self._half_open(start, kind)
        if start in self.ages:
            return self._from_age(start)
        return None

    def _half_open(self, start: int, kind: str) -> Span | None:
        at = self.skip(start + 1)
        if kind == "to" and self.kind(at) == "below":
            kind, at = "below", self.skip(at + 1)
        if at not in self.ages:
            return None
        point = self.ages[at]
        if kind == "from":
            return self._range(point, (*range(start, at), at), at) or self._take(
                Span(point.low, None, point.source, (start, *point.tokens), point.bare), at
            )
        high = point.high if kind == "to" else point.below - BELOW
        return self._take(
            Span(None, high, point.source, (*range(start, at), *point.tokens), point.bare), at
        )

    def _from_age(self, start: int) -> Span | None:
        point = self.ages[start]
        ranged = self._range(point, (start,), start)
        if ranged is not None:
            return ranged
        after = self.skip(start + 1)
        if self.kind(after) == "plus":
            return self._take(Span(point.low, None, point.source, (*point.tokens, after)), after)
        if self.kind(after) == "downto":
            return self._take(Span(None, point.high, point.source, (*point.tokens, after)), after)
        if self.kind(after) in ("to", "below") or (
            self.kind(after) == "dash" and self.skip(after + 1) >= len(self.found)
        ):
            return self._take(Span(point.low, None, point.source, point.tokens), start)
        if point.bare and self._stands_in_words(start, after):
            return None
        return self._take(
            Span(point.low, point.high, point.source, point.tokens, point.bare), start
        )

    def _range(self, point: Point, taken: tuple[int, ...], at: int) -> Span | None:
        """``point`` – joiner – another age."""
        after = self.skip(at + 1)
        joiners: list[int] = []
        while self.kind(after) in ("dash", "to", "below"):
            joiners.append(after)
            after = self.skip(after + 1)
        if not joiners or after not in self.ages:
            return None
        other = self.ages[after]
        is_below = any(self.kind(i) == "below" for i in joiners)
        high = other.below - BELOW if is_below else other.high
        source = next((s for s in (point.source, other.source) if s != "stated"), "stated")
        tokens = (*taken, *point.tokens, *joiners, *other.tokens)
        bare = point.bare and other.bare
        return self._take(Span(point.low, high, source, tokens, bare), after)

    def _take(self, span: Span, last: int) -> Span | None:
        after = self.skip(max(last, *span.tokens) + 1)
        self.index = max(self.index + 1, after)
        if span.bare and self._counts_something(after):
            return None
        if span.high is not None:
            span = msgspec.structs.replace(span, high=round(span.high, 2))
        return span

    def _counts_something(self, after: int) -> bool:
        """Whether a number without unit is followed by what it counts (``max. 12 Kinder``)."""
        if self.kind(after) == "counted":
            return True
        return self.kind(after) == "group" and self.kind(after - 1) not in ("comma", "close")

    def _stands_in_words(self, start: int, after: int) -> bool:
        """Whether a single bare number belongs to words that say nothing of age (``Raum 3``)."""
        return self.kind(start - 1) in ("word", "counted") or self.kind(after) in (
            "word",
            "counted",
            "sign",
        )


def combined(found: Sequence[Token], read: Sequence[Span]) -> Combined | None:
    """One range for an offer.

    Fully stated ranges win over classes and words beside them (``Kl. 1–4 (6–10 Jahre)``); a lower
    and an upper bound meet (``ab 6, max. 12``); several ranges give their hull.
    """
    stated = [span for span in read if span.source == "stated"]
    if not stated and _is_widened(found, read):
        return None
    chosen = stated or [span for span in read if span.source == "from-grade"] or list(read)
    if not chosen:
        return None
    source = chosen[0].source
    tokens = tuple(index for span in chosen for index in span.tokens)
    lower = [span for span in chosen if span.high is None and span.low is not None]
    upper = [span for span in chosen if span.low is None and span.high is not None]
    if len(lower) == 1 and len(upper) == 1 and len(chosen) == 2:
        return Combined(Span(lower[0].low, upper[0].high, source, tokens), False)
    for span in chosen:
        if span.low is not None and span.high is not None and span.low > span.high:
            return Combined(span, False)
    lows = [span.low for span in chosen]
    highs = [span.high for span in chosen]
    low = None if any(v is None for v in lows) else min(v for v in lows if v is not None)
    high = None if any(v is None for v in highs) else max(v for v in highs if v is not None)
    return Combined(Span(low, high, source, tokens), _has_gap(chosen))


def _has_gap(chosen: Sequence[Span]) -> bool:
    edges = sorted((span.low or 0.0, 999.0 if span.high is None else span.high) for span in chosen)
    reached = edges[0][1]
    for low, high in edges[1:]:
        if low > reached + 1:
            return True
        reached = max(reached, high)
    return False


def _is_widened(found: Sequence[Token], read: Sequence[Span]) -> bool:
    """Whether a list names people of any age beside an age word (``Hortkinder, Jugendliche``).

    The word's ages would then be too narrow, and the text states no others.
    """
    if not read or any(span.source != "from-word" for span in read):
        return False
    used = {index for span in read for index in span.tokens}
    parts: list[list[int]] = [[]]
    for index, token in enumerate(found):
        if token.kind in ("comma", "open", "close"):
            parts.append([])
        else:
            parts[-1].append(index)
    for part in parts:
        names = [found[i].text for i in part if found[i].kind in ("group", "adult")]
        if names and not used & set(part) and not set(names) <= _COMPANIONS:
            return True
    return False


def excel_span(found: Sequence[Token]) -> tuple[float | None, float | None] | None:
    """What a spreadsheet made of ``6-10``: the 6th of October. None if the text is no date."""
    says = [token for token in found if token.kind not in ("fill", "dot", "years")]
    if len(says) != 1 or says[0].kind != "date":
        return None
    low, high = _day_and_month(says[0].text)
    return (float(low), float(high)) if low <= high else (None, None)


def _day_and_month(text: str) -> tuple[int, int]:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    name = re.search(r"[a-zä]{3}", text)
    if name is not None:
        month = _MONTHS.index(_OTHER_MONTHS.get(name.group(), name.group())) + 1
        return (month, numbers[0]) if name.start() == 0 else (numbers[0], month)
    if "-" in text:
        return numbers[2], numbers[1]
    return numbers[0], numbers[1]
