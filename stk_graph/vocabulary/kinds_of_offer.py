"""Offer kinds: what an offer *is*, and the topic it belongs to."""

from functools import cache

from stk_graph.vocabulary.load import synonyms, topics
from stk_graph.vocabulary.rows import SynonymRow

KINDS_OF_OFFER = frozenset({"offer_kind", "agency", "actor_kind"})
"""Kinds of synonym rows that answer "what is it": a service, an agency, a facility."""


@cache
def offer_kinds() -> dict[str, SynonymRow]:
    """The rows of synonyms.csv that an offer can be, by key."""
    return {key: row for key, row in synonyms().items() if row.kind in KINDS_OF_OFFER}


def topic_of(offer_kind: str | None) -> str | None:
    """The topic key of an offer kind; None if it has none or is not known."""
    row = offer_kinds().get(offer_kind or "")
    return row.broader if row is not None and row.broader in topics() else None


@cache
def offer_kinds_of(topic: str) -> tuple[str, ...]:
    """The offer kinds of a topic, in the order of the file."""
    return tuple(key for key in offer_kinds() if topic_of(key) == topic)
