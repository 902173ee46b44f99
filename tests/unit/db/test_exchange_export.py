"""What leaves at which level, and that a file of ours comes back as it was."""

import csv
import json
import stat
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from db.demo import district
from db.erase import erase
from db.exchange import ExportFehler, Form, Options, Purpose, export_hsds, import_hsds
from db.exchange.hsds_export import hsds_tables
from db.store import Store, open_store
from stk_graph.model import (
    Acquaintance,
    Actor,
    Area,
    Contact,
    ContactRole,
    Location,
    Offer,
    Period,
    Phone,
    Record,
    TieReport,
    TimeSlot,
)
from stk_graph.model.actors import Consent
from stk_graph.model.enums import Rhythm, Term, TieStage, Visibility, Weekday

TODAY = date(2026, 11, 24)
PURPOSE = Purpose("Test", "Austausch", "AG 78")


def save(store: Store, *records: Record) -> None:
    with store.write("Test", "fill") as action:
        action.save_all(records)


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


KITA = Actor(name="Kita Nord", mail="kita@example.org", web="https://kita.example")
OFFER = Offer(
    title="Lernzeit",
    lead=KITA.id,
    age_min=6,
    age_max=10.5,
    slots=(
        TimeSlot(weekday=Weekday.MO, start=840, end=960, term=Term.SCHOOL_TIME),
        TimeSlot(weekday=Weekday.TU, start=840, end=960, term=Term.SCHOOL_TIME),
        TimeSlot(weekday=Weekday.FR, start=1080, end=1440, rhythm=Rhythm.BIWEEKLY),
        TimeSlot(weekday=Weekday.WE, start=600, end=720, rhythm=Rhythm.MONTHLY, nth=-1),
        TimeSlot(rhythm=Rhythm.IRREGULAR),
    ),
    offer_kind="hausaufgabenbetreuung",
    target_groups=("grundschulkinder",),
)


def test_a_file_of_ours_comes_back_into_an_empty_file_as_it_was(
    store: Store, tmp_path: Path
) -> None:
    save(store, *district(TODAY))
    export_hsds(store, tmp_path / "first", Visibility.INTERNAL, PURPOSE)
    for form, name in ((Form.FOLDER, "first"), (Form.JSON, "first.json"), (Form.ARCHIVE, "a.zip")):
        if form is not Form.FOLDER:
            export_hsds(store, tmp_path / name, Visibility.INTERNAL, PURPOSE)
        with open_store(tmp_path / f"{form}.db", create=True) as other:
            report = import_hsds(other, tmp_path / name, "Test", Options(dry_run=False))
            assert report.adds_up
            said = {str(found.code) for found in report.problems}
            assert said <= {"repeated-row", "no-anchor", "time-partly-read"}
            export_hsds(other, tmp_path / f"again-{form}", Visibility.INTERNAL, PURPOSE)
        assert files_of(tmp_path / f"again-{form}") == files_of(tmp_path / "first")


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("with_offers", [True, False])
def test_persons_and_networks_of_no_institution_leave_in_every_form_and_come_back(
    store: Store, tmp_path: Path, form: Form, *, with_offers: bool
) -> None:
    house = [KITA, OFFER] if with_offers else []
    alone = Contact(
        name="Ida Lund",
        phones=(Phone(number="04000 555 1"),),
        verified_on=TODAY,
        visibility=Visibility.NETWORK,
    )
    area = Area(name="Hafen", visibility=Visibility.NETWORK)
    save(store, *house, alone, area)
    path = tmp_path / ("out" + {Form.JSON: ".json", Form.ARCHIVE: ".zip"}.get(form, ""))
    done = export_hsds(store, path, Visibility.NETWORK, PURPOSE)
    assert done.records["contacts"] == 1
    with open_store(tmp_path / "other.db", create=True) as other:
        report = import_hsds(other, path, "Test", Options(dry_run=False))
        assert report.adds_up
        assert [str(found.code) for found in report.problems if found.severity == "skipped"] == []
        found = other.read.all(Contact)
        assert [(one.name, one.phones, one.verified_on) for one in found] == [
            (alone.name, alone.phones, alone.verified_on)
        ]
        assert [one.name for one in other.read.all(Area)] == ["Hafen"]
        again = hsds_tables(other, Visibility.NETWORK)[1]
        assert again.records == done.records


