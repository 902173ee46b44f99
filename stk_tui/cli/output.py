"""What a command prints: plain lines for people, JSON for programs."""

import sys
from codecs import BOM_UTF8
from collections.abc import Container, Iterable, Sequence
from typing import Any

import click
import msgspec

from stk_graph.language import _
from stk_graph.text import clean

WIDEST = 80
"""Cells of a column beyond which one long text no longer moves the columns of all others."""


def say(text: str = "") -> None:
    """One line for a person; control characters of stored text never reach the terminal."""
    click.echo(clean(text, multiline=True))


def complain(sentence: str) -> None:
    """A sentence on standard error, for what went wrong or should be known first."""
    click.echo(clean(sentence, multiline=True), err=True)


def say_json(value: object) -> None:
    """``value`` as indented JSON, with every text in it cleaned."""
    built = _cleaned(msgspec.to_builtins(value))
    click.echo(msgspec.json.format(msgspec.json.encode(built), indent=2).decode())


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value, multiline=True, limit=len(value))
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_cleaned(one) for one in value]
    return value


def columns(
    rows: Iterable[Sequence[str]], gap: str = "  ", right: Container[int] = ()
) -> list[str]:
    """The rows as lines with aligned columns, those in ``right`` (from 0) to the right."""
    cells = [[clean(cell) for cell in row] for row in rows]
    if not cells:
        return []
    widths = [min(WIDEST, max(len(row[at]) for row in cells)) for at in range(len(cells[0]))]
    return [
        gap.join(
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def read_input() -> str:
    """The whole standard input as text; bytes that are no UTF-8 are read as Windows-1252."""
    raw = sys.stdin.buffer.read()
    try:
        return raw.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def text_or_input(argument: str) -> str:
    """The argument, or standard input if the argument is ``-`` (keeps names out of the history)."""
    return clean(read_input() if argument == "-" else argument)


def agreed(question: str) -> bool:
    """Asks for a yes, in the person's language or in English; anything else is a no."""
    answer: str = click.prompt(f"{question} [{_('j')}/N]", default="n", show_default=False)
    return answer.strip().lower() in {_("j"), _("ja"), "y", "yes"}
