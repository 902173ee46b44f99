"""What the learned weights make of a text: how likely each offer kind is, and by which words.

The weights come from sentences that people wrote for this project (``sentences/``); how they were
made and measured stands in docs/adr/0005. Words that a veto undoes or a denial takes back are left
out, and so are the kinds they would have spoken for.
"""

from collections.abc import Iterable, Mapping
from math import exp, sqrt

import msgspec

from stk_graph.knowledge.evidence import About, Evidence, Prepared
from stk_graph.knowledge.features import Features, features_of
from stk_graph.knowledge.negation import standing
from stk_graph.knowledge.weights import Weights, weights
from stk_graph.text.words import Word

NAMED_WORDS = 3
"""So many words are named for a kind."""
NAMED_KINDS = 3
SHORTEST_NAMED = 4


class Reading(msgspec.Struct, frozen=True):
    """Scores by offer kind: differences are logarithms of how much likelier one is (any real).

    ``features`` are those the scores were made of; ``denied`` kinds have no score.
    """

    scores: dict[str, float]
    features: Features


def read(
    prepared: Prepared,
    found: list[Evidence],
    table: Weights | None = None,
    kept: list[Evidence] | None = None,
) -> Reading:
    """The scores of all kinds; ``found`` is all that phrases and terms say, vetoes too.

    A text of which no whole word was ever learned has no scores. ``kept`` is what of the evidence
    is ``standing``, if the caller knows.
    """
    table = table or weights()
    kept = standing(prepared, found) if kept is None else kept
    undone = _undone(found, kept)
    features = _without(features_of(prepared, kept), prepared, undone)
    if not any(table.row(word) for word in features.words):
        return Reading({}, features)
    unit = table.scale / sqrt(features.size or 1.0)
    denied = {item.key for item in undone} - {item.key for item in kept}
    sums = table.sums(features.values)
    scores = {
        kind: total * unit
        for kind, total in zip(table.kinds, sums, strict=True)
        if kind not in denied
    }
    return Reading(scores, features)


def seen(prepared: Prepared, found: list[Evidence]) -> Features:
    """The features a text has for the weights, in training too."""
    kept = standing(prepared, found)
    return _without(features_of(prepared, kept), prepared, _undone(found, kept))


def _undone(found: Iterable[Evidence], kept: Iterable[Evidence]) -> list[Evidence]:
    standing_still = set(kept)
    return [item for item in found if item not in standing_still]


def _without(features: Features, prepared: Prepared, undone: list[Evidence]) -> Features:
    """The features that do not begin in words that are undone."""
    if not undone:
        return features
    gone = {
        at
        for at, word in enumerate(prepared.words)
        if any(item.start <= word.start < item.end for item in undone)
    }
    places = {feature: at for feature, at in features.places.items() if at not in gone}
    values = {
        feature: value
        for feature, value in features.values.items()
        if feature not in features.places or feature in places
    }
    return Features(values, places, features.words)


def shares(scores: Mapping[str, float]) -> dict[str, float]:
    """Probabilities of the kinds, which sum to 1."""
    highest = max(scores.values(), default=0.0)
    risen = {kind: exp(score - highest) for kind, score in scores.items()}
    total = sum(risen.values())
    return {kind: value / total for kind, value in risen.items()}


def deciding_words(
    prepared: Prepared, reading: Reading, kinds: Mapping[str, float], table: Weights | None = None
) -> list[Evidence]:
    """For each of the likeliest ``kinds`` the words that speak most for it.

    The weight of a kind is shared out so that joining its words as independent signs gives it back.
    """
    table = table or weights()
    wanted = {table.kinds.index(kind): kind for kind in list(kinds)[:NAMED_KINDS]}
    pulls: dict[str, dict[int, int]] = {kind: {} for kind in wanted.values()}
    for feature, at in reading.features.places.items():
        row = table.row(feature) if _says_something(prepared.words[at]) else None
        if row is None:
            continue
        for index, weight in zip(*row, strict=True):
            if index in wanted:
                by_word = pulls[wanted[index]]
                by_word[at] = by_word.get(at, 0) + weight
    return [
        item
        for kind, by_word in pulls.items()
        for item in _named(prepared, kind, kinds[kind], by_word)
    ]


def _says_something(word: Word) -> bool:
    return len(word.folded) >= SHORTEST_NAMED and not word.folded.isdigit()


def _named(
    prepared: Prepared, kind: str, weight: float, pulls: Mapping[int, int]
) -> Iterable[Evidence]:
    best = sorted(pulls.items(), key=lambda entry: (-entry[1], entry[0]))[:NAMED_WORDS]
    strong = [(at, pull) for at, pull in best if pull > 0 and 2 * pull >= best[0][1]]
    total = sum(pull for _at, pull in strong)
    for at, pull in strong:
        word = prepared.words[at]
        part = 1.0 - (1.0 - min(weight, 0.999)) ** (pull / total)
        words = prepared.text[word.start : word.end]
        yield Evidence(word.start, word.end, words, About.OFFER_KIND, kind, part)
