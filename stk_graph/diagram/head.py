"""Title, counts and legend of a picture as one HTML label: it never lies over the drawing."""

from collections.abc import Iterator
from datetime import date

import msgspec

from stk_graph.diagram.quoting import Ready, html_text, markup
from stk_graph.diagram.style import INK, QUIET, lines_of
from stk_graph.language import _

_SPACE = "\u00a0"
_BETWEEN = 4 * _SPACE


class Sign(msgspec.Struct, frozen=True):
    """One entry of the legend: a glyph as it is drawn, and what it means.

    ``room`` is how many letters the glyph takes at most: fonts differ from machine to machine.
    """

    glyph: str
    meaning: str
    colour: str = INK
    size: int = 12
    room: int = 1


class Row(msgspec.Struct, frozen=True):
    """A line of the legend with the name of what it explains."""

    name: str
    signs: tuple[Sign, ...]


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What stands above every picture.

    ``shown`` says what was left out by choice, ``notes`` are texts under the legend, such as the
    names of those that are not drawn; ``letters`` is how many letters fit on a line.
    """

    title: str
    shown: str
    counts: str
    day: date
    level: str
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    letters: int

    def label(self) -> Ready:
        """The head as the label of the graph."""
        as_of = _("Stand {day}").format(day=f"{self.day:%d.%m.%Y}")
        subtitle = " · ".join(part for part in (self.shown, self.counts, as_of, self.level) if part)
        lines = [_text(self.title, 22, bold=True), _text(subtitle, 12, QUIET)]
        for row in self.rows:
            lines += _legend(row, self.letters)
        for paragraph in self.notes:
            lines += [
                _text(line, 10, QUIET) for line in lines_of(paragraph.split(" "), self.letters)
            ]
        cells = "".join(f'<TR><TD ALIGN="LEFT">{line}</TD></TR>' for line in lines)
        return markup(f'<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="3">{cells}</TABLE>')


def _legend(row: Row, letters: int) -> Iterator[str]:
    """The row in lines of about ``letters`` letters."""
    line, used = _text(f"{row.name}:", 11, QUIET), len(row.name)
    for sign in row.signs:
        needed = len(sign.glyph) + len(sign.meaning) + sign.room + len(_BETWEEN)
        if used + needed > letters:
            yield line
            line, used = "", 0
        line += _text(_BETWEEN, 11) + _text(sign.glyph, sign.size, sign.colour)
        line += _text(_SPACE * sign.room + sign.meaning, 11)
        used += needed
    if row.signs:
        yield line


def _text(text: str, size: int, colour: str = INK, *, bold: bool = False) -> str:
    shown = f"<B>{html_text(text)}</B>" if bold else html_text(text)
    return f'<FONT POINT-SIZE="{size}" COLOR="{colour}">{shown}</FONT>'
