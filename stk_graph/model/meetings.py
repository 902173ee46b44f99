"""How the network organises itself: meetings, agenda, attendance, decisions, tasks, reviews."""

from datetime import date

from stk_graph.model.base import Record
from stk_graph.model.enums import (
    AgendaKind,
    MeetingKind,
    NetworkRole,
    Presence,
    ReviewVerdict,
    TaskState,
)
from stk_graph.model.problems import Problem, required


class Meeting(Record, frozen=True, kw_only=True):
    """A meeting (Sitzung); ``start`` and ``end`` are minutes after midnight, the rest Actor ids."""

    network: str
    held_on: date
    kind: MeetingKind = MeetingKind.REGULAR
    start: int | None = None
    end: int | None = None
    place: str | None = None
    host: str | None = None
    chair: str | None = None
    minutes_by: str | None = None
    next_on: date | None = None


class AgendaItem(Record, frozen=True, kw_only=True):
    """An item of the agenda (TOP); ``links`` are ids of the records it is about."""

    meeting: str
    no: int
    title: str
    kind: AgendaKind = AgendaKind.MISC
    text: str = ""
    result: str = ""
    links: tuple[str, ...] = ()
    carry_over: bool = True

    def problems(self) -> list[Problem | None]:
        return [*super().problems(), required(self.title, "title", "title-missing")]


class Attendance(Record, frozen=True, kw_only=True):
    """Who was at a meeting."""

    meeting: str
    contact: str | None = None
    actor: str | None = None
    presence: Presence = Presence.UNKNOWN
    roles: tuple[NetworkRole, ...] = ()
    first_time: bool = False

    def problems(self) -> list[Problem | None]:
        member = None if self.actor or self.contact else Problem("actor", "member-missing")
        return [*super().problems(), member]


class Decision(Record, frozen=True, kw_only=True):
    """A decision (Beschluss) of a meeting."""

    meeting: str
    text: str
    item: str | None = None
    links: tuple[str, ...] = ()

    def problems(self) -> list[Problem | None]:
        return [*super().problems(), required(self.text, "text")]


class Task(Record, frozen=True, kw_only=True):
    """A task; ``origin`` is the id of the record it came from (item, offer, review)."""

    what: str
    responsible: str | None = None
    due: date | None = None
    state: TaskState = TaskState.OPEN
    origin: str | None = None

    def problems(self) -> list[Problem | None]:
        return [*super().problems(), required(self.what, "what")]


class Review(Record, frozen=True, kw_only=True):
    """What was decided about a pair of offers, or about a week and age band of the holidays.

    ``fingerprint`` is that of the offers when decided: a decision holds until it changes.
    """

    verdict: ReviewVerdict
    decided_on: date
    offer_a: str | None = None
    offer_b: str | None = None
    holiday_key: str | None = None
    week: int | None = None
    age_band: str | None = None
    meeting: str | None = None
    by: tuple[str, ...] = ()
    valid_until: date | None = None
    reason: str = ""
    fingerprint: str | None = None

    def problems(self) -> list[Problem | None]:
        pair = self.offer_a is not None and self.offer_b is not None
        cell = self.holiday_key is not None and self.week is not None
        return [
            *super().problems(),
            None if pair or cell else Problem("offer_a", "subject-missing"),
        ]
