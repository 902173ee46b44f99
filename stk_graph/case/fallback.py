"""Lotsen: whom to ask when too little fits (domain model, section 8.3)."""

from stk_graph.case.directory import LOTSEN, Directory
from stk_graph.case.hits import Lotse
from stk_graph.case.persons import Persons
from stk_graph.model import Actor, Offer
from stk_graph.model.enums import ActorStatus, OfferStatus
from stk_graph.vocabulary import actor_kinds

SAME_SERVICE = {"stadtteilzentrum": "stadtteilbuero", "gemeinwesenarbeit": "stadtteilbuero"}
"""Stadtteilbüro and Gemeinwesenarbeit are one place to ask."""


def lotsen(directory: Directory, persons: Persons, area: str | None) -> tuple[Lotse, ...]:
    """One Lotse for each kind; those of the asked area come first; never empty."""
    found: dict[str, Lotse] = {}
    for kind in LOTSEN:
        service = SAME_SERVICE.get(kind, kind)
        recorded = _recorded(kind, directory, persons, area)
        if recorded is not None and (service not in found or found[service].actor is None):
            found[service] = recorded
        else:
            found.setdefault(service, Lotse(kind=kind))
    return tuple(found.values())


def _recorded(kind: str, directory: Directory, persons: Persons, area: str | None) -> Lotse | None:
    offers = [offer for offer in directory.offers if _offers(offer, kind)]
    actors = [actor for actor in directory.actors.values() if _is_a(actor, kind)]
    if not offers and not actors:
        return None
    offers.sort(key=lambda offer: (offer.area != area, offer.title))
    actors.sort(key=lambda actor: (not _in_area(actor, area), actor.name))
    offer = offers[0] if offers and not actors else None
    actor = directory.actors.get(offer.lead) if offer is not None else actors[0]
    return Lotse(kind=kind, actor=actor, offer=offer, contact=persons.for_offer(offer, actor))


def _offers(offer: Offer, kind: str) -> bool:
    return offer.offer_kind == kind and offer.status is OfferStatus.RUNNING


def _is_a(actor: Actor, kind: str) -> bool:
    row = actor_kinds().get(actor.kind or "")
    active = actor.status is ActorStatus.ACTIVE
    return active and row is not None and row.synonym_key == kind


def _in_area(actor: Actor, area: str | None) -> bool:
    return area is not None and (actor.area == area or area in actor.responsible_for)
