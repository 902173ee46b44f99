"""A generated directory of 4,000 offers is imported: seconds, and peak memory as it grows.

Figure: import of an HSDS 3.0 package into an empty data file. Floor: reading the rows of the same
files with the csv module alone, in the same run. ``cpu_s`` are the CPU seconds of the import, which
bear other work on the machine better than the clock.
"""

import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import PYTHON, line

OFFERS = 4_000
SIZES = (1_000, 4_000, 16_000)
SEED = 4
LIMIT_SECONDS = 10.0

KINDS = (
    ("Hausaufgabenbetreuung", "Kl. 1–4", "Grundschulkinder", 6, 10),
    ("Offener Kindertreff", "6–12 Jahre", "Kinder", 6, 12),
    ("Mädchengruppe", "10–14 Jahre", "Mädchen und Frauen", 10, 14),
    ("Elterncafé", "alle", "Eltern", "", ""),
    ("Schuldnerberatung", "ab 18 Jahren", "Erwachsene", 18, ""),
    ("Seniorentreff", "60+", "Senioren", 60, ""),
    ("Sprachcafé", "alle", "Zugewanderte", "", ""),
    ("Ferienspiele", "6–12 Jahre", "Grundschulkinder", 6, 12),
)
DESCRIPTION = (
    "Wir bieten ein verlässliches Angebot im Stadtteil. Unsere Fachkräfte nehmen sich Zeit, "
    "beraten vertraulich und vermitteln bei Bedarf an andere Stellen weiter."
)
AREAS = ("Nord", "Süd", "Mitte", "Westend", "Am Hang", "Siedlung", "Altstadt", "Hafen")
DAYS = ("MO", "TU", "WE", "TH", "FR")

Row = tuple[object, ...]
Table = tuple[tuple[str, ...], Iterator[Row]]


