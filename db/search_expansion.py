"""What one typed word may stand for in the index, from the same word to its synonyms."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db.search_vocabulary import Vocabulary
from stk_graph.text import loose
from stk_graph.text.compounds import split_compound
from stk_graph.text.synonym_groups import groups_of, related_terms

MOST_WORDS = 100
"""Words of one group of a query; the closest in length are kept."""

MIN_INSIDE = 4
"""A shorter word is not looked for inside of others."""

MIN_PART = 4
MAX_CACHED = 2000


class Expansion(NamedTuple):
    """The index words for one typed word.

    ``forms`` are the word and its inflections, ``longer`` those and words that begin with it,
    ``inside`` all these and words that have it inside. ``parts`` stand in for a compound nobody
    uses, ``nearly`` for a slip of the finger. ``related`` are words and phrases of the same
    meaning.
    """

    token: str
    forms: tuple[str, ...]
    longer: tuple[str, ...]
    inside: tuple[str, ...]
    parts: tuple["Expansion", ...] = ()
    nearly: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def tiers(self) -> tuple[tuple[str, ...], ...]:
        """The words from the narrowest to the widest tier."""
        return self.forms, self.longer, self.inside


class Expander:
    """Expands folded tokens over one vocabulary. Remembers single tokens, nothing else."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._known: dict[str, Expansion] = {}

    def forget(self) -> None:
        """Drops what was remembered."""
        self._known = {}

    def expand(self, token: str) -> Expansion:
        """What a folded token may stand for."""
        found = self._known.get(token)
        if found is None:
            if len(self._known) >= MAX_CACHED:
                self._known = {}
            found = self._known[token] = self._expanded(token)
        return found

    def related_to_all(self, tokens: Sequence[str]) -> tuple[str, ...]:
        """Index words and phrases that mean the same as several tokens together."""
        return self._indexed(related_terms("".join(tokens))) if len(tokens) > 1 else ()

    def _expanded(self, token: str) -> Expansion:
        plain = self._plain(token)
        related = self._related(token)
        if plain.inside:
            return plain._replace(related=related)
        parts = self._parts(token)
        if parts:
            return plain._replace(parts=parts, related=related)
        nearly = () if groups_of(token) else self.vocabulary.nearly(loose(token))
        return plain._replace(related=related, nearly=tuple(nearly))

    def _plain(self, token: str) -> Expansion:
        words, key = self.vocabulary, loose(token)
        forms = words.forms(token)
        if len(key) < 2 or (key.isdigit() and len(key) < MIN_INSIDE):
            return Expansion(token, *(tuple(forms),) * 3)
        longer = self._closest(key, [*forms, *words.beginning(key)], len(forms))
        root = longer
        if len(key) >= MIN_INSIDE:
            root = self._closest(key, [*longer, *words.containing(key)], len(longer))
        return Expansion(token, tuple(forms), tuple(longer), tuple(root))

    def _closest(self, key: str, words: list[str], kept: int) -> list[str]:
        """The first ``kept`` words and those closest in length, the commoner first."""
        unique = list(dict.fromkeys(words))
        if len(unique) <= MOST_WORDS:
            return unique
        size, count = len(key), self.vocabulary.count
        rest = sorted(unique[kept:], key=lambda word: (abs(len(word) - size), -count(word)))
        return (unique[:kept] + rest)[:MOST_WORDS]

    def _parts(self, token: str) -> tuple[Expansion, ...]:
        parts = split_compound(token, self._is_known)
        return tuple(self._plain(part) for part in parts) if len(parts) > 1 else ()

    def _is_known(self, part: str) -> bool:
        if len(part) < MIN_PART:
            return False
        words = self.vocabulary
        return loose(part) in words or bool(words.forms(part))

    def _related(self, token: str) -> tuple[str, ...]:
        """Of the token's own synonyms, else of the first part of the compound it is."""
        found = related_terms(token)
        if not found:
            parts = split_compound(token)
            found = related_terms(parts[0]) if len(parts) > 1 else ()
        return self._indexed(found)

    def _indexed(self, terms: Iterable[str]) -> tuple[str, ...]:
        """Terms as the index knows them: single words also inside of longer ones, else phrases."""
        words, found = self.vocabulary, dict[str, None]()
        for term in terms:
            key = loose(term)
            if " " in key:
                if all(word in words for word in key.split()):
                    found[key] = None
                continue
            near = words.forms(term)
            if len(key) >= MIN_INSIDE:
                near = [*near, *words.beginning(key), *words.containing(key)]
            found.update(dict.fromkeys(near))
        return tuple(found)[:MOST_WORDS]
