"""Documents follow their records in the same commit, whatever changed them."""

import random
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from db import search_follower
from db.errors import NotUndone, StillReferred
from db.search_documents import INDEX_VERSION
from db.store import Store, open_store
from db.text_search import TextSearch
from stk_graph.model import Actor, Contact, Location, Offer, Record
from tests.unit.db.search_samples import Quarter, quarter, save


def document(store: Store, uid: str) -> dict[str, str]:
    """The texts of a document by column; {} if there is none."""
    connection = store.read.connection
    cursor = connection.execute("SELECT * FROM doc WHERE uid = ?", (uid,))
    names = [column[0] for column in cursor.description]
    row = cursor.fetchone()
    return dict(zip(names, row, strict=True)) if row else {}


def found(store: Store, word: str) -> set[str]:
    """Ids of the documents in which the index has a folded word."""
    rows = store.read.execute(
        "SELECT uid FROM doc WHERE id IN (SELECT rowid FROM doc_fts WHERE doc_fts MATCH ?)",
        (f'"{word}"',),
    )
    return {uid for (uid,) in rows}


@pytest.fixture
def saved(store: Store) -> Quarter:
    records = quarter()
    save(store, *records)
    return records


def test_an_offer_is_found_by_all_that_belongs_to_it(store: Store, saved: Quarter) -> None:
    texts = document(store, saved.offer.id)
    assert texts["title"] == "lernwerkstatt fur grundschuler"
    assert texts["descr"].startswith("uben und spielen")
    assert texts["org"] == "haus kastanie hk"
    assert texts["person"] == "seyma yildirim"
    assert texts["addr"] == "alte post muhlgasse 5 60311 neustadt sudhang"
    assert "nachhilfe" in texts["tg"]
    assert "grundschulkinder" in texts["tg"]
    assert texts["spelled"].split() == sorted(
        {"fuer", "grundschueler", "ueben", "muehlgasse", "suedhang", *texts["spelled"].split()}
    )
    assert texts["label"] == saved.offer.title


def test_institutions_persons_and_areas_have_documents_too(store: Store, saved: Quarter) -> None:
    assert document(store, saved.lead.id)["org"] == "wohlfahrt neustadt e v"
    assert document(store, saved.contact.id)["org"] == "haus kastanie hk"
    assert document(store, saved.area.id)["title"] == "sudhang"
    assert document(store, saved.place.id) == {}


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("lead", {"name": "Villa Zeisig"}, "zeisig"),
        ("place", {"street": "Amselweg 1"}, "amselweg"),
        ("contact", {"name": "Bo Ahrens"}, "ahrens"),
        ("area", {"name": "Nordkante"}, "nordkante"),
    ],
)
def test_a_change_reaches_the_offers_that_name_it(
    store: Store, saved: Quarter, field: str, value: dict[str, str], word: str
) -> None:
    record = store.read.find(getattr(saved, field).id)
    assert record is not None
    number = save(store, msgspec.structs.replace(record, **value))
    assert saved.offer.id in found(store, word)
    store.undo("test", number)
    assert found(store, word) == set()
    assert store.check() == []


def test_undone_and_restored_offers_leave_and_return(store: Store) -> None:
    offer = Offer(title="Tanzkreis", lead=(lead := Actor(name="Halle")).id)
    save(store, lead)
    save(store, offer)
    assert found(store, "tanzkreis") == {offer.id}
    store.undo("test")
    assert found(store, "tanzkreis") == set()
    store.redo("test")
    assert found(store, "tanzkreis") == {offer.id}


def test_a_deleted_record_is_not_found_and_its_name_leaves_the_offers(
    store: Store, saved: Quarter
) -> None:
    with store.write("test", "delete") as action:
        action.delete(saved.contact.id)
    assert found(store, "yildirim") == set()
    assert document(store, saved.offer.id)["person"] == ""


def test_a_restricted_person_is_found_nowhere(store: Store, saved: Quarter) -> None:
    contact = store.read.get(Contact, saved.contact.id)
    assert contact is not None
    save(store, msgspec.structs.replace(contact, restricted=True))
    assert found(store, "yildirim") == set()
    assert document(store, saved.contact.id) == {}
    assert store.check() == []


def test_nothing_of_an_erased_person_stays_in_the_file(store: Store, saved: Quarter) -> None:
    save(store, Contact(name="Melusine Quittenbaum", employer=saved.lead.id))
    erased = store.read.where(Contact, name="Melusine Quittenbaum")[0]
    save(store, msgspec.structs.replace(saved.role, id=quarter().role.id, contact=erased.id))
    assert found(store, "quittenbaum") == {erased.id, saved.offer.id}
    store.erase("test", erased.id)
    assert found(store, "quittenbaum") == set()
    assert store.check() == []
    store.close()
    content = store.path.read_bytes().lower()
    assert b"quittenbaum" not in content
    assert b"melusine" not in content


