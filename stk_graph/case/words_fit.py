"""How well the words of an offer meet the words of a case: roots and parts of compounds.

"Möbel" meets Gebrauchtmöbel, "Osterferienwoche" Osterferienprogramm and "zockt" the
Zock-Sprechstunde; words that few offers use count more.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from math import exp, log

from stk_graph.case.directory import Described
from stk_graph.case.stems import root_of
from stk_graph.text import tokens

TITLE_COUNTS = 1.5
SATURATION = 4.0
"""The agreement is 1 - e^(-x / 4): one word in a title that no other offer has gives 0.31."""
LONGEST_DESCRIPTION = 1_200
PART = 0.8
"""What a word counts that begins or ends with the other."""
ALIKE = 0.6
"""What a word counts that begins like the other."""
SHORTEST_BEGINNING = 4
SHORTEST_END = 5
SHORTEST_ALIKE = 5
SHARE_ALIKE = 0.5
SURELY_ALIKE = 8
"""Two words that share so many letters at their beginning are alike however long they are."""


class _Roots:
    """The roots of a case, and how well another root meets one of them."""

    def __init__(self, given: frozenset[str]) -> None:
        self.roots = given
        roots = sorted(given)
        self.beginnings = {
            root[:size]: root for root in roots for size in range(SHORTEST_BEGINNING, len(root))
        }
        self.ends = {
            root[-size:]: root for root in roots for size in range(SHORTEST_END, len(root))
        }
        self.as_end = tuple(root for root in roots if len(root) >= SHORTEST_END)
        self.heads = frozenset(root[:SHORTEST_BEGINNING] for root in roots)

    def met_by(self, other: str) -> tuple[str, float] | None:
        """The root of the case that ``other`` meets best, and how well in 0 to 1."""
        if other in self.roots:
            return other, 1.0
        if other in self.ends:
            return self.ends[other], PART
        if other.endswith(self.as_end):
            return next(root for root in self.as_end if other.endswith(root)), PART
        return self._begun(other) if other[:SHORTEST_BEGINNING] in self.heads else None

    def _begun(self, other: str) -> tuple[str, float] | None:
        if other in self.beginnings:
            return self.beginnings[other], PART
        for size in range(len(other) - 1, SHORTEST_BEGINNING - 1, -1):
            start = other[:size]
            if start in self.roots:
                return start, PART
            root = self.beginnings.get(start)
            if root is not None:
                enough = size >= SHORTEST_ALIKE and size >= SHARE_ALIKE * min(len(root), len(other))
                return (root, ALIKE) if enough or size >= SURELY_ALIKE else None
        return None


class _Meeting:
    """Roots of words that meet a root of the case, each word compared once."""

    def __init__(self, stems: frozenset[str]) -> None:
        self._roots = _Roots(stems)
        self._seen: set[str] = set()
        self._root_of: dict[str, str] = {}
        self.met: dict[str, tuple[str, float]] = {}
        """For each such root the root of the case, and how well they meet."""

    def in_text(self, text: str) -> frozenset[str]:
        """The roots of the words of ``text`` that meet the case."""
        words = set(tokens(text))
        for word in words - self._seen:
            self._compare(word)
        self._seen |= words
        return frozenset(self._root_of[word] for word in words & self._root_of.keys())

    def _compare(self, word: str) -> None:
        root = root_of(word)
        met = self._roots.met_by(root) if root is not None else None
        if root is not None and met is not None:
            self._root_of[word] = root
            self.met[root] = met


class WordsFit:
    """Compares offers with the roots of one case; weights of words come from the offers."""

    def __init__(self, offers: Iterable[Described], stems: frozenset[str]) -> None:
        self.titles: dict[str, frozenset[str]] = {}
        self.rest: dict[str, frozenset[str]] = {}
        meeting = _Meeting(stems)
        for offer in offers:
            rest = f"{offer.description[:LONGEST_DESCRIPTION]} {offer.especially_for or ''}"
            self.titles[offer.id] = meeting.in_text(offer.title)
            self.rest[offer.id] = meeting.in_text(rest)
        total = len(self.titles)
        words = (self.titles[offer] | rest for offer, rest in self.rest.items())
        counts = Counter(chain.from_iterable(words))
        self.meets = {
            word: (root, how_well * log((2 + total) / (1 + counts[word])) / log(2 + total))
            for word, (root, how_well) in meeting.met.items()
        }

    def of(self, offer: Described) -> float:
        """Agreement of 0 to 1 between the case and the title and description of an offer."""
        best: dict[str, float] = {}
        for words, counts in ((self.titles, TITLE_COUNTS), (self.rest, 1.0)):
            for word in words[offer.id]:
                met = self.meets.get(word)
                if met is not None:
                    best[met[0]] = max(best.get(met[0], 0.0), counts * met[1])
        return 1.0 - exp(-sum(best.values()) / SATURATION) if best else 0.0

    def title_hit(self, offer: Described) -> bool:
        """Whether a word of the case stands in the title, or a part of one."""
        return not self.meets.keys().isdisjoint(self.titles[offer.id])
