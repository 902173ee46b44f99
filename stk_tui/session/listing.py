"""The lists of `stk contacts` and `stk offers`, in the shapes that other programs rely on."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from db.read import Reader
from stk_graph.model import Actor, Area, Contact, Offer
from stk_graph.text import fold
from stk_graph.times.age_words import age_words
from stk_graph.vocabulary import ancestors, descendants, label
from stk_tui.session.lookup import look_up

if TYPE_CHECKING:
    from db.text_search import TextSearch

MOST_FOUND = 500
"""Records a query lists at most."""


class Named(msgspec.Struct, frozen=True):
    """A record that another one names."""

    id: str
    source_id: str | None
    name: str


class ListedActor(msgspec.Struct, frozen=True):
    """An institution with what belongs to it; ``offers`` and ``contacts`` are numbers."""

    id: str
    source_id: str | None
    name: str
    kind: str | None
    carrier: str | None
    area: str | None
    offers: int
    contacts: int


class ListedContact(msgspec.Struct, frozen=True):
    """A contact person."""

    id: str
    source_id: str | None
    name: str
    title: str | None
    actor: str | None
    phone: str | None
    email: str | None


class ListedArea(msgspec.Struct, frozen=True):
    """A social space."""

    id: str
    source_id: str | None
    name: str
    type: str


class ContactLists(msgspec.Struct, frozen=True):
    """The answer of `stk contacts`."""

    actors: list[ListedActor]
    contacts: list[ListedContact]
    areas: list[ListedArea]


class OfferContact(msgspec.Struct, frozen=True):
    """Whom to call about an offer."""

    name: str
    phone: str | None


class ListedOffer(msgspec.Struct, frozen=True):
    """An offer in the list."""

    id: str
    source_id: str | None
    name: str
    actor: Named
    offer_kind: str | None
    offer_kind_from: str
    target_groups: list[str]
    age_min: float | None
    age_max: float | None
    status: str
    contact: OfferContact | None
    verified_on: date | None

    @property
    def audience(self) -> str:
        """Ages, else target groups, as words."""
        groups = ", ".join(label(key, "target_group") for key in self.target_groups)
        return age_words(self.age_min, self.age_max) or groups


Listed = ListedActor | ListedContact | ListedArea | ListedOffer


class OfferFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of offers is narrowed by; None filters nothing. Unknown ages stay in."""

    query: str = ""
    offer_kind: str | None = None
    target_group: str | None = None
    age: float | None = None
    area: str | None = None
    actor: str | None = None
    without_contact: bool = False


def found_by(search: "TextSearch", query: str, kinds: tuple[str, ...]) -> dict[str, int]:
    """The ids of the records that match a query, with their rank: the best first.

    Records that only mean the same come after those that say it; what only resembles the query
    counts if there is nothing else.
    """
    from db.text_search import Filter

    answer = search.search(query, MOST_FOUND, where=Filter(kinds=kinds), related=MOST_FOUND)
    hits = [*answer.direct, *answer.related] or list(answer.did_you_mean)
    return {uid: rank for rank, uid in enumerate(dict.fromkeys(hit.uid for hit in hits))}


class _Order(NamedTuple):
    """Which records are listed, and in what order: by rank of a query, else by name."""

    ranks: dict[str, int] | None

    def holds(self, uid: str) -> bool:
        return self.ranks is None or uid in self.ranks

    def key(self, listed: "Listed") -> tuple[int, str, str]:
        rank = 0 if self.ranks is None else self.ranks[listed.id]
        return rank, fold(listed.name), listed.id


def _order(search: "TextSearch", query: str, kinds: tuple[str, ...]) -> _Order:
    return _Order(found_by(search, query, kinds) if query.strip() else None)


