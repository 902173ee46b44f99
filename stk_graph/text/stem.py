"""Stems of German words: Snowball on the folded word, repeated until nothing changes, then loose.

One pass gives Kurs and Kurse different stems, the fixed point gives one.
"""

import sys
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from stk_graph.text.fold import loose

IRREGULAR = {
    "busse": "bus",
    "zentren": "zentrum",
    "praktika": "praktikum",
    "foren": "forum",
    "museen": "museum",
    "bueros": "buero",
    "cafes": "cafe",
    "camps": "camp",
    "kitas": "kita",
    "babys": "baby",
    "omas": "oma",
    "opas": "opa",
    "workshops": "workshop",
}
"""Plural endings, also of compounds, that the stemmer does not know, with their singular."""

_PACKAGE = "stk_graph_german_stemmer"
_LONGEST_IRREGULAR = max(map(len, IRREGULAR))
_SHORTEST_IRREGULAR = min(map(len, IRREGULAR))


@cache
def _stemmer() -> Callable[[str], str]:
    """The German stemmer alone: the package's own front door loads thirty more languages."""
    found = find_spec("snowballstemmer")
    if found is None or found.submodule_search_locations is None:
        raise ModuleNotFoundError(name="snowballstemmer")
    package = ModuleType(_PACKAGE)
    package.__path__ = found.submodule_search_locations
    sys.modules[_PACKAGE] = package
    stem_word: Callable[[str], str]
    stem_word = import_module(f"{_PACKAGE}.german_stemmer").GermanStemmer().stemWord
    return stem_word


def _singular(token: str) -> str:
    for length in range(_LONGEST_IRREGULAR, _SHORTEST_IRREGULAR - 1, -1):
        singular = IRREGULAR.get(token[-length:])
        if singular is not None:
            return token[:-length] + singular
    return token


@lru_cache(maxsize=65_536)
def stem(token: str) -> str:
    """The loose stem of a folded token (see ``fold``)."""
    stem_word = _stemmer()
    before, after = "", _singular(token)
    while after != before:
        before, after = after, stem_word(after)
    return loose(after)
