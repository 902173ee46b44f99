"""Which kind an offer is, from how people title and describe it."""

from typing import NamedTuple

from stk_graph.knowledge.evidence import About, Evidence, Use
from stk_graph.knowledge.meaning import combined, meaning
from stk_graph.vocabulary import actor_kinds, offer_kinds

DESCRIPTION_COUNTS = 0.6
"""A description also names what an offer is not, its place and its neighbours; the title rules."""
ACTOR_COUNTS = 0.2
LEAST = 0.25


class KindOfOffer(NamedTuple):
    """``key`` of synonyms.csv or None, its ``weight`` in 0 to 1, and the words that decided.

    Positions in ``evidence`` count in the title, then in the description behind one line feed.
    """

    key: str | None
    weight: float
    evidence: tuple[Evidence, ...]


def kind_of_offer(title: str, description: str = "", actor_kind: str | None = None) -> KindOfOffer:
    """What kind an offer most likely is; key None if the words do not decide.

    ``actor_kind`` is a key of actor_kinds.csv: what an institution is speaks weakly for what it
    offers.
    """
    in_title = meaning(title, Use.OFFER)
    in_description = meaning(description, Use.OFFER)
    evidence = [item for item in in_title.evidence if item.about is About.OFFER_KIND]
    evidence += [
        _moved(item, len(title) + 1)
        for item in in_description.evidence
        if item.about is About.OFFER_KIND
    ]
    weights = combined(evidence, About.OFFER_KIND)
    usual = _usual_kind(actor_kind)
    if usual is not None:
        weights[usual] = 1.0 - (1.0 - weights.get(usual, 0.0)) * (1.0 - ACTOR_COUNTS)
    if not weights:
        return KindOfOffer(None, 0.0, ())
    best = max(weights, key=lambda key: weights[key])
    if weights[best] < LEAST:
        return KindOfOffer(None, weights[best], tuple(evidence))
    decided = tuple(item for item in evidence if item.key == best)
    return KindOfOffer(best, weights[best], decided)


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
