"""Pairs of offers: do they serve the same people at the same time in the same place?

Overlap is a question to the network, never a judgement: plurality of providers is wanted.

    context = Context(today=today, areas=…, actors=…, locations=…, holidays=…, reviews=…)
    for pair in review_list(offers, context): …
"""

from stk_graph.duplicates.candidates import CandidateIndex
from stk_graph.duplicates.context import Context
from stk_graph.duplicates.features import Features, features
from stk_graph.duplicates.reasons import Reason
from stk_graph.duplicates.reviews import fingerprint, pair_fingerprint
from stk_graph.duplicates.verdict import ACTION, PairVerdict, groups, review_list, verdict

__all__ = [
    "ACTION",
    "CandidateIndex",
    "Context",
    "Features",
    "PairVerdict",
    "Reason",
    "features",
    "fingerprint",
    "groups",
    "pair_fingerprint",
    "review_list",
    "verdict",
]
