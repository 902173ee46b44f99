"""Words of very many documents cost no more than rare ones."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from db.search_answer import Finder, SearchAnswer
from db.search_expansion import Expander
from db.search_group import WIDE
from db.search_query import Filter, condition
from db.search_vocabulary import Vocabulary
from db.store import Store
from stk_graph.model import Actor, Offer
from tests.unit.db.search_samples import save
from tests.unit.db.test_search_safety import counted_matches

MANY = 10 * WIDE
LETTERS = st.text("abcdefg", min_size=1, max_size=1)
PIECES = ("kleider", "werkstatt", "schulen", "garten", "beratung", "treffpunkt")
COMPOUNDS = sorted({one + other for one in PIECES for other in PIECES})


def expander(**counts: int) -> Expander:
    return Expander(Vocabulary(dict(sorted(counts.items()))))


def answered(
    store: Store, words: Expander, tokens: Sequence[str]
) -> tuple[SearchAnswer, list[str]]:
    """The answer, and the questions to the index."""
    with counted_matches(store) as asked:
        finder = Finder(store.read.connection, words, condition(Filter()), 10)
        return finder.answer(tokens, 5), asked


def test_a_beginning_of_too_many_documents_is_never_gathered() -> None:
    words = expander(randzeitenbetreuung=MANY, randzeiten=MANY, spatbetreuung=3)
    for token in ("randzeiten", "spaetbetreuung"):
        expansion = words.expand(token)
        for group in (expansion.longer, expansion.inside, expansion.related):
            assert '"randzeit' not in group.expression.replace('"randzeiten', "")
            assert all(words.vocabulary.total_beginning(start) <= WIDE for start in group.starts)
    related = words.expand("spaetbetreuung").related
    assert '"randzeitenbetreuung"' in related.expression
    assert related.stands_in("eine randzeitenbetreuung")


def test_a_phrase_is_asked_for_unless_all_its_words_are_common() -> None:
    rare = expander(deutsch=MANY, fur=MANY, frauen=3, deutschkurs=1)
    assert '"deutsch fur frauen"' in rare.expand("deutschkurs").related.expression
    common = expander(deutsch=MANY, fur=MANY, frauen=MANY, deutschkurs=1, sprachkurs=1)
    related = common.expand("deutschkurs").related
    assert related
    assert '"deutsch fur frauen"' not in related.expression


def test_titles_are_searched_for_common_words_only_if_some_may_have_them(store: Store) -> None:
    lead = Actor(name="Haus Kastanie")
    told = [Offer(title="Offene Tür", description="Eine Werkstatt", lead=lead.id) for _ in "abc"]
    save(store, lead, *told)
    words = expander(werkstatt=MANY)
    answer, asked = answered(store, words, ["werkstatt"])
    assert {hit.uid for hit in answer.direct} == {offer.id for offer in told}
    assert asked
    assert not any("title :" in sql for sql in asked)

    named = Offer(title="Werkstatt am Fluss", lead=lead.id)
    save(store, named)
    answer, asked = answered(store, words, ["werkstatt"])
    assert answer.direct[0].uid == named.id
    assert any("title :" in sql for sql in asked)


@given(word=st.sampled_from(COMPOUNDS), data=st.data())
def test_a_long_word_with_two_slips_is_recognised(word: str, data: st.DataObject) -> None:
    typed = word
    for _slip in range(2):
        at = data.draw(st.integers(0, len(typed) - 1))
        put = data.draw(st.one_of(LETTERS, st.just("")))
        typed = typed[:at] + put + typed[at + 1 :]
    vocabulary = Vocabulary(dict.fromkeys(COMPOUNDS, 1))
    assert typed == word or word in vocabulary.nearly(typed)


@given(
    words=st.sets(st.text("abc", min_size=1, max_size=7)),
    part=st.text("abc", min_size=1, max_size=4),
    shortest=st.integers(0, 8),
    longest=st.integers(0, 8),
)
def test_words_with_a_part_inside_come_by_length(
    words: set[str], part: str, shortest: int, longest: int
) -> None:
    vocabulary = Vocabulary(dict.fromkeys(sorted(words), 1))
    found = vocabulary.containing(part, shortest=shortest, longest=longest)
    inside = {word for word in words if part in word and not word.startswith(part)}
    assert set(found) == {word for word in inside if shortest <= len(word) <= longest}
    assert found == sorted(found, key=len)
