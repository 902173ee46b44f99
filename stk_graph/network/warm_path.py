"""The warm path: over which colleagues and acquaintances a person can be reached.

Domain model, section 8.2. The rule needs no graph: whoever knows a circle of persons can ask it,
so a command answers a case without loading the graph.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Protocol

import msgspec

from stk_graph.times.months import months_before

MOST_PERSONS_BETWEEN = 2
SAME_MEETING_WITHIN_MONTHS = 24


class Relation(StrEnum):
    """Why one person on the way can speak to the next."""

    COLLEAGUE = "colleague"
    KNOWS = "knows"
    SAME_MEETING = "same_meeting"


class Step(msgspec.Struct, frozen=True):
    """From one person to the next; ``one_sided`` if only one of the two says to know the other.

    ``meeting`` is the id of the latest Meeting where both were present, for ``SAME_MEETING`` only.
    """

    start: str
    end: str
    relation: Relation
    one_sided: bool = False
    meeting: str | None = None


class WarmPath(msgspec.Struct, frozen=True):
    """The way from one of the own contacts to the person looked for; both are Contact ids."""

    steps: tuple[Step, ...]

    @property
    def persons_between(self) -> int:
        """How many persons stand between, colleagues of one Actor counted as one: 0 to 2."""
        known = sum(step.relation is Relation.KNOWS for step in self.steps)
        return max(0, known - 1)

    @property
    def same_meeting_only(self) -> bool:
        """Whether nobody knows the person, but somebody sat at one table with them."""
        return any(step.relation is Relation.SAME_MEETING for step in self.steps)


class Circle(Protocol):
    """Who works with whom, who knows whom and who was at which meeting; ids of Contacts."""

    def is_known(self, contact: str) -> bool:
        """Whether the person is recorded; others never stand on a way."""

    def colleagues(self, contact: str) -> Iterable[str]:
        """The persons employed by the same Actor."""

    def acquaintances(self, contact: str) -> Iterable[tuple[str, bool]]:
        """The persons who know the given one or are known by them, and whether one-sidedly."""

    def meetings(self, contact: str) -> Iterable[tuple[str, date]]:
        """Id and day of the meetings where the person was present."""


def warm_path(
    circle: Circle, own_contacts: Iterable[str], target: str, *, today: date
) -> WarmPath | None:
    """The shortest way from the own contacts to ``target``, None if there is none.

    Only the steps between acquaintances count; of equally short ways the one with fewer one-sided
    steps, then with fewer persons. A meeting both attended within 24 months stands in when nobody
    knows the person. The way is empty if the target is one of the own contacts.
    """
    return warm_paths(circle, own_contacts, (target,), today=today).get(target)


def warm_paths(
    circle: Circle, own_contacts: Iterable[str], targets: Iterable[str], *, today: date
) -> dict[str, WarmPath]:
    """The ways to all of ``targets`` that have one, found in one search; see ``warm_path``."""
    own = sorted({contact for contact in own_contacts if circle.is_known(contact)})
    sought = {target for target in targets if circle.is_known(target)}
    found = {}
    for person, way in _ways(circle, own):
        if person in sought:
            found[person] = WarmPath(way)
            if len(found) == len(sought):
                break
    for target in sorted(sought - found.keys()):
        met = _same_meeting(circle, own, target, today)
        if met:
            found[target] = met
    return found


class _Cost(msgspec.Struct, frozen=True, order=True):
    """What a way is judged by, in this order; ``route`` names persons and relations in turn."""

    known: int
    one_sided: int
    persons: int
    route: tuple[str, ...]

    @property
    def person(self) -> str:
        return self.route[-1]

    def after(self, step: Step) -> "_Cost":
        return _Cost(
            self.known + (step.relation is Relation.KNOWS),
            self.one_sided + step.one_sided,
            self.persons + 1,
            (*self.route, step.relation, step.end),
        )


def _ways(circle: Circle, own: list[str]) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Every person that few enough stand before, with the way there, cheapest first."""
    waiting: list[tuple[_Cost, tuple[Step, ...]]] = [(_Cost(0, 0, 0, (one,)), ()) for one in own]
    done: set[str] = set()
    while waiting:
        cost, way = heapq.heappop(waiting)
        if cost.person in done:
            continue
        done.add(cost.person)
        yield cost.person, way
        for step in _steps(circle, cost.person):
            further = cost.after(step)
            if step.end not in done and further.known <= MOST_PERSONS_BETWEEN + 1:
                heapq.heappush(waiting, (further, (*way, step)))


def _steps(circle: Circle, person: str) -> Iterator[Step]:
    for other, one_sided in circle.acquaintances(person):
        if circle.is_known(other):
            yield Step(person, other, Relation.KNOWS, one_sided)
    for other in circle.colleagues(person):
        if circle.is_known(other):
            yield Step(person, other, Relation.COLLEAGUE)


def _same_meeting(circle: Circle, own: list[str], target: str, today: date) -> WarmPath | None:
    since = months_before(today, SAME_MEETING_WITHIN_MONTHS)
    of_target = {meeting: day for meeting, day in circle.meetings(target) if since <= day <= today}
    shared = [
        (of_target[meeting], meeting, contact)
        for contact in own
        for meeting, _day in circle.meetings(contact)
        if meeting in of_target
    ]
    if not shared:
        return None
    _day, meeting, contact = max(shared)
    return WarmPath((Step(contact, target, Relation.SAME_MEETING, meeting=meeting),))


class RecordedCircle:
    """The circle as it is recorded; all ids.

    ``employers`` give the Actor of every Contact, ``known`` who says to know whom, ``present`` who
    was at which Meeting, ``held_on`` the day of the Meetings.
    """

    def __init__(
        self,
        employers: Mapping[str, str | None],
        known: Iterable[tuple[str, str]],
        present: Iterable[tuple[str, str]],
        held_on: Mapping[str, date],
    ) -> None:
        self._employer = employers
        self._held_on = held_on
        self._staff: dict[str, list[str]] = {}
        self._named_by: dict[str, set[str]] = {}
        self._names: dict[str, set[str]] = {}
        self._present: dict[str, set[str]] = {}
        for contact, employer in employers.items():
            if employer:
                self._staff.setdefault(employer, []).append(contact)
        for one, other in known:
            self._names.setdefault(one, set()).add(other)
            self._named_by.setdefault(other, set()).add(one)
        for contact, meeting in present:
            self._present.setdefault(contact, set()).add(meeting)

    def is_known(self, contact: str) -> bool:
        """Whether there is a Contact of that id."""
        return contact in self._employer

    def colleagues(self, contact: str) -> Iterator[str]:
        """The other Contacts of the same employer."""
        staff = self._staff.get(self._employer.get(contact) or "", [])
        return (other for other in staff if other != contact)

    def acquaintances(self, contact: str) -> Iterator[tuple[str, bool]]:
        """Both directions of Acquaintance; one-sided if only one of them is recorded."""
        names = self._names.get(contact, set())
        named_by = self._named_by.get(contact, set())
        return ((other, other in names ^ named_by) for other in names | named_by)

    def meetings(self, contact: str) -> Iterator[tuple[str, date]]:
        """The recorded meetings where the person was present."""
        present = self._present.get(contact, set())
        return ((one, self._held_on[one]) for one in present if one in self._held_on)
