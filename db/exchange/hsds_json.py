"""Nested HSDS objects → the same rows as a table package gives."""

import json
from collections import Counter
from typing import Any, NamedTuple

from db.exchange import fields, names
from db.exchange.extensions import EXTENSIONS
from db.exchange.hsds_rows import (
    EXTRA,
    Directory,
    Row,
    cleaned,
    content_key,
    derive_rows,
    note_for,
)
from db.exchange.problems import Code, ImportFehler
from db.exchange.report import Place
from db.exchange.report_kinds import ENTRIES
from db.exchange.sources import RawDocument
from stk_graph.language import _
from stk_graph.text import clean

EXTENSIONS_BELONG_TO = "organizations"
FURTHER_ORGANIZATIONS, FURTHER_LOCATIONS = "organizations", "locations"
FURTHER_CONTACTS = "contacts"
FURTHER = (FURTHER_ORGANIZATIONS, FURTHER_LOCATIONS, FURTHER_CONTACTS)
"""Members of a page of our own: institutions without an offer, places of no institution, persons
of neither."""
REFERENCES = {
    "organizations": "organization_id",
    "programs": "program_id",
    "services": "service_id",
    "service_at_location": "service_at_location_id",
    "locations": "location_id",
    "contacts": "contact_id",
    "phones": "phone_id",
    "taxonomies": "taxonomy_id",
    "taxonomy_terms": "taxonomy_term_id",
}
"""The column by which a nested row refers to the row around it, or that row to it."""
ENTITIES = {
    "organizations": "organization",
    "services": "service",
    "locations": "location",
    "contacts": "contact",
    "service_at_location": "service_at_location",
}
ONE_ABOVE = frozenset(
    {"organization", "service", "location", "program", "taxonomy_term", "taxonomy_detail"}
)
"""Members that hold the one row a row refers to, instead of the rows below it."""
ROOT_TABLES = ("services", "organizations", "service_at_location", "locations", "taxonomy_terms")
CALLED_BY = frozenset({"id", "name"})
"""Without one of these members an object is no record of HSDS."""


class _Element(NamedTuple):
    """An element of the outermost list: its place among all of them, from 1, and its line."""

    position: int
    line: int
    value: Any


