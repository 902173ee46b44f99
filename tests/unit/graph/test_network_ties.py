"""Ties as both sides report them (domain model, section 6)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stk_graph.model import Tie
from stk_graph.model.enums import TieStage, TieStatus
from stk_graph.network.neighbourhood import Neighbourhood
from stk_graph.network.ties import ties_between
from stk_graph.times.months import months_before
from tests.unit.graph.network_records import AMT, JUZ, KITA, TODAY, VEREIN, actor, report, uid


def only_tie(*reports: object) -> Tie:
    (tie,) = Neighbourhood.build(reports).ties(TODAY)  # type: ignore[arg-type]
    return tie


def test_two_equal_reports_make_a_mutual_tie() -> None:
    tie = only_tie(report(KITA, JUZ, 3), report(JUZ, KITA, 3))
    assert (tie.stage, tie.status, tie.silent) == (3, TieStatus.MUTUAL, None)


def test_of_two_different_reports_the_lower_stage_stands() -> None:
    tie = only_tie(report(KITA, JUZ, 3), report(JUZ, KITA, 2))
    assert (tie.stage, tie.status) == (2, TieStatus.DIFFERING)


def test_one_report_makes_a_one_sided_tie_and_names_who_is_silent() -> None:
    tie = only_tie(report(KITA, JUZ, 4))
    assert (tie.stage, tie.status, tie.silent) == (4, TieStatus.ONE_SIDED, JUZ)
    tie = only_tie(report(JUZ, KITA, 4))
    assert tie.silent == KITA


def test_no_report_is_no_tie_but_a_reported_zero_is_one() -> None:
    assert Neighbourhood.build([actor(KITA), actor(JUZ)]).ties(TODAY) == []
    assert only_tie(report(KITA, JUZ, 0)).stage is TieStage.NONE


def test_the_latest_report_of_a_side_counts() -> None:
    tie = only_tie(
        report(KITA, JUZ, 1, reported_on=date(2026, 9, 1)),
        report(KITA, JUZ, 4, reported_on=date(2025, 9, 1)),
    )
    assert tie.stage is TieStage.ACQUAINTED


def test_of_two_reports_on_one_day_the_one_entered_later_counts() -> None:
    reports = [report(KITA, JUZ, 4, identity=uid(41)), report(KITA, JUZ, 2, identity=uid(40))]
    assert only_tie(*reports).stage is TieStage.JOINT
    assert only_tie(*reversed(reports)).stage is TieStage.JOINT


@pytest.mark.parametrize(
    ("reported_on", "faded"),
    [(date(2024, 11, 24), False), (date(2024, 11, 23), True), (date(2026, 11, 24), False)],
)
def test_a_tie_fades_when_a_counted_report_is_older_than_24_months(
    reported_on: date, faded: bool
) -> None:
    tie = only_tie(report(KITA, JUZ, 3, reported_on=reported_on), report(JUZ, KITA, 3))
    assert tie.faded is faded


def test_an_old_report_that_was_replaced_does_not_fade_a_tie() -> None:
    old = report(KITA, JUZ, 3, reported_on=date(2020, 1, 1))
    assert not only_tie(old, report(KITA, JUZ, 3)).faded


def test_each_topic_has_its_own_tie_and_the_general_report_is_one_of_them() -> None:
    graph = Neighbourhood.build(
        [
            report(KITA, JUZ, 4, "lernhilfe"),
            report(JUZ, KITA, 2, "kinderbetreuung"),
            report(JUZ, KITA, 1),
        ]
    )
    assert {(tie.topic, int(tie.stage), tie.silent) for tie in graph.ties(TODAY)} == {
        ("lernhilfe", 4, JUZ),
        ("kinderbetreuung", 2, KITA),
        (None, 1, KITA),
    }


def test_without_topic_the_highest_stage_stands_and_shows_its_topic() -> None:
    graph = Neighbourhood.build([report(KITA, JUZ, 5), report(KITA, JUZ, 4, "lernhilfe")])
    (tie,) = graph.actor_ties(TODAY)
    assert (tie.stage, tie.topic) == (5, None)
    graph = Neighbourhood.build([report(KITA, JUZ, 4), report(KITA, JUZ, 4, "lernhilfe")])
    (tie,) = graph.actor_ties(TODAY)
    assert (tie.stage, tie.topic) == (4, "lernhilfe")


def test_the_projection_holds_all_actors_and_ties_from_a_stage_on() -> None:
    graph = Neighbourhood.build(
        [
            *(actor(one) for one in (KITA, JUZ, AMT, VEREIN)),
            report(KITA, JUZ, 1),
            report(JUZ, AMT, 3),
            report(AMT, VEREIN, 0),
            report(KITA, uid(77), 5),
        ]
    )
    projection = graph.tie_projection(TODAY)
    assert set(projection) == {KITA, JUZ, AMT, VEREIN}
    assert {frozenset(pair) for pair in projection.edges} == {
        frozenset({KITA, JUZ}),
        frozenset({JUZ, AMT}),
    }
    strong = graph.tie_projection(TODAY, TieStage.COORDINATION)
    assert [set(pair) for pair in strong.edges] == [{JUZ, AMT}]


def test_ties_stand_in_the_order_of_names_never_of_stages() -> None:
    graph = Neighbourhood.build(
        [
            actor(KITA, "Anker"),
            actor(JUZ, "Mitte"),
            actor(AMT, "Zebra"),
            report(JUZ, AMT, 5),
            report(KITA, AMT, 1),
        ]
    )
    assert [int(tie.stage) for tie in graph.actor_ties(TODAY)] == [1, 5]


@given(
    st.lists(
        st.tuples(
            st.booleans(),
            st.integers(0, 5),
            st.sampled_from([None, "lernhilfe"]),
            st.dates(date(2023, 1, 1), date(2026, 1, 1)),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_a_tie_never_says_more_than_the_more_cautious_side(
    told: list[tuple[bool, int, str | None, date]],
) -> None:
    reports = [
        report(*((KITA, JUZ) if forth else (JUZ, KITA)), stage, topic, day)
        for forth, stage, topic, day in told
    ]
    for tie in ties_between(reports):
        of_topic = [one for one in reports if one.topic == tie.topic]
        for side in (KITA, JUZ):
            mine = [one for one in of_topic if one.from_actor == side]
            if mine:
                latest = max(mine, key=lambda one: (one.reported_on, one.id))
                assert tie.stage <= latest.stage_now
            assert (tie.silent == side) is (not mine)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 24), 24, date(2024, 11, 24)),
        (date(2026, 1, 31), 2, date(2025, 11, 30)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 12, 1), 12, date(2025, 12, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before
