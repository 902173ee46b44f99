"""Limits of age in running text: ``höchstens 16``, ``bis zum dritten Geburtstag``, ``fast 18``."""

import re

from stk_graph.late import Late
from stk_graph.times.age_lexicon import BELOW
from stk_graph.times.age_mention_kinds import AgeMention, Made, age_of, is_duration
from stk_graph.times.age_mention_words import AFTER_AGE, DURATION_AHEAD, PERSON, counts
from stk_graph.times.scan import NUMBER_WORD_AHEAD, NUMBER_WORDS, ORDINAL_WORDS

_ABOVE = ("ü", "über", "älter als", "ab", "mindestens")
_UP_TO = ("höchstens", "maximal", "max", "nicht älter als", "bis")
_NOT_ALONE = ("ab", "bis")
_ENDS_AGE = Late(rf"[.,;:!?)]|$| (?:sein|ist|alt|und|oder|{AFTER_AGE})\b")
_NOT_YEARS_BEFORE = Late(r"\b(?:seit|in|nach|vor|für|um|innerhalb|binnen|mit|von) $")
_PERSON_AHEAD = Late(rf" {PERSON}")
_TEENS = 10

BOUND = (
    r"(?P<word>(?<!\w)ü-? ?|(?<!\w)u-?(?=\d\b(?!:))|\b(?:über|unter|nicht älter als|älter als"
    r"|jünger als|ab|bis|höchstens|maximal|max\.?|mindestens|noch keine|noch nicht) )"
    r"(?P<number>{number})(?![\w:]|\.\d|,\d)(?P<unit> jahren?\b| j\.)?"
)
"""A limit in front of a number; ``{number}`` is to be filled in."""


def bound_signs(*, in_words: bool) -> Late:
    """What stands in every text with such a limit; without ``in_words`` in digits."""
    return Late(
        r"(?:\bü-? ?|\bu-?"
        r"|\b(?:über|unter|als|ab|bis|höchstens|maximal|max\.?|mindestens|keine|nicht) )"
        + _number_ahead(in_words=in_words)
    )


def _number_ahead(*, in_words: bool) -> str:
    return rf"(?:\d|{NUMBER_WORD_AHEAD.pattern})" if in_words else r"\d"


def bound(match: re.Match[str], text: str) -> Made:
    """``über 75``, ``Ü60``, ``U3``, ``unter zehn``, ``ab 60 Jahren``, ``noch keine 18``."""
    value, word = age_of(match["number"]), match["word"].strip(" -.")
    if value is None or value < 1 or (word in _NOT_ALONE and not match["unit"]):
        return
    if _counts(match, text, word):
        return
    low = high = None
    if word in _ABOVE:
        low = value
    else:
        high = value if word in _UP_TO else value - BELOW
    yield AgeMention(low=low, high=high, start=match.start(), end=match.end())


def _counts(match: re.Match[str], text: str, word: str) -> bool:
    """Whether the number counts something or measures a time."""
    source, end = match.string, match.end()
    if match["unit"]:
        return DURATION_AHEAD.match(source, end) is not None or is_time_before(match)
    if counts(source, end):
        return True
    if word in ("ü", "u"):
        return False
    if text[end : end + 2].strip()[:1].isupper() and not _PERSON_AHEAD.match(source, end):
        return True
    in_digits = match["number"].isdecimal()
    free = in_digits and word in ("über", "unter", "älter als", "jünger als")
    return is_time_before(match) or (not free and _ENDS_AGE.match(source, end) is None)


def is_time_before(match: re.Match[str]) -> bool:
    """Whether ``seit``, ``in`` … stands before: ``seit über zehn Jahren``."""
    start = match.start()
    return _NOT_YEARS_BEFORE.search(match.string, max(0, start - 12), start) is not None


_BIRTHDAY_WORDS = r"(?:kurz )?vor|nach|bis(?: kurz vor)?(?: zum| zur)?|ab|seit|zum|am"
BIRTHDAY = (
    rf"(?:\b(?P<word>{_BIRTHDAY_WORDS}) )?(?:(?:dem|den|dessen|deren|ihrem|seinem|meinem) )?"
    r"(?P<full>vollendeten )?(?<![\d.,])(?<!\w)(?P<number>{ordinal})"
    r" (?P<what>geburtstag|lebensjahr)"
)
"""``bis zum 3. Geburtstag``; ``{ordinal}`` is to be filled in."""


def birthday(match: re.Match[str], text: str) -> Made:
    """``ab dem ersten Geburtstag``, ``zum 80. Geburtstag``, ``im 18. Lebensjahr``."""
    value = _ordinal(match["number"])
    if value is None or value < 1:
        return
    word = match["word"] or ""
    if match["what"] == "lebensjahr" and not match["full"]:
        value -= 1
        if not word.startswith(("bis", "ab", "seit", "nach")):
            yield AgeMention(low=value, high=value, start=match.start(), end=match.end())
            return
        value += 1 if word.startswith(("bis", "nach")) else 0
    low: float | None = value - 1
    high: float | None = value
    if word.startswith("bis"):
        low, high = None, value - BELOW
    elif word.startswith(("ab", "nach", "seit")):
        low, high = value, None
    yield AgeMention(low=low, high=high, start=match.start(), end=match.end())


def _ordinal(word: str) -> float | None:
    if word[0].isdecimal():
        return age_of(word.rstrip("."))
    stem = re.sub(r"e[nrms]?$", "", word)
    value = ORDINAL_WORDS.get(stem, NUMBER_WORDS.get(re.sub(r"s?t$", "", stem)))
    return None if value is None else float(value)


NEAR = (
    r"\b(?P<lead>gerade(?: mal| erst)?|grad|frisch|fast|bald|knapp|kaum|erst|schon|ca\.|circa|etwa"
    r"|ungefähr|so um die|um die) (?P<number>{number})(?P<turned> geworden\b| jahre?\b(?! ?\w))?"
    r"(?=[.,;!?)]|$| (?:und|geworden)\b)"
    r"|(?<![^\W_])(?P<grown>{number}) (?:geworden\b|(?:wird|werde|werden)(?=[.,;!?)]|$))"
)


def near_signs(*, in_words: bool) -> Late:
    """What stands in every text with such an age; without ``in_words`` in digits."""
    words = r"|zehn|[zßs]ig|elf|zw(?:ö|oe)lf|zwo|zwei|drei|vier|f(?:ü|ue)nf|sechs|sieben|acht|neun"
    return Late(
        r"(?:gerade|grad|frisch|fast|bald|knapp|kaum|erst|schon|ca\.|circa|etwa|ungefähr|mal"
        rf"|um die) {_number_ahead(in_words=in_words)}"
        rf"|(?:\d{words if in_words else ''}) (?:geworden|wird|werde)"
    )


def near(match: re.Match[str], text: str) -> Made:
    """``gerade achtzehn``, ``fast 18``, ``um die 50``, ``18 geworden``, ``bevor sie 18 wird``."""
    value = age_of(match["number"] or match["grown"])
    if (
        value is None
        or value < 1
        or is_time_before(match)
        or is_duration(match.string, match.start())
    ):
        return
    lead = match["lead"] or ""
    group = "number" if lead else "grown"
    if lead and value < _TEENS and not match["turned"]:
        return
    wide = 2 if lead.endswith("um die") else 0
    comes = lead in ("bald", "fast", "knapp") or (not lead and " w" in match.group())
    yield AgeMention(
        low=value - wide - (1 if comes else 0),
        high=value + wide,
        start=match.start(group),
        end=match.end(group),
    )
