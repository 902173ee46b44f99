"""Three-valued matching of an offer with a case: fits, no, unknown (domain model, section 8.1)."""

from collections.abc import Sequence

from stk_graph.case.facts import AgeSpan, Understanding
from stk_graph.model import Actor, Contact, Offer, TimeSlot
from stk_graph.model.enums import Access, Fit, Gender, YesNo
from stk_graph.times.coverage import share_covered
from stk_graph.vocabulary import default_ages, related

Interval = tuple[float, float]
OLDEST = 120.0
GROWN_UP = 18.0
HALF_YEAR = 0.5
EVERYBODY = "bewohnerschaft"
PARENTS = frozenset({"eltern", "familien", "alleinerziehende"})

SPECIAL = frozenset(
    {
        *("alleinerziehende", "schwangere", "zugewanderte", "gefluechtete", "erwerbslose"),
        *("menschen_mit_behinderung", "wohnungslose", "queere", "pflegende_angehoerige"),
    }
)
"""Groups that an offer is made for on purpose, and that few people belong to."""
FOR_THEM, FOR_RELATED, FOR_ALL = 1.0, 0.8, 0.6
FOR_UNNAMED, FOR_OTHERS_TOO, FOR_OTHERS = 0.4, 0.3, 0.0
"""How well those an offer is made for are those in the case (see ``made_for``)."""
FEW_YEARS, SOME_YEARS = 10.0, 30.0

SPEAKS_FOR_ITSELF = 14.0
GENERATION = 16.0
"""Years a parent is older than the child at least; who comes with a child of 8 is over 23."""


def age_intervals(offer: Offer) -> list[Interval]:
    """Half-open intervals of years the offer is for; [] = unknown. Rule: section 7.2, Y.

    Stated ages beat the usual ages of the target groups; a whole upper age includes its year.
    """
    if offer.age_min is not None or offer.age_max is not None:
        low = offer.age_min or 0.0
        return [(low, OLDEST if offer.age_max is None else _top(offer.age_max))]
    return [span for group in offer.target_groups for span in _usual_ages(group)]


def _top(age: float) -> float:
    return age + (1.0 if age == int(age) else HALF_YEAR)


def age_fit(case: Understanding, offer: Offer | None) -> Fit | None:
    """Whether a person of the case has an age the offer is for; None = not asked.

    Outside the ages is a no unless the offer is known to counsel parents: nothing is assumed from
    the kind of an offer. Parents of a child outside the ages of children that the offer states may
    be counselled or not. Persons whose age nobody gave leave it unknown.
    """
    if not case.ages:
        return None
    if offer is None:
        return Fit.UNKNOWN
    if is_in_ages(case, offer):
        return Fit.FITS
    if offer.counsels_parents is YesNo.YES:
        return Fit.UNKNOWN if _states_ages_of_children(offer) else Fit.FITS
    intervals = age_intervals(offer)
    if not intervals or _is_for_parents_of_any_age(offer):
        return Fit.UNKNOWN
    return Fit.UNKNOWN if _others_might(case, intervals) else Fit.NO


def _states_ages_of_children(offer: Offer) -> bool:
    stated = offer.age_min is not None or offer.age_max is not None
    return stated and (offer.age_min or 0.0) < GROWN_UP


def is_in_ages(case: Understanding, offer: Offer) -> bool:
    """Whether somebody in the case has an age the offer states or its target groups have."""
    return any(_meets(age, interval) for age in case.ages for interval in age_intervals(offer))


def group_in_ages(case: Understanding, offer: Offer) -> str | None:
    """The target group of the offer whose usual ages somebody in the case has."""
    return next(
        (
            group
            for group in offer.target_groups
            if any(_meets(age, span) for age in case.ages for span in _usual_ages(group))
        ),
        None,
    )


def _usual_ages(group: str) -> list[Interval]:
    return [
        (float(low), OLDEST if high is None else _top(float(high)))
        for low, high in default_ages(group)
    ]


def _meets(age: AgeSpan, interval: Interval) -> bool:
    low, high = age.low or 0.0, OLDEST if age.high is None else age.high
    return low < interval[1] and high >= interval[0]


def _is_for_parents_of_any_age(offer: Offer) -> bool:
    """Whether parents are a group of the offer and only its other groups have ages."""
    has_ages = offer.age_min is not None or offer.age_max is not None
    return not has_ages and not PARENTS.isdisjoint(offer.target_groups)


def _others_might(case: Understanding, intervals: list[Interval]) -> bool:
    """Whether persons whose age nobody gave might be meant: a parent beside a child, or the child.

    A parent is a generation older than the child. In the words of young people "ich" is no other
    person, so from 14 on only named parents count where the age was stated.
    """
    children = [age.low or 0.0 for age in case.ages if age.high is not None and age.high < GROWN_UP]
    if children:
        youngest_parent = max(GROWN_UP, max(children) + GENERATION)
        named = not PARENTS.isdisjoint(case.groups)
        by_words = case.adults and not (case.age_stated and max(children) >= SPEAKS_FOR_ITSELF)
        no_adult_given = len(children) == len(case.ages)
        other = no_adult_given and (named or by_words)
        return other and any(top > youngest_parent for _low, top in intervals)
    if case.age_stated:
        spans = [
            span for group in case.groups for span in _usual_ages(group) if span[1] <= GROWN_UP
        ]
        return any(low < top and start < end for low, end in intervals for start, top in spans)
    return case.children and any(low < GROWN_UP for low, _top in intervals)


