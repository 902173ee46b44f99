"""The demo district contradicts neither itself nor the rules of the domain."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from db.store import open_store
from stk_graph.model import (
    Communication,
    Feedback,
    Need,
    Observation,
    Rating,
    RatingRound,
    enums,
    is_id,
)
from stk_graph.vocabulary.known_keys import unknown_keys
from tests.unit.db.demo_records import TODAY, of, on


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def test_every_key_is_used_once() -> None:
    keys = Counter(record.source_id for record in on(TODAY))
    assert [key for key, times in keys.items() if times > 1] == []


def test_ids_are_the_same_on_every_day() -> None:
    later = on(date(2027, 7, 10))
    assert [record.id for record in on(TODAY)] == [record.id for record in later]
    assert all(is_id(record.id) for record in later)


def test_every_reference_points_to_an_earlier_record() -> None:
    seen: set[str] = set()
    for record in on(TODAY):
        held = msgspec.to_builtins(record)
        own = held.pop("id")
        links = held.pop("links", [])
        missing = [text for text in texts(held) if is_id(text) and text not in seen]
        assert missing == [], record.source_id
        assert set(links) <= seen
        seen.add(own)


def test_the_dots_of_the_retreat_lie_on_needs() -> None:
    needs = {need.id for need in of(Need)}
    (held,) = of(RatingRound)
    assert held.dots
    assert set(held.dots) <= needs


def test_vocabulary_keys_exist() -> None:
    assert {
        str(record.source_id): unknown_keys(record) for record in on(TODAY) if unknown_keys(record)
    } == {}


def test_the_store_takes_the_district_and_finds_nothing_to_complain(tmp_path: Path) -> None:
    with open_store(tmp_path / "demo.db", create=True) as store:
        with store.write("demo", "demo") as transaction:
            saved = transaction.save_all(on(TODAY))
        assert saved.created == len(on(TODAY))
        assert store.check() == []


def test_no_actor_confirms_its_own_observation_and_each_speaks_once() -> None:
    observers = {observation.id: observation.actor for observation in of(Observation)}
    voices = [(feedback.observation, feedback.actor) for feedback in of(Feedback)]
    assert len(set(voices)) == len(voices)
    assert [voice for voice in voices if observers[voice[0]] == voice[1]] == []


@pytest.mark.parametrize("observation", of(Observation), ids=lambda one: str(one.source_id))
def test_an_observation_is_shared_when_two_others_say_so(observation: Observation) -> None:
    voices = [f for f in of(Feedback) if f.observation == observation.id]
    shared = sum(voice.kind is enums.FeedbackKind.SHARED for voice in voices)
    assert (observation.state is enums.ObservationState.SHARED) == (shared >= 2)


def test_needs_hold_the_guards_of_their_state() -> None:
    told = {communication.need for communication in of(Communication)}
    states = enums.ObservationState
    observed = {observation.id: observation.state for observation in of(Observation)}
    rated = {rating.need for rating in of(Rating)}
    for need in of(Need):
        assert need.observations
        if need.state is not enums.NeedState.OBSERVED:
            assert states.SHARED in {observed[key] for key in need.observations}
        if need.state is enums.NeedState.COMMUNICATED:
            assert need.id in told
        if need.state is enums.NeedState.RATED:
            assert need.id in rated
        if need.state is enums.NeedState.IN_PROGRESS:
            assert need.route is not None
            assert need.lead is not None
        if need.state is enums.NeedState.DEFERRED:
            assert need.resubmit_on is not None
        if need.state is enums.NeedState.DROPPED:
            assert need.reason
