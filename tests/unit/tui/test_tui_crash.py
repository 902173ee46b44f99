"""After a fault a person reads where it was, and nothing of what was typed."""

import subprocess
import sys
import threading

import pytest
from textual.worker import WorkerFailed

from stk_tui import crash
from stk_tui.settings import read_settings

SECRET = "Familie Geheim"


def _fault_in_the_program() -> BaseException:
    case_text = SECRET
    try:
        read_settings(case_text, {})  # type: ignore[arg-type]
    except AttributeError as error:
        return error
    raise AssertionError


def test_the_report_names_type_and_line_but_no_value() -> None:
    report = crash.report(_fault_in_the_program())
    assert "AttributeError" in report
    assert "stk_tui/settings.py:" in report
    assert SECRET not in report


def test_the_same_fault_has_the_same_code() -> None:
    assert crash.report(_fault_in_the_program()) == crash.report(_fault_in_the_program())


def test_the_fault_of_a_worker_is_the_one_inside_it() -> None:
    assert "AttributeError" in crash.report(WorkerFailed(_fault_in_the_program()))


def test_a_fault_outside_the_program_is_said_to_be_outside() -> None:
    assert "außerhalb von stk" in crash.report(ValueError(SECRET))


@pytest.mark.parametrize(
    "code",
    [
        "raise ValueError(s)",
        "from threading import Thread as T; t = T(target=lambda: len(s) + s); t.start(); t.join()",
    ],
)
def test_no_hook_of_the_interpreter_prints_a_value(code: str) -> None:
    program = "from stk_tui import crash; crash.install(); s = '" + SECRET + "'; " + code
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert "stk musste wegen eines Fehlers schließen" in done.stderr
    assert SECRET not in done.stderr
    assert "Traceback" not in done.stderr


def test_installing_the_hooks_replaces_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    crash.install()
    assert sys.excepthook is not sys.__excepthook__
    assert threading.excepthook is not threading.__excepthook__


def test_a_fault_that_the_framework_passes_on_is_found_where_it_began() -> None:
    passed_on = TypeError("x")
    passed_on.__cause__ = _fault_in_the_program()
    assert "stk_tui/settings.py:" in crash.where(passed_on)
