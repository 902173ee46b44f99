"""Directories of others in, our directory out."""

from pathlib import Path
from typing import TYPE_CHECKING

from stk_graph.language import _
from stk_tui.session.problems import BadInput

if TYPE_CHECKING:
    from db.exchange import Report
    from stk_tui.session.core import Session

IMPORT_FORMATS = ("auto", "hsds")
EXPORT_FORMATS = ("hsds-json", "hsds-csv")


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
