"""The score of a candidate (domain model, section 8.2)."""

from datetime import date

import msgspec

from stk_graph.model.enums import Access, Fit, Occupancy

WEIGHTS = {
    "kind": 0.40,
    "audience": 0.20,
    "area": 0.15,
    "threshold": 0.10,
    "closeness": 0.10,
    "freshness": 0.05,
    "time": 0.15,
}
FIT_VALUE = {Fit.FITS: 1.0, Fit.UNKNOWN: 0.5, Fit.NO: 0.0}
ACCESS_VALUE = {
    Access.OPEN: 1.0,
    Access.REGISTRATION: 0.6,
    Access.REFERRAL: 0.2,
    Access.MEMBERS: 0.0,
    Access.UNKNOWN: 0.5,
}
NO_PLACE_VALUE = {Occupancy.FULL: 0.0, Occupancy.WAITING_LIST: 0.3}
TOPIC_ONLY = 0.3
UNKNOWN_KIND = 0.25
CLOSENESS_FROM = 0.55
GOOD_SCORE = 0.5
GOOD_KIND = 0.4
FRESH_DAYS = 183
OLD_DAYS = 365


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """Values of 0 to 1 of the parts of a score; None = not asked, its weight is spread."""

    kind: float
    audience: float | None
    area: float | None
    threshold: float
    closeness: float
    freshness: float
    time: float | None


def score_of(parts: Parts) -> float:
    """The weighted mean of the parts that were asked, 0 to 1.

    Closeness breaks ties only: it counts from a fit of kind of 0.55.
    """
    values = msgspec.structs.asdict(parts)
    if parts.kind < CLOSENESS_FROM:
        values["closeness"] = 0.0
    asked = {name: value for name, value in values.items() if value is not None}
    total = sum(WEIGHTS[name] for name in asked)
    return float(sum(WEIGHTS[name] * value for name, value in asked.items()) / total)


def is_fitting(kind: float, fit: Fit | None, *, pinned: bool) -> bool:
    """Whether a kind may answer the case or safety demands it; else it meets the topic only."""
    return pinned or kind >= GOOD_KIND or fit is not Fit.NO


def freshness(verified_on: date | None, today: date) -> float:
    """1 up to 6 months after the last verification, 0.5 up to 12, else 0."""
    if verified_on is None:
        return 0.0
    days = (today - verified_on).days
    return 1.0 if days <= FRESH_DAYS else 0.5 if days <= OLD_DAYS else 0.0


def least(*fits: Fit | None) -> float | None:
    """The smallest value of the criteria that were asked; None if none was."""
    asked = [FIT_VALUE[fit] for fit in fits if fit is not None]
    return min(asked) if asked else None


def threshold(access: Access, *asked: Fit | None, occupancy: Occupancy | None = None) -> float:
    """Mean of the value of the access and of the criteria that were asked.

    No free place is one more hurdle, so that of two like offers the full one comes later.
    """
    values = [ACCESS_VALUE[access], *(FIT_VALUE[fit] for fit in asked if fit is not None)]
    if occupancy in NO_PLACE_VALUE:
        values.append(NO_PLACE_VALUE[occupancy])
    return sum(values) / len(values)
