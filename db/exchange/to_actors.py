"""Rows of ``organizations`` → institutions."""

from functools import lru_cache

from db.exchange.conversion import NAME_LIMIT, TEXT_LIMIT, Conversion, Notes, named
from db.exchange.drafts import Draft, leftover_notes
from db.exchange.hsds_rows import Row
from db.exchange.report import Place
from stk_graph.language import N_, _
from stk_graph.model import Actor
from stk_graph.text.terms import find_terms
from stk_graph.vocabulary import actor_kinds

TABLE = "organizations"
NO_KEY = "-"
"""The key of the institution that stands in where the file names none at all."""
UNNAMED = N_("Einrichtung nicht angegeben")
CONSUMED = frozenset(
    {"id", "name", "alternate_name", "description", "email", "website", "parent_organization_id"}
)


def actor_of(row: Row, conversion: Conversion) -> Draft:
    """The institution of a row with its phones and main place."""
    notes: Notes = []
    rows = [row]
    uid = conversion.keys.uid(TABLE, row.id)
    name = conversion.cut(row, "name", NAME_LIMIT)
    alias = conversion.cut(row, "alternate_name")
    record = Actor(
        id=uid,
        source_id=source_id(row.id),
        name=name,
        aliases=(alias,) if alias and alias != name else (),
        description=conversion.cut(row, "description", TEXT_LIMIT),
        kind=kind_of_name(name),
        parent=conversion.uid_of(row, "parent_organization_id", TABLE),
        location=_main_location(row, conversion),
        phones=conversion.phones("organization_id", row.id, rows, notes),
        mail=conversion.email(row, "email", notes),
        web=conversion.url(row, "website", notes),
    )
    notes += leftover_notes(row, CONSUMED)
    _note_rows_below(row, conversion, rows, notes)
    return Draft(TABLE, row.id, uid, record, row.place, rows, notes)


def source_id(id_: str) -> str:
    """An id of a source as a record keeps it."""
    return id_[:NAME_LIMIT]


@lru_cache(maxsize=4096)
def kind_of_name(name: str) -> str | None:
    """The kind of institution its name states, if exactly one is named."""
    by_synonym = {row.synonym_key: key for key, row in actor_kinds().items() if row.synonym_key}
    found = {by_synonym[hit.key] for hit in find_terms(name) if hit.key in by_synonym}
    return found.pop() if len(found) == 1 else None


def _main_location(row: Row, conversion: Conversion) -> str | None:
    """The first place of the institution that has a street, else its first place."""
    places = conversion.directory.below("locations", "organization_id", row.id)
    with_street = (
        place
        for place in places
        if conversion.directory.below("addresses", "location_id", place.id)
    )
    chosen = next(with_street, places[0] if places else None)
    return conversion.keys.uid("locations", chosen.id) if chosen else None


def _note_rows_below(row: Row, conversion: Conversion, rows: list[Row], notes: Notes) -> None:
    directory = conversion.directory
    for identifier in directory.below("organization_identifiers", "organization_id", row.id):
        rows.append(identifier)
        kind = identifier.get("identifier_scheme") or identifier.get("identifier_type")
        notes += named({f"identifier.{kind}"[:200]: identifier.get("identifier")})
    for funding in directory.below("funding", "organization_id", row.id):
        if not funding.get("service_id"):
            rows.append(funding)
            notes += named({"funding": funding.get("source")})


def missing_actor(key: str, place: Place, conversion: Conversion) -> str:
    """The id of the institution that stands in for one the file does not hold."""
    key = key or NO_KEY
    uid = conversion.keys.uid(TABLE, key)
    if uid not in conversion.stand_ins:
        conversion.stand_ins.add(uid)
        record = Actor(id=uid, source_id=None if key == NO_KEY else source_id(key), name=_(UNNAMED))
        conversion.drafts.append(Draft(TABLE, key, uid, record, place))
    return uid
