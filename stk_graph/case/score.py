"""The score of a candidate (domain model, section 8.2; the form is explained in docs/adr/0006)."""

from datetime import date

import msgspec

from stk_graph.model.enums import Access, Fit, Occupancy

WEIGHTS = {
    "audience": 0.20,
    "area": 0.15,
    "time": 0.15,
    "language": 0.15,
    "cost": 0.10,
    "accessibility": 0.10,
    "access": 0.10,
    "words": 0.25,
    "made_for": 0.05,
    "closeness": 0.01,
    "freshness": 0.03,
    "hurdles": 0.02,
}
"""What the quality of an offer is made of; what was not asked is left out."""
KIND_ALONE = 0.4
"""The share of the score that the kind decides whatever the quality of the offer."""
MUST = ("time", "language", "cost", "accessibility")
MISSED = 0.7
"""What is left of a score for each of these that was asked and is certainly not given."""

FIT_VALUE = {Fit.FITS: 1.0, Fit.UNKNOWN: 0.5, Fit.NO: 0.0}
ACCESS_VALUE = {Access.REFERRAL: 0.5, Access.MEMBERS: 0.5}
"""Open doors and registration are alike unless somebody asks for one of them."""
PLACE_VALUE = {Occupancy.FULL: 0.75, Occupancy.WAITING_LIST: 0.9}
"""What is left of the score of an offer without a free place."""
OUTDATED = 0.95
"""What is left of the score of an offer that nobody confirmed for a year."""
OTHER_GROUP = 0.7
"""The audience of an offer for other groups than those that were read in the text."""
GROUP_OF_ANY_AGE = 0.75
"""The audience of an offer for a group of the case whose ages are not known."""
TOPIC_ONLY = 0.3
UNKNOWN_KIND = 0.25
CLOSENESS_FROM = 0.55
GOOD_SCORE = 0.4
GOOD_KIND = 0.5
FRESH_DAYS = 183
OLD_DAYS = 365


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """Values of 0 to 1 of the parts of a score; None = not asked, its weight is spread.

    ``words``: agreement with the words of the offer, ``made_for``: whether it is made for those in
    the case, ``hurdles``: less than 1 if not everybody may come, ``place``: less if it is full.
    ``other_gender``: it is for another gender than was read in the text.
    """

    kind: float
    audience: float | None = None
    area: float | None = None
    time: float | None = None
    language: float | None = None
    cost: float | None = None
    accessibility: float | None = None
    access: float | None = None
    words: float = 0.0
    made_for: float
    hurdles: float = 1.0
    place: float = 1.0
    other_gender: bool = False
    closeness: float = 0.0
    freshness: float


def score_of(parts: Parts) -> float:
    """The fit of kind, lessened by what the offer lacks of what was asked, 0 to 1.

    So of two kinds the likelier one leads, and among offers of one kind what was asked decides.
    Closeness breaks ties only: it counts from a fit of kind of 0.55.
    """
    values = {name: getattr(parts, name) for name in WEIGHTS}
    if parts.kind < CLOSENESS_FROM:
        values["closeness"] = 0.0
    asked = {name: value for name, value in values.items() if value is not None}
    total = sum(WEIGHTS[name] for name in asked)
    quality = sum(WEIGHTS[name] * value for name, value in asked.items()) / total
    missed = sum(values[name] == 0.0 for name in MUST) + parts.other_gender
    left = parts.place * MISSED**missed * (OUTDATED if parts.freshness == 0.0 else 1.0)
    return float(parts.kind * (KIND_ALONE + (1 - KIND_ALONE) * quality) * left)


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
