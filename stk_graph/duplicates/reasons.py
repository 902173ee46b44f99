"""Features, hints and advice in words."""

from collections.abc import Callable

import msgspec

from stk_graph.duplicates.context import Context, Profile
from stk_graph.duplicates.features import (
    OTHER_KIND,
    SAME_KIND,
    AccessFit,
    Features,
)
from stk_graph.duplicates.reviews import Standing
from stk_graph.duplicates.rule import Hint
from stk_graph.duplicates.sameness import PlaceSign
from stk_graph.language import N_, _
from stk_graph.model import Offer, Review
from stk_graph.model.enums import Gender, Occupancy, OfferStatus, PairLabel, Rhythm
from stk_graph.times.age_words import age_words
from stk_graph.times.overlap import Feature
from stk_graph.times.slot_words import slot_words
from stk_graph.vocabulary import label


class Reason(msgspec.Struct, frozen=True):
    """One criterion: which, its value (None = unknown or no number), and a line for a person."""

    feature: str
    value: float | None
    text: str


HINTS = {
    Hint.SAME_PEOPLE_SAME_TIME: N_("zeitgleich für dieselben Adressaten"),
    Hint.FOLLOWS_IN_AGE: N_("Anschluss im Alter"),
    Hint.FOLLOWS_IN_TOPIC: N_("Anschluss in Thema oder Form"),
    Hint.OTHER_GENDER: N_("getrennte Angebote für Mädchen, Frauen und für Jungen, Männer"),
    Hint.SAME_DATE: N_("Terminhinweis: zur selben Zeit"),
    Hint.OTHER_ACCESS: N_("anderer Zugang"),
    Hint.OTHER_TIMES: N_("zeitlich versetzt"),
    Hint.CHAIN: N_("möglicher Anschluss, Leistungskette?"),
}

_PLACES = {
    PlaceSign.ROOM: N_("derselbe Raum zur selben Zeit"),
    PlaceSign.ADDRESS: N_("dieselbe Adresse zur selben Zeit"),
    PlaceSign.HOST: N_("zur selben Zeit im Haus der anderen Einrichtung"),
    PlaceSign.PARTNER: N_("zur selben Zeit, die andere Einrichtung ist Partner"),
    PlaceSign.TEXT: N_("zur selben Zeit, der Text nennt die andere Einrichtung"),
}

_LAPSED = {
    Standing.RUN_OUT: N_("„{verdict}“ vom {day} ist abgelaufen"),
    Standing.CHANGED: N_("„{verdict}“ vom {day} gilt nicht mehr: ein Angebot wurde geändert"),
}

MERGE = N_("Dublette: zusammenführen, oder ein Angebot mit Partner?")
BOTH_FULL = N_("Doppelung, aber ausgelastet – Bedarf größer als Angebot")
ONE_FREE = N_("Plätze gegenseitig vermitteln")
SWAP_WEEK = N_("Woche tauschen?")

_FULL = frozenset({Occupancy.FULL, Occupancy.WAITING_LIST})


def reasons(one: Offer, two: Offer, seen: Features, context: Context) -> tuple[Reason, ...]:
    """One line for each criterion that says something about the pair."""
    pair = (context.profile(one), context.profile(two))
    lines = [
        _kind(seen, pair),
        _age(seen, pair),
        _time(seen, pair),
        _area(seen, pair, context),
        _gender(seen, pair),
        _access(seen, pair),
        _dates(seen),
        _actor(seen, pair, context),
        _place(seen, one, two, context),
        _paused(pair),
    ]
    return tuple(line for line in lines if line is not None)


Two = tuple[Profile, Profile]


def _percent(value: float) -> str:
    return f"{value * 100:.0f}"


def _lacking(pair: Two, lacks: Callable[[Profile], bool]) -> str:
    """The titles of those of the two that lack something, joined."""
    titles = [_("„{title}“").format(title=one.offer.title) for one in pair if lacks(one)]
    return _(" und ").join(titles)


