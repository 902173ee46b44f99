"""References between rows, settled after all tables are read: dangling ones are emptied."""

from db.exchange import fields
from db.exchange.extensions import extension_references
from db.exchange.hsds_rows import Directory, Row
from db.exchange.problems import Code

MORE_REFERENCES = {
    "organizations": {"parent_organization_id": "organizations"},
    "taxonomy_terms": {"parent_id": "taxonomy_terms"},
    "payments": {"service_id": "services"},
    "eligibility": {"service_id": "services"},
    "services": {"location_id": "locations"},
    "attributes": {"taxonomy_term_id": "taxonomy_terms"},
}
"""References that no foreign key of HSDS 3.0 declares."""
ANY_RECORD = {
    "attributes": ("link_id", "link_entity"),
    "metadata": ("resource_id", "resource_type"),
}
"""References to a row of any table, and the column that names the table."""
RECORD_TABLES = (
    "services",
    "organizations",
    "locations",
    "service_at_location",
    "contacts",
    "programs",
    "phones",
)
ENTITY_TABLES = {
    "service": "services",
    "organization": "organizations",
    "location": "locations",
    "service_at_location": "service_at_location",
    "contact": "contacts",
    "program": "programs",
    "phone": "phones",
}


def references_of(table: str) -> dict[str, str]:
    """The columns of a table that refer to another row, and the table they refer to."""
    declared = {
        field.name: field.reference for field in fields.tables().get(table, ()) if field.reference
    }
    return {**declared, **MORE_REFERENCES.get(table, {}), **extension_references(table)}


def settle(directory: Directory) -> None:
    """Empties every reference that leads nowhere, and the last link of a circle of parents."""
    for table in list(directory.tables):
        targets = references_of(table)
        free = ANY_RECORD.get(table)
        for row in directory.rows(table):
            for column, target in targets.items():
                _settle_one(row, column, target, directory)
            if free is not None:
                _settle_free(row, *free, directory)
    _break_circles(directory)


def _settle_one(row: Row, column: str, target: str, directory: Directory) -> None:
    value = row.get(column)
    if value and directory.find(target, value) is None:
        _empty(row, column, directory)


def _settle_free(row: Row, column: str, entity_column: str, directory: Directory) -> None:
    value, entity = row.get(column), row.get(entity_column)
    if not value:
        return
    first = ENTITY_TABLES.get(entity.casefold().removesuffix("s"))
    tables = [first, *RECORD_TABLES] if first else list(RECORD_TABLES)
    for table in tables:
        if directory.find(table, value) is not None:
            row.cells["~target"] = table
            return
    _empty(row, column, directory)


def _empty(row: Row, column: str, directory: Directory) -> None:
    """Empties a reference; the place that a 1.0 service names is told with the service."""
    value = row.cells.pop(column)
    if not (row.derived and row.table == "service_at_location"):
        directory.report.problem(Code.DANGLING_REFERENCE, row.place, column, value)


def _break_circles(directory: Directory) -> None:
    """A chain of parents that returns to its start loses its last link."""
    column = "parent_organization_id"
    settled: set[str] = set()
    for row in directory.rows("organizations"):
        chain: list[str] = []
        current: Row | None = row
        while current is not None and current.id not in settled:
            chain.append(current.id)
            above = current.get(column)
            if above in chain:
                directory.report.problem(Code.PARENT_CYCLE, current.place, column, above)
                del current.cells[column]
                break
            current = directory.find("organizations", above) if above else None
        settled.update(chain)
