"""What the answer to a case is looked up in: records the caller has loaded."""

from collections.abc import Callable, Container, Mapping

import msgspec

from stk_graph.case.facts import Understanding
from stk_graph.model import Actor, Area, Contact, ContactRole, Location, Offer
from stk_graph.vocabulary import actor_kinds, topic_of

LOTSEN = ("stadtteilzentrum", "gemeinwesenarbeit", "sozialberatung", "asd")
"""Whom to ask when nothing fits: Stadtteilbüro and GWA, Allgemeine Sozialberatung, ASD (8.3)."""


LEAST_KIND = 0.15
"""A kind of less weight answers nothing; an offer of it may only share words or the topic."""


class WarmPath(msgspec.Struct, frozen=True):
    """A way over acquaintances to a person: ``names`` from the own contact to the last one before
    the target, ``value`` as in section 8.2 (1.0 known, 0.6 one between, 0.3 two or one meeting).
    """

    names: tuple[str, ...]
    value: float


Closeness = Callable[[str], WarmPath | None]
"""From the id of a Contact to the way there; None = no way, or the own Actor is not set."""


def no_closeness(_contact: str) -> WarmPath | None:
    """Nobody is known to know anybody."""
    return None


class OfferWords(msgspec.Struct, frozen=True):
    """What of an offer decides whether it may answer a case; the rest need not be read for that."""

    id: str
    title: str
    description: str
    especially_for: str | None
    offer_kind: str | None
    offer_kind_weight: float | None


Described = Offer | OfferWords


class Directory(msgspec.Struct, frozen=True, kw_only=True):
    """Offers that may match with the records around them, all by id.

    ``offers`` may be only those that ``wanted`` names. ``actors`` hold at least the leads, their
    Träger and the institutions of the wanted kinds.
    """

    offers: tuple[Offer, ...] = ()
    actors: Mapping[str, Actor] = {}
    contacts: Mapping[str, Contact] = {}
    roles: tuple[ContactRole, ...] = ()
    areas: Mapping[str, Area] = {}
    locations: Mapping[str, Location] = {}


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a caller has to load: offers of one of these kinds or topics, offers that share words
    with the case, and institutions of these kinds.
    """

    offer_kinds: frozenset[str]
    topics: frozenset[str] = frozenset()
    actor_kinds: frozenset[str]


def wanted(understanding: Understanding) -> Wanted:
    """What has to be loaded to answer ``understanding``: of the likely kinds, not of all named."""
    topics = {topic_of(kind) for kind in understanding.offer_kinds}
    likely = {kind for kind, weight in understanding.offer_kinds.items() if weight >= LEAST_KIND}
    return Wanted(
        offer_kinds=frozenset(likely),
        topics=frozenset(topic for topic in topics if topic is not None),
        actor_kinds=_actor_kinds(likely),
    )


def wanted_of_lotsen() -> Wanted:
    """What has to be loaded to name the Lotsen."""
    return Wanted(offer_kinds=frozenset(LOTSEN), actor_kinds=_actor_kinds(LOTSEN))


def _actor_kinds(offer_kinds: Container[str]) -> frozenset[str]:
    """Kinds of institutions that answer for one of the kinds of offers themselves."""
    return frozenset(key for key, row in actor_kinds().items() if row.synonym_key in offer_kinds)
