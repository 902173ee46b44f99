"""User text inside DOT: every text goes through here before pydot sees it.

pydot quotes by guessing; ready-quoted ``"…"`` and ``<…>`` it passes through untouched.
"""

import html

_KEPT_THOUGH_UNPRINTABLE = "\n\t\u00a0\u00ad\u200c\u200d\u202f"
_ESCAPES = (("&", "&amp;"), ("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"))
_LONGEST = 500


def cleaned(text: str, limit: int = _LONGEST) -> str:
    """The text without control characters, cut with … at ``limit`` characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(one for one in text if one in _KEPT_THOUGH_UNPRINTABLE or one.isprintable())
    return text if len(text) <= limit else text[: limit - 1] + "…"


class Ready(str):
    """DOT text that is quoted already: made by ``quoted`` and ``markup`` only."""

    __slots__ = ()


def quoted(text: str) -> Ready:
    """A DOT string that shows exactly this text."""
    text = cleaned(text)
    for old, new in _ESCAPES:
        text = text.replace(old, new)
    return Ready(f'"{text}"')


def markup(label: str) -> Ready:
    """An HTML label of our own tags around texts that went through ``html_text``."""
    return Ready(f"<{label}>")


def html_text(text: str) -> str:
    """Text inside an HTML label.

    Backslashes count there too; an empty run and a ``]`` before a tag are syntax errors.
    """
    text = html.escape(cleaned(text), quote=True).replace("]", "&#93;").replace("\\", "\\\\")
    return text.replace("\t", " ").replace("\n", "<BR/>") or "&#160;"