def contact_lists(
    read: Reader, search: "TextSearch", query: str = "", limit: int | None = None
) -> ContactLists:
    """Actors, contacts and areas that match the query, the best first; all of them by name."""
    order = _order(search, query, ("actor", "contact", "area"))
    all_actors = read.all(Actor)
    names = {actor.id: actor.name for actor in all_actors}
    areas = read.all(Area)
    area_names = {area.id: area.name for area in areas}
    people = [one for one in read.all(Contact) if not one.restricted]
    offers = Counter(lead for (lead,) in read.execute("SELECT lead FROM live_offer"))
    staff = Counter(one.employer for one in people)
    actors = [
        ListedActor(
            one.id,
            one.source_id,
            one.name,
            one.kind,
            names.get(one.parent or ""),
            area_names.get(one.area or ""),
            offers[one.id],
            staff[one.id],
        )
        for one in all_actors
        if order.holds(one.id)
    ]
    contacts = [
        ListedContact(
            one.id,
            one.source_id,
            one.name,
            one.title,
            names.get(one.employer or ""),
            one.phones[0].number if one.phones else None,
            one.mail,
        )
        for one in people
        if order.holds(one.id)
    ]
    listed_areas = [
        ListedArea(one.id, one.source_id, one.name, one.type)
        for one in areas
        if order.holds(one.id)
    ]
    return ContactLists(
        sorted(actors, key=order.key)[:limit],
        sorted(contacts, key=order.key)[:limit],
        sorted(listed_areas, key=order.key)[:limit],
    )


def offer_list(
    read: Reader, search: "TextSearch", wanted: OfferFilter, limit: int | None = None
) -> list[ListedOffer]:
    """Offers that pass the filter, the best first for a query, else by title.

    Raises ``NotFound`` and ``Ambiguous`` for the names in the filter.
    """
    actors = {actor.id: actor for actor in read.all(Actor)}
    area = look_up(read, wanted.area, (Area,)) if wanted.area else None
    actor = look_up(read, wanted.actor, (Actor,)) if wanted.actor else None
    order = _order(search, wanted.query, ("offer",))
    offers = [
        offer
        for offer in read.each(Offer)
        if order.holds(offer.id) and _passes(offer, wanted, area, actor)
    ]
    contact_of = _main_contacts(read, offers)
    listed = [
        _listed(offer, actors[offer.lead], contact_of.get(offer.id))
        for offer in offers
        if not (wanted.without_contact and offer.id in contact_of)
    ]
    return sorted(listed, key=order.key)[:limit]


def _passes(offer: Offer, wanted: OfferFilter, area: str | None, actor: str | None) -> bool:
    if wanted.offer_kind and offer.offer_kind != wanted.offer_kind:
        return False
    if wanted.target_group:
        key = wanted.target_group
        related = {key, *ancestors(key), *descendants(key)}
        if not related & set(offer.target_groups):
            return False
    if wanted.age is not None:
        too_young = offer.age_min is not None and wanted.age < offer.age_min
        too_old = offer.age_max is not None and wanted.age >= offer.age_max + 1
        if too_young or too_old:
            return False
    if area and area not in (offer.area, *offer.catchment):
        return False
    return not (actor and actor not in (offer.lead, *offer.partners))


def _main_contacts(read: Reader, offers: list[Offer]) -> dict[str, Contact]:
    """The person responsible for each offer: the main one, else the first that is named."""
    roles = sorted(
        read.roles_about([offer.id for offer in offers]), key=lambda role: not role.is_main
    )
    people = {one.id: one for one in read.by_ids(Contact, {role.contact for role in roles})}
    found: dict[str, Contact] = {}
    for role in roles:
        if role.offer and role.contact in people and not people[role.contact].restricted:
            found.setdefault(role.offer, people[role.contact])
    return found


def _listed(offer: Offer, lead: Actor, contact: Contact | None) -> ListedOffer:
    phones = contact.phones if contact else ()
    return ListedOffer(
        offer.id,
        offer.source_id,
        offer.title,
        Named(lead.id, lead.source_id, lead.name),
        offer.offer_kind,
        offer.offer_kind_from,
        list(offer.target_groups),
        offer.age_min,
        offer.age_max,
        offer.status,
        OfferContact(contact.name, phones[0].number if phones else None) if contact else None,
        offer.verified_on,
    )
