"""Occasions that follow from the offer kinds when no word names one (domain model, section 8)."""

from collections.abc import Mapping

from stk_graph.vocabulary import occasions

SURE_FROM = 0.78
"""Only a kind that is likelier than all others together speaks for an occasion (see pooling)."""
COUNTS = 0.5
"""An occasion nobody named counts half: a person sees it and can take it back."""


def likely_occasions(kinds: Mapping[str, float]) -> dict[str, float]:
    """The occasion whose contacts fit the kinds best, if its first contact is the first kind.

    An occasion with a safety flag never follows from kinds: only words for a danger raise an alarm.
    """
    first = next(iter(kinds), None)
    if first is None or kinds[first] < SURE_FROM:
        return {}
    fitting = {
        key: sum(kinds.get(kind, 0.0) for kind in row.contacts) / len(row.contacts)
        for key, row in occasions().items()
        if row.contacts[0] == first and row.safety is None
    }
    if not fitting:
        return {}
    best = max(fitting, key=lambda key: (fitting[key], key))
    return {best: round(COUNTS * kinds[first], 4)}
