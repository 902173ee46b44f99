"""Ages in running text about a case: ``82-jährige``, ``2. Klasse``, ``mein Sohn ist 9``.

Clock times, dates, amounts, durations, house numbers and counts are left alone: a number is an age
only next to a person, a unit of age or a school class.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from stk_graph.times import age_mention_kinds as kinds
from stk_graph.times.age_mention_kinds import AgeMention
from stk_graph.times.age_mention_words import AFTER_AGE, CLASS_LIST, NUMBER, PERSON, WORDS
from stk_graph.times.scan import (
    LONGEST_TEXT,
    NUMBER_WORD,
    ORDINAL_WORDS,
    Late,
    any_of,
    normal,
)

__all__ = ["AgeMention", "ages_in_text"]

_Maker = Callable[[re.Match[str], str], Iterator[AgeMention]]


def ages_in_text(text: str) -> list[AgeMention]:
    """All ages of a text in order, never overlapping; total and linear in the length."""
    text = text[:LONGEST_TEXT]
    low = normal(text)
    found: list[AgeMention] = []
    taken = bytearray(len(low) + 1)
    for pattern, make in _rules():
        for match in pattern.finditer(low):
            for mention in make(match, text):
                if not any(taken[mention.start : mention.end]):
                    taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                    found.append(mention)
    found.sort(key=lambda mention: mention.start)
    return [mention for mention in found if not _is_repeated(mention, found, low)]


def _is_repeated(mention: AgeMention, found: list[AgeMention], low: str) -> bool:
    """Whether a word (``Jugendlicher, 13``) only names the person whose age is stated beside it."""
    if mention.source != "from-word":
        return False
    return any(
        other.source != "from-word"
        and (
            _LINK.compiled.fullmatch(low[mention.end : other.start])
            if mention.end <= other.start
            else _LINK.compiled.fullmatch(low[other.end : mention.start])
        )
        for other in found
    )


_N = NUMBER
_LIST = rf"{_N}(?: ?(?:,|und\b|u\.|oder\b|bis\b|-|/|\+|&) ?(?:und )?{_N}){{0,5}}"
_LINK = Late(r" ?[,(:]? ?(?:ist |sind |von |mit |aus der |in der |der )?")
_GRADE_STEM = any_of(ORDINAL_WORDS)
_LEAD = (
    r"(?: ?(?:,|:|\(|(?:ist|sind|bin|war|wäre|jetzt|erst|schon|gerade|grad|fast|bald|knapp|etwa"
    r"|rund|zwischen"
    r"|noch|inzwischen|mittlerweile|ungefähr|von)\b|ca\.?)){0,3} ?"
)

_RULES: tuple[tuple[str, _Maker], ...] = (
    (
        (
            rf"(?:(?<![\w.,])(?P<first>{_N})(?:-|-?jährige[nrsm]?)? ?(?P<joint>bis|-|und) ?)?"
            rf"(?P<below>\bunter-? ?)?(?<![\d.,:])(?<![^\W\d_])(?P<last>{_N}"
            rf"|ein)-? ?jährig(?:e[nrsm]?)?\b"
        ),
        kinds.years,
    ),
    (
        (
            rf"(?<![^\W_])(?P<below>unter)(?P<first>)(?P<joint>)(?P<last>{NUMBER_WORD})-?jährig(?:e[nrsm]?)?\b"
        ),
        kinds.years,
    ),
    (
        (rf"(?<!\w)(?P<number>{_GRADE_STEM}|\d{{1,2}}\.? ?-?) ?-?klässler\w*"),
        kinds.pupil,
    ),
    (CLASS_LIST, kinds.classes),
    (
        (
            rf"(?:(?P<person>(?<!\w){PERSON}){_LEAD})?"
            rf"(?P<opening>\bim alter (?:von|zwischen) |\balter:? |\bzwischen |\bvon |\bmit )?"
            rf"(?<![\d.,:/§])(?<![^\W\d_])(?P<ages>{_LIST}|eine?[mnrs]?)"
            rf" ?-?(?P<unit>jahre?n?s?\b|j\b\.?|monate?n?s?\b|mon\b\.?|mo\b\.?|wochen?\b|wo\b\.?)"
            rf"(?P<old> (?:alt|jung)(?:e[nrsm]?)?\b)?"
        ),
        kinds.with_unit,
    ),
    (
        (rf"\bwird (?:[^\W\d_]+ ){{0,3}}?(?P<first>{_N})(?=[ .,;!?)]|$)"),
        kinds.turning,
    ),
    (
        (
            rf"(?<!\w)(?P<who>{PERSON}|(?:ich|er|sie|bin"
            rf"|jetzt)\b)(?P<mid> [^\W\d_]+)??{_LEAD}(?<![\d.:])\b"
            rf"(?P<ages>{_LIST})(?![\w])"
        ),
        kinds.by_person,
    ),
    (
        (rf"\bmit (?P<number>\d{{1,2}}|{NUMBER_WORD})(?= (?:{AFTER_AGE})\b|[,.;?!]|$)"),
        kinds.in_age,
    ),
    ((r"\baus der (?P<number>\d{1,2})\.(?= (?!\w+klass)|$)"), kinds.pupil),
    ((r"\b(?:in die|in der|aus der|in eine) (?P<number>\d{1,2})[a-f]\b"), kinds.pupil),
    (
        (
            r"(?:(?<=[^\W\d_])[,.!?] |^)(?P<first>[1-9]\d?)(?=,(?!\d)|[.!?]*$"
            r"|(?<!^\d)(?<!^\d\d)[.!?] )"
        ),
        kinds.apposition,
    ),
    (
        (
            r"\b(?P<part>anfang|mitte|ende) (?P<decade>[2-9]0|\w{4,10}ig|drei(?:ß"
            r"|ss)ig)(?:er[ns]?)?\b"
        ),
        kinds.decade,
    ),
    (
        (r"\bin (?:den|ihren|seinen|meinen) (?P<part>)(?P<decade>\w{4,9}igern?|[2-9]0ern?)\b"),
        kinds.decade,
    ),
    (
        (
            r"(?P<word>(?<!\w)ü-? ?|(?<!\w)u-?(?=\d\b(?!:))|\büber |\bunter |\bälter als "
            r"|\bjünger als |\bab |\bbis )"
            r"(?P<number>\d{1,2})(?![\d:]|\.\d|,\d)(?P<unit> jahren?\b| j\.)?"
        ),
        kinds.bound,
    ),
    ((r"(?<![\d.])(?P<number>\d{1,2})\. geburtstag"), kinds.birthday),
    *(
        ((rf"(?<!\w)(?:{pattern})(?!\w)"), kinds.word_for(low, high))
        for pattern, low, high in WORDS
    ),
)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], _Maker], ...]:
    return tuple((re.compile(pattern), maker) for pattern, maker in _RULES)
