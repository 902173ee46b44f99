"""How well personal data is told from what only looks like it.

``tests/data/cases/personal_sentences.tsv`` was written before the lists and patterns it checks;
every third line is held out and nothing was tuned on it.
"""

import csv
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from stk_graph.text.personal import personal_data

ROOT = Path(__file__).parents[3]
PERSONAL = "personal"


class Sentence(NamedTuple):
    """A line of the file."""

    label: str
    text: str
    held_out: bool


@cache
def sentences() -> tuple[Sentence, ...]:
    path = ROOT / "tests" / "data" / "cases" / "personal_sentences.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Sentence(row["label"], row["text"], row["held_out"] == "yes") for row in rows)


def texts(label: str, *, held_out: bool) -> list[str]:
    return [
        sentence.text
        for sentence in sentences()
        if sentence.label == label and sentence.held_out is held_out
    ]


def seen(of: list[str]) -> list[str]:
    return [text for text in of if personal_data(text)]


def test_both_kinds_of_sentences_are_many() -> None:
    labels = [sentence.label for sentence in sentences()]
    assert labels.count(PERSONAL) >= 150
    assert len(labels) - labels.count(PERSONAL) >= 150


def test_all_personal_data_is_seen() -> None:
    wanted = texts(PERSONAL, held_out=False)
    assert seen(wanted) == wanted


def test_personal_data_in_sentences_nothing_was_tuned_on_is_seen() -> None:
    wanted = texts(PERSONAL, held_out=True)
    assert len(seen(wanted)) >= 0.95 * len(wanted)


def test_places_houses_classes_and_hours_are_hardly_ever_taken_for_persons() -> None:
    tuned, held_out = texts("free", held_out=False), texts("free", held_out=True)
    assert len(seen(tuned)) <= 0.01 * len(tuned)
    assert len(seen(held_out)) <= 0.02 * len(held_out)


def _written_by_others() -> Iterator[str]:
    shared = Path(os.environ.get("STK_SHARED", ROOT.parent / "shared")) / "data" / "knowledge"
    if not shared.is_dir():
        pytest.skip(f"sentences by other writers are not at {shared}")
    for path in sorted(shared.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            yield columns[2] if "_cases" in path.name else " ".join(columns[1:])


def test_sentences_by_other_writers_without_personal_data_pass() -> None:
    written = list(_written_by_others())
    assert len(seen(written)) <= 0.005 * len(written)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Herr al-Hamdani sucht Arbeit", "Herr al-Hamdani"),
        ("Heute kam Pham Van Duc", "Pham Van Duc"),
        ('"Kalle" Brandt schläft draußen', 'Kalle" Brandt'),
        ("wohnt in 35037 Marburg, Ketzerbach 9", "35037 Marburg, Ketzerbach 9"),
    ],
)
def test_a_name_or_address_is_found_whole(text: str, words: str) -> None:
    assert words in [finding.words for finding in personal_data(text)]


def test_what_a_course_is_called_is_no_name() -> None:
    assert personal_data("Der Kurs heißt Atempause") == []
    assert personal_data("Der Klient heißt Burak")
