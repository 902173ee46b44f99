"""One person in several rows: HSDS can only repeat a contact for each service it belongs to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from db.exchange.conversion import Conversion
from db.exchange.extensions import RECORDS
from db.exchange.hsds_rows import EXTRA, SAME_AS, Directory, Row, kind_of
from db.exchange.problems import Code
from db.exchange.to_contacts import TABLE, organization_of
from stk_graph.text import fold

REFERENCES = frozenset(
    {"id", "organization_id", "service_id", "service_at_location_id", "location_id"}
)
BELOW = {"phones": "contact_id", "metadata": "resource_id", "attributes": "link_id"}
"""Tables whose rows may belong to a contact, and the column that says so."""


@dataclass
class _Person:
    """The first row of a person, and by what the person is reached in any of the rows."""

    first: Row
    ways: set[str] = field(default_factory=set)


def join_repeated(conversion: Conversion) -> None:
    """Makes rows of one person copies of the first one; each is booked as skipped with its code.

    One person is: the same name, the same institution, and a phone or a mail address in common.
    Rows without any of these stay apart, as do rows that have been records of their own before. In
    a file of our own nothing is joined: it says itself who is who.
    """
    directory = conversion.directory
    if directory.tables.get(RECORDS):
        return
    numbers = _numbers(directory)
    persons: dict[tuple[str, str], list[_Person]] = {}
    joined: dict[str, str] = {}
    for row in list(directory.rows(TABLE)):
        ways = {*numbers.get(row.id, ()), *filter(None, (row.get("email").casefold(),))}
        if row.derived or not row.get("name") or not ways:
            continue
        same_name = persons.setdefault(
            (fold(row.get("name")), organization_of(row, conversion)), []
        )
        person = next((one for one in same_name if one.ways & ways), None)
        if person is None or not conversion.keys.may_share(TABLE, row.id, person.first.id):
            same_name.append(_Person(row, ways))
            continue
        person.ways |= ways
        joined[row.id] = person.first.id
        _join(row, person.first, conversion)
    conversion.joined.update(joined)
    _lead_to_first(directory, joined)


def _numbers(directory: Directory) -> dict[str, set[str]]:
    """The phone numbers of each contact as digits without the code of the country."""
    found: dict[str, set[str]] = {}
    for phone in directory.rows("phones"):
        digits = re.sub(r"\D", "", phone.get("number"))
        if digits and phone.get("contact_id"):
            national = re.sub(r"^(?:00)?49", "0", digits)
            found.setdefault(phone.get("contact_id"), set()).add(national)
    return found


def _join(row: Row, first: Row, conversion: Conversion) -> None:
    row.cells[SAME_AS] = first.id
    row.derived = True
    conversion.report.skip(kind_of(TABLE), Code.JOINED_CONTACT, row.place, "name", row.get("name"))
    for column, text in _said(row):
        if first.cells.setdefault(column, text) != text and column != "title":
            conversion.joined_notes.setdefault(first.id, []).append(
                (column.removeprefix(EXTRA), text)
            )


def _said(row: Row) -> Iterator[tuple[str, str]]:
    return (
        (column, text)
        for column, text in row.cells.items()
        if column not in REFERENCES and not column.startswith("~")
    )


def _lead_to_first(directory: Directory, joined: dict[str, str]) -> None:
    """Rows below a joined contact belong to the first one."""
    for table, column in BELOW.items():
        rows: Iterable[Row] = directory.rows(table)
        for row in rows:
            if row.get("~target") in ("", TABLE) and row.get(column) in joined:
                row.cells[column] = joined[row.get(column)]
