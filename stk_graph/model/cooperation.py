"""Who works with whom: declared ties, pathways and service chains."""

from datetime import date

import msgspec

from stk_graph.model.base import Record
from stk_graph.model.enums import ChainState, TieStage, TieStatus, Visibility
from stk_graph.model.problems import Problem, required


class TieReport(Record, frozen=True, kw_only=True):
    """The stage of cooperation as one side declares it; ``topic`` None = in general."""

    from_actor: str
    to_actor: str
    stage_now: TieStage
    reported_on: date
    topic: str | None = None
    stage_wished: TieStage | None = None
    form: str | None = None

    def problems(self) -> list[Problem | None]:
        same = self.from_actor == self.to_actor
        return [*super().problems(), Problem("to_actor", "tie-to-self") if same else None]


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """What two sides' reports say together (derived, never stored).

    ``silent`` is the Actor that has not reported, None if both have.
    """

    actor_a: str
    actor_b: str
    topic: str | None
    stage: TieStage
    status: TieStatus
    faded: bool
    silent: str | None = None


class Pathway(Record, frozen=True, kw_only=True):
    """One institution refers people to another on a topic (edge ``refers_to``); never a case."""

    from_actor: str
    to_actor: str
    topic: str | None = None

    def problems(self) -> list[Problem | None]:
        same = self.from_actor == self.to_actor
        return [*super().problems(), Problem("to_actor", "self-reference") if same else None]


class ServiceChain(Record, frozen=True, kw_only=True):
    """A Leistungskette: successive parts of one service with agreed handovers."""

    title: str
    target_groups: tuple[str, ...] = ()
    trigger: str | None = None
    need: str | None = None
    topic: str | None = None
    state: ChainState = ChainState.IDEA
    agreed_on: date | None = None

    def problems(self) -> list[Problem | None]:
        return [*super().problems(), required(self.title, "title", "title-missing")]


class ChainLink(Record, frozen=True, kw_only=True):
    """One link (Glied) of a chain, in order of ``position``."""

    chain: str
    position: int
    actor: str | None = None
    offer: str | None = None
    contribution: str = ""
    agreed: bool = False
    visibility: Visibility = Visibility.NETWORK


class Handover(Record, frozen=True, kw_only=True):
    """The handover (Übergabe) between two links; without ``responsible`` it is open."""

    from_link: str
    to_link: str
    when: str | None = None
    how: str | None = None
    responsible: str | None = None
    agreed: bool = False
