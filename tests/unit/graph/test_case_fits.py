"""Three-valued criteria and the parts of the score."""

from datetime import timedelta

import pytest

from stk_graph.case import AgeSpan, Understanding
from stk_graph.case.fits import (
    EVERYBODY,
    age_fit,
    age_intervals,
    group_fit,
    language_fit,
    made_for,
    yes_fit,
)
from stk_graph.case.score import PLACE_VALUE, Parts, freshness, score_of
from stk_graph.model import Area, Offer
from stk_graph.model.enums import AreaType, Fit, Gender, Occupancy, YesNo
from stk_graph.nearness import FAR, NEAR, SAME, nearness, places_of
from tests.unit.graph.case_district import (
    CITY,
    CLUB,
    NORTH,
    OFFICE,
    SOUTH,
    TODAY,
    care,
    directory,
)


def offer(**more: object) -> Offer:
    return Offer(**({"title": "Angebot", "lead": CLUB.id} | more))  # type: ignore[arg-type]


def aged(*ages: float, **more: object) -> Understanding:
    spans = tuple(AgeSpan(age, age) for age in ages)
    return Understanding(ages=spans, **more)  # type: ignore[arg-type]


def test_a_whole_upper_age_includes_its_year() -> None:
    assert age_intervals(offer(age_min=6, age_max=10)) == [(6, 11)]
    assert age_intervals(offer(age_max=2.5)) == [(0, 3.0)]
    assert age_intervals(offer(target_groups=("grundschulkinder",))) == [(6, 11)]
    assert age_intervals(offer()) == []


@pytest.mark.parametrize(
    ("age", "fit"), [(5, Fit.NO), (6, Fit.FITS), (10.5, Fit.FITS), (11, Fit.NO)]
)
def test_an_age_fits_inside_the_stated_interval(age: float, fit: Fit) -> None:
    assert age_fit(aged(age), offer(age_min=6, age_max=10)) is fit


def test_age_is_not_asked_or_not_known() -> None:
    assert age_fit(aged(), offer(age_min=6)) is None
    assert age_fit(aged(7), offer()) is Fit.UNKNOWN


def test_an_offer_known_to_counsel_parents_fits_a_child_of_any_age() -> None:
    assert age_fit(aged(7), offer(age_min=18, counsels_parents=YesNo.YES)) is Fit.FITS


@pytest.mark.parametrize("kind", ["erziehungsberatung", "migrationsberatung", "selbsthilfe"])
def test_counselling_of_parents_is_never_assumed_from_the_kind(kind: str) -> None:
    assert age_fit(aged(7), offer(age_min=18, offer_kind=kind)) is Fit.NO


def test_a_parent_beside_a_child_leaves_the_age_unknown() -> None:
    assert age_fit(aged(1, adults=True), offer(age_min=18)) is Fit.UNKNOWN
    assert age_fit(aged(15, adults=True), offer(age_min=18)) is Fit.UNKNOWN
    assert age_fit(aged(8, adults=True, age_stated=True), offer(age_min=18)) is Fit.UNKNOWN
    parents = aged(15, groups=("eltern",), age_stated=True)
    assert age_fit(parents, offer(age_min=18)) is Fit.UNKNOWN


def test_young_people_who_say_i_are_no_parents_of_themselves() -> None:
    assert age_fit(aged(15, adults=True, age_stated=True), offer(age_min=18)) is Fit.NO


def test_a_parent_is_a_generation_older_than_the_child() -> None:
    assert age_fit(aged(8, adults=True), offer(age_min=10, age_max=19)) is Fit.NO
    assert age_fit(aged(1, adults=True), offer(age_min=10, age_max=19)) is Fit.UNKNOWN


def test_a_child_beside_a_grown_up_leaves_the_age_unknown() -> None:
    baby = aged(24, groups=("kleinkinder",), age_stated=True)
    assert age_fit(baby, offer(age_max=3)) is Fit.UNKNOWN
    assert age_fit(baby, offer(age_min=6, age_max=10)) is Fit.NO


