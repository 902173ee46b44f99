"""What a command prints: plain lines for people, JSON for programs."""

import sys
from collections.abc import Iterable, Sequence

import click
import msgspec

from stk_graph.text import clean


def say(text: str = "") -> None:
    """One line for a person; control characters of stored text never reach the terminal."""
    click.echo(clean(text, multiline=True))


def say_json(value: object) -> None:
    """``value`` as indented JSON."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def columns(rows: Iterable[Sequence[str]], gap: str = "  ") -> list[str]:
    """The rows as lines with aligned columns; the last column is not padded."""
    cells = [[clean(cell) for cell in row] for row in rows]
    if not cells:
        return []
    widths = [max(len(row[at]) for row in cells) for at in range(len(cells[0]) - 1)]
    return [
        gap.join(
            [*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]
        ).rstrip()
        for row in cells
    ]


def read_input() -> str:
    """The whole standard input as text; bytes that are no UTF-8 are read as Windows-1252."""
    raw = sys.stdin.buffer.read()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def text_or_input(argument: str) -> str:
    """The argument, or standard input if the argument is ``-`` (keeps names out of the history)."""
    return read_input().strip() if argument == "-" else argument
