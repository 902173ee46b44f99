"""Which kind an offer is, from how people title and describe it."""

from collections.abc import Iterator

import msgspec

from stk_graph.knowledge.evidence import About, Evidence, Use, prepare
from stk_graph.knowledge.learned import read
from stk_graph.knowledge.meaning import LONGEST_TEXT, combined, evidence_in, stated_sources
from stk_graph.knowledge.negation import standing
from stk_graph.knowledge.pooling import pooled
from stk_graph.vocabulary import actor_kinds, offer_kinds

DESCRIPTION_COUNTS = 0.6
"""A description also names what an offer is not, its place and its neighbours; the title rules."""
ACTOR_COUNTS = 0.2
CLEARLY = 0.9
"""A kind stated so surely needs no second opinion."""
LEAST = 0.615
"""The weight of a kind that has a quarter of the shares: of less sure ones few are right."""


class KindOfOffer(msgspec.Struct, frozen=True):
    """``key`` of synonyms.csv or None, its ``weight`` in 0 to 1, and the words that decided.

    Positions in ``evidence`` count in the title, then in the description behind one line feed.
    """

    key: str | None
    weight: float
    evidence: tuple[Evidence, ...]


def kind_of_offer(title: str, description: str = "", actor_kind: str | None = None) -> KindOfOffer:
    """What kind an offer most likely is; key None if the words do not decide.

    ``actor_kind`` is a key of actor_kinds.csv: what an institution is speaks weakly for what it
    offers. The learned weights are asked unless the words state one kind clearly.
    """
    prepared = prepare(f"{title}\n{description}"[:LONGEST_TEXT], Use.OFFER)
    found = list(_found(title, description))
    evidence = [item for item in standing(prepared, found) if item.about is About.OFFER_KIND]
    weights = combined(evidence, About.OFFER_KIND)
    usual = _usual_kind(actor_kind)
    if usual is not None:
        weights[usual] = 1.0 - (1.0 - weights.get(usual, 0.0)) * (1.0 - ACTOR_COUNTS)
    if max(weights.values(), default=0.0) < CLEARLY:
        reading = read(prepared, found)
        weights = pooled(reading.scores, weights, Use.OFFER)
    best = max(weights, key=lambda key: weights[key], default=None)
    if best is None or weights[best] < LEAST:
        return KindOfOffer(None, weights.get(best or "", 0.0), tuple(evidence))
    decided = tuple(item for item in evidence if item.key == best)
    return KindOfOffer(best, weights[best], decided)


def _found(title: str, description: str) -> Iterator[Evidence]:
    """What is stated in the title, and with less weight in the description behind it."""
    sources = stated_sources()
    yield from evidence_in(prepare(title[:LONGEST_TEXT], Use.OFFER), sources)
    for item in evidence_in(prepare(description[:LONGEST_TEXT], Use.OFFER), sources):
        yield _moved(item, len(title) + 1)


def _usual_kind(actor_kind: str | None) -> str | None:
    """The service an institution of this kind is for; a house such as a parish has none."""
    row = actor_kinds().get(actor_kind or "")
    kind = offer_kinds().get(row.synonym_key or "") if row is not None else None
    return kind.key if kind is not None and kind.kind == "offer_kind" else None


def _moved(item: Evidence, by: int) -> Evidence:
    return Evidence(
        item.start + by,
        item.end + by,
        item.words,
        item.about,
        item.key,
        item.weight * DESCRIPTION_COUNTS,
        item.firm,
    )
