"""What `stk case` says about an answer."""

from datetime import date, timedelta

import pytest

from stk_graph.case import Facts
from stk_tui.cli.case import _say_answer
from stk_tui.session import Session

SHIFTS = "Kind in der 2. Klasse, Mutter arbeitet im Schichtdienst bis 19 Uhr"


def said(session: Session, today: date, capsys: pytest.CaptureFixture[str]) -> str:
    found = session.cases.look_up(session.cases.understand(SHIFTS, Facts()), 10)
    _say_answer(found, today)
    return capsys.readouterr().out


def test_whether_a_record_is_old_counts_from_the_day_of_the_session(
    demo: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    fresh = said(demo, demo.today, capsys)
    later = said(demo, demo.today + timedelta(days=1000), capsys)
    assert "Geprüft" in fresh
    assert "zuletzt am" in later
    assert later.count("bitte prüfen") > fresh.count("bitte prüfen")
