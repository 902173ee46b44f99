"""The occasion that a text is likely about when no word states one.

Learned weights of whole words and pairs (complement naive Bayes) are joined with how well the
contacts of an occasion fit the offer kinds that were read. An occasion with a danger never follows
so: only words for a danger raise an alarm.
"""

import math
from collections.abc import Mapping

from stk_graph.knowledge.features import VALUES, WORD, Features
from stk_graph.knowledge.learned import Reading, shares
from stk_graph.knowledge.pooling import SPREAD
from stk_graph.knowledge.weights import OCCASIONS, Weights, weights
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

HARMLESS = frozenset({None, Safety.URGENT, Safety.NOT_A_CASE})


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
    if likely[best] < LIKELY_FROM or rows[best].safety not in HARMLESS:
        return {}
    return {best: COUNTS}


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