@pytest.mark.parametrize("name", ["x.txt", "-", "out.csv", "out.xlsx"])
def test_an_ending_that_names_no_form_is_refused_before_anything_is_written(
    store: Store, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "target"
    folder.mkdir()
    with pytest.raises(ExportFehler, match=r"Ordner ohne Endung.*\.zip.*\.json"):
        export_hsds(store, folder / name, Visibility.PUBLIC, PURPOSE)
    assert list(folder.iterdir()) == []
    assert store.read.execute("SELECT count(*) FROM export_log")[0][0] == 0


def test_a_folder_may_bear_a_date(store: Store, tmp_path: Path) -> None:
    export_hsds(store, tmp_path / "Hafen 24.11.2026", Visibility.PUBLIC, PURPOSE)
    assert (tmp_path / "Hafen 24.11.2026" / "datapackage.json").exists()


def test_a_second_export_has_the_same_bytes(store: Store, tmp_path: Path) -> None:
    save(store, KITA, OFFER)
    for name in ("a.zip", "b.zip"):
        export_hsds(store, tmp_path / name, Visibility.PUBLIC, PURPOSE)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_our_own_file_changes_nothing_in_the_file_it_came_from(
    store: Store, tmp_path: Path
) -> None:
    save(store, *district(TODAY))
    before = store.read.counts()
    export_hsds(store, tmp_path / "own", Visibility.INTERNAL, PURPOSE)
    report = import_hsds(store, tmp_path / "own", "Test", Options(dry_run=False))
    assert report.adds_up
    assert store.read.counts() == before
    assert report.conflicts == []
    for kind in ("actors", "offers", "locations", "need", "network"):
        assert report.counts(kind)["unchanged"] == report.counts(kind)["read"]


def test_a_file_that_bears_the_ids_of_our_records_never_overwrites_them(
    store: Store, tmp_path: Path
) -> None:
    save(store, KITA, OFFER)
    export_hsds(store, tmp_path / "own", Visibility.INTERNAL, PURPOSE)
    table = tmp_path / "own" / "organizations.csv"
    table.write_text(table.read_text().replace("Kita Nord", "Übernommen"))
    report = import_hsds(store, tmp_path / "own", "Test", Options(dry_run=False))
    kept = store.read.get(Actor, KITA.id)
    assert kept is not None
    assert kept.name == "Kita Nord"
    assert {(item.field, item.theirs) for item in report.conflicts} >= {("name", "Übernommen")}


def test_times_are_written_with_seconds_and_without_zone(store: Store, tmp_path: Path) -> None:
    save(store, KITA, OFFER)
    export_hsds(store, tmp_path / "p", Visibility.PUBLIC, PURPOSE)
    rows = {
        (row["freq"], row["interval"], row["byday"], row["opens_at"], row["closes_at"])
        for row in rows_of(tmp_path / "p", "schedules.csv")
        if row["freq"]
    }
    assert rows == {
        ("WEEKLY", "", "MO,TU", "14:00:00", "16:00:00"),
        ("WEEKLY", "2", "FR", "18:00:00", "00:00:00"),
        ("MONTHLY", "", "-1WE", "10:00:00", "12:00:00"),
    }
    service = rows_of(tmp_path / "p", "services.csv")[0]
    assert (service["minimum_age"], service["maximum_age"]) == ("6", "10.5")


def test_holiday_days_are_written_as_a_span(store: Store, tmp_path: Path) -> None:
    days = Period(start=date(2027, 6, 28), end=date(2027, 7, 2))
    offer = msgspec.structs.replace(OFFER, slots=OFFER.slots[:1], period=days)
    save(store, KITA, offer)
    export_hsds(store, tmp_path / "p", Visibility.PUBLIC, PURPOSE)
    row = rows_of(tmp_path / "p", "schedules.csv")[0]
    assert (row["freq"], row["dtstart"], row["until"]) == ("WEEKLY", "2027-06-28", "2027-07-02")


CONSENT = Consent(given_on=TODAY, form="schriftlich", purpose="Verzeichnis")


def people(**changes: Any) -> Contact:
    return Contact(name="A. Ott", employer=KITA.id, **changes)


@pytest.mark.parametrize(
    ("person", "furthest"),
    [
        (people(), Visibility.NETWORK),
        (people(visibility=Visibility.PUBLIC), Visibility.NETWORK),
        (people(visibility=Visibility.INTERNAL), Visibility.INTERNAL),
        (people(visibility=Visibility.PUBLIC, consent=CONSENT), Visibility.PUBLIC),
        (people(visibility=Visibility.PROFESSIONAL, consent=CONSENT), Visibility.PROFESSIONAL),
        (
            people(
                visibility=Visibility.PUBLIC,
                consent=msgspec.structs.replace(CONSENT, withdrawn_on=TODAY),
            ),
            Visibility.NETWORK,
        ),
        (people(restricted=True), None),
    ],
)
@pytest.mark.parametrize("form", ["p", "p.json"])
def test_a_person_leaves_no_further_than_level_and_consent_allow(
    store: Store, tmp_path: Path, person: Contact, furthest: Visibility | None, form: str
) -> None:
    save(store, KITA, OFFER, person, ContactRole(contact=person.id, offer=OFFER.id))
    for level in Visibility:
        target = tmp_path / f"{level}-{form}"
        export_hsds(store, target, level, PURPOSE)
        paths = [target] if target.is_file() else list(target.iterdir())
        seen = any(b"A. Ott" in path.read_bytes() for path in paths)
        assert seen == (furthest is not None and level.level <= furthest.level)


def test_a_protected_address_and_a_private_phone_never_leave(store: Store, tmp_path: Path) -> None:
    refuge = Location(name="Haus", street="Geheimer Weg 1", postal_code="65000", city="X")
    room = Location(name="Nebenhaus", street="Geheimer Weg 3", postal_code="65000", city="X")
    shelter = Actor(
        name="Frauenhaus",
        address_protected=True,
        location=refuge.id,
        phones=(
            Phone(number="0611 100", description="Notruf"),
            Phone(number="0611 200", description="privat"),
        ),
    )
    room = msgspec.structs.replace(room, actor=shelter.id)
    offer = Offer(title="Schutz", lead=shelter.id, venues=(room.id,))
    save(store, refuge, shelter, room, offer)
    for level in Visibility:
        export_hsds(store, tmp_path / str(level), level, PURPOSE)
        export_hsds(store, tmp_path / f"{level}.json", level, PURPOSE)
    written = b"".join(
        path.read_bytes()
        for level in Visibility
        for path in (tmp_path / f"{level}.json", *(tmp_path / level).iterdir())
    )
    assert b"0611 100" in written
    assert b"Geheimer Weg" not in written
    assert b"0611 200" not in written
    phones = rows_of(tmp_path / Visibility.PUBLIC, "phones.csv")
    assert [row["number"] for row in phones] == ["0611 100"]


def test_stages_and_acquaintances_stay_within_the_network(store: Store, tmp_path: Path) -> None:
    other = Actor(name="Schule")
    tie = TieReport(
        from_actor=KITA.id,
        to_actor=other.id,
        stage_now=TieStage.JOINT,
        reported_on=TODAY,
        visibility=Visibility.PUBLIC,
    )
    one, two = people(), people()
    knows = Acquaintance(from_contact=one.id, to_contact=two.id)
    save(store, KITA, other, tie, one, two, knows)
    for level in Visibility:
        export_hsds(store, tmp_path / level, level, PURPOSE)
        within = level.level <= Visibility.NETWORK.level
        assert (tmp_path / level / "cooperation_reports.csv").exists() == within
        assert (tmp_path / level / "acquaintances.csv").exists() == within


def test_what_refers_to_something_that_stays_loses_the_reference_or_stays(
    store: Store, tmp_path: Path
) -> None:
    hidden = Actor(name="Intern", visibility=Visibility.INTERNAL)
    child = Actor(name="Kind", parent=hidden.id)
    orphan = Offer(title="Waise", lead=hidden.id)
    save(store, hidden, child, orphan)
    exported = export_hsds(store, tmp_path / "p", Visibility.PUBLIC, PURPOSE)
    assert exported.records == {"actors": 1}
    assert exported.held_back == {"actors": 1, "offers": 1}
    row = rows_of(tmp_path / "p", "organizations.csv")[0]
    assert (row["name"], row["parent_organization_id"]) == ("Kind", "")
    assert hidden.id.encode() not in b"".join(files_of(tmp_path / "p").values())


def test_the_level_stands_in_the_file(store: Store, tmp_path: Path) -> None:
    save(store, KITA, OFFER)
    export_hsds(store, tmp_path / "p", Visibility.PROFESSIONAL, PURPOSE)
    export_hsds(store, tmp_path / "p.json", Visibility.PROFESSIONAL, PURPOSE)
    descriptor = json.loads((tmp_path / "p" / "datapackage.json").read_text())
    page = json.loads((tmp_path / "p.json").read_text())
    assert descriptor["stk_visibility"] == page["stk_visibility"] == "fachoeffentlich"


def test_formulas_are_left_as_text_in_hsds_and_come_back(store: Store, tmp_path: Path) -> None:
    texts = ("=1+1", "+49 611", "-5", "@SUM(A1)")
    save(store, KITA, *(Area(name=text) for text in texts))
    export_hsds(store, tmp_path / "p", Visibility.PUBLIC, PURPOSE)
    assert {row["name"] for row in rows_of(tmp_path / "p", "areas.csv")} == set(texts)
    with open_store(tmp_path / "other.db", create=True) as other:
        import_hsds(other, tmp_path / "p", "Test", Options(dry_run=False))
        assert {area.name for area in other.read.all(Area)} == set(texts)


def test_an_export_is_private_logged_and_never_overwrites(store: Store, tmp_path: Path) -> None:
    save(store, KITA, OFFER)
    for name in ("p", "p.json", "p.zip"):
        path = tmp_path / name
        export_hsds(store, path, Visibility.PUBLIC, PURPOSE)
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
        with pytest.raises(ExportFehler, match="gibt es schon"):
            export_hsds(store, path, Visibility.PUBLIC, PURPOSE)
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in (tmp_path / "p").iterdir())
    logged = store.read.execute("SELECT who, level, records, purpose, recipient FROM export_log")
    assert logged[0] == ("Test", "oeffentlich", 2, "Austausch", "AG 78")
    (tmp_path / "link.json").symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(ExportFehler):
        export_hsds(store, tmp_path / "link.json", Visibility.PUBLIC, PURPOSE)
    assert not (tmp_path / "elsewhere.json").exists()


