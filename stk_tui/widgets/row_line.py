"""What one row of a list shows, and how it becomes styled text of an exact width."""

from typing import Final, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from stk_graph.text import clean

CURSOR: Final = "▌"

GAP: Final = 2
"""Cells between a text and its note."""

LEAST_NOTE: Final = 8
"""Cells below which a note that had to be cut says nothing any more."""


class Line(NamedTuple):
    """What one row shows.

    ``key`` is the id of the record; a line without key is text that cannot be chosen. ``mark`` is
    a sign in front, ``label`` a quiet word in a column of its own, ``note`` stands at the right,
    ``below`` in the second line of lists that have two, with ``tag`` at its right. A ``wide`` line
    has no label column.
    """

    text: str = ""
    key: str = ""
    mark: str = ""
    label: str = ""
    note: str = ""
    below: str = ""
    tag: str = ""
    strong: bool = False
    quiet: bool = False
    section: bool = False
    wide: bool = False


class Columns(NamedTuple):
    """How the rows of a list are laid out, in cells.

    ``lines`` is the height of a row. Notes form a column of ``note_share`` of the width; a text
    that is longer pushes its note aside, and a note without room is left out. Without a share
    notes stand whole at the right edge; one that does not fit goes to the second line if there is
    one.
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
    style = styles.strong if line.strong or chosen else styles.base
    beside = _note_cells(line, columns, width, width - used)
    room = width - used - (beside + GAP if beside else 0)
    segments.append(filled(line.text, room, styles.quiet if line.quiet else style))
    if beside:
        segments += [Segment(" " * GAP, styles.base), filled(line.note, beside, styles.quiet)]
    return segments


def second_line(line: Line, columns: Columns, width: int, styles: Styles) -> list[Segment]:
    """The text below, under the text above it; before it a note that had no room above."""
    indent = columns.text_at
    room = width - indent
    moved = line.note if not _note_cells(line, columns, width, room) else ""
    below = " · ".join(part for part in (moved, line.below) if part)
    segments = [Segment(" " * indent, styles.base)]
    beside = cell_len(clean(line.tag))
    if beside and room - beside - GAP >= LEAST_NOTE:
        segments.append(filled(below, room - beside - GAP, styles.quiet))
        segments += [Segment(" " * GAP, styles.base), filled(line.tag, beside, styles.mark)]
    else:
        segments.append(filled(below, room, styles.quiet))
    return segments


def _note_cells(line: Line, columns: Columns, width: int, room: int) -> int:
    """Cells for the note beside the text, of ``room`` for both; 0 if too few to say anything."""
    if not line.note:
        return 0
    left = room - cell_len(clean(line.text)) - GAP
    wanted = cell_len(clean(line.note))
    if columns.note_share:
        cells = min(int(width * columns.note_share), left)
        return cells if cells >= min(wanted, LEAST_NOTE) else 0
    if columns.lines > 1:
        return wanted if wanted <= left else 0
    cells = min(wanted, max(width // 2 - GAP, left))
    return cells if cells >= min(wanted, LEAST_NOTE) else 0
