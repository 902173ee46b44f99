"""What the report of an import says: the right column, the right file, words instead of code."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from db.exchange import Code, Report
from db.exchange.hsds_rows import without_html
from db.store import Store, open_store
from stk_graph.model import Actor, Offer, Phone
from tests.unit.db.exchange_samples import take_over, write_package

HOUSE = {"id": "o", "name": "Haus", "description": "Haus"}
SERVICE = {"id": "s", "organization_id": "o", "name": "Treff", "status": "active"}
SCHEDULE = {"id": "h", "service_id": "s", "freq": "WEEKLY", "byday": "MO"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", create=True) as opened:
        yield opened


def found(report: Report, code: Code) -> set[tuple[str, str]]:
    """The columns a problem was found in, with the value of the first example."""
    return {
        (f"{one.table}.{one.column}", one.examples[0].value)
        for one in report.problems
        if one.code is code
    }


def with_schedule(store: Store, folder: Path, **cells: str) -> Report:
    tables = {
        "organizations": [HOUSE],
        "services": [SERVICE],
        "schedules": [{**SCHEDULE, **cells}],
    }
    return take_over(store, write_package(folder / "p", tables))


def test_a_bad_date_is_told_in_its_own_column(store: Store, tmp_path: Path) -> None:
    report = with_schedule(store, tmp_path, valid_from="bald", valid_to="2026-02-30")
    assert found(report, Code.BAD_DATE) == {
        ("schedules.valid_from", "bald"),
        ("schedules.valid_to", "2026-02-30"),
    }


def test_a_clock_time_that_was_read_is_no_problem_and_one_that_was_not_is(
    store: Store, tmp_path: Path
) -> None:
    report = with_schedule(store, tmp_path, opens_at="9 Uhr", closes_at="25:00")
    assert found(report, Code.BAD_TIME) == {("schedules.closes_at", "25:00")}
    assert [slot.start for slot in store.read.all(Offer)[0].slots] == [540]


def test_a_conflict_of_phones_is_told_in_numbers_and_names_the_file_of_the_phones(
    store: Store, tmp_path: Path
) -> None:
    tables = {
        "organizations": [HOUSE],
        "phones": [{"id": "p", "organization_id": "o", "number": "04000 1"}],
    }
    take_over(store, write_package(tmp_path / "p", tables))
    (house,) = store.read.all(Actor)
    with store.write("Test", "save-actor") as action:
        action.save(msgspec.structs.replace(house, phones=(Phone(number="04000 2"),)))
    tables["phones"][0]["number"] = "04000 3"
    report = take_over(store, write_package(tmp_path / "p", tables))
    (conflict,) = report.conflicts
    assert (conflict.field, conflict.ours, conflict.theirs) == ("phones", "04000 2", "04000 3")
    (problem,) = [one for one in report.problems if one.code is Code.CONFLICT]
    assert (problem.examples[0].file, problem.examples[0].value) == ("phones.csv", "04000 3")
    assert problem.examples[0].line == 2


def test_a_conflict_of_times_is_told_in_words(store: Store, tmp_path: Path) -> None:
    with_schedule(store, tmp_path, opens_at="09:00", closes_at="11:00")
    (offer,) = store.read.all(Offer)
    (slot,) = offer.slots
    with store.write("Test", "save-offer") as action:
        later = msgspec.structs.replace(slot, start=600)
        action.save(msgspec.structs.replace(offer, slots=(later,)))
    report = with_schedule(store, tmp_path, opens_at="09:00", closes_at="12:00")
    (conflict,) = report.conflicts
    assert (conflict.ours, conflict.theirs) == ("Mo 10–11 Uhr", "Mo 9–12 Uhr")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Hallo<script>alert(1)</script> Welt", "Hallo Welt"),
        ('A<SCRIPT type="x">\nalert(1)\n</Script >B', "AB"),
        ("<style>p { color: red }</style><p>Text</p>", "Text"),
        ("vor <script>ohne Ende", "vor"),
        ("ein <b>script</b> lesen", "ein script lesen"),
    ],
)
def test_scripts_and_styles_are_no_text(html: str, text: str) -> None:
    assert without_html(html) == text


def test_one_table_is_told_in_the_singular(store: Store, tmp_path: Path) -> None:
    one = take_over(store, write_package(tmp_path / "p", {"organizations": [HOUSE]}))
    assert one.recognised == "HSDS 3.0 erkannt, 1 Tabelle."
    assert "1 Tabelle." in one.as_markdown()
    two = {"organizations": [HOUSE], "services": [SERVICE]}
    assert "2 Tabellen." in take_over(store, write_package(tmp_path / "q", two)).recognised
