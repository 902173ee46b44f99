"""Why a hit fits, in one line a person would say: what was asked and is certain, nothing else."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from stk_graph.case.facts import Understanding
from stk_graph.case.fits import GROWN_UP, OLDEST, group_in_ages, is_in_ages, offered_share
from stk_graph.language import N_, _, language
from stk_graph.model import Area, Offer, TimeSlot
from stk_graph.model.enums import Fit, Occupancy
from stk_graph.nearness import FAR, SAME, is_city_wide
from stk_graph.times.slot_words import LONG_WEEKDAYS, hours_words
from stk_graph.vocabulary import label, related

SPOKEN = Path(__file__).parent / "data" / "spoken.csv"
LONGEST = 100
"""Characters of a line; what comes later in it is left out first."""
NO_TOP = 99.0
"""From this upper age on directories mean "open upwards"."""

ASKED_WORDS = {
    "cost": N_("kostenfrei"),
    "access": N_("ohne Anmeldung"),
    "accessibility": N_("barrierefrei"),
}


@cache
def _spoken() -> dict[tuple[str, str], tuple[str, str]]:
    """Vocabulary and key → German and English words within a sentence."""
    with SPOKEN.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        return {(vocabulary, key): (de, en) for vocabulary, key, de, en in rows}


def spoken(key: str, vocabulary: str) -> str:
    """The key of an offer kind or target group as part of a sentence in the user's language.

    A key of a newer vocabulary is said by its label.
    """
    words = _spoken().get((vocabulary, key))
    if words is None:
        return label(key, vocabulary)
    return words[0] if language() == "de" else words[1]


def why(
    case: Understanding,
    kind: str | None,
    offer: Offer | None,
    fits: Mapping[str, Fit | None],
    where: str,
) -> str:
    """One line of at most 100 characters: what is offered and what of the question it meets.

    ``where`` says how near it is, empty if that was not asked or does not fit.
    """
    line = _offered(kind, fits)
    for part in (*_of_offer(case, offer, fits), where, *_extras(case, offer, fits)):
        longer = f"{line}, {part}"
        if part and len(longer) <= LONGEST:
            line = longer
    return line


def where_words(near: float | None, places: frozenset[str], areas: Mapping[str, Area]) -> str:
    """How near an offer is; empty if it was not asked, is not known or is far away."""
    if near is None or near == FAR:
        return ""
    if near == SAME:
        return _("im selben Stadtteil")
    return _("stadtweit") if is_city_wide(places, areas) else _("in der Nähe")


def _offered(kind: str | None, fits: Mapping[str, Fit | None]) -> str:
    if kind is None:
        return _("nennt Worte Ihrer Schilderung")
    if fits.get("kind") is Fit.FITS:
        return spoken(kind, "offer_kind")
    return _("passt nur im Thema: {offered}").format(offered=spoken(kind, "offer_kind"))


def _of_offer(
    case: Understanding, offer: Offer | None, fits: Mapping[str, Fit | None]
) -> tuple[str, ...]:
    if offer is None:
        return ()
    in_time = fits.get("time") is Fit.FITS
    times = (_hours(case, offer), _days(case, offer)) if in_time else ()
    if fits.get("age") is Fit.FITS:
        return *times, _ages(case, offer)
    return *times, _groups(case, offer) if fits.get("group") is Fit.FITS else ""


def _extras(
    case: Understanding, offer: Offer | None, fits: Mapping[str, Fit | None]
) -> tuple[str, ...]:
    tongue = case.language if fits.get("language") is Fit.FITS else None
    said = [_("auf {language}").format(language=label(tongue, "language"))] if tongue else []
    said += [_(words) for name, words in ASKED_WORDS.items() if fits.get(name) is Fit.FITS]
    if offer is not None and offer.occupancy is Occupancy.FREE:
        said.append(_("Plätze frei"))
    return tuple(said)


def _hours(case: Understanding, offer: Offer) -> str:
    """Until when the slot lasts that covers most of the asked time."""

    def covered(slot: TimeSlot) -> float:
        return offered_share(case, offer, (slot,)) or 0.0

    best = max(offer.slots, key=covered, default=None)
    if best is None or best.end is None:
        return _("zur gefragten Zeit")
    until = hours_words(None, best.end)
    asks_for_days = any(slot.weekday is not None for slot in case.when)
    if best.weekday is None or not asks_for_days:
        return until
    day = _(LONG_WEEKDAYS[best.weekday])
    return _("am {day} {hours}").format(day=day, hours=until)


def _days(case: Understanding, offer: Offer) -> str:
    """The days of an offer that lasts a limited time, if holidays were asked for."""
    period = offer.period
    if not case.periods or period is None or period.start is None or period.end is None:
        return ""
    dates = _("vom {start} bis {end}")
    return dates.format(start=f"{period.start:%d.%m.}", end=f"{period.end:%d.%m.}")


def _ages(case: Understanding, offer: Offer) -> str:
    if not is_in_ages(case, offer):
        return _("berät auch Eltern")
    if offer.age_min is None and offer.age_max is None:
        group = group_in_ages(case, offer)
        return spoken(group, "target_group") if group is not None else ""
    low, high = offer.age_min or 0.0, OLDEST if offer.age_max is None else offer.age_max
    if high >= NO_TOP:
        return _from(low)
    if low == 0:
        return _("bis {high} Jahre").format(high=_years(high))
    if low == int(low) and high == int(high):
        return _("für {low}- bis {high}-Jährige").format(low=_years(low), high=_years(high))
    return _("von {low} bis {high} Jahren").format(low=_years(low), high=_years(high))


def _from(low: float) -> str:
    if low == 0:
        return _("für jedes Alter")
    return _("für Erwachsene") if low == GROWN_UP else _("ab {low} Jahren").format(low=_years(low))


def _years(age: float) -> str:
    text = f"{age:g}"
    return text.replace(".", ",") if language() == "de" else text


def _groups(case: Understanding, offer: Offer) -> str:
    """The stated group among those of the offer; what was only read in the text is not said."""
    same = [one for one in offer.target_groups if any(related(one, x) for x in case.stated_groups)]
    return spoken(same[0], "target_group") if same else ""
