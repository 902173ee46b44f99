"""Which generation of HSDS a set of tables is: by the names of its files and its columns."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from db.exchange import fields, names
from db.exchange.problems import Code, ImportFehler
from db.exchange.sources import RawTable, Source
from stk_graph.language import _
from stk_graph.text import clean

FORMAT = "hsds"
VERSIONS = ("3.0", "3.1", "3.0-uk", "2.0", "1.1", "1.0")
"""Known generations; of equal evidence the earlier in this list is taken."""

TELL_TALES = (
    ("1.0", "mail_addresses", "", 3),
    ("1.0", "phones", "number_type", 3),
    ("1.0", "services", "keywords", 2),
    ("1.0", "services", "audience", 2),
    ("1.0", "services", "location_id", 2),
    ("1.0", "locations", "admin_emails", 3),
    ("1.0", "organizations", "date_incorporated", 3),
    ("1.0", "taxonomy_terms", "taxonomy_id+parent_name", 3),
    ("1.1", "services_taxonomy", "", 3),
    ("1.1", "taxonomy_terms", "vocabulary", 3),
    ("1.1", "physical_addresses", "", 1),
    ("1.1", "services_at_location", "", 2),
    ("1.1", "schedules", "weekday", 1),
    ("1.1", "schedules", "closed", 1),
    ("1.1", "payments_accepted", "", 1),
    ("1.1", "organizations", "url", 1),
    ("2.0", "services_at_location", "", 1),
    ("2.0", "service_attributes", "", 3),
    ("2.0", "other_attributes", "", 3),
    ("2.0", "taxonomy_terms", "term", 2),
    ("2.0", "physical_addresses", "", 1),
    ("2.0", "schedules", "freq", 2),
    ("3.0", "service_at_location", "", 3),
    ("3.0", "addresses", "address_type", 3),
    ("3.0", "attributes", "link_entity", 2),
    ("3.0", "schedules", "freq", 1),
    ("3.0", "taxonomy_terms", "name", 1),
    ("3.0", "organizations", "website", 1),
    ("3.0", "services", "eligibility_description", 1),
    ("3.0", "services", "minimum_age", 1),
    ("3.0", "locations", "location_type", 2),
    ("3.1", "services", "service_capacity", 4),
    ("3.1", "attributes", "label", 4),
    ("3.0-uk", "address", "", 3),
    ("3.0-uk", "schedule", "", 3),
    ("3.0-uk", "attribute", "", 3),
    ("3.0-uk", "taxonomy_terms", "term+name", 2),
)
"""Generation, name of a file, weight – or the table it is read as, columns that are all there."""
BUILT_ON = {"3.1": "3.0", "3.0-uk": "3.0"}
"""What speaks for the older generation speaks for the younger one too."""

RECOGNISED = 0.6
LEAST_COLUMNS = 3


@dataclass(frozen=True)
class KnownTable:
    """A table of the source and the HSDS 3.0 table it is read as."""

    raw: RawTable
    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Recognised:
    """The generation, the tables it was found in, and files that are no HSDS table."""

    version: str
    tables: tuple[KnownTable, ...]
    unknown: tuple[RawTable, ...] = ()


def header_names(header: Collection[str]) -> tuple[str, ...]:
    """Column names as they are compared: trimmed, without case and byte-order mark."""
    return tuple(name.strip("\ufeff \t\r\n").casefold().replace(" ", "_") for name in header)


def _columns_of(table: str) -> frozenset[str]:
    """Every column any generation has in a table."""
    return names.expected_columns(table) | set(names.COLUMNS.get(table, {}))


def table_by_columns(columns: Collection[str]) -> str | None:
    """The table most of whose columns are there, for a file whose name says nothing."""
    present = {column for column in columns if column}
    found: list[tuple[float, int, str]] = []
    for table in names.TABLES:
        own = _columns_of(table)
        hits = len(present & own)
        if hits >= LEAST_COLUMNS and hits / len(present) >= RECOGNISED:
            found.append((hits / len(present), -len(fields.columns(table) or own), table))
    return max(found)[2] if found else None


def recognise(source: Source, version: str | None = None) -> Recognised:
    """What the tables of a source are; ``version`` overrides the detection.

    Raises ``ImportFehler`` if no table is an HSDS table.
    """
    known, unknown = [], []
    for raw in source.tables:
        columns = header_names(raw.header)
        table = names.table_of(raw.name, columns) or table_by_columns(columns)
        if table is None or (columns and not _columns_of(table) & set(columns)):
            unknown.append(raw)
        else:
            known.append(KnownTable(raw, table, columns))
    if source.tables and not known:
        raise ImportFehler(Code.UNKNOWN_FORMAT, _no_hsds(source))
    return Recognised(version or _version(known), tuple(known), tuple(unknown))


def _version(known: Collection[KnownTable]) -> str:
    columns: dict[str, set[str]] = {}
    for item in known:
        columns.setdefault(item.table, set()).update(item.columns)
    return _heaviest({item.raw.name for item in known}, columns)


def _heaviest(files: Collection[str], columns: Mapping[str, set[str]]) -> str:
    votes: Counter[str] = Counter()
    for version, name, needed, weight in TELL_TALES:
        there = set(needed.split("+")) <= columns.get(name, set()) if needed else name in files
        if there:
            votes[version] += weight
    totals = {
        version: votes[version] + (votes[BUILT_ON[version]] if version in BUILT_ON else 0)
        for version in VERSIONS
        if votes[version] or version == VERSIONS[0]
    }
    return max(totals, key=lambda version: totals[version])


def _no_hsds(source: Source) -> str:
    header = clean(", ".join(header_names(source.tables[0].header)[:8]), limit=200)
    return _(
        "„{file}“ wurde gelesen, aber keine Tabelle gehört zu HSDS. Gefundene Spalten: {columns}. "
        "Es wurde nichts eingelesen. Bitte das Verzeichnis als HSDS-Paket angeben: CSV-Tabellen, "
        "JSON oder ZIP."
    ).format(file=source.name, columns=header or _("keine"))
