"""How the words of an offer are compared with those of a case."""

import pytest

from stk_graph.case.directory import OfferWords
from stk_graph.case.stems import stems_in
from stk_graph.case.words_fit import WordsFit


def offer(title: str, description: str = "") -> OfferWords:
    return OfferWords(title, title, description, None, None, None)


OTHERS = [offer("Sprechstunde"), offer("Krabbelgruppe", "Wir singen"), offer("Seniorentreff")]


def agreement(text: str, one: OfferWords) -> float:
    return WordsFit([one, *OTHERS], stems_in(text)).of(one)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wir brauchen Möbel", "Gebrauchtmöbel und Hausrat"),
        ("Ferienprogramm in der Osterferienwoche", "Osterferienprogramm"),
        ("Er zockt nur noch", "Zock-Sprechstunde"),
        ("Theatergruppe für eine Zwölfjährige", "Theaterwerkstatt Rampensau"),
        ("möchte in einer Band spielen", "Bandproben für Einsteiger"),
        ("Beratung zum Asylverfahren", "Asylverfahrens- und Flüchtlingsberatung"),
    ],
)
def test_a_part_of_a_compound_meets_the_whole(text: str, title: str) -> None:
    assert agreement(text, offer(title)) > 0


@pytest.mark.parametrize(
    ("text", "title"),
    [("Band gesucht", "Banane"), ("Spiel", "Spiegel"), ("", "Hort"), ("Hort", "")],
)
def test_words_that_only_begin_with_the_same_letters_do_not_meet(text: str, title: str) -> None:
    assert agreement(text, offer(title)) == 0.0


def test_a_whole_word_a_title_and_a_rare_word_count_more() -> None:
    assert agreement("Möbel", offer("Möbel")) > agreement("Möbel", offer("Gebrauchtmöbel"))
    assert agreement("Möbel", offer("Möbel")) > agreement("Möbel", offer("Halle", "Möbel"))
    common = offer("Sprechstunde im Chor")
    assert agreement("Chor", common) > agreement("Sprechstunde", common)


def test_a_word_of_the_case_counts_once_however_often_the_offer_says_it() -> None:
    once = agreement("Möbel", offer("Möbel"))
    assert agreement("Möbel", offer("Möbel", "Gebrauchtmöbel, Möbelhaus")) == once
    assert 0 < once < 1


def test_one_offer_alone_and_no_offer_at_all_can_be_compared() -> None:
    alone = offer("Möbel")
    assert WordsFit([alone], stems_in("Möbel")).of(alone) > 0.0
    assert WordsFit([], stems_in("Möbel")).meets == {}
