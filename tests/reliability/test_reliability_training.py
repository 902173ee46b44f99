"""The learned weights in the package are those that the sentences in the package give."""

import pytest

from stk_graph.knowledge.examples import all_examples
from stk_graph.knowledge.training import trained
from stk_graph.knowledge.weights import PATH


@pytest.mark.nightly
def test_training_anew_gives_the_bytes_of_the_package() -> None:
    again = trained(all_examples())
    assert again == PATH.read_bytes(), "run `make knowledge`: what the weights see has changed"
