"""Rows → a tabular data package: CSV files and a descriptor of exactly these files."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from db.exchange import fields
from db.exchange.export_rows import Tables
from db.exchange.extensions import EXTENSIONS, extension_references, plural

DESCRIPTOR = "datapackage.json"
VISIBILITY = "stk_visibility"
SINGULAR = {
    "addresses": "address",
    "taxonomies": "taxonomy",
    "accessibility": "accessibility",
    "service_at_location": "service_at_location",
    "funding": "funding",
    "metadata": "metadata",
}
"""Names of resources that are not the name of the file without its last letter."""
TITLES = {"uuid": "string", "email": "string", "uri": "string"}
_TYPES = {"uuid", "email", "uri"}


def resource_name(table: str) -> str:
    """The name of a table in the descriptor: ``services`` → ``service``."""
    if table in EXTENSIONS:
        return table
    return SINGULAR.get(table, table.removesuffix("s"))


def file_name(table: str) -> str:
    """The name of the file of a table."""
    return f"{plural(table) if table in EXTENSIONS else table}.csv"


def package_files(tables: Tables, level: str) -> Iterator[tuple[str, bytes]]:
    """The files of a package: every table that has rows, then the descriptor."""
    written = [table for table in (*fields.tables(), *EXTENSIONS) if tables.get(table)]
    for table in written:
        yield file_name(table), table_text(table, tables).encode()
    descriptor = package_descriptor(written, level)
    yield DESCRIPTOR, (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()


def columns_of(table: str) -> list[str]:
    """All columns of a table in the order of HSDS, or of our own table."""
    if table in EXTENSIONS:
        return [column.name for column in EXTENSIONS[table].columns]
    return [field.name for field in fields.tables()[table]]


def table_text(table: str, tables: Tables) -> str:
    """A table as CSV: comma, header, line feeds. Text is written as it is: the rules against
    formulas are for files made for spreadsheets."""
    columns = columns_of(table)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in tables[table]:
        writer.writerow([row.get(column, "") for column in columns])
    return text.getvalue()


def package_descriptor(written: list[str], level: str) -> dict[str, Any]:
    """The descriptor of the tables written, with foreign keys only among them."""
    return {
        "profile": "tabular-data-package",
        "name": "hsds-export",
        "title": "HSDS 3.0",
        VISIBILITY: level,
        "resources": [_resource(table, set(written)) for table in written],
    }


def _resource(table: str, written: set[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": list(_fields(table)), "primaryKey": "id"}
    keys = [
        {"fields": column, "reference": {"resource": resource_name(target), "fields": "id"}}
        for column, target in _references(table).items()
        if target in written and target != table
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": resource_name(table),
        "path": file_name(table),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _references(table: str) -> dict[str, str]:
    if table in EXTENSIONS:
        return extension_references(table)
    return {field.name: field.reference for field in fields.tables()[table] if field.reference}


def _fields(table: str) -> Iterator[dict[str, Any]]:
    if table in EXTENSIONS:
        for column in columns_of(table):
            required = {"constraints": {"required": True, "unique": True}} if column == "id" else {}
            yield {"name": column, "type": "string", **required}
        return
    for field in fields.tables()[table]:
        described: dict[str, Any] = {"name": field.name, "type": TITLES.get(field.type, field.type)}
        if field.type in _TYPES:
            described["format"] = field.type
        limits: dict[str, Any] = {"required": True} if field.required else {}
        if field.name == "id":
            limits["unique"] = True
        if field.choices:
            limits["enum"] = list(field.choices)
        if limits:
            described["constraints"] = limits
        yield described
