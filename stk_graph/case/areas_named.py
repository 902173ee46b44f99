"""Which area a text names: ``aus den Neuen Höfen``."""

from collections.abc import Iterable, Sequence

from stk_graph.model import Area
from stk_graph.text import tokens
from stk_graph.text.inflection import without_ending
from stk_graph.text.words import Word


def area_in(words: Sequence[Word], areas: Iterable[Area]) -> str | None:
    """Id of the area whose name or alias stands in the text; of several the longest name wins.

    The words of a name of more than one may be inflected.
    """
    written = _joined(word.folded for word in words)
    uninflected = _joined(word.short for word in words)
    named = [
        (len(name), area.id)
        for area in areas
        for name in (area.name, *area.aliases)
        if (parts := tokens(name))
        and (
            _joined(parts) in written
            or (len(parts) > 1 and _joined(map(without_ending, parts)) in uninflected)
        )
    ]
    return max(named)[1] if named else None


def _joined(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "
