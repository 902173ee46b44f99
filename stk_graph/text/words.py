"""Cuts running text into words that know where they stand."""

import re

import msgspec

from stk_graph.text.fold import fold
from stk_graph.text.gender import MARKED, base_word
from stk_graph.text.inflection import without_ending

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d"
"""Combining accents, the soft hyphen and joiners belong to the word around them."""

_FEMININE = rf"(?:{MARKED}innen|\(innen\))[\w{_MARKS}]*|{MARKED}in\b|\(in\)"
WORD = re.compile(rf"§|\d+\+|[^\W_][\w{_MARKS}]*(?:{_FEMININE})?")
_LINK = re.compile(r"\s{1,3}|\s?[-\u2010\u2011–/&]\s{0,2}|")
_SHORT_STOP = re.compile(r"\.\s?")
_HYPHENS = ("- ", "-\n", "-/", "-,")
_SENTENCE_END = re.compile(r"[.!?:;]\s|\n\s*[-•*]|\n\s*\n")


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of a text.

    ``start`` and ``end`` are character positions in the text, ``folded`` its folded base word,
    ``short`` the same without an inflection ending. ``linked``: nothing but a blank, hyphen or
    slash stands between it and the word before; ``blank``: white space does, ``first``: it begins
    a sentence. ``hyphen_after``: a hyphen and white space follow (Schuldner- und …).
    """

    start: int
    end: int
    raw: str
    folded: str
    short: str
    linked: bool
    blank: bool
    first: bool
    hyphen_after: bool

    @property
    def capital(self) -> bool:
        """Whether the word is written with a capital first letter."""
        return self.raw[0].isupper()


def words_of(text: str) -> list[Word]:
    """The words of ``text`` in order; gendered forms are one word."""
    found: list[Word] = []
    end, before = 0, ""
    for match in WORD.finditer(text):
        raw = match[0]
        start, stop = match.span()
        folded = fold(base_word(raw))
        between = text[end:start]
        if between == " ":
            linked, blank, first = True, True, False
        else:
            linked = bool(found) and _is_link(between, before)
            blank = between[-1:].isspace()
            first = not found or _SENTENCE_END.search(between) is not None
        hyphen = text[stop : stop + 2] in _HYPHENS
        short = without_ending(folded)
        found.append(Word(start, stop, raw, folded, short, linked, blank, first, hyphen))
        end, before = stop, raw
    return found


def _is_link(between: str, before: str) -> bool:
    if _LINK.fullmatch(between):
        return True
    return len(before) <= 3 and _SHORT_STOP.fullmatch(between) is not None
