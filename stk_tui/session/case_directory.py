"""What a case is looked up in: of the data file only what can matter to it."""

from collections.abc import Collection

from db.read import Reader
from db.search_words import offers_with_words
from stk_graph.case import Directory, Understanding, Wanted, wanted
from stk_graph.model import Actor, Area, Contact, ContactRole, Location, Offer
from stk_graph.vocabulary import offer_kinds_of

ENOUGH = 40
"""Offers of the wanted kinds from which those that only share the topic are not looked at."""
BY_WORDS = 60
"""Offers that are looked at because their words meet the case."""


def directory_for(read: Reader, case: Understanding) -> Directory:
    """The offers that can answer the case, with the institutions and persons around them.

    Offers of the wanted kinds, those of the same topic where there are few, those whose words meet
    the case whatever their kind, and the institutions of the wanted kinds.
    """
    asked = wanted(case)
    with read.snapshot():
        offers = _offers(read, asked, case.stems)
        leads = {offer.lead for offer in offers}
        responsible = read.where(Actor, kind=asked.actor_kinds)
        actors = _with_carriers(read, {*leads, *(actor.id for actor in responsible)})
        targets = [*(offer.id for offer in offers), *(actor.id for actor in actors)]
        return _directory(read, offers, actors, read.roles_about(targets))


def _offers(read: Reader, asked: Wanted, stems: Collection[str]) -> list[Offer]:
    found = {offer.id: offer for offer in read.offers_by_kinds(asked.offer_kinds)}
    if len(found) < ENOUGH:
        related = {kind for topic in asked.topics for kind in offer_kinds_of(topic)}
        others = read.offers_by_kinds(related - asked.offer_kinds)
        found |= {offer.id: offer for offer in others}
    missing = [uid for uid in offers_with_words(read, stems, BY_WORDS) if uid not in found]
    found |= {offer.id: offer for offer in read.by_ids(Offer, missing)}
    return list(found.values())


def _with_carriers(read: Reader, ids: Collection[str]) -> list[Actor]:
    """The actors and every Träger above them."""
    found: dict[str, Actor] = {}
    missing = set(ids)
    while missing:
        found |= {actor.id: actor for actor in read.by_ids(Actor, missing)}
        above = {actor.parent for actor in found.values() if actor.parent}
        missing = (above - found.keys()) if above - found.keys() != missing else set()
    return list(found.values())


def _directory(
    read: Reader, offers: list[Offer], actors: list[Actor], roles: list[ContactRole]
) -> Directory:
    """The records with the persons around them, and what else those persons are responsible for."""
    staff = read.contacts_of([actor.id for actor in actors])
    named = {role.contact for role in roles}
    elsewhere = read.where(ContactRole, contact=[one.id for one in staff if one.id not in named])
    others = named - {contact.id for contact in staff}
    people = [*staff, *read.by_ids(Contact, others)]
    deputies = {one.deputy for one in people if one.deputy} - {one.id for one in people}
    people += read.by_ids(Contact, deputies)
    return Directory(
        offers=tuple(offers),
        actors={actor.id: actor for actor in actors},
        contacts={person.id: person for person in people if not person.restricted},
        roles=(*roles, *elsewhere),
        areas={area.id: area for area in read.all(Area)},
        locations={place.id: place for place in read.by_ids(Location, _places(offers, actors))},
    )


def _places(offers: list[Offer], actors: list[Actor]) -> set[str]:
    venues = {venue for offer in offers for venue in offer.venues}
    return venues | {actor.location for actor in actors if actor.location}
