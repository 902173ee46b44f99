"""Compounds are split where all parts are known, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stk_graph.text.compounds import before_head, known_among, split_compound

KNOWN = known_among(
    [
        "aemter",
        "amt",
        "aufgabe",
        "begleitung",
        "betreuung",
        "garten",
        "haus",
        "hausaufgabe",
        "hilfe",
        "kind",
        "kurs",
        "mittag",
        "nach",
        "nachmittag",
        "raum",
        "schule",
        "senioren",
        "sprache",
        "wohnung",
    ]
)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("aemterbegleitung", ("aemter", "begleitung")),
        ("seniorennachmittag", ("senioren", "nachmittag")),
        ("wohnungshilfe", ("wohnung", "hilfe")),
        ("kindergarten", ("kinder", "garten")),
        ("schulhilfe", ("schul", "hilfe")),
        ("sprachkurse", ("sprach", "kurse")),
        ("hausaufgabenraum", ("hausaufgaben", "raum")),
    ],
)
def test_a_compound_has_its_known_parts_without_linking_letters(
    word: str, parts: tuple[str, ...]
) -> None:
    assert split_compound(word, KNOWN) == parts


def test_three_parts_are_found() -> None:
    assert split_compound("seniorennachmittagsbetreuung", KNOWN) == (
        "senioren",
        "nachmittag",
        "betreuung",
    )


def test_a_function_word_begins_no_compound() -> None:
    assert split_compound("nachmittag", KNOWN) == ("nachmittag",)


@pytest.mark.parametrize(
    "word", ["raumkurs", "hortraum", "unbekanntesding", "amtskurs", "12345678901"]
)
def test_a_short_or_unknown_word_stays_whole(word: str) -> None:
    assert split_compound(word, KNOWN) == (word,)


def test_the_vocabulary_is_known_by_default() -> None:
    assert split_compound("krabbelgruppenraum") == ("krabbelgruppen", "raum")
    assert split_compound("jugendamtsleitung") == ("jugendamt", "leitung")
    assert split_compound("hausaufgabenraum") == ("hausaufgaben", "raum")


def test_the_longest_head_is_taken_off() -> None:
    assert before_head("familientreffpunkt") == "familien"
    assert before_head("hausaufgabenhilfe") == "hausaufgaben"
    assert before_head("hilfe") is None
    assert before_head("spielplatz", offers_only=True) is None


@given(st.text(alphabet="abehilfnrstu", min_size=9, max_size=24))
def test_parts_have_four_letters_and_stand_in_the_word(word: str) -> None:
    parts = split_compound(word, lambda part: len(part) % 2 == 0)
    at = 0
    for part in parts:
        assert len(part) >= 4
        assert part in word[at:]
        at = word.index(part, at) + len(part)
    assert at == len(word)


def test_the_work_for_a_word_without_an_answer_is_bounded() -> None:
    asked = 0

    def only_tails(part: str) -> bool:
        nonlocal asked
        asked += 1
        return not part.startswith("x")

    assert split_compound("x" + "abcd" * 14, only_tails)[0].startswith("x")
    assert asked < 50_000
