"""`stk show`: what an import kept as a note can be seen."""

import json
from pathlib import Path

import pytest

from tests.functional.cli_runs import stk
from tests.unit.db.exchange_samples import write_package


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    """A data file with one offer from a directory of HSDS 1.1."""
    tables = {
        "organizations": [{"id": "o", "name": "Haus am See", "description": "Haus"}],
        "services": [
            {
                "id": "s",
                "organization_id": "o",
                "name": "Frühstück",
                "status": "active",
                "wait_time": "zwei Wochen",
            }
        ],
        "regular_schedules": [
            {
                "id": "r",
                "service_id": "s",
                "weekday": "Monday",
                "opens_at": "09:00",
                "closes_at": "11:00",
            }
        ],
        "holiday_schedules": [
            {
                "id": "h",
                "service_id": "s",
                "closed": "false",
                "opens_at": "10:00",
                "closes_at": "14:00",
                "start_date": "03/29/2027",
                "end_date": "04/02/27",
            },
            {
                "id": "i",
                "service_id": "s",
                "closed": "true",
                "opens_at": "",
                "closes_at": "",
                "start_date": "January 01, 0001",
                "end_date": "January 01, 0001",
            },
        ],
    }
    db = tmp_path / "district.db"
    assert stk("init", "--name", "Netz", "--area", "Hafen", db=db).code == 0
    done = stk("import", str(write_package(tmp_path / "hsds", tables)), db=db)
    assert done.code == 0
    assert "abweichende Zeiten einzelner Tage stehen als Notiz" in done.out
    assert "29.03.2027–02.04.2027, 10:00–14:00" in done.out
    return db


def test_show_tells_notes_of_the_import(imported: Path) -> None:
    shown = " ".join(stk("show", "Frühstück", db=imported).out.split())
    assert "Notizen aus dem Einlesen" in shown
    assert "Abweichende Zeiten 29.03.2027–02.04.2027, 10:00–14:00" in shown
    assert "01.01. jedes Jahr" in shown
    assert "zwei Wochen" in shown
    assert "Zeiten Mo 9–11 Uhr" in shown, "hours of single days never become those of every week"
    assert "Zeiträumen" not in shown, "said once"


def test_show_as_json_has_the_notes_with_their_column_and_source(imported: Path) -> None:
    found = json.loads(stk("show", "Frühstück", "--json", db=imported).out)
    notes = {(note["field"], note["text"]) for note in found["notes"]}
    assert ("schedule.holiday", "29.03.2027–02.04.2027, 10:00–14:00") in notes
    assert ("wait_time", "zwei Wochen") in notes
    assert all(note["source"] for note in found["notes"])


def test_a_record_without_notes_has_no_heading_for_them(imported: Path) -> None:
    assert "Notizen" not in stk("show", "Haus am See", db=imported).out
    assert json.loads(stk("show", "Haus am See", "--json", db=imported).out)["notes"] == []
