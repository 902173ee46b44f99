"""All rows of a directory → the records they stand for, in an order in which they can be saved."""

from collections.abc import Callable, Iterator, Mapping

from db.exchange.conversion import Conversion
from db.exchange.drafts import Draft, leftover_notes
from db.exchange.extension_records import (
    OwnRecords,
    completed,
    extension_drafts,
    keep_uids,
    read_own_records,
)
from db.exchange.extensions import RECORDS, ROLES
from db.exchange.hsds_rows import SAME_AS, Directory, Row, kind_of
from db.exchange.problems import Code
from db.exchange.references import settle
from db.exchange.repeated_contacts import join_repeated
from db.exchange.to_actors import TABLE as ACTORS
from db.exchange.to_actors import actor_of
from db.exchange.to_contacts import contact_meant, contact_of, joined_of, role_of, service_of
from db.exchange.to_locations import location_of
from db.exchange.to_offers import offer_of
from stk_graph.text import fold

ASSURED = "assured"
"""``metadata.last_action_type`` of the day a record without a column for it was checked."""
NAMED = ("organizations", "services")
"""Tables whose rows need a name to become a record."""
INSTEAD_OF_NAME = ("alternate_name", "description", "url", "website")
PROVISIONAL = 80
"""Most characters of a provisional name."""
KEPT_WITH_SOURCE = (
    RECORDS,
    "organization_role",
    "taxonomies",
    "taxonomy_terms",
    "programs",
    "meta_table_descriptions",
)
"""Tables that describe the source; their rows are kept with it and make no record."""
VALUE_COLUMNS = {
    "phones": "number",
    "payments": "payment",
    "eligibility": "eligibility",
}
"""Rows below a record that say nothing without this cell."""

Taken = Callable[[Mapping[str, tuple[str, str]]], set[str]]
"""Of ids and the table and row they are for: those that are in use for something else."""


def nothing_taken(_uids: Mapping[str, tuple[str, str]]) -> set[str]:
    """For rows that meet no data file."""
    return set()


def drop_unusable(directory: Directory) -> None:
    """Skips rows that cannot become a record or say nothing, each with its reason."""
    for table in NAMED:
        for row in list(directory.rows(table)):
            if not row.get("name"):
                _name_provisionally(row, directory)
    for table, column in VALUE_COLUMNS.items():
        for row in list(directory.rows(table)):
            if not row.get(column):
                directory.drop(row, Code.VALUE_MISSING, column, row.id)


def _name_provisionally(row: Row, directory: Directory) -> None:
    """Gives a row without name the first words of another text; without any it is skipped."""
    text = next((row.get(column) for column in INSTEAD_OF_NAME if row.get(column)), "")
    if not text:
        directory.drop(row, Code.NAME_MISSING, "name", row.id)
        return
    words = " ".join(text.split())
    short = words if len(words) <= PROVISIONAL else words[: PROVISIONAL - 1].rstrip() + "…"
    row.cells["name"] = short
    directory.report.problem(Code.NO_NAME, row.place, "name", short)


def remember_lost_leads(directory: Directory) -> None:
    """Keeps the id of an institution that is not in the file with the services that name it."""
    for row in directory.rows("services"):
        named = row.get("organization_id")
        if named and directory.find(ACTORS, named) is None:
            row.cells["~organization_id"] = named


def records_of(conversion: Conversion, taken: Taken = nothing_taken) -> Iterator[Draft]:
    """The drafts of a directory: institutions, places, offers, persons, roles, then what is kept.

    Every row that was read is in exactly one draft, or skipped with a reason. ``taken`` says which
    of the ids another file of ours gave to its records are in use here.
    """
    directory = conversion.directory
    drop_unusable(directory)
    remember_lost_leads(directory)
    settle(directory)
    join_repeated(conversion)
    own = read_own_records(directory)
    keep_uids(own, taken(own.uids), conversion)
    for row in directory.rows("area"):
        if row.get("name"):
            conversion.areas[fold(row.get("name"))] = conversion.keys.uid("area", row.id)
    booked: set[int] = set()
    for draft in _drafts(conversion, own):
        for made in (*conversion.drafts, completed(draft, own, conversion)):
            made.rows = [row for row in made.rows if id(row) not in booked and not row.derived]
            booked.update(id(row) for row in made.rows)
            yield made
        conversion.drafts.clear()
    _skip_the_rest(directory, booked)


