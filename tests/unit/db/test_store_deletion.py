"""Deleting: what goes along, what stays, and what forbids it."""

import pytest
from msgspec.structs import replace

from db.errors import (
    Changed,
    StillReferred,
)
from db.store import Store
from stk_graph.model import (
    Acquaintance,
    Actor,
    Contact,
    ContactRole,
    Location,
    Membership,
    Network,
    Offer,
    Record,
)
from tests.unit.db.store_actions import save


def test_deleting_takes_the_parts_along_and_keeps_the_rest(store: Store) -> None:
    kita, network = Actor(name="Kita"), Network(name="STK")
    person, deputy = Contact(name="A", employer=kita.id), Contact(name="B")
    other = Contact(name="C", deputy=person.id)
    offer = Offer(title="Café", lead=kita.id)
    parts: list[Record] = [
        ContactRole(contact=person.id, offer=offer.id),
        Membership(network=network.id, contact=person.id),
        Acquaintance(from_contact=deputy.id, to_contact=person.id),
    ]
    save(store, kita, network, person, deputy, other, offer, *parts)
    with store.write("test", f"delete {person.id}") as action:
        action.delete(person.id)
    assert {type(record) for cls in store.read.counts() for record in store.read.all(cls)} == {
        Actor,
        Network,
        Contact,
        Offer,
    }
    kept = store.read.get(Contact, other.id)
    assert kept is not None
    assert kept.deputy is None
    store.undo("test")
    assert store.read.get(Contact, person.id) is not None
    assert all(store.read.get(type(part), part.id) is not None for part in parts)
    restored = store.read.get(Contact, other.id)
    assert restored is not None
    assert restored.deputy == person.id


def test_what_others_need_is_not_deleted_and_they_are_named(store: Store) -> None:
    kita = Actor(name="Kita")
    offer = Offer(title="Café", lead=kita.id)
    save(store, kita, offer, *(Contact(name=f"P{n}", employer=kita.id) for n in range(6)))
    with pytest.raises(StillReferred, match="„P0“") as error, store.write("t", "d") as action:
        action.delete(kita.id)
    assert ("offer", offer.id, "Café") in error.value.referring
    assert "2 weiteren" in str(error.value)
    assert store.read.get(Actor, kita.id) is not None


def test_a_delete_from_a_stale_view_is_refused(store: Store) -> None:
    (read,) = save(store, Actor(name="Kita"))
    save(store, replace(read, name="Kita Süd"))
    with pytest.raises(Changed), store.write("test", "delete") as action:
        action.delete(read.id, version=read.version)


def test_a_place_and_its_institution_can_be_deleted_one_after_the_other(store: Store) -> None:
    kita = Actor(name="Kita")
    place = Location(name="Haus", actor=kita.id)
    save(store, place, replace(kita, location=place.id))
    with store.write("test", "delete") as action:
        action.delete(kita.id)
        action.delete(place.id)
    assert store.read.counts()[Location] == 0
