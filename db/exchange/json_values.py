"""JSON text → values with the line each record begins at; depth, doubles and NaN are watched."""

import json
from collections.abc import Generator
from typing import Any

from db.exchange.limits import JSON_DEPTH
from db.exchange.problems import Code, ImportFehler
from stk_graph.language import _

PAGE_KEY = "contents"


class JsonText:
    """A JSON document read record by record.

    ``records`` yields ``(line, value)``: the elements of an array or of a page's ``contents``, or
    the one object. ``page`` holds the other members of a page. ``doubles`` counts repeated keys.
    Raises ``ImportFehler`` with line and column where the text is no JSON.
    """

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self.page: dict[str, Any] = {}
        self.doubles = 0
        self._counted = (0, 1)
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object, parse_constant=lambda _name: None
        )

    def records(self) -> Generator[tuple[int, Any], None, None]:
        start = self._skip(0)
        mark = self._text[start : start + 1]
        if mark == "[":
            end = yield from self._elements(start)
        elif mark == "{":
            end = yield from self._members(start)
        else:
            raise self._broken(start, _no_json_reason(self._text[start : start + 200]))
        if self._skip(end) != len(self._text):
            raise self._broken(self._skip(end), _("Nach dem Ende steht noch Text."))

    def _members(self, start: int) -> Generator[tuple[int, Any], None, int]:
        """The members of the top object, whose ``contents`` array is read element by element."""
        whole: dict[str, Any] = {}
        paged = False
        at = self._skip(start + 1)
        while self._text[at : at + 1] != "}":
            key, at = self._value(at)
            at = self._skip(at)
            if not isinstance(key, str) or self._text[at : at + 1] != ":":
                raise self._broken(at, _("Hier fehlt ein Doppelpunkt."))
            at = self._skip(at + 1)
            if key == PAGE_KEY and self._text[at : at + 1] == "[":
                paged = True
                at = yield from self._elements(at)
            else:
                self.doubles += key in whole
                whole[key], at = self._value(at)
            at = self._next(at, "}")
        if paged:
            self.page = whole
        else:
            yield self._line(start), whole
        return at + 1

    def _elements(self, start: int) -> Generator[tuple[int, Any], None, int]:
        at = self._skip(start + 1)
        while self._text[at : at + 1] != "]":
            value, end = self._value(at)
            yield self._line(at), value
            at = self._next(end, "]")
        return at + 1

    def _next(self, at: int, close: str) -> int:
        at = self._skip(at)
        mark = self._text[at : at + 1]
        if mark == ",":
            after = self._skip(at + 1)
            if self._text[after : after + 1] == close:
                raise self._broken(after, _("Nach dem Komma fehlt ein Wert."))
            return after
        if mark != close:
            raise self._broken(at, _("Der Text bricht ab oder ein Komma fehlt."))
        return at

    def _value(self, at: int) -> tuple[Any, int]:
        try:
            value, end = self._decoder.raw_decode(self._text, at)
        except json.JSONDecodeError as error:
            raise self._broken(error.pos, _("Der Text bricht ab oder ist kein JSON.")) from error
        except RecursionError as error:
            raise self._too_deep() from error
        except ValueError as error:  # an integer of more digits than Python converts
            raise self._broken(at, _("Eine Zahl ist zu lang.")) from error
        if isinstance(value, dict | list) and _depth(value) > JSON_DEPTH:
            raise self._too_deep()
        return value, end

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        self.doubles += len(pairs) - len(value)
        return value

    def _skip(self, at: int) -> int:
        while self._text[at : at + 1] in (" ", "\t", "\n", "\r"):
            at += 1
        return at

    def _line(self, at: int) -> int:
        """The line of a position; goes on counting from the position asked before."""
        before, line = self._counted if self._counted[0] <= at else (0, 1)
        line += self._text.count("\n", before, at)
        self._counted = (at, line)
        return line

    def _broken(self, at: int, reason: str) -> ImportFehler:
        column = at - self._text.rfind("\n", 0, at)
        return ImportFehler(
            Code.BROKEN_JSON,
            _(
                "Die Datei „{file}“ ist kein vollständiges JSON: Zeile {line}, Spalte {column}. "
                "{reason} Es wurde nichts eingelesen. Bitte die Datei noch einmal herunterladen."
            ).format(file=self._file, line=self._line(at), column=column, reason=reason),
        )

    def _too_deep(self) -> ImportFehler:
        return ImportFehler(
            Code.NESTED_TOO_DEEP,
            _(
                "Die Datei „{file}“ ist tiefer als {limit} Ebenen verschachtelt. "
                "Es wurde nichts eingelesen. Bitte bei der Quelle nachfragen."
            ).format(file=self._file, limit=JSON_DEPTH),
        )


def _no_json_reason(start: str) -> str:
    if not start:
        return _("Die Datei ist leer.")
    return _("Der Text beginnt wie ein Programm oder eine Tabelle, nicht wie JSON.")


def _depth(value: object) -> int:
    """The number of nested objects and arrays, counted no further than the limit."""
    level: list[Any] = [value]
    depth = 0
    while level and depth <= JSON_DEPTH:
        depth += 1
        level = [
            child
            for item in level
            for child in (item.values() if isinstance(item, dict) else item)
            if isinstance(child, dict | list)
        ]
    return depth
