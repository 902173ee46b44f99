"""Foreign directories become records, once; what is wrong is reported; one undo takes all back."""

import sqlite3
from pathlib import Path

import msgspec
import pytest

from db.errors import ReadOnly
from db.exchange import Code, ImportFehler, Options, import_hsds
from db.history import undo
from db.sources import notes
from db.store import Store, open_store
from stk_graph.language import use
from stk_graph.model import Actor, Area, Contact, Location, Offer
from stk_graph.model.enums import YesNo
from tests.unit.db.exchange_samples import (
    HSDS,
    TAKE_OVER,
    codes,
    dump,
    outcome,
    shared,
    take_over,
    two_houses,
    write_package,
)

SETS = (
    "minimal-valid-export",
    "minimal-valid-export/service.json",
    "minimal-valid-export/services_page.json",
    "mock-api-3.0",
    "ohana-sample/sample-csv",
    "schema-3.0/examples/csv",
    "schema-3.0/examples/organization_full.json",
    "schema-3.0/examples/service_at_location_full.json",
    "uk-mocks-3.0/paged/organization_full.json",
    "uk-mocks-3.0/paged/service_list.json",
    "uk-mocks-3.0/fail/service_list.json",
)


SHARE_ALIKE = (
    ("sample-1.1", "simple"),
    ("sample-1.1", "all_resources"),
    ("uk-examples-3.0", "csv"),
    ("uk-examples-3.0", "service_full.json"),
)


def check_every_import(store: Store, path: Path) -> None:
    """What holds for every source: dry run, twice, undo."""
    empty = list(dump(store))
    tried = import_hsds(store, path, "Test", Options(dry_run=True))
    assert list(dump(store)) == empty, "a dry run leaves no trace"
    done = take_over(store, path)
    assert tried.as_json() | {"dry_run": False, "source": done.source} == done.as_json()
    filled = list(dump(store))
    again = take_over(store, path)
    assert again.changed == 0
    assert list(dump(store)) == filled, "a second import changes nothing"
    action = store.read.execute("SELECT max(id) FROM tx")[0][0]
    undo(store, "Test", action)
    assert not any(store.read.counts().values()), "one undo takes the whole import back"


@pytest.mark.parametrize("name", SETS)
def test_every_sample_set_is_imported_once_and_taken_back_whole(store: Store, name: str) -> None:
    check_every_import(store, HSDS / name)


@pytest.mark.parametrize(("name", "inner"), SHARE_ALIKE)
def test_every_share_alike_set_is_imported_once_and_taken_back_whole(
    store: Store, name: str, inner: str
) -> None:
    check_every_import(store, shared(name) / inner)


def test_hsds_1_0_brings_eight_institutions_with_all_that_belongs_to_them(store: Store) -> None:
    report = take_over(store, HSDS / "ohana-sample" / "sample-csv")
    assert outcome(report, "actors") == (8, 8, 0, 0, 0)
    assert outcome(report, "locations") == (22, 22, 0, 0, 0)
    assert outcome(report, "phones") == (54, 54, 0, 0, 0)
    assert outcome(report, "addresses") == (42, 42, 0, 0, 0)
    place = store.read.where(Location, source_id="1")[0]
    assert place.accessibility is YesNo.YES
    assert place.street == "2600 Middlefield Road"
    monday = store.read.where(Location, source_id="22")[0].opening_slots[0]
    assert (monday.weekday, monday.start, monday.end) == (0, 480, 1020)
    afternoon = [slot for slot in store.read.where(Offer, source_id="22")[0].slots if slot.start]
    assert [(slot.start, slot.end) for slot in afternoon] == [(480, 720), (840, 960), (600, 900)]
    assert "Agua Caliente" not in {area.name for area in store.read.all(Area)}


