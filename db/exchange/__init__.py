"""Records in from and out to other programs: HSDS directories of every generation."""

from db.exchange.export_files import ExportFehler
from db.exchange.hsds_export import Exported, Form, Purpose, export_hsds
from db.exchange.importer import Options, import_hsds
from db.exchange.problems import Code, ImportFehler
from db.exchange.report import Report

__all__ = [
    "Code",
    "ExportFehler",
    "Exported",
    "Form",
    "ImportFehler",
    "Options",
    "Purpose",
    "Report",
    "export_hsds",
    "import_hsds",
]
