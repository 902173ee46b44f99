"""Gendered forms become the base word, whatever mark they use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stk_graph.text import base_word, neutral


@pytest.mark.parametrize(
    "form",
    [
        "Schüler*innen",
        "Schüler:innen",
        "Schüler_innen",
        "Schüler·innen",
        "SchülerInnen",
        "Schüler/innen",
        "Schüler/-innen",
        "Schüler-innen",
        "Schüler(innen)",
        "Schüler*in",
        "Schüler:in",
        "Schüler/in",
        "Schüler/-in",
        "Schüler(in)",
        "SchülerIn",
        "Schüler (m/w/d)",
        "Schüler (w/m/x)",
    ],
)
def test_every_mark_is_taken_off(form: str) -> None:
    assert neutral(form) == "Schüler"
    assert neutral(f"für {form}, auch am Abend") == "für Schüler, auch am Abend"


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("Senior*innen", "Senioren"),
        ("Senior*innentreff", "Seniorentreff"),
        ("Kolleg:innen", "Kollegen"),
        ("Elternlots*innen", "Elternlotsen"),
        ("Bewohner:innencafé", "Bewohnercafé"),
        ("Jugendliche*r", "Jugendliche"),
        ("Angehörige/r", "Angehörige"),
        ("Angehörige(r)", "Angehörige"),
        ("ein:e Ansprechpartner:in", "ein Ansprechpartner"),
    ],
)
def test_plurals_compounds_and_adjectives_are_reduced(form: str, base: str) -> None:
    assert neutral(form) == base


@pytest.mark.parametrize(
    "text",
    [
        "In der Kita",
        "Eltern/Kinder",
        "Mo/Mi/Do 14:30 Uhr",
        "Haus 3 (innen)",
        "Schuldner- und Insolvenzberatung",
        "drinnen und draußen",
        "Berlin",
        "50 km/h",
        "Familie (Mutter, Kind)",
        "Thema: Ernährung",
    ],
)
def test_a_text_without_gendered_forms_stays(text: str) -> None:
    assert neutral(text) == text


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("Schülerinnen", "Schüler"),
        ("Schülerin", "Schüler"),
        ("Trägerinnen", "Träger"),
        ("Seniorinnen", "Senioren"),
        ("Seniorinnencafé", "Seniorencafé"),
        ("Seniorin", "Senior"),
        ("beginnen", "beginnen"),
        ("gewinnen", "gewinnen"),
        ("Spinnen", "Spinnen"),
        ("darin", "darin"),
        ("worin", "worin"),
        ("Erinnerung", "Erinnerung"),
    ],
)
def test_a_feminine_word_has_the_base_word_of_both(word: str, base: str) -> None:
    assert base_word(word) == base


@given(st.text(alphabet="abeinrES*:_/-() ", max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    assert len(neutral(text)) <= len(text)