def test_dangling_references_are_counted_by_column_and_listed_with_their_line(store: Store) -> None:
    report = take_over(store, HSDS / "schema-3.0" / "examples" / "csv")
    assert report.dangling == {
        "attributes.link_id": 1,
        "contacts.organization_id": 1,
        "contacts.service_at_location_id": 1,
        "locations.organization_id": 1,
        "metadata.resource_id": 1,
        "organizations.parent_organization_id": 1,
        "taxonomy_terms.parent_id": 1,
        "taxonomy_terms.taxonomy_id": 1,
    }
    found = next(p for p in report.problems if p.column == "service_at_location_id")
    assert found.examples[0].line == 2
    assert found.examples[0].file == "contacts.csv"
    contact = store.read.all(Contact)[0]
    assert contact.employer == store.read.all(Actor)[0].id, "the employer of the service it names"


def test_a_record_repeated_128_times_is_one_offer(store: Store) -> None:
    report = take_over(store, HSDS / "uk-mocks-3.0" / "paged" / "service_list.json")
    assert outcome(report, "offers") == (128, 1, 0, 0, 127)
    assert codes(report)["repeated-row"] == 127 + 84
    assert "duplicate-id" not in codes(report)


def test_a_wrong_url_and_mail_are_reported_and_kept_as_notes(store: Store) -> None:
    report = take_over(store, HSDS / "uk-mocks-3.0" / "fail" / "service_list.json")
    assert codes(report)["bad-url"] == 3
    assert codes(report)["bad-email"] == 3
    offer = store.read.all(Offer)[0]
    assert offer.web is None
    assert {(note.field, note.text) for note in notes(store.read, offer.id)} >= {
        ("url", "example_counselling"),
        ("email", "email-example_com"),
    }


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("contact_with_no_parent", {"without-parent": 1}),
        ("phone_with_no_parent", {"parent-missing": 1}),
        ("regular_schedule_with_no_parent", {"parent-missing": 1}),
        ("holiday_schedule_with_no_parent", {"parent-missing": 1}),
        ("missing_address", {"dangling-reference": 1, "parent-missing": 1}),
        ("invalid_mail_address_location", {"dangling-reference": 1, "parent-missing": 1}),
        ("invalid_location_org", {"dangling-reference": 1}),
        ("invalid_org", {"no-name": 1}),
        ("invalid_service", {"dangling-reference": 1, "no-name": 1, "lead-missing": 1}),
        ("invalid_contact", {"dangling-reference": 2, "no-name": 1, "without-parent": 2}),
        ("invalid_program_headers", {"dangling-reference": 1, "ragged-row": 1}),
        ("org_with_invalid_date", {}),
    ],
)
def test_negative_files_give_the_problem_they_were_made_for(
    store: Store, file: str, expected: dict[str, int]
) -> None:
    report = take_over(store, HSDS / "ohana-sample" / "fixtures" / f"{file}.csv")
    assert codes(report) == expected


def test_all_fixture_files_are_read_or_refused_with_a_sentence(store: Store) -> None:
    for path in sorted((HSDS / "ohana-sample" / "fixtures").glob("*.csv")):
        report = import_hsds(store, path, "Test")
        assert report.adds_up, path.name


def test_two_rows_with_one_id_give_the_first(store: Store, tmp_path: Path) -> None:
    tables = two_houses()
    tables["organizations"] += [
        {"id": "2", "name": "Hort", "description": "Hort"},
        {"id": "2", "name": "Anderer Hort", "description": "x"},
    ]
    report = take_over(store, write_package(tmp_path / "d", tables))
    assert outcome(report, "actors") == (4, 2, 0, 0, 2)
    assert codes(report) == {"repeated-row": 1, "duplicate-id": 1}
    assert {row.line for row in report.skipped_rows} == {4, 5}


def test_the_line_of_the_first_of_two_rows_is_named_in_the_users_language(
    store: Store, tmp_path: Path
) -> None:
    rows = [{"id": "2", "name": name, "description": "x"} for name in ("Hort", "Anderer Hort")]
    package = write_package(tmp_path / "d", {"organizations": rows})
    english = {"{id} (Zeile {line})": "{id} (line {line})"}
    use("en", lambda text: english.get(text, text))
    report = import_hsds(store, package, "Test")
    (problem,) = [one for one in report.problems if one.code is Code.DUPLICATE_ID]
    assert problem.examples[0].value == "2 (line 2)"


