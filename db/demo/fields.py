"""One entry as a record: each typed value becomes what its field holds."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, get_type_hints

import msgspec

from db.demo.days import Calendar
from db.demo.ids import record_id
from db.demo.kinds import RECORDS, REFERENCES
from db.demo.reading import Entry
from db.demo.typed import ages, holiday_key, period, slots
from stk_graph.language import _
from stk_graph.model import Consent, Figure, Invalid, Milestone, Offer, Phone, Record
from stk_graph.model.enums import KindSource, PhoneKind

_hints = cache(get_type_hints)

_CELL = ("015", "016", "017")


def _phones(typed: list[str], _days: Calendar) -> tuple[Phone, ...]:
    return tuple(
        Phone(number=number, kind=PhoneKind.CELL if number.startswith(_CELL) else PhoneKind.VOICE)
        for number in typed
    )


def _minutes(typed: str, _days: Calendar) -> int:
    hours, minutes = typed.split(":")
    return int(hours) * 60 + int(minutes)


def _struct(cls: type[msgspec.Struct], typed: dict[str, Any], days: Calendar) -> msgspec.Struct:
    return cls(**{name: value_of(cls, name, value, days) for name, value in typed.items()})


def _consent(typed: dict[str, Any], days: Calendar) -> msgspec.Struct:
    return _struct(Consent, typed, days)


def _figures(typed: list[dict[str, Any]], days: Calendar) -> tuple[msgspec.Struct, ...]:
    return tuple(_struct(Figure, line, days) for line in typed)


def _milestones(typed: list[dict[str, Any]], days: Calendar) -> tuple[msgspec.Struct, ...]:
    return tuple(_struct(Milestone, line, days) for line in typed)


def _dots(typed: dict[str, int], _days: Calendar) -> dict[str, int]:
    return {record_id(need): dots for need, dots in typed.items()}


_BY_NAME: dict[str, Callable[[Any, Calendar], object]] = {
    "phones": _phones,
    "slots": slots,
    "consent": _consent,
    "figures": _figures,
    "milestones": _milestones,
    "period": period,
    "holiday_key": holiday_key,
    "dots": _dots,
}
_BY_RECORD: dict[tuple[str, str], Callable[[Any, Calendar], object]] = {
    ("Meeting", "start"): _minutes,
    ("Meeting", "end"): _minutes,
}


def value_of(cls: type[msgspec.Struct], name: str, typed: Any, days: Calendar) -> object:
    """The value of field ``name`` of ``cls``; ``ValueError`` if the typed one does not fit it."""
    hint = _hints(cls)[name]
    read = _BY_RECORD.get((cls.__name__, name)) or _BY_NAME.get(name)
    if read is not None:
        return read(typed, days)
    if hint in (date, date | None):
        return days.day(typed)
    return msgspec.convert(typed, hint)


def _linked(entry: Entry, name: str) -> object:
    typed = entry.fields[name]
    return record_id(typed) if isinstance(typed, str) else tuple(record_id(key) for key in typed)


def _read_along(values: dict[str, Any], days: Calendar) -> None:
    """What follows from the texts that are kept as typed; stated values stay."""
    if "ages_text" in values:
        low, high = ages(values["ages_text"], days)
        values.setdefault("age_min", low)
        values.setdefault("age_max", high)
    for text, field in (("times_text", "slots"), ("opening_text", "opening_slots")):
        if text in values:
            values[field] = slots(values[text], days)


def record(entry: Entry, days: Calendar) -> Record:
    """The record of an entry; ``DistrictError`` names the field that is unknown or unreadable."""
    cls = RECORDS[entry.kind]
    values: dict[str, Any] = {"id": record_id(entry.key), "source_id": entry.key}
    for name, typed in entry.fields.items():
        if name not in _hints(cls):
            raise entry.refuse(name, typed, _("gibt es dort nicht."))
        try:
            known = name in REFERENCES[entry.kind]
            values[name] = _linked(entry, name) if known else value_of(cls, name, typed, days)
        except (ValueError, msgspec.ValidationError) as error:
            raise entry.refuse(name, typed, _("passt nicht zum Feld.")) from error
    _read_along(values, days)
    if cls is Offer and "offer_kind" in values:
        values["offer_kind_from"] = KindSource.STATED
    try:
        return cls(**values)
    except Invalid as error:
        field = error.problems[0].field
        raise entry.refuse(field, values.get(field), str(error)) from error
