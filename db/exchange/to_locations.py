"""Rows of ``locations`` with their addresses → places."""

import re
from typing import Any

from db.exchange.conversion import NAME_LIMIT, TEXT_LIMIT, Conversion, Notes, named
from db.exchange.drafts import Draft, leftover_notes
from db.exchange.hsds_rows import Row
from db.exchange.problems import Code
from db.exchange.to_actors import source_id
from db.exchange.to_times import opening_of
from stk_graph.model import Location
from stk_graph.model.enums import YesNo

TABLE = "locations"
CONSUMED = frozenset(
    {"id", "name", "alternate_name", "description", "transportation", "organization_id"}
    | {"latitude", "longitude"}
)
PHYSICAL = "physical"
POSTAL_CODE_LIMIT = 60

_REACHABLE = re.compile(
    r"(?i)barrierefrei|rollstuhl|stufenlos|ebenerdig|wheelchair|step.?free|level access|\bramp\b"
    r"|fully accessible|accessible entrance"
)
_PARTLY = re.compile(r"(?i)teilweise|eingeschränkt|bedingt|partl?y|partial|limited")
_NOT = re.compile(r"(?i)\bnicht\b|\bkein|\bno\b|\bnot\b|\bwithout\b|\bohne (?:aufzug|rampe)")


def location_of(row: Row, conversion: Conversion) -> Draft:
    """The place of a row with its address, phones, opening times, languages and access."""
    notes: Notes = []
    rows = [row]
    uid = conversion.keys.uid(TABLE, row.id)
    name = conversion.cut(row, "name", NAME_LIMIT)
    alias = conversion.cut(row, "alternate_name")
    latitude, longitude = _coordinates(row, conversion, notes)
    access_text = _access_text(row, conversion, rows, notes)
    slots, text = opening_of(row, conversion, rows, notes)
    record = Location(
        id=uid,
        source_id=source_id(row.id),
        name=name,
        actor=conversion.uid_of(row, "organization_id", "organizations"),
        aliases=(alias,) if alias and alias != name else (),
        description=conversion.cut(row, "description", TEXT_LIMIT),
        transportation=conversion.cut(row, "transportation", TEXT_LIMIT) or None,
        latitude=latitude,
        longitude=longitude,
        phones=conversion.phones("location_id", row.id, rows, notes),
        opening_slots=slots,
        opening_text=text,
        languages=conversion.languages("location_id", row.id, rows, notes),
        accessibility=accessibility_of(access_text),
        accessibility_text=access_text or None,
        **_address(row, conversion, rows, notes),
    )
    notes += leftover_notes(row, CONSUMED)
    if ("location_type", PHYSICAL) in notes:
        notes.remove(("location_type", PHYSICAL))
    return Draft(TABLE, row.id, uid, record, row.place, rows, notes)


def accessibility_of(text: str) -> YesNo:
    """Whether a place can be reached with a wheelchair, as far as a text says so."""
    if not _REACHABLE.search(text):
        return YesNo.UNKNOWN
    if _PARTLY.search(text):
        return YesNo.PARTLY
    return YesNo.NO if _NOT.search(text) else YesNo.YES


def _coordinates(
    row: Row, conversion: Conversion, notes: Notes
) -> tuple[float | None, float | None]:
    latitude = conversion.number(row, "latitude", notes)
    longitude = conversion.number(row, "longitude", notes)
    if latitude is None or longitude is None:
        return None, None
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return latitude, longitude
    conversion.report.problem(
        Code.BAD_COORDINATES, row.place, "latitude", f"{row.get('latitude')} {row.get('longitude')}"
    )
    notes.append(("coordinates", f"{row.get('latitude')} {row.get('longitude')}"))
    return None, None


def _address(row: Row, conversion: Conversion, rows: list[Row], notes: Notes) -> dict[str, Any]:
    """The fields of the visiting address; further addresses become notes."""
    found = conversion.directory.below("addresses", "location_id", row.id)
    rows += found
    if not found:
        return {}
    ranked = sorted(found, key=lambda address: _kind(address) != PHYSICAL)
    main = ranked[0]
    for other in ranked[1:]:
        if _lines(other) != _lines(main):
            notes.append((f"address.{_kind(other)}", ", ".join(_lines(other))))
    notes += named({"address.attention": main.get("attention"), "region": main.get("region")})
    further = filter(None, (main.get("address_3"), main.get("address_4")))
    notes += [("address", line) for line in further]
    return {
        "street": conversion.cut(main, "address_1") or None,
        "room": conversion.cut(main, "address_2") or None,
        "postal_code": conversion.cut(main, "postal_code", POSTAL_CODE_LIMIT) or None,
        "city": conversion.cut(main, "city", NAME_LIMIT) or None,
        "state": conversion.cut(main, "state_province", NAME_LIMIT) or None,
        "country": conversion.cut(main, "country", NAME_LIMIT) or None,
        "area": conversion.known_area(main.get("region")),
    }


def _kind(address: Row) -> str:
    return address.get("address_type").casefold() or PHYSICAL


def _lines(address: Row) -> list[str]:
    columns = ("attention", "address_1", "address_2", "postal_code", "city", "country")
    return [address.get(column) for column in columns if address.get(column)]


def _access_text(row: Row, conversion: Conversion, rows: list[Row], notes: Notes) -> str:
    found = conversion.directory.below("accessibility", "location_id", row.id)
    rows += found
    texts: dict[str, None] = {}
    for item in found:
        texts.update(dict.fromkeys(filter(None, (item.get("description"), item.get("details")))))
        notes += named({"accessibility.url": item.get("url")})
    return "\n".join(texts)[:TEXT_LIMIT]
