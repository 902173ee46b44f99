"""Our own tables of an export: what HSDS has no table for, and fields no column could say."""

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from db.exchange.comparison import values_of
from db.exchange.conversion import Conversion
from db.exchange.drafts import Keys
from db.exchange.export_rows import Tables, export_id, id_of
from db.exchange.export_scope import Scope
from db.exchange.extensions import (
    EXTENSIONS,
    RECORDS,
    ROLE_TARGETS,
    ROLES,
    TABLE_OF_CLASS,
    Column,
)
from db.exchange.hsds_rows import Directory, Row
from db.exchange.report import Report
from db.exchange.to_records import records_of
from stk_graph.model import Area, ContactRole, Offer, Record
from stk_graph.text import fold

KEPT = ("visibility", "owner")
"""Fields a source does not fill, but a file of ours does."""


def add_extensions(tables: Tables, scope: Scope) -> None:
    """Adds the rows of all extension tables, then those of further fields."""
    for table, extension in EXTENSIONS.items():
        if extension.cls is not None:
            for record in scope.of(extension.cls):
                row = _row(record, table, extension.columns)
                tables.setdefault(table, []).append(row)
    for offer in scope.of(Offer):
        for partner in offer.partners:
            row = {
                "id": export_id("organization_role", f"{offer.id}/{partner}"),
                "service_id": export_id("services", offer.id),
                "organization_id": export_id("organizations", partner),
                "role": "delivers",
            }
            tables.setdefault("organization_role", []).append(row)
    rows = _further_fields(tables, scope)
    if rows:
        tables[RECORDS] = rows


def _row(record: Record, table: str, columns: Iterable[Column]) -> dict[str, str]:
    values = msgspec.to_builtins(record)
    row = {"id": id_of(record)}
    for column in columns:
        value = values.get(column.field) if column.field else None
        if value in (None, "", [], ()):
            continue
        row[column.name] = _text(value, column)
    if table == ROLES and isinstance(record, ContactRole):
        for entity, (field, target) in ROLE_TARGETS.items():
            held = getattr(record, field)
            if held:
                row |= {"target_entity": entity, "target_id": export_id(target, held)}
    return row


def _text(value: Any, column: Column) -> str:
    if column.target:
        return export_id(column.target, value)
    if column.many:
        return ",".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _further_fields(tables: Tables, scope: Scope) -> list[dict[str, str]]:
    """For each record its id here and the fields that reading the rows back does not give."""
    read_back = _read_back(tables, scope)
    rows = []
    for cls, records in scope.records.items():
        table = TABLE_OF_CLASS[cls]
        for record in records:
            wanted, found = _values(record), read_back.get(record.id, {})
            defaults = _values_of_defaults(cls)
            fields = {
                name: wanted.get(name, defaults.get(name))
                for name in sorted({*wanted, *found})
                if wanted.get(name, defaults.get(name)) != found.get(name, defaults.get(name))
            }
            row = {
                "id": export_id(RECORDS, record.id),
                "link_entity": table,
                "link_id": id_of(record),
                "uid": record.id,
            }
            if fields:
                row["fields"] = json.dumps(fields, ensure_ascii=False, sort_keys=True)
            rows.append(row)
    return rows


def _values(record: Record) -> dict[str, Any]:
    """The fields of a record as JSON values; what the data file keeps for itself is left out."""
    values = values_of(record)
    values |= {name: getattr(record, name) for name in KEPT if getattr(record, name) is not None}
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(values))
    return plain


def _values_of_defaults(cls: type[Record]) -> dict[str, Any]:
    found = {}
    for info in msgspec.structs.fields(cls):
        if info.default is not msgspec.NODEFAULT:
            found[info.name] = info.default
        elif info.default_factory is not msgspec.NODEFAULT and info.name != "id":
            found[info.name] = info.default_factory()
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(found))
    return plain


def _read_back(tables: Tables, scope: Scope) -> dict[str, dict[str, Any]]:
    """What an import makes of the rows, by record id: the same code as for a foreign file."""
    directory = Directory(Report("", dry_run=True))
    for table, rows in tables.items():
        for cells in rows:
            directory.add(Row(table, table, cells["id"], dict(cells), ("", 0)))
    known: dict[str, dict[str, str]] = {}
    for cls, records in scope.records.items():
        known[TABLE_OF_CLASS[cls]] = {id_of(record): record.id for record in records}
    areas = {fold(area.name): area.id for area in scope.of(Area)}
    conversion = Conversion(
        directory, Keys(lambda table: known.get(table, {})), american=False, areas=areas
    )
    return {
        draft.uid: _values(draft.record)
        for draft in records_of(conversion)
        if draft.record is not None and draft.rows
    }
