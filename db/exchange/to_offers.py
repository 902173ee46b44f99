"""Rows of ``services`` with everything below them → offers."""

import re
from typing import Any

from db.exchange.audience import Audience, audience_of
from db.exchange.conversion import NAME_LIMIT, TEXT_LIMIT, Conversion, Notes, named
from db.exchange.costs import cost_of
from db.exchange.drafts import Draft, leftover_notes
from db.exchange.extension_records import partners_of
from db.exchange.hsds_rows import Row
from db.exchange.meaning import Meant, meaning_of
from db.exchange.problems import Code
from db.exchange.to_actors import missing_actor, source_id
from db.exchange.to_times import Times, times_of
from stk_graph.model import Offer
from stk_graph.model.enums import Access, OfferStatus

TABLE = "services"
CONSUMED = frozenset(
    {"id", "organization_id", "location_id", "name", "alternate_name", "description", "url"}
    | {"email", "status", "application_process", "fees_description", "minimum_age", "maximum_age"}
    | {"eligibility_description", "assured_date", "assurer_email", "service_capacity"}
    | {"program_id", "last_modified"}
)
STATUS = {
    "": OfferStatus.RUNNING,
    "active": OfferStatus.RUNNING,
    "inactive": OfferStatus.PLANNED,
    "defunct": OfferStatus.ENDED,
    "temporarily closed": OfferStatus.PAUSED,
    "aktiv": OfferStatus.RUNNING,
    "laufend": OfferStatus.RUNNING,
    "geplant": OfferStatus.PLANNED,
    "beendet": OfferStatus.ENDED,
    "pausiert": OfferStatus.PAUSED,
}
"""Values of ``service.status`` (HSDS) and the German words people type there."""

_WAYS_IN = (
    (
        Access.REFERRAL,
        r"hilfeplan|über (?:das |den |die )?(?:jugendamt|asd|amt|sozialamt)|zuweisung|überweisung"
        r"|\breferral\b|\breferred by\b",
    ),
    (
        Access.OPEN,
        r"ohne (?:vorherige )?(?:anmeldung|termin)|keine (?:vorherige )?anmeldung"
        r"|anmeldung (?:ist )?nicht (?:nötig|erforderlich|notwendig)|einfach (?:vorbei)?kommen"
        r"|\bwalk.?in\b|\bdrop.?in\b|no (?:appointment|registration)",
    ),
    (
        Access.MEMBERS,
        r"nur für (?:angemeldete|mitglieder|schüler|kinder der)|members only",
    ),
    (
        Access.REGISTRATION,
        r"anmeld|termin(?:vereinbarung|absprache)|nach (?:vereinbarung|absprache)"
        r"|\bby appointment\b|\bregist(?:er|ration)\b|\bapply\b|\bapplication\b",
    ),
)


def offer_of(row: Row, conversion: Conversion) -> Draft:
    """The offer of a row with its times, audience, cost, places and contacts' numbers."""
    notes: Notes = []
    rows = [row]
    times = times_of(row, conversion, rows, notes)
    meant = meaning_of(row, conversion, rows, notes)
    audience = audience_of(row, meant, conversion, rows, notes)
    record = Offer(
        id=conversion.keys.uid(TABLE, row.id),
        source_id=source_id(row.id),
        lead=_lead(row, conversion),
        partners=tuple(dict.fromkeys(partners_of(row.id, conversion))),
        **_texts(row, conversion, notes),
        **_what_it_is(meant, audience),
        **_times(times),
        **_how_to_use_it(row, conversion, rows, notes),
        **_where(row, conversion, rows, notes),
        phones=_phones(row, conversion, rows, notes),
        verified_on=conversion.date(row, "assured_date", notes),
        verified_by=conversion.email(row, "assurer_email", notes),
        status=_status(row, conversion, notes),
    )
    notes += leftover_notes(row, CONSUMED)
    _note_program(row, conversion, notes)
    return Draft(TABLE, row.id, record.id, record, row.place, rows, notes)


def _lead(row: Row, conversion: Conversion) -> str:
    organization = row.get("organization_id") or _organization_of_place(row, conversion)
    if organization:
        return conversion.keys.uid("organizations", organization)
    missing = row.get("~organization_id")
    conversion.report.problem(Code.LEAD_MISSING, row.place, "organization_id", row.get("name"))
    return missing_actor(missing, row.place, conversion)


def _organization_of_place(row: Row, conversion: Conversion) -> str:
    place = conversion.directory.find("locations", row.get("location_id"))
    return place.get("organization_id") if place else ""


def _texts(row: Row, conversion: Conversion, notes: Notes) -> dict[str, Any]:
    title = conversion.cut(row, "name", NAME_LIMIT)
    alias = conversion.cut(row, "alternate_name")
    return {
        "title": title,
        "aliases": (alias,) if alias and alias != title else (),
        "description": conversion.cut(row, "description", TEXT_LIMIT),
        "mail": conversion.email(row, "email", notes),
        "web": conversion.url(row, "url", notes),
        "especially_for": conversion.cut(row, "eligibility_description", TEXT_LIMIT) or None,
    }


