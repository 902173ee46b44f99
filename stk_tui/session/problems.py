"""What a person gave cannot be used: the base of such sentences, and a case that is too long."""

from typing import Final

from stk_graph.language import _

LONGEST_CASE: Final = 8_000
"""Characters of a case: so many are read for dangers and meaning, and nothing is cut unseen."""


class BadInput(Exception):
    """What was given cannot be used; ``str()`` is the sentence that says why and what to do."""


class TooLong(BadInput):
    """The text is no account of a case any more; the argument is its length."""

    def __str__(self) -> str:
        return _(
            "Die Schilderung ist mit {length} Zeichen zu lang, möglich sind {limit}. Es wurde "
            "nichts gesucht und nichts behalten. Bitte kürzen."
        ).format(length=self.args[0], limit=LONGEST_CASE)


def refuse_too_long(text: str) -> None:
    """Raises ``TooLong`` for a text of which the end would not be read."""
    if len(text) > LONGEST_CASE:
        raise TooLong(len(text))
