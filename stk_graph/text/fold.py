"""Folds text to what a search compares: lower-case ASCII where the script allows it.

The same code folds what is stored and what is asked for (search design, section 2). What it costs:
``python -m bench text_bench``.
"""

import re
from functools import cache
from unicodedata import category, combining, normalize

FOLD_VERSION = 1
"""Rises when folding, its table or the stemmer changes: an index of another version is rebuilt."""

LETTERS = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "ß": "ss",
    "ł": "l",
    "ø": "oe",
    "ı": "i",
    "đ": "d",
    "æ": "ae",
    "œ": "oe",
    "ð": "d",
    "þ": "th",
    "ς": "σ",
}
"""Letters that decomposition does not reduce, or that German writes with two letters."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W_]+")
_ASCII_WORD = re.compile("[a-z0-9]+")
_LOOSE = re.compile("(?<=[aou])(?<![aeq][aou])e")
_COMMON = tuple((letter, LETTERS[letter]) for letter in "äöüß")


@cache
def _folded_character(character: str) -> str:
    if character in LETTERS:
        return LETTERS[character]
    parts = [
        part
        for part in normalize("NFKD", character)
        if not combining(part) and category(part) != "Cf"
    ]
    folded = normalize("NFC", "".join(parts).lower())
    return folded if folded == character else fold(folded)


def fold(text: str) -> str:
    """``text`` in lower case, with ä as ae and ß as ss, without accents and invisible characters.

    Letters of other scripts stay as they are, in lower case. Folding twice changes nothing.
    """
    if text.isascii():
        return text.lower()
    folded = normalize("NFC", text).lower()
    for letter, plain in _COMMON:
        folded = folded.replace(letter, plain)
    if folded.isascii():
        return folded
    return _NOT_ASCII.sub(lambda match: _folded_character(match[0]), folded)


def tokens(text: str) -> list[str]:
    """The words of ``text``, folded; words of other scripts are words too."""
    folded = fold(text)
    return (_ASCII_WORD if folded.isascii() else _WORD).findall(folded)


def loose(token: str) -> str:
    """A folded token with ae, oe, ue as a, o, u, so that Mueller, Müller and Muller are one.

    After a, e or q the two letters are no umlaut (neue, Frauen, Quelle) and stay.
    """
    if "ae" in token or "oe" in token or "ue" in token:
        return _LOOSE.sub("", token)
    return token
