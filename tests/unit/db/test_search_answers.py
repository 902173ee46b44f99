"""What a person types, and what is shown."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from db.store import Store, open_store
from db.text_search import Filter, SearchAnswer, TextSearch
from stk_graph.model import Actor, Offer, TimeSlot, new_id
from stk_graph.model.enums import Visibility, Weekday
from tests.unit.db.search_samples import quarter, save

OFFERS = Filter(kinds=("offer",))


@pytest.fixture
def search(store: Store) -> TextSearch:
    return TextSearch(store)


@pytest.fixture
def lead(store: Store) -> Actor:
    actor = Actor(name="Haus Kastanie")
    save(store, actor)
    return actor


def titles(answer: SearchAnswer) -> list[str]:
    return [hit.title for hit in answer.direct]


def test_a_hit_tells_kind_id_title_and_why(store: Store, search: TextSearch) -> None:
    records = quarter()
    save(store, *records)
    (hit,) = search.search("lernwerk unterricht").direct
    assert (hit.kind, hit.uid, hit.title) == ("offer", records.offer.id, records.offer.title)
    assert hit.why == ("lernwerkstatt", "unterricht")
    assert hit.score > 0


def test_institutions_and_persons_are_found_by_name(store: Store, search: TextSearch) -> None:
    records = quarter()
    save(store, *records)
    people = search.search("yildirim", where=Filter(kinds=("actor", "contact"))).direct
    assert [(hit.kind, hit.uid) for hit in people] == [("contact", records.contact.id)]
    houses = search.search("kastanie", where=Filter(kinds=("actor",))).direct
    assert [hit.uid for hit in houses] == [records.lead.id]
    assert search.search("südh", where=Filter(kinds=("area",))).direct[0].uid == records.area.id


def test_words_come_in_any_order_and_the_last_may_be_unfinished(
    store: Store, search: TextSearch
) -> None:
    save(store, *quarter())
    for query in ("Yıldırım Şeyma", "seyma yil", "yildirim, s"):
        assert titles(search.search(query, where=Filter(kinds=("contact",)))) == [
            "Şeyma Yıldırım"
        ], query


def test_the_word_itself_comes_before_longer_words_and_these_before_inner_ones(
    store: Store, search: TextSearch, lead: Actor
) -> None:
    for title in ("Seniorentanz", "Tanzkreis", "Tanz"):
        save(store, Offer(title=title, lead=lead.id))
    assert titles(search.search("tanz")) == ["Tanz", "Tanzkreis", "Seniorentanz"]


def test_the_spelling_as_typed_comes_first(store: Store, search: TextSearch, lead: Actor) -> None:
    save(store, Offer(title="Mütter im Park", lead=lead.id))
    save(store, Offer(title="Mutter im Park", lead=lead.id))
    assert titles(search.search("Mütter")) == ["Mütter im Park", "Mutter im Park"]
    assert titles(search.search("Muetter")) == ["Mütter im Park", "Mutter im Park"]
    assert titles(search.search("mutter")) == ["Mutter im Park", "Mütter im Park"]


def test_as_many_hits_as_wanted_are_given(store: Store, search: TextSearch, lead: Actor) -> None:
    words = ("Mütter", "Mutter", "Muttertag", "Großmutter")
    written = [f"{word} im Park {number}" for word in words for number in range(70)]
    save(store, *(Offer(title=title, lead=lead.id) for title in written))
    assert set(titles(search.search("Mutter", k=500))) == set(written)
    assert set(titles(search.search("Mutter Park", k=500))) == set(written)
    few = search.search("Mutter", k=7)
    assert len(few.direct) == 7
    assert few.more


def test_words_of_the_same_meaning_are_a_group_of_their_own(
    store: Store, search: TextSearch, lead: Actor
) -> None:
    save(store, Offer(title="Suchtberatung am Markt", lead=lead.id))
    save(store, Offer(title="Drogenberatung am Tor", lead=lead.id))
    answer = search.search("Drogenberatung")
    assert titles(answer) == ["Drogenberatung am Tor"]
    assert [hit.title for hit in answer.related] == ["Suchtberatung am Markt"]


def test_no_record_is_direct_and_related(store: Store, search: TextSearch, lead: Actor) -> None:
    for number in range(12):
        title = f"Kita Kindergarten Nr. {number}"
        save(store, Offer(title=title, lead=lead.id))
    answer = search.search("Kindergarten", k=3)
    assert len(answer.direct) == 3
    assert answer.more
    assert answer.related == ()


def test_a_slip_of_the_finger_is_named(store: Store, search: TextSearch, lead: Actor) -> None:
    save(store, Offer(title="Hebammensprechstunde", lead=lead.id))
    answer = search.search("Hebame")
    assert answer.direct == ()
    assert [hit.title for hit in answer.did_you_mean] == ["Hebammensprechstunde"]
    assert answer.meant == ("Hebammensprechstunde",)


def test_a_compound_nobody_writes_is_looked_for_by_its_parts(
    store: Store, search: TextSearch, lead: Actor
) -> None:
    save(store, Offer(title="Begleitung zu Ämtern", lead=lead.id))
    assert titles(search.search("Ämterbegleitung")) == ["Begleitung zu Ämtern"]


def test_without_a_record_with_all_words_those_with_some_are_shown(
    store: Store, search: TextSearch, lead: Actor
) -> None:
    save(store, Offer(title="Nähtreff", lead=lead.id))
    save(store, Offer(title="Bootsbau", lead=lead.id))
    answer = search.search("nähtreff bootsbau")
    assert not answer.all_words
    assert set(titles(answer)) == {"Nähtreff", "Bootsbau"}
    assert search.search("nähtreff").all_words


@pytest.mark.parametrize("query", ["", " ", "x", "7", "…", "- /", "(", '"'])
def test_less_than_two_letters_are_no_query(store: Store, search: TextSearch, query: str) -> None:
    save(store, *quarter())
    assert search.search(query) == SearchAnswer()


def test_new_words_are_known_at_once_without_reading_all(
    store: Store, search: TextSearch, lead: Actor
) -> None:
    search.load()
    save(store, Offer(title="Töpferscheune", lead=lead.id))
    with counted_reads(store) as read:
        assert titles(search.search("töpfersch")) == ["Töpferscheune"]
        assert titles(search.search("scheune")) == ["Töpferscheune"]
    assert not any("doc_terms" in sql for sql in read)


@contextmanager
def counted_reads(store: Store) -> Iterator[list[str]]:
    """Collects the statements that this thread runs."""
    read: list[str] = []
    connection = store.read.connection
    connection.set_trace_callback(read.append)
    try:
        yield read
    finally:
        connection.set_trace_callback(None)


def test_what_another_program_wrote_is_found(store: Store, search: TextSearch, lead: Actor) -> None:
    search.load()
    with open_store(store.path) as other:
        save(other, Offer(title="Fahrradscheune", lead=lead.id))
    assert titles(search.search("fahrradsch")) == ["Fahrradscheune"]


def test_an_erased_name_completes_nothing(store: Store, search: TextSearch) -> None:
    records = quarter()
    save(store, *records)
    assert search.search("yildirim").direct
    store.erase("test", records.contact.id)
    assert search.search("yildir") == SearchAnswer()
    assert search.search("yildirm").did_you_mean == ()
    assert "yildirim" not in search._expander().vocabulary


def test_after_going_back_to_a_backup_its_words_are_known(
    store: Store, search: TextSearch, lead: Actor, tmp_path: Path
) -> None:
    save(store, Offer(title="Imkerei", lead=lead.id))
    backup = store.backup(tmp_path / "kept.db")
    store.undo("test")
    assert titles(search.search("imkerei")) == []
    store.restore(backup, "test")
    assert titles(search.search("imkerei")) == ["Imkerei"]


def test_without_the_words_of_the_index_a_beginning_is_found_at_once(
    store: Store, search: TextSearch
) -> None:
    save(store, *quarter())
    with counted_reads(store) as read:
        answer = search.search("lernwerk", where=OFFERS, wait=False)
    assert titles(answer) == ["Lernwerkstatt für Grundschüler"]
    assert not any("doc_terms" in sql for sql in read)


def offer_like(lead: Actor, **values: object) -> Offer:
    return msgspec.structs.replace(Offer(title="Treff", lead=lead.id), **values)


def test_filters_keep_what_fits_and_what_is_unknown(
    store: Store, search: TextSearch, lead: Actor
) -> None:
    area = quarter().area
    other = quarter().area
    save(store, area, other)
    fitting = offer_like(
        lead,
        area=area.id,
        age_min=6.0,
        age_max=10.0,
        target_groups=("kinder",),
        slots=(TimeSlot(weekday=Weekday.TU),),
    )
    unknown = offer_like(lead)
    wrong = offer_like(
        lead,
        area=other.id,
        age_min=60.0,
        target_groups=("aeltere",),
        slots=(TimeSlot(weekday=Weekday.FR),),
    )
    save(store, fitting, unknown, wrong)
    for where in (
        Filter(area=area.id),
        Filter(age=10.5),
        Filter(target_groups=("kinder", "jugendliche")),
        Filter(weekday=Weekday.TU),
    ):
        hits = search.search("treff", where=where).direct
        assert {hit.uid for hit in hits} == {fitting.id, unknown.id}, where
    both = search.search("treff", where=Filter(age=70, weekday=Weekday.FR)).direct
    assert {hit.uid for hit in both} == {unknown.id, wrong.id}


def test_an_area_filter_knows_the_catchment(store: Store, search: TextSearch, lead: Actor) -> None:
    area, other = quarter().area, quarter().area
    reaching = offer_like(lead, area=other.id, catchment=(area.id,))
    save(store, area, other, reaching)
    hits = search.search("treff", where=Filter(area=area.id)).direct
    assert [hit.uid for hit in hits] == [reaching.id]


def test_what_is_not_public_is_filtered_before_ranking(
    store: Store, search: TextSearch, lead: Actor
) -> None:
    hidden = Offer(title="Treff", lead=lead.id, visibility=Visibility.INTERNAL)
    save(store, *(msgspec.structs.replace(hidden, id=new_id()) for _one in range(30)))
    shown = Offer(title="Ein offener Treff mit langem Namen im Haus", lead=lead.id)
    save(store, shown)
    hits = search.search("treff", k=5, where=Filter(visible_from=Visibility.PUBLIC)).direct
    assert [hit.uid for hit in hits] == [shown.id]


def test_a_read_only_copy_is_searched_too(store: Store) -> None:
    save(store, *quarter())
    with open_store(store.path, read_only=True) as copy:
        search = TextSearch(copy)
        search.load()
        assert titles(search.search("lernwerk", where=OFFERS)) == ["Lernwerkstatt für Grundschüler"]


def test_threads_search_while_another_one_saves(store: Store, lead: Actor) -> None:
    search = TextSearch(store)
    wrong: list[str] = []

    def look() -> None:
        for number in range(60):
            try:
                search.search(("kast", "beet", "gartn")[number % 3])
            except Exception as error:  # noqa: BLE001 - whatever a thread raises is the finding
                wrong.append(repr(error))

    threads = [threading.Thread(target=look) for _one in range(3)]
    for thread in threads:
        thread.start()
    for number in range(10):
        save(store, Offer(title=f"Gartenbeet{'x' * number}", lead=lead.id))
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(search.search("gartenbeet").direct) == 10
