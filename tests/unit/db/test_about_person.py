"""Art. 15 DSGVO: all that the file holds about one person, and nothing of others."""

import msgspec

from db.about_person import About, about_person, mentions, names_of_persons
from db.store import Store
from stk_graph.model import Acquaintance, Actor, Contact, ContactRole, Offer
from stk_graph.model.enums import Visibility
from tests.unit.db.store_actions import raw, save

NAME = "Zora Zwiebelfisch"


def filled(store: Store) -> Contact:
    """A person with a role, an acquaintance, a note, an imported row and a former phone."""
    kita = Actor(name="Kita", description=f"Fragen an {NAME}")
    person = Contact(name=NAME, employer=kita.id, mail="alt@example.org")
    other = Contact(name="Ben Anders", mail="ben@example.org")
    save(store, kita, person, other)
    offer = Offer(title="Café", lead=kita.id)
    role = ContactRole(contact=person.id, offer=offer.id, responsibility="Anmeldung")
    save(store, offer, role, Acquaintance(from_contact=person.id, to_contact=other.id))
    stored = store.read.get(Contact, person.id)
    assert stored is not None
    save(store, msgspec.structs.replace(stored, mail="neu@example.org"))
    with store.write("test", "import") as action:
        source = action.source("Liste", "hsds")
        action.remember(source, "contacts", [("7", person.id, {"name": "Z. Zwiebelfisch"})])
        action.note(person.id, "Wappentier", "Löwe", source)
    return person


def known(store: Store, person: Contact) -> About:
    return about_person(store.read, person.id, names_of_persons(store.read)[person.id])


def test_the_person_and_all_that_refers_to_the_person_is_told(store: Store) -> None:
    about = known(store, filled(store))
    assert [held.table for held in about.records] == ["contact", "contact_role", "acquaintance"]
    assert about.records[0].values["mail"] == "neu@example.org"
    assert about.records[1].values["responsibility"] == "Anmeldung"
    assert [(one.source, one.values) for one in about.imported] == [
        ("Liste", {"name": "Z. Zwiebelfisch"})
    ]
    assert [(note.field, note.text) for note in about.notes] == [("Wappentier", "Löwe")]


def test_a_former_value_is_told_with_the_change_that_ended_it(store: Store) -> None:
    steps = known(store, filled(store)).steps
    changed = [step for step in steps if step.operation == "update" and step.table == "contact"]
    assert [(step.before, step.after) for step in changed] == [
        ({"mail": "alt@example.org"}, {"mail": "neu@example.org"})
    ]


def test_of_other_records_only_what_names_the_person_is_told(store: Store) -> None:
    about = known(store, filled(store))
    assert "ben@example.org" not in str(about)
    assert {step.table for step in about.steps} >= {"actor", "contact", "contact_role"}
    (kita,) = [step for step in about.steps if step.table == "actor"]
    assert kita.after == {"description": f"Fragen an {NAME}"}
    assert [(one.table, one.field) for one in about.mentions] == [("actor", "description")]


def test_a_deleted_person_is_still_told_of(store: Store) -> None:
    person = filled(store)
    with store.write("test", "delete") as action:
        action.delete(person.id)
    about = known(store, person)
    assert about.records[0].is_deleted
    assert NAME in str(about.steps)


def test_after_an_erasure_nothing_is_held_but_mentions_in_texts_of_others(store: Store) -> None:
    person = filled(store)
    store.erase("test", person.id)
    assert person.id not in names_of_persons(store.read)
    assert [(one.table, one.field) for one in mentions(store.read, [NAME])] == [
        ("actor", "description")
    ]


def published(store: Store, person: Contact, level: Visibility) -> None:
    stored = store.read.get(Contact, person.id)
    assert stored is not None
    save(store, msgspec.structs.replace(stored, visibility=level))


def test_exports_count_that_the_person_was_ever_published_widely_enough_for(store: Store) -> None:
    person = filled(store)
    for level in Visibility:
        raw(
            store.path,
            "INSERT INTO export_log(at, who, format, level, records, purpose)"
            f" VALUES ('2099-01-01T00:00:00.000Z', 'Test', 'hsds', '{level}', 1, 'Weitergabe')",
        )
    assert [one.level for one in known(store, person).exports] == ["intern", "netzwerk"]
    published(store, person, Visibility.PROFESSIONAL)
    published(store, person, Visibility.INTERNAL)
    assert [one.level for one in known(store, person).exports] == [
        "intern",
        "netzwerk",
        "fachoeffentlich",
    ]


def test_an_export_before_the_person_was_recorded_does_not_count(store: Store) -> None:
    raw(
        store.path,
        "INSERT INTO export_log(at, who, format, level, records, purpose)"
        " VALUES ('2020-01-01T00:00:00.000Z', 'Test', 'hsds', 'intern', 1, 'Weitergabe')",
    )
    assert known(store, filled(store)).exports == []
