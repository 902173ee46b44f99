"""Lotsen: whom to ask when too little fits (domain model, section 8.3)."""

from collections.abc import Iterator
from typing import NamedTuple

from stk_graph.case.area_fit import nearness, places_of
from stk_graph.case.directory import LOTSEN, Directory
from stk_graph.case.gates import is_running
from stk_graph.case.hits import Lotse
from stk_graph.case.persons import Persons
from stk_graph.model import Actor, Offer
from stk_graph.model.enums import ActorStatus
from stk_graph.vocabulary import actor_kinds

SAME_SERVICE = {"gemeinwesenarbeit": "stadtteilzentrum"}
"""Stadtteilbüro and Gemeinwesenarbeit are one place to ask."""
UNKNOWN_PLACE = 0.25
"""Between an area that is near and one that is far."""


class _Place(NamedTuple):
    """An institution of a kind, or one that offers the service; the nearest one sorts first."""

    distance: float
    only_offers: bool
    name: str
    actor: Actor
    offer: Offer | None


def lotsen(
    directory: Directory,
    persons: Persons,
    area: str | None,
    shown: frozenset[str] = frozenset(),
) -> tuple[Lotse, ...]:
    """One Lotse for each service, the nearest to the asked area.

    ``shown`` are the lines that stand in the answer already: nobody is named twice.
    """
    services: dict[str, list[str]] = {}
    for kind in LOTSEN:
        services.setdefault(SAME_SERVICE.get(kind, kind), []).append(kind)
    found: list[Lotse] = []
    for kinds in services.values():
        lotse = _recorded(kinds, directory, persons, area) or Lotse(kind=kinds[0])
        if lotse.line is None or lotse.line not in {*shown, *(one.line for one in found)}:
            found.append(lotse)
    return tuple(found)


def _recorded(
    kinds: list[str], directory: Directory, persons: Persons, area: str | None
) -> Lotse | None:
    for kind in kinds:
        places = sorted(_places(kind, directory, persons, area), key=lambda place: place[:3])
        if places:
            actor = places[0].actor
            offer = places[0].offer or _own_offer(actor, kinds, directory, persons)
            return Lotse(
                kind=kind, actor=actor, offer=offer, contact=persons.for_offer(offer, actor)
            )
    return None


def _places(
    kind: str, directory: Directory, persons: Persons, area: str | None
) -> Iterator[_Place]:
    def distance(offer: Offer | None, actor: Actor) -> float:
        if area is None:
            return 0.0
        near = nearness(area, places_of(offer, actor, directory), directory.areas)
        return -(UNKNOWN_PLACE if near is None else near)

    for actor in directory.actors.values():
        if _is_a(actor, kind):
            yield _Place(distance(None, actor), False, actor.name, actor, None)
    for offer in directory.offers:
        lead = directory.actors.get(offer.lead)
        if offer.offer_kind == kind and is_running(offer, persons.today) and lead is not None:
            yield _Place(distance(offer, lead), True, offer.title, lead, offer)


def _own_offer(
    actor: Actor, kinds: list[str], directory: Directory, persons: Persons
) -> Offer | None:
    """The offer of the institution that is this service; one with a person of its own first."""
    offers = [
        offer
        for offer in directory.offers
        if offer.lead == actor.id and offer.offer_kind in kinds and is_running(offer, persons.today)
    ]
    offers.sort(key=lambda offer: (not persons.named_for(offer.id), offer.title))
    return offers[0] if offers else None


def _is_a(actor: Actor, kind: str) -> bool:
    row = actor_kinds().get(actor.kind or "")
    active = actor.status is ActorStatus.ACTIVE
    return active and row is not None and row.synonym_key == kind
