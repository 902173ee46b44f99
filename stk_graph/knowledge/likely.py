"""What a text is likely about when no word states it: an occasion, and how much like a danger.

For occasions learned weights of whole words and pairs (complement naive Bayes) are joined with how
well the contacts of an occasion fit the offer kinds that were read. An occasion with a danger never
follows so. Dangers have weights of their own, learned from hints and from what only sounds like
one; they are one sign beside others in ``stk_graph.case.safety_signs``.
"""

import math
from collections.abc import Mapping

from stk_graph.knowledge.evidence import Evidence, Prepared
from stk_graph.knowledge.features import VALUES, WORD, Features
from stk_graph.knowledge.learned import Reading, deciding_words, shares
from stk_graph.knowledge.pooling import SPREAD
from stk_graph.knowledge.weights import DANGERS, OCCASIONS, Weights, weights
from stk_graph.model.enums import Safety
from stk_graph.vocabulary import OccasionRow, occasions

CONTACTS_COUNT = 0.5
"""What full agreement of contacts and offer kinds counts beside the score of the words."""
BY_PLACE = (1.0, 0.6, 0.4, 0.3, 0.2)
"""What the contacts of an occasion count, best first."""
SHARPNESS = 8.0
"""Makes the shares of occasions about as large as they are often right."""
LIKELY_FROM = 0.1
"""Of occasions with this share about two in three were right, of lesser ones about one."""
COUNTS = 0.5
"""An occasion nobody named counts half: a person sees it and can take it back."""

WITHOUT_DANGER = frozenset({None, Safety.URGENT, Safety.NOT_A_CASE})

HARMLESS = "harmless"
"""The label of sentences in which no danger is meant."""

RARER = 0.8
"""Among what people ask dangers are rarer than among the sentences learned from; this logarithm of
how much was chosen for few false alarms on cases, for a recall that rules alone do not reach."""


def likely_occasions(
    kinds: Mapping[str, float], reading: Reading | None, table: Weights | None = None
) -> dict[str, float]:
    """The likeliest occasion with its weight in 0 to 1, or nothing if none is likely enough.

    ``kinds`` are pooled weights of offer kinds, ``reading`` is what was learned from the text; a
    text of which no word is known is about nothing.
    """
    if reading is None or not reading.scores:
        return {}
    table = table or weights(OCCASIONS)
    told = telling(reading.features)
    unit = table.scale / math.sqrt(told.size or 1.0)
    rows = occasions()
    scores = {
        key: SHARPNESS * (total * unit + CONTACTS_COUNT * _agreement(rows[key], kinds))
        for key, total in zip(table.kinds, table.sums(told.values), strict=True)
    }
    likely = shares(scores)
    best = max(likely, key=lambda key: (likely[key], key))
    if likely[best] < LIKELY_FROM or rows[best].safety not in WITHOUT_DANGER:
        return {}
    return {best: COUNTS}


def danger_scores(reading: Reading | None, table: Weights | None = None) -> dict[str, float]:
    """For each danger the logarithm of how much likelier it is than that nothing is meant.

    Keys are values of ``Safety``; below 0 the text rather sounds harmless. Nothing is said of a
    text of which no word is known.
    """
    if reading is None or not reading.scores:
        return {}
    table, features = table or weights(DANGERS), reading.features
    unit = table.scale / math.sqrt(features.size or 1.0)
    sums = dict(zip(table.kinds, table.sums(features.values), strict=True))
    harmless = sums.pop(HARMLESS)
    return {danger: (total - harmless) * unit - RARER for danger, total in sums.items()}


def danger_words(
    prepared: Prepared, reading: Reading, dangers: Mapping[str, float]
) -> list[Evidence]:
    """For each danger, given with its weight in 0 to 1, the words that speak most for it."""
    return deciding_words(prepared, reading, dangers, weights(DANGERS))


def telling(features: Features) -> Features:
    """The features that occasions are told by: whole words and neighbours, meanings and ages."""
    values = {key: value for key, value in features.values.items() if value == VALUES[WORD]}
    return Features(values, features.places, features.words)


def _agreement(row: OccasionRow, kinds: Mapping[str, float]) -> float:
    """How well the contacts of an occasion fit the kinds: their shares, the first counts most."""
    return sum(
        place * math.pow(kinds.get(kind, 0.0), 1 / SPREAD)
        for place, kind in zip(BY_PLACE, row.contacts, strict=False)
    )
