"""The lists of `stk contacts` and `stk offers`, in the shapes that other programs rely on."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

from db.read import Reader
from stk_graph.model import Actor, Area, Contact
from stk_graph.text import fold

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


class Listable(Protocol):
    """What can stand in a list."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


def found_by(search: "TextSearch", query: str, kinds: tuple[str, ...]) -> dict[str, int]:
    """The ids of the records that match a query, with their rank: the best first.

    Records that only mean the same come after those that say it; what only resembles the query
    counts if there is nothing else.
    """
    from db.text_search import Filter

    answer = search.search(query, MOST_FOUND, where=Filter(kinds=kinds), related=MOST_FOUND)
    hits = [*answer.direct, *answer.related] or list(answer.did_you_mean)
    return {uid: rank for rank, uid in enumerate(dict.fromkeys(hit.uid for hit in hits))}


class Order(NamedTuple):
    """Which records are listed, and in what order: by rank of a query, else by name."""

    ranks: dict[str, int] | None

    def holds(self, uid: str) -> bool:
        """Whether the record is listed."""
        return self.ranks is None or uid in self.ranks

    def key(self, listed: "Listable") -> tuple[int, str, str]:
        """What the list is sorted by."""
        rank = 0 if self.ranks is None else self.ranks[listed.id]
        return rank, fold(listed.name), listed.id


def order_of(search: "TextSearch", query: str, kinds: tuple[str, ...]) -> Order:
    return Order(found_by(search, query, kinds) if query.strip() else None)


def contact_lists(
    read: Reader, search: "TextSearch", query: str = "", limit: int | None = None
) -> ContactLists:
    """Actors, contacts and areas that match the query, the best first; all of them by name."""
    order = order_of(search, query, ("actor", "contact", "area"))
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