def _kind(seen: Features, pair: Two) -> Reason:
    names = [label(one.kind, "offer_kind") if one.kind else "" for one in pair]
    if seen.kind is None:
        missing = _lacking(pair, lambda one: one.kind is None)
        if missing:
            text = _("Angebotsart fehlt bei {offers}").format(offers=missing)
        else:
            offers = _lacking(pair, lambda one: bool(one.may_be))
            text = _("mit oder ohne Übernachtung? Das fehlt bei {offers}").format(offers=offers)
    elif seen.kind == SAME_KIND:
        text = _("gleiche Angebotsart: {kind}").format(kind=names[0])
    elif seen.kind == OTHER_KIND:
        text = _("verschiedene Angebotsarten: {one}, {two}").format(one=names[0], two=names[1])
    else:
        topic = label(pair[0].topic or "", "topic")
        text = _("verwandte Angebotsarten im Thema {topic}: {one}, {two}").format(
            topic=topic, one=names[0], two=names[1]
        )
    return Reason("kind", seen.kind, text)


def _age(seen: Features, pair: Two) -> Reason:
    value = seen.age.value
    if value is None:
        missing = _lacking(pair, lambda one: not one.ages.intervals)
        text = _("Alter fehlt bei {offers}").format(offers=missing)
        return Reason("age", None, text)
    spans = [_ages_shown(one) for one in pair]
    if not all(spans):
        return Reason("age", value, ", ".join(_(why) for why in seen.age.reasons))
    if value == 0:
        text = _("kein gemeinsames Alter: {one}, {two}")
    elif spans[0] == spans[1]:
        text = _("gleiches Alter: {one}")
    elif value == 1:
        text = _("das engere Alter liegt im anderen: {one}, {two}")
    else:
        text = _("Alter zu {percent} % gemeinsam: {one}, {two}")
    text = text.format(percent=_percent(value), one=spans[0], two=spans[1])
    return Reason("age", value, _with_notes(text, seen.age.reasons))


def _ages_shown(profile: Profile) -> str:
    offer = profile.offer
    stated = age_words(offer.age_min, offer.age_max)
    if stated or not profile.ages.intervals:
        return stated
    return ", ".join(label(group, "target_group") for group in offer.target_groups)


def _with_notes(text: str, notes: tuple[str, ...]) -> str:
    shown = ", ".join(_(note) for note in notes)
    return _("{text} ({notes})").format(text=text, notes=shown) if shown else text


def _time(seen: Features, pair: Two) -> Reason:
    time: Feature = seen.time
    if time.value is None:
        return Reason("time", None, _time_missing(time, pair))
    one, two = (slot_words(each.offer.slots) for each in pair)
    if time.value == 0 and seen.dates.value == 0:
        text = _("nicht an denselben Tagen")
    elif time.value == 0:
        text = _("nicht zur selben Zeit: {one} / {two}")
    elif time.value == 1:
        text = _("die kürzere Zeit liegt in der anderen: {one} / {two}")
        text = _("gleiche Zeit: {one}") if one == two else text
    else:
        text = _("{percent} % der kürzeren Zeit gemeinsam: {one} / {two}")
    text = text.format(percent=_percent(time.value), one=one, two=two)
    return Reason("time", time.value, _with_notes(text, time.reasons))


def _time_missing(time: Feature, pair: Two) -> str:
    missing = _lacking(pair, lambda one: not one.offer.slots)
    if missing:
        return _("Zeiten fehlen bei {offers}").format(offers=missing)
    arranged = _lacking(
        pair, lambda one: all(slot.rhythm is Rhythm.IRREGULAR for slot in one.offer.slots)
    )
    if arranged:
        return _("Zeiten nur nach Vereinbarung bei {offers}").format(offers=arranged)
    return _with_notes(_("Zeit nicht vergleichbar"), time.reasons)


def _area(seen: Features, pair: Two, context: Context) -> Reason:
    if seen.area is None:
        missing = _lacking(pair, lambda one: not one.places)
        return Reason("area", None, _("Gebiet fehlt bei {offers}").format(offers=missing))
    areas = context.directory.areas
    shown = [", ".join(sorted(areas[uid].name for uid in one.places)) for one in pair]
    if seen.area == 1:
        text = _("gleiches Gebiet oder eines im anderen: {one} / {two}")
        text = _("gleiches Gebiet: {one}") if shown[0] == shown[1] else text
    elif seen.area == 0:
        text = _("verschiedene Gebiete: {one} / {two}")
    else:
        text = _("benachbart oder stadtweit: {one} / {two}")
    return Reason("area", seen.area, text.format(one=shown[0], two=shown[1]))


