"""Measures the check for personal data on labelled sentences of two writers and on all cases.

``python -m tests.evaluation.personal_figures`` prints how much of the personal data is seen and
how often something else is taken for it. Nothing was tuned on rows that are held out. The case
sentences of the body of knowledge hold no personal data, so every finding there is a false alarm.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from stk_graph.knowledge.written import case_sentences
from stk_graph.text.personal import personal_data

DATA = Path(__file__).parents[1] / "data" / "cases"
SETS = ("personal_sentences", "personal_second_hand")


class Figures(NamedTuple):
    """Counts over one set of sentences, and the texts in which the check was wrong."""

    personal: int
    seen: int
    free: int
    alarms: int
    wrong: tuple[str, ...]


def _rows(name: str) -> Iterator[tuple[str, str, bool]]:
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["label"], row["text"], row["held_out"] == "yes"


def measured(personal: list[str], free: list[str]) -> Figures:
    """The figures over texts with personal data and texts without."""
    missed = [text for text in personal if not personal_data(text)]
    alarms = [text for text in free if personal_data(text)]
    return Figures(
        personal=len(personal),
        seen=len(personal) - len(missed),
        free=len(free),
        alarms=len(alarms),
        wrong=(*missed, *alarms),
    )


def of_set(name: str, *, held_out: bool) -> Figures:
    """The figures over the rows of a file in tests/data/cases."""
    rows = [(label, text) for label, text, held in _rows(name) if held is held_out]
    return measured(
        [text for label, text in rows if label == "personal"],
        [text for label, text in rows if label != "personal"],
    )


def of_cases() -> Figures:
    """The figures over the case sentences of the body of knowledge."""
    return measured([], [case.text for case in case_sentences()])


def report() -> str:
    """All figures as JSON; texts are shown only of what was tuned on."""
    known = {name: of_set(name, held_out=False)._asdict() for name in SETS}
    held_out = {f"{name} (held out)": of_set(name, held_out=True)._asdict() for name in SETS}
    for figures in held_out.values():
        del figures["wrong"]
    everything = {**known, **held_out, "case sentences": of_cases()._asdict()}
    return json.dumps(everything, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    print(report())  # noqa: T201 - this is what the command is for