def test_parents_among_the_groups_of_an_offer_without_ages_are_of_any_age() -> None:
    both = offer(target_groups=("eltern", "kinder"))
    assert age_fit(aged(15, age_stated=True), both) is Fit.UNKNOWN
    assert age_fit(aged(7), both) is Fit.FITS
    assert age_fit(aged(15), offer(target_groups=("kinder",))) is Fit.NO


def test_a_group_fits_its_ancestors_and_descendants_and_everybody() -> None:
    case = Understanding(stated_groups=("grundschulkinder",))
    assert group_fit(case, offer(target_groups=("kinder",))) is Fit.FITS
    assert group_fit(case, offer(target_groups=("bewohnerschaft",))) is Fit.FITS
    assert group_fit(case, offer(target_groups=("aeltere",))) is Fit.NO
    assert group_fit(case, offer()) is Fit.UNKNOWN


def test_a_group_only_read_in_the_text_never_says_no() -> None:
    case = Understanding(groups=("grundschulkinder",))
    assert group_fit(case, offer(target_groups=("aeltere",))) is None
    assert group_fit(case, offer(target_groups=("kinder",))) is Fit.FITS


def test_a_language_is_no_only_for_a_complete_list() -> None:
    case = Understanding(language="ar")
    assert language_fit(case, offer(languages=("ar",)), None, None) is Fit.FITS
    assert language_fit(case, offer(languages=("tr",)), None, None) is Fit.UNKNOWN
    complete = offer(languages=("tr",), languages_complete=True)
    assert language_fit(case, complete, None, None) is Fit.NO
    assert language_fit(Understanding(language="de"), complete, None, None) is None


def test_partly_is_not_known_to_be_enough() -> None:
    assert yes_fit(True, YesNo.PARTLY) is Fit.UNKNOWN
    assert yes_fit(False, YesNo.NO) is None


def test_nearness_follows_the_tree_and_the_borders_of_areas() -> None:
    east = Area(name="Ost")
    quarter = Area(name="Hafen", parent=NORTH.id)
    beside = Area(name="West", borders=(east.id,))
    areas = {area.id: area for area in (CITY, NORTH, SOUTH, quarter, east, beside)}
    assert nearness(NORTH.id, frozenset({quarter.id}), areas) == SAME
    assert nearness(quarter.id, frozenset({NORTH.id}), areas) == SAME
    assert nearness(NORTH.id, frozenset({CITY.id}), areas) == NEAR
    assert nearness(east.id, frozenset({beside.id}), areas) == NEAR
    assert nearness(NORTH.id, frozenset({SOUTH.id}), areas) == FAR
    assert nearness(NORTH.id, frozenset(), areas) is None
    assert nearness(NORTH.id, frozenset({SOUTH.id, CITY.id}), areas) == NEAR


def test_siblings_below_the_city_are_near() -> None:
    borough = Area(name="Bezirk", type=AreaType.BOROUGH, parent=CITY.id)
    one, two = Area(name="Eins", parent=borough.id), Area(name="Zwei", parent=borough.id)
    areas = {area.id: area for area in (CITY, borough, one, two)}
    assert nearness(one.id, frozenset({two.id}), areas) == NEAR


def test_an_offer_without_area_is_where_its_lead_is() -> None:
    found = directory()
    assert places_of(offer(), CLUB, found.locations) == {NORTH.id}
    assert places_of(offer(area=SOUTH.id), CLUB, found.locations) == {SOUTH.id}
    assert places_of(None, OFFICE, found.locations) == {NORTH.id}


def parts(**more: float | None) -> Parts:
    values: dict[str, float | None] = {
        "kind": 1.0,
        "audience": 1.0,
        "area": 1.0,
        "words": 1.0,
        "made_for": 1.0,
        "closeness": 1.0,
        "freshness": 1.0,
    }
    return Parts(**(values | more))  # type: ignore[arg-type]


