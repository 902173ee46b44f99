"""Text of records on its way to a widget: cleaned again, and never read as markup.

Textual passes ESC through to the terminal and reads square brackets as styles or actions. Every
text that does not stand in the code therefore goes through one of these two functions.
"""

from rich.text import Text
from textual.content import Content

from stk_graph.text import clean

__all__ = ["plain", "plain_text"]


def plain(text: str, style: str = "", *, multiline: bool = False) -> Content:
    """The cleaned text as content of a Textual widget; ``style`` is a literal of the code."""
    cleaned = clean(text, multiline=multiline)
    return Content.styled(cleaned, style) if style else Content(cleaned)


def plain_text(text: str, style: str = "", *, multiline: bool = False) -> Text:
    """The cleaned text as a Rich text, for tables that wrap inside their columns."""
    return Text(clean(text, multiline=multiline), style=style)
