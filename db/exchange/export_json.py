"""Rows → nested HSDS 3.0 JSON: one object an offer, in a page that states its level."""

import json
from typing import Any

from db.exchange import fields
from db.exchange.export_package import VISIBILITY
from db.exchange.export_rows import Cells, Tables
from db.exchange.extensions import EXTENSIONS, ROLES
from db.exchange.hsds_json import FURTHER_CONTACTS, FURTHER_LOCATIONS, FURTHER_ORGANIZATIONS

Object = dict[str, Any]

BELOW: dict[str, tuple[tuple[str, str, str], ...]] = {
    "services": (
        ("phones", "phones", "service_id"),
        ("schedules", "schedules", "service_id"),
        ("service_areas", "service_areas", "service_id"),
        ("service_at_locations", "service_at_location", "service_id"),
        ("languages", "languages", "service_id"),
        ("funding", "funding", "service_id"),
        ("required_documents", "required_documents", "service_id"),
        ("contacts", "contacts", "service_id"),
        ("cost_options", "cost_options", "service_id"),
        ("attributes", "attributes", "link_id"),
    ),
    "organizations": (
        ("contacts", "contacts", "organization_id"),
        ("phones", "phones", "organization_id"),
        ("metadata", "metadata", "resource_id"),
    ),
    "locations": (
        ("languages", "languages", "location_id"),
        ("addresses", "addresses", "location_id"),
        ("accessibility", "accessibility", "location_id"),
        ("phones", "phones", "location_id"),
        ("schedules", "schedules", "location_id"),
        ("metadata", "metadata", "resource_id"),
    ),
    "contacts": (("phones", "phones", "contact_id"), ("metadata", "metadata", "resource_id")),
}
"""For each table the members that hold rows below it: member, table, column that refers to it."""
ABOVE = {
    "services": (("organization", "organizations", "organization_id"),),
    "service_at_location": (("location", "locations", "location_id"),),
    "attributes": (("taxonomy_term", "taxonomy_terms", "taxonomy_term_id"),),
    "taxonomy_terms": (("taxonomy_detail", "taxonomies", "taxonomy_id"),),
}
"""Members that hold the one row a column refers to."""
CONTEXT = frozenset(
    {"service_id", "location_id", "organization_id", "contact_id", "service_at_location_id"}
    | {"link_id", "resource_id", "taxonomy_term_id", "taxonomy_id"}
)
"""References that nesting already says."""


class Nested:
    """Builds the objects of one export."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._rows = {table: {row["id"]: row for row in rows} for table, rows in tables.items()}
        self._below: dict[tuple[str, str], dict[str, list[Cells]]] = {}
        self._persons = {
            row["id"]: row["contact_id"] for row in tables.get(ROLES, ()) if "contact_id" in row
        }
        self._numbers = {
            table: {field.name for field in held if field.type == "number"}
            for table, held in fields.tables().items()
        }

    def page(self, level: str) -> Object:
        """All offers as one page; institutions without an offer stand beside them."""
        services = [self._object("services", row) for row in self._tables.get("services", ())]
        leading = {row.get("organization_id") for row in self._tables.get("services", ())}
        further = [
            self._object("organizations", row)
            for row in self._tables.get("organizations", ())
            if row["id"] not in leading
        ]
        page: Object = {}
        first = services[0]["organization"] if services else (further or [page])[0]
        first.update(self._extensions())
        orphans = self._place_locations([item["organization"] for item in services] + further)
        count = len(services)
        page |= {
            "total_items": count,
            "total_pages": 1,
            "page_number": 1,
            "size": count,
            "first_page": True,
            "last_page": True,
            "empty": count == 0,
            VISIBILITY: level,
            "contents": services,
        }
        if further:
            page[FURTHER_ORGANIZATIONS] = further
        if orphans:
            page[FURTHER_LOCATIONS] = orphans
        if persons := self._persons_of_nobody():
            page[FURTHER_CONTACTS] = persons
        return page

    def _persons_of_nobody(self) -> list[Object]:
        """Persons below neither an institution nor an offer."""
        return [
            self._object("contacts", row)
            for row in self._tables.get("contacts", ())
            if not (row.get("organization_id") or row.get("service_id"))
        ]

    def _object(self, table: str, row: Cells) -> Object:
        result: Object = {
            name: self._value(table, name, text)
            for name, text in row.items()
            if text and name not in CONTEXT
        }
        if table == "contacts":
            result["id"] = self._persons.get(row["id"], row["id"])
        for member, above, column in ABOVE.get(table, ()):
            target = self._rows.get(above, {}).get(row.get(column, ""))
            if target is not None:
                result[member] = self._object(above, target)
        for member, below, column in BELOW.get(table, ()):
            children = [self._object(below, child) for child in self._children(below, column, row)]
            if children:
                result[member] = children
        return result

    def _children(self, table: str, column: str, row: Cells) -> list[Cells]:
        """The rows below a row; of an institution each person once, of an offer each copy."""
        key = (table, column)
        if key not in self._below:
            index: dict[str, list[Cells]] = {}
            for child in self._tables.get(table, ()):
                if target := child.get(column):
                    index.setdefault(target, []).append(child)
            self._below[key] = index
        found = self._below[key].get(row["id"], [])
        if table == "contacts" and column == "organization_id":
            return [child for child in found if not self._is_copy(child)]
        return found

    def _is_copy(self, contact: Cells) -> bool:
        return self._persons.get(contact["id"], contact["id"]) != contact["id"]

    def _value(self, table: str, name: str, text: str) -> Any:
        if name not in self._numbers.get(table, ()):
            return text
        number = float(text)
        return int(number) if number.is_integer() else number

    def _extensions(self) -> Object:
        return {
            table: [{name: text for name, text in row.items() if text} for row in rows]
            for table in EXTENSIONS
            if (rows := self._tables.get(table))
        }

    def _place_locations(self, organizations: list[Object]) -> list[Object]:
        """Places stand below the institution that runs them, at its first mention: in full where
        no offer is held, else by their id. Returns the places of no institution."""
        used = {row.get("location_id") for row in self._tables.get("service_at_location", ())}
        first: dict[str, Object] = {}
        orphans: list[Object] = []
        for organization in organizations:
            first.setdefault(organization["id"], organization)
        for row in self._tables.get("locations", ()):
            owner = first.get(row.get("organization_id", ""))
            if owner is None:
                if row["id"] not in used:
                    orphans.append(self._object("locations", row))
                continue
            short = {"id": row["id"], "location_type": row["location_type"]}
            place = short if row["id"] in used else self._object("locations", row)
            owner.setdefault("locations", []).append(place)
        return orphans


def json_bytes(tables: Tables, level: str) -> bytes:
    """The page as UTF-8 text."""
    text = json.dumps(Nested(tables).page(level), ensure_ascii=False, indent=1)
    return (text + "\n").encode()
