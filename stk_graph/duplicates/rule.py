"""The ordered rule of the domain model, section 7.3, steps 1 to 9: the first that applies wins."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

import msgspec

from stk_graph.duplicates.features import OTHER_KIND, SAME_HOUR, SAME_KIND, AccessFit, Features
from stk_graph.model.enums import PairLabel

SAME_PEOPLE = 0.8
"""Y from which two records of one actor are one (setting "duplicate Y, T")."""

ALIKE_PEOPLE = 0.5
"""Y from which two offers are for the same people (setting "complement Y")."""

ALIKE_TIME = 0.25
"""T from which two offers take place at the same time (setting "overlap T")."""

MOST_TIME = 0.5
"""T from which offers of another kind are said to be at the same time."""

FAR_IN_AGE = 1.0
"""Years between the ages beyond which offers no longer follow on."""


class Hint(StrEnum):
    """What a label does not say by itself."""

    SAME_PEOPLE_SAME_TIME = "same_people_same_time"
    FOLLOWS_IN_AGE = "follows_in_age"
    FOLLOWS_IN_TOPIC = "follows_in_topic"
    OTHER_GENDER = "other_gender"
    SAME_DATE = "same_date"
    OTHER_ACCESS = "other_access"
    OTHER_TIMES = "other_times"
    CHAIN = "chain"


class Decision(NamedTuple):
    """A label, the step of the rule that gave it, and hints."""

    label: PairLabel
    step: int
    hints: tuple[Hint, ...] = ()


def decide(seen: Features) -> Decision:
    """The label that the features give, before any review."""
    found = ((number, step(seen)) for number, step in enumerate(STEPS, start=1))
    number, (label, hints) = next((at, one) for at, one in found if one is not None)
    chain = (Hint.CHAIN,) if label is PairLabel.COMPLEMENT and seen.touching else ()
    return Decision(label, number, (*hints, *chain))


def may_ask_for_action(seen: Features) -> bool:
    """Whether some answer to what is unknown would make the pair a duplicate or an overlap."""
    replace = msgspec.structs.replace
    age = seen.age if seen.age.value is not None else replace(seen.age, value=1.0, gap=0.0)
    time = seen.time if seen.time.value is not None else replace(seen.time, value=1.0)
    alike = replace(
        seen,
        kind=SAME_KIND if seen.kind is None else seen.kind,
        area=1.0 if seen.area is None else seen.area,
        access=AccessFit.ALIKE if seen.access is AccessFit.UNKNOWN else seen.access,
        age=age,
        time=time,
    )
    return decide(alike).label in (PairLabel.DUPLICATE_RECORD, PairLabel.OVERLAP)


_Found = tuple[PairLabel, tuple[Hint, ...]] | None


def _at_least(value: float | None, bound: float) -> bool:
    return value is not None and value >= bound


def _one_record(seen: Features) -> _Found:
    if seen.kind != SAME_KIND or not seen.gender:
        return None
    age, time = seen.age.value, seen.time.value
    if seen.same_actor:
        same = (
            _at_least(age, SAME_PEOPLE)
            and (time is None or time >= SAME_HOUR)
            and _at_least(seen.area, 0.5)
        )
    else:
        same = seen.place is not None and (age is None or age >= ALIKE_PEOPLE)
    return (PairLabel.DUPLICATE_RECORD, ()) if same else None


def _elsewhere(seen: Features) -> _Found:
    if seen.area != 0 and seen.kind != OTHER_KIND:
        return None
    together = (
        _at_least(seen.area, 0.5)
        and _at_least(seen.age.value, ALIKE_PEOPLE)
        and _at_least(seen.time.value, MOST_TIME)
    )
    return PairLabel.DISTINCT, (Hint.SAME_PEOPLE_SAME_TIME,) if together else ()


def _ages_apart(seen: Features) -> _Found:
    apart = seen.age.value == 0 and seen.age.gap is not None and seen.age.gap > FAR_IN_AGE
    return (PairLabel.DISTINCT, ()) if apart else None


def _field_missing(seen: Features) -> _Found:
    missing = None in (seen.kind, seen.age.value, seen.area)
    return (PairLabel.UNCLEAR, ()) if missing else None


def _other_people_or_topic(seen: Features) -> _Found:
    hints = []
    if not seen.gender:
        hints.append(Hint.OTHER_GENDER)
    if not _at_least(seen.kind, SAME_KIND):
        hints.append(Hint.FOLLOWS_IN_TOPIC)
    if not _at_least(seen.age.value, ALIKE_PEOPLE):
        hints.append(Hint.FOLLOWS_IN_AGE)
    if not hints:
        return None
    if _at_least(seen.time.value, ALIKE_TIME):
        hints.append(Hint.SAME_DATE)
    return PairLabel.COMPLEMENT, tuple(hints)


def _other_access(seen: Features) -> _Found:
    if seen.access is AccessFit.UNKNOWN:
        return PairLabel.UNCLEAR, ()
    if seen.access is AccessFit.DIFFERENT:
        return PairLabel.COMPLEMENT, (Hint.OTHER_ACCESS,)
    return None


def _time_unknown(seen: Features) -> _Found:
    return (PairLabel.UNCLEAR, ()) if seen.time.value is None else None


def _at_the_same_time(seen: Features) -> _Found:
    return (PairLabel.OVERLAP, ()) if _at_least(seen.time.value, ALIKE_TIME) else None


def _at_other_times(_seen: Features) -> _Found:
    return PairLabel.COMPLEMENT, (Hint.OTHER_TIMES,)


STEPS: tuple[Callable[[Features], _Found], ...] = (
    _one_record,
    _elsewhere,
    _ages_apart,
    _field_missing,
    _other_people_or_topic,
    _other_access,
    _time_unknown,
    _at_the_same_time,
    _at_other_times,
)
