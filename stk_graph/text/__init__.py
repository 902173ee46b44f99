"""Pure functions on German text: clean, fold, stem, split, and the terms of the vocabulary."""

from stk_graph.text.clean import clean
from stk_graph.text.fold import FOLD_VERSION, fold, loose, tokens

__all__ = ["FOLD_VERSION", "clean", "fold", "loose", "tokens"]
