"""Ages in the short forms of notes: ``w/34``, ``(m, 17)``, ``Verkäuferin (45)``."""

import re

from stk_graph.late import Late
from stk_graph.times.age_mention_kinds import AgeMention, Made, age_of, is_duration
from stk_graph.times.age_mention_words import counts
from stk_graph.times.scan import NUMBER_WORDS

_NOT_ROLES = frozenset(
    {
        *("zimmer", "nummer", "kinder", "fenster", "fächer", "ordner", "berlin", "termin"),
        *(
            "element",
            "dokument",
            "monster",
            "wetter",
            "sommer",
            "winter",
            "fieber",
            "gin",
            "kasten",
        ),
        *("bücher", "räder", "zähler", "teller", "prozent", "paragraf", "sprecher", "dezember"),
        *("september", "oktober", "november", "wörter", "bilder", "anmelder", "ausweispapier"),
    }
)
_SHORT_SEX = ("w", "m", "d")
_FIRST_APPOSITION = 13
"""A number word at the start of a text is an age from here on; before, texts count."""

SEX_SIGNS = Late(
    r"(?<!\w)(?:w|m|d|weibl\w*|männl\w*)\.? ?[,/:]? ?\d|\d ?[/(,] ?(?:w|m|d|weib\w*|männ\w*)\b"
)
SEX = (
    r"(?<![\w/])(?:(?<!\d )(?P<sex>w|m|d|weibl\.?|männl\.?|weiblich|männlich)(?P<gap> ?[,/:] ?| ?)"
    r"(?P<first>[1-9]\d?)(?![\w:/]|[.,]\d|-\d| ?uhr| ?-)"
    r"|(?P<before>[1-9]\d?)(?: ?/ ?(?:w|m|d)(?!\w)| ?\((?:w|m|d|weiblich|männlich)\)"
    r"|, ?(?:weiblich|männlich|weibl\.|männl\.)|, (?:w|m|d)(?=[,;)]|\. |$)))"
)


def by_sex(match: re.Match[str], text: str) -> Made:
    """``w/34``, ``m, 17``, ``weiblich 34``, ``34/w``; not ``5 m, 17 cm`` or the bus ``M17``."""
    group = "first" if match["first"] else "before"
    start, end = match.span(group)
    if match["sex"] in _SHORT_SEX and not match["gap"].strip() and text[match.start()].isupper():
        return
    is_count = group == "first" and counts(match.string, end)
    value = age_of(match[group])
    if value is not None and not is_count:
        yield AgeMention(low=value, high=value, start=start, end=end)


ROLE_SIGNS = ("(",)
ROLE = r"(?<!\w)(?P<who>[^\W\d_]+(?:in|er|ent|ist|mann|frau|kraft)) ?\((?P<first>[1-9]\d?)\)"


def by_role(match: re.Match[str], text: str) -> Made:
    """``Verkäuferin (45)``, ``Rentner (71)``: a person named by a noun."""
    who = match["who"]
    if not text[match.start()].isupper() or who in _NOT_ROLES or who.endswith(("ein", "mer")):
        return
    value = age_of(match["first"])
    if value is not None:
        yield AgeMention(low=value, high=value, start=match.start("first"), end=match.end("first"))


WORD_APPOSITION = (
    r"(?P<lead>^|(?<=[^\W\d_], ))(?P<first>{word})(?=,|[.!?]*$)(?!, ?(?:und )?(?:\d|{word}\b))"
)


def word_apposition(match: re.Match[str], text: str) -> Made:
    """``Tochter aus erster Ehe, achtzehn, schwanger``: a number word between two commas."""
    low, start = match.string, match.start("first")
    value = age_of(match["first"])
    if value is None or value < 1 or is_duration(low, start):
        return
    before = re.search(r"([^\W\d_]+), $", low[max(0, start - 20) : start])
    if (before and before[1] in NUMBER_WORDS) or (before is None and value < _FIRST_APPOSITION):
        return
    yield AgeMention(low=value, high=value, start=start, end=match.end("first"))


HALF_DECADE = (
    r"(?<!\w)(?P<part>anfang|mitt|end)(?P<decade>zwanziger|dreißiger|dreissiger|vierziger|fünfziger"
    r"|sechziger|siebziger|achtziger|neunziger)(?:in|innen|n|s)?\b"
)
HALF_DECADE_SIGNS = ("ziger", "ßiger", "ssiger")
_PARTS = {"anfang": (0, 3), "mitt": (4, 6), "end": (7, 9)}


def half_decade(match: re.Match[str], text: str) -> Made:
    """``Mittdreißigerin``, ``Endfünfziger``."""
    tens = NUMBER_WORDS[match["decade"].removesuffix("er")]
    first, last = _PARTS[match["part"]]
    yield AgeMention(low=tens + first, high=tens + last, start=match.start(), end=match.end())
