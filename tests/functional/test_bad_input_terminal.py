"""No terminal, a tiny one, a poor one: `stk` says what it needs, or works."""

import re
from pathlib import Path

import pytest

from tests.functional.cli_runs import stk
from tests.functional.terminals import Terminal

CONTROL = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>]")


def words(written: bytes) -> str:
    """What was written without the commands for colours and places, as one line."""
    return " ".join(CONTROL.sub(" ", written.decode(errors="replace")).split())


def test_without_a_terminal_the_app_names_what_works(demo_file: Path) -> None:
    before = demo_file.read_bytes()
    done = stk(db=demo_file)
    assert done.code == 2
    assert done.out == ""
    assert "stk --help" in done.err
    assert demo_file.read_bytes() == before


def test_a_terminal_of_40_by_10_says_what_it_needs_and_is_left_by_a_key(demo_file: Path) -> None:
    terminal = Terminal(db=demo_file, size=(40, 10))
    terminal.read_until("60 × 16")
    terminal.read_for(0.3)
    assert "bitte das Fenster" in words(terminal.written)
    assert terminal.quit() == 0
    assert "Traceback" not in words(terminal.written)


@pytest.mark.parametrize("size", [(60, 16), (1, 1)])
def test_the_app_opens_and_closes_at_any_size(demo_file: Path, size: tuple[int, int]) -> None:
    terminal = Terminal(db=demo_file, size=size)
    terminal.read_until("\x1b[?1049h")
    terminal.read_for(0.5)
    assert terminal.quit() == 0
    assert "Traceback" not in words(terminal.written)


def test_the_app_ends_when_its_window_is_closed(demo_file: Path) -> None:
    terminal = Terminal(db=demo_file)
    terminal.read_until("110 / 112")
    terminal.close_window()
    assert terminal.process.poll() is not None


def test_a_terminal_without_colours_and_name_shows_the_safety_line(demo_file: Path) -> None:
    poor = {"TERM": "dumb", "NO_COLOR": "1", "LANG": "C", "LC_ALL": "C"}
    terminal = Terminal(db=demo_file, env=poor)
    terminal.read_until("110 / 112")
    assert terminal.quit() == 0


def test_in_a_terminal_that_is_no_utf_8_commands_still_print(demo_file: Path) -> None:
    env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = stk("show", "KiEZ Mühlberg", db=demo_file, env=env)
    assert done.code == 0, done.err
    assert "Traceback" not in done.err
    assert "Ellen Roos" in done.out
