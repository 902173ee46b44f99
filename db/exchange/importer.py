"""Takes a foreign directory over as one action of a person, or tries it without a trace."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from db.backup import backup_before
from db.exchange.dialects import FORMAT, VERSIONS, Recognised, recognise
from db.exchange.hsds_json import read_documents
from db.exchange.hsds_rows import Directory
from db.exchange.hsds_tables import read_tables
from db.exchange.problems import Code, ImportFehler
from db.exchange.report import Place, Report
from db.exchange.source_names import source_name
from db.exchange.sources import Source, open_source
from db.exchange.takeover import Takeover
from db.private_copy import private_copy, remove_copy
from db.store import Store, open_store
from stk_graph.language import _
from stk_graph.text import clean

ACTION = "import-hsds"
Cancelled = Callable[[], bool]


class _TakenBack(Exception):
    """Ends a dry run: the transaction is rolled back."""


def never() -> bool:
    """For imports that nobody can cancel."""
    return False


@dataclass
class Options:
    """How to import: ``version`` overrides the detection, ``source`` names the source."""

    dry_run: bool = True
    version: str | None = None
    source: str | None = None
    cancelled: Cancelled = never


def import_hsds(store: Store, path: Path, who: str, options: Options | None = None) -> Report:
    """Imports a directory in any HSDS generation and reports what became of every row.

    A dry run does the same and takes it back. The whole import is one action in the history.

    Raises ``ImportFehler`` if the file is not what it claims or the import was cancelled, and the
    errors of the store; nothing is changed then.
    """
    options = options or Options()
    if options.version is not None and options.version not in VERSIONS:
        raise ImportFehler(Code.UNKNOWN_FORMAT, _unknown_version(options.version))
    report = Report(clean(path.name), options.dry_run)
    with closing(open_source(path)) as source:
        directory = read_directory(source, report, options.version)
    if not options.dry_run:
        backup_before(store, "import")
    elif store.read_only:
        with _writable_copy(store) as copy:
            _take(copy, directory, who, options, path)
        return report
    _take(store, directory, who, options, path)
    return report


@contextmanager
def _writable_copy(store: Store) -> Iterator[Store]:
    """A file that cannot be written can still be tried on: nothing is kept of a dry run."""
    copy = private_copy(store.lies_at)
    try:
        with open_store(copy) as opened:
            yield opened
    finally:
        remove_copy(copy)


def _take(store: Store, directory: Directory, who: str, options: Options, path: Path) -> None:
    try:
        with store.write(who, ACTION) as transaction:
            name = options.source or source_name(transaction.read, directory, _proposed(path))
            Takeover(transaction, directory, options.cancelled).run(name)
            if options.dry_run:
                raise _TakenBack
    except _TakenBack:
        pass


def _proposed(path: Path) -> str:
    return clean(path.stem or path.name) or FORMAT


def read_directory(source: Source, report: Report, version: str | None = None) -> Directory:
    """All rows of a source; the report learns format, version and tables."""
    directory = Directory(report)
    recognised = recognise(source, version)
    report.format, report.version = FORMAT, recognised.version
    _tell_unread(source, recognised, report)
    if source.tables:
        read_tables(recognised.tables, directory)
        report.tables = [known.raw.file for known in recognised.tables]
    else:
        read_documents(source.documents, directory)
        report.tables = [document.file for document in source.documents]
    return directory


def _tell_unread(source: Source, recognised: Recognised, report: Report) -> None:
    for file in source.ignored:
        report.problem(Code.FILE_IGNORED, Place("", file))
    for raw in recognised.unknown:
        report.problem(Code.UNKNOWN_TABLE, Place("", raw.file), "", ", ".join(raw.header[:6]))


def _unknown_version(version: str) -> str:
    return _("„{version}“ ist keine bekannte Fassung von HSDS. Bekannt sind: {known}.").format(
        version=clean(version), known=", ".join(VERSIONS)
    )
