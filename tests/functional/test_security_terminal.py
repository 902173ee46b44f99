"""Hostile records in a real terminal: no byte of theirs is a command there."""

import re
import sys
from pathlib import Path

from tests.functional.hostile_records import CASE, PAYLOADS
from tests.functional.terminals import Terminal

COMMANDS = (b"\x1b]0;", b"\x1b]2;", b"\x1b]52;", b"\x1b[31;5mPWNED", b"\b\b", b"a\0b")


def commands_in(written: bytes) -> list[str]:
    """What of the payloads reached the terminal as something other than visible text."""
    found = [repr(command) for command in COMMANDS if command in written]
    text = written.decode(errors="replace")
    return found + [repr(one) for one in re.findall("[\x80-\x9f\u202a-\u202e\u2060-\u2069]", text)]


def test_no_record_reaches_a_real_terminal_as_a_command(past: Path) -> None:
    terminal = Terminal(db=past, size=(180, 50))
    terminal.read_until("110 / 112")
    terminal.press(CASE)
    terminal.read_until("Marke")
    terminal.escape()
    for _step in range(10):
        terminal.press("j")
        terminal.read_for(0.05)
    terminal.press("2")
    terminal.read_for(0.5)
    before = len(terminal.written)
    for key in ("j", "\x1b[6~") * 12:
        terminal.press(key)
        terminal.read_for(0.1)
    terminal.press("e")
    terminal.read_for(0.5)
    terminal.escape()
    terminal.press("d")
    terminal.read_for(0.3)
    terminal.escape()
    assert terminal.quit() == 0
    assert commands_in(terminal.written) == []
    visible = terminal.written[before:].decode()
    assert len(set(re.findall(r"Marke\d\d", visible))) > 15, "the marks show that rows were drawn"


BARE = """
import sys
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static(sys.argv[1].encode().decode("unicode_escape"), markup=False)
        yield Static("fertig")

Bare().run()
"""


def test_the_search_for_commands_finds_those_of_an_app_that_does_not_clean(tmp_path: Path) -> None:
    payload = PAYLOADS["window title"] + PAYLOADS["colour"] + PAYLOADS["direction"]
    given = payload.encode("unicode_escape").decode()
    terminal = Terminal(given, db=tmp_path / "x", program=[sys.executable, "-c", BARE])
    terminal.read_until("fertig")
    terminal.read_for(0.2)
    terminal.quit()
    assert len(commands_in(terminal.written)) >= 3
