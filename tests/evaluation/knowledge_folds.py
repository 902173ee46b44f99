"""Measures what the weights understand of sentences they were not trained on.

``python -m tests.evaluation.knowledge_folds`` trains five times without a fifth of the written
sentences and prints how often a right kind is first and among the first three: by what is stated
alone, by the learned weights alone, and by both together.
"""

import json
from binascii import crc32
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from stk_graph.case.understand import kinds_of
from stk_graph.knowledge import Use, meaning
from stk_graph.knowledge.examples import (
    Example,
    named_examples,
    phrase_examples,
    written_examples,
)
from stk_graph.knowledge.learned import read
from stk_graph.knowledge.meaning import evidence_in, stated_sources
from stk_graph.knowledge.pooling import pooled
from stk_graph.knowledge.training import trained
from stk_graph.knowledge.weights import Weights, opened

FOLDS = 5


class Read(NamedTuple):
    """A sentence with the weights of kinds by what is stated, by learning and by both."""

    example: Example
    stated: Mapping[str, float]
    learned: Mapping[str, float]
    both: Mapping[str, float]


def fold_of(example: Example) -> int:
    """The fold of a sentence, by its letters: always the same."""
    return crc32(example.text.encode()) % FOLDS


def read_unseen(example: Example, table: Weights) -> Read:
    """What is understood of a sentence with weights that were trained without it."""
    found = meaning(example.text, example.use)
    case = example.use is Use.CASE
    stated = kinds_of(found.occasions, found.offer_kinds) if case else found.offer_kinds
    every = evidence_in(found.prepared, stated_sources())
    scores = read(found.prepared, every, table).scores
    return Read(example, stated, scores, pooled(scores, stated, example.use))


def all_read() -> Iterator[Read]:
    """Every written sentence, read with weights trained on the other folds."""
    written = list(written_examples())
    others = [*named_examples(), *phrase_examples()]
    with TemporaryDirectory() as folder:
        for fold in range(FOLDS):
            path = Path(folder) / f"{fold}.bin"
            seen = [example for example in written if fold_of(example) != fold]
            path.write_bytes(trained([*seen, *others]))
            table = opened(path)
            for example in written:
                if fold_of(example) == fold:
                    yield read_unseen(example, table)


def share_right(found: list[tuple[Example, Mapping[str, float]]], first: int) -> float:
    """The share of sentences with a right kind among the ``first`` ones."""
    hits = 0
    for example, weights in found:
        best = sorted(weights, key=lambda kind: (-weights[kind], kind))[:first]
        hits += bool(set(best) & set(example.kinds))
    return round(hits / len(found), 3)


def report() -> str:
    """The shares as JSON, by use and by what was asked."""
    found = list(all_read())
    figures = {
        use.value: {
            name: [
                share_right(
                    [
                        (item.example, getattr(item, name))
                        for item in found
                        if item.example.use is use
                    ],
                    first,
                )
                for first in (1, 3)
            ]
            for name in ("stated", "learned", "both")
        }
        for use in Use
    }
    return json.dumps(figures, indent=1)


if __name__ == "__main__":
    print(report())  # noqa: T201 - this is what the command is for
