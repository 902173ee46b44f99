"""How well the words of an offer meet the words of a case: folded roots, rare ones count more."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from math import log, sqrt

from stk_graph.case.directory import Described
from stk_graph.case.stems import stems_in

TITLE_COUNTS = 2.0
FULL = 0.45
"""A cosine of this size counts as full agreement: short texts never share all their words."""
LONGEST_DESCRIPTION = 1_200


class WordsFit:
    """Compares offers with the roots of one case; weights of words come from the offers."""

    def __init__(self, offers: Iterable[Described], stems: frozenset[str]) -> None:
        self.stems = stems
        self.titles: dict[str, frozenset[str]] = {}
        self.rest: dict[str, frozenset[str]] = {}
        for offer in offers:
            rest = f"{offer.description[:LONGEST_DESCRIPTION]} {offer.especially_for or ''}"
            self.titles[offer.id] = stems_in(offer.title)
            self.rest[offer.id] = stems_in(rest)
        total = len(self.titles)
        words = (self.titles[offer] | rest for offer, rest in self.rest.items())
        seen = Counter(chain.from_iterable(words))
        self.weights = {stem: log((1 + total) / (1 + count)) + 0.1 for stem, count in seen.items()}
        self.length = self._length(stems)

    def _length(self, stems: Iterable[str]) -> float:
        return sqrt(sum(self.weights.get(stem, 1.0) ** 2 for stem in stems)) or 1.0

    def of(self, offer: Described) -> float:
        """Agreement of 0 to 1 between the case and the title and description of an offer."""
        title, rest = self.titles[offer.id], self.rest[offer.id]
        if self.stems.isdisjoint(title) and self.stems.isdisjoint(rest):
            return 0.0
        counts = dict.fromkeys(rest, 1.0) | dict.fromkeys(title, TITLE_COUNTS)
        shared = sum(self.weights[stem] ** 2 * counts[stem] for stem in self.stems & counts.keys())
        length = sqrt(sum((self.weights[stem] * count) ** 2 for stem, count in counts.items()))
        return min(1.0, shared / (self.length * (length or 1.0)) / FULL)

    def title_hit(self, offer: Described) -> bool:
        """Whether a word of the case stands in the title."""
        return not self.stems.isdisjoint(self.titles[offer.id])
