"""A handful of records that belong together, for the tests of the search."""

from typing import NamedTuple

from db.store import Store
from stk_graph.model import Actor, Area, Contact, ContactRole, Location, Offer, Phone, Record


class Quarter(NamedTuple):
    """An offer with everything that is said in its document."""

    area: Area
    place: Location
    carrier: Actor
    lead: Actor
    contact: Contact
    offer: Offer
    role: ContactRole


def quarter() -> Quarter:
    area = Area(name="Südhang")
    place = Location(name="Alte Post", street="Mühlgasse 5", postal_code="60311", city="Neustadt")
    carrier = Actor(name="Wohlfahrt Neustadt e. V.")
    lead = Actor(
        name="Haus Kastanie",
        short="HK",
        parent=carrier.id,
        area=area.id,
        phones=(Phone(number="069 1234-56"),),
        mail="haus.kastanie@example.org",
    )
    contact = Contact(
        name="Şeyma Yıldırım",
        employer=lead.id,
        phones=(Phone(number="+49 (0)170 9876543"),),
        mail="seyma@example.org",
    )
    offer = Offer(
        title="Lernwerkstatt für Grundschüler",
        description="Üben und Spielen nach dem Unterricht",
        lead=lead.id,
        venues=(place.id,),
        area=area.id,
        target_groups=("grundschulkinder",),
        offer_kind="nachhilfe",
    )
    role = ContactRole(contact=contact.id, offer=offer.id)
    return Quarter(area, place, carrier, lead, contact, offer, role)


def save(store: Store, *records: Record) -> int:
    """Saves the records in one action and returns its number."""
    with store.write("test", "save") as action:
        action.save_all(records)
        return action.number
