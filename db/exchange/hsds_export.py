"""HSDS 3.0 out: a folder or archive of tables, or nested JSON, at one publication level."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from db.connection import translated
from db.exchange.export_extensions import add_extensions
from db.exchange.export_files import ExportFehler, write_archive, write_file, write_folder
from db.exchange.export_json import json_bytes
from db.exchange.export_package import package_files
from db.exchange.export_rows import Rows, Tables
from db.exchange.export_scope import scope_of
from db.exchange.extensions import TABLE_OF_CLASS
from db.exchange.hsds_rows import kind_of
from db.frame import now
from db.store import Store
from stk_graph.language import N_, _
from stk_graph.model.enums import Visibility
from stk_graph.text import clean


class Form(StrEnum):
    """The form of an export."""

    FOLDER = "folder"
    ARCHIVE = "archive"
    JSON = "json"


@dataclass(frozen=True)
class Exported:
    """What an export held: rows by kind, and how many records the level kept in."""

    path: Path
    level: Visibility
    records: dict[str, int] = field(default_factory=dict)
    held_back: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Purpose:
    """Who exports for what and for whom: the entry of the export log."""

    who: str
    purpose: str
    recipient: str | None = None


FORMS = {".json": Form.JSON, ".zip": Form.ARCHIVE, "": Form.FOLDER}
NO_FORM = N_(
    "„{file}“ sagt nicht, in welcher Form das Verzeichnis geschrieben werden soll. Es wurde nichts "
    "geschrieben. Bitte einen Ordner ohne Endung, eine Datei auf .zip oder eine auf .json angeben."
)


def form_of(path: Path) -> Form:
    """The form that the name of a file asks for; without ending, or with a date, it is a folder.

    Raises ``ExportFehler`` for any other ending and for ``-``.
    """
    ending = path.suffix.casefold()
    form = FORMS.get("" if ending[1:].isdecimal() else ending)
    if form is None or path.name in ("-", ""):
        raise ExportFehler(_(NO_FORM).format(file=clean(str(path))))
    return form


def hsds_tables(store: Store, level: Visibility) -> tuple[Tables, Exported]:
    """All rows that leave at ``level``, and what was held back."""
    scope = scope_of(store.read, level)
    tables = Rows(scope).build()
    add_extensions(tables, scope)
    return tables, Exported(
        Path(),
        level,
        {kind_of(TABLE_OF_CLASS[cls]): len(held) for cls, held in scope.records.items() if held},
        {kind_of(TABLE_OF_CLASS[cls]): count for cls, count in scope.held_back.items() if count},
    )


def export_hsds(
    store: Store, path: Path, level: Visibility, purpose: Purpose, form: Form | None = None
) -> Exported:
    """Writes an HSDS 3.0 export; the export log is written first.

    Raises ``ExportFehler`` if ``path`` exists, cannot be written or names no form, and the
    errors of the store.
    """
    form = form or form_of(path)
    tables, exported = hsds_tables(store, level)
    _log(store, exported, purpose)
    if form is Form.JSON:
        write_file(path, json_bytes(tables, str(level)))
    elif form is Form.ARCHIVE:
        write_archive(path, package_files(tables, str(level)))
    else:
        write_folder(path, package_files(tables, str(level)))
    return Exported(path, level, exported.records, exported.held_back)


def _log(store: Store, exported: Exported, purpose: Purpose) -> None:
    with store.writing() as connection, translated(store.path):
        connection.execute(
            "INSERT INTO export_log(at, who, format, scope, level, records, purpose, recipient)"
            " VALUES (?, ?, 'hsds', NULL, ?, ?, ?, ?)",
            (
                now(),
                purpose.who,
                str(exported.level),
                sum(exported.records.values()),
                clean(purpose.purpose),
                clean(purpose.recipient) if purpose.recipient else None,
            ),
        )
