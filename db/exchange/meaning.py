"""What an offer is: from the terms it is filed under, else from its own words."""

from dataclasses import dataclass, field

from db.exchange.conversion import Conversion, Notes
from db.exchange.hsds_rows import Row
from db.exchange.to_actors import kind_of_name
from stk_graph.knowledge import kind_of_offer
from stk_graph.model.enums import KindSource
from stk_graph.text.terms import find_terms
from stk_graph.vocabulary import offer_kinds, target_groups, topics

OFFER_KIND, TARGET_GROUP, TOPIC = "offer_kind", "target_group", "topic"


@dataclass(frozen=True)
class Meant:
    """Keys of the vocabulary: the kind and where it comes from, and the groups of the terms."""

    offer_kind: str | None = None
    offer_kind_from: KindSource = KindSource.UNKNOWN
    groups: tuple[str, ...] = ()


@dataclass
class _Filed:
    """What the terms of a service say, each key once and in order."""

    kinds: dict[str, None] = field(default_factory=dict)
    groups: dict[str, None] = field(default_factory=dict)


def meaning_of(row: Row, conversion: Conversion, rows: list[Row], notes: Notes) -> Meant:
    """The meaning of a service; every term it is filed under is kept as a note."""
    filed = _Filed()
    for attribute in conversion.directory.below("attributes", "link_id", row.id):
        if attribute.get("~target") == "services":
            rows.append(attribute)
            _read_attribute(attribute, conversion, filed, notes)
    groups = tuple(filed.groups)
    if filed.kinds:
        return Meant(next(iter(filed.kinds)), KindSource.STATED, groups)
    actor = conversion.directory.find("organizations", row.get("organization_id"))
    actor_kind = kind_of_name(actor.get("name")) if actor else None
    kind = kind_of_offer(row.get("name"), row.get("description"), actor_kind).key
    source = KindSource.TEXT if kind else KindSource.UNKNOWN
    return Meant(kind, source, groups)


def _read_attribute(attribute: Row, conversion: Conversion, filed: _Filed, notes: Notes) -> None:
    term = conversion.directory.find("taxonomy_terms", attribute.get("taxonomy_term_id"))
    name = term.get("name") if term else ""
    label = attribute.get("link_type") or (term.get("taxonomy") if term else "") or "attribute"
    shown = ": ".join(filter(None, (name, attribute.get("value"))))
    if shown:
        notes.append((label[:200], shown))
    code = term.get("code") if term else ""
    if code in offer_kinds() and label in (OFFER_KIND, "attribute"):
        filed.kinds[code] = None
    elif code in target_groups() and label in (TARGET_GROUP, "attribute"):
        filed.groups[code] = None
    elif code not in topics():
        _file(name, filed)


def _file(name: str, filed: _Filed) -> None:
    """The keys a term's own name states: a kind if it names exactly one, and all groups."""
    hits = [hit for hit in find_terms(name) if hit.key]
    kinds = {hit.key: None for hit in hits if hit.kind == OFFER_KIND and hit.key}
    if len(kinds) == 1:
        filed.kinds.update(kinds)
    filed.groups.update({hit.key: None for hit in hits if hit.kind == TARGET_GROUP and hit.key})
