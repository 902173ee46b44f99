"""Ages in the running text of a case."""

import csv
import random
from datetime import date
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


TODAY = date(2026, 11, 24)


def spans(text: str, today: date | None = TODAY) -> str:
    return " ".join(f"{shown(age.low)}:{shown(age.high)}" for age in ages_in_text(text, today))


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("höchstens 16", ":16"),
        ("Sie ist höchstens 16, ohne Papiere", ":16"),
        ("nicht älter als zwölf", ":12"),
        ("unter zehn", ":9.99"),
        ("Kinder unter zehn", ":9.99"),
        ("unter drei Jahren", ":2.99"),
        ("über 65", "65:"),
        ("über achtzig", "80:"),
        ("Ü65", "65:"),
        ("Ue65", "65:"),
        ("Frau ueber 80 aus Soest", "80:"),
        ("noch keine 18", ":17.99"),
        ("ist noch nicht 18", ":17.99"),
        ("bis zum dritten Geburtstag", ":2.99"),
        ("bis zum 3. Geburtstag", ":2.99"),
        ("ab dem ersten Geburtstag", "1:"),
        ("nach dem achtzehnten Geburtstag", "18:"),
        ("kurz vor dem 18. Geburtstag", "17:18"),
        ("feiert den achtzigsten Geburtstag", "79:80"),
        ("im 18. Lebensjahr", "17:17"),
        ("bis zum vollendeten 18. Lebensjahr", ":17.99"),
    ],
)
def test_limits_of_age_are_open_on_one_side(text: str, ages: str) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("achtzehn", "18:18"),
        ("Sie ist achtzehn", "18:18"),
        ("Achtzehn, keine Ausbildung", "18:18"),
        ("gerade achtzehn geworden", "18:18"),
        ("Ausreißerin, siebzehn, schwanger", "17:17"),
        ("fast 18", "17:18"),
        ("bevor sie 18 wird", "17:18"),
        ("um die sechzig", "58:62"),
        ("Anfang 40", "40:43"),
        ("Mitte dreißig", "34:36"),
        ("Mitte dreissig", "34:36"),
        ("Mittvierzigerin", "44:46"),
        ("Mann, 52, braucht Hilfe", "52:52"),
        ("w/34", "34:34"),
        ("(w, 34)", "34:34"),
        ("w34", "34:34"),
        ("34/w", "34:34"),
        ("m, 17", "17:17"),
        ("17 (m)", "17:17"),
        ("weiblich, 34", "34:34"),
        ("Bub (5)", "5:5"),
        ("Verkäuferin (45)", "45:45"),
        ("Enkelsohn, 8,", "8:8"),
        ("82-jaehrige", "82:82"),
        ("fuenfjaehriges Maedchen", "5:5"),
        ("Saeugling", "0:0"),
    ],
)
def test_ages_of_notes_and_of_running_text(text: str, ages: str) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("gerade volljährig", "18:19"),
        ("wird bald volljährig", "17:18"),
        ("noch nicht volljährig", "0:17"),
        ("in der ersten Klasse", "6:7"),
        ("kommt im Sommer in die Schule", "5:6"),
        ("wenn er im Sommer in die Schule kommt", "5:6"),
        ("bevor sie in die Schule kommt", "5:6"),
        ("wird nächstes Jahr eingeschult", "5:6"),
        ("Vorschulkind", "5:6"),
        ("Abiturientin", "17:20"),
        ("Azubi", "16:26"),
        ("Seniorin", "60:"),
        ("kurz vor der Rente", "58:67"),
        ("seit Mai in Rente", "60:"),
        ("mitten in der Pubertät", "11:16"),
    ],
)
def test_words_for_a_time_of_life_are_ages(text: str, ages: str) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Jahrgang 1941", "84:85"),
        ("geboren 2019", "6:7"),
        ("geb. im März 2019", "6:7"),
        ("2019 geboren", "6:7"),
        ("Jahrgänge 2015 und 2017", "10:11 8:9"),
        ("dieses Jahr, also 2026 geboren", "0:0"),
        ("wird 2027 geboren", ""),
        ("geboren in Kabul", ""),
        ("Bau von 1941", ""),
    ],
)
def test_years_of_birth_are_ages_on_a_given_day(text: str, ages: str) -> None:
    assert spans(text) == ages
    assert spans(text, today=None) == ""


@pytest.mark.parametrize(
    "text",
    [
        "im besten Alter",
        "drei Jahre ohne Job",
        "seit acht Jahren ohne Arbeit",
        "acht Jahre lang arbeitslos",
        "seit über zehn Jahren krank",
        "maximal 12 Kinder",
        "höchstens 3 pro Gruppe",
        "mindestens 16 Stunden",
        "unter zehn Euro",
        "Gespräch unter vier Augen",
        "kommt nicht in die Schule",
        "kommt müde in die Schule",
        "Bus M17",
        "5 m, 17 cm",
        "Zimmer (12)",
        "EM-Rente",
        "Rentenberatung",
        "eins, zwei, drei,",
        "kommt erst um 10",
        "um die 20 Kinder",
        "schon drei, vier Mal",
    ],
)
def test_measures_counts_and_habits_are_no_ages(text: str) -> None:
    assert spans(text) == ""


def test_a_mention_with_umlauts_spelt_out_stands_where_it_was_typed() -> None:
    text = "Eine fuenfjaehrige Schuelerin und die ueber 80 Jahre alte Oma"
    found = [text[age.start : age.end] for age in ages_in_text(text)]
    assert found == ["fuenfjaehrige", "80 Jahre alte"]


def test_a_number_no_person_can_be_old_is_no_age() -> None:
    assert spans("Unser Orchester, 12 Leute, 900 Jahre, sucht Auftritte") == ""


PIECES = (
    *("900", "12", "8", "3,5", "½", "1/2", "0", "120", "2019", "acht", "zwölf", "Ende", "Mitte"),
    *("Jahre", "J.", "j.", "jährig", "Monate", "Mon.", "Wochen", "Klasse", "Kl.", "alt", "jung"),
    *(
        "Kind",
        "Sohn",
        "Oma",
        "Kinder",
        "er",
        "zwischen",
        "von",
        "bis",
        "und",
        "oder",
        "ab",
        "unter",
    ),
    *(
        "über",
        "seit",
        "vor",
        "in",
        ",",
        ".",
        "-",
        "(",
        ")",
        "/",
        "m,",
        "w",
        "Uhr",
        "€",
        "Leute",
        "fast",
    ),
)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from((" ", "")))
def test_whatever_stands_beside_numbers_every_age_is_one_and_stands_in_the_text(
    pieces: list[str], joint: str
) -> None:
    text = joint.join(pieces)
    for age in ages_in_text(text):
        assert 0 <= age.start < age.end <= len(text)
        assert all(value is None or 0 <= value <= 120 for value in (age.low, age.high))
