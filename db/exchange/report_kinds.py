"""The kinds of rows a report counts, what may become of them, and their German names."""

from stk_graph.language import N_

MAIN_KINDS = ("actors", "offers", "contacts", "locations", "time_slots")
ENTRIES = "entries"
"""The kind of what stands where a record should, and is none of a known kind."""
OUTCOMES = ("created", "updated", "unchanged", "skipped")
KIND_LABELS = {
    "actors": N_("Einrichtungen"),
    "offers": N_("Angebote"),
    "contacts": N_("Ansprechpersonen"),
    "locations": N_("Orte"),
    "time_slots": N_("Zeiten"),
    ENTRIES: N_("Fremde Einträge"),
    "accessibility": N_("Barrierefreiheit"),
    "addresses": N_("Adressen"),
    "attributes": N_("Merkmale"),
    "cost_options": N_("Kosten"),
    "eligibility": N_("Zielgruppen"),
    "funding": N_("Förderungen"),
    "languages": N_("Sprachen"),
    "meta_table_descriptions": N_("Beschreibungen der Tabellen"),
    "metadata": N_("Änderungsnachweise"),
    "organization_identifiers": N_("Kennungen"),
    "payments": N_("Zahlungsarten"),
    "phones": N_("Telefone"),
    "programs": N_("Programme"),
    "required_documents": N_("Unterlagen"),
    "service_areas": N_("Einzugsgebiete"),
    "service_at_location": N_("Angebote an Orten"),
    "taxonomies": N_("Begriffslisten"),
    "taxonomy_terms": N_("Begriffe"),
}
