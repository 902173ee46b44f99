"""Judges one candidate: criteria, gates, score, explanation (domain model, 8.1 and 8.2)."""

from datetime import date

import msgspec

from stk_graph.case import explain, gates, score
from stk_graph.case.candidates import Candidate
from stk_graph.case.directory import Closeness, Directory
from stk_graph.case.facts import Understanding
from stk_graph.case.fits import (
    access_fit,
    age_fit,
    gender_fit,
    group_fit,
    language_fit,
    made_for,
    offered_share,
    yes_fit,
)
from stk_graph.case.hits import Hit
from stk_graph.case.persons import Persons
from stk_graph.case.safety import pinned_kinds
from stk_graph.case.why import where_words, why
from stk_graph.model import Contact, Offer
from stk_graph.model.enums import Fit, YesNo
from stk_graph.nearness import nearness, places_of
from stk_graph.times.coverage import ENOUGH

SOME_NEARNESS = 0.01

Fits = dict[str, Fit | None]


class Judge:
    """Turns candidates into hits for one case and one directory."""

    def __init__(
        self, case: Understanding, directory: Directory, today: date, closeness: Closeness
    ) -> None:
        self.case = case
        self.directory = directory
        self.today = today
        self.closeness = closeness
        self.persons = Persons(directory, today)
        self.pinned = pinned_kinds(case.occasions)

    def hit(self, candidate: Candidate) -> Hit | None:
        """The hit of a candidate, not yet ``explained``; None if a gate is closed."""
        offer, lead, kind = candidate.offer, candidate.actor, candidate.kind
        if not gates.is_running(offer, self.today):
            return None
        contact = self.persons.for_offer(offer, lead)
        places = places_of(offer, lead, self.directory.locations)
        near = self._nearness(places)
        share = self._share_covered(offer)
        fits = self._fits(candidate, contact, near, share)
        if not gates.is_open(offer, lead, fits, near):
            return None
        path = self.closeness(contact.id) if contact is not None else None
        parts = self._parts(candidate, fits, near, share, path.value if path else 0.0)
        return Hit(
            offer=offer,
            actor=lead,
            contact=contact,
            deputy=self.persons.deputy_of(contact),
            kind=kind,
            parts=parts,
            score=score.score_of(parts),
            fit={name: fit for name, fit in fits.items() if fit is not None},
            unknown=explain.unknown(fits, contact),
            path=path,
            pin=self._pin(kind, offer),
        )

    def explained(self, hit: Hit) -> Hit:
        """The hit with what a person reads beside it."""
        case, offer = self.case, hit.offer
        places = places_of(offer, hit.actor, self.directory.locations)
        where = where_words(self._nearness(places), places, self.directory.areas)
        record = offer if offer is not None else hit.actor
        return msgspec.structs.replace(
            hit,
            why=why(case, hit.kind, offer, hit.fit, where),
            access=explain.access_line(offer),
            notes=explain.notes(case, hit.kind, record, self.today),
        )

    def _pin(self, kind: str | None, offer: Offer | None) -> int | None:
        """The place of a kind that safety demands; what is for the other gender comes last."""
        if kind not in self.pinned:
            return None
        for_others = gender_fit(self.case, offer) is Fit.UNKNOWN
        return self.pinned.index(kind) + (len(self.pinned) if for_others else 0)

    def _share_covered(self, offer: Offer | None) -> float | None:
        if offer is None:
            return None
        return offered_share(self.case, offer, offer.slots)

    def _nearness(self, places: frozenset[str]) -> float | None:
        if self.case.area is None:
            return None
        return nearness(self.case.area, places, self.directory.areas)

    def _fits(
        self, candidate: Candidate, contact: Contact | None, near: float | None, share: float | None
    ) -> Fits:
        case, offer, lead = self.case, candidate.offer, candidate.actor
        accessibility = offer.accessibility if offer is not None else YesNo.UNKNOWN
        if accessibility is YesNo.UNKNOWN and lead is not None:
            accessibility = lead.accessibility
        return {
            "kind": candidate.match.fit,
            "age": age_fit(case, offer),
            "group": group_fit(case, offer),
            "gender": gender_fit(case, offer),
            "area": _of_share(near, case.area is not None, SOME_NEARNESS),
            "time": _of_share(share, bool(case.when), ENOUGH),
            "language": language_fit(case, offer, lead, contact),
            "cost": yes_fit(case.free, offer.cost_free if offer is not None else YesNo.UNKNOWN),
            "accessibility": yes_fit(case.accessible, accessibility),
            "access": access_fit(case, offer),
        }

    def _parts(
        self,
        candidate: Candidate,
        fits: Fits,
        near: float | None,
        share: float | None,
        closeness: float,
    ) -> score.Parts:
        offer = candidate.offer
        record = offer if offer is not None else candidate.actor
        return score.Parts(
            kind=candidate.match.kind,
            audience=_audience(self.case, fits),
            area=_or_unknown(near, self.case.area is not None),
            time=_or_unknown(share, bool(self.case.when)),
            language=score.least(fits["language"]),
            cost=score.least(fits["cost"]),
            accessibility=score.least(fits["accessibility"]),
            access=score.least(fits["access"]),
            words=candidate.match.words,
            made_for=made_for(self.case, offer),
            hurdles=score.ACCESS_VALUE.get(offer.access, 1.0) if offer is not None else 1.0,
            place=score.PLACE_VALUE.get(offer.occupancy, 1.0) if offer is not None else 1.0,
            other_gender=fits["gender"] is Fit.UNKNOWN,
            closeness=closeness,
            freshness=score.freshness(record.verified_on if record else None, self.today),
        )


def _audience(case: Understanding, fits: Fits) -> float | None:
    """The value of age and group; a group that was only read and is not met costs little."""
    if fits["age"] is Fit.UNKNOWN and fits["group"] is Fit.FITS:
        return score.GROUP_OF_ANY_AGE
    value = score.least(fits["age"], fits["group"])
    return score.OTHER_GROUP if value is None and case.groups else value


def _of_share(value: float | None, asked: bool, fits_from: float) -> Fit | None:
    if not asked:
        return None
    if value is None:
        return Fit.UNKNOWN
    return Fit.FITS if value >= fits_from else Fit.NO


def _or_unknown(value: float | None, asked: bool) -> float | None:
    """The value of a part of the score: None if not asked, that of unknown if not known."""
    if not asked:
        return None
    return score.FIT_VALUE[Fit.UNKNOWN] if value is None else value
