"""Where the sample directories lie, and small packages written on the spot."""

import csv
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from db.exchange import Options, Report, import_hsds
from db.store import Store

ROOT = Path(__file__).parents[3]
HSDS = ROOT / "tests" / "data" / "hsds"

TAKE_OVER = Options(dry_run=False)

Tables = Mapping[str, Sequence[Mapping[str, object]]]


def shared(name: str) -> Path:
    """A share-alike sample that is not part of the project; skips the test if it is not there."""
    base = Path(os.environ.get("STK_SHARED") or ROOT.parent / "shared")
    folder = base / "data" / "formats" / "hsds" / name
    if not folder.exists():
        pytest.skip(f"{name} (CC-BY-SA) is not part of the project; STK_SHARED names its folder")
    return folder


def write_package(folder: Path, tables: Tables) -> Path:
    """Writes tables as CSV files with the columns of all their rows."""
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def two_houses(name: str = "Kita", phone: str = "0611 1") -> dict[str, list[dict[str, object]]]:
    """A package with two institutions, one of them with an offer, a phone and a person."""
    return {
        "organizations": [
            {"id": "1", "name": name, "description": "Kita im Hof"},
            {"id": "2", "name": "Hort", "description": "Hort"},
        ],
        "services": [{"id": "s", "organization_id": "1", "name": "Spielkreis", "status": "active"}],
        "phones": [{"id": "p", "organization_id": "1", "number": phone}],
        "contacts": [{"id": "c", "organization_id": "1", "service_id": "s", "name": "A. Ott"}],
    }


def take_over(store: Store, path: Path) -> Report:
    """Imports for real and checks what holds for every import."""
    report = import_hsds(store, path, "Test", TAKE_OVER)
    assert report.adds_up, {kind: report.counts(kind) for kind in report.kinds}
    return report


def codes(report: Report) -> dict[str, int]:
    """How often each problem was found."""
    found: dict[str, int] = {}
    for problem in report.problems:
        found[str(problem.code)] = found.get(str(problem.code), 0) + problem.count
    return found


def outcome(report: Report, kind: str) -> tuple[int, int, int, int, int]:
    """read, created, updated, unchanged, skipped"""
    counts = report.counts(kind)
    return (
        counts["read"],
        counts["created"],
        counts["updated"],
        counts["unchanged"],
        counts["skipped"],
    )


def dump(store: Store) -> Iterator[str]:
    """Every row of every table of records, sources and notes, without moments of time."""
    from db.tables import LOGGED_TABLES

    for table in LOGGED_TABLES:
        for row in store.read.execute(f'SELECT * FROM "{table}" ORDER BY id'):
            yield f"{table} {row}"
