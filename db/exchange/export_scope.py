"""What may leave at a publication level: records without what level, consent or law keeps in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from db.codec import layout
from db.exchange.extensions import TABLE_OF_CLASS
from db.gate import clean_values
from db.read import Reader
from stk_graph.model import (
    Actor,
    Contact,
    Invalid,
    Location,
    Offer,
    Phone,
    Record,
    TieReport,
)
from stk_graph.model.enums import Visibility

T = TypeVar("T", bound=Record)

FIRST = (Actor, Location, Contact, Offer)
"""Kinds in the order in which they are admitted, then all others."""
ONLY_WITHIN = {
    Contact: ("consent", "informed_on", "restricted"),
    Offer: ("staff", "room"),
}
"""Fields that stay below the level fachoeffentlich, whatever the record's own level."""
SHARED_WITHIN = ("owner", "verified_by")
PRIVATE = "privat"


@dataclass
class Scope:
    """The records that leave, by kind and in the order of their ids, and how many stay."""

    level: Visibility
    records: dict[type[Record], list[Record]] = field(default_factory=dict)
    held_back: dict[type[Record], int] = field(default_factory=dict)

    def of(self, cls: type[T]) -> list[T]:
        """The records of a kind that leave."""
        return self.records.get(cls, [])  # type: ignore[return-value]


def scope_of(reader: Reader, level: Visibility) -> Scope:
    """Everything that may leave at ``level``; what refers to something that stays loses the
    reference, or stays too if it cannot be without it."""
    scope = Scope(level)
    with reader.snapshot():
        protected = _protected(reader)
        kinds: list[type[Record]] = [*FIRST]
        kinds += [cls for cls in TABLE_OF_CLASS if cls not in FIRST]
        for cls in kinds:
            _admit_kind(reader, cls, protected, scope)
    _drop_references(scope)
    for records in scope.records.values():
        records.sort(key=lambda record: record.id)
    return scope


def _protected(reader: Reader) -> set[str]:
    """Ids of the places whose address leaves in no form."""
    actors = {actor.id: actor for actor in reader.where(Actor, address_protected=True)}
    places = {actor.location for actor in actors.values() if actor.location}
    places |= {place.id for place in reader.where(Location, actor=list(actors))}
    return places


def _admit_kind(reader: Reader, cls: type[T], protected: set[str], scope: Scope) -> None:
    levels = [level for level in Visibility if level.level >= scope.level.level]
    found = [
        _cleaned(_for_level(record, scope.level))
        for record in reader.where(cls, visibility=levels)
        if _may_leave(record, protected, scope.level)
    ]
    scope.records[cls] = list(found)
    scope.held_back[cls] = reader.counts()[cls] - len(found)


def _may_leave(record: Record, protected: set[str], level: Visibility) -> bool:
    within = level.level <= Visibility.NETWORK.level
    if isinstance(record, Contact):
        consented = record.consent is not None and record.consent.withdrawn_on is None
        return not record.restricted and (within or consented)
    if isinstance(record, TieReport):
        return within
    return record.id not in protected


def _for_level(record: T, level: Visibility) -> T:
    """The record without private phones and, beyond the network, without inner remarks."""
    changes: dict[str, Any] = {}
    phones: tuple[Phone, ...] = getattr(record, "phones", ())
    public = tuple(phone for phone in phones if PRIVATE not in (phone.description or "").casefold())
    if public != phones:
        changes["phones"] = public
    if level.level > Visibility.NETWORK.level:
        defaults = {info.name: info.default for info in msgspec.structs.fields(type(record))}
        for name in (*ONLY_WITHIN.get(type(record), ()), *SHARED_WITHIN):
            if name in defaults:
                changes[name] = defaults[name]
    return msgspec.structs.replace(record, **changes) if changes else record


def _cleaned(record: T) -> T:
    """The record without characters that command a terminal: an old file may hold them."""
    values = msgspec.to_builtins(record)
    cleaned = clean_values(values, multiline=True)
    return record if cleaned == values else msgspec.convert(cleaned, type(record))


def _drop_references(scope: Scope) -> None:
    """Empties references to records that stay, until nothing refers to one of them."""
    while True:
        kept = {record.id for records in scope.records.values() for record in records}
        dropped = False
        for cls, records in scope.records.items():
            left = [item for item in (_scrubbed(record, kept) for record in records) if item]
            if len(left) < len(records):
                scope.held_back[cls] += len(records) - len(left)
                dropped = True
            scope.records[cls] = left
        if not dropped:
            return


def _scrubbed(record: T, kept: set[str]) -> T | None:
    """The record without references to what stays; None if it needs one of them."""
    changes = dict(_lost_references(record, kept))
    if not changes:
        return record
    if any(name in _needed(type(record)) for name in changes):
        return None
    try:
        return msgspec.structs.replace(record, **changes)
    except Invalid:
        return None


def _needed(cls: type[Record]) -> set[str]:
    return {info.name for info in msgspec.structs.fields(cls) if info.required}


def _lost_references(record: Record, kept: set[str]) -> Iterator[tuple[str, Any]]:
    lay = layout(type(record))
    for name in (*lay.references, *lay.free_references, "owner"):
        value = getattr(record, name)
        if value is not None and value not in kept:
            yield name, None
    for name, link in lay.links.items():
        held = getattr(record, name)
        if link.counted:
            left: Any = {key: count for key, count in held.items() if key in kept}
        else:
            left = tuple(item for item in held if item in kept)
        if len(left) < len(held):
            yield name, left
