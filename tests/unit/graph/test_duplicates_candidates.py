"""Only offers near each other are compared, and none that matters is missed."""

from itertools import combinations

import pytest

from stk_graph.duplicates import CandidateIndex, Context, groups, review_list, verdict
from stk_graph.model import Area, Offer
from stk_graph.model.enums import OfferStatus, PairLabel, Weekday
from tests.unit.graph.duplicate_records import (
    CITY,
    EAST,
    FOUR,
    NORTH,
    ONE,
    SOUTH,
    THREE,
    TWO,
    context,
    homework,
    slot,
)
from tests.unit.graph.network_records import TODAY, actor, uid

HOMELESS = uid(230)
CONTEXT = context(actors=(actor(HOMELESS, "Ohne Gebiet"),))
NO_AGE: dict[str, object] = {"age_min": None, "age_max": None}
NO_AREA: dict[str, object] = {"area": None, "lead": HOMELESS}


def meet(first: dict[str, object], second: dict[str, object]) -> bool:
    one, two = homework(ONE, **first), homework(TWO, **second)
    found = list(CandidateIndex(CONTEXT, [one, two]).pairs())
    assert len(found) == len(list(CandidateIndex(CONTEXT, [two, one]).pairs()))
    return found == [(one, two)]


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"offer_kind": "nachhilfe"},
        {"area": SOUTH},
        {"area": CITY},
        {"age_min": 10, "age_max": 16},
        {**NO_AGE, "target_groups": ("grundschulkinder",)},
        {"offer_kind": None},
        NO_AGE,
        NO_AREA,
    ],
)
def test_offers_meet_over_topic_people_and_area(changed: dict[str, object]) -> None:
    assert meet({}, changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"offer_kind": "schuldnerberatung"},
        {"area": EAST},
        {"age_min": 11, "age_max": 16},
        {"status": OfferStatus.ENDED},
    ],
)
def test_offers_that_do_not_share_all_three_do_not_meet(changed: dict[str, object]) -> None:
    assert not meet({}, changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"offer_kind": None, **NO_AGE},
        {"offer_kind": None, **NO_AREA},
        {**NO_AGE, **NO_AREA},
        {"offer_kind": None, "area": SOUTH},
        {**NO_AGE, "area": SOUTH},
    ],
)
def test_an_offer_that_lacks_one_needs_the_other_two_for_certain(
    changed: dict[str, object],
) -> None:
    assert not meet({}, changed)


def test_one_new_offer_meets_those_that_are_filed() -> None:
    index = CandidateIndex(CONTEXT, [homework(ONE), homework(TWO, area=EAST)])
    new = homework(THREE)
    assert [other.id for other in index.near(new)] == [ONE]
    index.add(new)
    assert [other.id for other in index.near(new)] == [ONE]
    assert len(index) == 3


def test_a_changed_offer_is_found_at_its_new_place_only() -> None:
    index = CandidateIndex(CONTEXT, [homework(ONE), homework(TWO)])
    index.add(homework(ONE, area=EAST))
    assert list(index.pairs()) == []
    index.add(homework(THREE, area=EAST))
    assert [other.id for other in index.near(homework(ONE, area=EAST))] == [THREE]
    index.remove(ONE)
    index.remove(ONE)
    assert len(index) == 2


def test_the_work_grows_with_the_neighbours_not_with_all_pairs() -> None:
    quarters = [Area(id=uid(1000 + number), name=f"Viertel {number}") for number in range(50)]
    kinds = ("hausaufgabenbetreuung", "elterncafe", "seniorentreff", "schuldnerberatung", None)
    place = Context(today=TODAY, areas=quarters)
    offers = [
        homework(uid(2000 + number), area=quarters[number % 50].id, offer_kind=kinds[number % 5])
        for number in range(2000)
    ]
    index = CandidateIndex(place, offers)
    pairs = sum(1 for _pair in index.pairs())
    assert index.compared <= 40 * len(offers)
    assert pairs == index.compared


def as_shown(*offers: Offer) -> list[tuple[str, str]]:
    return [(pair.a, pair.b) for pair in review_list(offers, CONTEXT)]


def test_the_list_is_sorted_by_time_age_and_area_then_by_title() -> None:
    offers = [
        homework(ONE, title="Berta"),
        homework(TWO, title="Anton"),
        homework(THREE, title="Cäsar", slots=(slot(start=15, end=17),)),
        homework(FOUR, title="Dora", area=SOUTH),
    ]
    found = as_shown(*offers)
    assert found[0] == (TWO, ONE)
    assert found == as_shown(*reversed(offers))
    weights = [verdict(*pair, CONTEXT).features.weight for pair in combinations(offers, 2)]
    assert len(found) == len([weight for weight in weights if weight >= 0.25])


def test_an_unknown_counts_half_for_sorting_only() -> None:
    timeless = verdict(homework(ONE), homework(TWO, slots=()), CONTEXT)
    assert timeless.features.weight == 0.5
    assert timeless.features.time.value is None
    assert timeless.label is PairLabel.UNCLEAR


def test_by_default_the_list_holds_what_asks_for_action() -> None:
    offers = [
        homework(ONE),
        homework(TWO, slots=(slot(Weekday.FR),)),
        homework(THREE, slots=(slot(Weekday.FR),), offer_kind=None),
    ]
    labels = {(pair.a, pair.b): pair.label for pair in review_list(offers, CONTEXT)}
    assert labels == {(TWO, THREE): PairLabel.UNCLEAR}
    everything = review_list(offers, CONTEXT, frozenset(PairLabel), everything=True)
    assert len(everything) == 3


def test_groups_hold_offers_that_overlap_over_others() -> None:
    offers = [
        homework(ONE, slots=(slot(start=13, end=15),)),
        homework(TWO, slots=(slot(start=14, end=16),)),
        homework(THREE, slots=(slot(start=15, end=17),)),
        homework(FOUR, slots=(slot(Weekday.TU),), lead=HOMELESS, area=NORTH),
    ]
    assert groups(review_list(offers, CONTEXT)) == [tuple(sorted((ONE, TWO, THREE)))]
