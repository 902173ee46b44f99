"""The lists of `stk contacts` and `stk offers`, in the shapes that other programs rely on."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from db.read import Reader
from stk_graph.model import Actor, Area, Contact, Offer
from stk_graph.text import fold, tokens
from stk_graph.times.age_words import age_words
from stk_graph.vocabulary import ancestors, descendants, label
from stk_tui.session.lookup import look_up


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


class OfferFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of offers is narrowed by; None filters nothing. Unknown ages stay in."""

    query: str = ""
    offer_kind: str | None = None
    target_group: str | None = None
    age: float | None = None
    area: str | None = None
    actor: str | None = None
    without_contact: bool = False


def matcher(query: str) -> Callable[[Iterable[str | None]], bool]:
    """A test whether every word of the query begins or is part of a word of the texts."""
    wanted = tokens(fold(query))

    def matches(texts: Iterable[str | None]) -> bool:
        words = fold(" ".join(text for text in texts if text))
        return all(word in words for word in wanted)

    return matches


def contact_lists(read: Reader, query: str = "", limit: int | None = None) -> ContactLists:
    """Actors, contacts and areas that match the query, each by name."""
    matches = matcher(query)
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
        if matches((one.name, one.short, *one.aliases, names.get(one.parent or "")))
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
        if matches((one.name, one.title, one.department, names.get(one.employer or "")))
    ]
    listed_areas = [
        ListedArea(one.id, one.source_id, one.name, one.type)
        for one in areas
        if matches((one.name, *one.aliases))
    ]
    return ContactLists(
        sorted(actors, key=_by_name)[:limit],
        sorted(contacts, key=_by_name)[:limit],
        sorted(listed_areas, key=_by_name)[:limit],
    )


def _by_name(listed: ListedActor | ListedContact | ListedArea | ListedOffer) -> tuple[str, str]:
    return fold(listed.name), listed.id


def offer_list(read: Reader, wanted: OfferFilter, limit: int | None = None) -> list[ListedOffer]:
    """Offers that pass the filter, by title; raises ``NotFound``, ``Ambiguous`` for its names."""
    actors = {actor.id: actor for actor in read.all(Actor)}
    area = look_up(read, wanted.area, (Area,)) if wanted.area else None
    actor = look_up(read, wanted.actor, (Actor,)) if wanted.actor else None
    matches = matcher(wanted.query)
    offers = [
        offer
        for offer in read.each(Offer)
        if _passes(offer, wanted, area, actor)
        and matches((offer.title, *offer.aliases, offer.description, actors[offer.lead].name))
    ]
    contact_of = _main_contacts(read, offers)
    listed = [
        _listed(offer, actors[offer.lead], contact_of.get(offer.id))
        for offer in offers
        if not (wanted.without_contact and offer.id in contact_of)
    ]
    return sorted(listed, key=_by_name)[:limit]


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
