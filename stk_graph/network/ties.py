"""Ties between institutions, derived from what both sides report (domain model, section 6)."""

from collections.abc import Iterable
from datetime import date

import msgspec

from stk_graph.model import Tie, TieReport
from stk_graph.model.enums import TieStage, TieStatus
from stk_graph.times.months import months_before

FADED_AFTER_MONTHS = 24

_MORE_CERTAIN = (TieStatus.ONE_SIDED, TieStatus.DIFFERING, TieStatus.MUTUAL)


class DatedTie(msgspec.Struct, frozen=True):
    """A tie before anybody asks whether it has faded.

    ``oldest`` is the date of the older of the counted reports, ``silent`` the Actor that has not
    reported, None if both have.
    """

    actor_a: str
    actor_b: str
    topic: str | None
    stage: TieStage
    status: TieStatus
    oldest: date
    silent: str | None

    def on(self, today: date) -> Tie:
        """The tie as it stands on a day: faded if a counted report is older than 24 months."""
        return Tie(
            actor_a=self.actor_a,
            actor_b=self.actor_b,
            topic=self.topic,
            stage=self.stage,
            status=self.status,
            faded=self.oldest < months_before(today, FADED_AFTER_MONTHS),
            silent=self.silent,
        )


def pair_of(report: TieReport) -> tuple[str, str]:
    """The two Actors of a report, the same whichever of them reported."""
    first, second = sorted((report.from_actor, report.to_actor))
    return first, second


def ties_between(reports: Iterable[TieReport]) -> list[DatedTie]:
    """One tie for each topic on which one of two Actors has reported; topic None is one of them.

    All reports must be about the same two Actors. The latest report of each side counts; of two
    reports on one day the one entered later.
    """
    latest: dict[str | None, dict[str, TieReport]] = {}
    for report in sorted(reports, key=lambda report: (report.reported_on, report.id)):
        latest.setdefault(report.topic, {})[report.from_actor] = report
    return [_tie(topic, list(sides.values())) for topic, sides in latest.items()]


def _tie(topic: str | None, sides: list[TieReport]) -> DatedTie:
    stages = {report.stage_now for report in sides}
    if len(sides) == 1:
        status, silent = TieStatus.ONE_SIDED, sides[0].to_actor
    else:
        status, silent = TieStatus.MUTUAL if len(stages) == 1 else TieStatus.DIFFERING, None
    actor_a, actor_b = pair_of(sides[0])
    oldest = min(report.reported_on for report in sides)
    return DatedTie(actor_a, actor_b, topic, min(stages), status, oldest, silent)


def strongest(ties: Iterable[Tie]) -> Tie:
    """The tie of two Actors without regard to topic: the entry with the highest stage.

    Of equal stages a current one stands for the pair before a faded one, one on a topic before
    the general one, then the better confirmed one, then the topic first in the alphabet. Raises
    ValueError if there is none.
    """

    def rank(tie: Tie) -> tuple[int, bool, bool, int, str]:
        certain = _MORE_CERTAIN.index(tie.status)
        return -tie.stage, tie.faded, tie.topic is None, -certain, tie.topic or ""

    return min(ties, key=rank)
