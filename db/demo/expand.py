"""Short forms of the TOML files, written out: an address, the roles and contacts of an entry."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from db.demo.reading import Entry

HOME = {"city": "Auenbruck", "state": "HE", "country": "DE"}


def _actor(entry: Entry) -> Iterator[Entry]:
    fields = dict(entry.fields)
    street = fields.pop("address", None)
    if street is not None:
        key = f"{entry.key}_ort"
        fields["location"] = key
        place: dict[str, Any] = {"name": fields["name"], "street": street, **HOME}
        place |= {name: fields[name] for name in ("area", "accessibility") if name in fields}
        yield Entry("location", key, entry.file, place)
    yield replace(entry, fields=fields)


def _contact(entry: Entry) -> Iterator[Entry]:
    fields = dict(entry.fields)
    roles = fields.pop("roles", [])
    yield replace(entry, fields=fields)
    for role in roles:
        key = f"{entry.key}-{role['actor']}"
        yield Entry("contact_role", key, entry.file, {"contact": entry.key, **role})


def _offer(entry: Entry) -> Iterator[Entry]:
    """``contacts`` = the persons to ask, the main one first."""
    fields = dict(entry.fields)
    contacts = fields.pop("contacts", [])
    yield replace(entry, fields=fields)
    for contact in contacts:
        role = {"contact": contact, "offer": entry.key, "is_main": contact == contacts[0]}
        yield Entry("contact_role", f"{contact}-{entry.key}", entry.file, role)


_SHORT_FORMS = {"actor": _actor, "contact": _contact, "offer": _offer}


def expanded(entry: Entry) -> Iterator[Entry]:
    """The entry and the entries that its short forms stand for."""
    short_form = _SHORT_FORMS.get(entry.kind)
    if short_form is None:
        yield entry
    else:
        yield from short_form(entry)