def _gender(seen: Features, pair: Two) -> Reason | None:
    genders = [one.offer.gender for one in pair]
    if genders == [Gender.ALL, Gender.ALL]:
        return None
    one, two = (label(gender) for gender in genders)
    text = _("Adressaten: {one} / {two}").format(one=one, two=two)
    return Reason("gender", float(seen.gender), text)


def _access(seen: Features, pair: Two) -> Reason | None:
    one, two = (label(each.offer.access) for each in pair)
    if seen.access is AccessFit.UNKNOWN:
        text = _("Zugang einmal unbekannt: {one} / {two}").format(one=one, two=two)
        return Reason("access", None, text)
    if seen.access is AccessFit.DIFFERENT:
        text = _("anderer Zugang: {one} / {two}").format(one=one, two=two)
        return Reason("access", 0.0, text)
    text = _("Zugang: {one}") if one == two else _("Zugang: {one} / {two}")
    return Reason("access", 1.0, text.format(one=one, two=two))


def _dates(seen: Features) -> Reason | None:
    if seen.dates.value is None:
        return None
    text = _("{percent} % der Tage des kürzeren Zeitraums gemeinsam")
    return Reason("dates", seen.dates.value, text.format(percent=_percent(seen.dates.value)))


def _actor(seen: Features, pair: Two, context: Context) -> Reason | None:
    if not seen.same_actor:
        return None
    actor = context.directory.actors.get(pair[0].offer.lead)
    name = actor.name if actor else ""
    return Reason("actor", 1.0, _("gleiche Einrichtung: {name}").format(name=name))


def _place(seen: Features, one: Offer, two: Offer, context: Context) -> Reason | None:
    if seen.place is not None:
        return Reason("place", 1.0, _(_PLACES[seen.place]))
    if context.places.lie_apart(one, two):
        return Reason("place", 0.0, _("an verschiedenen Orten"))
    return None


def _paused(pair: Two) -> Reason | None:
    paused = _lacking(pair, lambda one: one.offer.status is OfferStatus.PAUSED)
    if not paused:
        return None
    return Reason("status", 1.0, _("pausiert zurzeit: {offers}").format(offers=paused))


def review_line(review: Review, lapsed: Standing | None) -> Reason:
    """What was agreed, or why it no longer holds."""
    day = f"{review.decided_on:%d.%m.%Y}"
    decided = label(review.verdict)
    if lapsed is not None:
        return Reason("review", 0.0, _(_LAPSED[lapsed]).format(verdict=decided, day=day))
    text = _("{verdict} am {day}").format(verdict=decided, day=day)
    if review.valid_until is not None:
        until = f"{review.valid_until:%d.%m.%Y}"
        text = _("{text}, gilt bis {until}").format(text=text, until=until)
    return Reason("review", 1.0, text)


def hint_texts(hints: tuple[Hint, ...]) -> tuple[str, ...]:
    """The hints in words."""
    return tuple(_(HINTS[hint]) for hint in hints)


def advice(one: Offer, two: Offer, label_of_pair: PairLabel, context: Context) -> tuple[str, ...]:
    """What could be done; nothing that rests on an occupancy nobody knows."""
    if label_of_pair is PairLabel.DUPLICATE_RECORD:
        return (_(MERGE),)
    if label_of_pair is not PairLabel.OVERLAP:
        return ()
    found = []
    taken = {one.occupancy, two.occupancy}
    if taken <= _FULL:
        found.append(_(BOTH_FULL))
    elif Occupancy.FREE in taken and Occupancy.UNKNOWN not in taken:
        found.append(_(ONE_FREE))
    if _is_in_holidays(one, context) and _is_in_holidays(two, context):
        found.append(_(SWAP_WEEK))
    return tuple(found)


def _is_in_holidays(offer: Offer, context: Context) -> bool:
    period = offer.period
    if period is None:
        return False
    return period.holiday_key is not None or any(
        period.start is not None
        and period.end is not None
        and known.start <= period.start
        and period.end <= known.end
        for known in context.holidays
    )
