"""The address fields of an institution, which stand in the place behind it."""

from collections.abc import Mapping

import msgspec

from db.read import Reader
from stk_graph.model import Actor, Location

FIELDS = ("street", "postal_code", "city")


def address_values(read: Reader, actor: Actor | None) -> dict[str, str]:
    """The address fields of the form; empty for a new institution."""
    place = read.get(Location, actor.location) if actor and actor.location else None
    return {field: getattr(place, field, None) or "" for field in FIELDS}


def with_address(
    read: Reader, actor: Actor, values: Mapping[str, str]
) -> tuple[Actor, Location | None]:
    """The institution and, if the typed address is another one, the place to be saved with it.

    A place that another institution uses too stays as it is: this one gets a place of its own.
    """
    now = address_values(read, actor)
    typed = {field: values.get(field, now[field]).strip() for field in FIELDS}
    if typed == now:
        return actor, None
    known = read.get(Location, actor.location) if actor.location else None
    parts = {field: text or None for field, text in typed.items()}
    if known is not None and not _is_shared(read, known, actor):
        return actor, msgspec.structs.replace(known, **parts)
    if not any(typed.values()):
        return msgspec.structs.replace(actor, location=None), None
    made = msgspec.structs.replace(Location(actor=actor.id, area=actor.area), **parts)
    return msgspec.structs.replace(actor, location=made.id), made


def _is_shared(read: Reader, place: Location, actor: Actor) -> bool:
    return any(one.id != actor.id for one in read.where(Actor, location=place.id))
