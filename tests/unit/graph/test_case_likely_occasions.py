"""Occasions that follow from offer kinds when no word names one."""

from stk_graph.case import Facts, understand
from stk_graph.case.likely_occasions import COUNTS, likely_occasions
from stk_graph.vocabulary import occasions


def test_the_occasion_whose_contacts_fit_best_follows_from_the_kinds() -> None:
    row = occasions()["demenz"]
    kinds = {kind: 0.9 - 0.1 * at for at, kind in enumerate(row.contacts)}
    found = likely_occasions(kinds)
    assert found == {"demenz": COUNTS * kinds[row.contacts[0]]}


def test_kinds_that_are_not_sure_name_no_occasion() -> None:
    assert likely_occasions({}) == {}
    assert likely_occasions({occasions()["demenz"].contacts[0]: 0.4}) == {}


def test_no_alarm_follows_from_kinds_alone() -> None:
    grave = [row for row in occasions().values() if row.safety is not None]
    for row in grave:
        found = likely_occasions(dict.fromkeys(row.contacts, 0.95))
        assert all(occasions()[key].safety is None for key in found)


def test_words_for_an_occasion_come_before_what_follows_from_kinds() -> None:
    assert next(iter(understand("Mein Vater trinkt jeden Abend", Facts()).occasions)) == "sucht"