def test_names_published_more_narrowly_stand_apart(store: Store, saved: Quarter) -> None:
    lead = store.read.get(Actor, saved.lead.id)
    place = store.read.get(Location, saved.place.id)
    assert lead is not None
    assert place is not None
    save(store, msgspec.structs.replace(lead, address_protected=True, location=place.id))
    texts = document(store, saved.offer.id)
    assert "muhlgasse" in texts["person"]
    assert "muhlgasse" not in texts["addr"]


def test_a_change_of_the_folding_makes_all_documents_anew(
    store: Store, saved: Quarter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.search_follower.INDEX_VERSION", INDEX_VERSION + 1)
    monkeypatch.setattr("db.text_search.INDEX_VERSION", INDEX_VERSION + 1)
    monkeypatch.setattr("db.search_documents.loose", lambda word: f"{word}x")
    assert store.check() != []
    TextSearch(store).load()
    assert document(store, saved.offer.id)["org"] == "hausx kastaniex hkx"
    assert store.check() == []
    assert store.read.execute("SELECT version FROM doc_state") == [(INDEX_VERSION + 1,)]


def test_a_file_from_before_the_search_gets_its_documents(store: Store, saved: Quarter) -> None:
    with store.writing() as connection:
        connection.execute("DELETE FROM doc")
        connection.execute("UPDATE doc_state SET version = 0")
    hits = TextSearch(store).search("lernwerkstatt").direct
    assert [hit.uid for hit in hits] == [saved.offer.id]


def test_the_check_finds_a_document_that_lags_behind(store: Store, saved: Quarter) -> None:
    with store.writing() as connection:
        connection.execute("UPDATE doc SET title = 'x' WHERE uid = ?", (saved.offer.id,))
    (finding,) = store.check()
    assert finding.code == "search"
    assert saved.offer.id in str(finding.values)


def test_the_check_finds_an_index_that_lags_behind(store: Store, saved: Quarter) -> None:
    with store.writing() as connection:
        number = connection.execute("SELECT id FROM doc WHERE uid = ?", (saved.offer.id,))
        connection.execute(
            "INSERT INTO doc_fts(rowid, title) VALUES (?, 'geisterwort')", number.fetchone()
        )
    (finding,) = store.check()
    assert finding.code == "search"


def test_sqlite_itself_finds_the_index_sound_and_can_make_it_anew(
    store: Store, saved: Quarter
) -> None:
    store.close()
    with sqlite3.connect(store.path) as connection:
        connection.execute("INSERT INTO doc_fts(doc_fts, rank) VALUES ('integrity-check', 1)")
        connection.execute("INSERT INTO doc_fts(doc_fts) VALUES ('rebuild')")
    connection.close()
    assert saved.offer.id in found(store, "lernwerkstatt")


def test_a_large_action_leaves_the_index_in_one_part(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_follower, "MANY", 5)
    for number in range(6):
        save(store, Actor(name=f"Haus {number}"))
    save(store, *(Actor(name=f"Verein {number}") for number in range(6)))
    parts = "SELECT count(DISTINCT segid) FROM doc_fts_idx"
    assert store.read.execute(parts) == [(1,)]


@pytest.mark.parametrize("seed", range(3))
def test_after_any_actions_the_documents_are_those_of_the_records(
    tmp_path: Path, empty_district: Path, seed: int
) -> None:
    draw = random.Random(seed)
    with open_store(shutil.copy(empty_district, tmp_path)) as store:
        quarters = [quarter() for _one in range(3)]
        save(store, *(record for one in quarters for record in one))
        for _step in range(25):
            step(store, draw, quarters)
        assert store.check() == []


def step(store: Store, draw: random.Random, quarters: list[Quarter]) -> None:
    """One action of a person: one taken back, a deletion, or a change."""
    record = store.read.find(draw.choice(draw.choice(quarters)).id)
    chance = draw.random()
    if chance < 0.2:
        with suppress(NotUndone):
            store.undo("test")
    elif record is not None and chance < 0.3:
        with suppress(StillReferred), store.write("test", "delete") as action:
            action.delete(record.id)
    elif record is not None:
        save(store, changed(record, store, draw, quarters))


def changed(record: Record, store: Store, draw: random.Random, quarters: list[Quarter]) -> Record:
    """A record with another name, or an offer of other institutions."""
    if isinstance(record, Contact):
        return msgspec.structs.replace(record, restricted=not record.restricted)
    if isinstance(record, (Actor, Location)):
        return msgspec.structs.replace(record, name=draw.choice(("Kastanie", "Amt", "Hof")))
    if isinstance(record, Offer):
        there = [actor.id for actor in store.read.all(Actor)]
        partners = tuple(draw.sample(there, 2))
        return msgspec.structs.replace(record, lead=draw.choice(there), partners=partners)
    return record
