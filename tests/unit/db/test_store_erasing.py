"""Erasing for good: nothing is left in the bytes, and no way back brings it."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from db.errors import Gone, NotUndone, StillReferred
from db.restore import restore
from db.sources import was_erased
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
)
from tests.unit.db.store_actions import save


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
