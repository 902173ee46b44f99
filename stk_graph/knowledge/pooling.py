"""Joins what is stated with what was learned to one opinion about the offer kinds.

The learned score of a kind is a logarithm. What phrases, terms and occasions state is added to it,
``STATED`` times its weight in 0 to 1, and the sums become shares (a logarithmic opinion pool). The
learned weights know the statements as features too, so they may also speak against one. ``STATED``
and ``SPREAD`` were chosen by cross-validation over the writers of the sentences: docs/adr/0005.
"""

from collections.abc import Mapping

from stk_graph.knowledge.evidence import Use
from stk_graph.knowledge.learned import shares

STATED = {Use.CASE: 0.6, Use.OFFER: 1.6}
SPREAD = 0.35
"""A share becomes the weight ``share ** SPREAD``: 0.5 is 0.78, 0.1 is 0.45, 0.01 is 0.20."""
UNDERSTOOD_FROM = 0.05
"""If nothing is stated and the likeliest kind has a smaller share, the text is not understood."""
STATED_ANYWAY = 0.35
"""This part of a stated weight stays, however unlikely the learned weights find the kind."""
KEPT_FROM = 0.004
"""Kinds with a smaller share are left out unless they are stated."""


def pooled(
    scores: Mapping[str, float], stated: Mapping[str, float], use: Use = Use.CASE
) -> dict[str, float]:
    """Weights of offer kinds in 0 to 1, strongest first.

    ``scores`` are those of the learned weights, ``stated`` weights in 0 to 1. Only what is stated
    counts for a kind without a score, and for all kinds if the text is not understood.
    """
    likely = shares(joined(scores, stated, use))
    if not stated and max(likely.values(), default=0.0) < UNDERSTOOD_FROM:
        return {}
    weights = {
        kind: weight * (STATED_ANYWAY if kind in likely else 1.0) for kind, weight in stated.items()
    }
    for kind, share in likely.items():
        if share >= KEPT_FROM:
            weights[kind] = round(max(share**SPREAD, weights.get(kind, 0.0)), 4)
    return dict(sorted(weights.items(), key=lambda entry: (-entry[1], entry[0])))


def joined(scores: Mapping[str, float], stated: Mapping[str, float], use: Use) -> dict[str, float]:
    """The learned scores with what is stated added."""
    added = {kind: STATED[use] * weight for kind, weight in stated.items() if kind in scores}
    return {**scores, **{kind: scores[kind] + more for kind, more in added.items()}}
