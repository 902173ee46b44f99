"""How long the account of a case may be, for the command and the screen alike."""

from typing import Final

from stk_graph.language import _
from stk_tui.session.problems import BadInput

LONGEST: Final = 8_000
"""Characters of a text: so many are read for dangers and meaning, and nothing is cut unseen."""


class TooLong(BadInput):
    """The text is no account of a case any more; the argument is its length."""

    def __str__(self) -> str:
        return _(
            "Die Schilderung ist mit {length} Zeichen zu lang, möglich sind {limit}. Es wurde "
            "nichts gesucht und nichts behalten. Bitte kürzen."
        ).format(length=self.args[0], limit=LONGEST)


def refuse_too_long(text: str) -> None:
    """Raises ``TooLong`` for a text of which the end would not be read."""
    if len(text) > LONGEST:
        raise TooLong(len(text))
