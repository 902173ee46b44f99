"""Features of a pair of offers: K Y G T R D of the domain model, section 7.2.

All are symmetric. None means that a feature cannot be computed; it is never replaced.
"""

from enum import StrEnum

import msgspec

from stk_graph.duplicates.context import Context, Profile
from stk_graph.duplicates.sameness import PlaceSign
from stk_graph.model import Offer
from stk_graph.model.enums import Access, Gender
from stk_graph.times.age_sets import AgeOverlap, age_overlap
from stk_graph.times.overlap import Feature, date_overlap, time_overlap
from stk_graph.times.pieces import joint_weight, pieces_of

SAME_KIND = 1.0
SAME_TOPIC = 0.6
OTHER_KIND = 0.0

SAME_HOUR = 0.8
"""T from which two offers at one place are one (setting "duplicate Y, T")."""

CLOSED = frozenset({Access.MEMBERS, Access.REFERRAL})

UNKNOWN_TIME = Feature(value=None)


class AccessFit(StrEnum):
    """How the ways in compare: a closed one is only for members or by referral."""

    ALIKE = "alike"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


class Features(msgspec.Struct, frozen=True, kw_only=True):
    """What the rule decides on.

    ``kind`` is K (1, 0.6, 0), ``age`` Y with the gap in years, ``gender`` G (1 or 0), ``time`` T,
    ``dates`` D, ``area`` R (1, 0.5, 0). ``place`` is known only of offers at the same hour,
    ``touching`` says that one ends on a weekday when the other begins.
    """

    kind: float | None
    age: AgeOverlap
    gender: int
    area: float | None
    access: AccessFit
    same_actor: bool
    time: Feature = UNKNOWN_TIME
    dates: Feature = UNKNOWN_TIME
    place: PlaceSign | None = None
    touching: bool = False

    @property
    def weight(self) -> float:
        """T · Y · R, by which lists are sorted; unknown counts half, for sorting only."""
        product = 1.0
        for value in (self.time.value, self.age.value, self.area):
            product *= 0.5 if value is None else value
        return product


def features(one: Offer, two: Offer, context: Context) -> Features:
    """The features of two offers, in any order."""
    return with_time(without_time(one, two, context), one, two, context)


def without_time(one: Offer, two: Offer, context: Context) -> Features:
    """What can be told at once: all features but T, D, and what rests on them."""
    first, second = context.profile(one), context.profile(two)
    return Features(
        kind=kind_value(first, second),
        age=age_value(first, second),
        gender=gender_value(one, two),
        area=context.nearness(first.places, second.places),
        access=access_fit(one, two),
        same_actor=context.places.actor(one.lead) == context.places.actor(two.lead),
    )


def with_time(seen: Features, one: Offer, two: Offer, context: Context) -> Features:
    """The same features with T, D, place and touching times."""
    in_order = sorted((one, two), key=lambda offer: offer.id)
    first, second = (context.profile(offer) for offer in in_order)
    time = time_overlap(first.table, second.table, holidays=context.holidays, public=context.public)
    dates = date_overlap(one.period, two.period, holidays=context.holidays)
    at_one_hour = time.value is not None and time.value >= SAME_HOUR
    apart = time.value == 0 and dates.value != 0
    return msgspec.structs.replace(
        seen,
        time=time,
        dates=dates,
        place=context.places.sign(one, two, seen.area) if at_one_hour else None,
        touching=apart and _touch(one, two),
    )


def kind_value(one: Profile, two: Profile) -> float | None:
    """K: 1 the same kind, 0.6 another kind of one topic, 0 else; None if a kind is missing.

    None also if a word that may mean two kinds meets itself or one of them.
    """
    if one.kind is None or two.kind is None:
        return None
    if two.kind in {one.kind, *one.may_be} or one.kind in two.may_be:
        return None if one.may_be or two.may_be else SAME_KIND
    return SAME_TOPIC if one.topic is not None and one.topic == two.topic else OTHER_KIND


def age_value(one: Profile, two: Profile) -> AgeOverlap:
    """Y, and the gap between the ages in years."""
    named = (frozenset(one.offer.target_groups), frozenset(two.offer.target_groups))
    related = bool(named[0] & two.families or named[1] & one.families)
    return age_overlap(one.ages, two.ages, same_ageless_group=related)


def gender_value(one: Offer, two: Offer) -> int:
    """G: 0 only for girls or women against boys or men."""
    return 0 if {one.gender, two.gender} == {Gender.FEMALE, Gender.MALE} else 1


def access_fit(one: Offer, two: Offer) -> AccessFit:
    """Whether exactly one of two is closed; two unknown ones count as alike."""
    closed = [offer.access in CLOSED for offer in (one, two)]
    if closed[0] == closed[1]:
        return AccessFit.ALIKE
    if Access.UNKNOWN in (one.access, two.access):
        return AccessFit.UNKNOWN
    return AccessFit.DIFFERENT


def _touch(one: Offer, two: Offer) -> bool:
    for first in pieces_of(one.slots):
        for second in pieces_of(two.slots):
            if first.weekday is None or first.weekday != second.weekday:
                continue
            if not (first.is_complete and second.is_complete) or not joint_weight(first, second)[0]:
                continue
            ends = {end for _start, end in first.intervals} & {s for s, _e in second.intervals}
            begins = {start for start, _e in first.intervals} & {e for _s, e in second.intervals}
            if ends or begins:
                return True
    return False
