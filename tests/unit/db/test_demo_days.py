"""The dates of the demo district move with the day it is opened and keep their order."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from db.demo import as_typed
from db.demo.typed import calendar
from stk_graph.model import (
    Actor,
    Attendance,
    Communication,
    Contact,
    Decision,
    Feedback,
    Meeting,
    Membership,
    Need,
    Observation,
    Offer,
    Rating,
    RatingRound,
    enums,
)
from stk_graph.times.holidays import holiday_on
from tests.unit.db.demo_records import TODAY, of


@settings(max_examples=12, deadline=None)
@given(today=st.dates(date(2025, 1, 1), date(2029, 5, 1)))
def test_dates_keep_their_order_on_every_day(today: date) -> None:
    days = calendar(today)
    numbers = (-6, -5, -4, -3, -2, -1, 1, 2)
    meetings = [days.meeting(number) for number in numbers]
    assert meetings == sorted(set(meetings))
    assert meetings[5] < today < meetings[6]
    assert {day.weekday() for day in meetings} == {1}
    assert [day for day in meetings if holiday_on(days.holidays, day)] == []

    records = {record.id: record for record in as_typed(today)}
    for record in records.values():
        if isinstance(record, Feedback):
            seen = records[record.observation]
            assert isinstance(seen, Observation)
            assert seen.observed_on < record.given_on < today
        if isinstance(record, Communication) and record.answered_on:
            assert record.sent_on <= record.answered_on < today
        if isinstance(record, Rating) and record.round:
            held = records[record.round]
            assert isinstance(held, RatingRound)
            need = records[record.need]
            assert isinstance(need, Need)
            heard = [
                f.given_on
                for f in records.values()
                if isinstance(f, Feedback) and f.observation in need.observations
            ]
            assert max(heard) < held.held_on
        if isinstance(record, Decision):
            meeting = records[record.meeting]
            assert isinstance(meeting, Meeting)
            assert meeting.held_on < today
        if isinstance(record, Offer | Actor | Contact) and record.verified_on:
            assert record.verified_on < today


def test_dates_move_with_the_day_the_demo_is_opened() -> None:
    week = timedelta(days=7)
    before = {record.id: record for record in of(Actor)}
    for actor in of(Actor, TODAY + week):
        earlier = before[actor.id].verified_on
        assert actor.verified_on == (earlier + week if earlier else None)


def test_some_records_are_fresh_some_old_and_some_never_verified() -> None:
    ages = [(TODAY - offer.verified_on).days if offer.verified_on else None for offer in of(Offer)]
    assert None in ages
    known = [age for age in ages if age is not None]
    assert min(known) < 30
    assert max(known) > 365


def test_the_retreat_and_the_meetings_have_people() -> None:
    past = [meeting for meeting in of(Meeting) if meeting.held_on < TODAY]
    for meeting in past:
        present = [
            a
            for a in of(Attendance)
            if a.meeting == meeting.id and a.presence is enums.Presence.PRESENT
        ]
        assert len(present) >= 5
    assert any(membership.member_kind for membership in of(Membership))
