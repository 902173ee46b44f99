"""Trains the weights of ``weights.bin`` from the sentences of the package: ``make knowledge``.

The sum of two linear models that err differently. One is a softmax over all offer kinds with a
penalty on large weights, fitted over pairs of texts instead of features (the dual of the same
problem): there are a few thousand texts and tens of thousands of features. The other is complement
naive Bayes (Rennie and others, 2003): a feature speaks for a kind if it is rare in all others. The
target of a text is spread over its kinds, the best most. Nothing is random and the steps are
counted, so the same files give the same bytes.

Occasions are many and have few sentences each: for them the second model alone is trained, on whole
words and pairs. Needs numpy.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from stk_graph.knowledge.evidence import Use, prepare
from stk_graph.knowledge.examples import Example, all_examples, danger_examples
from stk_graph.knowledge.features import NEAR_PAIR, VALUES, Features
from stk_graph.knowledge.learned import seen
from stk_graph.knowledge.likely import telling
from stk_graph.knowledge.weights import DANGERS, OCCASIONS, OFFER_KINDS, packed
from stk_graph.knowledge.written import CaseSentence, case_sentences

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.floating]

SHARES = (1.0, 0.5, 0.3, 0.2)
"""What the kinds of a text count, best first, before they are made to sum to 1."""
PENALTY = 0.05
STEPS = 60
SMOOTHING = 0.2
NAIVE_COUNTS = 5.0
"""What the second model counts beside the first, which makes both about as loud."""
SHARPNESS = 0.7
"""Makes the shares of kinds as large as they are often right; by cross-validation."""
COMMON = 64
"""Features of more texts are multiplied as a block."""
BLOCK = 512
LARGEST = 127
CLIPPED = 0.9995
"""This share of the largest weights of all features fits into one byte, the rest is cut."""
SILENT = 1
"""Weights up to this many units are left out: half the file says nothing."""
QUIET = 8
"""Features whose largest weight is smaller are left out."""


def features_of_example(example: Example) -> Features:
    """The features as ``meaning`` would see them."""
    from stk_graph.knowledge.meaning import stated_sources

    prepared = prepare(example.text, example.use)
    found = [item for source in stated_sources() for item in source.evidence(prepared)]
    return seen(prepared, found)


class TextMatrix:
    """Which texts hold which feature, and how much a feature counts.

    ``least`` is the number of texts a feature must stand in; pairs of words that are not
    neighbours must always stand in two.
    """

    def __init__(self, seen: Sequence[Features], least: int = 1) -> None:
        import numpy as np

        self.count = len(seen)
        self.length = np.sqrt(np.array([max(1.0, item.size) for item in seen], dtype=np.float32))
        texts: dict[int, list[int]] = {}
        self.value: dict[int, float] = {}
        for at, item in enumerate(seen):
            for feature, value in item.values.items():
                texts.setdefault(feature, []).append(at)
                self.value[feature] = value
        self.texts = {
            feature: np.array(texts[feature])
            for feature in sorted(texts)
            if len(texts[feature]) >= (2 if self.value[feature] == VALUES[NEAR_PAIR] else least)
        }

    def weight(self, feature: int) -> float:
        """The value of the feature's kind times its rarity squared."""
        import numpy as np

        rarity = np.log(self.count / len(self.texts[feature]))
        return float(self.value[feature] * rarity * rarity)

    def likeness(self) -> "Numbers":
        """How much every two texts share, in 0 to a few units; texts × texts."""
        import numpy as np

        shared = np.zeros((self.count, self.count), dtype=np.float32)
        common = [feature for feature, texts in self.texts.items() if len(texts) > COMMON]
        for feature, texts in self.texts.items():
            if len(texts) <= COMMON:
                shared[np.ix_(texts, texts)] += self.weight(feature)
        for first in range(0, len(common), BLOCK):
            block = np.zeros((self.count, BLOCK), dtype=np.float32)
            for column, feature in enumerate(common[first : first + BLOCK]):
                block[self.texts[feature], column] = np.sqrt(self.weight(feature))
            shared += block @ block.T
        shared /= self.length[:, None]
        shared /= self.length[None, :]
        return shared

    def rows(self, pulls: "Numbers") -> "Iterator[Numbers]":
        """For each feature the weight of each kind, from the pull of each text on each kind."""
        scaled = pulls / self.length[:, None]
        for feature, texts in self.texts.items():
            yield self.weight(feature) * scaled[texts].sum(axis=0)

    def naive_rows(self, wanted: "Numbers") -> "Iterator[Numbers]":
        """For each feature how rare it is in the texts of all other kinds, for each kind."""
        import numpy as np

        scaled = wanted / self.length[:, None]
        values = [np.sqrt(self.value[feature]) for feature in self.texts]
        counts = [
            value * scaled[texts].sum(axis=0)
            for value, texts in zip(values, self.texts.values(), strict=True)
        ]
        whole = sum(row.sum() for row in counts)
        others = whole - np.sum(counts, axis=0) + SMOOTHING * len(counts)
        for value, row in zip(values, counts, strict=True):
            yield -value * np.log((row.sum() - row + SMOOTHING) / others)


