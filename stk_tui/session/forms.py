"""Records as the values of a form, and back; one table says how each field is read and written."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

import msgspec

from stk_graph.model import Actor, Area, Contact, Invalid, Offer, Problem, Record, enums
from stk_graph.model.enums import KindSource
from stk_tui.ports import FormProblems
from stk_tui.session.readings import (
    ages_text,
    day_text,
    phones_text,
    read_ages,
    read_day,
    read_mail,
    read_phones,
    read_times,
    times_text,
)

SEPARATOR = ","
YES = "yes"


class Context(NamedTuple):
    """What reading a form needs to know: the day, and the Land for holidays."""

    today: date
    state: str


class Binding(NamedTuple):
    """How one form field is written from a record and read into fields of the record."""

    show: Callable[[Any], str]
    read: Callable[[str, Context], dict[str, Any]]


def _text(field: str) -> Binding:
    return Binding(
        lambda record: getattr(record, field) or "", lambda typed, _context: {field: typed or None}
    )


def _long(field: str) -> Binding:
    return Binding(lambda record: getattr(record, field), lambda typed, _context: {field: typed})


def _member(field: str, kind: type[Enum]) -> Binding:
    return Binding(
        lambda record: str(getattr(record, field).value),
        lambda typed, _context: {field: kind(typed)} if typed else {},
    )


def _flag(field: str) -> Binding:
    return Binding(
        lambda record: YES if getattr(record, field) else "",
        lambda typed, _context: {field: typed == YES},
    )


def _several(field: str) -> Binding:
    def read(typed: str, _context: Context) -> dict[str, Any]:
        return {field: tuple(part.strip() for part in typed.split(SEPARATOR) if part.strip())}

    return Binding(lambda record: SEPARATOR.join(getattr(record, field)), read)


def _listed(field: str) -> Binding:
    """Free texts joined by commas, as other names."""
    bound = _several(field)
    return Binding(lambda record: ", ".join(getattr(record, field)), bound.read)


def _day(field: str) -> Binding:
    return Binding(
        lambda record: day_text(getattr(record, field)),
        lambda typed, context: {field: read_day(typed, context.today)},
    )


def _times(slots: str, text: str, period: str | None = None) -> Binding:
    def read(typed: str, context: Context) -> dict[str, Any]:
        reading = read_times(typed, context.today, context.state)
        values: dict[str, Any] = {slots: reading.slots, text: typed or None}
        if period:
            values[period] = reading.periods[0] if reading.periods else None
        return values

    return Binding(lambda record: getattr(record, text) or times_text(getattr(record, slots)), read)


def _read_ages(typed: str, context: Context) -> dict[str, Any]:
    reading = read_ages(typed, context.today)
    return {"age_min": reading.low, "age_max": reading.high, "ages_text": typed or None}


def _read_kind(typed: str, _context: Context) -> dict[str, Any]:
    source = KindSource.STATED if typed else KindSource.UNKNOWN
    return {"offer_kind": typed or None, "offer_kind_from": source, "offer_kind_weight": None}


_PHONES = Binding(
    lambda record: phones_text(record.phones),
    lambda typed, _context: {"phones": read_phones(typed)},
)
_MAIL = Binding(
    lambda record: record.mail or "", lambda typed, _context: {"mail": read_mail(typed)}
)
_YES_NO = enums.YesNo
_CHECKED: dict[str, Binding] = {
    "visibility": _member("visibility", enums.Visibility),
    "verified_on": _day("verified_on"),
}

BINDINGS: dict[type[Record], dict[str, Binding]] = {
    Actor: {
        "name": _long("name"),
        "short": _text("short"),
        "kind": _text("kind"),
        "parent": _text("parent"),
        "area": _text("area"),
        "address_protected": _flag("address_protected"),
        "phones": _PHONES,
        "mail": _MAIL,
        "web": _text("web"),
        "opening": _times("opening_slots", "opening_text"),
        "fields_of_work": _several("fields_of_work"),
        "languages": _several("languages"),
        "accessibility": _member("accessibility", _YES_NO),
        "responsible_for": _several("responsible_for"),
        "status": _member("status", enums.ActorStatus),
        "description": _long("description"),
        **_CHECKED,
    },
    Contact: {
        "name": _long("name"),
        "title": _text("title"),
        "employer": _text("employer"),
        "department": _text("department"),
        "phones": _PHONES,
        "mail": _MAIL,
        "reachable": _text("reachable"),
        "deputy": _text("deputy"),
        "languages": _several("languages"),
        "valid_until": _day("valid_until"),
        **_CHECKED,
    },
    Area: {
        "name": _long("name"),
        "type": _member("type", enums.AreaType),
        "parent": _text("parent"),
        "borders": _several("borders"),
        "aliases": _listed("aliases"),
    },
    Offer: {
        "title": _long("title"),
        "lead": _long("lead"),
        "offer_kind": Binding(lambda offer: offer.offer_kind or "", _read_kind),
        "target_groups": _several("target_groups"),
        "ages": Binding(ages_text, _read_ages),
        "times": _times("slots", "times_text", "period"),
        "area": _text("area"),
        "access": _member("access", enums.Access),
        "occupancy": _member("occupancy", enums.Occupancy),
        "how_to_get_in": _text("how_to_get_in"),
        "cost_free": _member("cost_free", _YES_NO),
        "cost_text": _text("cost_text"),
        "languages": _several("languages"),
        "phones": _PHONES,
        "mail": _MAIL,
        "web": _text("web"),
        "status": _member("status", enums.OfferStatus),
        "description": _long("description"),
        "verified_on": _day("verified_on"),
    },
}

BLANK: dict[type[Record], dict[str, str]] = {
    Actor: {"status": "active", "visibility": "oeffentlich", "accessibility": "unknown"},
    Contact: {"visibility": "netzwerk"},
    Area: {"type": "quarter"},
    Offer: {
        "status": "running",
        "access": "unknown",
        "occupancy": "unknown",
        "cost_free": "unknown",
    },
}
"""What a new form starts with."""

FIELD_OF_PROBLEM = {"age_min": "ages", "age_max": "ages", "slots": "times"}
"""Where the form shows a problem of a record's field that has no form field of its own name."""


