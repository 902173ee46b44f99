"""The filter finds words first, and misspelt words when there are none."""

from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.text import fold
from stk_tui.matching import narrow

NAMES = ["Grundschule Nord", "Kita Nordlicht", "Jugendzentrum Süd", "Schulsozialarbeit Nord"]


def _found(query: str, limit: int | None = None) -> list[str]:
    return list(narrow(query, NAMES, fold, limit))


def test_an_empty_query_keeps_everything_in_order() -> None:
    assert _found("  ") == NAMES
    assert _found("", limit=2) == NAMES[:2]


def test_every_word_must_be_there_in_any_order() -> None:
    assert _found("nord schul") == ["Grundschule Nord", "Schulsozialarbeit Nord"]
    assert _found("süd kita") == []


def test_names_that_begin_with_the_word_come_first_then_words_then_parts() -> None:
    names = ["Alte Feuerwache", "Neue Wache", "Wachenheim", "Hauswacht"]
    assert list(narrow("wach", names, fold)) == [
        "Wachenheim",
        "Neue Wache",
        "Alte Feuerwache",
        "Hauswacht",
    ]


def test_umlauts_are_found_in_either_spelling() -> None:
    assert _found("sued") == _found("Süd") == ["Jugendzentrum Süd"]


def test_a_misspelt_word_is_found_when_nothing_else_is() -> None:
    assert _found("Schulsozialarbiet")[0] == "Schulsozialarbeit Nord"


def test_three_letters_are_too_few_to_guess() -> None:
    assert _found("xyz") == []


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=6))
@settings(max_examples=60, deadline=None)
def test_only_what_was_there_is_found_and_nothing_twice(query: str, names: list[str]) -> None:
    numbered = list(enumerate(names))
    found = narrow(query, numbered, lambda item: fold(item[1]))
    assert len({index for index, _name in found}) == len(found)
    assert set(found) <= set(numbered)