def group_fit(case: Understanding, offer: Offer | None) -> Fit | None:
    """Whether the offer is for a group of the case; None = not asked.

    Groups only read in the text speak for an offer and never against one.
    """
    asked = case.stated_groups or case.groups
    held = offer.target_groups if offer is not None else ()
    if (asked and EVERYBODY in held) or any(related(one, other) for one in asked for other in held):
        return Fit.FITS
    if not case.stated_groups:
        return None
    return Fit.NO if held else Fit.UNKNOWN


def gender_fit(case: Understanding, offer: Offer | None) -> Fit | None:
    """Whether an offer for one gender is for the stated one."""
    if case.gender is None or offer is None or offer.gender not in (Gender.FEMALE, Gender.MALE):
        return None
    if offer.gender is case.gender:
        return Fit.FITS
    return Fit.NO if case.gender_stated else Fit.UNKNOWN


def language_fit(
    case: Understanding, offer: Offer | None, lead: Actor | None, contact: Contact | None
) -> Fit | None:
    """Whether the asked language is spoken; German always is."""
    if case.language is None or case.language == "de":
        return None
    spoken = {
        language
        for record in (offer, lead, contact)
        if record is not None
        for language in record.languages
    }
    if case.language in spoken:
        return Fit.FITS
    complete = offer is not None and offer.languages_complete
    return Fit.NO if complete else Fit.UNKNOWN


def yes_fit(asked: bool, value: YesNo) -> Fit | None:
    """Whether something asked for is there; "partly" is not known to be enough."""
    if not asked:
        return None
    return {YesNo.YES: Fit.FITS, YesNo.NO: Fit.NO}.get(value, Fit.UNKNOWN)


def access_fit(case: Understanding, offer: Offer | None) -> Fit | None:
    """Whether one can come without registration, if that was asked."""
    if not case.open_access:
        return None
    if offer is None or offer.access is Access.UNKNOWN:
        return Fit.UNKNOWN
    return Fit.FITS if offer.access is Access.OPEN else Fit.NO


def offered_share(case: Understanding, offer: Offer, slots: Sequence[TimeSlot]) -> float | None:
    """The share of the asked time that ``slots`` of an offer cover, 0 to 1; None if not known.

    An offer that is known to lie outside of the holidays asked for covers nothing of it.
    """
    return share_covered(
        case.when,
        slots,
        offer.period,
        asked_period=case.periods,
        holidays=case.calendar,
    ).value


def made_for(case: Understanding, offer: Offer | None) -> float:
    """How well those the offer is made for are those in the case, 0 to 1.

    An offer made for a group, a gender or an age that the case names comes before one for all, and
    that before one made for people of whom the case says nothing.
    """
    if offer is None:
        return FOR_ALL
    values = [
        value
        for value in (_for_group(case, offer), _for_gender(case, offer), _for_age(case, offer))
        if value is not None
    ]
    lowest = min(values, default=FOR_ALL)
    return lowest if lowest < FOR_ALL else max(values, default=FOR_ALL)


def _for_group(case: Understanding, offer: Offer) -> float | None:
    held = SPECIAL.intersection(offer.target_groups)
    if not held:
        named = is_in_ages(case, offer) or group_fit(case, offer) is Fit.FITS
        general = not offer.target_groups or EVERYBODY in offer.target_groups
        return None if named or general else FOR_UNNAMED
    asked = SPECIAL.intersection(case.stated_groups or case.groups)
    if asked & held:
        return FOR_THEM
    if any(related(one, other) for one in asked for other in held):
        return FOR_RELATED
    return FOR_OTHERS if len(held) == len(offer.target_groups) else FOR_OTHERS_TOO


def _for_gender(case: Understanding, offer: Offer) -> float | None:
    if offer.gender not in (Gender.FEMALE, Gender.MALE):
        return None
    if case.gender is offer.gender:
        return FOR_THEM
    return FOR_OTHERS if case.gender is not None else FOR_OTHERS_TOO


def _for_age(case: Understanding, offer: Offer) -> float | None:
    """Few years that hold an age of the case speak for an offer; nobody of an age against it."""
    if offer.age_min is None and offer.age_max is None:
        return None
    ((low, top),) = age_intervals(offer)
    if not case.ages:
        only_children = top <= GROWN_UP and case.adults and not case.children
        return FOR_OTHERS_TOO if only_children else None
    if not any(_meets(age, (low, top)) for age in case.ages):
        return None
    return FOR_THEM if top - low <= FEW_YEARS else FOR_RELATED if top - low <= SOME_YEARS else None
