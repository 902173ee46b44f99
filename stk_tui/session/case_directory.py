"""What a case is looked up in: of the data file only what can matter to it.

First the words of the offers are compared with the case; only those that match are read in full,
with the institutions, persons and places around them.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

import msgspec

from db.read import Reader
from db.search_words import offers_with_words
from stk_graph.case import (
    Directory,
    Match,
    OfferWords,
    Understanding,
    Wanted,
    matches,
    wanted,
    wanted_of_lotsen,
)
from stk_graph.model import Actor, Area, Contact, ContactRole, Location, Offer
from stk_graph.vocabulary import offer_kinds_of

ENOUGH = 40
"""Offers of the wanted kinds from which those that only share the topic are not looked at."""
BY_WORDS = 60
"""Offers that are looked at because their words meet the case."""
WORDS = ("id", "title", "description", "especially_for", "offer_kind", "offer_kind_weight")


def matching_offers(read: Reader, case: Understanding) -> dict[str, Match]:
    """How well offers match the case, by their ids.

    Looked at are offers of the wanted kinds, those of the same topic where there are few, and those
    whose words meet the case whatever their kind.
    """
    asked = wanted(case)
    found = _with_words(read, offer_kind=asked.offer_kinds)
    if len(found) < ENOUGH:
        related = {kind for topic in asked.topics for kind in offer_kinds_of(topic)}
        found |= _with_words(read, offer_kind=related - asked.offer_kinds)
    missing = [uid for uid in offers_with_words(read, case.stems, BY_WORDS) if uid not in found]
    others = _with_words(read, id=missing)
    found |= {uid: others[uid] for uid in missing}
    return matches(case, found.values())


def _with_words(read: Reader, **equals: Collection[str]) -> dict[str, OfferWords]:
    rows = read.values(Offer, WORDS, **equals)
    return {row[0]: OfferWords(*row) for row in rows}


def directory_for(
    read: Reader,
    case: Understanding,
    areas: Mapping[str, Area],
    matching: Mapping[str, Match],
    today: date,
) -> Directory:
    """The offers that match, and the institutions of the wanted kinds, with all around them."""
    directory = _around(read, read.by_ids(Offer, matching), wanted(case), today)
    return _with_places(read, case, areas, directory)


def directory_of_lotsen(
    read: Reader, case: Understanding, areas: Mapping[str, Area], today: date
) -> Directory:
    """What the Lotsen for the case are chosen from."""
    asked = wanted_of_lotsen()
    directory = _around(read, read.offers_by_kinds(asked.offer_kinds), asked, today)
    return _with_places(read, case, areas, directory)


def _around(read: Reader, offers: list[Offer], asked: Wanted, today: date) -> Directory:
    """The offers with their institutions, those of the wanted kinds, and who answers for them."""
    responsible = read.where(Actor, kind=asked.actor_kinds)
    actors = _with_carriers(read, responsible, {offer.lead for offer in offers})
    roles = read.where(ContactRole, offer=[offer.id for offer in offers])
    roles += read.where(ContactRole, actor=actors.keys())
    staff = read.contacts_of(_answering_as_a_whole(offers, responsible, roles, today))
    named = {role.contact for role in roles}
    elsewhere = read.where(ContactRole, contact=[one.id for one in staff if one.id not in named])
    people = _with_deputies(read, staff, named)
    return Directory(
        offers=tuple(offers),
        actors=actors,
        contacts={person.id: person for person in people if not person.restricted},
        roles=(*roles, *elsewhere),
    )


def _with_places(
    read: Reader, case: Understanding, areas: Mapping[str, Area], directory: Directory
) -> Directory:
    """The directory with the areas and, if the case asks for one, with where the offers are."""
    venues = {venue for offer in directory.offers for venue in offer.venues}
    found = read.by_ids(Location, venues) if case.area is not None else ()
    places = {place.id: place for place in found}
    return msgspec.structs.replace(directory, areas=areas, locations=places)


def _with_carriers(read: Reader, known: Iterable[Actor], ids: set[str]) -> dict[str, Actor]:
    """The known actors and those of the ids, and every Träger above them."""
    found = {actor.id: actor for actor in known}
    missing = (ids | _above(found.values())) - found.keys()
    while missing:
        more = {actor.id: actor for actor in read.by_ids(Actor, missing)}
        found |= more
        missing = _above(more.values()) - found.keys()
    return found


def _above(actors: Iterable[Actor]) -> set[str]:
    return {actor.parent for actor in actors if actor.parent is not None}


def _answering_as_a_whole(
    offers: list[Offer], responsible: list[Actor], roles: list[ContactRole], today: date
) -> set[str]:
    """Ids of the institutions where somebody has to be found among all who work there."""
    filled = {role.target for role in roles if role.until is None or role.until >= today}
    asked = {offer.lead for offer in offers if offer.id not in filled}
    return {*asked, *(actor.id for actor in responsible)} - filled


def _with_deputies(read: Reader, staff: list[Contact], named: set[str]) -> list[Contact]:
    people = [*staff, *read.by_ids(Contact, named - {one.id for one in staff})]
    deputies = {one.deputy for one in people if one.deputy} - {one.id for one in people}
    return [*people, *read.by_ids(Contact, deputies)]
