"""The history: what was done, taken back, restored, and erased for good."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from db.errors import Gone, NotUndone, StillReferred
from db.history import Change, changes
from db.restore import restore
from db.sources import notes, source_records, sources, was_erased
from db.store import Store, open_store
from stk_graph.model import (
    Actor,
    AgendaItem,
    Attendance,
    Contact,
    ContactRole,
    Meeting,
    Network,
    Offer,
    Record,
    new_id,
)


def save(store: Store, *records: Record, what: str = "save") -> list[Record]:
    with store.write("test", what) as action:
        return [action.save(record) for record in records]


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


def filled_with_a_person(store: Store) -> Contact:
    """A person with traces everywhere: role, deputy, import, note, agenda, attendance."""
    kita, network = Actor(name="Kita"), Network(name="STK")
    person = Contact(name="Zora Zwiebelfisch", employer=kita.id)
    other = Contact(name="B", deputy=person.id)
    meeting = Meeting(network=network.id, held_on=date(2026, 1, 1))
    item = AgendaItem(meeting=meeting.id, no=1, title="TOP", links=(person.id, kita.id))
    with store.write("test", "import") as action:
        action.save_all(
            [
                kita,
                network,
                person,
                other,
                meeting,
                item,
                Attendance(meeting=meeting.id, contact=person.id),
                ContactRole(contact=person.id, actor=kita.id, responsibility="Zwiebelfischs Amt"),
            ]
        )
        source = action.source("stadt.csv", "hsds-3.0")
        action.remember(source, "contact", [("c1", person.id, {"name": "Zora Zwiebelfisch"})])
        action.note(person.id, "Hobby", "Zwiebelfische züchten", source)
    saved = store.read.get(Contact, person.id)
    assert saved is not None
    save(store, replace(saved, title="Zwiebelfisch-Referat"))
    return saved


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_an_erased_person_is_nowhere_in_the_bytes_of_the_file(store: Store, tmp_path: Path) -> None:
    person = filled_with_a_person(store)
    assert b"wiebelfisch" in bytes_of(tmp_path)
    erasure = store.erase("test", person.id)
    assert erasure.log_emptied
    assert len(erasure.uids) == 3  # the person, the role, the attendance
    assert b"wiebelfisch" not in bytes_of(tmp_path)
    assert store.check() == []
    assert [contact.name for contact in store.read.all(Contact)] == ["B"]
    assert was_erased(store.read, "stadt.csv", "contact", "c1")
    assert not was_erased(store.read, "stadt.csv", "contact", "c2")
    item = store.read.all(AgendaItem)[0]
    assert len(item.links) == 1


def test_neither_an_erasure_nor_what_it_touched_is_undone(store: Store) -> None:
    person = filled_with_a_person(store)
    store.erase("test", person.id)
    for number in (None, 1, 2):
        with pytest.raises(NotUndone, match="DSGVO"):
            store.undo("test", number)
    assert store.read.counts()[Contact] == 1


def test_a_deleted_person_can_be_erased_and_an_unknown_one_not(store: Store) -> None:
    person = filled_with_a_person(store)
    with store.write("test", "delete") as action:
        action.delete(person.id)
    assert person.id in store.erase("test", person.id).uids
    with pytest.raises(Gone):
        store.erase("test", person.id)


def test_a_person_whom_only_the_history_knows_can_be_erased(store: Store, tmp_path: Path) -> None:
    save(store, Contact(name="Zora Zwiebelfisch"))
    (person,) = store.read.all(Contact)
    store.undo("test")
    assert b"wiebelfisch" in bytes_of(tmp_path)
    assert store.erase("test", person.id).uids == (person.id,)
    assert b"wiebelfisch" not in bytes_of(tmp_path)
    with pytest.raises(NotUndone):
        store.redo("test")
    with pytest.raises(Gone):
        store.erase("test", person.id)


def test_an_institution_in_use_is_not_erased(store: Store) -> None:
    lead = Actor(name="Kita")
    offer = Offer(title="Café", lead=lead.id)
    save(store, lead, offer)
    with pytest.raises(StillReferred, match="Café"):
        store.erase("test", lead.id)
    with store.write("test", "delete") as action:
        action.delete(offer.id)
    assert set(store.erase("test", lead.id).uids) == {lead.id, offer.id}
    assert store.check() == []


def test_erasing_lists_where_the_name_still_stands(store: Store) -> None:
    person = filled_with_a_person(store)
    save(store, Actor(name="Amt", description="Fragen an Zora Zwiebelfisch"))
    (mention,) = store.erase("test", person.id).mentions
    assert (mention.table, mention.field) == ("actor", "description")


def test_an_erasure_survives_the_way_back_to_an_older_backup(store: Store, tmp_path: Path) -> None:
    person = filled_with_a_person(store)
    backup = store.backup(tmp_path / "elsewhere" / "backup.db")
    store.erase("test", person.id)
    restored = store.restore(backup, "test")
    assert person.id in restored.erased
    assert store.read.get(Contact, person.id) is None
    assert store.check() == []
    assert b"wiebelfisch" not in (tmp_path / "district.db").read_bytes()


def test_an_erasure_survives_the_loss_of_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "district.db"
    with open_store(path, create=True) as store:
        person = filled_with_a_person(store)
        backup = store.backup(tmp_path / "elsewhere" / "backup.db")
        store.erase("test", person.id)
    path.unlink()
    restored = restore(path, backup, "test")
    assert person.id in restored.erased
    with open_store(path) as store:
        assert store.read.get(Contact, person.id) is None
