"""What two offers are to each other, with reasons, and the list of pairs that ask for action."""

from collections.abc import Collection, Iterable

import msgspec

from stk_graph.duplicates.candidates import CandidateIndex
from stk_graph.duplicates.context import Context
from stk_graph.duplicates.features import Features, features, without_time
from stk_graph.duplicates.reasons import Reason, advice, hint_texts, reasons, review_line
from stk_graph.duplicates.reviews import Standing, standing
from stk_graph.duplicates.rule import Decision, decide, may_ask_for_action
from stk_graph.duplicates.sameness import PlaceSign
from stk_graph.model import Offer, Review
from stk_graph.model.enums import PairLabel, ReviewVerdict

ACTION = frozenset({PairLabel.DUPLICATE_RECORD, PairLabel.OVERLAP, PairLabel.UNCLEAR})
"""Labels that ask for something to be done."""

_SETTLING = frozenset({ReviewVerdict.AGREED, ReviewVerdict.KEEP_BOTH, ReviewVerdict.CHANGE_PLANNED})
_SETTLED = frozenset({PairLabel.OVERLAP, PairLabel.UNCLEAR})
STEP_OF_REVIEW = 10


class PairVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict on two offers; ``a`` and ``b`` are their ids, by title.

    ``step`` is the step of the ordered rule that decided, ``review`` the review in force. A
    ``resting`` pair was postponed: it is left out of lists until the next meeting.
    """

    a: str
    b: str
    label: PairLabel
    step: int
    features: Features
    reasons: tuple[Reason, ...] = ()
    hints: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    review: Review | None = None
    resting: bool = False


class _Judged(msgspec.Struct, frozen=True):
    """A pair with its label, not yet put into words."""

    one: Offer
    two: Offer
    seen: Features
    decision: Decision
    review: Review | None
    standing: Standing | None

    @property
    def in_force(self) -> Review | None:
        return self.review if self.standing is Standing.HOLDS else None

    @property
    def is_resting(self) -> bool:
        held = self.in_force
        return held is not None and held.verdict is ReviewVerdict.POSTPONED

    @property
    def is_open(self) -> bool:
        """Whether there is something to talk about now."""
        if self.decision.label is PairLabel.UNCLEAR and not may_ask_for_action(self.seen):
            return False
        return not self.is_resting


def verdict(a: Offer, b: Offer, context: Context) -> PairVerdict:
    """The verdict on two offers, the same in either order."""
    return _in_words(_judged(a, b, context), context)


def review_list(
    offers: Iterable[Offer],
    context: Context,
    labels: Collection[PairLabel] = ACTION,
    *,
    everything: bool = False,
) -> list[PairVerdict]:
    """The pairs with one of these labels, by T · Y · R and then by title.

    Only pairs worth comparing are looked at, ended offers never. Unless ``everything`` is asked
    for, pairs postponed to the next meeting are left out, and unclear ones that no answer to what
    is missing could make a duplicate or an overlap.
    """
    pairs = CandidateIndex(context, offers).pairs()
    only_action = not everything and ACTION.issuperset(labels)
    judged = (
        _judged(one, two, context)
        for one, two in pairs
        if not only_action or _is_worth_a_look(one, two, context)
    )
    found = [
        each for each in judged if each.decision.label in labels and (everything or each.is_open)
    ]
    found.sort(key=lambda each: (-each.seen.weight, *_order(each.one), *_order(each.two)))
    return [_in_words(each, context) for each in found]


def groups(verdicts: Iterable[PairVerdict]) -> list[tuple[str, ...]]:
    """Ids of offers that overlap directly or through others, the largest groups first."""
    group_of: dict[str, set[str]] = {}
    for pair in verdicts:
        if pair.label is PairLabel.OVERLAP:
            joined = group_of.get(pair.a, {pair.a}) | group_of.get(pair.b, {pair.b})
            group_of |= dict.fromkeys(joined, joined)
    distinct = {tuple(sorted(group)) for group in group_of.values()}
    return sorted(distinct, key=lambda group: (-len(group), group))


def _is_worth_a_look(one: Offer, two: Offer, context: Context) -> bool:
    """Whether some time and place would make the pair ask for action; times cost most."""
    seen = without_time(one, two, context)
    return may_ask_for_action(msgspec.structs.replace(seen, place=PlaceSign.ROOM))


def _order(offer: Offer) -> tuple[str, str]:
    return offer.title.casefold(), offer.id


def _judged(a: Offer, b: Offer, context: Context) -> _Judged:
    one, two = sorted((a, b), key=_order)
    seen = features(one, two, context)
    review = context.latest_reviews.get(frozenset((one.id, two.id)))
    state = standing(review, one, two, context.today, context.meetings) if review else None
    holds = review is not None and state is Standing.HOLDS
    decision = decide(seen)
    if holds and review is not None:
        decision = _reviewed(decision, review.verdict)
    return _Judged(one, two, seen, decision, review, state)


def _reviewed(decision: Decision, agreed: ReviewVerdict) -> Decision:
    """Step 10: what a review in force makes of a label."""
    if agreed in _SETTLING and decision.label in _SETTLED:
        return Decision(PairLabel.COORDINATED, STEP_OF_REVIEW)
    if agreed is ReviewVerdict.NOT_SIMILAR:
        return Decision(PairLabel.DISTINCT, STEP_OF_REVIEW)
    return decision


def _in_words(judged: _Judged, context: Context) -> PairVerdict:
    one, two, label = judged.one, judged.two, judged.decision.label
    lines = reasons(one, two, judged.seen, context)
    if judged.review is not None:
        lapsed = None if judged.in_force else judged.standing
        lines = (*lines, review_line(judged.review, lapsed))
    return PairVerdict(
        a=one.id,
        b=two.id,
        label=label,
        step=judged.decision.step,
        features=judged.seen,
        reasons=lines,
        hints=hint_texts(judged.decision.hints),
        advice=advice(one, two, label, context),
        review=judged.in_force,
        resting=judged.is_resting,
    )
