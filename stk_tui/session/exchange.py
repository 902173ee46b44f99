"""Directories of others in, our directory out."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stk_graph.language import _
from stk_graph.model.enums import Visibility
from stk_tui.session.problems import BadInput

if TYPE_CHECKING:
    from db.exchange import Report
    from stk_tui.session.core import Session

IMPORT_FORMATS = ("auto", "hsds")
EXPORT_FORMATS = ("hsds",)


class Written(NamedTuple):
    """What an export wrote: records by kind, and how many the level held back."""

    path: str
    level: str
    records: dict[str, int]
    held_back: dict[str, int]


def take_over(session: "Session", path: Path, format_: str, *, dry_run: bool) -> "Report":
    """Imports a directory, or only tries it; the report says what became of every row.

    Raises ``BadInput`` for a file that is not what it claims; nothing is changed then.
    """
    from db.exchange import ImportFehler, Options, import_hsds

    if not path.exists():
        raise BadInput(_("{path} gibt es nicht. Bitte den Pfad prüfen.").format(path=path))
    try:
        report = import_hsds(session.store, path, session.who, Options(dry_run=dry_run))
    except ImportFehler as refused:
        raise BadInput(str(refused)) from refused
    session.refresh()
    return report


def export_directory(
    session: "Session", path: Path, level: Visibility, purpose: str, recipient: str | None
) -> Written:
    """Writes the directory as HSDS 3.0: ``.json`` nested, ``.zip`` or a folder as tables.

    The export log is written first. Raises ``BadInput`` if the target exists or cannot be written.
    """
    from db.exchange.export_files import ExportFehler
    from db.exchange.hsds_export import Purpose, export_hsds

    about = Purpose(session.who, purpose, recipient)
    try:
        done = export_hsds(session.store, path, level, about)
    except ExportFehler as refused:
        raise BadInput(str(refused)) from refused
    return Written(str(done.path), done.level.value, done.records, done.held_back)
