"""Which kind an offer is, from how people title and describe it."""

from functools import lru_cache

import msgspec

from stk_graph.knowledge.evidence import About, Evidence, Prepared, Use, prepare
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

LATELY_READ = 64
"""Texts whose evidence is remembered: a title is often asked alone, then with its description."""


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
    prepared, found = _stated(title, description)
    kept = standing(prepared, found)
    evidence = [item for item in kept if item.about is About.OFFER_KIND]
    weights = combined(evidence, About.OFFER_KIND)
    usual = _usual_kind(actor_kind)
    if usual is not None:
        weights[usual] = 1.0 - (1.0 - weights.get(usual, 0.0)) * (1.0 - ACTOR_COUNTS)
    if max(weights.values(), default=0.0) < CLEARLY:
        reading = read(prepared, found, kept=kept)
        weights = pooled(reading.scores, weights, Use.OFFER)
    best = max(weights, key=lambda key: weights[key], default=None)
    if best is None or weights[best] < LEAST:
        return KindOfOffer(None, weights.get(best or "", 0.0), tuple(evidence))
    decided = tuple(item for item in evidence if item.key == best)
    return KindOfOffer(best, weights[best], decided)


def _stated(title: str, description: str) -> tuple[Prepared, list[Evidence]]:
    """All the text, with what is stated in the title and, with less weight, in the description."""
    alone, in_title = _read(title)
    if not description:
        return alone, in_title
    text = f"{title}\n{description}"[:LONGEST_TEXT]
    behind = (_moved(item, len(title) + 1) for item in _read(description)[1])
    return prepare(text, Use.OFFER), [*in_title, *behind]


@lru_cache(maxsize=LATELY_READ)
def _read(text: str) -> tuple[Prepared, list[Evidence]]:
    prepared = prepare(text[:LONGEST_TEXT], Use.OFFER)
    return prepared, evidence_in(prepared, stated_sources())


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
