"""Lotsen: whom to ask when too little fits (domain model, section 8.3)."""

from collections.abc import Iterator

import msgspec

from stk_graph.case.directory import LOTSEN, Directory
from stk_graph.case.explain import unknown
from stk_graph.case.gates import is_running
from stk_graph.case.hits import Lotse
from stk_graph.case.persons import Persons
from stk_graph.model import Actor, Offer
from stk_graph.model.enums import ActorStatus, KindSource
from stk_graph.nearness import nearness, places_of
from stk_graph.text import fold
from stk_graph.vocabulary import actor_kinds, synonyms

SAME_SERVICE = {"gemeinwesenarbeit": "stadtteilzentrum"}
"""Stadtteilbüro and Gemeinwesenarbeit are one place to ask."""
LONG_ENOUGH = 4
"""Letters of a term that says what an offer is within a longer word."""
UNKNOWN_PLACE = 0.25
"""Between an area that is near and one that is far."""


class _Place(msgspec.Struct, frozen=True):
    """An institution of a kind, or one that offers the service; the nearest one sorts first."""

    distance: float
    only_offers: bool
    is_guess: bool
    kind: int
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


def _order(place: _Place) -> tuple[float, bool, bool, int, str]:
    return place.distance, place.only_offers, place.is_guess, place.kind, place.name


def _recorded(
    kinds: list[str], directory: Directory, persons: Persons, area: str | None
) -> Lotse | None:
    place = min(_places(kinds, directory, persons, area), key=_order, default=None)
    if place is None:
        return None
    offer = place.offer or _own_offer(place.actor, kinds, directory, persons)
    contact = persons.for_offer(offer, place.actor)
    return Lotse(
        kind=kinds[place.kind],
        actor=place.actor,
        offer=offer,
        contact=contact,
        unknown=unknown({}, contact),
    )


def _places(
    kinds: list[str], directory: Directory, persons: Persons, area: str | None
) -> Iterator[_Place]:
    def distance(offer: Offer | None, actor: Actor) -> float:
        if area is None:
            return 0.0
        near = nearness(area, places_of(offer, actor, directory.locations), directory.areas)
        return -(UNKNOWN_PLACE if near is None else near)

    for at, kind in enumerate(kinds):
        for actor in directory.actors.values():
            if _is_a(actor, kind):
                yield _Place(distance(None, actor), False, False, at, actor.name, actor, None)
        for offer in directory.offers:
            lead = directory.actors.get(offer.lead)
            if offer.offer_kind == kind and is_running(offer, persons.today) and lead is not None:
                guess = not _is_service(offer, kinds)
                yield _Place(distance(offer, lead), True, guess, at, offer.title, lead, offer)


def _own_offer(
    actor: Actor, kinds: list[str], directory: Directory, persons: Persons
) -> Offer | None:
    """The offer of the institution that is this service; one with a person of its own first."""
    offers = [
        offer
        for offer in directory.offers
        if offer.lead == actor.id and _is_service(offer, kinds) and is_running(offer, persons.today)
    ]
    offers.sort(key=lambda offer: (not persons.named_for(offer.id), offer.title))
    return offers[0] if offers else None


def _is_service(offer: Offer, kinds: list[str]) -> bool:
    """Whether an offer is one of these services: somebody stated it, or its title says so."""
    if offer.offer_kind not in kinds:
        return False
    title = fold(offer.title)
    terms = [fold(term) for kind in kinds for term in synonyms()[kind].terms]
    named = any(term in title for term in terms if len(term) >= LONG_ENOUGH)
    return named or offer.offer_kind_from is KindSource.STATED


def _is_a(actor: Actor, kind: str) -> bool:
    row = actor_kinds().get(actor.kind or "")
    active = actor.status is ActorStatus.ACTIVE
    return active and row is not None and row.synonym_key == kind