def test_a_folder_that_cannot_be_written_leaves_nothing(store: Store, tmp_path: Path) -> None:
    save(store, KITA)
    with pytest.raises(ExportFehler, match="nicht geschrieben"):
        export_hsds(store, tmp_path / "missing" / "p.zip", Visibility.PUBLIC, PURPOSE)
    (tmp_path / "file").touch()
    with pytest.raises(ExportFehler):
        export_hsds(store, tmp_path / "file" / "p", Visibility.PUBLIC, PURPOSE)
    assert [path for path in tmp_path.iterdir() if "part" in path.name] == []


def test_the_archive_holds_the_same_files_as_the_folder(store: Store, tmp_path: Path) -> None:
    save(store, KITA, OFFER)
    export_hsds(store, tmp_path / "p", Visibility.PUBLIC, PURPOSE)
    export_hsds(store, tmp_path / "p.zip", Visibility.PUBLIC, PURPOSE)
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files_of(tmp_path / "p")


def test_an_address_without_a_scheme_gets_one_and_nonsense_is_left_out(
    store: Store, tmp_path: Path
) -> None:
    save(
        store,
        Actor(name="Mit", web="www.haus.example"),
        Actor(name="Ohne", web="kein Netz", mail="keine Adresse"),
    )
    tables, _exported = hsds_tables(store, Visibility.PUBLIC)
    sites = {row["name"]: row.get("website") for row in tables["organizations"]}
    assert sites == {"Mit": "https://www.haus.example", "Ohne": None}
    further = [json.loads(row.get("fields", "{}")) for row in tables["stk_record"]]
    kept = [(fields.get("mail"), fields.get("web")) for fields in further]
    assert sorted(kept, key=str) == [("keine Adresse", "kein Netz"), (None, "www.haus.example")]


def test_a_person_erased_here_does_not_come_back_by_a_file_of_ours(
    store: Store, tmp_path: Path
) -> None:
    person = people()
    save(store, KITA, OFFER, person, ContactRole(contact=person.id, offer=OFFER.id))
    export_hsds(store, tmp_path / "own", Visibility.INTERNAL, PURPOSE)
    erase(store, "Test", person.id)
    report = import_hsds(store, tmp_path / "own", "Test", Options(dry_run=False))
    assert store.read.all(Contact) == []
    assert [str(row.code) for row in report.skipped_rows if row.kind == "contacts"] == [
        "erased-here"
    ]
