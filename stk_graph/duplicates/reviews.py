"""What was agreed about a pair of offers, and whether it still holds (domain 7.3, step 10)."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from hashlib import blake2b

import msgspec

from stk_graph.model import Meeting, Offer, Period, Review, TimeSlot
from stk_graph.model.enums import OfferStatus, ReviewVerdict

POSTPONED_FOR = timedelta(weeks=6)
"""How long a postponed pair rests if no later meeting is planned."""

Pair = frozenset[str]


class Standing(StrEnum):
    """Whether the latest review of a pair holds, and if not, why."""

    HOLDS = "holds"
    RUN_OUT = "run_out"
    CHANGED = "changed"


def fingerprint(offer: Offer) -> str:
    """32 hexadecimal digits that change with all that a review depends on, and with nothing else.

    Kind, ages, target groups, gender, access, slots, period, overnight, area, catchment, and
    whether the offer has ended. The order of lists does not matter.
    """
    values = (
        offer.offer_kind,
        _number(offer.age_min),
        _number(offer.age_max),
        sorted(offer.target_groups),
        offer.gender,
        offer.access,
        sorted(map(_slot, offer.slots)),
        _period(offer.period),
        offer.overnight,
        offer.area,
        sorted(offer.catchment),
        offer.status is OfferStatus.ENDED,
    )
    return blake2b(msgspec.json.encode(values), digest_size=16).hexdigest()


def pair_fingerprint(one: Offer, two: Offer) -> str:
    """What a Review of two offers keeps as its ``fingerprint``; the order does not matter."""
    first, second = sorted((one, two), key=lambda offer: offer.id)
    return f"{fingerprint(first)}-{fingerprint(second)}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _slot(slot: TimeSlot) -> list[str]:
    values = (
        slot.weekday,
        slot.start,
        slot.end,
        slot.rhythm,
        slot.anchor,
        slot.nth,
        slot.term,
        slot.day_part,
        slot.on_public_holidays,
    )
    return ["" if value is None else str(value) for value in values]


def _period(period: Period | None) -> list[str]:
    if period is None:
        return []
    days = (period.start, period.end, *sorted(period.closed_days))
    return [period.holiday_key or "", *(day.isoformat() if day else "" for day in days)]


def latest_reviews(reviews: Iterable[Review]) -> dict[Pair, Review]:
    """The last review of each pair of offers."""
    latest: dict[Pair, Review] = {}
    for review in sorted(reviews, key=lambda one: (one.decided_on, one.id)):
        if review.offer_a is not None and review.offer_b is not None:
            latest[frozenset((review.offer_a, review.offer_b))] = review
    return latest


def standing(
    review: Review, one: Offer, two: Offer, today: date, meetings: Iterable[Meeting]
) -> Standing:
    """Whether a review holds today.

    It holds up to and including ``valid_until`` (None = without end) and as long as neither offer
    changed; a review that kept no fingerprint cannot tell. "Postponed" holds until the day of the
    next meeting after it, of its own network if its meeting is known.
    """
    if review.valid_until is not None and review.valid_until < today:
        return Standing.RUN_OUT
    if review.verdict is ReviewVerdict.POSTPONED and _taken_up_on(review, meetings) <= today:
        return Standing.RUN_OUT
    if review.fingerprint is not None and review.fingerprint != pair_fingerprint(one, two):
        return Standing.CHANGED
    return Standing.HOLDS


def _taken_up_on(review: Review, meetings: Iterable[Meeting]) -> date:
    known = list(meetings)
    networks = {meeting.network for meeting in known if meeting.id == review.meeting}
    later = (
        meeting.held_on
        for meeting in known
        if meeting.held_on > review.decided_on and (not networks or meeting.network in networks)
    )
    return min(later, default=review.decided_on + POSTPONED_FOR)
