"""Asked times in running text: ``nach 17 Uhr``, ``am Wochenende``, ``in den Sommerferien``."""

from collections.abc import Sequence
from functools import cache

import msgspec

from stk_graph.late import Late
from stk_graph.model.enums import DayPart, Rhythm, Term, Weekday
from stk_graph.model.times import TimeSlot
from stk_graph.times import time_mention_kinds as kinds
from stk_graph.times.clock import moved_by
from stk_graph.times.holiday_mentions import HOLIDAY_RULES
from stk_graph.times.scan import (
    LONGEST_TEXT,
    NUMBER_WORD,
    NUMBER_WORD_AHEAD,
    Rules,
    normal,
    with_umlauts,
)
from stk_graph.times.time_mention_kinds import TimeMention
from stk_graph.times.weekday_mentions import WEEKDAY_RULES

__all__ = ["TimeMention", "asked_slots", "times_in_text"]


def times_in_text(text: str) -> list[TimeMention]:
    """All times of a text in order, never overlapping; total and linear in the length."""
    spelt = with_umlauts(text[:LONGEST_TEXT])
    text = spelt.text
    low = normal(text)
    found: list[TimeMention] = []
    taken = bytearray(len(low) + 1)
    in_words = NUMBER_WORD_AHEAD.search(low) is not None
    for pattern, make in rules(in_words=in_words).that_may_match(low):
        for match in pattern.finditer(low):
            for mention in make(match, text):
                if not any(taken[mention.start : mention.end]):
                    taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                    found.append(mention)
    found.sort(key=lambda mention: mention.start)
    return [
        msgspec.structs.replace(
            mention, start=spelt.place(mention.start), end=spelt.place(mention.end)
        )
        for mention in _moved(found, low)
    ]


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


_DIGIT_OR_WORD = Late(rf"\d|{NUMBER_WORD_AHEAD.pattern}")
_DIGIT = Late(r"\d")


def _clock_pattern(*, in_words: bool) -> str:
    """A clock time or span; without ``in_words`` only hours in digits, which is much shorter."""
    number = rf"\d{{1,2}}|{NUMBER_WORD}|eins" if in_words else r"\d{1,2}"
    minutes = "fünf|zehn|zwanzig|viertel|5|10|20" if in_words else "5|10|20"
    words = rf"|halb (?:{number})|(?:{NUMBER_WORD}|eins)\b" if in_words else ""
    clock = (
        rf"(?:(?:{minutes}) (?:vor|nach) (?:{number})\b"
        rf"|\d{{1,2}}[:.]\d{{2}}(?!\d|\.\d)|\d{{1,2}}(?![\d.,:]\d|\d){words})"
    )
    return (
        r"(?<![^\W_])(?:(?P<op>nach|ab|bis spätestens|bis um|bis gegen|bis|vor|so um|früh um"
        r"|um|gegen|von|zwischen"
        rf"|seit|spätestens) )?(?<![\d.,:§])(?P<first>{clock})(?:(?: uhr)? ?(?:-|bis"
        rf"|und) ?(?P<last>{clock}))?"
        r"(?P<unit> ?uhr\b| ?h\b)?(?! ?(?:euro|€|eur\b|%|prozent|kinder|jahre|monate|wochen"
        r"|tage|kg|km|m\b))(?!\d|,\d)"
    )


@cache
def rules(*, in_words: bool) -> Rules[kinds.Maker]:
    """The rules; without ``in_words`` they are shorter and read hours in digits only."""
    return Rules(
        (
            *HOLIDAY_RULES,
            (
                _DIGIT_OR_WORD if in_words else _DIGIT,
                _clock_pattern(in_words=in_words),
                kinds.clock,
            ),
            *WEEKDAY_RULES,
            (("nachts", "in der nacht"), r"\bnachts\b|\bin der nacht\b", kinds.night),
            (
                ("abend",),
                r"\b(?:spät|früh)?abends\b|\bam (?:\w+ )?abend\b",
                kinds.part(DayPart.EVENING),
            ),
            (
                ("vormittag",),
                r"\bvormittags\b|\bam (?:\w+ )?vormittag\b",
                kinds.part(DayPart.MORNING),
            ),
            (
                ("morgen", "früh"),
                r"\b(?:früh)?morgens\b|\bam (?:frühen )?morgen\b|\bin der früh(?:e)?\b"
                r"|\bfrüh(?= um\b)",
                kinds.part(DayPart.MORNING),
            ),
            (
                ("nachmittag",),
                r"\b(?:spät)?nachmittags\b|\bam (?:\w+ )?(?:spät)?nachmittag\b",
                kinds.part(DayPart.AFTERNOON),
            ),
            (
                ("mittag",),
                r"\bmittags\b|\bam mittag\b|\büber mittag\b",
                kinds.part(DayPart.NOON),
            ),
            (
                ("ganzt", "ganzen tag"),
                r"\bganztags\b|\bganztägig\w*\b|\b(?:den )?ganzen tag\b",
                kinds.part(DayPart.ALL_DAY),
            ),
        )
    )
