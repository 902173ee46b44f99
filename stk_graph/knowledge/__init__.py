"""What people mean: free text becomes weighted offer kinds, occasions and target groups.

``meaning`` reads a case, ``kind_of_offer`` an offer; both say which words decided. Sources of
evidence (``Source``) can be added in ``meaning.sources`` without a change anywhere else.
"""

from stk_graph.knowledge.evidence import About, Evidence, Prepared, Source, Use
from stk_graph.knowledge.meaning import Meaning, meaning
from stk_graph.knowledge.offers import KindOfOffer, kind_of_offer

__all__ = [
    "About",
    "Evidence",
    "KindOfOffer",
    "Meaning",
    "Prepared",
    "Source",
    "Use",
    "kind_of_offer",
    "meaning",
]
