"""Endings that German inflection adds to a word, without a dictionary."""

from stk_graph.text.fold import loose

ENDINGS = ("ern", "en", "er", "es", "e", "n", "s")
"""Longest first, so that the first that fits is the one to take off."""

MIN_LEFT = 4

_BY_LAST_LETTER = {
    letter: tuple(ending for ending in ENDINGS if ending[-1] == letter)
    for letter in {ending[-1] for ending in ENDINGS}
}


def without_ending(token: str) -> str:
    """A folded token without its longest inflection ending; at least 4 letters stay."""
    for ending in _BY_LAST_LETTER.get(token[-1:], ()):
        if token.endswith(ending) and len(token) - len(ending) >= MIN_LEFT:
            return token[: -len(ending)]
    return token


def endings_of(token: str) -> list[str]:
    """The inflection endings that ``token`` ends with, longest first."""
    return [ending for ending in _BY_LAST_LETTER.get(token[-1:], ()) if token.endswith(ending)]


def loose_root(token: str) -> str:
    """What forms of a word share: no ending, umlauts and plain vowels as one.

    Fachkraft and Fachkräfte have one root. Much cheaper than ``stem`` and coarser.
    """
    return loose(without_ending(token))
