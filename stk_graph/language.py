"""The one place where a text of the program becomes a text in the user's language.

German is the source language: every text in the code is German, and the front end installs a
translation at start if the user wants another one. Texts in tables are marked with ``N_`` and
translated by ``_`` where they are shown, because a table is built before the language is known.
"""

from collections.abc import Callable


def _source(text: str) -> str:
    return text


_translate: Callable[[str], str] = _source
_current = "de"


def _(text: str) -> str:
    """The given German text in the user's language; the German text where no translation exists."""
    return _translate(text)


def N_(text: str) -> str:  # noqa: N802 - the name that catalogue tools look for
    """Marks a text of a table for the catalogue; it is translated where it is shown."""
    return text


def use(language: str, translate: Callable[[str], str] | None = None) -> None:
    """Makes ``language`` (ISO 639-1) the language of all texts from now on."""
    global _translate, _current
    _translate = translate or _source
    _current = language


def language() -> str:
    """The user's language as ISO 639-1 code, ``de`` unless the front end chose another."""
    return _current
