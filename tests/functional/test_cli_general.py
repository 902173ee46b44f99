"""What holds for every command: languages, wrong use, no terminal."""

from pathlib import Path

import click
import pytest

from stk_tui.cli.root import COMMANDS
from stk_tui.cli.root import stk as stk_command
from tests.functional.cli_runs import stk


def test_the_app_without_a_terminal_says_so(demo_file: Path) -> None:
    done = stk(db=demo_file)
    assert done.code == 2
    assert "Terminal" in done.err


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_has_help_in_german(command: str, tmp_path: Path) -> None:
    done = stk(command, "--help", db=tmp_path / "none.db")
    assert done.code == 0
    assert done.out.startswith("Aufruf:")
    assert "--plain" in done.out


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_says_what_it_does(name: str) -> None:
    command = stk_command.get_command(click.Context(stk_command), name)
    assert command is not None
    unsaid = [
        option.opts[0]
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert unsaid == []


def test_the_help_lists_every_command(tmp_path: Path) -> None:
    done = stk("--help", db=tmp_path / "none.db")
    assert all(f"\n  {command} " in done.out for command in COMMANDS)


@pytest.mark.parametrize(
    "arguments", [("quatsch",), ("contacts", "--limit", "x"), ("case", "--limit", "0"), ("--db",)]
)
def test_wrong_use_is_a_sentence_and_exit_code_2(
    arguments: tuple[str, ...], demo_file: Path
) -> None:
    done = stk(*arguments, db=demo_file)
    assert done.code == 2
    assert done.err.strip()
    assert "Traceback" not in done.err


def test_english_is_the_second_language(demo_file: Path) -> None:
    done = stk("--lang", "en", "--help", db=demo_file)
    assert done.out.startswith("Usage:")
    assert "the right contact" in done.out


@pytest.mark.parametrize(
    ("option", "typed"),
    [
        ("--when", "irgendwann"),
        ("--age", "alt"),
        ("--language", "klingonisch"),
        ("--target-group", "einhörner"),
        ("--occasion", "quatsch"),
        ("--area", "Atlantis"),
    ],
)
def test_what_a_case_option_says_wrongly_is_never_passed_over(
    option: str, typed: str, demo_file: Path
) -> None:
    done = stk("case", option, typed, db=demo_file, text="Schulden")
    assert done.code == 2
    assert typed in done.err
    assert done.out == ""