def tables(offers: int) -> dict[str, Table]:
    """The rows of a directory of ``offers`` offers by a tenth as many institutions."""
    actors = max(1, offers // 10)
    draw = random.Random(SEED)
    return {
        "organizations": (
            ("id", "name", "alternate_name", "description", "email", "website"),
            (
                (
                    f"o{n}",
                    f"Nachbarschaftshaus {n}",
                    f"NH {n}",
                    DESCRIPTION,
                    f"haus{n}@example.org",
                    f"www.haus{n}.example",
                )
                for n in range(actors)
            ),
        ),
        "locations": (
            ("id", "location_type", "organization_id", "name", "latitude", "longitude"),
            (
                (f"l{n}", "physical", f"o{n}", f"Haus {n}", 50 + n / 10_000, 8 + n / 10_000)
                for n in range(actors)
            ),
        ),
        "addresses": (
            (
                "id",
                "location_id",
                "address_1",
                "city",
                "state_province",
                "postal_code",
                "country",
                "address_type",
            ),
            (
                (
                    f"a{n}",
                    f"l{n}",
                    f"Lange Straße {n}",
                    "Musterstadt",
                    "HE",
                    "65000",
                    "DE",
                    "physical",
                )
                for n in range(actors)
            ),
        ),
        "services": (
            (
                "id",
                "organization_id",
                "name",
                "description",
                "email",
                "status",
                "application_process",
                "fees_description",
                "eligibility_description",
                "minimum_age",
                "maximum_age",
                "assured_date",
            ),
            (_service(n, actors) for n in range(offers)),
        ),
        "service_at_location": (
            ("id", "service_id", "location_id"),
            ((f"sl{n}", f"s{n}", f"l{n % actors}") for n in range(offers)),
        ),
        "contacts": (
            ("id", "organization_id", "service_id", "name", "title", "email"),
            (
                (
                    f"c{n}",
                    f"o{n % actors}",
                    f"s{n}",
                    f"Vorname{n} Nachname{n}",
                    "Fachkraft",
                    f"kontakt{n}@example.org",
                )
                for n in range(0, offers, 2)
            ),
        ),
        "phones": (
            ("id", "service_id", "contact_id", "number", "type"),
            (
                (
                    f"p{n}",
                    "" if n % 2 else f"s{n}",
                    f"c{n - 1}" if n % 2 else "",
                    f"0611 5550{n:05}",
                    "voice",
                )
                for n in range(offers)
            ),
        ),
        "schedules": (
            ("id", "service_id", "freq", "byday", "opens_at", "closes_at"),
            (
                (f"t{n}", f"s{n}", "WEEKLY", ",".join(draw.sample(DAYS, 2)), "14:00:00", "16:30:00")
                for n in range(offers)
                if n % 4
            ),
        ),
        "service_areas": (
            ("id", "service_id", "name"),
            ((f"g{n}", f"s{n}", draw.choice(AREAS)) for n in range(offers)),
        ),
        "languages": (
            ("id", "service_id", "name", "code"),
            ((f"sp{n}", f"s{n}", "Türkisch", "tr") for n in range(0, offers, 3)),
        ),
        "attributes": (
            ("id", "link_id", "taxonomy_term_id", "link_type", "link_entity"),
            (
                (f"at{n}", f"s{n}", f"term{n % len(KINDS)}", "target_group", "service")
                for n in range(offers)
            ),
        ),
        "taxonomy_terms": (
            ("id", "code", "name", "description", "taxonomy", "language"),
            (
                (f"term{n}", f"z{n}", kind[2], kind[2], "Zielgruppen", "de")
                for n, kind in enumerate(KINDS)
            ),
        ),
    }


def _service(n: int, actors: int) -> Row:
    title, ages, group, low, high = KINDS[n % len(KINDS)]
    times = " Mo–Do 14–16 Uhr." if n % 4 == 0 else ""
    return (
        f"s{n}", f"o{n % actors}", f"{title} {n}", f"{DESCRIPTION} Für {group}, {ages}.{times}",
        f"angebot{n}@example.org", "active", "Anmeldung per Telefon",
        "kostenlos" if n % 2 else "3 €",
        f"{group}, {ages}", "" if n % 3 else low, "" if n % 3 else high, "2026-09-01",
    )  # fmt: skip


def write_package(folder: Path, offers: int) -> int:
    """Writes the directory as CSV files; returns the number of rows."""
    count = 0
    for name, (header, rows) in tables(offers).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            for row in rows:
                writer.writerow(row)
                count += 1
    return count


def read_rows(folder: Path) -> float:
    """Seconds to read every row of the folder with the csv module."""
    started = time.perf_counter()
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for _row in csv.reader(file):
                pass
    return time.perf_counter() - started


CHILD = """
import resource, sys, time
from pathlib import Path
from db.exchange import Options, import_hsds
from db.store import open_store
with open_store(Path(sys.argv[2]), create=True) as store:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, worked = time.perf_counter(), time.process_time()
    report = import_hsds(store, Path(sys.argv[1]), "bench", Options(dry_run=False))
    seconds, cpu = time.perf_counter() - started, time.process_time() - worked
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(seconds, cpu, (after - before) / 1024, report.counts("offers")["created"], report.adds_up)
"""


def import_package(folder: Path, target: Path) -> tuple[float, float, float]:
    """Seconds, CPU seconds and megabytes beyond the start of an import in a process of its own."""
    done = subprocess.run(
        [PYTHON, "-c", CHILD, str(folder), str(target)], capture_output=True, text=True, check=True
    )
    seconds, cpu, megabytes, _created, adds_up = done.stdout.split()
    if adds_up != "True":
        raise RuntimeError(done.stdout)
    return float(seconds), float(cpu), float(megabytes)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Prints one line a size; the one of 4,000 offers is the bar."""
    for offers in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "package"
            folder.mkdir()
            rows = write_package(folder, offers)
            floor = read_rows(folder)
            seconds, cpu, megabytes = import_package(folder, Path(name) / "data.db")
            line(
                f"import of {offers} offers",
                unit="s",
                figure=seconds,
                floor=floor,
                rows=rows,
                cpu_s=round(cpu, 2),
                peak_mb=round(megabytes, 1),
                kb_per_row=round(megabytes * 1024 / rows, 2),
                bar_s=LIMIT_SECONDS if offers == OFFERS else None,
                load=round(os.getloadavg()[0], 1),
            )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