class DocumentReader:
    """Reads one JSON document into a directory."""

    def __init__(self, document: RawDocument, directory: Directory) -> None:
        self._document, self._directory = document, directory
        self._line = 0
        self._unclear: list[_Element] = []
        self.records = 0

    def read(self) -> dict[str, Any]:
        """Reads all records; returns the members of the page around them."""
        report, file = self._directory.report, self._document.file
        text = self._document.read(note_for(report, self._document.name, file))
        tables: Counter[str] = Counter()
        for position, (self._line, value) in enumerate(text.records(), 1):
            table = self._root_table(value) if isinstance(value, dict) else None
            if table is None:
                self._unclear.append(_Element(position, self._line, value))
            else:
                tables[table] += 1
                self._row(table, value, None)
        self.records += tables.total()
        self._read_unclear(tables)
        if text.doubles:
            report.problem(Code.DUPLICATE_KEY, Place("", file, 0), "", str(text.doubles))
        for table in (*FURTHER, *EXTENSIONS):
            self._read_further(table, text.page.get(table))
        return text.page

    def _read_further(self, table: str, values: object) -> None:
        for position, value in enumerate(values if isinstance(values, list) else (), 1):
            if isinstance(value, dict):
                self.records += 1
                self._row(table, value, None)
            else:
                self._skip(_Element(position, self._line, value))

    def _read_unclear(self, tables: Counter[str]) -> None:
        """Elements whose members do not say what they are: of the kind of the others if they have
        an id or a name, else skipped by name."""
        table = tables.most_common(1)[0][0] if tables else None
        for element in self._unclear:
            value = element.value
            if table is None or not isinstance(value, dict) or not CALLED_BY & value.keys():
                self._skip(element)
                continue
            self._line = element.line
            self._row(table, value, None)

    def _skip(self, element: "_Element") -> None:
        report = self._directory.report
        report.read[ENTRIES] += 1
        place = Place(ENTRIES, self._document.file, element.line)
        shown = json.dumps(element.value, ensure_ascii=False)
        said = _("Eintrag {number}: {value}").format(number=element.position, value=shown)
        report.skip(ENTRIES, Code.NOT_A_RECORD, place, "", said)

    def _root_table(self, value: dict[str, Any]) -> str | None:
        """Which table the outermost object is a row of: by its members, else the file name."""
        if "location" in value and "service" in value:
            return "service_at_location"
        if "organization" in value or "service_at_locations" in value:
            return "services"
        if {"services", "organization_identifiers"} & set(value) and "name" in value:
            return "organizations"
        if "location_type" in value or "addresses" in value:
            return "locations"
        if "taxonomy_terms" in value:
            return "taxonomies"
        return self._table_by_name(set(value))

    def _table_by_name(self, members: set[str]) -> str | None:
        if "id" not in members:
            return None
        stem = self._document.name
        for ending in ("_list_data", "_list", "_full", "_page", "_pages"):
            stem = stem.removesuffix(ending)
        table = names.table_of(stem, members)
        if table is not None:
            return table
        best = max(ROOT_TABLES, key=lambda name: len(members & fields.columns(name)))
        return best if len(members & fields.columns(best)) > 2 else None

    def _row(self, table: str, value: dict[str, Any], above: Row | None) -> Row:
        """Books an object as a row and everything nested in it as rows of its own."""
        nested: list[tuple[str, str, list[dict[str, Any]]]] = []
        cells: dict[str, str] = {}
        place = Place(table, self._document.file, self._line)
        for member, content in value.items():
            inner = self._table_of_member(member, content)
            if inner in EXTENSIONS and table != EXTENSIONS_BELONG_TO:
                inner = None
            if inner is not None:
                objects = content if isinstance(content, list) else [content]
                nested.append((member, inner, objects))
            elif content not in (None, "", [], {}):
                self._cell(table, member, content, cells, place)
        if above is not None:
            self._refer(cells, table, above)
        row = self._identified(table, cells, place)
        for member, inner, objects in nested:
            for item in objects:
                child = self._row(inner, item, None if member in ONE_ABOVE else row)
                if member in ONE_ABOVE:
                    row.cells.setdefault(_reference_to(inner), child.id)
        nested_by = "" if above is None or table in EXTENSIONS else _reference_to(above.table)
        held = self._directory.add(row, nested_by=nested_by)
        derive_rows(row, self._directory)
        return held

    def _table_of_member(self, member: str, content: object) -> str | None:
        """The table of a nested object or list of objects; None for a plain value."""
        objects = content if isinstance(content, list) else [content]
        if not objects or not all(isinstance(item, dict) for item in objects):
            return None
        name = member.casefold()
        columns = set(objects[0]) if isinstance(objects[0], dict) else set()
        return names.table_of(name, columns)

    def _cell(
        self, table: str, member: str, content: Any, cells: dict[str, str], place: Place
    ) -> None:
        older = names.canonical_column(table, member.casefold())
        column = older if older in names.expected_columns(table) else EXTRA + member
        report = self._directory.report
        text = cleaned(_as_text(content), column, place, report)
        if not text:
            return
        if column.startswith(EXTRA):
            column = clean(column)
            report.problem(Code.UNKNOWN_COLUMN, place, column[1:], text)
        elif column != member and cells.get(column, text) != text:
            column = EXTRA + member
        cells[column] = text

    def _refer(self, cells: dict[str, str], table: str, above: Row) -> None:
        """Fills the reference of a nested row to the row it is nested in."""
        if table == "attributes":
            cells.setdefault("link_id", above.id)
            cells.setdefault("link_entity", ENTITIES.get(above.table, above.table))
        elif table == "metadata":
            cells.setdefault("resource_id", above.id)
            cells.setdefault("resource_type", ENTITIES.get(above.table, above.table))
        elif table not in EXTENSIONS:
            cells.setdefault(_reference_to(above.table), above.id)

    def _identified(self, table: str, cells: dict[str, str], place: Place) -> Row:
        id_ = cells.get("id", "")
        if not id_:
            id_ = content_key(cells)
            self._directory.report.problem(Code.MISSING_ID, place, "id")
        return Row(table, table, id_, cells, (place.file, place.line))


def _reference_to(table: str) -> str:
    return REFERENCES.get(table, f"{table}_id")


def _as_text(content: Any) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, list) and all(isinstance(item, str | int | float) for item in content):
        return ", ".join(str(item) for item in content)
    return json.dumps(content, ensure_ascii=False)


def read_documents(documents: list[RawDocument], directory: Directory) -> dict[str, Any]:
    """Reads all JSON documents of a source; returns the page members of the last one.

    Raises ``ImportFehler`` if none of them holds an HSDS object.
    """
    page: dict[str, Any] = {}
    records = 0
    for document in documents:
        reader = DocumentReader(document, directory)
        page = reader.read() or page
        records += reader.records
    if not records:
        raise ImportFehler(
            Code.UNKNOWN_FORMAT,
            _(
                "„{file}“ ist JSON, enthält aber keine Einträge von HSDS. "
                "Es wurde nichts eingelesen. Bitte ein Verzeichnis in HSDS angeben."
            ).format(file=", ".join(document.file for document in documents[:3])),
        )
    return page
