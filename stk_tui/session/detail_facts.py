"""What is known of a record, as pairs of label and text in the order in which one reads them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from stk_graph.language import N_, _
from stk_graph.model import Actor, Area, Contact, Location, Offer, Record
from stk_graph.model.enums import Access, ActorStatus, Occupancy, YesNo
from stk_graph.network.kinds import EdgeKind
from stk_graph.times.age_words import age_words
from stk_graph.times.slot_words import slot_words
from stk_graph.vocabulary import label

if TYPE_CHECKING:
    from stk_graph.network.neighbourhood import Neighbourhood

PROTECTED = N_("geschützt, nur telefonisch")
"""What stands in place of an address that must not become known."""

T = TypeVar("T")


def as_kind(kind: type[T], record: object) -> T:
    """The record as what it is known to be; raises TypeError if it is something else."""
    if not isinstance(record, kind):
        raise TypeError(kind.__name__)
    return record


def joined(*parts: str | None) -> str:
    """The parts that hold something, with a middle dot between."""
    return " · ".join(part for part in parts if part)


def labels(keys: Iterable[str], kind: str | None = None) -> str:
    """The labels of vocabulary keys, with commas."""
    return ", ".join(label(key, kind) for key in keys)


def address(place: Location | None) -> str:
    """Street, room, postal code and city on one line."""
    if place is None:
        return ""
    city = " ".join(part for part in (place.postal_code, place.city) if part)
    return ", ".join(part for part in (place.street, place.room, city) if part)


def shown_address(place: Location, graph: "Neighbourhood") -> str:
    """The address, unless an institution at this place is to be reached by phone only."""
    around = graph.neighbours(place.id, [EdgeKind.LOCATED_IN]).get(EdgeKind.LOCATED_IN, ())
    known = [graph.record(one.node) for one in around]
    hidden = any(isinstance(one, Actor) and one.address_protected for one in known)
    return _(PROTECTED) if hidden else address(place)


def ages(offer: Offer) -> str:
    """The ages as a person says them; what was typed where it could not be read."""
    return age_words(offer.age_min, offer.age_max) or offer.ages_text or ""


def times(offer: Offer) -> str:
    """The times as a person says them; what was typed where it could not be read."""
    return slot_words(offer.slots) or offer.times_text or ""


def _known(value: YesNo) -> str:
    return "" if value is YesNo.UNKNOWN else label(value)


def _actor_facts(record: Record, graph: "Neighbourhood") -> list[tuple[str, str]]:
    actor = as_kind(Actor, record)
    place = graph.record(actor.location) if actor.location else None
    hidden = _(PROTECTED) if actor.address_protected else ""
    return [
        (_("Art"), label(actor.kind, "actor_kind") if actor.kind else ""),
        (_("Auch genannt"), ", ".join(filter(None, (actor.short, *actor.aliases)))),
        (_("Arbeitsfelder"), labels(actor.fields_of_work, "field_of_work")),
        (_("Adresse"), hidden or address(place if isinstance(place, Location) else None)),
        (_("Geöffnet"), slot_words(actor.opening_slots) or actor.opening_text or ""),
        (_("Sprachen"), labels(actor.languages, "language")),
        (_("Barrierefrei"), _known(actor.accessibility)),
        (_("Stand"), "" if actor.status is ActorStatus.ACTIVE else label(actor.status)),
        (_("Beschreibung"), actor.description),
    ]


def _contact_facts(record: Record, graph: "Neighbourhood") -> list[tuple[str, str]]:
    contact = as_kind(Contact, record)
    until = f"{contact.valid_until:%d.%m.%Y}" if contact.valid_until else ""
    return [
        (_("Funktion"), contact.title or ""),
        (_("Abteilung"), contact.department or ""),
        (_("Erreichbar"), contact.reachable or ""),
        (_("Vertretung"), graph.name(contact.deputy) if contact.deputy else ""),
        (_("Sprachen"), labels(contact.languages, "language")),
        (_("Gültig bis"), until),
    ]


def _area_facts(record: Record, _graph: "Neighbourhood") -> list[tuple[str, str]]:
    area = as_kind(Area, record)
    return [(_("Art"), label(area.type)), (_("Auch genannt"), ", ".join(area.aliases))]


def _offer_facts(record: Record, graph: "Neighbourhood") -> list[tuple[str, str]]:
    offer = as_kind(Offer, record)
    places = [graph.record(uid) for uid in offer.venues]
    where = [
        joined(place.name, shown_address(place, graph))
        for place in places
        if isinstance(place, Location)
    ]
    access = "" if offer.access is Access.UNKNOWN else label(offer.access)
    free = label(offer.cost_free) if offer.cost_free is not YesNo.UNKNOWN else ""
    return [
        (_("Art"), label(offer.offer_kind, "offer_kind") if offer.offer_kind else ""),
        (_("Für"), labels(offer.target_groups, "target_group")),
        (_("Alter"), ages(offer)),
        (_("Zeiten"), times(offer)),
        (_("Ort"), "; ".join(where)),
        (_("Zugang"), joined(access, offer.how_to_get_in)),
        (_("Kostenfrei"), joined(free, offer.cost_text)),
        (_("Sprachen"), labels(offer.languages, "language")),
        (_("Barrierefrei"), _known(offer.accessibility)),
        (_("Stand"), label(offer.status)),
        (_("Plätze"), "" if offer.occupancy is Occupancy.UNKNOWN else label(offer.occupancy)),
        (_("Beschreibung"), offer.description),
    ]


FACTS: dict[type[Record], Callable[[Record, "Neighbourhood"], list[tuple[str, str]]]] = {
    Actor: _actor_facts,
    Contact: _contact_facts,
    Area: _area_facts,
    Offer: _offer_facts,
}


def facts_of(record: Record, graph: "Neighbourhood") -> list[tuple[str, str]]:
    """The facts that are known; kinds of records without any have none."""
    written = FACTS.get(type(record))
    return [(name, text) for name, text in written(record, graph) if text] if written else []
