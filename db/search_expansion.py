"""What one typed word may stand for in the index, from the same word to its synonyms."""

from collections.abc import Iterable, Sequence

import msgspec

from db.search_group import WIDE, Group
from db.search_vocabulary import Vocabulary
from stk_graph.text import loose, loose_root
from stk_graph.text.compounds import split_compound
from stk_graph.text.synonym_groups import groups_of, related_terms

MOST_WORDS = 40
"""Words of one group of a query that are named one by one; the closest in length are kept."""

MIN_INSIDE = 4
"""A shorter word is not looked for inside of others."""

MIN_PART = 4
MAX_CACHED = 2000
NOTHING = Group()


class Expansion(msgspec.Struct, frozen=True):
    """What one typed word may stand for.

    ``forms`` are the word and its inflections, ``longer`` those and words that begin with it,
    ``inside`` all these and words that have it inside. ``parts`` stand in for a compound nobody
    uses, ``nearly`` for a slip of the finger, likeliest word first. ``related`` are words and
    phrases of the same meaning.
    """

    token: str
    forms: Group
    longer: Group
    inside: Group
    parts: tuple["Expansion", ...] = ()
    nearly: tuple[str, ...] = ()
    related: Group = NOTHING


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

    def related_to_all(self, tokens: Sequence[str]) -> Group:
        """What means the same as several tokens together, unless one of them says so by itself."""
        joined = "".join(tokens)
        keys = groups_of(joined) if len(tokens) > 1 else ()
        if not keys or any(not set(keys).isdisjoint(groups_of(token)) for token in tokens):
            return NOTHING
        return self._group_of(related_terms(joined))

    def named(self, words: Iterable[str]) -> Group:
        """The group of just these words of the index."""
        given = tuple(words)
        return Group(given, total=self.vocabulary.total(given))

    def _expanded(self, token: str) -> Expansion:
        plain = msgspec.structs.replace(self._plain(token), related=self._related(token))
        if plain.inside or plain.related:
            return plain
        parts = self._parts(token)
        if parts or groups_of(token):
            return msgspec.structs.replace(plain, parts=parts)
        return msgspec.structs.replace(plain, nearly=tuple(self.vocabulary.nearly(loose(token))))

    def _plain(self, token: str) -> Expansion:
        words, key = self.vocabulary, loose(token)
        found = words.forms(token)
        forms = self.named(found)
        if key.isdigit() and len(key) < MIN_INSIDE:
            return Expansion(token, forms, forms, forms)
        longer = self._beginning(key, found)
        inside = longer
        if len(key) >= MIN_INSIDE:
            more = [word for word in words.containing(key) if word not in longer.words]
            more = self._closest(key, more)
            total = longer.total + words.total(more)
            inside = msgspec.structs.replace(
                longer, words=(*longer.words, *more), total=total, part=key
            )
        return Expansion(token, forms, longer, inside)

    def _beginning(self, key: str, forms: Iterable[str]) -> Group:
        """Words that begin with ``key``, and the forms that do not."""
        words = self.vocabulary
        others = tuple(word for word in forms if not word.startswith(key))
        total = words.total_beginning(key)
        found = Group(others, total=total + words.total(others))
        if total > WIDE:
            return msgspec.structs.replace(found, listed=self._listed(key), common=(key,))
        return msgspec.structs.replace(found, starts=(key,)) if total else found

    def _listed(self, start: str) -> tuple[str, ...]:
        return tuple(self._closest(start, self.vocabulary.beginning(start)))

    def _closest(self, key: str, words: Iterable[str]) -> list[str]:
        """The words closest in length, the commoner first."""
        size, count = len(key), self.vocabulary.count
        ordered = sorted(words, key=lambda word: (abs(len(word) - size), -count(word)))
        return ordered[:MOST_WORDS]

    def _parts(self, token: str) -> tuple[Expansion, ...]:
        parts = split_compound(token, self._is_known)
        return tuple(self._plain(part) for part in parts) if len(parts) > 1 else ()

    def _is_known(self, part: str) -> bool:
        return len(part) >= MIN_PART and self.vocabulary.knows_form(part)

    def _related(self, token: str) -> Group:
        """Of the token's own synonyms, else of the first part of the compound it is."""
        found = related_terms(token)
        if not found:
            parts = split_compound(token)
            found = related_terms(parts[0]) if len(parts) > 1 else ()
        return self._group_of(found)

    def _group_of(self, terms: Iterable[str]) -> Group:
        """Terms as the index knows them: single words also inside of longer ones, else phrases."""
        vocabulary = self.vocabulary
        words: dict[str, None] = {}
        starts: dict[str, int] = {}
        for term in terms:
            key = loose(term)
            if " " in key:
                if 0 < min(map(vocabulary.count, key.split())) <= WIDE:
                    words[key] = None
                continue
            root = loose_root(term)
            if len(root) < MIN_INSIDE:
                words.update(dict.fromkeys(vocabulary.forms(term)))
                continue
            if total := vocabulary.total_beginning(root):
                starts[root] = total
            words.update(dict.fromkeys(vocabulary.containing(root)))
        rest = [word for word in words if not word.startswith(tuple(starts))][:MOST_WORDS]
        total = vocabulary.total(rest) + sum(starts.values())
        common = tuple(start for start, number in starts.items() if number > WIDE)
        few = tuple(start for start in starts if start not in common)
        listed = tuple(word for start in common for word in self._listed(start))
        return Group(tuple(rest), few, total, listed, common=common)
