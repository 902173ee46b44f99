"""No query can do harm: not by its text, and not by what it costs."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.search_bench import filled, keystrokes
from db.store import Store
from db.text_search import Filter, SearchAnswer, TextSearch
from stk_graph.model import Contact
from stk_graph.model.enums import Visibility
from stk_graph.text import stem
from tests.unit.db.search_samples import quarter, save

MOST_MATCHES = 12
"""Questions to the index for one keystroke; each costs a fraction of a millisecond."""

MOST_NAMED = 150
"""Words of one question."""


@contextmanager
def counted_matches(store: Store) -> Iterator[list[str]]:
    """Collects the questions to the index that this thread asks."""
    asked: list[str] = []
    connection = store.read.connection
    connection.set_trace_callback(lambda sql: asked.append(sql) if " MATCH " in sql else None)
    try:
        yield asked
    finally:
        connection.set_trace_callback(None)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=60))
def test_any_text_is_a_query(store: Store, query: str) -> None:
    if not store.read.execute("SELECT 1 FROM doc"):
        save(store, *quarter())
    answer = TextSearch(store).search(query)
    assert isinstance(answer, SearchAnswer)


@pytest.mark.parametrize(
    "query",
    [
        'lern" OR "x',
        "title : lernwerkstatt",
        "NEAR(lern werk)",
        "lern* NOT x",
        "{title} : a b",
        "^lern + werk",
        "'); DROP TABLE doc; --",
        "AND OR NOT",
        "\x00\x1b[31m",
        "\ud800 lern",
        "l" * 5000,
        "wort " * 500,
    ],
)
def test_the_language_of_the_index_cannot_be_written(store: Store, query: str) -> None:
    save(store, *quarter())
    search = TextSearch(store)
    assert isinstance(search.search(query), SearchAnswer)
    assert isinstance(search.search(query, wait=False), SearchAnswer)
    assert store.check() == []


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("crowded")
    with filled(folder / "district.db", 3000) as store:
        yield store
    shutil.rmtree(folder)


def test_a_keystroke_asks_the_index_a_few_times_only(crowded: Store) -> None:
    search = TextSearch(crowded)
    search.load()
    asked_most = 0
    for query in chain(keystrokes(), ("hilfe kinder familien eltern", "beratng", "xyz abc")):
        with counted_matches(crowded) as asked:
            search.search(query)
        asked_most = max(asked_most, len(asked))
        assert len(asked) <= MOST_MATCHES, query
    assert asked_most >= 2


def test_a_question_to_the_index_names_few_words(crowded: Store) -> None:
    search = TextSearch(crowded)
    named = 0
    for query in keystrokes():
        with counted_matches(crowded) as asked:
            search.search(query)
        named = max([named, *(sql.count(" OR ") for sql in asked)])
    assert 0 < named <= MOST_NAMED


def test_the_index_never_sees_more_than_words(crowded: Store) -> None:
    with pytest.raises(sqlite3.OperationalError):
        crowded.read.connection.execute("SELECT 1 FROM doc_fts WHERE doc_fts MATCH 'a (' ")
    assert TextSearch(crowded).search("a (").direct == ()


def test_a_public_view_finds_no_offer_by_the_name_of_a_person(store: Store) -> None:
    save(store, *quarter())
    search = TextSearch(store)
    assert search.search("yildirim", where=Filter(kinds=("offer",))).direct
    public = Filter(visible_from=Visibility.PUBLIC)
    assert search.search("yildirim", where=public) == SearchAnswer()
    assert search.search("seyma@example", where=public) == SearchAnswer()


def test_forgetting_queries_empties_what_was_remembered(store: Store) -> None:
    save(store, *quarter())
    search = TextSearch(store)
    search.search("lernwerkstatt")
    assert search._expander()._known
    search.forget_queries()
    assert search._expander()._known == {}
    assert stem.cache_info().currsize == 0


def test_contacts_are_living_people_only(store: Store) -> None:
    records = quarter()
    save(store, *records)
    search = TextSearch(store)
    contact = store.read.get(Contact, records.contact.id)
    assert contact is not None
    save(store, msgspec.structs.replace(contact, restricted=True))
    for query in ("yildirim", "seyma@example.org", "0170 9876543"):
        assert search.search(query).direct == (), query
