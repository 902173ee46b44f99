"""Reduces gendered forms to the base word, so that all ways of writing it find each other.

Known are the marks ``* : _ · /`` and ``/-``, brackets, the capital I (SchülerInnen), endings of
adjectives (Jugendliche*r) and the note ``(m/w/d)``. A plural without -er gets -en: Senior*innen
is Senioren, which meets Seniorentreff.
"""

import re

from stk_graph.late import Late

MARKED = r"(?:[*:_·]|/-?|-(?=innen\b))"
"""The mark between a word and its feminine ending."""

_NOTE = Late(r"\s?\((?:[mwfdx]/){1,3}[mwfdx]\)", re.IGNORECASE)
_PLURAL = Late(rf"(?<=[^\W\d_])(?:{MARKED}innen|\(innen\)|(?<=[a-zäöüß])Innen)")
_SINGULAR = Late(
    rf"(?<=[^\W\d_]{{3}})(?:{MARKED}in\b|\(in\)(?!\w)|(?<=[a-zäöüß])In\b)",
)
_ADJECTIVE = Late(r"(?<=e)(?:[*:_·]|/-?)[rnsm]\b|(?<=e)\([rnsm]\)|(?<=ein)[*:_·]e\b")
_HINT = re.compile(r"[*:_·/(][a-z-]|[a-zäöüß]In")
_PLAIN_PLURAL = Late(r"(?<=[a-zäöüß]{3})(?<!beg)(?<!gew)innen$")
_PLAIN_IN_COMPOUND = Late(r"(?<=[a-zäöüß]{2}[eo]r)innen(?=[a-zäöüß]{3})")
_PLAIN_SINGULAR = Late(r"(?<=[a-zäöüß]{2}[eo]r)in$")


def neutral(text: str) -> str:
    """``text`` with marked gender forms as the base word; the rest stays as it is."""
    if text.isalpha() and "In" not in text:
        return text
    if "(" in text:
        text = _NOTE.compiled.sub("", text)
    if "nnen" in text:
        text = _PLURAL.compiled.sub(_plural_ending, text)
    if _HINT.search(text):
        text = _ADJECTIVE.compiled.sub("", _SINGULAR.compiled.sub("", text))
    return text


def base_word(word: str) -> str:
    """One word without gender marks and without a feminine ending.

    Schülerinnen and Schülerin become Schüler, Seniorinnen Senioren, Seniorinnentreff Seniorentreff.
    A verb such as beginnen stays.
    """
    plain = neutral(word)
    if plain.endswith("innen"):
        return _PLAIN_PLURAL.compiled.sub(_plural_ending, plain)
    if plain.endswith("in"):
        return _PLAIN_SINGULAR.compiled.sub("", plain)
    if "innen" in plain:
        return _PLAIN_IN_COMPOUND.compiled.sub(_plural_ending, plain)
    return plain


def _plural_ending(match: re.Match[str]) -> str:
    return "" if match.string[: match.start()].endswith("er") else "en"
