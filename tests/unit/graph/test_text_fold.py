"""Folding, tokens and the loose form: what a search compares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stk_graph.text import fold, loose, stem, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Weiß", "Weiss"),
        ("WEIẞ", "Weiss"),
        ("Łukasiewicz", "Lukasiewicz"),
        ("Yılmaz", "Yilmaz"),
        ("İbrahim", "Ibrahim"),
        ("Çelik", "Celik"),
        ("Şeyma", "Seyma"),
        ("Popović", "Popovic"),
        ("Đorđević", "Dordevic"),
        ("Müller", "Mueller"),
        ("Mu\u0308ller", "Mueller"),
        ("Ærø", "Aeroe"),
        ("Œuvre", "Oeuvre"),
        ("Þóra", "Thora"),
        ("Nguyễn", "Nguyen"),
        ("Café", "cafe"),
        ("Haus\u00adaufgaben", "Hausaufgaben"),
        ("می‌خواهم", "میخواهم"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("ﬁt", "fit"),
    ],
)
def test_spellings_of_one_word_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_german_and_latin_words_fold_to_ascii() -> None:
    assert fold("Größe, Übergang, Ämter, Nguyễn Thị") == "groesse, uebergang, aemter, nguyen thi"


def test_words_of_other_scripts_stay_words() -> None:
    assert tokens("Москва, قهوه und Kaffee") == ["москва", "قهوه", "und", "kaffee"]


def test_tokens_are_letters_and_digits() -> None:
    assert tokens("Schuldner- und Insolvenz_beratung, 3. OG (U3)") == [
        "schuldner",
        "und",
        "insolvenz",
        "beratung",
        "3",
        "og",
        "u3",
    ]


def test_a_text_without_words_has_no_tokens() -> None:
    assert tokens(" – „“ … ") == []


@pytest.mark.parametrize(
    ("folded", "expected"),
    [
        ("mueller", "muller"),
        ("muller", "muller"),
        ("aerzte", "arzte"),
        ("oeffnung", "offnung"),
        ("neue", "neue"),
        ("frauen", "frauen"),
        ("quelle", "quelle"),
        ("abenteuer", "abenteuer"),
        ("treue", "treue"),
    ],
)
def test_loose_takes_umlauts_off_and_nothing_else(folded: str, expected: str) -> None:
    assert loose(folded) == expected


@given(st.text(max_size=60))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_a_folded_text_has_no_capitals_and_no_accents(text: str) -> None:
    folded = fold(text)
    assert not any("\u0300" <= character <= "\u036f" for character in folded)
    assert folded.lower() == folded


@given(st.text(alphabet="abcäöüßÄÖÜ éłZ-–", max_size=40))
def test_words_of_latin_letters_become_ascii_tokens(text: str) -> None:
    assert all(token.isascii() and token.isalnum() for token in tokens(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kurs", "Kurse"),
        ("Deutschkurs", "Deutschkurse"),
        ("Räumung", "Räumungen"),
        ("Patenschaft", "Patenschaften"),
        ("Gruppe", "Gruppen"),
        ("Haus", "Häuser"),
        ("Feriencamp", "Feriencamps"),
        ("Elterncafé", "Elterncafés"),
        ("Familienzentrum", "Familienzentren"),
        ("Praktikum", "Praktika"),
        ("Bus", "Busse"),
        ("Schülerin", "Schülerinnen"),
        ("Waldkita", "Waldkitas"),
    ],
)
def test_singular_and_plural_have_one_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("kita", "kitt"), ("tafel", "tafelrunde"), ("sucht", "suche"), ("bus", "busch")],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=25))
def test_every_token_has_a_stem_of_the_same_letters_or_fewer(token: str) -> None:
    assert len(stem(token)) <= len(token) + 2
