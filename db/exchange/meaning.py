"""What an offer is: from the terms it is filed under, else from its own words."""

from dataclasses import dataclass, field
from functools import lru_cache

from db.exchange.conversion import Conversion, Notes
from db.exchange.hsds_rows import Row
from db.exchange.to_actors import kind_of_name
from stk_graph.knowledge import KindOfOffer, kind_of_offer
from stk_graph.model.enums import KindSource
from stk_graph.text.terms import find_terms
from stk_graph.vocabulary import offer_kinds, target_groups, topics

OFFER_KIND, TARGET_GROUP, TOPIC = "offer_kind", "target_group", "topic"
TITLE_DECIDES = 0.7
GIST = 300
"""Characters of a description that are asked; later sentences name the house and its neighbours."""


@dataclass(frozen=True)
class Meant:
    """Keys of the vocabulary: the kind and where it comes from, and the groups of the terms."""

    offer_kind: str | None = None
    offer_kind_from: KindSource = KindSource.UNKNOWN
    offer_kind_weight: float | None = None
    """How sure the reading of the text is, in 0 to 1; None if a term states the kind."""
    groups: tuple[str, ...] = ()
    groups_stated: bool = False
    """Whether a term of our own list of groups is among them, not only a name that has one."""


@dataclass
class _Filed:
    """What the terms of a service say, each key once and in order."""

    kinds: dict[str, None] = field(default_factory=dict)
    groups: dict[str, None] = field(default_factory=dict)
    groups_stated: bool = False


def meaning_of(row: Row, conversion: Conversion, rows: list[Row], notes: Notes) -> Meant:
    """The meaning of a service; every term it is filed under is kept as a note."""
    filed = _Filed()
    for attribute in conversion.directory.below("attributes", "link_id", row.id):
        if attribute.get("~target") == "services":
            rows.append(attribute)
            _read_attribute(attribute, conversion, filed, notes)
    groups = tuple(filed.groups)
    if filed.kinds:
        return Meant(
            offer_kind=next(iter(filed.kinds)),
            offer_kind_from=KindSource.STATED,
            groups=groups,
            groups_stated=filed.groups_stated,
        )
    actor = conversion.directory.find("organizations", row.get("organization_id"))
    actor_kind = kind_of_name(actor.get("name")) if actor else None
    read = _kind_of_text(row.get("name"), row.get("description"), actor_kind)
    if read.key is None:
        return Meant(groups=groups, groups_stated=filed.groups_stated)
    return Meant(read.key, KindSource.TEXT, read.weight, groups, filed.groups_stated)


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
        filed.groups_stated = True
    elif code not in topics():
        _file(name, filed)


def _file(name: str, filed: _Filed) -> None:
    """The keys a term's own name states: a kind if it names exactly one, and all groups."""
    kinds, groups = _keys_of_term(name)
    if len(kinds) == 1:
        filed.kinds.update(kinds)
    filed.groups.update(groups)


@lru_cache(maxsize=4096)
def _keys_of_term(name: str) -> tuple[dict[str, None], dict[str, None]]:
    """The kinds and the groups a term of a taxonomy names; terms return with every offer."""
    hits = [hit for hit in find_terms(name) if hit.key]
    kinds: dict[str, None] = {str(hit.key): None for hit in hits if hit.kind == OFFER_KIND}
    groups: dict[str, None] = {str(hit.key): None for hit in hits if hit.kind == TARGET_GROUP}
    return kinds, groups


def _kind_of_text(title: str, description: str, actor_kind: str | None) -> KindOfOffer:
    """The kind an offer's words mean; the description is only asked if the title does not decide.

    A description counts so little beside a clear title that it cannot change the answer, and it is
    the longer text.
    """
    by_title = kind_of_offer(title, "", actor_kind)
    if by_title.key is not None and by_title.weight >= TITLE_DECIDES:
        return by_title
    return kind_of_offer(title, _gist(description), actor_kind)


def _gist(description: str) -> str:
    """The beginning of a description, to the end of a word: what the offer is stands there."""
    if len(description) <= GIST:
        return description
    return description[:GIST].rsplit(" ", 1)[0]
