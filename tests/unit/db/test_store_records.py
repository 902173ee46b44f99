"""Records go into the file and come out as they were."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.codec import BOOKKEEPING, layout
from db.migrations.triggers import columns_of
from db.references import referring
from db.store import Store, open_store
from db.tables import ALL_TABLES, LINKS, TABLES
from stk_graph.model import Actor, Contact, ContactRole, Location, Offer, Record
from stk_graph.text import clean
from tests.unit.db.store_samples import full_district


def stamped(record: Record, stored: Record) -> Record:
    """``record`` with the version and moments the store gave it."""
    return msgspec.structs.replace(
        record, version=stored.version, created=stored.created, changed=stored.changed
    )


def test_a_record_of_every_kind_comes_back_with_every_field(store: Store) -> None:
    records = full_district()
    with store.write("test", "fill") as action:
        action.save_all(records)
    for record in records:
        stored = store.read.get(type(record), record.id)
        assert stored is not None
        assert stored == stamped(record, stored)
        assert stored.version == 1
        assert stored.created == stored.changed == action.at


def test_the_samples_fill_every_field_of_every_kind() -> None:
    filled: set[tuple[type, str]] = set()
    for record in full_district():
        for field in msgspec.structs.fields(type(record)):
            if getattr(record, field.name) != field.default:
                filled.add((type(record), field.name))
    needed = {
        (cls, field.name)
        for cls in TABLES
        for field in msgspec.structs.fields(cls)
        if field.name not in BOOKKEEPING
    }
    assert needed - filled == set()


def test_every_field_of_the_model_has_its_column_or_its_link_table(store: Store) -> None:
    for cls, table in TABLES.items():
        columns = {name for name, _kind in columns_of(store.read.connection, table)}
        assert columns == {column.name for column in layout(cls).columns} | {"id", "dead"}
        for link in LINKS.get(cls, {}).values():
            names = {name for name, _kind in columns_of(store.read.connection, link.table)}
            assert names >= {"id", "record", "target", "pos"}


def test_the_file_holds_the_listed_tables_and_no_other(store: Store) -> None:
    rows = store.read.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')"
    )
    names = {name for (name,) in rows if not name.startswith(("sqlite_", "_sqlite"))}
    assert names == set(ALL_TABLES)


TEXT = st.text(
    alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), max_size=40
).map(lambda text: " ".join(text.split()))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=TEXT.filter(lambda text: bool(text.strip())),
    description=TEXT,
    aliases=st.lists(TEXT.filter(bool), unique=True, max_size=4),
    latitude=st.none() | st.floats(-90, 90, allow_nan=False),
    verified=st.none() | st.dates(date(1900, 1, 1)),
)
def test_any_clean_text_number_and_date_comes_back(
    store: Store,
    name: str,
    description: str,
    aliases: list[str],
    latitude: float | None,
    verified: date | None,
) -> None:
    place = Location(
        name=clean(name),
        description=clean(description),
        aliases=tuple(dict.fromkeys(map(clean, aliases))),
        latitude=latitude,
        verified_on=verified,
    )
    with store.write("test", "save") as action:
        saved = action.save(place)
    assert store.read.get(Location, place.id) == saved == stamped(place, saved)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(number=st.floats(-90, 90, allow_nan=False), other=st.floats(-90, 90, allow_nan=False))
def test_undo_restores_real_numbers_exactly(store: Store, number: float, other: float) -> None:
    place = Location(name="Ort", latitude=number, longitude=other)
    with store.write("test", "save") as action:
        saved = action.save(place)
    with store.write("test", "save") as action:
        action.save(msgspec.structs.replace(saved, latitude=None, longitude=1.0))
    store.undo("test")
    back = store.read.get(Location, place.id)
    assert back is not None
    assert (back.latitude, back.longitude) == (number, other)


def test_reading_a_kind_asks_once_for_each_list_of_references(store: Store) -> None:
    lead = Actor(name="Kita")
    partners = [Actor(name=f"Partner {n}") for n in range(50)]
    offers = [
        Offer(title=f"Angebot {n}", lead=lead.id, partners=(partners[n % 50].id, lead.id))
        for n in range(500)
    ]
    with store.write("test", "fill") as action:
        action.save_all([lead, *partners, *offers])
    statements: list[str] = []
    connection = store.read.connection
    connection.set_trace_callback(statements.append)
    found = store.read.all(Offer)
    connection.set_trace_callback(None)
    assert len(found) == 500
    assert all(len(offer.partners) == 2 for offer in found)
    assert len(statements) == 3 + len(LINKS[Offer])  # begin, rows, one a list, commit


def test_records_stream_in_chunks_in_the_order_they_were_made(store: Store) -> None:
    actors = [Actor(name=f"Kita {n}") for n in range(25)]
    with store.write("test", "fill") as action:
        action.save_all(actors)
    names = [actor.name for actor in store.read.each(Actor, chunk=10)]
    assert names == [actor.name for actor in actors]


def test_queries_of_the_case_search(store: Store) -> None:
    kita, office = Actor(name="Kita"), Actor(name="Amt")
    homework = Offer(title="HA", lead=kita.id, offer_kind="hausaufgabenbetreuung")
    untold = Offer(title="Treff", lead=office.id, partners=(kita.id,), target_groups=("kinder",))
    tutoring = Offer(title="Nachhilfe", lead=office.id, offer_kind="nachhilfe")
    person = Contact(name="A", employer=kita.id)
    role = ContactRole(contact=person.id, offer=homework.id)
    with store.write("test", "fill") as action:
        action.save_all([kita, office, homework, untold, tutoring, person, role])
    read = store.read

    def titles(offers: list[Offer]) -> set[str]:
        return {offer.title for offer in offers}

    assert titles(read.offers_by_kinds({"hausaufgabenbetreuung", None})) == {"HA", "Treff"}
    assert titles(read.offers_by_kinds({"nachhilfe"})) == {"Nachhilfe"}
    assert titles(read.offers_by_kinds(set())) == set()
    assert titles(read.where(Offer, partners=kita.id)) == {"Treff"}
    assert titles(read.where(Offer, target_groups=["kinder", "eltern"])) == {"Treff"}
    assert titles(read.where(Offer, offer_kind=None, lead=office.id)) == {"Treff"}
    assert [contact.name for contact in read.contacts_of([kita.id])] == ["A"]
    assert [found.id for found in read.roles_about([homework.id, office.id])] == [role.id]
    assert read.titles([kita.id, role.id, person.id]) == {
        kita.id: "Kita",
        role.id: role.id,
        person.id: "A",
    }
    assert {entry.field for entry in referring(read, kita.id)} == {"lead", "partners", "employer"}
    assert read.counts()[Offer] == 3
    with pytest.raises(KeyError):
        read.where(Offer, colour="red")


def test_some_fields_are_read_without_making_records(store: Store) -> None:
    kita = Actor(name="Kita")
    homework = Offer(title="HA", lead=kita.id, offer_kind="hausaufgabenbetreuung", age_min=6.0)
    tutoring = Offer(title="Nachhilfe", lead=kita.id, languages=("tr",), places=3)
    with store.write("test", "fill") as action:
        action.save_all([kita, homework, tutoring])
    fields = ("id", "title", "age_min", "places", "languages")
    assert store.read.values(Offer, fields) == [
        (homework.id, "HA", 6.0, None, "[]"),
        (tutoring.id, "Nachhilfe", None, 3, '["tr"]'),
    ]
    assert store.read.values(Offer, ["title"], offer_kind=None) == [("Nachhilfe",)]
    assert store.read.values(Offer, ["title"], id={homework.id: 1}.keys()) == [("HA",)]
    with pytest.raises(KeyError):
        store.read.values(Offer, ["partners"])


def test_reading_needs_neither_sqlite_utils_nor_the_parts_for_writing(tmp_path: Path) -> None:
    path = tmp_path / "district.db"
    open_store(path, create=True).close()
    program = (
        "import sys; from db.store import open_store\n"
        "from stk_graph.model import Actor\n"
        f"with open_store({str(path)!r}) as store: store.read.all(Actor)\n"
        "print([name for name in ('sqlite_utils', 'db.write', 'db.gate', 'db.history')"
        " if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
