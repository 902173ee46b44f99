"""Addresses in the form of an institution, and two people changing one record."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stk_graph.model import Actor, Location
from stk_tui.ports import Conflicts
from stk_tui.session import Session
from stk_tui.session.merging import merged


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open, empty data file."""
    opened = Session.open(tmp_path / "stk.db", create=True)
    yield opened
    opened.close()


HOUSE = {"name": "Haus am Park", "street": "Parkweg 1", "postal_code": "65185", "city": "Auen"}


def _actor(session: Session, uid: str) -> Actor:
    actor = session.store.read.get(Actor, uid)
    assert actor is not None
    return actor


def test_a_typed_address_becomes_a_place_and_one_undo_takes_both_back(session: Session) -> None:
    uid = session.directory.save("actor", None, HOUSE)
    place = session.store.read.get(Location, _actor(session, uid).location or "")
    assert place is not None
    assert (place.street, place.postal_code, place.city) == ("Parkweg 1", "65185", "Auen")
    session.undo()
    assert session.directory.is_empty
    assert session.store.read.get(Location, place.id) is None


def test_another_street_changes_the_place_and_keeps_its_id(session: Session) -> None:
    uid = session.directory.save("actor", None, HOUSE)
    before = _actor(session, uid).location
    form = session.directory.form("actor", uid)
    session.directory.save("actor", uid, {**form, "street": "Parkweg 2"}, form)
    assert _actor(session, uid).location == before
    assert session.directory.form("actor", uid)["street"] == "Parkweg 2"


def test_a_place_that_two_share_does_not_move_with_one_of_them(session: Session) -> None:
    first = session.directory.save("actor", None, HOUSE)
    shared = _actor(session, first).location
    neighbour = Actor(name="Nachbar", location=shared)
    with session.store.write("test", "created-actor") as action:
        action.save(neighbour)
    form = session.directory.form("actor", first)
    session.directory.save("actor", first, {**form, "street": "Neuer Weg 5"}, form)
    assert session.directory.form("actor", neighbour.id)["street"] == "Parkweg 1"
    assert session.directory.form("actor", first)["street"] == "Neuer Weg 5"
    assert _actor(session, first).location != shared


def test_a_protected_address_is_not_shown_anywhere(session: Session) -> None:
    uid = session.directory.save("actor", None, {**HOUSE, "address_protected": "yes"})
    place = _actor(session, uid).location
    assert place is not None
    for record in (uid, place):
        assert "Parkweg" not in str(session.directory.detail(record))


def test_changes_of_different_fields_are_both_kept() -> None:
    seen = {"name": "Haus", "phones": "1", "short": ""}
    assert merged(seen | {"phones": "2"}, seen, seen | {"short": "H"}) == {
        "name": "Haus",
        "phones": "2",
        "short": "H",
    }


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    seen = {"name": "Haus"}
    assert merged({"name": "Heim"}, seen, {"name": "Heim"}) == {"name": "Heim"}


def test_different_changes_of_one_field_are_named_with_both_texts() -> None:
    with pytest.raises(Conflicts) as raised:
        merged({"name": "Heim"}, {"name": "Haus"}, {"name": "Hof"})
    assert raised.value.fields == {"name": ("Heim", "Hof")}
