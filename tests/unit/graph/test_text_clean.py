"""Text of others is harmless before it is stored or shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stk_graph.text import clean

ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("\x1b\x9b\x07\r\n\t\u202e\u2066\u061c\u2028\u2029\ufeff\u200d\u0308aä  "),
        st.characters(categories=["Cs"]),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("payload", "shown"),
    [
        ("x\x1b]52;c;UFdORUQ=\x1b\\ y", "x�]52;c;UFdORUQ=�\\ y"),
        ("\x1b]0;PWNED\x07", "�]0;PWNED�"),
        ("\x1b[31;5mPWNED", "�[31;5mPWNED"),
        ("\x9b31;5mPWNED", "�31;5mPWNED"),
        ("abc\u202edcba", "abc�dcba"),
        ("abc\u061cdef", "abc�def"),
        ("A\x00B\x7fC", "A�B�C"),
        ("A\U000e0041B", "A�B"),
        ("A\ufeffB", "A�B"),
        ("A\ud800B", "A�B"),
    ],
)
def test_what_a_terminal_would_obey_becomes_a_replacement_character(
    payload: str, shown: str
) -> None:
    assert clean(payload) == shown


@pytest.mark.parametrize(
    "name",
    [
        "Zoë Çelik ẞ",
        "Łukasiewicz",
        "Σοφία Παπαδοπούλου",
        "Ірина Шевченко",
        "محمد رضا",
        "می‌خواهم",
        "নুসরাত‌ জাহান",
        "אברהם",
        "王小明",
        "Nguyễn Thị Hạnh",
        "กนกวรรณ",
        "Kita [ehem. Hort] [A1]",
    ],
)
def test_names_of_many_scripts_stay_as_they_are(name: str) -> None:
    assert clean(name) == unicodedata.normalize("NFC", name)


def test_a_single_line_has_single_blanks_and_none_at_its_ends() -> None:
    assert clean("  Haus \t\r\n am\u2028Park\u00a0 ") == "Haus am Park"


def test_line_breaks_of_all_systems_become_line_feeds() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\tf", multiline=True) == "a\nb\nc\nd\ne\tf"


def test_accents_are_composed() -> None:
    assert clean("Mu\u0308ller") == "Müller"


def test_text_is_cut_at_the_limit() -> None:
    assert clean("abcdef", limit=3) == "abc"
    assert clean("ab cdef", limit=3) == "ab"
    assert len(clean("x" * 20_000)) == 10_000


@given(ANY_TEXT, st.booleans(), st.integers(0, 50))
def test_cleaning_again_changes_nothing(text: str, multiline: bool, limit: int) -> None:
    once = clean(text, multiline=multiline, limit=limit)
    assert clean(once, multiline=multiline, limit=limit) == once
    assert len(once) <= limit


@given(ANY_TEXT, st.booleans())
def test_clean_text_can_be_encoded_and_has_no_controls(text: str, multiline: bool) -> None:
    cleaned = clean(text, multiline=multiline)
    cleaned.encode("utf-8")
    kept = "\n\t" if multiline else ""
    assert not [
        character
        for character in cleaned
        if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") and character not in kept
    ]
    assert not set(cleaned) & set("\u061c\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\ufff9")


@given(ANY_TEXT)
def test_a_single_line_is_one_line(text: str) -> None:
    assert len(clean(text).splitlines()) <= 1
