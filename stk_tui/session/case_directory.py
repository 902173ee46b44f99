"""What a case is looked up in, loaded from the data file: all of a small one, else what matters."""

from collections.abc import Collection

from db.read import Reader
from stk_graph.case import Directory, Wanted
from stk_graph.model import Actor, Area, Contact, ContactRole, Location, Offer
from stk_graph.vocabulary import offer_kinds_of

SMALL = 1500
"""Offers up to which the whole directory is loaded and kept."""


def count_of_offers(read: Reader) -> int:
    """How many offers the data file holds."""
    return int(read.execute("SELECT count(*) FROM live_offer")[0][0])


def whole_directory(read: Reader) -> Directory:
    """Everything a case can be about."""
    with read.snapshot():
        return _directory(read, read.all(Offer), read.all(Actor), read.all(ContactRole))


def part_for(read: Reader, wanted: Wanted) -> Directory:
    """The offers that can matter, with the institutions and persons around them.

    Offers of the wanted kinds and topics, offers whose kind nobody knows, and the institutions of
    the wanted kinds.
    """
    kinds = {
        *wanted.offer_kinds,
        *(one for topic in wanted.topics for one in offer_kinds_of(topic)),
    }
    with read.snapshot():
        offers = read.offers_by_kinds({*kinds, None})
        leads = {offer.lead for offer in offers}
        responsible = read.where(Actor, kind=wanted.actor_kinds)
        actors = _with_carriers(read, {*leads, *(actor.id for actor in responsible)})
        targets = [*(offer.id for offer in offers), *(actor.id for actor in actors)]
        return _directory(read, offers, actors, read.roles_about(targets))


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
    staff = read.contacts_of([actor.id for actor in actors])
    others = {role.contact for role in roles} - {contact.id for contact in staff}
    people = [*staff, *read.by_ids(Contact, others)]
    deputies = {one.deputy for one in people if one.deputy} - {one.id for one in people}
    people += read.by_ids(Contact, deputies)
    return Directory(
        offers=tuple(offers),
        actors={actor.id: actor for actor in actors},
        contacts={person.id: person for person in people if not person.restricted},
        roles=tuple(roles),
        areas={area.id: area for area in read.all(Area)},
        locations={place.id: place for place in read.by_ids(Location, _places(offers, actors))},
    )


def _places(offers: list[Offer], actors: list[Actor]) -> set[str]:
    venues = {venue for offer in offers for venue in offer.venues}
    return venues | {actor.location for actor in actors if actor.location}
