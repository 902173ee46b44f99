"""Two actors that are one, and two offers that happen once (domain 7.2: same actor, same place)."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import product

from stk_graph.case.directory import Directory
from stk_graph.model import Actor, Location, Offer
from stk_graph.text import tokens


class PlaceSign(StrEnum):
    """What says that two offers happen at one place."""

    ROOM = "room"
    ADDRESS = "address"
    HOST = "host"
    PARTNER = "partner"
    TEXT = "text"


def name_key(text: str) -> str:
    """Names that differ only in case, accents or punctuation have the same key."""
    return " ".join(tokens(text))


def canonical_actors(actors: Iterable[Actor]) -> dict[str, str]:
    """For every Actor id the id that stands for all records of this actor.

    Two records are one actor if the name of one is the name, the short name or an alias of the
    other, unless they are known to lie in different areas or to have different carriers. A carrier
    and its institution are never one.
    """
    known = {actor.id: actor for actor in actors}
    by_name: dict[str, list[Actor]] = {}
    for actor in known.values():
        by_name.setdefault(name_key(actor.name), []).append(actor)
    stands_for = {uid: uid for uid in known}

    def root(uid: str) -> str:
        while stands_for[uid] != uid:
            uid = stands_for[uid]
        return uid

    for actor in known.values():
        keys = {name_key(name) for name in names_of(actor)}
        for other in (one for key in keys for one in by_name.get(key, ())):
            if other.id != actor.id and not _are_two(actor, other, known):
                first, second = sorted((root(actor.id), root(other.id)))
                stands_for[second] = first
    return {uid: root(uid) for uid in known}


def names_of(actor: Actor) -> tuple[str, ...]:
    """All names an actor goes by."""
    return (actor.name, *((actor.short,) if actor.short else ()), *actor.aliases)


def _are_two(one: Actor, other: Actor, known: Mapping[str, Actor]) -> bool:
    def differ(first: str | None, second: str | None) -> bool:
        return first is not None and second is not None and first != second

    return (
        differ(one.area, other.area)
        or differ(one.parent, other.parent)
        or other.id in _carriers(one, known)
        or one.id in _carriers(other, known)
    )


def _carriers(actor: Actor, known: Mapping[str, Actor]) -> set[str]:
    found: set[str] = set()
    above = actor.parent
    while above is not None and above not in found:
        found.add(above)
        record = known.get(above)
        above = record.parent if record else None
    return found


class Places:
    """Where offers happen and whom their texts name."""

    def __init__(self, directory: Directory) -> None:
        self._actors = directory.actors
        self._locations = directory.locations
        self._canonical = canonical_actors(directory.actors.values())

    def actor(self, uid: str) -> str:
        """The id that stands for an actor, whichever of its records is named."""
        return self._canonical.get(uid, uid)

    def sign(self, one: Offer, two: Offer, nearness: float | None) -> PlaceSign | None:
        """What says that both happen at one place; None if nothing does.

        Hosts, partners and texts count only if neither the venues nor the areas (``nearness`` = R)
        are known to lie apart.
        """
        found = self._meetings(one, two)
        for sign in (PlaceSign.ROOM, PlaceSign.ADDRESS):
            if sign in found:
                return sign
        if self.actor(one.lead) == self.actor(two.lead):
            return None
        if self.lie_apart(one, two) or (nearness is not None and nearness < 1):
            return None
        if self._is_guest(one, two) or self._is_guest(two, one):
            return PlaceSign.HOST
        if self._is_partner(one, two) or self._is_partner(two, one):
            return PlaceSign.PARTNER
        if self._names(one, two) or self._names(two, one):
            return PlaceSign.TEXT
        return None

    def lie_apart(self, one: Offer, two: Offer) -> bool:
        """Whether the venues of both are known to be different places."""
        found = self._meetings(one, two)
        return bool(found) and not any(each or each is None for each in found)

    def _meetings(self, one: Offer, two: Offer) -> list[PlaceSign | bool | None]:
        return [
            self._meeting(first, second)
            for first, second in product(self._venues(one), self._venues(two))
        ]

    def _venues(self, offer: Offer) -> list[Location]:
        return [self._locations[uid] for uid in offer.venues if uid in self._locations]

    def _meeting(self, one: Location, two: Location) -> PlaceSign | bool | None:
        """One place, False for two places, None if it cannot be said."""
        if one.id == two.id or _same_address(one, two):
            rooms = [name_key(place.room) if place.room else None for place in (one, two)]
            return PlaceSign.ROOM if rooms[0] and rooms[0] == rooms[1] else PlaceSign.ADDRESS
        return False if one.street and two.street else None

    def _is_guest(self, one: Offer, two: Offer) -> bool:
        """Whether ``one`` happens at the house of the actor of ``two``, which names no venue."""
        hosts = {self.actor(place.actor) for place in self._venues(one) if place.actor}
        return not two.venues and self.actor(two.lead) in hosts

    def _is_partner(self, one: Offer, two: Offer) -> bool:
        return self.actor(two.lead) in {self.actor(partner) for partner in one.partners}

    def _names(self, one: Offer, two: Offer) -> bool:
        """Whether title or description of ``one`` name the actor of ``two``."""
        other = self._actors.get(two.lead)
        if other is None:
            return False
        text = f" {name_key(f'{one.title} {one.description}')} "
        return any(key and f" {key} " in text for key in map(name_key, names_of(other)))


def _same_address(one: Location, two: Location) -> bool:
    """Equal street and house number in towns that are not known to differ."""
    if not one.street or _street_key(one.street) != _street_key(two.street or ""):
        return False
    towns = ((one.postal_code, two.postal_code), (one.city, two.city))
    return all(not first or not second or first == second for first, second in towns)


def _street_key(street: str) -> str:
    return name_key(street).replace("strasse", "str")
