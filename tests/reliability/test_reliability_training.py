"""The learned weights in the package are those that the sentences in the package give."""

import pytest

from stk_graph.knowledge.examples import all_examples, danger_examples
from stk_graph.knowledge.training import trained, trained_dangers, trained_occasions
from stk_graph.knowledge.weights import DANGERS, OCCASIONS, OFFER_KINDS
from stk_graph.knowledge.written import case_sentences

STALE = "run `make knowledge`: what the weights see has changed"


@pytest.mark.nightly
def test_training_anew_gives_the_weights_of_offer_kinds_in_the_package() -> None:
    assert trained(all_examples()) == OFFER_KINDS.read_bytes(), STALE


@pytest.mark.nightly
def test_training_anew_gives_the_weights_of_occasions_in_the_package() -> None:
    assert trained_occasions(case_sentences()) == OCCASIONS.read_bytes(), STALE


@pytest.mark.nightly
def test_training_anew_gives_the_weights_of_dangers_in_the_package() -> None:
    assert trained_dangers(danger_examples()) == DANGERS.read_bytes(), STALE
