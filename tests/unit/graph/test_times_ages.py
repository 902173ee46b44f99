"""Ages as institutions type them."""

import csv
from datetime import date
from pathlib import Path

import pytest

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
