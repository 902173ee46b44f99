"""One record as a person reads it: facts, ways to reach it, and its neighbours in the graph."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from stk_graph.language import N_, _
from stk_graph.model import (
    Actor,
    Area,
    Contact,
    Location,
    Meeting,
    Offer,
    Phone,
    Record,
    Tie,
    Verified,
)
from stk_graph.model.enums import OfferStatus, PhoneKind
from stk_graph.network.kinds import EdgeKind
from stk_graph.times.age_words import age_words
from stk_graph.times.slot_words import slot_words
from stk_graph.vocabulary import label
from stk_tui.session.detail_facts import as_kind, facts_of, joined, shown_address
from stk_tui.session.freshness import checked, marks

if TYPE_CHECKING:
    from stk_graph.network.answers import Neighbour
    from stk_graph.network.neighbourhood import Neighbourhood


class Link(NamedTuple):
    """A neighbour in the graph."""

    id: str
    title: str
    note: str


class Way(NamedTuple):
    """A way to reach somebody; ``kind`` is ``phone``, ``mail`` or ``web``."""

    kind: str
    label: str
    value: str


class Detail(NamedTuple):
    """A record as its pane shows it; ``facts`` are pairs of label and text."""

    id: str
    title: str
    kind: str
    facts: list[tuple[str, str]]
    ways: list[Way]
    groups: list[tuple[str, list[Link]]]


GROUPS: dict[tuple[EdgeKind, bool], str] = {
    (EdgeKind.PROVIDES, False): N_("Anbieter"),
    (EdgeKind.WORKS_AT, True): N_("Arbeitet bei"),
    (EdgeKind.WORKS_AT, False): N_("Ansprechpersonen"),
    (EdgeKind.RESPONSIBLE_FOR, True): N_("Zuständig für"),
    (EdgeKind.RESPONSIBLE_FOR, False): N_("Ansprechpersonen"),
    (EdgeKind.PROVIDES, True): N_("Angebote"),
    (EdgeKind.RUNS, False): N_("Träger"),
    (EdgeKind.RUNS, True): N_("Einrichtungen des Trägers"),
    (EdgeKind.IN_CHARGE_OF, True): N_("Zuständig für die Gebiete"),
    (EdgeKind.IN_CHARGE_OF, False): N_("Zuständige Stellen"),
    (EdgeKind.LOCATED_IN, True): N_("Liegt in"),
    (EdgeKind.LOCATED_IN, False): N_("Einrichtungen hier"),
    (EdgeKind.TAKES_PLACE_IN, True): N_("Findet statt in"),
    (EdgeKind.TAKES_PLACE_IN, False): N_("Angebote hier"),
    (EdgeKind.SERVES, True): N_("Einzugsgebiet"),
    (EdgeKind.SERVES, False): N_("Angebote für dieses Gebiet"),
    (EdgeKind.PART_OF, True): N_("Gehört zu"),
    (EdgeKind.PART_OF, False): N_("Umfasst"),
    (EdgeKind.BORDERS, True): N_("Grenzt an"),
    (EdgeKind.BORDERS, False): N_("Grenzt an"),
    (EdgeKind.TIE, True): N_("Verbindungen"),
    (EdgeKind.TIE, False): N_("Verbindungen"),
    (EdgeKind.MEMBER_OF, True): N_("Netzwerke"),
    (EdgeKind.MEMBER_OF, False): N_("Mitglieder"),
    (EdgeKind.KNOWS, True): N_("Kennt"),
    (EdgeKind.KNOWS, False): N_("Bekannt mit"),
    (EdgeKind.ATTENDED, True): N_("War bei"),
    (EdgeKind.OBSERVES, True): N_("Beobachtungen"),
    (EdgeKind.OBSERVES, False): N_("Beobachtet von"),
    (EdgeKind.COVERS, True): N_("Antwort auf den Bedarf"),
    (EdgeKind.SENT_TO, False): N_("Erhaltene Bedarfe"),
    (EdgeKind.LINK_OF, True): N_("Leistungsketten"),
}
"""Headings of the neighbours by edge and direction (True = away from the record), in this order."""

PLACES = N_("Adressen hier")
"""Where a place stands that lies in the record: beside the institution, not as a second one."""


def describe(graph: "Neighbourhood", uid: str, today: date) -> Detail:
    """The record with its facts and neighbours; raises KeyError if it is not there."""
    record = graph.record(uid)
    if record is None:
        raise KeyError(uid)
    facts = facts_of(record, graph)
    if isinstance(record, Verified):
        place = len(facts) - any(name == _("Beschreibung") for name, _text in facts)
        facts.insert(place, (_("Geprüft"), checked(record.verified_on, today)))
    return Detail(
        record.id,
        name_of(graph, uid),
        type(record).__name__.lower(),
        facts,
        ways(record),
        groups(graph, uid, today),
    )


def groups(graph: "Neighbourhood", uid: str, today: date) -> list[tuple[str, list[Link]]]:
    """The neighbours under their headings, each once under the first that fits it.

    A person who works somewhere and is responsible for something there is one line with both. The
    rows of vocabularies are facts, no neighbours.
    """
    around = graph.neighbours(uid)
    found: dict[str, dict[str, list[str]]] = {}
    for (kind, outgoing), heading in GROUPS.items():
        found.setdefault(_(heading), {})
        for one in around.get(kind, ()):
            if one.outgoing == outgoing and isinstance(one.node, str):
                is_place = not outgoing and isinstance(graph.record(one.node), Location)
                links = found.setdefault(_(PLACES if is_place else heading), {})
                notes = links.setdefault(one.node, [])
                notes += [note for note in _notes(graph, one, today) if note not in notes]
    works_at = found.get(_(GROUPS[EdgeKind.WORKS_AT, True]), {})
    duties = found.get(_(GROUPS[EdgeKind.RESPONSIBLE_FOR, True]), {})
    for house in works_at.keys() & duties.keys():
        more = [note for note in duties.pop(house) if note not in works_at[house]]
        works_at[house] += more
    return [
        (heading, [Link(uid, name_of(graph, uid), joined(*notes)) for uid, notes in links.items()])
        for heading, links in found.items()
        if links
    ]


def name_of(graph: "Neighbourhood", uid: str) -> str:
    """What a person calls the record: a meeting by its day, all else by its name or title."""
    record = graph.record(uid)
    if isinstance(record, Meeting):
        kind = label(record.kind)
        return f"{kind[:1].upper()}{kind[1:]} {record.held_on:%d.%m.%Y}"
    if isinstance(record, Location):
        return record.name or shown_address(record, graph)
    return graph.name(uid)


def _notes(graph: "Neighbourhood", neighbour: "Neighbour", today: date) -> list[str]:
    tie = neighbour.attributes.get("tie")
    if tie is not None:
        derived: Tie = tie.on(today)  # type: ignore[attr-defined]
        topic = label(derived.topic, "topic") if derived.topic else ""
        faded = _("lange nicht gemeldet") if derived.faded else ""
        return [label(derived.stage), topic, label(derived.status), faded]
    other = graph.record(neighbour.node)
    duty = str(neighbour.attributes.get("responsibility") or "")
    if isinstance(other, Location):
        where = shown_address(other, graph)
        return [_("Ort") if where == name_of(graph, other.id) else where]
    about = NOTES.get(type(other), _no_notes)(other, today)
    return [*about, duty] if isinstance(other, Contact) else [duty, *about]


def _no_notes(_other: Record | None, _today: date) -> list[str]:
    return []


def _contact_notes(other: Record | None, _today: date) -> list[str]:
    contact = as_kind(Contact, other)
    return [contact.phones[0].number if contact.phones else "", contact.title or ""]


def _offer_notes(other: Record | None, today: date) -> list[str]:
    offer = as_kind(Offer, other)
    status = "" if offer.status is OfferStatus.RUNNING else label(offer.status)
    about = [age_words(offer.age_min, offer.age_max), slot_words(offer.slots)]
    return [status, *about, *marks(offer, today)]


def _actor_notes(other: Record | None, _today: date) -> list[str]:
    actor = as_kind(Actor, other)
    return [label(actor.kind, "actor_kind") if actor.kind else ""]


def _area_notes(other: Record | None, _today: date) -> list[str]:
    return [label(as_kind(Area, other).type)]


NOTES: dict[type[object], Callable[[Record | None, date], list[str]]] = {
    Contact: _contact_notes,
    Offer: _offer_notes,
    Actor: _actor_notes,
    Area: _area_notes,
}


def ways(record: Record) -> list[Way]:
    """How the record can be reached: phones, mail, web."""
    phones: Iterable[Phone] = getattr(record, "phones", ())
    found = [
        Way("phone", phone.description or label(phone.kind), _number(phone))
        for phone in phones
        if phone.kind is not PhoneKind.FAX
    ]
    for kind, field, name in (("mail", "mail", N_("E-Mail")), ("web", "web", N_("Internet"))):
        value = getattr(record, field, None)
        if value:
            found.append(Way(kind, _(name), value))
    return found


def _number(phone: Phone) -> str:
    extension = _("Durchwahl {number}").format(number=phone.extension) if phone.extension else ""
    return " ".join(part for part in (phone.number, extension) if part)
