"""The learned weights in the package are those that the sentences in the package give."""

import pytest

from stk_graph.knowledge.training import named_examples, trained, written_examples
from stk_graph.knowledge.weights import PATH


@pytest.mark.nightly
def test_training_anew_gives_the_bytes_of_the_package() -> None:
    again = trained([*written_examples(), *named_examples()])
    assert again == PATH.read_bytes(), "run `make knowledge`: what the weights see has changed"
