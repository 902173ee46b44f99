"""Pure functions on German text.

What every part needs stands here. What reads the vocabulary is imported from its own module:
``terms`` (find_terms), ``synonym_groups`` (synonym_group, related_terms), ``compounds``
(split_compound), ``personal`` (personal data in free text).
"""

from stk_graph.text.clean import clean
from stk_graph.text.fold import FOLD_VERSION, fold, loose, tokens
from stk_graph.text.gender import base_word, neutral
from stk_graph.text.inflection import loose_root
from stk_graph.text.stem import stem

__all__ = [
    "FOLD_VERSION",
    "base_word",
    "clean",
    "fold",
    "loose",
    "loose_root",
    "neutral",
    "stem",
    "tokens",
]
