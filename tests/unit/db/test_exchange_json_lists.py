"""Lists of JSON in which not everything is a record: nothing is dropped silently."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.exchange import Code, ImportFehler
from db.store import Store, open_store
from stk_graph.model import Offer
from tests.unit.db.exchange_samples import codes, outcome, take_over

GOOD = {
    "id": "s1",
    "name": "Frühstück",
    "status": "active",
    "organization": {"id": "o1", "name": "Haus", "description": "Haus"},
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", create=True) as opened:
        yield opened


def written(folder: Path, value: object, indent: int | None = 1) -> Path:
    path = folder / "district.json"
    path.write_text(json.dumps(value, ensure_ascii=False, indent=indent), encoding="utf-8")
    return path


MIXED: list[Any] = [
    {"id": "kaputt"},
    GOOD,
    {"id": "s10", "name": "Ohne Anbieter"},
    {"title": "fremd", "foo": 1},
    "text",
    None,
    7,
    [1],
]


def test_every_element_of_a_list_is_counted_and_every_skipped_one_named(
    store: Store, tmp_path: Path
) -> None:
    report = take_over(store, written(tmp_path, MIXED))
    assert outcome(report, "offers") == (3, 2, 0, 0, 1)
    assert outcome(report, "entries") == (5, 0, 0, 0, 5)
    assert codes(report)["not-a-record"] == 5
    assert codes(report)["name-missing"] == 1
    assert codes(report)["lead-missing"] == 1
    assert {offer.title for offer in store.read.all(Offer)} == {"Frühstück", "Ohne Anbieter"}
    skipped = report.as_json()["skipped_rows"]
    assert [row["value"] for row in skipped if row["code"] == "not-a-record"] == [
        'Eintrag 4: {"title": "fremd", "foo": 1}',
        'Eintrag 5: "text"',
        "Eintrag 6: null",
        "Eintrag 7: 7",
        "Eintrag 8: [1]",
    ]
    assert all(row["file"] == "district.json" and row["line"] for row in skipped)


def test_a_list_on_one_line_names_the_position(store: Store, tmp_path: Path) -> None:
    report = take_over(store, written(tmp_path, MIXED, indent=None))
    found = next(item for item in report.problems if item.code is Code.NOT_A_RECORD)
    assert {example.line for example in found.examples} == {1}
    assert found.examples[1].value == 'Eintrag 5: "text"'


def test_the_same_list_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, MIXED)
    take_over(store, path)
    assert take_over(store, path).changed == 0


def test_elements_of_a_page_and_beside_it_are_counted_too(store: Store, tmp_path: Path) -> None:
    page = {"total_items": 2, "contents": [GOOD, "text"], "organizations": [None]}
    report = take_over(store, written(tmp_path, page))
    assert outcome(report, "entries") == (2, 0, 0, 0, 2)


def test_a_list_without_any_record_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ImportFehler, match="keine Einträge von HSDS"):
        take_over(store, written(tmp_path, [{"id": "kaputt"}, None]))
