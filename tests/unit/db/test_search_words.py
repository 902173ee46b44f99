"""What one typed word may stand for in the index."""

import subprocess
import sys

import pytest

from db.search_expansion import MOST_WORDS, Expander
from db.search_group import WIDE, Group, all_of
from db.search_vocabulary import Vocabulary
from stk_graph.text import loose, tokens

COMMON = 3


def vocabulary(text: str) -> Vocabulary:
    """The vocabulary of words that each stand in three documents."""
    words = sorted({loose(token) for token in tokens(text)})
    return Vocabulary(dict.fromkeys(words, COMMON))


@pytest.mark.parametrize(
    ("token", "there", "forms"),
    [
        ("raeumungen", "Räumung Räume räumungsklage", {"raumung"}),
        ("kurs", "Kurse Kurs Kursleitung Konkurs", {"kurs", "kurse"}),
        ("zentren", "Zentrum", {"zentrum"}),
        ("zentrum", "Zentren", {"zentren"}),
        ("aerzten", "Arzt Ärzte Arztpraxis", {"arzt", "arzte"}),
        ("uni", "Union Unis", set()),
    ],
)
def test_forms_share_a_stem(token: str, there: str, forms: set[str]) -> None:
    assert set(vocabulary(there).forms(token)) >= forms
    if not forms:
        assert vocabulary(there).forms(token) == []


def test_longer_words_begin_with_it_and_inner_words_have_it_inside() -> None:
    found = Expander(vocabulary("Tanz Tanzkreis Seniorentanz")).expand("tanz")
    assert found.forms.words == ("tanz",)
    assert found.longer.starts == ("tanz",)
    assert found.inside.words == ("seniorentanz",)
    assert (found.forms.total, found.longer.total, found.inside.total) == (3, 6, 9)


def test_short_words_are_not_looked_for_inside_of_others() -> None:
    assert not Expander(vocabulary("Bauchtanz")).expand("uch").inside


@pytest.mark.parametrize("number", ["5", "12", "123"])
def test_short_numbers_are_only_themselves(number: str) -> None:
    found = Expander(vocabulary("5 51 12 125 123 12345 0123")).expand(number)
    assert found.inside.words == (number,)
    assert found.inside.starts == ()


@pytest.mark.parametrize(
    ("typed", "there", "first"),
    [
        ("hebame", "Hebamme Herren", "hebamme"),
        ("hebame", "Herrma Familienhebammen", "familienhebammen"),
        ("beratnug", "Beratung", "beratung"),
        ("schuldnerbertung", "Schuldnerberatung Schuldnerbegleitung", "schuldnerberatung"),
        ("hausaufgabn", "Hausaufgabenbetreuung", "hausaufgabenbetreuung"),
        ("cafe", "Café", "cafe"),
        ("agnieska", "Agnieszka", "agnieszka"),
    ],
)
def test_a_slip_of_the_finger_finds_the_likeliest_word(typed: str, there: str, first: str) -> None:
    assert vocabulary(there).nearly(typed)[:1] == [first]


@pytest.mark.parametrize("typed", ["abc", "xylophon", "zzzzzzzzzz"])
def test_what_nothing_resembles_finds_nothing(typed: str) -> None:
    assert vocabulary("Beratung Kita Hausaufgaben abd").nearly(typed) == []


def test_of_equally_near_words_the_commoner_comes_first() -> None:
    words = Vocabulary({"hand": 1, "land": 9, "rand": 4})
    assert words.nearly("tand") == ["land", "rand", "hand"]


def test_added_words_are_found_like_the_others() -> None:
    words = vocabulary("Kita")
    words.add(["tanzkreis", "seniorentanz", "kita"])
    assert words.added == 2
    assert words.beginning("tanz") == ["tanzkreis"]
    assert words.containing("tanz") == ["seniorentanz"]
    assert words.forms("tanzkreise") == ["tanzkreis"]
    assert words.nearly("tanzkries") == ["tanzkreis"]
    assert words.total_beginning("tanz") == 1
    assert "tanzkreis" in words


def test_a_word_of_very_many_documents_is_named_by_its_closest_words() -> None:
    words = Vocabulary({f"kind{'x' * n}": 100 for n in range(120)})
    group = Expander(words).expand("kind").longer
    assert group.total > WIDE
    assert group.expression.count('"') == 2 * MOST_WORDS
    assert group.expression.startswith('("kind" OR "kindx"')


def test_a_group_is_the_same_for_the_index_and_for_a_text() -> None:
    group = Expander(vocabulary("Tanz Tanzkreis Seniorentanz")).expand("tanz").inside
    assert group.expression == '("seniorentanz" OR "tanz" *)'
    for text in ("ein tanzkreis", "seniorentanz hier", "tanz"):
        assert group.stands_in(text)
    assert not group.stands_in("chor")
    assert Group(("chor",), ("tanz",), 1).stands_in("der tanzkreis")
    assert not Group(("chor",), ("tanz",), 1).stands_in("der ausdruckstanz")


def test_nothing_but_words_reaches_the_index() -> None:
    assert all_of([Group(('a" OR "b',), ("c",), 1)]) == '("a OR b" OR "c" *)'


def test_related_words_are_those_the_index_has() -> None:
    expander = Expander(vocabulary("Suchtberatung Frühe Hilfen Chor"))
    assert expander.expand("drogenberatung").related.starts == ("suchtberatung",)
    assert not expander.expand("chor").related
    assert expander.related_to_all(["chor", "suchtberatung"]).total == 0


def test_a_compound_is_split_only_into_words_of_the_index() -> None:
    expander = Expander(vocabulary("Ämter Begleitung"))
    parts = expander.expand("aemterbegleitung").parts
    assert [part.token for part in parts] == ["aemter", "begleitung"]
    assert expander.expand("aemterbegleitxxx").parts == ()


def test_the_search_starts_without_what_only_writing_or_slips_need() -> None:
    program = (
        "import sys, db.text_search\n"
        "print([m for m in ('sqlite_utils', 'rapidfuzz', 'snowballstemmer', 'networkx', 'textual')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