def _drafts(conversion: Conversion, own: OwnRecords) -> Iterator[Draft]:
    directory = conversion.directory
    for row in directory.rows("organizations"):
        yield _with_history(actor_of(row, conversion), conversion)
    for row in directory.rows("locations"):
        yield _with_history(location_of(row, conversion), conversion)
    for row in directory.rows("services"):
        yield _with_history(offer_of(row, conversion), conversion)
    yield from _contacts(conversion)
    yield from extension_drafts(own, conversion)
    for table in KEPT_WITH_SOURCE:
        for row in directory.rows(table):
            uid = conversion.keys.uid(table, row.id)
            yield Draft(
                table, row.id, uid, None, row.place, [row], leftover_notes(row, frozenset())
            )


def _contacts(conversion: Conversion) -> Iterator[Draft]:
    directory = conversion.directory
    with_contact: set[str] = set()
    made: set[str] = set()
    roles = directory.tables.get(ROLES, {})
    for row in list(directory.rows("contacts")):
        person = contact_meant(row, conversion)
        if row.id in roles and roles[row.id].get("contact_id") != row.id:
            directory.drop(row, Code.REPEATED_ROW, "id", row.id)
            continue
        if not row.get(SAME_AS):
            draft = contact_of(row, conversion)
            if draft is None:
                directory.drop(row, Code.NAME_MISSING, "name", row.id)
                continue
            _warn_without_parent(row, conversion)
            made.add(row.id)
            yield _with_history(draft, conversion)
        elif row.id in conversion.joined:
            made.add(row.id)
            yield joined_of(row, conversion)
        if person not in made or roles:
            continue
        service = service_of(row, conversion)
        role = role_of(row, service not in with_contact, conversion)
        if role is not None and service is not None:
            with_contact.add(service)
            yield role


def _warn_without_parent(row: Row, conversion: Conversion) -> None:
    columns = ("organization_id", "service_id", "service_at_location_id", "location_id")
    if not any(row.get(column) for column in columns):
        conversion.report.problem(Code.WITHOUT_PARENT, row.place, "organization_id", row.id)


def _with_history(draft: Draft, conversion: Conversion) -> Draft:
    """Adds what ``metadata`` and unread attributes say about the row of a draft."""
    directory = conversion.directory
    for row in directory.below("metadata", "resource_id", draft.key):
        if row.get("~target") == draft.table:
            draft.rows.append(row)
            if row.get("last_action_type") != ASSURED:
                draft.notes.append(("metadata", _history_line(row)))
    if draft.table != "services":
        for row in directory.below("attributes", "link_id", draft.key):
            if row.get("~target") == draft.table:
                draft.rows.append(row)
                term = directory.find("taxonomy_terms", row.get("taxonomy_term_id"))
                values = (term.get("name") if term else "", row.get("value"))
                name = row.get("link_type")[:200] or "attribute"
                if any(values):
                    draft.notes.append((name, ": ".join(filter(None, values))))
    return draft


def _history_line(row: Row) -> str:
    change = " → ".join(filter(None, (row.get("previous_value"), row.get("replacement_value"))))
    what = " ".join(filter(None, (row.get("last_action_type"), row.get("field_name"))))
    who = " ".join(filter(None, (row.get("last_action_date")[:10], row.get("updated_by"))))
    return f"{what}: {change} ({who})"[:19_000]


def _skip_the_rest(directory: Directory, booked: set[int]) -> None:
    for table in list(directory.tables):
        for row in list(directory.rows(table)):
            if id(row) not in booked and not row.derived:
                directory.report.skip(kind_of(table), Code.PARENT_MISSING, row.place, "id", row.id)