def form_values(record: Record) -> dict[str, str]:
    """The values of the form that shows the record."""
    return {name: bound.show(record) for name, bound in BINDINGS[type(record)].items()}


def blank_values(kind: type[Record]) -> dict[str, str]:
    """The values of a new form."""
    return {name: BLANK[kind].get(name, "") for name in BINDINGS[kind]}


def record_from(
    kind: type[Record], before: Record | None, values: Mapping[str, str], context: Context
) -> Record:
    """The record that the form says; fields without a form field stay as they were.

    Only fields whose value was changed are read again, so that a saved form never rewrites what
    nobody touched. Raises ``FormProblems``.
    """
    shown = form_values(before) if before is not None else {}
    fields: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for name, bound in BINDINGS[kind].items():
        typed = values.get(name, "").strip()
        if before is not None and typed == shown[name].strip():
            continue
        try:
            fields |= bound.read(typed, context)
        except ValueError as unreadable:
            problems[name] = str(unreadable)
    if problems:
        raise FormProblems(problems)
    return _made(kind, before, fields)


def _made(kind: type[Record], before: Record | None, fields: dict[str, Any]) -> Record:
    try:
        if before is not None:
            return msgspec.structs.replace(before, **fields)
        return kind(**fields)
    except Invalid as refused:
        raise FormProblems(problems_by_field(refused.problems)) from refused


def problems_by_field(problems: list[Problem]) -> dict[str, str]:
    """One sentence for each form field concerned."""
    found: dict[str, str] = {}
    for problem in problems:
        name = FIELD_OF_PROBLEM.get(problem.field, problem.field)
        found[name] = " ".join(filter(None, (found.get(name), str(problem))))
    return found
