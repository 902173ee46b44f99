"""Pairs of offers to agree on, as both front ends list them."""

from collections.abc import Collection
from typing import NamedTuple

from stk_graph.duplicates import ACTION, Context, PairVerdict, review_list
from stk_graph.language import _
from stk_graph.model import Actor, Area, Location, Meeting, Offer, Review
from stk_graph.model.enums import PairLabel
from stk_graph.times.holidays import calendar, public_holidays
from stk_graph.vocabulary import label
from stk_tui.session.core import Session

YEARS_AROUND = (-1, 3)
"""Years before and after today of which the holidays are looked up."""


class ShownPair(NamedTuple):
    """A pair in words: its label, both titles with their institutions, and the first reasons."""

    label: str
    first: str
    second: str
    reason: str


def pair_context(session: Session) -> Context:
    """What pairs of this data file are compared with."""
    read = session.store.read
    first, last = YEARS_AROUND
    years = range(session.today.year + first, session.today.year + last + 1)
    with read.snapshot():
        return Context(
            today=session.today,
            areas=read.all(Area),
            actors=read.all(Actor),
            locations=read.all(Location),
            holidays=calendar(session.state, years),
            public=frozenset(day for year in years for day in public_holidays(session.state, year)),
            reviews=read.all(Review),
            meetings=read.all(Meeting),
        )


def pair_verdicts(session: Session, labels: Collection[PairLabel] = ACTION) -> list[PairVerdict]:
    """The verdicts on all offers of the file with one of these labels, in review-list order."""
    with session.store.read.snapshot():
        return review_list(session.store.read.all(Offer), pair_context(session), labels)


def pairs_to_agree(session: Session) -> list[ShownPair]:
    """The pairs that ask for action, in words."""
    offers = {offer.id: offer for offer in session.store.read.all(Offer)}
    actors = {actor.id: actor.name for actor in session.store.read.all(Actor)}

    def shown(uid: str) -> str:
        offer = offers[uid]
        return _("{title} ({actor})").format(title=offer.title, actor=actors.get(offer.lead, ""))

    return [
        ShownPair(label(pair.label), shown(pair.a), shown(pair.b), short_reason(pair))
        for pair in pair_verdicts(session)
    ]


def short_reason(pair: PairVerdict) -> str:
    """The lines of kind and time, which decide first; for unclear pairs what is missing."""
    if pair.label is PairLabel.UNCLEAR:
        lines = [reason.text for reason in pair.reasons if reason.value is None]
    else:
        wanted = ("place", "actor", "time")
        lines = [reason.text for reason in pair.reasons if reason.feature in wanted]
    return "; ".join(lines)
