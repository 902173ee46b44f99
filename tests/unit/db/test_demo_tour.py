"""The demo district holds the situations that the tour and the screens show."""

import csv
from datetime import date
from functools import cache
from importlib.resources import files

import pytest

from db.demo import OWN_ACTOR, record_id
from db.demo.typed import calendar
from stk_graph.model import (
    Acquaintance,
    Actor,
    Communication,
    Contact,
    ContactRole,
    Offer,
    enums,
)
from stk_graph.times.holidays import holiday_weeks
from stk_graph.vocabulary import actor_kinds
from tests.unit.db.demo_records import TODAY, of, one, typed


def occasions() -> list[dict[str, str]]:
    table = files("stk_graph.vocabulary") / "data" / "occasions.csv"
    return list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))


@cache
def reachable_kinds() -> frozenset[str]:
    """Kinds that were typed, not guessed, and that a person answers for."""
    by_id = {record.id: record for record in typed()}
    kinds: set[str] = set()
    for role in by_id.values():
        if not isinstance(role, ContactRole):
            continue
        target = by_id[str(role.target)]
        if isinstance(target, Offer) and target.status is enums.OfferStatus.RUNNING:
            kinds.add(target.offer_kind or "")
        elif isinstance(target, Actor) and target.kind:
            kinds.add(actor_kinds()[target.kind].synonym_key or "")
    return frozenset(kinds)


LACKING = {"notbetreuung", "stadtteilfest", "stadtteilzentrum"}
"""What the district does not have; the GWA does the work of a Stadtteilzentrum."""


@pytest.mark.parametrize("occasion", occasions(), ids=lambda row: str(row["key"]))
def test_every_occasion_finds_a_person_for_each_of_its_contacts(occasion: dict[str, str]) -> None:
    contacts = set(occasion["contacts"].split("|")) - LACKING
    assert contacts <= reachable_kinds()
    assert contacts


def test_our_own_institution_has_people_who_know_others() -> None:
    own = {contact.id for contact in of(Contact) if contact.employer == record_id(OWN_ACTOR)}
    knows = {known.to_contact for known in of(Acquaintance) if known.from_contact in own}
    assert len(knows - own) >= 4


def summer(today: date) -> tuple[str, dict[int, list[Offer]]]:
    """The key of the next summer holidays, and the offers of each of their weeks."""
    days = calendar(today)
    period = next(p for p in days.holidays if p.end >= today and p.key.endswith("sommer"))
    weeks: dict[int, list[Offer]] = {}
    for week in holiday_weeks(period):
        weeks[week.number] = [
            offer
            for offer in of(Offer, today)
            if offer.period is not None
            and offer.period.holiday_key == period.key
            and offer.period.start is not None
            and offer.period.end is not None
            and offer.period.start <= week.days[-1]
            and offer.period.end >= week.days[0]
        ]
    return period.key, weeks


@pytest.mark.parametrize("today", [TODAY, date(2027, 7, 1), date(2027, 8, 7), date(2028, 2, 29)])
def test_the_second_summer_week_is_crowded_and_the_last_two_are_empty(today: date) -> None:
    _key, weeks = summer(today)
    young = [
        offer for offer in weeks[2] if (offer.age_min or 0) <= 9 and (offer.age_max or 99) >= 6
    ]
    assert len(young) == 3
    assert weeks[1]
    assert weeks[3]
    assert weeks[4]
    assert weeks[5] == []
    assert weeks[6] == []


def test_the_summer_is_the_next_one() -> None:
    assert summer(TODAY)[0] == "he_2027_sommer"
    assert summer(date(2027, 7, 1))[0] == "he_2027_sommer"
    assert summer(date(2027, 8, 7))[0] == "he_2028_sommer"


def test_holidays_beyond_the_calendar_keep_their_name_without_dates() -> None:
    offers = {offer.source_id: offer for offer in of(Offer, date(2040, 3, 1))}
    period = offers["zeltlager"].period
    assert period is not None
    assert period.holiday_key == "he_2040_sommer"
    assert period.start is None


def test_the_need_of_the_guideline_is_told_to_five_bodies() -> None:
    need = one("bedarf_randzeiten")
    told = [c for c in of(Communication) if c.need == need.id]
    actors = {actor.id: actor for actor in of(Actor)}
    assert {actors[c.recipient].recipient_kind for c in told} == {
        "fachabteilung",
        "fachdienst_freier_traeger",
        "sozialplanung",
        "elternverein",
        "schulamt",
    }
    assert need.state is enums.NeedState.COMMUNICATED
    assert one("randzeit_pilot").origin == need.id


def common_minutes(one_offer: Offer, other: Offer) -> int:
    total = 0
    for here in one_offer.slots:
        for there in other.slots:
            if here.weekday == there.weekday and here.weekday is not None:
                start = max(here.start or 0, there.start or 0)
                total += max(0, min(here.end or 0, there.end or 0) - start)
    return total


@pytest.mark.parametrize(
    ("here", "there", "same_kind", "same_hours"),
    [
        ("ha_lernbruecke", "lernzeit_kiez", True, True),
        ("krabbel_lukas", "ekt_kiez", True, True),
        ("seniorentreff_wh", "erzaehlcafe", True, True),
        ("schuldner_dw", "sozialberatung_dw", False, True),
        ("jungengruppe", "maedchentreff", False, True),
        ("lernzeit_ganztag", "offene_ha_lukas", True, True),
        ("elterncafe_kiez", "familienfruehstueck", True, False),
        ("ha_juz", "ha_igw", True, False),
        ("ha_lernbruecke", "nachhilfe_igs", False, False),
        ("ha_lernbruecke", "ha_muehlberg", True, True),
    ],
)
def test_pairs_to_agree_on_are_there(
    here: str, there: str, same_kind: bool, same_hours: bool
) -> None:
    one_offer, other = one(here), one(there)
    assert (one_offer.offer_kind == other.offer_kind) is same_kind
    assert (common_minutes(one_offer, other) > 0) is same_hours


def test_two_institutions_typed_the_same_hour() -> None:
    for one_key, other_key in (
        ("ha_juz", "ha_juz_zisch"),
        ("tanzmaeuse", "kindertanz_lukas"),
        ("cafe_klatsch", "sprachcafe_mosaik"),
        ("suppe_elisabeth", "gemeinsam_essen"),
    ):
        here, there = one(one_key), one(other_key)
        assert here.lead != there.lead
        assert here.venues == there.venues
        assert [s for s in here.slots if s in there.slots] == list(here.slots)
        assert here.title != there.title


def test_after_school_care_ends_when_the_planned_late_care_begins() -> None:
    ends = {(slot.weekday, slot.end) for slot in one("betreuung_zisch").slots}
    starts = {(slot.weekday, slot.start) for slot in one("randzeit_pilot").slots}
    assert starts == ends
