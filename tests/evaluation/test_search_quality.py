"""Known offers among thousands of invented ones are found by 62 queries of nine kinds."""

import shutil
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from bench.synthetic import SyntheticOffer, offers
from db.store import Store, open_store
from db.text_search import SearchAnswer, TextSearch
from stk_graph.model import Actor, Contact, ContactRole, Location, Offer, Record

DATA = Path(__file__).parents[1] / "data" / "search" / "quality.toml"
DISTRACTORS = 3_000
SHOWN = 5

LEAST = {
    "compound_prefix": 5,
    "compound_head": 8,
    "umlaut": 12,
    "ss": 5,
    "typo": 9,
    "inflection": 6,
    "synonym": 7,
    "split": 3,
    "as_typed": 6,
}
"""How many queries of each kind must have their offer among the first five."""


def quality_data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def records(offer: SyntheticOffer) -> Iterator[Record]:
    """An offer with the institution, the place and the person that belong to it."""
    place = Location(street=offer.address or None)
    lead = Actor(name=offer.organisation)
    person = Contact(name=offer.person, employer=lead.id)
    kept = Offer(title=offer.title, description=offer.description, lead=lead.id, venues=(place.id,))
    yield from (place, lead, person, kept, ContactRole(contact=person.id, offer=kept.id))


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("quality")
    known = [
        SyntheticOffer(
            entry["title"], entry["description"], entry["organisation"], entry["person"], "", ""
        )
        for entry in quality_data()["offer"]
    ]
    with open_store(folder / "district.db", create=True) as store:
        with store.write("test", "fill") as action:
            many = chain.from_iterable(map(records, chain(offers(DISTRACTORS), known)))
            action.save_all(many)
        yield store
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def ranks(crowded: Store) -> dict[str, list[tuple[str, int | None]]]:
    """For each kind the queries with the place of their offer, from 0; None = not shown."""
    data = quality_data()
    titles = {entry["key"]: entry["title"] for entry in data["offer"]}
    search = TextSearch(crowded)
    return {
        kind: [(query, place(search.search(query), titles[key])) for query, key in queries]
        for kind, queries in data["queries"].items()
    }


def place(answer: SearchAnswer, title: str) -> int | None:
    """The best place of an offer in any group. Persons and institutions before it do not count."""
    places = []
    for group in (answer.direct, answer.related, answer.did_you_mean):
        shown = [hit.title for hit in group if hit.kind == "offer"]
        places += [shown.index(title)] if title in shown else []
    return min(places, default=None)


@pytest.mark.parametrize("kind", LEAST)
def test_no_kind_of_query_falls_below_its_line(
    kind: str, ranks: dict[str, list[tuple[str, int | None]]]
) -> None:
    missed = [query for query, at in ranks[kind] if at is None or at >= SHOWN]
    assert len(ranks[kind]) - len(missed) >= LEAST[kind], missed


@pytest.mark.parametrize("shown", [1, SHOWN])
def test_of_a_hundred_queries_94_show_their_offer(
    shown: int, ranks: dict[str, list[tuple[str, int | None]]]
) -> None:
    all_of_them = list(chain.from_iterable(ranks.values()))
    missed = [query for query, at in all_of_them if at is None or at >= shown]
    assert len(all_of_them) == 62
    assert 1 - len(missed) / len(all_of_them) >= 0.94, missed
