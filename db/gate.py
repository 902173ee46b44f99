"""What a record must pass before it is stored: harmless text, known keys, values that fit."""

import re
from collections.abc import Collection, Mapping
from functools import cache
from math import isfinite
from typing import Any, NamedTuple, TypeVar
from unicodedata import is_normalized

import msgspec

from db.codec import layout
from db.errors import InvalidRecord, Refused
from db.read import Reader
from stk_graph.model import Invalid, Record
from stk_graph.text import clean
from stk_graph.vocabulary import unknown_keys

T = TypeVar("T", bound=Record)

SEVERAL_LINES = frozenset(
    {
        *("accessibility_text", "ages_text", "chair_rule", "contribution", "cost_text"),
        *("description", "especially_for", "form", "goal", "how", "how_to_get_in", "legal_basis"),
        *("minutes_rule", "next_step", "note", "opening_text", "place_rule", "reachable"),
        *("reason", "resources", "responsibility", "result", "room", "staff", "summary", "text"),
        *("times_text", "transportation", "trigger", "when"),
    }
)
"""Fields of free text that may have several lines; every other text is one line."""

LONG, LINE, NAME = 20_000, 1000, 300
LIMITS = {
    "name": NAME,
    "title": NAME,
    "short": NAME,
    "source_id": NAME,
    "verified_by": NAME,
    "kind": NAME,
    "umbrella": NAME,
    "recipient_kind": NAME,
    "member_kind": NAME,
    "city": NAME,
    "state": NAME,
    "country": NAME,
    "fingerprint": NAME,
    "postal_code": 60,
    "age_band": 100,
    "mail": 320,
    "web": 2000,
}
"""Most characters of a field where it is not ``LINE`` or, with several lines, ``LONG``."""

_NOT_PLAIN = ("\\", "  ", '" ', ' "')
"""What a text of JSON has if one in it has a control character or a blank too many."""


def has_several_lines(cls: type[Record], field: str) -> bool:
    """Whether a text field of ``cls`` keeps its line breaks; the room of a place is its number."""
    return field in SEVERAL_LINES and not (field == "room" and cls.__name__ == "Location")


def limit_of(cls: type[Record], field: str) -> int:
    """How many characters a text field of ``cls`` holds."""
    if field == "title" and cls.__name__ == "Contact":
        return LINE
    return LIMITS.get(field, LONG if has_several_lines(cls, field) else LINE)


def added_keys(reader: Reader) -> dict[str, list[str]]:
    """Vocabulary keys of this network's own, by vocabulary.

    They are kept as JSON lists in settings named ``vocabulary.`` and the vocabulary.
    """
    rows = reader.execute(
        "SELECT substr(key, 12), value FROM setting WHERE key GLOB 'vocabulary.*'"
    )
    return {name: msgspec.json.decode(keys) for name, keys in rows}


def admit(
    record: T, added: Mapping[str, Collection[str]] | None = None
) -> tuple[T, dict[str, Any]]:
    """``record`` as it may be stored, and the same as built-in values for its row.

    Every text is cleaned, an empty one is None where the field knows "unknown", a list loses empty
    entries and its second mention of the same entry. ``added`` are keys of this network's own by
    vocabulary.

    Raises ``InvalidRecord`` for a broken rule or an unknown vocabulary key, ``Refused`` for a text
    that is too long or a value of the wrong type. Nothing is ever cut.
    """
    lay = layout(type(record))
    values = msgspec.to_builtins(record)
    for rule in _text_rules(type(record)):
        if values[rule.field] is not None:
            values[rule.field] = _clean_text(rule, values[rule.field])
    for field in lay.json_fields:
        if values[field]:
            values[field] = _clean_list(values[field])
    for field, value in values.items():
        if isinstance(value, float) and not isfinite(value):
            raise Refused(field=field)
    for field, link in lay.links.items():
        if not link.counted:
            values[field] = list(dict.fromkeys(values[field]))
    admitted = _converted(values, type(record))
    unknown = unknown_keys(admitted, added)
    if unknown:
        raise InvalidRecord(unknown)
    return admitted, values


def _converted(values: dict[str, Any], cls: type[T]) -> T:
    try:
        return msgspec.convert(values, cls)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, Invalid):
            raise InvalidRecord(error.__cause__.problems) from error
        field = re.search(r"\$\.(\w+)", str(error))
        raise Refused(field="?" if field is None else field[1]) from error


class _TextRule(NamedTuple):
    """What holds for a text field; ``optional``: an empty text is None."""

    field: str
    limit: int
    several_lines: bool
    optional: bool


@cache
def _text_rules(cls: type[Record]) -> tuple[_TextRule, ...]:
    lay = layout(cls)
    return tuple(
        _TextRule(
            field,
            limit_of(cls, field),
            has_several_lines(cls, field),
            field in lay.optional_fields,
        )
        for field in lay.text_fields
    )


def _clean_text(rule: _TextRule, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = clean(value, multiline=rule.several_lines, limit=rule.limit + 1)
    if len(text) > rule.limit:
        raise Refused("too-long", field=rule.field, length=len(value), limit=rule.limit)
    text = text.strip()
    return None if not text and rule.optional else text


def _clean_list(value: Any) -> Any:
    cleaned = clean_values(value)
    if isinstance(cleaned, list | tuple) and all(isinstance(entry, str) for entry in cleaned):
        return [entry for entry in dict.fromkeys(cleaned) if entry]
    return cleaned


def clean_values(value: Any, *, multiline: bool = False) -> Any:
    """``value`` with every text in it cleaned, however deep it lies."""
    if isinstance(value, str):
        text = clean(value, multiline=multiline, limit=LONG + 1)
        if len(text) > LONG:
            raise Refused("too-long", field="", length=len(value), limit=LONG)
        return text
    if _is_plain(value):
        return value
    if isinstance(value, dict):
        return {
            clean_values(key): clean_values(item, multiline=multiline)
            for key, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [clean_values(item, multiline=multiline) for item in value]
    return value


def _is_plain(value: Any) -> bool:
    """Whether no text in ``value`` needs cleaning: seen at once in the text of the whole."""
    try:
        whole = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # half a character, which JSON cannot hold
        return False
    return (
        len(whole) <= LONG
        and whole.isprintable()
        and not any(sign in whole for sign in _NOT_PLAIN)
        and (whole.isascii() or is_normalized("NFC", whole))
    )
