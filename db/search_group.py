"""Words of which a document must have one, as the full-text index is asked for them."""

from collections.abc import Iterable

import msgspec

WIDE = 5_000
"""Documents up to which a beginning is asked for as such: the index gathers all its words first.
Beyond it the closest words are named one by one, and a second word of that many documents is not
asked for at all but looked for in what the others found."""


class Group(msgspec.Struct, frozen=True):
    """Words, beginnings of words, and a part that the words have inside.

    For the index the words with ``part`` stand among ``words``, as many as are quick. ``total`` is
    the sum of the documents with each of them, so an upper bound. ``common`` are beginnings of too
    many documents, for which the closest words with one of them stand in, ``listed``.
    """

    words: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    total: int = 0
    listed: tuple[str, ...] = ()
    part: str = ""
    common: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.total > 0

    @property
    def wide(self) -> bool:
        """Whether its words are those of too many documents."""
        return self.total > WIDE

    @property
    def expression(self) -> str:
        """The group in the language of the index, which sees nothing but quoted words."""
        parts = [quoted(word) for word in dict.fromkeys((*self.words, *self.listed))]
        parts += [f"{quoted(start)} *" for start in dict.fromkeys(self.starts)]
        return f"({' OR '.join(parts)})"

    @property
    def beginnings(self) -> tuple[str, ...]:
        """All beginnings, whatever the index is asked for."""
        return (*self.starts, *self.common)

    def asked_in(self, text: str) -> bool:
        """Whether a text has one of the words that the index is asked for."""
        words = {*self.words, *self.listed}
        return any(word in words or word.startswith(self.starts) for word in text.split())

    def stands_in(self, text: str) -> bool:
        """Whether a document with this text has one of the words."""
        if self.part:
            if self.part in text:
                return True
        elif any(f" {start}" in f" {text}" for start in self.beginnings):
            return True
        return not set(self.words).isdisjoint(text.split())


def quoted(word: str) -> str:
    """A word or phrase that can be nothing but text."""
    return '"' + word.replace('"', "") + '"'


def all_of(groups: Iterable[Group]) -> str:
    """The expression for documents that have a word of every group."""
    return " AND ".join(group.expression for group in groups)
