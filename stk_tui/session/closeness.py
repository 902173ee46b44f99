"""Whom one's own colleagues know: the warm path to a person, without the graph."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from db.read import Reader
from stk_graph.case import Closeness, WarmPath
from stk_graph.model import Acquaintance, Actor, Attendance, Contact, Meeting
from stk_graph.model.enums import Presence
from stk_graph.network.warm_path import RecordedCircle, Relation, warm_paths
from stk_graph.network.warm_path import WarmPath as Way

VALUES = (1.0, 0.6, 0.3)
"""Closeness by the number of persons between (domain model, section 8.2)."""
SAME_MEETING = 0.3


def closeness(read: Reader, own_actor: Actor, today: date) -> Closeness:
    """From a person to the way there from the own institution."""
    people = read.values(Contact, ("id", "name", "employer"))
    names = {uid: name for uid, name, _employer in people}
    own = [uid for uid, _name, employer in people if employer == own_actor.id]
    circle = _circle(read, {uid: employer for uid, _name, employer in people})

    @cache
    def ways() -> dict[str, Way]:
        return warm_paths(circle, own, names, today=today)

    def to(contact: str) -> WarmPath | None:
        way = ways().get(contact)
        return _shown(way, names) if way is not None else None

    return to


def _circle(read: Reader, employers: dict[str, str | None]) -> RecordedCircle:
    known = read.values(Acquaintance, ("from_contact", "to_contact"))
    present = read.values(Attendance, ("contact", "meeting"), presence=Presence.PRESENT)
    held_on = read.values(Meeting, ("id", "held_on"))
    return RecordedCircle(
        employers,
        ((one, other) for one, other in known),
        ((contact, meeting) for contact, meeting in present if contact),
        {meeting: date.fromisoformat(day) for meeting, day in held_on},
    )


def _shown(way: Way, names: Mapping[str, str]) -> WarmPath:
    """The persons from the own contact to the last one before the target, with the value."""
    persons = tuple(names[step.start] for step in way.steps)
    only_meeting = any(step.relation is Relation.SAME_MEETING for step in way.steps)
    return WarmPath(persons, SAME_MEETING if only_meeting else VALUES[way.persons_between])
