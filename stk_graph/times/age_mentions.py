"""Ages in running text about a case: ``82-jährige``, ``2. Klasse``, ``mein Sohn ist 9``.

Clock times, dates, amounts, durations, house numbers and counts are left alone: a number is an age
only next to a person, a unit of age or a school class.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from stk_graph.late import Late
from stk_graph.times import age_limit_mentions as limits
from stk_graph.times import age_mention_kinds as kinds
from stk_graph.times import age_note_mentions as notes
from stk_graph.times.age_mention_kinds import AgeMention
from stk_graph.times.age_mention_words import (
    AFTER_AGE,
    CLASS_SIGNS,
    FIGURE,
    NUMBER,
    PERSON,
    WORDS,
    class_list,
)
from stk_graph.times.birth_years import births
from stk_graph.times.scan import (
    LONGEST_TEXT,
    NUMBER_WORD,
    NUMBER_WORD_AHEAD,
    ORDINAL_WORD,
    ORDINAL_WORDS,
    Rules,
    any_of,
    has_sign,
    normal,
    with_umlauts,
)

__all__ = ["AgeMention", "ages_in_text"]


def ages_in_text(text: str, today: date | None = None) -> list[AgeMention]:
    """All ages of a text in order, never overlapping; total and linear in the length.

    Years of birth (``Jahrgang 1941``) are read only with ``today``.
    """
    spelt = with_umlauts(text[:LONGEST_TEXT])
    low = normal(spelt.text)
    found: list[AgeMention] = []
    taken = bytearray(len(low) + 1)
    for mention in _all_mentions(spelt.text, low, today):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            found.append(mention)
    found.sort(key=lambda mention: mention.start)
    kept = [mention for mention in found if not _is_repeated(mention, found, low)]
    return [
        msgspec.structs.replace(
            mention, start=spelt.place(mention.start), end=spelt.place(mention.end)
        )
        for mention in kept
    ]


def _all_mentions(text: str, low: str, today: date | None) -> Iterator[AgeMention]:
    if today is not None:
        yield from births(low, today)
    in_words = NUMBER_WORD_AHEAD.search(low) is not None
    ordinals = has_sign(low, tuple(ORDINAL_WORDS))
    for pattern, make in rules(in_words=in_words, ordinals=ordinals).that_may_match(low):
        for match in pattern.finditer(low):
            yield from make(match, text)


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


_LINK = Late(r" ?[,(:]? ?(?:ist |sind |von |mit |aus der |in der |der )?")
_LEAD = (
    r"(?: ?(?:,|:|\(|(?:ist|sind|bin|war|wäre|jetzt|erst|schon|gerade|grad|fast|bald|knapp|etwa"
    r"|rund|zwischen"
    r"|noch|inzwischen|mittlerweile|ungefähr|von)\b|ca\.?)){0,3} ?"
)
_DIGIT_OR_WORD = Late(rf"\d|{NUMBER_WORD_AHEAD.pattern}")
_DIGIT = Late(r"\d")
_UNIT_AHEAD = Late(r"[\w½] ?-?(?:jahr|j\b|monat|mon\b|mo\b|woche|wo\b)")
_NO_WORD = "(?!)"


@cache
def rules(*, in_words: bool, ordinals: bool = True) -> Rules[kinds.Maker]:
    """The rules; without ``in_words`` they are shorter and read numbers in digits only.

    Without ``ordinals`` the same is true of the numbers of school classes.
    """
    number = NUMBER if in_words else FIGURE
    word = NUMBER_WORD if in_words else _NO_WORD
    listed = rf"{number}(?: ?(?:,|und\b|u\.|oder\b|bis\b|-|/|\+|&) ?(?:und )?{number}){{0,5}}"
    return Rules(
        (
            (
                ("jährig",),
                rf"(?:(?<![\w.,])(?P<first>{number})(?:-|-?jährige[nrsm]?)?"
                rf" ?(?P<joint>bis|-|und) ?)?"
                rf"(?P<below>\bunter-? ?)?(?<![\d.,:])(?<![^\W\d_])(?P<last>{number}"
                rf"|ein)-? ?jährig(?:e[nrsm]?)?\b",
                kinds.years,
            ),
            (
                ("unter",),
                rf"(?<![^\W_])(?P<below>unter)(?P<first>)(?P<joint>)(?P<last>{NUMBER_WORD})"
                rf"-?jährig(?:e[nrsm]?)?\b",
                kinds.years,
            ),
            (
                ("klässler",),
                rf"(?<!\w)(?P<number>{any_of(ORDINAL_WORDS)}|\d{{1,2}}\.? ?-?) ?-?klässler\w*",
                kinds.pupil,
            ),
            (CLASS_SIGNS, class_list(in_words=ordinals), kinds.classes),
            (
                _UNIT_AHEAD,
                rf"(?:(?P<person>(?<!\w){PERSON}){_LEAD})?"
                rf"(?P<opening>\bim alter (?:von|zwischen) |\balter:? |\bzwischen |\bvon |\bmit )?"
                rf"(?<![\d.,:/§])(?<![^\W\d_])(?P<ages>{listed}|eine?[mnrs]?)"
                rf" ?-?(?P<unit>jahre?n?s?\b|j\b\.?|monate?n?s?\b|mon\b\.?|mo\b\.?|wochen?\b"
                rf"|wo\b\.?)(?P<old> (?:alt|jung)(?:e[nrsm]?)?\b)?",
                kinds.with_unit,
            ),
            (
                ("wird ",),
                rf"\bwird (?:[^\W\d_]+ ){{0,3}}?(?P<first>{number})(?=[ .,;!?)]|$)",
                kinds.turning,
            ),
            (
                _DIGIT_OR_WORD if in_words else _DIGIT,
                rf"(?<!\w)(?P<who>pat\.|[^\W\d_]+\b)"
                rf"(?=(?P<mid> [^\W\d_]+)??{_LEAD}(?<![\d.:])\b(?P<ages>{listed})(?!\w))",
                kinds.by_person,
            ),
            (
                ("mit ",),
                rf"\bmit (?P<number>\d{{1,2}}|{word})(?= (?:{AFTER_AGE})\b|[,.;?!]|$)",
                kinds.in_age,
            ),
            (("aus der ",), r"\baus der (?P<number>\d{1,2})\.(?= (?!\w+klass)|$)", kinds.pupil),
            (
                ("in die ", "in der ", "aus der ", "in eine "),
                r"\b(?:in die|in der|aus der|in eine) (?P<number>\d{1,2})[a-f]\b",
                kinds.pupil,
            ),
            (
                _DIGIT,
                r"(?:(?<=[^\W\d_])[,.!?] |^)(?P<first>[1-9]\d?)(?=,(?!\d)|[.!?]*$"
                r"|(?<!^\d)(?<!^\d\d)[.!?] )",
                kinds.apposition,
            ),
            (
                ("anfang ", "mitte ", "ende "),
                r"\b(?P<part>anfang|mitte|ende) (?P<decade>[2-9]0|\w{4,10}ig|drei(?:ß|ss)ig)"
                r"(?:er[ns]?)?\b",
                kinds.decade,
            ),
            (
                ("in den ", "in ihren ", "in seinen ", "in meinen "),
                r"\bin (?:den|ihren|seinen|meinen) (?P<part>)"
                r"(?P<decade>\w{4,9}igern?|[2-9]0ern?)\b",
                kinds.decade,
            ),
            (
                limits.bound_signs(in_words=in_words),
                limits.BOUND.replace("{number}", rf"(?:\d{{1,2}}|(?<![^\W\d_]){word})"),
                limits.bound,
            ),
            (
                ("geburtstag", "lebensjahr"),
                limits.BIRTHDAY.replace(
                    "{ordinal}", rf"(?:\d{{1,3}}\.|{ORDINAL_WORD}|{NUMBER_WORD}s?te[nrms]?)"
                ),
                limits.birthday,
            ),
            (
                limits.near_signs(in_words=in_words),
                limits.NEAR.replace("{number}", rf"(?:\d{{1,2}}|{word})"),
                limits.near,
            ),
            (notes.SEX_SIGNS, notes.SEX, notes.by_sex),
            (notes.ROLE_SIGNS, notes.ROLE, notes.by_role),
            (notes.HALF_DECADE_SIGNS, notes.HALF_DECADE, notes.half_decade),
            (
                NUMBER_WORD_AHEAD,
                notes.WORD_APPOSITION.replace("{word}", word),
                notes.word_apposition,
            ),
            *(
                (signs, rf"(?<!\w)(?:{pattern})(?!\w)", kinds.word_for(low, high))
                for signs, pattern, low, high in WORDS
            ),
        )
    )
