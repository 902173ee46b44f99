"""The warm path: over whom a person can be reached (domain model, section 8.2)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.model import Acquaintance, Attendance, Contact, Meeting, Record
from stk_graph.model.enums import Presence
from stk_graph.network.neighbourhood import Neighbourhood
from stk_graph.network.warm_path import RecordedCircle, Relation, WarmPath, warm_path
from tests.unit.graph.network_records import (
    AMT,
    ANNE,
    BIRGIT,
    CEM,
    DORA,
    EMRE,
    FATMA,
    JUZ,
    KITA,
    TODAY,
    contact,
    knows,
    meeting,
    present,
    uid,
)

PERSONS = (ANNE, BIRGIT, CEM, DORA, EMRE, FATMA, uid(60))
PEOPLE = [contact(one) for one in (ANNE, BIRGIT, CEM, DORA, EMRE, FATMA)]


def circle_of(records: Iterable[Record]) -> RecordedCircle:
    """Those who stand in the records."""
    made: dict[type[Record], list[Any]] = {}
    for record in records:
        made.setdefault(type(record), []).append(record)
    return RecordedCircle(
        {one.id: one.employer for one in made.get(Contact, ())},
        ((one.from_contact, one.to_contact) for one in made.get(Acquaintance, ())),
        (
            (one.contact, one.meeting)
            for one in made.get(Attendance, ())
            if one.presence is Presence.PRESENT
        ),
        {one.id: one.held_on for one in made.get(Meeting, ())},
    )


def way(records: Iterable[Record], target: str, own: Iterable[str] = (ANNE,)) -> WarmPath | None:
    """The way that the graph finds, which is also the one found without the graph."""
    known = list(records)
    graph = Neighbourhood.build(known)
    found = graph.warm_path(own, target, today=TODAY)
    assert found == graph.warm_paths(own, PERSONS, today=TODAY).get(target)
    assert found == warm_path(circle_of(known), own, target, today=TODAY)
    return found


def persons(found: WarmPath | None) -> list[str]:
    assert found is not None
    return [step.end for step in found.steps]


def test_an_acquaintance_is_reached_in_one_step() -> None:
    found = way([*PEOPLE, knows(ANNE, BIRGIT), knows(BIRGIT, ANNE)], BIRGIT)
    assert found is not None
    assert persons(found) == [BIRGIT]
    assert not found.steps[0].one_sided
    assert found.persons_between == 0


@pytest.mark.parametrize("pair", [(ANNE, BIRGIT), (BIRGIT, ANNE)])
def test_either_direction_counts_and_one_side_alone_is_marked(pair: tuple[str, str]) -> None:
    found = way([*PEOPLE, knows(*pair)], BIRGIT)
    assert found is not None
    assert [step.one_sided for step in found.steps] == [True]


def test_the_shortest_way_wins() -> None:
    chain = [knows(ANNE, BIRGIT), knows(BIRGIT, CEM), knows(CEM, FATMA), knows(ANNE, DORA)]
    assert persons(way([*PEOPLE, *chain, knows(DORA, FATMA)], FATMA)) == [DORA, FATMA]


def test_of_equally_short_ways_the_one_both_sides_confirm_wins() -> None:
    told = [knows(ANNE, BIRGIT), knows(BIRGIT, FATMA), knows(ANNE, CEM), knows(CEM, FATMA)]
    confirmed = [knows(CEM, ANNE), knows(FATMA, CEM)]
    assert persons(way([*PEOPLE, *told, *confirmed], FATMA)) == [CEM, FATMA]


def test_at_most_two_persons_stand_between() -> None:
    chain = [knows(ANNE, BIRGIT), knows(BIRGIT, CEM), knows(CEM, DORA), knows(DORA, EMRE)]
    three_steps = way([*PEOPLE, *chain], DORA)
    assert three_steps is not None
    assert three_steps.persons_between == 2
    assert way([*PEOPLE, *chain], EMRE) is None


def test_colleagues_of_one_institution_are_no_step() -> None:
    staff = [contact(ANNE), contact(BIRGIT, JUZ), contact(CEM, JUZ), contact(FATMA)]
    found = way([*staff, knows(ANNE, BIRGIT), knows(CEM, FATMA)], FATMA)
    assert found is not None
    assert [step.relation for step in found.steps] == [
        Relation.KNOWS,
        Relation.COLLEAGUE,
        Relation.KNOWS,
    ]
    assert found.persons_between == 1


def test_an_own_colleague_stands_at_the_start_of_the_way() -> None:
    staff = [contact(ANNE, KITA), contact(BIRGIT, KITA), contact(FATMA, AMT)]
    assert persons(way([*staff, knows(BIRGIT, FATMA)], FATMA)) == [BIRGIT, FATMA]
    assert persons(way([*staff, knows(BIRGIT, FATMA)], FATMA, own=[ANNE, BIRGIT])) == [FATMA]


def test_the_way_to_an_own_contact_is_empty() -> None:
    found = way(PEOPLE, ANNE)
    assert found is not None
    assert found.steps == ()
    assert found.persons_between == 0


def test_a_meeting_both_attended_stands_in_when_nobody_knows_the_person() -> None:
    met = [meeting(uid(50), date(2026, 3, 1)), meeting(uid(51), date(2026, 6, 1))]
    there = [present(one, day.id) for one in (ANNE, FATMA) for day in met]
    found = way([*PEOPLE, *met, *there], FATMA)
    assert found is not None
    assert found.same_meeting_only
    assert [step.meeting for step in found.steps] == [uid(51)]


def test_a_meeting_is_not_named_when_there_is_a_way_over_acquaintances() -> None:
    chain = [knows(ANNE, BIRGIT), knows(BIRGIT, CEM), knows(CEM, FATMA)]
    met = [meeting(uid(50), date(2026, 3, 1)), present(ANNE, uid(50)), present(FATMA, uid(50))]
    found = way([*PEOPLE, *chain, *met], FATMA)
    assert found is not None
    assert not found.same_meeting_only


@pytest.mark.parametrize(
    ("held_on", "presence"),
    [
        (date(2024, 11, 23), Presence.PRESENT),
        (date(2026, 12, 1), Presence.PRESENT),
        (date(2026, 3, 1), Presence.EXCUSED),
        (date(2026, 3, 1), Presence.UNKNOWN),
    ],
)
def test_old_and_coming_meetings_and_absent_persons_do_not_count(
    held_on: date, presence: Presence
) -> None:
    met = [meeting(uid(50), held_on), present(ANNE, uid(50)), present(FATMA, uid(50), presence)]
    assert way([*PEOPLE, *met], FATMA) is None


def test_persons_and_meetings_that_are_not_recorded_carry_no_way() -> None:
    ghost = uid(60)
    assert way([*PEOPLE, knows(ANNE, ghost), knows(ghost, FATMA)], FATMA) is None
    assert way([*PEOPLE, knows(ANNE, ghost)], ghost) is None
    assert way([*PEOPLE, present(ANNE, uid(61)), present(FATMA, uid(61))], FATMA) is None
    assert way([*PEOPLE, knows(ghost, FATMA)], FATMA, own=[ghost]) is None


def test_without_own_contacts_there_is_no_way() -> None:
    assert way([*PEOPLE, knows(ANNE, FATMA)], FATMA, own=[]) is None


people = st.sampled_from([ANNE, BIRGIT, CEM, DORA, EMRE, FATMA])


@settings(max_examples=200)
@given(
    employers=st.lists(st.sampled_from([None, KITA, JUZ, AMT]), min_size=6, max_size=6),
    pairs=st.lists(st.tuples(people, people).filter(lambda pair: pair[0] != pair[1]), max_size=9),
)
def test_with_and_without_the_graph_the_way_is_the_same_and_each_step_is_true(
    employers: list[str | None], pairs: list[tuple[str, str]]
) -> None:
    names = (ANNE, BIRGIT, CEM, DORA, EMRE, FATMA)
    staff = dict(zip(names, employers, strict=True))
    records = [contact(one, staff[one]) for one in names]
    found = way([*records, *(knows(*pair) for pair in pairs)], FATMA)
    if found is None:
        assert (ANNE, FATMA) not in pairs
        assert staff[ANNE] is None or staff[ANNE] != staff[FATMA]
        return
    assert found.persons_between <= 2
    place = ANNE
    for step in found.steps:
        assert step.start == place
        place = step.end
        if step.relation is Relation.KNOWS:
            forth, back = (step.start, step.end) in pairs, (step.end, step.start) in pairs
            assert forth or back
            assert step.one_sided is (forth != back)
        else:
            assert staff[step.start] == staff[step.end] is not None
    assert place == FATMA
