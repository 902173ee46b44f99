"""Foreign directories become records, once; a person's own edits stay; one undo takes all back."""

import sqlite3
from pathlib import Path

import msgspec
import pytest

from db.erase import erase
from db.errors import ReadOnly
from db.exchange import Code, ImportFehler, Options, import_hsds
from db.history import undo
from db.sources import notes
from db.store import Store, open_store
from stk_graph.language import use
from stk_graph.model import Actor, Area, Contact, ContactRole, Location, Offer
from stk_graph.model.enums import KindSource, OfferStatus, Visibility, YesNo
from tests.unit.db.exchange_samples import (
    HSDS,
    TAKE_OVER,
    codes,
    dump,
    outcome,
    shared,
    take_over,
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


GERMAN = {
    "organizations": [
        {"id": "1", "name": "Jugendhaus Nord", "description": "Treffpunkt", "parent": ""},
    ],
    "services": [
        {
            "id": "a",
            "organization_id": "1",
            "name": "Lernzeit",
            "description": "Mo–Do 14–16 Uhr, Kl. 1–4",
            "status": "active",
            "fees_description": "kostenlos",
            "application_process": "Bitte vorher anmelden",
        },
        {
            "id": "b",
            "organization_id": "1",
            "name": "Nachmittag",
            "description": "Wir helfen bei allem.",
            "status": "active",
        },
        {
            "id": "c",
            "organization_id": "1",
            "name": "Elterncafé",
            "description": "14-tägig mittwochs 9–11 Uhr. Unser Haus gibt es seit 20 Jahren.",
            "status": "active",
        },
    ],
    "attributes": [
        {"id": "x", "link_id": "b", "taxonomy_term_id": "t1", "link_entity": "service"},
        {"id": "y", "link_id": "b", "taxonomy_term_id": "t2", "link_entity": "service"},
    ],
    "taxonomy_terms": [
        {"id": "t1", "name": "Hausaufgabenhilfe", "description": "x"},
        {"id": "t2", "name": "Grundschulkinder", "description": "x"},
    ],
    "service_areas": [{"id": "g", "service_id": "a", "name": "Nord"}],
}


def test_german_texts_in_hsds_become_ages_times_and_kinds_where_they_are_certain(
    store: Store, tmp_path: Path
) -> None:
    take_over(store, write_package(tmp_path / "german", GERMAN))
    offers = {offer.source_id: offer for offer in store.read.all(Offer)}
    lesson = offers["a"]
    assert (lesson.age_min, lesson.age_max, lesson.ages_text) == (6, 10, "Kl. 1–4")
    assert [(slot.weekday, slot.start, slot.end) for slot in lesson.slots] == [
        (day, 840, 960) for day in range(4)
    ]
    assert lesson.times_text == "Mo–Do 14–16 Uhr"
    assert lesson.description == "Mo–Do 14–16 Uhr, Kl. 1–4", "the original stays"
    assert lesson.offer_kind == "hausaufgabenbetreuung"
    assert lesson.offer_kind_from is KindSource.TEXT
    assert (lesson.cost_free, lesson.access) == (YesNo.YES, "registration")
    assert [area.name for area in store.read.by_ids(Area, lesson.catchment)] == ["Nord"]


def test_terms_state_the_kind_and_groups_and_are_kept_as_notes(
    store: Store, tmp_path: Path
) -> None:
    take_over(store, write_package(tmp_path / "german", GERMAN))
    offer = store.read.where(Offer, source_id="b")[0]
    assert offer.offer_kind == "hausaufgabenbetreuung"
    assert offer.offer_kind_from is KindSource.STATED
    assert offer.target_groups == ("grundschulkinder",)
    kept = {(note.field, note.text) for note in notes(store.read, offer.id)}
    assert kept == {("attribute", "Hausaufgabenhilfe"), ("attribute", "Grundschulkinder")}


def test_a_fortnightly_text_is_never_read_as_weekly_and_years_of_a_house_are_no_age(
    store: Store, tmp_path: Path
) -> None:
    take_over(store, write_package(tmp_path / "german", GERMAN))
    offer = store.read.where(Offer, source_id="c")[0]
    assert all(slot.rhythm != "weekly" for slot in offer.slots)
    assert (offer.age_min, offer.age_max) == (None, None)


def two_houses(name: str = "Kita", phone: str = "0611 1") -> dict[str, list[dict[str, object]]]:
    return {
        "organizations": [
            {"id": "1", "name": name, "description": "Kita im Hof"},
            {"id": "2", "name": "Hort", "description": "Hort"},
        ],
        "services": [{"id": "s", "organization_id": "1", "name": "Spielkreis", "status": "active"}],
        "phones": [{"id": "p", "organization_id": "1", "number": phone}],
        "contacts": [{"id": "c", "organization_id": "1", "service_id": "s", "name": "A. Ott"}],
    }


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


def test_reversed_and_impossible_ages_stay_as_text(store: Store, tmp_path: Path) -> None:
    tables = two_houses()
    service = tables["services"][0]
    tables["services"] = [
        service | {"id": "s", "minimum_age": "12", "maximum_age": "6.0"},
        service | {"id": "t", "minimum_age": "-1", "maximum_age": "10"},
        service | {"id": "u", "minimum_age": "400", "maximum_age": "zehn"},
    ]
    report = take_over(store, write_package(tmp_path / "d", tables))
    ages = {o.source_id: (o.age_min, o.age_max) for o in store.read.all(Offer)}
    assert ages == {"s": (None, None), "t": (None, 10), "u": (None, None)}
    found = codes(report)
    assert (found["age-reversed"], found["age-range"], found["bad-number"]) == (1, 1, 1)


def test_markup_escapes_and_html_become_harmless_text(store: Store, tmp_path: Path) -> None:
    tables = two_houses(name="Kita [@click=app.pwn]A[/] \x1b]2;x\x07 [/b]")
    html = "<p>Viel <b>Platz</b> &amp; Ruhe</p><script>1</script>"
    tables["organizations"][0]["description"] = html
    report = take_over(store, write_package(tmp_path / "d", tables))
    actor = store.read.where(Actor, source_id="1")[0]
    assert actor.name == "Kita [@click=app.pwn]A[/] \ufffd]2;x\ufffd [/b]"
    assert actor.description == "Viel Platz & Ruhe"
    assert codes(report)["control-character"] == 1
    assert codes(report)["html-removed"] == 1
    assert "[@click" not in report.as_markdown().replace("\\[", "")


def test_unknown_columns_and_surplus_cells_become_notes(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "organizations.csv").write_text(
        "id,name,description,Wappentier\n1,Kita,x,Löwe\n2,Hort,x\n3,Treff,x,Bär,zu viel\n\n,,,\n"
    )
    report = take_over(store, folder)
    assert codes(report) == {"unknown-column": 2, "ragged-row": 2, "blank-row": 2}
    treff = store.read.where(Actor, name="Treff")[0]
    assert {(note.field, note.text) for note in notes(store.read, treff.id)} == {
        ("wappentier", "Bär"),
        ("surplus", "zu viel"),
    }


def test_imported_persons_stay_in_the_network_and_their_main_role_is_known(
    store: Store, tmp_path: Path
) -> None:
    take_over(store, write_package(tmp_path / "d", two_houses()))
    contact, role = store.read.all(Contact)[0], store.read.all(ContactRole)[0]
    assert contact.visibility is Visibility.NETWORK
    assert (role.contact, role.is_main) == (contact.id, True)
    assert role.offer == store.read.all(Offer)[0].id


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("active", OfferStatus.RUNNING),
        ("temporarily closed", OfferStatus.PAUSED),
        ("defunct", OfferStatus.ENDED),
        ("inactive", OfferStatus.PLANNED),
    ],
)
def test_the_status_of_a_service_is_that_of_the_offer(
    store: Store, tmp_path: Path, status: str, expected: OfferStatus
) -> None:
    tables = two_houses()
    tables["services"][0]["status"] = status
    take_over(store, write_package(tmp_path / "d", tables))
    assert store.read.all(Offer)[0].status is expected


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