def test_parents_in_a_circle_lose_the_last_link(store: Store, tmp_path: Path) -> None:
    rows = [
        {"id": str(n), "name": f"T{n}", "description": "x", "parent_organization_id": str(n % 3)}
        for n in range(1, 4)
    ]
    rows[-1]["parent_organization_id"] = "1"
    rows[0]["parent_organization_id"] = "2"
    rows[1]["parent_organization_id"] = "3"
    report = take_over(store, write_package(tmp_path / "d", {"organizations": rows}))
    assert codes(report) == {"parent-cycle": 1}
    assert sum(actor.parent is None for actor in store.read.all(Actor)) == 1


def test_a_cancelled_import_leaves_the_file_as_it_was(store: Store, tmp_path: Path) -> None:
    package = write_package(tmp_path / "d", two_houses())
    answers = iter([False, True])
    options = Options(dry_run=False, cancelled=lambda: next(answers))
    with pytest.raises(ImportFehler) as error:
        import_hsds(store, package, "Test", options)
    assert error.value.code is Code.CANCELLED
    assert not any(store.read.counts().values())


def test_one_record_the_store_refuses_does_not_stop_the_others(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kind(name: str) -> str | None:
        return "no-such-kind" if name == "Hort" else None

    monkeypatch.setattr("db.exchange.to_actors.kind_of_name", kind)
    tables = two_houses()
    report = take_over(store, write_package(tmp_path / "d", tables))
    assert outcome(report, "actors") == (2, 1, 0, 0, 1)
    assert codes(report) == {"invalid-record": 1}


def test_the_report_is_the_json_other_programs_rely_on(store: Store) -> None:
    report = import_hsds(store, HSDS / "schema-3.0" / "examples" / "csv", "Test")
    values = msgspec.json.decode(msgspec.json.encode(report.as_json()))
    assert (values["format"], values["version"], values["dry_run"]) == ("hsds", "3.0", True)
    assert list(values["records"])[:5] == [
        "actors",
        "offers",
        "contacts",
        "locations",
        "time_slots",
    ]
    for counts in values["records"].values():
        assert counts["read"] == sum(counts.values()) - counts["read"]
    problem = values["problems"][0]
    assert set(problem) >= {"code", "count", "table", "column", "examples", "message"}


def test_an_import_is_one_action_without_names_in_the_history(store: Store, tmp_path: Path) -> None:
    import_hsds(store, write_package(tmp_path / "d", two_houses()), "Test", TAKE_OVER)
    assert store.read.execute("SELECT what FROM tx") == [("import-hsds",)]


def test_a_version_that_does_not_exist_is_refused(store: Store) -> None:
    with pytest.raises(ImportFehler, match=r"4\.0"):
        import_hsds(store, HSDS / "mock-api-3.0", "Test", Options(version="4.0"))


def test_a_full_disk_during_an_import_leaves_everything_as_it_was(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    package = write_package(tmp_path / "d", two_houses())
    monkeypatch.setattr("db.write.Transaction.remember", full)
    with pytest.raises(Exception, match=r"full|voll"):
        import_hsds(store, package, "Test", TAKE_OVER)
    assert not any(store.read.counts().values())


def test_a_file_that_cannot_be_written_can_be_tried_on(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    open_store(path, create=True).close()
    house = [{"id": "o", "name": "Haus", "description": "Haus"}]
    package = write_package(tmp_path / "p", {"organizations": house})
    before = path.read_bytes()
    with open_store(path, read_only=True) as store:
        report = import_hsds(store, package, "Test", Options(dry_run=True))
        assert outcome(report, "actors") == (1, 1, 0, 0, 0)
        assert store.read.all(Actor) == []
        with pytest.raises(ReadOnly):
            import_hsds(store, package, "Test", Options(dry_run=False))
    assert path.read_bytes() == before