def targets(examples: Sequence[Example], kinds: Sequence[str]) -> "Numbers":
    """The share of each kind in each text; rows sum to 1."""
    import numpy as np

    column = {kind: at for at, kind in enumerate(kinds)}
    wanted = np.zeros((len(examples), len(kinds)), dtype=np.float32)
    for at, example in enumerate(examples):
        for kind, share in zip(example.kinds, SHARES, strict=False):
            wanted[at, column[kind]] = share
    shares: Numbers = wanted / wanted.sum(axis=1, keepdims=True)
    return shares


def fitted(likeness: "Numbers", wanted: "Numbers", counts: "Numbers | None" = None) -> "Numbers":
    """The pull of each text on each kind: accelerated gradient steps on the penalised softmax.

    ``counts`` says what each text counts, at most 1.
    """
    import numpy as np

    step = 1.0 / (_largest_eigenvalue(likeness) / 2 + PENALTY)
    pulls = ahead = np.zeros_like(wanted)
    pace = 1.0
    for _ in range(STEPS):
        missed = softmax(likeness @ ahead) - wanted
        error = (missed if counts is None else counts[:, None] * missed) + PENALTY * ahead
        following = ahead - step * error
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = following + (pace - 1) / faster * (following - pulls)
        pulls, pace = following, faster
    return pulls


def softmax(values: "Numbers") -> "Numbers":
    """Shares that sum to 1 in each row."""
    import numpy as np

    risen = np.exp(values - values.max(axis=1, keepdims=True))
    shares: Numbers = risen / risen.sum(axis=1, keepdims=True)
    return shares


def _largest_eigenvalue(matrix: "Numbers") -> float:
    """By 20 steps of the power method, rounded up a little."""
    import numpy as np

    vector = np.ones(len(matrix), dtype=matrix.dtype)
    size = 1.0
    for _ in range(20):
        vector = matrix @ vector
        size = float(np.sqrt((vector * vector).sum()))
        vector /= size
    return size * 1.05


Rows = dict[int, list[tuple[int, int]]]


def quantised(rows: "Mapping[int, Numbers]") -> tuple[Rows, float]:
    """Rows of (index of kind, -127 to 127) and the value of one unit.

    The order of kinds does not change when all get the same: the median is taken off, so that
    most kinds have no weight and need no place.
    """
    import numpy as np

    centred = {feature: np.round(row - np.median(row), 9) for feature, row in rows.items()}
    largest = sorted(float(np.abs(row).max()) for row in centred.values())
    scale = float(np.float32(largest[int(CLIPPED * (len(largest) - 1))] / LARGEST))
    found: Rows = {}
    for feature, row in centred.items():
        units = np.clip(np.rint(row / scale), -LARGEST, LARGEST).astype(int)
        loud = np.flatnonzero(np.abs(units) > SILENT)
        kept = [(int(kind), int(units[kind])) for kind in loud]
        if max((abs(unit) for _kind, unit in kept), default=0) > QUIET:
            found[feature] = kept
    return found, scale


def trained(examples: Sequence[Example]) -> bytes:
    """The bytes of the file of weights that these examples give."""
    kinds = sorted({kind for example in examples for kind in example.kinds})
    matrix = TextMatrix([features_of_example(example) for example in examples])
    wanted = targets(examples, kinds)
    fine = matrix.rows(fitted(matrix.likeness(), wanted))
    naive = matrix.naive_rows(wanted)
    both = {
        feature: SHARPNESS * (one + NAIVE_COUNTS * other)
        for feature, one, other in zip(matrix.texts, fine, naive, strict=True)
    }
    rows, scale = quantised(both)
    return packed(kinds, rows, scale)


def trained_occasions(sentences: Iterable[CaseSentence]) -> bytes:
    """The bytes of the file of weights of occasions that these sentences give."""
    examples = [
        Example(case.text, Use.CASE, case.occasions) for case in sentences if case.occasions
    ]
    matrix = TextMatrix([telling(features_of_example(example)) for example in examples], least=2)
    keys = sorted({key for example in examples for key in example.kinds})
    rows = matrix.naive_rows(targets(examples, keys))
    scaled, scale = quantised(dict(zip(matrix.texts, rows, strict=True)))
    return packed(keys, scaled, scale)


def trained_dangers(counted: Iterable[tuple[Example, float]]) -> bytes:
    """The bytes of the file of weights of dangers that these examples give."""
    import numpy as np

    pairs = list(counted)
    examples = [example for example, _count in pairs]
    counts = np.array([count for _example, count in pairs], dtype=np.float32)
    matrix = TextMatrix([features_of_example(example) for example in examples], least=2)
    labels = sorted({example.kinds[0] for example in examples})
    rows = matrix.rows(fitted(matrix.likeness(), targets(examples, labels), counts))
    scaled, scale = quantised(dict(zip(matrix.texts, rows, strict=True)))
    return packed(labels, scaled, scale)


def main() -> None:
    """Writes the weights of offer kinds, of occasions and of dangers."""
    examples = all_examples()
    OFFER_KINDS.write_bytes(trained(examples))
    OCCASIONS.write_bytes(trained_occasions(case_sentences()))
    DANGERS.write_bytes(trained_dangers(danger_examples()))
    files = (OFFER_KINDS, OCCASIONS, DANGERS)
    sizes = ", ".join(f"{path.name} {path.stat().st_size} bytes" for path in files)
    sys.stdout.write(f"{len(examples)} texts, {sizes}\n")


if __name__ == "__main__":
    main()
