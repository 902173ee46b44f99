"""From expanded words to groups of hits: which queries are asked, in which order, and when enough
is found."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from db.search_expansion import Expander, Expansion
from db.search_query import Condition, Group, Row, matching
from db.search_spelling import as_spelled, spelled_first

BUDGET = 1000
"""Documents of the rarest word up to which hits are ranked; beyond it the first found are shown."""

MOST_OF_ANY = 40
"""Words of a query that asks for any of its words."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found. ``kind`` is its table, ``score`` the higher the better.

    The score compares hits of one group of one answer, nothing else.
    """

    kind: str
    uid: str
    title: str
    score: float = 0.0
    _words: frozenset[str] = frozenset()
    _text: str = ""

    @property
    def why(self) -> tuple[str, ...]:
        """The words of the record that were searched for, folded, in their order."""
        found = (word for word in self._text.split() if word in self._words)
        return tuple(dict.fromkeys(found))


class SearchAnswer(NamedTuple):
    """The groups of hits, each with its own limit and no record twice.

    ``direct`` have the words, ``related`` (Verwandt) words of the same meaning, ``did_you_mean``
    words like a mistyped one; ``meant`` are those words as the best hit spells them. ``more``:
    there are more direct hits than shown. ``all_words`` False: no record has all the words, these
    have some.
    """

    direct: tuple[Hit, ...] = ()
    related: tuple[Hit, ...] = ()
    did_you_mean: tuple[Hit, ...] = ()
    meant: tuple[str, ...] = ()
    more: bool = False
    all_words: bool = True


class Finder:
    """Answers one query of folded tokens."""

    def __init__(
        self, connection: sqlite3.Connection, expander: Expander, where: Condition, k: int
    ) -> None:
        self._connection = connection
        self._expander = expander
        self._total = expander.vocabulary.total
        self._where = where
        self._k = k

    def answer(self, tokens: Sequence[str], related: int) -> SearchAnswer:
        """All groups; at most seven queries to the index."""
        typed = [self._expander.expand(token) for token in tokens]
        used = [part for one in typed for part in (one.parts or (one,))]
        direct = self._in_tiers([one.tiers for one in used], tokens)
        near = self._related(typed, tokens, direct) if related else {}
        if direct or near:
            return SearchAnswer(
                hits(direct, self._k), hits(near, related), more=len(direct) > self._k
            )
        meant = self._meant(used)
        if meant.did_you_mean:
            return meant
        some = self._any_word(used) if len(used) > 1 else {}
        return SearchAnswer(hits(some, self._k), more=len(some) > self._k, all_words=not some)

    def _in_tiers(self, tiers: Sequence[Sequence[Group]], tokens: Sequence[str]) -> "Found":
        """Documents with a word of every tuple, from the narrowest tier until enough are found."""
        found: Found = {}
        before: list[Group] = []
        for groups in map(list, zip(*tiers, strict=True)):
            if not all(groups) or groups == before:
                continue
            self._add(found, groups, tokens)
            if len(found) > self._k:
                break
            before = groups
        return found

    def _add(self, found: "Found", groups: list[Group], tokens: Sequence[str] = ()) -> None:
        ranked = min(map(self._total, groups)) <= BUDGET
        rows = matching(self._connection, groups, self._where, ranked=ranked)
        words = frozenset(word for group in groups for word in group)
        for row in spelled_first(rows, tokens):
            found.setdefault(row.id, (row, words))

    def _related(
        self, typed: Sequence[Expansion], tokens: Sequence[str], direct: "Found"
    ) -> "Found":
        """Documents in which words of the same meaning stand in for some of those typed."""
        found: Found = {}
        if any(one.related for one in typed):
            groups: list[Group] = []
            for one in typed:
                if one.related or not one.parts:
                    groups.append(tuple(dict.fromkeys((*one.inside, *one.related))))
                else:
                    groups += [part.inside for part in one.parts]
            if all(groups):
                self._add(found, groups)
        together = self._expander.related_to_all(tokens)
        if together:
            self._add(found, [together])
        return {number: entry for number, entry in found.items() if number not in direct}

    def _meant(self, used: Sequence[Expansion]) -> SearchAnswer:
        """Documents with words like those that no document has, the likeliest words first."""
        slips = [one for one in used if one.nearly]
        if not slips:
            return SearchAnswer()
        best = [one.inside or one.nearly[:1] for one in used]
        wide = [one.inside or one.nearly for one in used]
        found = self._in_tiers([*zip(best, wide, strict=True)], ())
        return SearchAnswer(
            did_you_mean=hits(found, self._k),
            meant=tuple(_meant_word(one.nearly, found) for one in slips) if found else (),
        )

    def _any_word(self, used: Sequence[Expansion]) -> "Found":
        """Documents with any of the words, the rarest words first and only as many as are quick."""
        count = self._expander.vocabulary.count
        words = sorted({word for one in used for word in one.inside or one.nearly}, key=count)
        found: Found = {}
        kept: list[str] = []
        total = 0
        for word in words[:MOST_OF_ANY]:
            total += count(word)
            if kept and total > BUDGET:
                break
            kept.append(word)
        if kept:
            self._add(found, [kept])
        return found


Found = dict[int, tuple[Row, frozenset[str]]]
"""Documents by id in the order of the answer, with the words that were asked for."""


def hits(found: Found, most: int) -> tuple[Hit, ...]:
    """The first hits of what was found."""
    return tuple(
        Hit(row.kind, row.uid, row.label, -row.rank, words, row.text)
        for row, words in list(found.values())[:most]
    )


def _meant_word(words: Iterable[str], found: Found) -> str:
    row, _words = next(iter(found.values()))
    there = set(row.text.split())
    word = next((word for word in words if word in there), next(iter(words)))
    return as_spelled(word, row.label)


def unique(many: Iterable[Hit]) -> Iterator[Hit]:
    """The hits without those whose record came before."""
    seen: set[str] = set()
    for hit in many:
        if hit.uid not in seen:
            seen.add(hit.uid)
            yield hit
