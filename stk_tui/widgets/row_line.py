"""What one row of a list shows, and how it becomes styled text of an exact width."""

from typing import Final, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from stk_graph.text import clean

CURSOR: Final = "▌"

LEAST_NOTE: Final = 8
"""Cells below which a note that had to be cut says nothing any more."""

LEAST_COLUMN: Final = 14
"""Cells below which the column of the notes gives its place to the texts."""


class Line(NamedTuple):
    """What one row shows.

    ``key`` is the id of the record; a line without key is text that cannot be chosen. ``mark`` is
    a sign in front, ``label`` a quiet word in a column of its own, ``note`` stands at the right,
    ``below`` in the second line of lists that have two. A ``wide`` line has no label column.
    """

    text: str = ""
    key: str = ""
    mark: str = ""
    label: str = ""
    note: str = ""
    below: str = ""
    strong: bool = False
    quiet: bool = False
    section: bool = False
    wide: bool = False


class Columns(NamedTuple):
    """How the rows of a list are laid out, in cells.

    ``lines`` is the height of a row. Notes form a column of ``note_share`` of the width, which a
    list too narrow for it leaves out; without a share they stand at the right edge.
    """

    lines: int = 1
    mark: int = 2
    label: int = 0
    note_share: float = 0.0

    @property
    def text_at(self) -> int:
        """The cell in which the text begins, behind cursor, mark and label."""
        return 1 + self.mark + self.label


class Styles(NamedTuple):
    """The styles of a row, each with the background of the row in it."""

    base: Style
    section: Style
    strong: Style
    quiet: Style
    mark: Style


def filled(text: str, cells: int, style: Style) -> Segment:
    """The cleaned text, filled or cut to ``cells``; a cut is shown."""
    text = clean(text)
    if cell_len(text) > cells > 1:
        text = set_cell_size(text, cells - 1).rstrip() + "…"
    return Segment(set_cell_size(text, max(cells, 0)), style)


def heading(line: Line, width: int, styles: Styles) -> list[Segment]:
    """The line of a section."""
    return [Segment(" ", styles.base), filled(line.text, width - 1, styles.section)]


def first_line(
    line: Line, columns: Columns, width: int, styles: Styles, *, chosen: bool
) -> list[Segment]:
    """Cursor, mark, label, text and note on ``width`` cells."""
    segments = [
        Segment(CURSOR if chosen else " ", styles.mark),
        filled(line.mark, columns.mark, styles.mark),
    ]
    used = 1 + columns.mark
    if columns.label and not line.wide:
        segments.append(filled(line.label, columns.label, styles.quiet))
        used += columns.label
    beside = _note_cells(line, columns, width, width - used - cell_len(line.text) - 2)
    style = styles.strong if line.strong or chosen else styles.base
    room = width - used - (beside + 2 if beside else 0)
    segments.append(filled(line.text, room, styles.quiet if line.quiet else style))
    if beside:
        segments += [Segment("  ", styles.base), filled(line.note, beside, styles.quiet)]
    return segments


def second_line(line: Line, columns: Columns, width: int, styles: Styles) -> list[Segment]:
    """The text below, under the text above it."""
    indent = columns.text_at
    return [
        Segment(" " * indent, styles.base),
        filled(line.below, width - indent, styles.quiet),
    ]


def _note_cells(line: Line, columns: Columns, width: int, left: int) -> int:
    """Cells for the note where the text leaves ``left``; 0 if too few to say anything."""
    if not line.note:
        return 0
    if columns.note_share:
        cells = int(width * columns.note_share)
        return cells if cells >= LEAST_COLUMN else 0
    wanted = cell_len(clean(line.note))
    cells = min(wanted, max(width // 2 - 2, left))
    return cells if cells >= min(wanted, LEAST_NOTE) else 0
