"""What the generations of HSDS call the same tables and columns.

Every dialect is read as HSDS 3.0: table and column names are looked up here, values are read by
``hsds_rows``. Sources: the descriptors of HSDS 1.1, 2.0 and 3.0 and the UK profile.
"""

from collections.abc import Collection

from db.exchange import fields
from db.exchange.extensions import extension_columns, extension_of

TABLES = {
    "organizations": ("organization",),
    "programs": ("program",),
    "services": ("service",),
    "service_at_location": (
        "services_at_location",
        "service_at_locations",
        "services_at_locations",
    ),
    "locations": ("location",),
    "addresses": (
        "address",
        "physical_addresses",
        "physical_address",
        "postal_addresses",
        "postal_address",
        "mail_addresses",
        "mail_address",
    ),
    "phones": ("phone",),
    "contacts": ("contact",),
    "schedules": (
        "schedule",
        "regular_schedules",
        "regular_schedule",
        "holiday_schedules",
        "holiday_schedule",
    ),
    "languages": ("language",),
    "accessibility": ("accessibility_for_disabilities",),
    "service_areas": ("service_area",),
    "required_documents": ("required_document",),
    "cost_options": ("cost_option",),
    "payments": ("payments_accepted", "payment_accepted", "payments"),
    "eligibility": ("eligibilities", "eligibilitys"),
    "funding": ("fundings",),
    "attributes": (
        "attribute",
        "service_attributes",
        "service_attribute",
        "other_attributes",
        "other_attribute",
        "services_taxonomy",
        "service_taxonomy",
        "service_taxonomies",
        "link_taxonomies",
    ),
    "taxonomies": ("taxonomy_detail",),
    "taxonomy_terms": ("taxonomy_term",),
    "metadata": ("metadatas",),
    "meta_table_descriptions": ("meta_table_description",),
    "organization_identifiers": ("organization_identifier",),
}
"""Tables of HSDS 3.0 (and two of 1.1) with the other names their files have."""

TAXONOMY = "taxonomy"
"""A file of this name holds terms in 1.x and taxonomies in the UK profile: the columns decide."""
TERM_COLUMNS = {"taxonomy_id", "parent_id", "parent_name", "vocabulary"}

CONSTANTS: dict[str, dict[str, str]] = {
    "physical_address": {"address_type": "physical"},
    "postal_address": {"address_type": "postal"},
    "mail_address": {"address_type": "postal"},
    "service_attribute": {"link_entity": "service"},
    "service_taxonomy": {"link_entity": "service"},
    "services_taxonomy": {"link_entity": "service"},
}
"""What the name of a file says about its rows, by the singular of the name."""

COLUMNS: dict[str, dict[str, str]] = {
    "organizations": {
        "url": "website",
        "accrediations": "accreditations",
        "taxonomy_ids": "taxonomy_ids",
    },
    "services": {
        "website": "url",
        "eligibility": "eligibility_description",
        "accrediations": "accreditations",
        "accepted_payments": "payments_accepted",
    },
    "locations": {"website": "url"},
    "phones": {"number_type": "type"},
    "languages": {"language": "name"},
    "accessibility": {"accessibility": "description"},
    "service_areas": {"service_area": "name"},
    "attributes": {"service_id": "link_id", "taxonomy_id": "taxonomy_term_id"},
    "taxonomy_terms": {"term": "name", "vocabulary": "taxonomy"},
    "cost_options": {"option_description": "option"},
}
"""Older names of columns, by table; a column of 3.0 that is filled wins over its older name."""

OTHER_COLUMNS: dict[str, tuple[str, ...]] = {
    "organizations": (
        "accreditations",
        "date_incorporated",
        "funding_sources",
        "licenses",
        "taxonomy_ids",
        "additional_websites",
    ),
    "services": (
        "audience",
        "funding_sources",
        "keywords",
        "languages",
        "location_id",
        "payments_accepted",
        "required_documents",
        "service_areas",
        "taxonomy_ids",
        "additional_urls",
        "service_capacity",
        "unit",
    ),
    "locations": (
        "accessibility",
        "admin_emails",
        "email",
        "languages",
        "short_desc",
        "virtual",
    ),
    "addresses": ("address_3", "address_4"),
    "phones": ("country_prefix", "department", "language", "vanity_number"),
    "contacts": ("phones",),
    "schedules": ("weekday", "closed", "start_date", "end_date"),
    "attributes": ("taxonomy_detail", "label"),
    "taxonomy_terms": ("parent_name",),
    "payments": ("id", "service_id", "payment"),
    "eligibility": ("id", "service_id", "eligibility"),
}
"""Columns of other generations that are read although 3.0 has no such column."""

_TABLE_OF = {name: table for table, names in TABLES.items() for name in (table, *names)}


def stem(file: str) -> str:
    """The part of a file name that names a table: ``data/Services.CSV`` → ``services``."""
    name = file.replace("\\", "/").rsplit("/", 1)[-1].casefold()
    for suffix in (".csv", ".tsv", ".txt", ".json"):
        name = name.removesuffix(suffix)
    return name.strip().replace("-", "_").replace(" ", "_")


def table_of(name: str, columns: Collection[str]) -> str | None:
    """The HSDS 3.0 name of a table by the stem of its file and its columns; None if unknown."""
    if name == TAXONOMY:
        return "taxonomy_terms" if TERM_COLUMNS & set(columns) else "taxonomies"
    return _TABLE_OF.get(name) or extension_of(name)


def singular(name: str) -> str:
    """``physical_addresses`` → ``physical_address``."""
    if name.endswith("sses"):
        return name[:-2]
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


def constants_of(name: str) -> dict[str, str]:
    """What the name of the file says about each of its rows."""
    return CONSTANTS.get(name) or CONSTANTS.get(singular(name), {})


def canonical_column(table: str, column: str) -> str:
    """The HSDS 3.0 name of a column."""
    return COLUMNS.get(table, {}).get(column, column)


def expected_columns(table: str) -> frozenset[str]:
    """The columns that are read from a table; any other is kept as a note."""
    own = fields.columns(table) | extension_columns(table)
    return own | frozenset(OTHER_COLUMNS.get(table, ()))
