"""Rows of ``contacts`` → professionals and what they are responsible for."""

from db.exchange.conversion import NAME_LIMIT, Conversion, Notes
from db.exchange.drafts import Draft, leftover_notes
from db.exchange.hsds_rows import SAME_AS, Row
from db.exchange.problems import Code
from db.exchange.to_actors import source_id
from stk_graph.model import Contact, ContactRole

TABLE = "contacts"
ROLES = "contact_role"
CONSUMED = frozenset(
    {"id", "name", "title", "department", "email", "organization_id", "service_id"}
    | {"service_at_location_id", "location_id"}
)
INSTEAD_OF_NAME = ("title", "department", "email")


def contact_of(row: Row, conversion: Conversion) -> Draft | None:
    """The person of a row; None if the row has nothing to call the person by."""
    name = conversion.cut(row, "name", NAME_LIMIT)
    if not name:
        stand_in = next((row.get(column) for column in INSTEAD_OF_NAME if row.get(column)), "")
        if not stand_in:
            return None
        name = stand_in[:NAME_LIMIT]
        conversion.report.problem(Code.NO_NAME, row.place, "name", name)
    notes: Notes = []
    rows = [row]
    uid = conversion.keys.uid(TABLE, row.id)
    record = Contact(
        id=uid,
        source_id=source_id(row.id),
        name=name,
        employer=_employer(row, conversion),
        title=conversion.cut(row, "title") or None,
        department=conversion.cut(row, "department") or None,
        mail=conversion.email(row, "email", notes),
        phones=conversion.phones("contact_id", row.id, rows, notes),
    )
    notes += leftover_notes(row, CONSUMED)
    notes += dict.fromkeys(conversion.joined_notes.get(row.id, ()))
    return Draft(TABLE, row.id, uid, record, row.place, rows, notes)


def role_of(row: Row, first: bool, conversion: Conversion) -> Draft | None:
    """The responsibility for the service a contact row names; ``first`` = the main contact."""
    service = service_of(row, conversion)
    if service is None:
        return None
    contact = contact_meant(row, conversion)
    key = f"{contact}/{service}"
    uid = conversion.keys.uid(ROLES, key)
    record = ContactRole(
        id=uid,
        source_id=None,
        contact=conversion.keys.uid(TABLE, contact),
        offer=conversion.keys.uid("services", service),
        responsibility=_other_title(row, conversion),
        is_main=first,
    )
    return Draft(ROLES, key, uid, record, row.place)


def contact_meant(row: Row, conversion: Conversion) -> str:
    """The id of the row a copy was made of; a joined row keeps its own, which means the same."""
    return row.id if row.id in conversion.joined else row.get(SAME_AS) or row.id


def joined_of(row: Row, conversion: Conversion) -> Draft:
    """Remembers that a joined row stands for the person of its first row."""
    return Draft(TABLE, row.id, conversion.keys.uid(TABLE, row.id), None, row.place)


def _other_title(row: Row, conversion: Conversion) -> str | None:
    """The title a repeated row gives the person, where it is not that of the first row."""
    first = conversion.directory.find(TABLE, row.get(SAME_AS)) if row.get(SAME_AS) else None
    title = conversion.cut(row, "title")
    return title if first is not None and title != first.get("title") and title else None


def service_of(row: Row, conversion: Conversion) -> str | None:
    """The id of the service a row below it names, directly or by the place it is held at."""
    if service := row.get("service_id"):
        return service
    held = conversion.directory.find("service_at_location", row.get("service_at_location_id"))
    return held.get("service_id") or None if held else None


def _employer(row: Row, conversion: Conversion) -> str | None:
    organization = organization_of(row, conversion)
    return conversion.keys.uid("organizations", organization) if organization else None


def organization_of(row: Row, conversion: Conversion) -> str:
    """The institution of a person: stated, or that of the service or place it belongs to."""
    directory = conversion.directory
    organization = row.get("organization_id")
    if not organization and (service := service_of(row, conversion)):
        held = directory.find("services", service)
        organization = held.get("organization_id") if held else ""
    if not organization:
        place = directory.find("locations", row.get("location_id"))
        organization = place.get("organization_id") if place else ""
    return organization
