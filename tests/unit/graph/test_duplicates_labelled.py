"""The fourteen labelled pairs of the domain model, section 7.4, in both orders."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from stk_graph.duplicates import Context, PairVerdict, verdict
from stk_graph.model import Actor, Area, Offer, Period, TimeSlot, new_id
from stk_graph.model.enums import Access, Gender, Rhythm, Weekday, YesNo
from stk_graph.times.holidays import calendar
from tests.unit.graph.network_records import TODAY

PAIRS = json.loads(
    (Path(__file__).parents[2] / "data" / "duplicates" / "offer_pairs.json").read_text("utf-8")
)
AREAS = {name: Area(name=name) for name in ("Nord", "Süd")}


@cache
def the_actor(name: str) -> Actor:
    aliases = tuple(
        sorted(
            side["actor"]
            for pair in PAIRS
            for side in (pair["a"], pair["b"])
            if side["actor_alias_of"] == name
        )
    )
    return Actor(name=name, aliases=aliases)


def minutes(text: str) -> int:
    hours, _colon, rest = text.partition(":")
    return int(hours) * 60 + int(rest)


def the_slots(side: dict[str, Any]) -> tuple[TimeSlot, ...]:
    return tuple(
        TimeSlot(
            weekday=Weekday[day.upper()],
            start=minutes(entry["start"]),
            end=minutes(entry["end"]),
            rhythm=Rhythm(entry["rhythm"]),
        )
        for entry in side["slots"] or ()
        for day in entry["weekdays"]
    )


def the_period(side: dict[str, Any]) -> Period | None:
    days = side["period"]
    if days is None:
        return None
    return Period(start=date.fromisoformat(days["start"]), end=date.fromisoformat(days["end"]))


def the_offer(side: dict[str, Any]) -> Offer:
    return Offer(
        id=new_id(),
        title=side["title"],
        lead=the_actor(side["actor"]).id,
        offer_kind=side["offer_kind"],
        age_min=side["age_min"],
        age_max=side["age_max"],
        gender=Gender(side["gender"]),
        access=Access(side["access"]),
        area=AREAS[side["area"]].id,
        slots=the_slots(side),
        period=the_period(side),
        overnight=YesNo(side["overnight"]),
    )


def judged(pair: dict[str, Any]) -> tuple[PairVerdict, PairVerdict]:
    one, two = the_offer(pair["a"]), the_offer(pair["b"])
    context = Context(
        today=TODAY,
        areas=AREAS.values(),
        actors=[the_actor(pair[side]["actor"]) for side in ("a", "b")],
        holidays=calendar("HE", range(2026, 2029)),
    )
    return verdict(one, two, context), verdict(two, one, context)


def by_id(identity: str) -> PairVerdict:
    return judged(next(pair for pair in PAIRS if pair["id"] == identity))[0]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["id"])
def test_a_labelled_pair_gets_its_label_in_both_orders(pair: dict[str, Any]) -> None:
    there, back = judged(pair)
    assert there == back
    assert there.label.value == pair["label"]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["id"])
def test_a_labelled_pair_has_the_stated_features(pair: dict[str, Any]) -> None:
    seen = judged(pair)[0].features
    found = {
        "K": seen.kind,
        "Y": seen.age.value,
        "T": seen.time.value,
        "R": seen.area,
        "G": seen.gender,
    }
    for name, value in pair["features"].items():
        if value is None:
            assert found[name] is None, name
        else:
            assert found[name] == pytest.approx(value, abs=5e-5), name


def test_ages_and_kind_that_differ_follow_on() -> None:
    assert by_id("P02").hints == (
        "Anschluss in Thema oder Form",
        "Anschluss im Alter",
        "Terminhinweis: zur selben Zeit",
    )


def test_holiday_offers_in_one_week_could_swap_weeks() -> None:
    assert by_id("P03").advice == ("Woche tauschen?",)


def test_a_camp_at_the_time_of_day_care_gets_a_hint_on_the_date() -> None:
    assert "Terminhinweis: zur selben Zeit" in by_id("P04").hints


def test_care_that_begins_when_another_ends_could_be_a_chain() -> None:
    assert "möglicher Anschluss, Leistungskette?" in by_id("P08").hints


def test_a_closed_group_beside_an_open_one_has_another_access() -> None:
    assert by_id("P12").hints == ("anderer Zugang",)


def test_an_unclear_pair_says_which_offer_lacks_what() -> None:
    lines = [reason.text for reason in by_id("P13").reasons if reason.value is None]
    assert lines == ["Zeiten fehlen bei „Familienfrühstück (Termine auf Anfrage)“"]


def test_offers_on_other_days_are_staggered() -> None:
    assert by_id("P14").hints == ("zeitlich versetzt",)
