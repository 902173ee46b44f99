"""Tables that lie in a prepared file by the first letters of their keys, as JSON in JSON.

One text asks for few of their keys, so only the parts it asks for are read.
"""

from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

import msgspec

LETTERS = 2
Value = TypeVar("Value")
Found_co = TypeVar("Found_co", covariant=True)

Closed = dict[str, msgspec.Raw]
"""JSON objects by the letters with which all their keys begin."""


class Table(Protocol[Found_co]):
    """What can be asked for the value of a key."""

    def get(self, key: str, /) -> Found_co | None:
        """The value, or None."""


class Drawers(Generic[Value]):
    """A table whose parts are read when a key in them is first asked for.

    A key that no part can hold leaves nothing behind.
    """

    def __init__(self, closed: Closed, kind: type[Value]) -> None:
        self._closed = closed
        self._decoder = msgspec.json.Decoder(dict[str, kind])  # type: ignore[valid-type]
        self._open: dict[str, dict[str, Value]] = {}

    def part(self, key: str) -> Mapping[str, Value]:
        """The part that would hold ``key``, with all that begins with the same letters."""
        letters = key[:LETTERS]
        found = self._open.get(letters)
        if found is None:
            if letters not in self._closed:
                return {}
            found = self._open[letters] = self._decoder.decode(self._closed[letters])
        return found

    def get(self, key: str, /) -> Value | None:
        """The value of a key, or None."""
        return self.part(key).get(key)


def closed(table: Mapping[str, object]) -> Closed:
    """A table as ``Drawers`` read it."""
    parts: dict[str, dict[str, object]] = {}
    for key, value in table.items():
        parts.setdefault(key[:LETTERS], {})[key] = value
    return {
        letters: msgspec.Raw(msgspec.json.encode(part, order="deterministic"))
        for letters, part in parts.items()
    }
