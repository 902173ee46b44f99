"""Ages as sets of half-open intervals of years, and how far two meet (Y, gap; domain 7.2)."""

from collections.abc import Iterable, Sequence

import msgspec

from stk_graph.language import N_
from stk_graph.times.age_lexicon import BELOW

OLDEST = 99.0
"""Upper end of an interval whose upper bound is not stated."""

FROM_GROUP = N_("aus Zielgruppe")
SAME_GROUP = N_("gleiche Adressatengruppe")
AGE_UNKNOWN = N_("Alter unbekannt")

Interval = tuple[float, float]
Ages = tuple[float | None, float | None]


class AgeSet(msgspec.Struct, frozen=True, kw_only=True):
    """Disjoint half-open intervals [from, to) in years; empty means unknown.

    ``from_groups`` says that they are the default ages of target groups.
    """

    intervals: tuple[Interval, ...] = ()
    from_groups: bool = False

    def holds(self, age: float) -> bool | None:
        """Whether an age lies inside; None if no ages are known."""
        if not self.intervals:
            return None
        return any(low <= age < high for low, high in self.intervals)


class AgeOverlap(msgspec.Struct, frozen=True, kw_only=True):
    """``value`` is Y (0 to 1), ``gap`` the years between the sets (0 = touching or meeting)."""

    value: float | None
    gap: float | None = None
    reasons: tuple[str, ...] = ()


def age_set(low: float | None, high: float | None, group_ages: Iterable[Ages] = ()) -> AgeSet:
    """The ages of an offer.

    ``group_ages`` are the default ages of its target groups (for a parent group those of its
    children); they count only if neither bound is stated, and pairs without any bound add nothing.
    """
    if low is not None or high is not None:
        return AgeSet(intervals=(interval(low, high),))
    defaults = [interval(*ages) for ages in group_ages if ages != (None, None)]
    return AgeSet(intervals=_union(defaults), from_groups=bool(defaults))


def interval(low: float | None, high: float | None) -> Interval:
    """[low, top): 10 lasts until the eleventh birthday, 10.5 half a year, 2.99 until the third.

    A missing lower bound is 0, a missing upper one 99 years.
    """
    begin = 0.0 if low is None else low
    if high is None:
        return begin, max(OLDEST, begin + 1)
    return begin, max(_top(high), begin)


def _top(high: float) -> float:
    if high == int(high):
        return high + 1
    if abs(high + BELOW - round(high + BELOW)) < BELOW / 10:
        return float(round(high + BELOW))
    return high + 0.5


def _union(intervals: Sequence[Interval]) -> tuple[Interval, ...]:
    joined: list[Interval] = []
    for begin, end in sorted(intervals):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)


def age_overlap(one: AgeSet, two: AgeSet, *, same_ageless_group: bool = False) -> AgeOverlap:
    """Y: years in common by the years of the shorter set; symmetric, None if one is unknown.

    ``same_ageless_group`` says that both offers name the same group without ages, or one its
    ancestor; it counts only if neither has any age.
    """
    if not one.intervals and not two.intervals and same_ageless_group:
        return AgeOverlap(value=1.0, gap=0.0, reasons=(SAME_GROUP,))
    if not one.intervals or not two.intervals:
        return AgeOverlap(value=None, reasons=(AGE_UNKNOWN,))
    common = sum(
        max(0.0, min(end_one, end_two) - max(begin_one, begin_two))
        for begin_one, end_one in one.intervals
        for begin_two, end_two in two.intervals
    )
    shorter = min(_length(one), _length(two))
    gap = min(
        max(0.0, max(begin_one, begin_two) - min(end_one, end_two))
        for begin_one, end_one in one.intervals
        for begin_two, end_two in two.intervals
    )
    reasons = (FROM_GROUP,) if one.from_groups or two.from_groups else ()
    value = min(1.0, round(common / shorter, 9)) if shorter > 0 else 0.0
    return AgeOverlap(value=value, gap=round(gap, 9), reasons=reasons)


def _length(ages: AgeSet) -> float:
    return sum(end - begin for begin, end in ages.intervals)
