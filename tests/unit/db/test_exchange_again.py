"""A newer file changes what changed there; a person's own edits, deletions and erasures stay."""

from pathlib import Path

import msgspec

from db.erase import erase
from db.store import Store
from stk_graph.model import Actor, Contact, Offer
from tests.unit.db.exchange_samples import (
    codes,
    dump,
    outcome,
    take_over,
    two_houses,
    write_package,
)


def test_a_newer_file_changes_only_what_changed_there(store: Store, tmp_path: Path) -> None:
    take_over(store, write_package(tmp_path / "d", two_houses()))
    before = store.read.where(Actor, source_id="1")[0]
    report = take_over(store, write_package(tmp_path / "d", two_houses(phone="0611 2")))
    after = store.read.where(Actor, source_id="1")[0]
    assert outcome(report, "actors") == (2, 0, 1, 1, 0)
    assert after.phones[0].number == "0611 2"
    assert (
        msgspec.structs.replace(
            after, phones=before.phones, version=before.version, changed=before.changed
        )
        == before
    )


def test_a_file_is_known_again_under_another_name(store: Store, tmp_path: Path) -> None:
    take_over(store, write_package(tmp_path / "export-2026-10", two_houses()))
    report = take_over(store, write_package(tmp_path / "export-2026-11", two_houses()))
    assert report.source == "export-2026-10"
    assert report.changed == 0


def test_another_directory_of_the_same_file_name_is_another_source(
    store: Store, tmp_path: Path
) -> None:
    take_over(store, write_package(tmp_path / "csv", two_houses()))
    other = {"organizations": [{"id": "1", "name": "Moschee", "description": "x"}]}
    (tmp_path / "other").mkdir()
    report = take_over(store, write_package(tmp_path / "other" / "csv", other))
    assert report.source == "csv (2)"
    assert {actor.name for actor in store.read.all(Actor)} == {"Kita", "Hort", "Moschee"}


def test_a_field_edited_by_hand_is_a_conflict_and_stays(store: Store, tmp_path: Path) -> None:
    take_over(store, write_package(tmp_path / "d", two_houses()))
    mine = store.read.where(Actor, source_id="1")[0]
    with store.write("Test", "save-actor") as action:
        action.save(msgspec.structs.replace(mine, description="Von Hand"))
    newer = two_houses(phone="0611 2")
    newer["organizations"][0]["description"] = "Aus der Datei"
    package = write_package(tmp_path / "d", newer)
    for _time in range(2):
        report = take_over(store, package)
        conflict = report.conflicts[0]
        assert (conflict.field, conflict.ours, conflict.theirs) == (
            "description",
            "Von Hand",
            "Aus der Datei",
        )
    actor = store.read.where(Actor, source_id="1")[0]
    assert (actor.description, actor.phones[0].number) == ("Von Hand", "0611 2")


def test_a_field_the_file_did_not_change_keeps_the_edit_without_a_conflict(
    store: Store, tmp_path: Path
) -> None:
    take_over(store, write_package(tmp_path / "d", two_houses()))
    mine = store.read.where(Actor, source_id="1")[0]
    with store.write("Test", "save-actor") as action:
        action.save(msgspec.structs.replace(mine, description="Von Hand"))
    report = take_over(store, write_package(tmp_path / "d", two_houses(phone="0611 2")))
    assert report.conflicts == []
    assert store.read.where(Actor, source_id="1")[0].description == "Von Hand"


def test_what_a_newer_file_no_longer_holds_is_listed_and_stays(
    store: Store, tmp_path: Path
) -> None:
    take_over(store, write_package(tmp_path / "d", two_houses()))
    newer = two_houses()
    del newer["organizations"][1]
    report = take_over(store, write_package(tmp_path / "d", newer))
    assert [gone.name for gone in report.no_longer_included] == ["Hort"]
    assert len(store.read.all(Actor)) == 2
    assert "Nicht mehr enthalten" in report.as_markdown()


def test_a_record_deleted_here_is_not_made_again(store: Store, tmp_path: Path) -> None:
    package = write_package(tmp_path / "d", two_houses())
    take_over(store, package)
    hort = store.read.where(Actor, source_id="2")[0]
    with store.write("Test", "delete-actor") as action:
        action.delete(hort.id)
    report = take_over(store, package)
    assert codes(report) == {"deleted-here": 1}
    assert [actor.name for actor in store.read.all(Actor)] == ["Kita"]


def test_a_person_erased_here_never_comes_back(store: Store, tmp_path: Path) -> None:
    package = write_package(tmp_path / "d", two_houses())
    take_over(store, package)
    erase(store, "Test", store.read.all(Contact)[0].id)
    report = take_over(store, package)
    assert codes(report) == {"erased-here": 1}
    assert store.read.all(Contact) == []
    assert not any("A. Ott" in row for row in dump(store))


def test_an_institution_that_is_missing_is_stood_in_for_until_it_comes(
    store: Store, tmp_path: Path
) -> None:
    alone = two_houses()
    kita = alone["organizations"].pop(0)
    report = take_over(store, write_package(tmp_path / "d", alone))
    assert report.dangling == {
        "services.organization_id": 1,
        "phones.organization_id": 1,
        "contacts.organization_id": 1,
    }
    offer = store.read.all(Offer)[0]
    lead = store.read.get(Actor, offer.lead)
    assert lead is not None
    assert lead.name == "Einrichtung nicht angegeben"
    alone["organizations"].append(kita)
    take_over(store, write_package(tmp_path / "d", alone))
    lead = store.read.get(Actor, offer.lead)
    assert lead is not None
    assert lead.name == "Kita"
