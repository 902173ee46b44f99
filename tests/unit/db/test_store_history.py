"""The history: what was done, taken back and restored."""

import pytest
from msgspec.structs import replace

from db.errors import NotUndone
from db.history import Change, changes
from db.sources import notes, source_records, sources
from db.store import Store
from stk_graph.model import (
    Actor,
    Offer,
    new_id,
)
from tests.unit.db.store_actions import save


def names(store: Store) -> list[str]:
    return [actor.name for actor in store.read.all(Actor)]


def test_the_history_says_who_did_what_to_which_tables(store: Store) -> None:
    actor = Actor(name="Kita")
    save(store, actor, Offer(title="Café", lead=actor.id, partners=(actor.id,)), what="import")
    (action,) = store.history()
    assert (action.who, action.what, action.undoes, action.undone) == (
        "test",
        "import",
        None,
        False,
    )
    assert action.rows == {"actor": 1, "offer": 1, "offer_partners": 1}
    assert [entry.number for entry in store.history(uid=actor.id)] == [action.number]
    assert store.history(uid=new_id()) == []


def test_the_history_keeps_both_texts_of_a_change(store: Store) -> None:
    (actor,) = save(store, Actor(name="Kita"))
    save(store, replace(actor, name="Kita Süd"))
    (change,) = changes(store.read, store.history()[0].number)
    assert isinstance(change, Change)
    assert change.old is not None
    assert change.new is not None
    assert (change.table, change.uid, change.operation) == ("actor", actor.id, "update")
    assert (change.old["name"], change.new["name"]) == ("Kita", "Kita Süd")


def test_undo_takes_back_one_action_after_the_other_and_redo_restores_them(store: Store) -> None:
    (first,) = save(store, Actor(name="A"))
    save(store, replace(first, name="B"))
    save(store, Actor(name="C"))
    states = [names(store)]
    for _step in range(3):
        store.undo("test")
        states.append(names(store))
    assert states == [["B", "C"], ["B"], ["A"], []]
    with pytest.raises(NotUndone, match="zurücknehmen"):
        store.undo("test")
    for state in (["A"], ["B"], ["B", "C"]):
        store.redo("test")
        assert names(store) == state
    with pytest.raises(NotUndone, match="wiederherstellen"):
        store.redo("test")
    store.undo("test")
    assert names(store) == ["B"]


def test_nothing_is_restored_once_something_else_was_done(store: Store) -> None:
    save(store, Actor(name="A"))
    store.undo("test")
    save(store, Actor(name="B"))
    with pytest.raises(NotUndone):
        store.redo("test")
    assert names(store) == ["B"]


def test_an_undone_action_is_marked_and_its_restoring_unmarks_it(store: Store) -> None:
    save(store, Actor(name="A"))
    store.undo("test")
    assert [(action.what, action.undone) for action in store.history()] == [
        ("undo", False),
        ("save", True),
    ]
    store.redo("test")
    assert [(action.what, action.undone) for action in store.history()] == [
        ("redo", False),
        ("undo", True),
        ("save", False),
    ]


def test_the_version_never_goes_back_so_that_a_stale_form_is_noticed(store: Store) -> None:
    (first,) = save(store, Actor(name="A"))
    (second,) = save(store, replace(first, name="B"))
    store.undo("test")
    undone = store.read.get(Actor, first.id)
    assert undone is not None
    assert (undone.name, undone.version) == ("A", second.version + 1)


def test_an_earlier_action_is_undone_if_nothing_of_it_was_touched_since(store: Store) -> None:
    save(store, Actor(name="A"))
    number = store.history()[0].number
    save(store, Actor(name="B"))
    store.undo("test", number)
    assert names(store) == ["B"]
    with pytest.raises(NotUndone):
        store.undo("test", number)
    with pytest.raises(NotUndone, match="999"):
        store.undo("test", 999)


def test_an_action_that_was_worked_on_since_is_not_undone(store: Store) -> None:
    (first,) = save(store, Actor(name="A"))
    number = store.history()[0].number
    save(store, replace(first, name="B"))
    with pytest.raises(NotUndone, match="spätere Änderung"):
        store.undo("test", number)
    assert names(store) == ["B"]


def test_a_record_that_others_refer_to_by_now_is_not_undone_away(store: Store) -> None:
    (lead,) = save(store, Actor(name="A"))
    number = store.history()[0].number
    save(store, Offer(title="Café", lead=lead.id))
    with pytest.raises(NotUndone):
        store.undo("test", number)
    assert names(store) == ["A"]


def test_undo_of_a_deletion_is_refused_if_what_it_needs_is_gone(store: Store) -> None:
    lead = Actor(name="A")
    offer = Offer(title="Café", lead=lead.id)
    save(store, lead, offer)
    with store.write("test", "delete") as action:
        action.delete(offer.id)
    number = store.history()[0].number
    with store.write("test", "delete") as action:
        action.delete(lead.id)
    with pytest.raises(NotUndone):
        store.undo("test", number)
    assert store.read.counts()[Offer] == 0


def test_rows_changed_twice_in_one_action_go_back_to_before_it(store: Store) -> None:
    (actor,) = save(store, Actor(name="A"))
    with store.write("test", "save") as action:
        middle = action.save(replace(actor, name="B"))
        action.save(replace(middle, name="C"))
        passing = action.save(Actor(name="kurz"))
        action.delete(passing.id)
    store.undo("test")
    assert names(store) == ["A"]


def test_a_whole_import_is_one_undo_and_its_sources_go_with_it(store: Store) -> None:
    actor = Actor(name="Kita")
    with store.write("test", "import") as action:
        source = action.source("stadt.csv", "hsds-3.0")
        action.save(actor)
        action.remember(source, "organization", [("o1", actor.id, {"name": "Kita", "tags": []})])
        action.note(actor.id, "Farbe", "grün\nblau", source)
        action.note(actor.id, "Farbe", "grün\nblau", source)
    known = source_records(store.read, "stadt.csv", "organization")
    assert known["o1"].uid == actor.id
    assert known["o1"].values == {"name": "Kita", "tags": []}
    assert sources(store.read) == [("stadt.csv", "hsds-3.0")]
    assert [note.text for note in notes(store.read, actor.id)] == ["grün\nblau"]
    with store.write("test", "import") as action:
        source = action.source("stadt.csv", "hsds-3.0")
        action.remember(source, "organization", [("o1", actor.id, {"name": "Kita", "tags": []})])
    assert len(store.history()) == 1
    store.undo("test")
    assert source_records(store.read, "stadt.csv", "organization") == {}
    assert notes(store.read, actor.id) == []
    assert sources(store.read) == []
    store.redo("test")
    assert source_records(store.read, "stadt.csv", "organization") == known
