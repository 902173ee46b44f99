"""Ages as institutions type them."""

import csv
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.times.age_words import age_words
from stk_graph.times.ages import AgeSource, parse_ages

TABLE = Path(__file__).parents[2] / "data" / "times" / "ages.tsv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"] or "empty")
def test_an_age_is_read_as_the_table_says(row: dict[str, str]) -> None:
    reading = parse_ages(row["text"])
    expected = (
        float(row["low"]) if row["low"] else None,
        float(row["high"]) if row["high"] else None,
        row["source"],
        tuple(row["problems"].split()),
    )
    assert (reading.low, reading.high, reading.source, reading.problems) == expected
    assert reading.text == row["text"]


@pytest.mark.parametrize("text", ["alle", "altersoffen", "ohne Altersgrenze", "für Jung und Alt"])
def test_all_ages_are_explicit_only_where_the_text_says_so(text: str) -> None:
    assert parse_ages(text).explicit_all


@pytest.mark.parametrize("text", ["", "k. A.", "-", "?", "-1", "Kinder", "ab 0"])
def test_nothing_else_means_all_ages(text: str) -> None:
    assert not parse_ages(text).explicit_all


def test_groups_are_handed_on_and_are_no_leftover() -> None:
    reading = parse_ages("6-10 J. mit Eltern")
    assert reading.groups == ("Eltern",)
    assert reading.leftover == ""


def test_a_remark_in_brackets_is_a_note() -> None:
    reading = parse_ages("4-18 (je nach Workshop)")
    assert reading.note == "je nach Workshop"
    assert reading.leftover == ""


def test_what_is_not_understood_is_left_over() -> None:
    reading = parse_ages("3. Klasse bis Studierende")
    assert reading.leftover == "bis Studierende"
    assert reading.groups == ("Studierende",)


@pytest.mark.parametrize("text", ["10-6 Jahre", "12 bis 3 J."])
def test_ages_the_wrong_way_round_are_kept_as_text(text: str) -> None:
    reading = parse_ages(text)
    assert (reading.low, reading.high, reading.leftover) == (None, None, text)


@pytest.mark.parametrize(
    ("text", "low", "high", "years"),
    [
        ("Jg. 2015–2018", 7, 11, (2015, 2018)),
        ("Jahrgänge 2015/16", 9, 11, (2015, 2016)),
        ("Jahrgang 2020", 5, 6, (2020, 2020)),
        ("geboren 2010 bis 2012", 13, 16, (2010, 2012)),
    ],
)
def test_years_of_birth_need_a_day(
    text: str, low: float, high: float, years: tuple[int, int]
) -> None:
    reading = parse_ages(text, today=date(2026, 11, 24))
    assert (reading.low, reading.high, reading.birth_years) == (low, high, years)
    assert reading.source is AgeSource.FROM_BIRTH_YEAR
    assert parse_ages(text).problems == ("no-reference-date",)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("ab Jahrgang 2012", None, 14),
        ("Jahrgänge 2013 und jünger", None, 13),
        ("bis Jahrgang 2018", 7, None),
    ],
)
def test_born_later_means_younger(text: str, low: float | None, high: float | None) -> None:
    reading = parse_ages(text, today=date(2026, 11, 24))
    assert (reading.low, reading.high) == (low, high)


def test_years_of_birth_beyond_a_life_are_no_ages() -> None:
    reading = parse_ages("Jg. 2090", today=date(2026, 11, 24))
    assert (reading.low, reading.high, reading.problems) == (None, None, ("age-range",))


def test_ten_thousand_random_texts_are_read_and_kept() -> None:
    chance = random.Random(20261124)
    letters = "0123456789-–+ ;.,/½jJahrebisKlUÜab<>()\n\t№😀\x00"
    words = [
        *["6", "-", "10", "J.", "ab", "bis", "und", "Klasse", "Kl.", "3.", "U", "Ü", "Monate"],
        *[";", ",", "(", ")", "2015", "Jg.", "alle", "Kinder", "½"],
    ]
    for _number in range(10_000):
        if chance.random() < 0.5:
            text = "".join(chance.choices(letters, k=chance.randrange(0, 25)))
        else:
            text = " ".join(chance.choices(words, k=chance.randrange(0, 9)))
        reading = parse_ages(text)
        assert reading.text == text
        if reading.low is not None and reading.high is not None:
            assert 0 <= reading.low <= reading.high <= 120


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_gives_a_reading(text: str) -> None:
    assert parse_ages(text, today=date(2026, 11, 24)).text == text


@pytest.mark.parametrize("piece", ["1", "1 ", "1-", "½", "1.+", "a ", "ab ", "kita-", "(", " "])
def test_a_long_monotonous_text_is_read_to_its_end(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    assert parse_ages(text).text == text


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (6, 10, "6–10 Jahre"),
        (60, None, "ab 60 Jahren"),
        (None, 12, "bis 12 Jahre"),
        (None, 2.99, "unter 3 Jahren"),
        (0, 1.5, "0–18 Monate"),
        (0.5, 1.5, "6–18 Monate"),
        (0.5, None, "ab 6 Monaten"),
        (0.15, None, "ab 8 Wochen"),
        (0.5, 3, "6 Monate bis 3 Jahre"),
        (0, 2.99, "unter 3 Jahren"),
        (6, 9.99, "6 bis unter 10 Jahre"),
        (14, 14, "14 Jahre"),
        (1, 1, "1 Jahr"),
        (1, None, "ab 1 Jahr"),
        (2.5, 6, "2,5–6 Jahre"),
        (0, None, "alle Altersgruppen"),
        (None, None, ""),
    ],
)
def test_ages_are_printed_as_people_write_them(
    low: float | None, high: float | None, words: str
) -> None:
    assert age_words(low, high) == words


BOUNDS = st.one_of(
    st.integers(2, 99).map(float),
    st.integers(1, 23).map(lambda months: round(months / 12, 2)),
    st.integers(2, 30).map(lambda years: years - 0.01),
)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.none(), BOUNDS.filter(lambda low: low % 1 != 0.99)), st.one_of(st.none(), BOUNDS)
)
def test_printed_ages_read_back_as_themselves(low: float | None, high: float | None) -> None:
    if low is not None and (round(low % 1, 2) == 0.99 or (high is not None and low > high)):
        return
    reading = parse_ages(age_words(low, high))
    assert (reading.low, reading.high) == (low, None if high is None else round(high, 2))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("bis zum dritten Geburtstag", None, 2.99),
        ("ab 8 Monaten bis zum 3. Geburtstag", 0.67, 2.99),
        ("ab dem 6. Geburtstag", 6, None),
        ("vom 3. bis zum 6. Geburtstag", 3, 5.99),
    ],
)
def test_a_birthday_ends_the_years_before_it(
    text: str, low: float | None, high: float | None
) -> None:
    reading = parse_ages(text)
    assert (reading.low, reading.high, reading.leftover) == (low, high, "")
