"""Rows of our own extension tables → records, and what no column could say put back."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from db.exchange.conversion import Conversion
from db.exchange.drafts import Draft
from db.exchange.extensions import (
    EXTENSIONS,
    MAIN_CLASSES,
    RECORDS,
    ROLE_TARGETS,
    ROLES,
    Extension,
)
from db.exchange.hsds_rows import Directory, Row
from db.exchange.problems import Code
from stk_graph.model import Record, is_id
from stk_graph.vocabulary import unknown_keys

NOT_IN_FILE = frozenset({"id", "source_id", "version", "created", "changed"})
"""Fields that each data file keeps for itself."""


@dataclass
class OwnRecords:
    """What an export of ours adds to rows: fields by (table, id), and ids of there and here."""

    fields: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    uids: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Id in the other file → table and id of the row."""


def read_own_records(directory: Directory) -> OwnRecords:
    """The rows of the table of further fields; unreadable ones are skipped with a problem."""
    own = OwnRecords()
    for row in list(directory.rows(RECORDS)):
        place = (row.get("link_entity"), row.get("link_id"))
        known = place[0] in MAIN_CLASSES or place[0] in EXTENSIONS
        values = _json_object(row.get("fields"))
        if values is None or not known or directory.find(*place) is None:
            directory.drop(row, Code.EXTENSION_REFUSED, "fields", row.get("fields"))
            continue
        own.fields[place] = values
        if is_id(row.get("uid")):
            own.uids[row.get("uid")] = place
    return own


def _json_object(text: str) -> dict[str, Any] | None:
    if not text:
        return {}
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def keep_uids(own: OwnRecords, taken: set[str], conversion: Conversion) -> None:
    """Gives rows the id they had in the other file, if no record here has it."""
    for uid, (table, key) in own.uids.items():
        if uid not in taken:
            conversion.keys.prefer(table, key, uid)


def completed(draft: Draft, own: OwnRecords, conversion: Conversion) -> Draft:
    """The draft with the further fields of its row; fields that do not fit are left out."""
    values = own.fields.get((draft.table, draft.key))
    if not values or draft.record is None:
        return draft
    base = msgspec.to_builtins(draft.record)
    further = _here(values, own, conversion)
    fitting = {
        name: value for name, value in further.items() if name in base and name not in NOT_IN_FILE
    }
    record = _converted({**base, **fitting}, type(draft.record))
    if record is None:
        conversion.report.problem(Code.UNKNOWN_VALUE, draft.place, "fields", draft.key)
        return draft
    draft.record = _with_known_keys(record, draft, conversion)
    return draft


def _here(value: Any, own: OwnRecords, conversion: Conversion) -> Any:
    """A value with ids of the other file replaced by ours; those of no row are left out."""
    if isinstance(value, dict):
        pairs = (
            (_uid_here(key, own, conversion), _here(item, own, conversion))
            for key, item in value.items()
        )
        return {key: item for key, item in pairs if key is not None}
    if isinstance(value, list):
        return [
            item for item in (_here(item, own, conversion) for item in value) if item is not None
        ]
    return _uid_here(value, own, conversion) if isinstance(value, str) else value


def _uid_here(text: str, own: OwnRecords, conversion: Conversion) -> str | None:
    if not is_id(text):
        return text
    place = own.uids.get(text)
    return conversion.keys.uid(*place) if place else None


def _converted(values: Mapping[str, Any], cls: type[Record]) -> Record | None:
    try:
        return msgspec.convert(dict(values), cls, strict=False)
    except (msgspec.ValidationError, ValueError):
        return None


def _with_known_keys(record: Record, draft: Draft, conversion: Conversion) -> Record:
    """The record without vocabulary keys that do not exist here."""
    fields = {problem.field for problem in unknown_keys(record)}
    defaults = {info.name: info.default for info in msgspec.structs.fields(type(record))}
    for name in fields:
        conversion.report.problem(Code.UNKNOWN_VALUE, draft.place, name, str(getattr(record, name)))
    return msgspec.structs.replace(record, **{name: defaults[name] for name in fields})


def extension_drafts(own: OwnRecords, conversion: Conversion) -> Iterator[Draft]:
    """The records of all extension tables; a row that makes none is skipped with a problem."""
    directory = conversion.directory
    for table, extension in EXTENSIONS.items():
        if extension.cls is None:
            continue
        for row in list(directory.rows(table)):
            draft = _extension_draft(row, extension, own, conversion)
            if draft is None:
                directory.drop(row, Code.EXTENSION_REFUSED, "id", row.id)
            else:
                yield draft


def _extension_draft(
    row: Row, extension: Extension, own: OwnRecords, conversion: Conversion
) -> Draft | None:
    if extension.cls is None:
        return None
    values = _column_values(row, extension, conversion)
    further = _here(own.fields.get((row.table, row.id), {}), own, conversion)
    names = {info.name for info in msgspec.structs.fields(extension.cls)} - NOT_IN_FILE
    values.update({name: value for name, value in further.items() if name in names})
    uid = conversion.keys.uid(row.table, row.id)
    record = _converted({**values, "id": uid, "source_id": row.id[:300]}, extension.cls)
    if record is None:
        return None
    draft = Draft(row.table, row.id, uid, record, row.place, [row])
    draft.record = _with_known_keys(record, draft, conversion)
    return draft


def _column_values(row: Row, extension: Extension, conversion: Conversion) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in extension.columns:
        text = row.get(column.name)
        if not text or not column.field:
            continue
        if column.target:
            values[column.field] = conversion.keys.uid(column.target, text)
        elif column.many:
            values[column.field] = [item.strip() for item in text.split(",") if item.strip()]
        else:
            values[column.field] = text
    if row.table == ROLES and (target := ROLE_TARGETS.get(row.get("target_entity"))):
        name, table = target
        if conversion.directory.find(table, row.get("target_id")) is not None:
            values[name] = conversion.keys.uid(table, row.get("target_id"))
    return values


def partners_of(service: str, conversion: Conversion) -> list[str]:
    """The partners that the table of roles of institutions names for a service."""
    rows = conversion.directory.below("organization_role", "service_id", service)
    return [
        conversion.keys.uid("organizations", row.get("organization_id"))
        for row in rows
        if row.get("organization_id") and row.get("role") in ("delivers", "hosts", "")
    ]