def _what_it_is(meant: Meant, audience: Audience) -> dict[str, Any]:
    return {
        "offer_kind": meant.offer_kind,
        "offer_kind_from": meant.offer_kind_from,
        "offer_kind_weight": meant.offer_kind_weight,
        "target_groups": audience.groups,
        "gender": audience.gender,
        "age_min": audience.age_min,
        "age_max": audience.age_max,
        "ages_text": audience.ages_text,
    }


def _times(times: Times) -> dict[str, Any]:
    return {"slots": times.slots, "times_text": times.text, "period": times.period}


def _how_to_use_it(
    row: Row, conversion: Conversion, rows: list[Row], notes: Notes
) -> dict[str, Any]:
    way_in = conversion.cut(row, "application_process", TEXT_LIMIT)
    cost = cost_of(row, conversion, rows)
    capacity = conversion.number(row, "service_capacity", notes)
    return {
        "access": access_of(way_in),
        "how_to_get_in": way_in or None,
        "cost_text": cost.text or None,
        "cost_free": cost.free,
        "languages": conversion.languages("service_id", row.id, rows, notes),
        "documents": _documents(row, conversion, rows, notes),
        "funded_by": _funding(row, conversion, rows, notes),
        "places": int(capacity) if capacity is not None and 0 <= capacity <= 1_000_000 else None,
    }


def access_of(text: str) -> Access:
    """The way in that a text states; unknown if it states none."""
    for access, words in _WAYS_IN:
        if re.search(words, text, re.IGNORECASE):
            return access
    return Access.UNKNOWN


def _documents(row: Row, conversion: Conversion, rows: list[Row], notes: Notes) -> tuple[str, ...]:
    found = conversion.directory.below("required_documents", "service_id", row.id)
    rows += found
    for document in found:
        notes += named({"document.uri": document.get("uri")})
    texts = (" ".join(document.get("document").split())[:TEXT_LIMIT] for document in found)
    return tuple(dict.fromkeys(filter(None, texts)))


def _funding(row: Row, conversion: Conversion, rows: list[Row], notes: Notes) -> str | None:
    found = conversion.directory.below("funding", "service_id", row.id)
    rows += found
    sources = list(dict.fromkeys(filter(None, (funding.get("source") for funding in found))))
    text = " · ".join(sources)
    if len(text) > 1000:
        notes += [("funding", source) for source in sources]
        return None
    return text or None


def _where(row: Row, conversion: Conversion, rows: list[Row], notes: Notes) -> dict[str, Any]:
    directory = conversion.directory
    held = directory.below("service_at_location", "service_id", row.id)
    rows += held
    venues: dict[str, None] = {}
    for item in held:
        if place := item.get("location_id"):
            venues[conversion.keys.uid("locations", place)] = None
        notes += named({"service_at_location": item.get("description")})
    return {"venues": tuple(venues), "catchment": _catchment(row, conversion, rows, notes)}


AREA_NAME = 80
"""Longer texts in ``service_area.name`` describe, they do not name."""


def _catchment(row: Row, conversion: Conversion, rows: list[Row], notes: Notes) -> tuple[str, ...]:
    found = conversion.directory.below("service_areas", "service_id", row.id)
    rows += found
    areas: dict[str, None] = {}
    for item in found:
        name = item.get("name") or item.get("extent") * (item.get("extent_type") == "")
        if name and len(name) <= AREA_NAME:
            areas[conversion.area(name, item.place)] = None
        elif name:
            notes.append(("service_area", name))
        values = {key: item.get(key) for key in ("description", "extent", "uri")}
        notes += named({f"service_area.{key}": value for key, value in values.items()})
    return tuple(areas)


def _phones(row: Row, conversion: Conversion, rows: list[Row], notes: Notes) -> Any:
    found = list(conversion.phones("service_id", row.id, rows, notes))
    for held in conversion.directory.below("service_at_location", "service_id", row.id):
        found += conversion.phones("service_at_location_id", held.id, rows, notes)
    return tuple(dict.fromkeys(found))


def _status(row: Row, conversion: Conversion, notes: Notes) -> OfferStatus:
    text = row.get("status")
    status = STATUS.get(text.casefold())
    if status is None:
        conversion.report.problem(Code.UNKNOWN_VALUE, row.place, "status", text)
        notes.append(("status", text))
    return status or OfferStatus.RUNNING


def _note_program(row: Row, conversion: Conversion, notes: Notes) -> None:
    program = conversion.directory.find("programs", row.get("program_id"))
    if program is not None:
        notes += named({"program": program.get("name")})
