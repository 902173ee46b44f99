"""Floors under the figures of the case search; ``python -m tests.evaluation`` prints them."""

import pytest

from tests.evaluation.evaluation_harness import Figures, case_sets, demo_directory, measured


@pytest.fixture(scope="module")
def figures() -> dict[str, Figures]:
    directory = demo_directory()
    return {name: measured(found, directory) for name, found in case_sets().items()}


def test_the_examples_of_the_domain_model_find_an_expected_kind(
    figures: dict[str, Figures],
) -> None:
    examples = figures["example_cases"]
    assert examples.kind_at_1 is not None
    assert examples.kind_at_1 >= 0.85
    assert examples.kind_at_3 == 1.0
    assert examples.wrong_first == 0


def test_cases_of_the_district_find_an_expected_offer(figures: dict[str, Figures]) -> None:
    district = figures["district_cases"]
    assert district.offer_at_3 is not None
    assert district.baseline_offer_at_3 is not None
    assert district.offer_at_3 >= 0.9
    assert district.offer_at_3 >= district.baseline_offer_at_3 + 0.3


@pytest.mark.parametrize("name", ["example_cases", "district_cases"])
def test_nothing_that_protects_people_is_missed(figures: dict[str, Figures], name: str) -> None:
    found = figures[name]
    assert found.safety_recall == 1.0
    assert found.safety_false_alarms <= 1
    assert found.personal_recall == 1.0
    assert found.personal_false_alarms == 0
    assert found.without_safety_line == 0


@pytest.mark.parametrize("name", ["example_cases", "district_cases"])
def test_an_answer_is_never_empty(figures: dict[str, Figures], name: str) -> None:
    assert figures[name].empty_answers == 0


def test_among_offers_of_the_right_kind_the_one_that_fits_is_first(
    figures: dict[str, Figures],
) -> None:
    known, held_out = figures["order_cases"], figures["order_cases (held out)"]
    assert known.offer_at_1 is not None
    assert known.offer_at_1 >= 0.84
    assert known.wrong_first <= 4
    assert held_out.offer_at_3 is not None
    assert held_out.baseline_offer_at_3 is not None
    assert held_out.offer_at_3 >= held_out.baseline_offer_at_3 + 0.1


def test_cases_by_another_hand_find_an_expected_offer(figures: dict[str, Figures]) -> None:
    known, held_out = figures["demo_cases"], figures["demo_cases (held out)"]
    assert known.offer_at_3 is not None
    assert known.offer_at_3 >= 0.76
    assert held_out.offer_at_3 is not None
    assert held_out.offer_at_1 is not None
    assert held_out.baseline_offer_at_3 is not None
    assert held_out.offer_at_3 >= max(0.6, held_out.baseline_offer_at_3 + 0.3)
    assert held_out.offer_at_1 >= 0.46
    for found in (known, held_out):
        assert found.personal_recall == 1.0
        assert found.personal_false_alarms <= 1
        assert found.empty_answers == 0
        assert found.without_safety_line == 0
        assert found.safety_false_alarms <= 3
