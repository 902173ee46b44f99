"""Patterns of phrases: what they keep, and which are looked for."""

from stk_graph.knowledge.evidence import Use, prepare
from stk_graph.knowledge.phrases import Phrases, pattern_of, phrase_book


def test_words_of_no_pattern_leave_nothing_behind() -> None:
    Phrases().evidence(prepare("Qwertzel Xylomanie Vorname1234", Use.OFFER))
    remembered = phrase_book()._parsed
    assert not [word for word in remembered if word.lstrip("=").startswith(("qw", "xylo", "vorn"))]
    Phrases().evidence(prepare("Hausaufgabenbetreuung", Use.OFFER))
    assert remembered


def test_a_pattern_knows_how_many_words_it_needs() -> None:
    pattern = pattern_of("keine zeit+fuer kinder+!oma")
    assert pattern.size == 4
    assert pattern.absent == ("oma",)
