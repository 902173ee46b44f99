"""The person to call stands in the form of an offer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stk_graph.model import ContactRole
from stk_tui.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open data file with an institution, two persons and an offer of the first."""
    opened = Session.open(tmp_path / "stk.db", create=True)
    save = opened.directory.save
    house = save("actor", None, {"name": "Haus"})
    for name in ("Ayse", "Bert"):
        save("contact", None, {"name": name, "employer": house})
    offer = {"title": "Lernzeit", "lead": house, "contact": _id(opened, "contact", "Ayse")}
    save("offer", None, offer)
    yield opened
    opened.close()


def _id(session: Session, kind: str, title: str) -> str:
    return next(row.id for row in session.directory.rows(kind) if row.title == title)


def _persons(session: Session) -> list[str]:
    offer = _id(session, "offer", "Lernzeit")
    groups = dict(session.directory.detail(offer).groups)
    return [link.title for link in groups.get("Ansprechpersonen", ())]


def _change(session: Session, person: str) -> None:
    offer = _id(session, "offer", "Lernzeit")
    form = session.directory.form("offer", offer)
    session.directory.save("offer", offer, {**form, "contact": person}, form)


def test_the_person_chosen_in_the_form_is_the_one_to_call(session: Session) -> None:
    assert _persons(session) == ["Ayse"]


def test_another_person_takes_the_place_of_the_first(session: Session) -> None:
    _change(session, _id(session, "contact", "Bert"))
    assert _persons(session) == ["Bert"]
    assert len(session.store.read.all(ContactRole)) == 1


def test_without_a_person_nobody_is_named_and_undo_brings_her_back(session: Session) -> None:
    _change(session, "")
    assert _persons(session) == []
    session.undo()
    assert _persons(session) == ["Ayse"]


def test_an_offer_saved_without_a_change_of_the_person_keeps_her_role(session: Session) -> None:
    before = session.store.read.all(ContactRole)
    offer = _id(session, "offer", "Lernzeit")
    form = session.directory.form("offer", offer)
    session.directory.save("offer", offer, {**form, "title": "Lernzeit plus"}, form)
    assert session.store.read.all(ContactRole) == before
