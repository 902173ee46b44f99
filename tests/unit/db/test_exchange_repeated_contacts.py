"""HSDS repeats a contact for each service: here it is one person with several responsibilities."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from db.erase import erase
from db.exchange import Options, Purpose, Report, export_hsds, import_hsds
from db.history import undo
from db.sources import notes
from db.store import Store, open_store
from stk_graph.model import Contact, ContactRole, Offer
from stk_graph.model.enums import Visibility
from tests.unit.db.exchange_samples import codes, outcome, take_over, write_package

Cells = dict[str, str]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", create=True) as opened:
        yield opened


def contact(number: int, **cells: str) -> Cells:
    """A contact of the service of that number."""
    return {"id": f"c{number}", "service_id": f"s{number}", "name": "Renate Voß", **cells}


def directory(
    folder: Path, contacts: Sequence[Cells], phones: Sequence[Cells], name: str = "p"
) -> Path:
    services = [
        {
            "id": f"s{number}",
            "organization_id": "o2" if number == 9 else "o1",
            "name": f"Treff {number}",
            "status": "active",
        }
        for number in (1, 2, 3, 9)
    ]
    houses = [{"id": one, "name": one, "description": one} for one in ("o1", "o2")]
    columns = ("id", "service_id", "name", "title", "email", "department")
    rows = [{column: row.get(column, "") for column in columns} for row in contacts]
    tables = {"organizations": houses, "services": services, "contacts": rows}
    if phones:
        tables["phones"] = [dict(phone) for phone in phones]
    return write_package(folder / name, tables)


def phone(number: int, text: str = "04000 555 09") -> Cells:
    return {"id": f"p{number}", "contact_id": f"c{number}", "number": text}


def titles(store: Store) -> list[str]:
    """The offers the one person is responsible for."""
    (person,) = store.read.all(Contact)
    offers = {offer.id: offer.title for offer in store.read.all(Offer)}
    roles = store.read.where(ContactRole, contact=person.id)
    return sorted(offers[role.offer or ""] for role in roles)


def voss(store: Store, folder: Path) -> Report:
    rows = [
        contact(1, title="Ehrenamt"),
        contact(2, title="Ehrenamt", email="voss@example.org"),
        contact(3, title="Leitung", email="Voss@example.org"),
    ]
    return take_over(store, directory(folder, rows, [phone(1), phone(2, "+49 4000 555-09")]))


def test_a_contact_repeated_for_each_service_is_one_person_with_all_responsibilities(
    store: Store, tmp_path: Path
) -> None:
    report = voss(store, tmp_path)
    (person,) = store.read.all(Contact)
    assert titles(store) == ["Treff 1", "Treff 2", "Treff 3"]
    assert (person.title, person.mail) == ("Ehrenamt", "voss@example.org")
    assert person.phones[0].number == "04000 555 09"
    said = [role.responsibility for role in store.read.all(ContactRole)]
    assert said == [None, None, "Leitung"]
    assert outcome(report, "contacts") == (3, 1, 0, 0, 2)
    assert codes(report)["joined-contact"] == 2
    assert {row.value for row in report.skipped_rows} == {"Renate Voß"}


def test_joining_again_changes_nothing_and_is_taken_back_whole(
    store: Store, tmp_path: Path
) -> None:
    voss(store, tmp_path)
    again = import_hsds(store, tmp_path / "p", "Test", Options(dry_run=False))
    assert again.adds_up
    assert again.changed == 0
    assert outcome(again, "contacts") == (3, 0, 0, 1, 2)
    assert again.no_longer_included == []
    undo(store, "Test")
    assert store.read.all(Contact) == []


@pytest.mark.parametrize(
    "rows",
    [
        [contact(1), contact(2)],
        [contact(1, email="a@example.org"), contact(2, email="b@example.org")],
        [contact(1, email="a@example.org"), contact(9, email="a@example.org")],
        [contact(1, email="a@example.org"), contact(2, email="a@example.org", name="Uwe Voß")],
    ],
    ids=["no way to reach", "another mail", "another institution", "another name"],
)
def test_persons_that_only_share_a_name_or_an_address_stay_apart(
    store: Store, tmp_path: Path, rows: list[Cells]
) -> None:
    report = take_over(store, directory(tmp_path, rows, []))
    assert len(store.read.all(Contact)) == 2
    assert "joined-contact" not in codes(report)


def test_another_phone_keeps_equal_names_apart(store: Store, tmp_path: Path) -> None:
    phones = [phone(1), phone(2, "04000 777 1")]
    take_over(store, directory(tmp_path, [contact(1), contact(2)], phones))
    assert len(store.read.all(Contact)) == 2


def test_what_a_joined_row_says_otherwise_is_kept_as_a_note(store: Store, tmp_path: Path) -> None:
    rows = [contact(1, department="Süd"), contact(2, department="Nord")]
    take_over(store, directory(tmp_path, rows, [phone(1), phone(2)]))
    (person,) = store.read.all(Contact)
    assert [(note.field, note.text) for note in notes(store.read, person.id)] == [
        ("department", "Nord")
    ]


def test_an_erased_person_does_not_come_back_by_a_repeated_row(
    store: Store, tmp_path: Path
) -> None:
    voss(store, tmp_path)
    (person,) = store.read.all(Contact)
    erase(store, "Test", person.id)
    report = take_over(store, tmp_path / "p")
    assert store.read.all(Contact) == []
    assert codes(report)["erased-here"] == 3


def test_a_newer_file_without_the_first_row_still_means_the_person(
    store: Store, tmp_path: Path
) -> None:
    voss(store, tmp_path)
    (person,) = store.read.all(Contact)
    newer = directory(tmp_path, [contact(2, title="Ehrenamt")], [phone(2)], "newer")
    report = import_hsds(store, newer, "Test", Options(dry_run=False, source="p"))
    assert report.adds_up
    assert [one.id for one in store.read.all(Contact)] == [person.id]
    assert "Renate Voß" not in [one.name for one in report.no_longer_included]


def test_rows_that_were_two_records_before_stay_two(store: Store, tmp_path: Path) -> None:
    take_over(store, directory(tmp_path, [contact(1), contact(2)], [phone(1)]))
    newer = directory(tmp_path, [contact(1), contact(2)], [phone(1), phone(2)], "newer")
    report = import_hsds(store, newer, "Test", Options(dry_run=False, source="p"))
    assert report.adds_up
    assert len(store.read.all(Contact)) == 2
    assert "joined-contact" not in codes(report)


@pytest.mark.parametrize("name", ["out", "out.json"])
def test_the_person_leaves_and_comes_back_as_one(store: Store, tmp_path: Path, name: str) -> None:
    voss(store, tmp_path)
    export_hsds(store, tmp_path / name, Visibility.INTERNAL, Purpose("Test", "Test"))
    with open_store(tmp_path / "other.db", create=True) as other:
        import_hsds(other, tmp_path / name, "Test", Options(dry_run=False))
        assert titles(other) == titles(store)
        assert other.read.all(Contact)[0].title == "Ehrenamt"
