"""Records in from and out to other programs: HSDS directories of every generation."""

from db.exchange.importer import Options, import_hsds
from db.exchange.problems import Code, ImportFehler
from db.exchange.report import Report

__all__ = ["Code", "ImportFehler", "Options", "Report", "import_hsds"]
