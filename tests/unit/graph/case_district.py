"""A small made-up district for the tests of the case search."""

from datetime import date, timedelta

from stk_graph.case import CaseAnswer, Directory, Facts, answer, understand
from stk_graph.case.directory import Closeness, no_closeness
from stk_graph.model import Actor, Area, Contact, ContactRole, Offer, Phone, TimeSlot
from stk_graph.model.enums import Access, AreaType, KindSource, Weekday

TODAY = date(2026, 11, 24)
CITY = Area(name="Musterstadt", type=AreaType.CITY)
NORTH = Area(name="Nordstadt", parent=CITY.id)
SOUTH = Area(name="Südstadt", parent=CITY.id)
TOWN = Actor(name="Stadt Musterstadt", kind="kommunal")
CLUB = Actor(name="Elternverein", kind="elterninitiative", area=NORTH.id)
OFFICE = Actor(
    name="Bezirkssozialarbeit Nord", kind="asd", parent=TOWN.id, responsible_for=(NORTH.id,)
)
CENTRE = Actor(name="Stadtteilbüro", kind="stadtteilzentrum", parent=TOWN.id, area=NORTH.id)


def person(name: str, employer: Actor, **more: object) -> Contact:
    """A contact with a phone number."""
    return Contact(
        name=name,
        employer=employer.id,
        phones=(Phone(number="0611 90009 1"),),
        **more,  # type: ignore[arg-type]
    )


def care(title: str = "Spätdienst", **more: object) -> Offer:
    """An offer of care after 17 o'clock for children of six to ten."""
    values: dict[str, object] = {
        "title": title,
        "lead": CLUB.id,
        "offer_kind": "randzeitenbetreuung",
        "offer_kind_from": KindSource.STATED,
        "age_min": 6.0,
        "age_max": 10.0,
        "area": NORTH.id,
        "access": Access.REGISTRATION,
        "slots": (TimeSlot(weekday=Weekday.MO, start=17 * 60, end=19 * 60),),
        "verified_on": TODAY - timedelta(days=10),
    }
    return Offer(**(values | more))  # type: ignore[arg-type]


def directory(
    *offers: Offer,
    contacts: tuple[Contact, ...] = (),
    roles: tuple[ContactRole, ...] = (),
    actors: tuple[Actor, ...] = (TOWN, CLUB, OFFICE, CENTRE),
) -> Directory:
    """A directory of these offers in the made-up town."""
    return Directory(
        offers=offers,
        actors={actor.id: actor for actor in actors},
        contacts={contact.id: contact for contact in contacts},
        roles=roles,
        areas={area.id: area for area in (CITY, NORTH, SOUTH)},
    )


CARE_CASE = "Mutter im Schichtdienst, Kind 7 Jahre, keine Betreuung nach 17 Uhr"


def ask(
    found: Directory,
    text: str = CARE_CASE,
    facts: Facts | None = None,
    closeness: Closeness = no_closeness,
) -> CaseAnswer:
    """The answer to ``text``."""
    understood = understand(text, facts or Facts(), found.areas.values())
    return answer(understood, found, TODAY, closeness)


def titles(found: CaseAnswer) -> list[str | None]:
    """Titles of the offers in order; None for an institution."""
    return [hit.offer.title if hit.offer is not None else None for hit in found.hits]