def test_a_full_score_is_one_whatever_was_asked() -> None:
    assert score_of(parts()) == pytest.approx(1.0)
    assert score_of(parts(time=1.0, area=None, audience=None)) == pytest.approx(1.0)


def test_a_likelier_kind_leads_and_within_a_kind_what_was_asked_decides() -> None:
    assert score_of(parts(kind=0.6)) == pytest.approx(0.6)
    assert score_of(parts(audience=0.5)) > score_of(parts(audience=0.0))
    assert score_of(parts(kind=0.4)) < score_of(parts(audience=0.5, words=0.0))


@pytest.mark.parametrize("asked", ["time", "language", "cost", "accessibility"])
def test_what_is_certainly_not_given_counts_far_less_than_what_is_unknown(asked: str) -> None:
    given, unknown, missed = (score_of(parts(**{asked: value})) for value in (1.0, 0.5, 0.0))
    assert given - unknown < unknown - missed
    assert missed < 0.7 * given


def test_a_full_offer_comes_after_a_like_one_that_was_not_confirmed_for_long() -> None:
    full = score_of(parts(place=PLACE_VALUE[Occupancy.FULL]))
    waiting = score_of(parts(place=PLACE_VALUE[Occupancy.WAITING_LIST]))
    assert full < waiting < score_of(parts(freshness=0.0)) < score_of(parts())


def test_what_nobody_confirmed_for_a_year_and_what_is_for_the_other_gender_sinks() -> None:
    assert score_of(parts(freshness=0.0)) < score_of(parts(freshness=0.5, words=0.9))
    assert score_of(parts(other_gender=True)) < score_of(parts(words=0.0))


def test_closeness_counts_only_for_a_fit_of_kind() -> None:
    assert score_of(parts(kind=0.5)) == score_of(parts(kind=0.5, closeness=0.0))
    assert score_of(parts(kind=0.55)) > score_of(parts(kind=0.55, closeness=0.0))


def test_freshness_fades_in_two_steps() -> None:
    assert freshness(TODAY - timedelta(days=100), TODAY) == 1.0
    assert freshness(TODAY - timedelta(days=300), TODAY) == 0.5
    assert freshness(TODAY - timedelta(days=400), TODAY) == 0.0
    assert freshness(None, TODAY) == 0.0


def test_an_offer_made_for_those_who_ask_comes_before_one_for_all_and_one_for_others() -> None:
    single = offer(target_groups=("alleinerziehende",))
    everybody = offer(target_groups=("bewohnerschaft",))
    refugees = offer(target_groups=("gefluechtete",))
    case = Understanding(groups=("alleinerziehende",))
    values = [made_for(case, one) for one in (single, everybody, refugees)]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == 3
    wider = Understanding(groups=("zugewanderte",))
    assert made_for(Understanding(groups=("gefluechtete",)), refugees) > made_for(wider, refugees)


def test_an_offer_for_everybody_comes_before_one_for_a_group_nobody_named() -> None:
    families, everybody = offer(target_groups=("familien",)), offer(target_groups=(EVERYBODY,))
    assert made_for(Understanding(), families) < made_for(Understanding(), everybody)
    case = Understanding(groups=("eltern",))
    assert made_for(case, families) == made_for(case, everybody)


def test_an_offer_for_one_gender_is_made_for_those_who_are_known_to_have_it() -> None:
    girls = offer(gender=Gender.FEMALE)
    assert made_for(Understanding(gender=Gender.FEMALE), girls) > made_for(Understanding(), offer())
    assert made_for(Understanding(), girls) < made_for(Understanding(), offer())


def test_an_offer_of_few_years_is_made_for_somebody_of_such_an_age() -> None:
    teens, anybody = offer(age_min=12, age_max=17), offer(age_min=14)
    assert made_for(aged(14), teens) > made_for(aged(14), anybody)
    assert made_for(Understanding(adults=True), teens) < made_for(
        Understanding(adults=True), anybody
    )


def test_an_offer_of_the_district_is_built_as_described() -> None:
    assert age_intervals(care()) == [(6.0, 11.0)]
