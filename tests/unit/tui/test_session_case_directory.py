"""What a case is looked up in: complete around the offers that match, and nothing beyond."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bench.synthetic_store import fill_with_offers
from db.codec import Layout
from stk_graph.case import Directory, Facts, best_contacts, is_enough, with_lotsen
from stk_graph.model import Actor, Area, Contact, ContactRole, Location, Offer
from stk_tui.session import Session
from stk_tui.session.case_directory import matching_offers
from tests.evaluation.evaluation_harness import cases

TODAY = date(2026, 11, 24)
TEXT = "Kind 2. Klasse, Mutter im Schichtdienst bis 19 Uhr, niemand holt ab"
OFFERS = 1_000


def whole_directory(session: Session) -> Directory:
    """Everything the file holds."""
    read = session.store.read
    return Directory(
        offers=tuple(read.all(Offer)),
        actors={actor.id: actor for actor in read.all(Actor)},
        contacts={one.id: one for one in read.all(Contact) if not one.restricted},
        roles=tuple(read.all(ContactRole)),
        areas={area.id: area for area in read.all(Area)},
        locations={place.id: place for place in read.all(Location)},
    )


def test_the_answer_is_the_one_that_the_whole_file_would_give(demo: Session) -> None:
    whole, read = whole_directory(demo), demo.store.read
    areas = [None, *whole.areas]
    for number, told in enumerate(cases("demo_cases.json")[:60]):
        facts = Facts(area=areas[number % len(areas)])
        case = demo.cases.understand(told.text, facts)
        close = demo.cases._known().closeness
        found = best_contacts(case, whole, matching_offers(read, case), demo.today, close)
        if not is_enough(found):
            found = with_lotsen(found, whole, demo.today)
        assert demo.cases.look_up(case) == found


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Session]:
    session = Session.open(tmp_path / "large.db", create=True, today=TODAY)
    fill_with_offers(session.store, OFFERS)
    yield session
    session.close()


@pytest.mark.parametrize("limit", [10, 60])
def test_of_many_offers_those_that_only_share_the_topic_come_if_there_is_room(
    large: Session, limit: int
) -> None:
    case = large.cases.understand(TEXT, Facts())
    matching = matching_offers(large.store.read, case)
    found = best_contacts(case, whole_directory(large), matching, TODAY, limit=limit)
    assert large.cases.look_up(case, limit).hits == found.hits
    assert any(not hit.is_fitting for hit in found.hits) == (limit == 60)


def test_of_a_large_directory_only_what_may_be_shown_is_read_in_full(
    large: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = large.cases.understand(TEXT, Facts())
    fitting = sum(match.fitting for match in matching_offers(large.store.read, case).values())
    made: Counter[type] = Counter()
    record = Layout.record

    def counted(layout: Layout[Any], *row: Any) -> Any:
        made[layout.cls] += 1
        return record(layout, *row)

    monkeypatch.setattr(Layout, "record", counted)
    large.cases.look_up(case, 5)
    assert made[Offer] == fitting < OFFERS / 10
    assert made[ContactRole] <= fitting
    assert made[Contact] <= fitting
    assert made[Location] == 0
