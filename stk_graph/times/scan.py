"""Reading text word by word: equal length normal form, number words, and a tokenizer."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

import msgspec

from stk_graph.late import Late

_DASHES = "‐‑‒–—―−﹘﹣－"
_BLANKS = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_SAME_LENGTH = str.maketrans(_DASHES + _BLANKS, "-" * len(_DASHES) + " " * len(_BLANKS))

LONGEST_TEXT = 10_000
"""Characters of a text that are read; what follows stays unread (a field, not a book)."""


def lowered(text: str) -> str:
    """Lower case of the same length, so that a position is a position in the original."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def normal(text: str) -> str:
    """``text`` in lower case with one kind of dash and blank; positions stay the same."""
    return lowered(text.translate(_SAME_LENGTH))


_SPELT_OUT = Late(r"(?<![aeiouyäöüq])(?:ae|oe|ue)", re.IGNORECASE)
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}


class WithUmlauts(msgspec.Struct, frozen=True):
    """A text with ``ae``, ``oe`` and ``ue`` as umlauts, and the way back to the original.

    Read for its patterns only: "Samuel" loses its letters too, but no pattern has such words.
    """

    text: str
    cuts: tuple[int, ...]

    def place(self, position: int) -> int:
        """The position in the original of a position in ``text``."""
        return position + bisect_right(self.cuts, position)


def with_umlauts(text: str) -> WithUmlauts:
    """``82-jaehrige`` as ``82-jährige``; ``neue`` and ``Frauen`` stay."""
    if not has_sign(text.lower(), ("ae", "oe", "ue")):
        return WithUmlauts(text, ())
    cuts: list[int] = []

    def short(match: re.Match[str]) -> str:
        cuts.append(match.start() + 1 - len(cuts))
        return _UMLAUTS[match.group()[0]]

    return WithUmlauts(_SPELT_OUT.compiled.sub(short, text), tuple(cuts))


class Token(msgspec.Struct, frozen=True):
    """One piece of a text: its kind, where it stands, and its normal form."""

    kind: str
    text: str
    start: int
    end: int


Make = TypeVar("Make")
Sign = tuple[str, ...] | Late
"""What a text has wherever a rule matches: one of these words, or a match of a small pattern."""


class Rules(Generic[Make]):
    """Patterns with what they mean; one is compiled when a text first has its sign.

    Texts have few of the signs, and compiling all patterns takes longer than reading a text.
    """

    def __init__(self, rules: Iterable[tuple[Sign, str, Make]]) -> None:
        self.table = tuple((sign, Late(pattern), make) for sign, pattern, make in rules)

    def that_may_match(self, low: str) -> Iterator[tuple[re.Pattern[str], Make]]:
        """The rules, in their order, whose sign is in a text in normal form."""
        for sign, pattern, make in self.table:
            if has_sign(low, sign):
                yield pattern.compiled, make


def has_sign(low: str, sign: Sign) -> bool:
    """Whether a text in normal form has the sign of a rule."""
    if isinstance(sign, Late):
        return sign.search(low) is not None
    return any(word in low for word in sign)


class Lexicon:
    """Kinds of tokens in the order in which they are tried; compiled at first use."""

    def __init__(self, kinds: Iterable[tuple[str, str]]) -> None:
        """``kinds`` are pairs of a name and a regular expression without capturing groups.

        A name may come several times; whatever no kind takes becomes ``word`` or ``sign``.
        """
        self._kinds = tuple(kinds)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """One alternation of all kinds."""
        parts = [f"(?P<{name}__{i}>{pattern})" for i, (name, pattern) in enumerate(self._kinds)]
        parts += [r"(?P<blank__>\s+)", r"(?P<word__>[^\W\d_]+)", r"(?P<sign__>.)"]
        return re.compile("|".join(parts), re.DOTALL)

    def tokens(self, text: str) -> Iterator[Token]:
        """The tokens of a text in normal form, without blanks."""
        for match in self.pattern.finditer(text[:LONGEST_TEXT]):
            kind = (match.lastgroup or "").split("__")[0]
            if kind != "blank":
                yield Token(kind, match.group(), match.start(), match.end())


_ONES = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_TEENS = {
    10: "zehn",
    11: "elf",
    12: "zwölf",
    13: "dreizehn",
    14: "vierzehn",
    15: "fünfzehn",
    16: "sechzehn",
    17: "siebzehn",
    18: "achtzehn",
    19: "neunzehn",
}
_TENS = {
    20: "zwanzig",
    30: "dreißig",
    40: "vierzig",
    50: "fünfzig",
    60: "sechzig",
    70: "siebzig",
    80: "achtzig",
    90: "neunzig",
}
_ORDINALS = {
    "erst": 1,
    "zweit": 2,
    "dritt": 3,
    "viert": 4,
    "fünft": 5,
    "sechst": 6,
    "siebt": 7,
    "siebent": 7,
    "acht": 8,
    "neunt": 9,
    "zehnt": 10,
    "elft": 11,
    "zwölft": 12,
    "dreizehnt": 13,
}


def _spellings(words: Mapping[str, int]) -> dict[str, int]:
    """The words also as typed without umlauts and without ß."""
    spelt = dict(words)
    for word, value in words.items():
        plain = word.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae")
        spelt |= {plain: value, word.replace("ß", "ss"): value, plain.replace("ß", "ss"): value}
    return spelt


def _number_words() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_ONES)}
    words |= {word: value for value, word in (_TEENS | _TENS).items()}
    for tens, name in _TENS.items():
        words |= {f"{_ONES[one]}und{name}": tens + one for one in range(1, 10)}
    return _spellings(words | {"eins": 1, "zwo": 2})


NUMBER_WORDS = _number_words()
"""Number words from ``null`` to ``neunundneunzig``."""

ORDINAL_WORDS = _spellings(_ORDINALS)
"""Stems of ordinal words: ``erst``, ``zweit`` … ``dreizehnt``."""


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


_UNITS = r"zwei|drei|vier|f(?:ü|ue)nf|sechs|sieben|acht|neun"
NUMBER_WORD = (
    rf"(?:(?:(?:ein|{_UNITS})und)?(?:(?:zwan|vier|f(?:ü|ue)nf|sech|sieb|acht|neun)zig|drei(?:ß|ss)ig)"
    rf"|(?:drei|vier|f(?:ü|ue)nf|sech|sieb|acht|neun)?zehn|elf|zw(?:ö|oe)lf|zwo|{_UNITS})"
)
"""A short pattern of the number words from ``zwei`` to ``neunundneunzig``."""

NUMBER_WORD_AHEAD = Late(
    r"(?:(?<![^\W\d_])|bis|und)(?:einund|einein|eins|halb|anderthalb|zw|drei|vier|f(?:ü|ue)nf|sech|sieb"
    r"|acht|neun|zehn|elf)"
)
"""Where a number word may begin: behind no letter, or right behind ``bis`` or ``und``."""

ORDINAL_WORD = any_of(ORDINAL_WORDS) + "(?:e[nrsm]?)"


def number_of(word: str) -> int | None:
    """The value of digits, of a number word or of an ordinal word (``vierte``), else None."""
    if word.isdecimal():
        return int(word) if len(word) <= 4 else None
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    stem = re.sub(r"e[nrsm]?$", "", word)
    return ORDINAL_WORDS.get(stem)
