"""The list of `stk offers`: filters that never hide what is unknown, and say what it is."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from db.read import Reader
from stk_graph.language import N_, _
from stk_graph.model import Actor, Area, Contact, Offer
from stk_graph.model.enums import Fit
from stk_graph.text import fold
from stk_graph.times.age_words import age_words
from stk_graph.vocabulary import (
    ancestors,
    default_ages,
    descendants,
    label,
    offer_kinds,
    target_groups,
)
from stk_tui.session.listing import Named, order_of
from stk_tui.session.lookup import look_up
from stk_tui.session.problems import BadInput

if TYPE_CHECKING:
    from db.text_search import TextSearch


class OfferContact(msgspec.Struct, frozen=True):
    """Whom to call about an offer."""

    name: str
    phone: str | None


class ListedOffer(msgspec.Struct, frozen=True):
    """An offer in the list; ``unknown`` names the filters that nobody can answer for it."""

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
    unknown: list[str]

    @property
    def audience(self) -> str:
        """Ages, else target groups, as words."""
        groups = ", ".join(label(key, "target_group") for key in self.target_groups)
        return age_words(self.age_min, self.age_max) or groups


class OfferFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of offers is narrowed by; None filters nothing, what is unknown stays in."""

    query: str = ""
    offer_kind: str | None = None
    target_group: str | None = None
    age: float | None = None
    area: str | None = None
    actor: str | None = None
    without_contact: bool = False


OLDEST = 120
UNKNOWN_WORDS = {
    "kind": N_("Art"),
    "target_group": N_("Zielgruppe"),
    "age": N_("Alter"),
    "area": N_("Gebiet"),
}
"""The filters by which an offer can be unknown, as a person reads them."""


def unknown_words(offer: ListedOffer) -> str:
    """What nobody knows about the offer, of what was asked."""
    names = ", ".join(_(UNKNOWN_WORDS[name]) for name in offer.unknown)
    return _("unbekannt: {names}").format(names=names) if names else ""


def offer_list(
    read: Reader, search: "TextSearch", wanted: OfferFilter, limit: int | None = None
) -> list[ListedOffer]:
    """Offers that pass the filter: certain ones first, then those of which something is unknown.

    Within both the best first for a query, else by title. Raises ``BadInput`` for keys that are in
    no list and names that mean nothing or several records.
    """
    _check_keys(wanted)
    actors = {actor.id: actor for actor in read.all(Actor)}
    tests = _tests(read, wanted, actors)
    actor = look_up(read, wanted.actor, (Actor,)) if wanted.actor else None
    order = order_of(search, wanted.query, ("offer",))
    found: dict[str, tuple[Offer, list[str]]] = {}
    for offer in read.each(Offer):
        if not order.holds(offer.id) or (actor and actor not in (offer.lead, *offer.partners)):
            continue
        fits = {name: test(offer) for name, test in tests.items()}
        if Fit.NO not in fits.values():
            found[offer.id] = offer, [name for name, fit in fits.items() if fit is Fit.UNKNOWN]
    contact_of = _main_contacts(read, [offer for offer, _names in found.values()])
    listed = [
        _listed(offer, actors[offer.lead], contact_of.get(offer.id), unknown)
        for offer, unknown in found.values()
        if not (wanted.without_contact and offer.id in contact_of)
    ]
    return sorted(listed, key=lambda one: (bool(one.unknown), *order.key(one)))[:limit]


def _check_keys(wanted: OfferFilter) -> None:
    for key, rows in ((wanted.offer_kind, offer_kinds()), (wanted.target_group, target_groups())):
        if key is not None and key not in rows:
            near = [one for one in rows if fold(key)[:4] in one] or list(rows)
            sentence = _("„{key}“ steht in keiner Liste. Möglich sind zum Beispiel: {some}.")
            raise BadInput(sentence.format(key=key, some=", ".join(near[:6])))


def _tests(
    read: Reader, wanted: OfferFilter, actors: Mapping[str, Actor]
) -> dict[str, Callable[[Offer], Fit]]:
    """The three-valued tests of the filters that were set."""
    tests: dict[str, Callable[[Offer], Fit]] = {}
    if wanted.offer_kind:
        tests["kind"] = lambda offer: _among(offer.offer_kind, {wanted.offer_kind})
    if wanted.target_group:
        key = wanted.target_group
        related = {key, *ancestors(key), *descendants(key)}
        tests["target_group"] = lambda offer: _group_fit(offer, key, related)
    if wanted.age is not None:
        age = wanted.age
        tests["age"] = lambda offer: _age_fit(offer, age)
    if wanted.area:
        around = _around(read, look_up(read, wanted.area, (Area,)))
        tests["area"] = lambda offer: _area_fit(offer, around, actors)
    return tests


def _among(value: str | None, wanted: set[str | None]) -> Fit:
    if value is None:
        return Fit.UNKNOWN
    return Fit.FITS if value in wanted else Fit.NO


def _group_fit(offer: Offer, key: str, related: set[str]) -> Fit:
    """By the stated groups; without any, by the ages where the wanted group has some."""
    if offer.target_groups:
        return Fit.FITS if related & set(offer.target_groups) else Fit.NO
    known = offer.age_min is not None or offer.age_max is not None
    ages = default_ages(key)
    if not known or not ages:
        return Fit.UNKNOWN
    low, high = offer.age_min or 0.0, offer.age_max if offer.age_max is not None else 120.0
    meets = any(
        low <= (last if last is not None else 120) and first <= high for first, last in ages
    )
    return Fit.FITS if meets else Fit.NO


def _age_fit(offer: Offer, age: float) -> Fit:
    if offer.age_min is not None and age < offer.age_min:
        return Fit.NO
    if offer.age_max is not None and age >= offer.age_max + 1:
        return Fit.NO
    return Fit.UNKNOWN if offer.age_min is None and offer.age_max is None else Fit.FITS


def _around(read: Reader, wanted: str) -> set[str]:
    """The area with what lies in it and what it lies in: what is for the whole city is for it."""
    parents = {area.id: area.parent for area in read.all(Area)}
    around, above = {wanted}, parents.get(wanted)
    while above is not None and above not in around:
        around.add(above)
        above = parents.get(above)
    below = {wanted}
    while below:
        below = {uid for uid, parent in parents.items() if parent in below} - around
        around |= below
    return around


def _area_fit(offer: Offer, around: set[str], actors: Mapping[str, Actor]) -> Fit:
    """By area and catchment of the offer, else by the area of its institution."""
    places = {place for place in (offer.area, *offer.catchment) if place}
    places = places or {place for place in (actors[offer.lead].area,) if place}
    if not places:
        return Fit.UNKNOWN
    return Fit.FITS if places & around else Fit.NO


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


def _listed(offer: Offer, lead: Actor, contact: Contact | None, unknown: list[str]) -> ListedOffer:
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
        unknown,
    )
