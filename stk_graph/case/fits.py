"""Three-valued matching of an offer with a case: fits, no, unknown (domain model, section 8.1)."""

from stk_graph.case.facts import AgeSpan, Understanding
from stk_graph.model import Actor, Contact, Offer
from stk_graph.model.enums import Access, Fit, Gender, YesNo
from stk_graph.vocabulary import default_ages, offer_kinds, related

Interval = tuple[float, float]
OLDEST = 120.0
GROWN_UP = 18.0
HALF_YEAR = 0.5
EVERYBODY = "bewohnerschaft"
PARENTS = frozenset({"eltern", "familien", "alleinerziehende"})

COUNSEL_PARENTS = frozenset(
    {
        *(
            "erziehungsberatung",
            "trennungsberatung",
            "elternbildung",
            "elterncafe",
            "fruehe_hilfen",
        ),
        *("familienpaten", "elternlotsen", "asd", "sozialberatung", "familienleistungen"),
        *("bildung_teilhabe", "teilhabeberatung", "schulamt", "kinderschutz", "selbsthilfe"),
        *(
            "schulsozialarbeit",
            "jugendamt",
            "familienzentrum",
            "suchtberatung",
            "migrationsberatung",
        ),
    }
)
"""Kinds whose advice also reaches the parents of the person a case is about."""


def age_intervals(offer: Offer) -> list[Interval]:
    """Half-open intervals of years the offer is for; [] = unknown. Rule: section 7.2, Y.

    Stated ages beat the usual ages of the target groups; a whole upper age includes its year.
    """
    if offer.age_min is not None or offer.age_max is not None:
        low = offer.age_min or 0.0
        return [(low, OLDEST if offer.age_max is None else _top(offer.age_max))]
    return [
        (float(low), OLDEST if high is None else _top(float(high)))
        for group in offer.target_groups
        for low, high in default_ages(group)
    ]


def _top(age: float) -> float:
    return age + (1.0 if age == int(age) else HALF_YEAR)


def age_fit(case: Understanding, offer: Offer | None, kind: str | None) -> Fit | None:
    """Whether a person of the case has an age the offer is for; None = not asked.

    ``kind`` is the kind of the offer or of the institution; an agency is there for all ages.
    """
    if not case.ages:
        return None
    agency = kind in offer_kinds() and offer_kinds()[kind or ""].kind == "agency"
    counsels = offer is not None and offer.counsels_parents is YesNo.YES
    if counsels or kind in COUNSEL_PARENTS or (agency and offer is None):
        return Fit.FITS
    if offer is None:
        return Fit.UNKNOWN
    intervals = age_intervals(offer)
    if not intervals:
        return Fit.UNKNOWN
    if any(_meets(age, interval) for age in case.ages for interval in intervals):
        return Fit.FITS
    return Fit.UNKNOWN if _others_might(case, intervals) else Fit.NO


def _meets(age: AgeSpan, interval: Interval) -> bool:
    low, high = age.low or 0.0, OLDEST if age.high is None else age.high
    return low < interval[1] and high >= interval[0]


def _others_might(case: Understanding, intervals: list[Interval]) -> bool:
    """Whether persons whose age the text does not give might be meant."""
    if case.age_stated:
        return False
    stated_adult = any((age.low or 0) >= GROWN_UP for age in case.ages)
    stated_child = any(
        (age.high if age.high is not None else OLDEST) < GROWN_UP for age in case.ages
    )
    adult = case.adults and not stated_adult and any(high > GROWN_UP for _low, high in intervals)
    child = case.children and not stated_child and any(low < GROWN_UP for low, _high in intervals)
    return adult or child


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
    return Fit.FITS if offer.gender is case.gender else Fit.NO


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
