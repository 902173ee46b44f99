"""Whom one's own colleagues know: the warm path to a person, without the graph."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from db.read import Reader
from stk_graph.case import Closeness, WarmPath
from stk_graph.case.directory import no_closeness
from stk_graph.model import Acquaintance, Actor, Attendance, Contact, Meeting, Record
from stk_graph.network.warm_path import RecordedCircle, Relation, warm_paths
from stk_graph.network.warm_path import WarmPath as Way

VALUES = (1.0, 0.6, 0.3)
"""Closeness by the number of persons between (domain model, section 8.2)."""
SAME_MEETING = 0.3
KINDS: Sequence[type[Record]] = (Contact, Acquaintance, Attendance, Meeting)


def closeness(read: Reader, own_actor: Actor | None, today: date) -> Closeness:
    """From a person to the way there from the own institution; nobody is close if it is not set."""
    if own_actor is None:
        return no_closeness
    records = [record for kind in KINDS for record in read.all(kind)]
    circle = RecordedCircle(records)
    people = {one.id: one for one in records if isinstance(one, Contact)}
    own = [one.id for one in people.values() if one.employer == own_actor.id]

    @cache
    def ways() -> dict[str, Way]:
        return warm_paths(circle, own, people, today=today)

    def to(contact: str) -> WarmPath | None:
        way = ways().get(contact)
        return _shown(way, lambda uid: people[uid].name) if way is not None else None

    return to


def _shown(way: Way, name: Callable[[str], str]) -> WarmPath:
    """The persons from the own contact to the last one before the target, with the value."""
    names = tuple(name(step.start) for step in way.steps)
    only_meeting = any(step.relation is Relation.SAME_MEETING for step in way.steps)
    return WarmPath(names, SAME_MEETING if only_meeting else VALUES[way.persons_between])
