"""Ages in the running text of a case."""

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.times.age_mentions import ages_in_text

TABLE = Path(__file__).parents[2] / "data" / "times" / "age_mentions.tsv"
NO_AGES = [
    "zwei Kinder und drei Geschwister",
    "seit 3 Jahren arbeitslos",
    "vor 5 Jahren zugezogen",
    "Termin in 2 Wochen",
    "3 Zimmer, Küche, Bad",
    "Kind bis 17 Uhr allein",
    "Antrag nach § 35 a",
    "Hauptstraße 14, 3. Stock",
    "am 24.11. um 14 Uhr",
    "800 Euro Miete, 2 Monatsmieten offen",
    "Mutter arbeitet 30 Stunden",
    "Sohn hat 3 Fünfer im Zeugnis",
    "Pflegegrad 3, GdB 80",
    "Familie mit 5 Kindern",
    "dreijährige Ausbildung abgebrochen",
    "Frau im 7. Monat schwanger",
    "Kind 3 Wochen krank gemeldet",
    "Tel. 069 12345",
    "mein Sohn kommt um 4 nach Hause",
    "unter 500 Euro im Monat",
    "wir sind 6 Personen",
    "Nr. 12, zweiter Stock",
]


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_ages_are_found_as_the_table_says(row: dict[str, str]) -> None:
    found = [f"{shown(age.low)}:{shown(age.high)}" for age in ages_in_text(row["text"])]
    assert " ".join(found) == row["ages"]


@pytest.mark.parametrize("text", NO_AGES)
def test_hours_counts_and_durations_are_no_ages(text: str) -> None:
    assert ages_in_text(text) == []


def test_a_mention_says_where_its_words_stand() -> None:
    text = "Bitte um Rat: 82-jährige Frau, allein."
    (mention,) = ages_in_text(text)
    assert text[mention.start : mention.end] == "82-jährige"


def test_a_class_becomes_the_ages_of_its_pupils() -> None:
    (mention,) = ages_in_text("Schüler der 5. Klasse")
    assert (mention.low, mention.high, mention.source) == (10, 11, "from-grade")


def test_every_child_of_a_list_is_found() -> None:
    assert [age.low for age in ages_in_text("Geschwister 7, 9 und 11, die Mutter")] == [7, 9, 11]


def test_a_stated_age_replaces_the_word_beside_it() -> None:
    (mention,) = ages_in_text("Jugendlicher, 13, nach Prügelei")
    assert mention.low == 13


@pytest.mark.parametrize(
    "word", ["zwei", "zwölf", "siebzehn", "einundzwanzig", "fünfunddreissig", "neunundneunzig"]
)
def test_number_words_up_to_ninety_nine_are_ages(word: str) -> None:
    (mention,) = ages_in_text(f"Eine {word}jährige Frau")
    assert mention.low == mention.high
    assert mention.low is not None
    assert 2 <= mention.low <= 99


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_is_searched(text: str) -> None:
    ends = 0
    for mention in ages_in_text(text):
        assert ends <= mention.start < mention.end <= len(text)
        ends = mention.end


def test_ten_thousand_random_texts_are_searched() -> None:
    chance = random.Random(7)
    words = [
        *["Kind", "3", ",", "und", "ist", "9", "Jahre", "alt", "-", "jährig", "2.", "Klasse"],
        *["(", ")", "mit", "Mutter", "17", "Uhr", "seit", "½"],
    ]
    for _number in range(10_000):
        text = " ".join(chance.choices(words, k=chance.randrange(0, 9)))
        for mention in ages_in_text(text):
            assert text[mention.start : mention.end].strip()


@pytest.mark.parametrize(
    "piece", ["1", "1, ", "Kind 3, ", "14-", "wird a a ", " ", "mit 3 ", "zwei"]
)
def test_a_long_monotonous_text_is_searched_to_its_end(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    assert all(mention.end <= len(text) for mention in ages_in_text(text))
