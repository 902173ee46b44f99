"""What the demo district was written to show: records typed twice, overlaps, open questions."""

from functools import cache
from itertools import combinations

import pytest

from db.demo import district
from stk_graph.duplicates import Context, PairVerdict, features, groups, review_list, verdict
from stk_graph.duplicates.rule import decide
from stk_graph.model import Actor, Area, Location, Meeting, Offer, Record, Review
from stk_graph.model.enums import OfferStatus, PairLabel
from stk_graph.times.holidays import calendar
from tests.unit.graph.network_records import TODAY

DISTRICT: list[Record] = district(TODAY)
OFFERS = {one.source_id or "": one for one in DISTRICT if isinstance(one, Offer)}
CONTEXT = Context(
    today=TODAY,
    areas=[one for one in DISTRICT if isinstance(one, Area)],
    actors=[one for one in DISTRICT if isinstance(one, Actor)],
    locations=[one for one in DISTRICT if isinstance(one, Location)],
    reviews=[one for one in DISTRICT if isinstance(one, Review)],
    meetings=[one for one in DISTRICT if isinstance(one, Meeting)],
    holidays=calendar("HE", range(TODAY.year - 1, TODAY.year + 3)),
)
ACTION = (PairLabel.DUPLICATE_RECORD, PairLabel.OVERLAP)


def judged(first: str, second: str) -> PairVerdict:
    return verdict(OFFERS[first], OFFERS[second], CONTEXT)


@cache
def listed() -> list[PairVerdict]:
    return review_list(OFFERS.values(), CONTEXT)


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        ("ha_juz", "ha_juz_zisch", PairLabel.DUPLICATE_RECORD),
        ("maedchen_juz", "maedchentag_juz", PairLabel.DUPLICATE_RECORD),
        ("cafe_klatsch", "sprachcafe_mosaik", PairLabel.DUPLICATE_RECORD),
        ("gemeinsam_essen", "suppe_elisabeth", PairLabel.DUPLICATE_RECORD),
        ("kindertanz_lukas", "tanzmaeuse", PairLabel.DUPLICATE_RECORD),
        ("ha_lernbruecke", "lernzeit_kiez", PairLabel.OVERLAP),
        ("ferienspiele_sommer", "fussballcamp", PairLabel.OVERLAP),
        ("krabbel_lukas", "ekt_kiez", PairLabel.OVERLAP),
        ("seniorentreff_wh", "erzaehlcafe", PairLabel.OVERLAP),
        ("ferienspiele_sommer", "zeltlager", PairLabel.COMPLEMENT),
        ("ha_juz", "ha_igw", PairLabel.COMPLEMENT),
        ("jungengruppe", "maedchen_juz", PairLabel.COMPLEMENT),
        ("schuldner_dw", "sozialberatung_dw", PairLabel.UNCLEAR),
        ("lernzeit_ganztag", "offene_ha_lukas", PairLabel.COMPLEMENT),
        ("betreuung_zisch", "randzeit_pilot", PairLabel.COMPLEMENT),
        ("ha_muehlberg", "ha_lernbruecke", PairLabel.DISTINCT),
        ("elterncafe_kiez", "familienfruehstueck", PairLabel.UNCLEAR),
        ("maedchentreff", "maedchen_juz", PairLabel.COORDINATED),
        ("offene_ha_lukas", "lernzeit_kiez", PairLabel.COORDINATED),
        ("papierkram", "sozialberatung_dw", PairLabel.COORDINATED),
        ("cafe_zisch", "elterncafe_kiez", PairLabel.DISTINCT),
    ],
)
def test_a_pair_of_the_demo_gets_its_label(first: str, second: str, label: PairLabel) -> None:
    assert judged(first, second).label is label


def test_the_list_misses_no_duplicate_and_no_overlap() -> None:
    running = [one for one in OFFERS.values() if one.status is not OfferStatus.ENDED]
    wanted = {
        frozenset((one.id, two.id))
        for one, two in combinations(running, 2)
        if decide(features(one, two, CONTEXT)).label in ACTION
    }
    reviewed = CONTEXT.latest_reviews.keys()
    found = {frozenset((pair.a, pair.b)) for pair in listed() if pair.label in ACTION}
    assert len(wanted) > 30
    assert found - reviewed == wanted - reviewed


def test_the_list_says_nothing_about_ended_offers() -> None:
    ended = {one.id for one in OFFERS.values() if one.status is OfferStatus.ENDED}
    assert ended
    assert not any({pair.a, pair.b} & ended for pair in listed())


def test_the_list_asks_only_what_an_answer_would_change() -> None:
    unasked = judged("schuldner_dw", "sozialberatung_dw")
    assert unasked.features.age.value is None
    assert unasked.features.kind == 0.6
    assert unasked not in listed()
    asked = judged("elterncafe_kiez", "familienfruehstueck")
    assert asked in listed()


def test_every_pair_says_why() -> None:
    for pair in listed():
        told = {reason.feature for reason in pair.reasons}
        assert {"kind", "age", "time", "area"} <= told
        assert all(reason.text and "{" not in reason.text for reason in pair.reasons)
        if pair.label is PairLabel.UNCLEAR:
            assert any(reason.value is None for reason in pair.reasons)


def test_the_homework_offers_of_the_district_form_one_group() -> None:
    largest = set(groups(listed())[0])
    assert {OFFERS[key].id for key in ("ha_juz", "ha_lernbruecke", "ha_igw")} <= largest
