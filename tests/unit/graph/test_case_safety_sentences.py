"""How well hints at danger are told from sentences that only sound alarming.

``tests/data/cases/safety_sentences.tsv`` was written before the rules; every third line is held out
and nothing was tuned on it.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from stk_graph.case.safety_book import SETTING, UNDO, book, signs_written
from stk_graph.case.safety_signs import (
    LIMIT,
    OCCASION_OF,
    Dangers,
    dangers_in,
    with_dangers,
)
from stk_graph.knowledge import meaning
from stk_graph.model.enums import Safety
from stk_graph.times.age_mentions import ages_in_text

CASES = Path(__file__).parents[2] / "data" / "cases"
HARMLESS = "harmless"


class Sentence(NamedTuple):
    """A line of the file."""

    label: str
    text: str
    held_out: bool


@cache
def sentences() -> tuple[Sentence, ...]:
    path = CASES / "safety_sentences.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Sentence(row["label"], row["text"], row["held_out"] == "yes") for row in rows)


def dangers(text: str) -> Dangers:
    meant = meaning(text)
    return dangers_in(text, meant.prepared.words, meant.evidence, ages_in_text(text))


def alarms(text: str) -> set[Safety]:
    return set(dangers(text).weights)


def share_alarmed(*, danger: bool, held_out: bool) -> float:
    chosen = [
        sentence
        for sentence in sentences()
        if sentence.held_out is held_out and (sentence.label != HARMLESS) is danger
    ]
    return sum(bool(alarms(sentence.text)) for sentence in chosen) / len(chosen)


def test_both_kinds_of_sentences_are_many_and_a_third_is_held_out() -> None:
    harmless = [sentence for sentence in sentences() if sentence.label == HARMLESS]
    assert len(harmless) >= 220
    assert len(sentences()) - len(harmless) >= 220
    assert sum(sentence.held_out for sentence in sentences()) * 3 >= len(sentences()) - 3


def test_hints_at_danger_are_found() -> None:
    assert share_alarmed(danger=True, held_out=False) >= 0.95


def test_hints_at_danger_in_sentences_nothing_was_tuned_on_are_found() -> None:
    assert share_alarmed(danger=True, held_out=True) >= 0.85


@pytest.mark.parametrize("held_out", [False, True])
def test_what_only_sounds_alarming_raises_hardly_any_alarm(held_out: bool) -> None:
    assert share_alarmed(danger=False, held_out=held_out) <= 0.03


def test_the_danger_that_is_named_is_mostly_the_right_one() -> None:
    hints = [sentence for sentence in sentences() if sentence.label != HARMLESS]
    right = [sentence for sentence in hints if Safety(sentence.label) in alarms(sentence.text)]
    assert len(right) >= 0.88 * len(hints)


def test_signs_that_are_weak_alone_alarm_together() -> None:
    assert not alarms("Das Kind ist abends unterwegs")
    assert not alarms("Das Kind kommt barfuß")
    assert alarms("Das Kind hat Hunger, ist seit Tagen ungewaschen und kommt barfuß")


def test_a_harmless_reading_of_a_word_undoes_its_sign() -> None:
    assert alarms("Das Kind hat blaue Flecken, die es jedes Mal anders erklärt")
    assert not alarms("Das Kind hat blaue Flecken vom Fußball")


def test_a_film_or_a_course_is_not_the_danger_it_is_about() -> None:
    assert not alarms("Wir suchen einen Film zum Thema Selbstmord für den Unterricht")


def test_a_danger_gives_its_occasion_weight_and_an_undone_one_takes_it() -> None:
    found = with_dangers({}, dangers("Sie will morgen nicht mehr aufwachen").weights)
    assert found[OCCASION_OF[Safety.CRISIS]] >= LIMIT
    harmless = dangers("Das Kind hat blaue Flecken vom Fußball").weights
    assert with_dangers({"kinderschutz": 0.9, "hort": 0.9}, harmless) == {
        "kinderschutz": 0.5,
        "hort": 0.9,
    }


def test_an_empty_text_holds_no_danger() -> None:
    assert dangers("") == Dangers({}, ())


def test_the_words_that_raise_an_alarm_are_named_and_no_others() -> None:
    text = "Das Kind hat Hunger, ist seit Tagen ungewaschen und kommt barfuß in den Hort"
    found = dangers(text)
    said = [item.words for item in found.evidence]
    assert {"Hunger", "ungewaschen", "barfuß"} <= {word for words in said for word in words.split()}
    assert not any("Hort" in words for words in said)
    assert all(text[item.start : item.end] == item.words for item in found.evidence)
    assert dangers("Das Kind hat blaue Flecken vom Fußball").evidence == ()


def test_every_group_a_sign_names_is_written_and_every_sign_has_a_known_meaning() -> None:
    for sign in signs_written():
        assert sign.about in {*OCCASION_OF, UNDO, SETTING}
        assert 0 < sign.weight < 1 or sign.about == UNDO
        assert not [slot for slot in sign.slots if slot.isupper() and _is_no_group(slot)]


def _is_no_group(slot: str) -> bool:
    return any(book().begun.get(word) for word in (slot, f"={slot}"))
