"""Short ways to write records for the tests of the graph."""

from datetime import date

from stk_graph.model import (
    Acquaintance,
    Actor,
    Attendance,
    Contact,
    Meeting,
    Offer,
    TieReport,
    new_id,
)
from stk_graph.model.enums import Presence, TieStage

TODAY = date(2026, 11, 24)


def uid(number: int) -> str:
    """A fixed id, the same in every run."""
    return f"00000000-0000-7000-8000-{number:012x}"


KITA, JUZ, AMT, VEREIN = (uid(number) for number in range(1, 5))
ANNE, BIRGIT, CEM, DORA, EMRE, FATMA = (uid(number) for number in range(11, 17))


def actor(identity: str, name: str = "Einrichtung", **fields: object) -> Actor:
    return Actor(id=identity, name=name, **fields)  # type: ignore[arg-type]


def offer(identity: str, lead: str, **fields: object) -> Offer:
    return Offer(**{"id": identity, "title": "Angebot", "lead": lead, **fields})  # type: ignore[arg-type]


def contact(identity: str, employer: str | None = None, name: str = "Person") -> Contact:
    return Contact(id=identity, name=name, employer=employer)


def knows(one: str, other: str) -> Acquaintance:
    return Acquaintance(from_contact=one, to_contact=other)


def present(person: str, meeting: str, presence: Presence = Presence.PRESENT) -> Attendance:
    return Attendance(contact=person, meeting=meeting, presence=presence)


def meeting(identity: str, held_on: date) -> Meeting:
    return Meeting(id=identity, network=uid(99), held_on=held_on)


def report(
    one: str,
    other: str,
    stage: int,
    topic: str | None = None,
    reported_on: date = date(2026, 5, 1),
    identity: str | None = None,
) -> TieReport:
    return TieReport(
        id=identity or new_id(),
        from_actor=one,
        to_actor=other,
        stage_now=TieStage(stage),
        topic=topic,
        reported_on=reported_on,
    )
