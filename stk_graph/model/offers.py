"""What the institutions offer."""

from stk_graph.model.base import Phone, Verified
from stk_graph.model.enums import (
    Access,
    Gender,
    KindSource,
    Occupancy,
    OfferStatus,
    Visibility,
    YesNo,
)
from stk_graph.model.problems import Problem, required
from stk_graph.model.times import Period, TimeSlot


def _age_problem(value: float | None, field: str) -> Problem | None:
    if value is not None and not 0 <= value <= 120:
        return Problem(field, "age-range", {"value": f"{value:g}"})
    return None


class Offer(Verified, frozen=True, kw_only=True):
    """An offer (HSDS ``service``).

    ``lead`` and ``partners`` are Actor ids: a joint offer is one record. ``offer_kind`` is a key of
    synonyms.csv (what it is); one that was read in the texts has a weight in 0 to 1, how sure the
    reading is, one that somebody stated has none. ``form`` is a key of offer_forms.csv (how it
    works), ``target_groups`` of target_groups.csv. Ages are completed years, None is unknown, never
    "all"; ``ages_text`` and ``times_text`` keep what was typed. ``venues`` are Location ids,
    ``area`` and ``catchment`` Area ids. ``origin`` is the Need the offer grew from.
    """

    title: str
    lead: str
    visibility: Visibility = Visibility.PUBLIC
    description: str = ""
    aliases: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    funded_by: str | None = None
    offer_kind: str | None = None
    offer_kind_from: KindSource = KindSource.UNKNOWN
    offer_kind_weight: float | None = None
    form: str | None = None
    target_groups: tuple[str, ...] = ()
    age_min: float | None = None
    age_max: float | None = None
    ages_text: str | None = None
    gender: Gender = Gender.ALL
    slots: tuple[TimeSlot, ...] = ()
    times_text: str | None = None
    period: Period | None = None
    overnight: YesNo = YesNo.UNKNOWN
    venues: tuple[str, ...] = ()
    area: str | None = None
    catchment: tuple[str, ...] = ()
    access: Access = Access.UNKNOWN
    how_to_get_in: str | None = None
    cost_free: YesNo = YesNo.UNKNOWN
    cost_text: str | None = None
    anonymous: YesNo = YesNo.UNKNOWN
    outreach: YesNo = YesNo.UNKNOWN
    accessibility: YesNo = YesNo.UNKNOWN
    childcare_available: YesNo = YesNo.UNKNOWN
    languages: tuple[str, ...] = ()
    languages_complete: bool = False
    documents: tuple[str, ...] = ()
    places: int | None = None
    occupancy: Occupancy = Occupancy.UNKNOWN
    room: str | None = None
    staff: str | None = None
    shareable: tuple[str, ...] = ()
    legal_basis: str | None = None
    especially_for: str | None = None
    counsels_parents: YesNo = YesNo.UNKNOWN
    phones: tuple[Phone, ...] = ()
    mail: str | None = None
    web: str | None = None
    origin: str | None = None
    status: OfferStatus = OfferStatus.RUNNING

    def problems(self) -> list[Problem | None]:
        low, high = self.age_min, self.age_max
        reversed_ages = None
        if low is not None and high is not None and low > high:
            values = {"low": f"{low:g}", "high": f"{high:g}"}
            reversed_ages = Problem("age_min", "age-reversed", values)
        negative = None
        if self.places is not None and self.places < 0:
            negative = Problem("places", "count-negative", {"value": str(self.places)})
        return [
            *super().problems(),
            required(self.title, "title", "title-missing"),
            required(self.lead, "lead", "lead-missing"),
            _age_problem(low, "age_min"),
            _age_problem(high, "age_max"),
            reversed_ages,
            negative,
        ]
