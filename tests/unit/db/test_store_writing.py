"""Saving: whole actions, versions, streams."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from db.errors import (
    Changed,
    Gone,
    InvalidRecord,
    OpenAction,
    StoreError,
)
from db.store import Store
from db.write import Saved
from stk_graph.model import (
    Actor,
    Area,
    Feedback,
    Observation,
    Offer,
    RatingRound,
    Record,
)
from stk_graph.model.enums import FeedbackKind


def save(store: Store, *records: Record) -> list[Record]:
    with store.write("test", "save") as action:
        return [action.save(record) for record in records]


def codes(error: pytest.ExceptionInfo[InvalidRecord]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_each_save_counts_the_version_and_keeps_the_moment_of_making(store: Store) -> None:
    (first,) = save(store, Actor(name="Kita"))
    (second,) = save(store, replace(first, name="Kita Süd"))
    assert (first.version, second.version) == (1, 2)
    assert second.created == first.created
    assert second.changed is not None
    assert first.changed is not None
    assert second.changed >= first.changed


def test_a_save_without_a_change_touches_nothing(store: Store) -> None:
    (actor,) = save(store, Actor(name="Kita", verified_on=date(2026, 1, 1)))
    actions = len(store.history())
    assert save(store, actor) == [actor]
    assert store.read.get(Actor, actor.id) == actor
    assert len(store.history()) == actions


def test_a_stale_form_is_refused_with_both_versions(store: Store) -> None:
    (read,) = save(store, Actor(name="Kita"))
    save(store, replace(read, name="Kita Süd"))
    mine = replace(read, name="Kita Nord")
    with pytest.raises(Changed) as error:
        save(store, mine)
    assert error.value.mine == mine
    assert isinstance(error.value.theirs, Actor)
    assert error.value.theirs.name == "Kita Süd"
    assert "Kita Süd" in str(error.value)


def test_a_stale_form_that_says_what_is_stored_is_no_conflict(store: Store) -> None:
    (read,) = save(store, Actor(name="Kita"))
    (newer,) = save(store, replace(read, name="Kita Süd"))
    assert save(store, replace(read, name="Kita Süd")) == [newer]


def test_a_record_deleted_meanwhile_is_not_brought_back_by_a_save(store: Store) -> None:
    (actor,) = save(store, Actor(name="Kita"))
    with store.write("test", "delete") as action:
        action.delete(actor.id)
    with pytest.raises(Gone):
        save(store, replace(actor, name="Kita Süd"))
    with pytest.raises(Gone):
        save(store, Actor(name="Nie gespeichert", version=3))
    with pytest.raises(Gone), store.write("test", "delete") as action:
        action.delete(actor.id)


def test_an_action_is_kept_whole_or_not_at_all(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write("test", "save") as action:
        action.save(Actor(name=str(1 / (action.save(Actor(name="Kita")).version - 1))))
    assert store.read.all(Actor) == []
    assert store.history() == []


def test_errors_of_the_caller_pass_through_unchanged(store: Store) -> None:
    with pytest.raises(FileNotFoundError), store.write("test", "import") as action:
        action.save_all(Actor(name=line) for line in open("/nowhere.csv"))  # noqa: SIM115, PTH123


def test_an_action_inside_an_action_is_refused(store: Store) -> None:
    with store.write("test", "save") as action:
        action.save(Actor(name="Kita"))
        with pytest.raises(OpenAction), store.write("test", "save"):
            pytest.fail("opened twice")
    assert len(store.read.all(Actor)) == 1


@pytest.mark.parametrize("what", ["Kita Süd löschen", "", "save kita", "save\n", "Save"])
def test_an_action_is_named_by_a_code_and_ids_only(store: Store, what: str) -> None:
    with pytest.raises(ValueError, match="code and ids"), store.write("test", what):
        pytest.fail("a name got into the history")


def test_a_write_outside_of_an_action_is_refused_by_the_file_itself(store: Store) -> None:
    (actor,) = save(store, Actor(name="Kita"))
    with store.writing() as connection:
        for statement in (
            "INSERT INTO setting(key, value) VALUES ('a', 'b')",
            f"UPDATE actor SET name = 'x' WHERE uid = '{actor.id}'",
            f"DELETE FROM actor WHERE uid = '{actor.id}'",
        ):
            with pytest.raises(sqlite3.IntegrityError, match=r"log\.tx"):
                connection.execute(statement)
    assert store.read.get(Actor, actor.id) == actor


def test_many_records_are_saved_in_one_stream_and_counted(store: Store) -> None:
    actors = [Actor(name=f"Kita {n}") for n in range(1200)]
    with store.write("test", "import") as action:
        assert action.save_all(iter(actors)) == Saved(created=1200)
    stored = store.read.all(Actor)
    changed = [replace(actor, short="K") if n % 3 == 0 else actor for n, actor in enumerate(stored)]
    with store.write("test", "import") as action:
        assert action.save_all(changed) == Saved(updated=400, unchanged=800)
    assert len(store.history()) == 2


def test_the_same_record_may_come_twice_in_a_stream(store: Store) -> None:
    actor = Actor(name="Kita")
    with store.write("test", "import") as action:
        assert action.save_all([actor, replace(actor, name="Kita")]) == Saved(1, 0, 1)


def test_references_may_point_forward_within_an_action(store: Store) -> None:
    lead, area = Actor(name="Kita"), Area(name="Süd")
    save(store, Offer(title="Café", lead=lead.id, catchment=(area.id,)), lead, area)
    assert store.read.counts()[Offer] == 1


def test_the_order_of_references_is_kept_and_a_second_mention_dropped(store: Store) -> None:
    a, b, c = save(store, Actor(name="A"), Actor(name="B"), Actor(name="C"))
    (offer,) = save(store, Offer(title="Café", lead=a.id, partners=(c.id, b.id, c.id)))
    assert isinstance(offer, Offer)
    assert offer.partners == (c.id, b.id)
    (offer,) = save(store, replace(offer, partners=(b.id, a.id, c.id)))
    stored = store.read.get(Offer, offer.id)
    assert stored is not None
    assert stored.partners == (b.id, a.id, c.id)


def test_a_changed_list_of_references_is_a_new_version(store: Store) -> None:
    a, b = save(store, Actor(name="A"), Actor(name="B"))
    (offer,) = save(store, Offer(title="Café", lead=a.id))
    (again,) = save(store, replace(offer, partners=(b.id,)))
    assert again.version == 2


def test_numbers_kept_with_references_are_stored(store: Store) -> None:
    from stk_graph.model import Need

    need, other = save(store, Need(title="A"), Need(title="B"))
    (held,) = save(store, RatingRound(held_on=date(2026, 1, 1), dots={need.id: 3, other.id: 1}))
    assert isinstance(held, RatingRound)
    save(store, replace(held, dots={other.id: 2}))
    stored = store.read.get(RatingRound, held.id)
    assert stored is not None
    assert stored.dots == {other.id: 2}


def observation_of(actor: Actor) -> Observation:
    return Observation(title="Randzeiten", observed_on=date(2026, 1, 1), actor=actor.id)


def test_a_second_feedback_of_an_actor_takes_the_place_of_the_first(store: Store) -> None:
    kita, school = Actor(name="Kita"), Actor(name="Schule")
    seen = observation_of(kita)
    voices = [
        Feedback(observation=seen.id, actor=school.id, kind=kind, given_on=date(2026, 1, 2))
        for kind in (FeedbackKind.SHARED, FeedbackKind.NOT_SHARED)
    ]
    with store.write("test", "import") as action:
        action.save_all([kita, school, seen, *voices])
    assert [voice.kind for voice in store.read.all(Feedback)] == [FeedbackKind.NOT_SHARED]
    store.undo("test")
    with store.write("test", "import") as action:
        action.save_all([kita, school, seen, voices[0]])
    save(store, voices[1])
    store.undo("test")
    assert [voice.kind for voice in store.read.all(Feedback)] == [FeedbackKind.SHARED]


def test_the_name_of_who_acts_is_cleaned(store: Store) -> None:
    with store.write("A\x1b[31m\nB", "save") as action:
        action.save(Actor(name="Kita"))
    assert store.history()[0].who == "A\ufffd[31m B"


def test_errors_of_others_pass_through_a_snapshot(store: Store) -> None:
    with pytest.raises(FileNotFoundError), store.read.snapshot():
        Path("/nowhere.csv").read_text()


def test_the_log_file_is_moved_into_the_file_as_it_grows(store: Store) -> None:
    (actor,) = save(store, Actor(name="Kita"))
    with store.writing() as connection:
        connection.execute("PRAGMA wal_autocheckpoint=20").fetchall()
    for number in range(40):
        (actor,) = save(store, replace(actor, description=f"{number}"))
    log = store.path.with_name(store.path.name + "-wal")
    assert log.stat().st_size < 100 * 4096  # all forty actions take several hundred pages


def test_every_sentence_of_an_error_can_be_said() -> None:
    from string import Formatter

    from db.errors import FINDINGS, SENTENCES, Finding

    for code, sentence in SENTENCES.items():
        names = {name for _text, name, _spec, _conversion in Formatter().parse(sentence) if name}
        said = str(StoreError(code, **dict.fromkeys(names, "X")))
        assert said.endswith(".")
        assert "{" not in said
    for code, sentence in FINDINGS.items():
        names = {name for _text, name, _spec, _conversion in Formatter().parse(sentence) if name}
        assert str(Finding(code, dict.fromkeys(names, "X")))
