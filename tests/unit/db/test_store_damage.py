"""A damaged record hides no other: it is shown as far as it can be read, and named."""

import msgspec
import pytest

from db.errors import Damaged
from db.store import Store
from stk_graph.model import Actor, Contact, Offer
from tests.unit.db.store_actions import raw, save

HALF_A_CHARACTER = "CAST(X'4B697461EDA0BD' AS TEXT)"


def spoil(store: Store, change: str) -> None:
    """Changes rows behind the back of the store, as a failing disk does."""
    unchecked = "PRAGMA ignore_check_constraints=ON"
    raw(store.path, unchecked, "INSERT INTO cur(tx) VALUES (1)", change, "DELETE FROM cur")


@pytest.fixture
def houses(store: Store) -> list[Actor]:
    """Three institutions, of which the name of the second is no UTF-8 any more."""
    with store.write("test", "save") as action:
        saved = [action.save(Actor(name=name)) for name in ("Hort", "Kita", "Treff")]
    spoil(store, f"UPDATE actor SET name = {HALF_A_CHARACTER} WHERE uid = '{saved[1].id}'")
    return saved


@pytest.fixture
def offers(store: Store) -> list[Offer]:
    """Three offers, of which the second has a state that does not exist."""
    (lead,) = save(store, Actor(name="Hort"))
    with store.write("test", "save") as action:
        saved = [action.save(Offer(title=name, lead=lead.id)) for name in ("Chor", "Café", "Tanz")]
    spoil(store, f"UPDATE offer SET status = 'nie' WHERE uid = '{saved[1].id}'")
    return saved


def test_a_text_that_is_no_utf_8_is_shown_as_far_as_it_can_be_read(
    store: Store, houses: list[Actor]
) -> None:
    shown = store.read.all(Actor)
    assert [actor.id for actor in shown] == [actor.id for actor in houses]
    assert shown[1].name.startswith("Kita\ufffd")
    found = [str(damage.finding) for damage in store.damages.values()]
    assert len(found) == 1
    assert found[0].startswith("Im Eintrag „Kita\ufffd")


def test_what_was_never_damaged_is_never_named(store: Store) -> None:
    save(store, Actor(name="Kita \ufffd"))
    assert len(store.read.all(Actor)) == 1
    assert store.damages == {}


def test_saving_the_corrected_text_mends_the_record(store: Store, houses: list[Actor]) -> None:
    spoilt = store.read.get(Actor, houses[1].id)
    assert spoilt is not None
    assert "damaged-text" in {finding.code for finding in store.check()}
    save(store, msgspec.structs.replace(spoilt, name="Kita Nord"))
    assert [actor.name for actor in store.read.all(Actor)] == ["Hort", "Kita Nord", "Treff"]
    assert store.check() == []
    store.undo("test")
    assert store.read.all(Actor)[1].name.startswith("Kita\ufffd")


def test_what_belongs_to_a_damaged_record_can_be_saved(store: Store, houses: list[Actor]) -> None:
    (offer,) = save(store, Offer(title="Café", lead=houses[1].id))
    assert store.read.all(Offer) == [offer]


def test_a_person_with_a_damaged_name_can_be_erased(store: Store) -> None:
    (person,) = save(store, Contact(name="Zora Zwiebelfisch"))
    spoil(store, f"UPDATE contact SET name = {HALF_A_CHARACTER} WHERE uid = '{person.id}'")
    store.erase("test", person.id)
    assert store.read.all(Contact) == []
    assert b"Zwiebelfisch" not in store.path.read_bytes()


def test_a_record_with_a_damaged_text_can_be_deleted(store: Store, houses: list[Actor]) -> None:
    with store.write("test", "delete") as action:
        action.delete(houses[1].id)
    assert [actor.name for actor in store.read.all(Actor)] == ["Hort", "Treff"]


def test_a_value_no_record_can_have_leaves_that_record_out_and_names_it(
    store: Store, offers: list[Offer]
) -> None:
    assert [offer.title for offer in store.read.all(Offer)] == ["Chor", "Tanz"]
    assert [offer.title for offer in store.read.where(Offer, lead=offers[0].lead)] == [
        "Chor",
        "Tanz",
    ]
    (damage,) = store.damages.values()
    assert "„Café“" in str(damage.finding)
    assert "unreadable" in {finding.code for finding in store.check()}


def test_a_record_that_cannot_be_read_is_never_said_to_be_gone(
    store: Store, offers: list[Offer]
) -> None:
    with pytest.raises(Damaged) as error:
        store.read.get(Offer, offers[1].id)
    assert "„Café“ ist beschädigt" in str(error.value)
    assert store.read.get(Offer, offers[0].id) == offers[0]
