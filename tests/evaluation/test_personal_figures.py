"""Floors and ceilings of the check for personal data; figures of held-out rows are recorded."""

import pytest

from tests.evaluation.personal_figures import Figures, of_cases, of_set


@pytest.mark.parametrize(
    ("name", "recall", "alarms"),
    [("personal_sentences", 1.0, 0.01), ("personal_second_hand", 0.98, 0.02)],
)
def test_personal_data_is_seen_and_places_houses_and_hours_are_not_taken_for_it(
    name: str, recall: float, alarms: float
) -> None:
    figures = of_set(name, held_out=False)
    assert figures.seen >= recall * figures.personal, figures.wrong
    assert figures.alarms <= alarms * figures.free, figures.wrong


@pytest.mark.parametrize(
    ("name", "recorded"),
    [
        ("personal_sentences", Figures(57, 56, 54, 0, ())),
        ("personal_second_hand", Figures(115, 101, 144, 7, ())),
    ],
)
def test_sentences_nothing_was_tuned_on_do_no_worse_than_recorded(
    name: str, recorded: Figures
) -> None:
    figures = of_set(name, held_out=True)
    assert (figures.personal, figures.free) == (recorded.personal, recorded.free)
    assert figures.seen >= recorded.seen
    assert figures.alarms <= recorded.alarms


def test_hardly_a_case_of_the_body_of_knowledge_is_taken_for_personal_data() -> None:
    figures = of_cases()
    assert figures.free > 9000
    assert figures.alarms <= 0.003 * figures.free, figures.wrong
