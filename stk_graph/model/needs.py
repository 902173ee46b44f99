"""From observation to answer: observations, feedback, needs, ratings, communications, projects."""

from datetime import date

import msgspec

from stk_graph.model.base import Record, Verified
from stk_graph.model.enums import (
    Answer,
    Channel,
    Extent,
    FeedbackKind,
    GapKind,
    NeedRoute,
    NeedState,
    ObservationKind,
    ObservationState,
    Perspective,
    ProjectState,
    Visibility,
)
from stk_graph.model.problems import Problem, required
from stk_graph.model.times import Period, TimeSlot


class Observation(Verified, frozen=True, kw_only=True):
    """What an institution perceived; never anything about a single case."""

    title: str
    observed_on: date
    actor: str
    visibility: Visibility = Visibility.INTERNAL
    text: str = ""
    perspectives: tuple[Perspective, ...] = ()
    extent: Extent = Extent.UNKNOWN
    kind: ObservationKind = ObservationKind.NEED
    target_groups: tuple[str, ...] = ()
    offer_kind: str | None = None
    topic: str | None = None
    area: str | None = None
    slots: tuple[TimeSlot, ...] = ()
    asked_until: date | None = None
    state: ObservationState = ObservationState.NEW

    def problems(self) -> list[Problem | None]:
        return [*super().problems(), required(self.title, "title", "title-missing")]


class Feedback(Record, frozen=True, kw_only=True):
    """One institution's voice on an observation; the latest of an Actor counts."""

    observation: str
    actor: str
    kind: FeedbackKind
    given_on: date
    visibility: Visibility = Visibility.INTERNAL
    perspective: Perspective | None = None
    note: str | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of social planning with its source."""

    text: str
    source: str
    as_of: date | None = None


class Need(Record, frozen=True, kw_only=True):
    """A confirmed and assessed need; ``observations`` are Observation ids, ``lead`` an Actor id."""

    title: str
    description: str = ""
    observations: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    perspectives: tuple[Perspective, ...] = ()
    gap_kind: GapKind | None = None
    target_groups: tuple[str, ...] = ()
    offer_kind: str | None = None
    topic: str | None = None
    area: str | None = None
    slots: tuple[TimeSlot, ...] = ()
    places_needed: int | None = None
    route: NeedRoute | None = None
    lead: str | None = None
    resubmit_on: date | None = None
    reason: str | None = None
    state: NeedState = NeedState.OBSERVED

    def problems(self) -> list[Problem | None]:
        return [*super().problems(), required(self.title, "title", "title-missing")]


class NeedCover(Record, frozen=True, kw_only=True):
    """An offer linked to a need by hand, because it covers it."""

    need: str
    offer: str
    fully: bool = False


class RatingRound(Record, frozen=True, kw_only=True):
    """One round of rating; ``dots`` are totals per Need id, never who placed them."""

    held_on: date
    meeting: str | None = None
    voters: int = 0
    dots: dict[str, int] = {}
    closed: bool = False


class Rating(Record, frozen=True, kw_only=True):
    """One voice in a rating round: scales 1 to 4, None = "k. A." (left out of every mean)."""

    need: str
    round: str | None = None
    visibility: Visibility = Visibility.INTERNAL
    actor: str | None = None
    slip_no: int | None = None
    urgency: int | None = None
    reach: int | None = None
    consequences: int | None = None
    influence: int | None = None

    def problems(self) -> list[Problem | None]:
        scales = ("urgency", "reach", "consequences", "influence")
        found: list[Problem | None] = [*super().problems()]
        for field in scales:
            value = getattr(self, field)
            if value is not None and not 1 <= value <= 4:
                found.append(Problem(field, "rating-range", {"value": str(value)}))
        if self.actor is None and self.slip_no is None:
            found.append(Problem("actor", "rating-voice"))
        return found


class Communication(Record, frozen=True, kw_only=True):
    """A need told to a body responsible, and its answer; ``recipient`` and ``by`` are Actor ids."""

    need: str
    recipient: str
    sent_on: date
    channel: Channel
    by: str | None = None
    summary: str = ""
    answer: Answer = Answer.OPEN
    answered_on: date | None = None
    resubmit_on: date | None = None


class ActionField(Record, frozen=True, kw_only=True):
    """A field of action (Handlungsfeld) the network derives from needs."""

    title: str
    goal: str = ""
    period: Period | None = None
    lead: str | None = None
    needs: tuple[str, ...] = ()

    def problems(self) -> list[Problem | None]:
        return [*super().problems(), required(self.title, "title", "title-missing")]


class Milestone(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a project."""

    text: str
    due: date | None = None
    done: bool = False


class Project(ActionField, frozen=True, kw_only=True):
    """A planned project (Projektvorhaben)."""

    partners: tuple[str, ...] = ()
    resources: str = ""
    milestones: tuple[Milestone, ...] = ()
    next_step: str | None = None
    state: ProjectState = ProjectState.IDEA
