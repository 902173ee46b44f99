"""One record as a person reads it: facts, ways to reach it, and its neighbours in the graph."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from stk_graph.language import N_, _
from stk_graph.model import Actor, Area, Contact, Location, Offer, Phone, Record, Tie, Verified
from stk_graph.model.enums import Access, PhoneKind, YesNo
from stk_graph.network.kinds import EdgeKind
from stk_graph.times.age_words import age_words
from stk_graph.times.slot_words import slot_words
from stk_graph.vocabulary import label

if TYPE_CHECKING:
    from stk_graph.network.answers import Neighbour
    from stk_graph.network.neighbourhood import Neighbourhood

STALE_AFTER_DAYS = 182


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
    (EdgeKind.RESPONSIBLE_FOR, False): N_("Zuständig"),
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


def describe(graph: "Neighbourhood", uid: str, today: date) -> Detail:
    """The record with its facts and neighbours; raises KeyError if it is not there."""
    record = graph.record(uid)
    if record is None:
        raise KeyError(uid)
    facts_of = FACTS.get(type(record), _no_facts)
    facts = [(name, text) for name, text in facts_of(record, graph) if text]
    if isinstance(record, Verified):
        facts.append((_("Geprüft"), _verified(record, today)))
    return Detail(
        record.id,
        graph.name(uid),
        type(record).__name__.lower(),
        facts,
        ways(record),
        groups(graph, uid, today),
    )


def groups(graph: "Neighbourhood", uid: str, today: date) -> list[tuple[str, list[Link]]]:
    """The neighbours under their headings; the rows of vocabularies are facts, no neighbours."""
    around = graph.neighbours(uid)
    found: dict[str, list[Link]] = {}
    for (kind, outgoing), heading in GROUPS.items():
        for one in around.get(kind, ()):
            if one.outgoing == outgoing and isinstance(one.node, str):
                link = Link(one.node, graph.name(one.node), _note(graph, one, today))
                links = found.setdefault(_(heading), [])
                if link not in links:
                    links.append(link)
    return list(found.items())


def _note(graph: "Neighbourhood", neighbour: "Neighbour", today: date) -> str:
    tie = neighbour.attributes.get("tie")
    if tie is not None:
        derived: Tie = tie.on(today)  # type: ignore[attr-defined]
        topic = label(derived.topic, "topic") if derived.topic else ""
        faded = _("lange nicht gemeldet") if derived.faded else ""
        return joined(label(derived.stage), topic, label(derived.status), faded)
    other = graph.record(neighbour.node)
    return NOTES.get(type(other), _no_note)(other, neighbour)


def _no_note(_other: Record | None, neighbour: "Neighbour") -> str:
    return str(neighbour.attributes.get("responsibility") or "")


def _contact_note(other: Record | None, neighbour: "Neighbour") -> str:
    contact = _as(Contact, other)
    duty = neighbour.attributes.get("responsibility")
    phone = contact.phones[0].number if contact.phones else ""
    return joined(str(duty) if duty else contact.title, phone)


def _offer_note(other: Record | None, _neighbour: "Neighbour") -> str:
    offer = _as(Offer, other)
    return joined(age_words(offer.age_min, offer.age_max), slot_words(offer.slots))


def _actor_note(other: Record | None, neighbour: "Neighbour") -> str:
    actor = _as(Actor, other)
    duty = neighbour.attributes.get("responsibility")
    kind = label(actor.kind, "actor_kind") if actor.kind else ""
    return joined(str(duty) if duty else kind)


NOTES: dict[type[object], Callable[[Record | None, "Neighbour"], str]] = {
    Contact: _contact_note,
    Offer: _offer_note,
    Actor: _actor_note,
}


def joined(*parts: str | None) -> str:
    """The parts that hold something, with a middle dot between."""
    return " · ".join(part for part in parts if part)


def labels(keys: Iterable[str], kind: str | None = None) -> str:
    """The labels of vocabulary keys, with commas."""
    return ", ".join(label(key, kind) for key in keys)


def address(place: Location | None) -> str:
    """Street, room, postal code and city on one line."""
    if place is None:
        return ""
    city = " ".join(part for part in (place.postal_code, place.city) if part)
    return ", ".join(part for part in (place.street, place.room, city) if part)


def ages(offer: Offer) -> str:
    """The ages as a person says them; what was typed where it could not be read."""
    return age_words(offer.age_min, offer.age_max) or offer.ages_text or ""


def times(offer: Offer) -> str:
    """The times as a person says them; what was typed where it could not be read."""
    return slot_words(offer.slots) or offer.times_text or ""


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


def _verified(record: Verified, today: date) -> str:
    if record.verified_on is None:
        return _("noch nie, bitte prüfen")
    day = f"{record.verified_on:%d.%m.%Y}"
    if (today - record.verified_on).days > STALE_AFTER_DAYS:
        return _("zuletzt am {day}, bitte prüfen").format(day=day)
    return _("am {day}").format(day=day)


def _known(value: YesNo) -> str:
    return "" if value is YesNo.UNKNOWN else label(value)


def _no_facts(_record: Record, _graph: "Neighbourhood") -> list[tuple[str, str]]:
    return []


def _actor_facts(record: Record, graph: "Neighbourhood") -> list[tuple[str, str]]:
    actor = _as(Actor, record)
    place = graph.record(actor.location) if actor.location else None
    hidden = _("geschützt, nur telefonisch") if actor.address_protected else ""
    return [
        (_("Art"), label(actor.kind, "actor_kind") if actor.kind else ""),
        (_("Auch genannt"), ", ".join(filter(None, (actor.short, *actor.aliases)))),
        (_("Arbeitsfelder"), labels(actor.fields_of_work, "field_of_work")),
        (_("Adresse"), hidden or address(place if isinstance(place, Location) else None)),
        (_("Geöffnet"), slot_words(actor.opening_slots) or actor.opening_text or ""),
        (_("Sprachen"), labels(actor.languages, "language")),
        (_("Barrierefrei"), _known(actor.accessibility)),
        (_("Beschreibung"), actor.description),
    ]


def _contact_facts(record: Record, graph: "Neighbourhood") -> list[tuple[str, str]]:
    contact = _as(Contact, record)
    until = f"{contact.valid_until:%d.%m.%Y}" if contact.valid_until else ""
    return [
        (_("Funktion"), contact.title or ""),
        (_("Abteilung"), contact.department or ""),
        (_("Erreichbar"), contact.reachable or ""),
        (_("Vertretung"), graph.name(contact.deputy) if contact.deputy else ""),
        (_("Sprachen"), labels(contact.languages, "language")),
        (_("Gültig bis"), until),
    ]


def _area_facts(record: Record, _graph: "Neighbourhood") -> list[tuple[str, str]]:
    area = _as(Area, record)
    return [(_("Art"), label(area.type)), (_("Auch genannt"), ", ".join(area.aliases))]


def _offer_facts(record: Record, graph: "Neighbourhood") -> list[tuple[str, str]]:
    offer = _as(Offer, record)
    places = [graph.record(uid) for uid in offer.venues]
    where = [joined(place.name, address(place)) for place in places if isinstance(place, Location)]
    access = "" if offer.access is Access.UNKNOWN else label(offer.access)
    free = label(offer.cost_free) if offer.cost_free is not YesNo.UNKNOWN else ""
    return [
        (_("Art"), label(offer.offer_kind, "offer_kind") if offer.offer_kind else ""),
        (_("Für"), labels(offer.target_groups, "target_group")),
        (_("Alter"), ages(offer)),
        (_("Zeiten"), times(offer)),
        (_("Ort"), "; ".join(where)),
        (_("Zugang"), joined(access, offer.how_to_get_in)),
        (_("Kostenfrei"), joined(free, offer.cost_text)),
        (_("Sprachen"), labels(offer.languages, "language")),
        (_("Barrierefrei"), _known(offer.accessibility)),
        (_("Stand"), label(offer.status)),
        (_("Beschreibung"), offer.description),
    ]


FACTS: dict[type[Record], Callable[[Record, "Neighbourhood"], list[tuple[str, str]]]] = {
    Actor: _actor_facts,
    Contact: _contact_facts,
    Area: _area_facts,
    Offer: _offer_facts,
}


T = TypeVar("T")


def _as(kind: type[T], record: object) -> T:
    if not isinstance(record, kind):
        raise TypeError(kind.__name__)
    return record
