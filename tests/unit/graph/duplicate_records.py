"""A small district and short ways to write offers for the tests of pairs."""

from datetime import date

from stk_graph.duplicates import Context
from stk_graph.model import Actor, Area, Location, Meeting, Offer, Review, TimeSlot
from stk_graph.model.enums import Access, AreaType, ReviewVerdict, Weekday
from stk_graph.times.holidays import calendar
from tests.unit.graph.network_records import TODAY, actor, uid

CITY, WEST, NORTH, SOUTH, EAST, HARBOUR = (uid(number) for number in range(100, 106))
YOUTH_CLUB, PARISH, SCHOOL, CARRIER = (uid(number) for number in range(110, 114))
HALL, OTHER_HALL = uid(120), uid(121)
ONE, TWO, THREE, FOUR = (uid(number) for number in range(130, 134))
OWN_NETWORK, OTHER_NETWORK = uid(140), uid(141)

AREAS = (
    Area(id=CITY, name="Stadt", type=AreaType.CITY),
    Area(id=WEST, name="Weststadt", type=AreaType.DISTRICT, parent=CITY),
    Area(id=NORTH, name="Nord", parent=WEST),
    Area(id=SOUTH, name="Süd", parent=WEST),
    Area(id=EAST, name="Ost", type=AreaType.DISTRICT, parent=CITY),
    Area(id=HARBOUR, name="Hafen", type=AreaType.DISTRICT, parent=CITY, borders=(EAST,)),
)
ACTORS = (
    actor(CARRIER, "Träger e. V."),
    actor(YOUTH_CLUB, "Jugendzentrum Nord", area=NORTH, parent=CARRIER, aliases=("JUZ Nord",)),
    actor(PARISH, "Evangelische Gemeinde", area=NORTH, parent=CARRIER),
    actor(SCHOOL, "Grundschule Nord", area=NORTH),
)
LOCATIONS = (
    Location(id=HALL, street="Hauptstraße 3", postal_code="12345", actor=YOUTH_CLUB, room="Saal"),
    Location(id=OTHER_HALL, street="Am Ring 1", postal_code="12345", actor=PARISH),
)
HOLIDAYS = calendar("HE", range(2025, 2029))


def context(
    *,
    actors: tuple[Actor, ...] = (),
    locations: tuple[Location, ...] = (),
    reviews: tuple[Review, ...] = (),
    meetings: tuple[Meeting, ...] = (),
    today: date = TODAY,
) -> Context:
    """The district, with more records if given."""
    return Context(
        today=today,
        areas=AREAS,
        actors=(*ACTORS, *actors),
        locations=(*LOCATIONS, *locations),
        holidays=HOLIDAYS,
        reviews=reviews,
        meetings=meetings,
    )


def slot(day: Weekday = Weekday.MO, start: int = 14, end: int = 16, **more: object) -> TimeSlot:
    """A weekly slot by full hours."""
    return TimeSlot(weekday=day, start=start * 60, end=end * 60, **more)  # type: ignore[arg-type]


def homework(identity: str, **fields: object) -> Offer:
    """Homework help for pupils of six to ten on Monday from two to four, open to all."""
    usual: dict[str, object] = {
        "id": identity,
        "title": "Hausaufgabenhilfe",
        "lead": {ONE: YOUTH_CLUB, TWO: PARISH}.get(identity, SCHOOL),
        "offer_kind": "hausaufgabenbetreuung",
        "age_min": 6,
        "age_max": 10,
        "slots": (slot(),),
        "area": NORTH,
        "access": Access.OPEN,
    }
    return Offer(**{**usual, **fields})  # type: ignore[arg-type]


def review(verdict: ReviewVerdict, **fields: object) -> Review:
    """A review of the offers ONE and TWO."""
    usual: dict[str, object] = {
        "verdict": verdict,
        "decided_on": date(2026, 11, 10),
        "offer_a": ONE,
        "offer_b": TWO,
    }
    return Review(**{**usual, **fields})  # type: ignore[arg-type]
