"""From expanded words to groups of hits: which queries are asked, in which order, and when enough
is found."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import msgspec

from db.search_expansion import Expander, Expansion
from db.search_group import Group, all_of
from db.search_query import Condition, Row, matching
from db.search_spelling import alike, as_spelled

BUDGET = 1000
"""Documents of the rarest word up to which hits are ranked; beyond it the first found are shown."""

TITLE_BUDGET = 4 * BUDGET
"""The same for hits in titles, which are a small part of all."""

SAMPLE = 40
"""Documents of common words that are looked at before their titles are searched."""

FEW = 200
"""Documents from which titles are asked first: often there is enough in them."""

LOOKED_AT = 50
"""Hits that are read if some are not spelled as typed, so that those that are can come first."""

OTHERS = 4
"""How many times more documents are read than shown as related, since some are direct hits."""

RARE = 60
"""Documents of the rarest word up to which only that one is asked for, and the others are looked
for in what it found: an index that is asked for many words takes longer than that."""

CHECKED = 200
"""Documents in which words are looked for so at most."""

MOST_OF_ANY = 40
"""Words of a query that asks for any of its words."""


class Hit(msgspec.Struct, frozen=True):
    """A record that was found. ``kind`` is its table, ``score`` the higher the better.

    The score compares hits of one group of one answer, nothing else.
    """

    kind: str
    uid: str
    title: str
    score: float = 0.0
    _groups: tuple[Group, ...] = ()
    _text: str = ""

    @property
    def why(self) -> tuple[str, ...]:
        """The words of the record that were searched for, folded, in their order."""
        words = {part for group in self._groups for word in group.words for part in word.split()}
        starts = tuple(start for group in self._groups for start in group.beginnings)
        found = (word for word in self._text.split() if word in words or word.startswith(starts))
        return tuple(dict.fromkeys(found))


class SearchAnswer(msgspec.Struct, frozen=True):
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


Found = dict[int, tuple[Row, tuple[Group, ...]]]
"""Documents by id in the order of the answer, with what was asked for."""


class Finder:
    """Answers one query of folded tokens."""

    def __init__(
        self, connection: sqlite3.Connection, expander: Expander, where: Condition, k: int
    ) -> None:
        self._connection = connection
        self._expander = expander
        self._where = where
        self._k = k

    def answer(self, tokens: Sequence[str], related: int) -> SearchAnswer:
        """All groups of the answer."""
        typed = [self._expander.expand(token) for token in tokens]
        used = [part for one in typed for part in (one.parts or (one,))]
        direct = self._in_tiers([(one.forms, one.longer, one.inside) for one in used], tokens)
        others = related if direct or not related else self._k
        near = self._related(typed, tokens, direct, others) if others else {}
        if direct or near:
            return SearchAnswer(
                hits(direct, self._k), hits(near, others), more=len(direct) > self._k
            )
        meant = self._meant(used)
        if meant.did_you_mean:
            return meant
        some = self._any_word(used) if len(used) > 1 else {}
        return SearchAnswer(hits(some, self._k), more=len(some) > self._k, all_words=not some)

    def _in_tiers(self, tiers: Sequence[Sequence[Group]], tokens: Sequence[str]) -> Found:
        """Documents with a word of every group, from the narrowest tier until enough are found."""
        found: Found = {}
        before = [0] * len(tiers)
        for groups in zip(*tiers, strict=True):
            totals = [group.total for group in groups]
            if not all(totals) or totals == before:
                continue
            self._add(found, groups, tokens)
            if len(found) > self._k:
                break
            before = totals
        return found

    def _add(self, found: Found, groups: tuple[Group, ...], tokens: Sequence[str] = ()) -> None:
        """Adds documents with a word of every group: those with all of them in the title first."""
        for find in self._passes(groups, TITLE_BUDGET, BUDGET):
            most = self._k + 1 + len(found)
            rows = find(most)
            if not all(alike(row, tokens) for row in rows):
                rows = sorted(find(max(most, LOOKED_AT)), key=lambda row: not alike(row, tokens))
            for row in rows:
                found.setdefault(row.id, (row, groups))
            if len(found) > self._k:
                return

    def _rows(
        self, groups: tuple[Group, ...], column: str, most: int, *, ranked: bool
    ) -> list[Row]:
        rarest = min(groups, key=lambda group: group.total)
        checked = [
            one for one in groups if one is not rarest and (one.wide or rarest.total <= RARE)
        ]
        if checked and ranked and not column:
            asked = [one for one in groups if one not in checked]
            rows = self._matching(column, asked, CHECKED, ranked=True)
            kept = [row for row in rows if all(one.stands_in(row.text) for one in checked)]
            if len(kept) > self._k or len(rows) < CHECKED:
                kept.sort(key=lambda row: -sum(one.stands_in(row.head) for one in checked))
                return kept[:most]
            ranked = False
        return self._matching(column, groups, most, ranked=ranked)

    def _matching(
        self, column: str, groups: Iterable[Group], most: int, *, ranked: bool
    ) -> list[Row]:
        expression = f"{column}({all_of(groups)})"
        return matching(self._connection, expression, self._where, ranked=ranked, most=most)

    def _passes(
        self, groups: tuple[Group, ...], for_title: int, for_all: int
    ) -> Iterator[Callable[[int], list[Row]]]:
        """How so many hits are found in titles, then in all texts; the first are often enough.

        Hits are ranked if the rarest word has no more documents than the two numbers. Before titles
        are searched for common words, some documents are looked at: if none has the words in its
        title, the search would go through all of them for next to nothing.
        """
        rarest = min(group.total for group in groups)
        in_titles = partial(self._rows, groups, "title : ", ranked=rarest <= for_title)
        in_all = partial(self._rows, groups, "", ranked=rarest <= max(for_all, FEW))
        if rarest <= TITLE_BUDGET:
            if rarest > FEW:
                yield in_titles
            yield in_all
            return
        sample = in_all(SAMPLE)
        if any(all(one.asked_in(row.head) for one in groups) for row in sample):
            yield in_titles
        yield lambda most: in_all(most) if len(sample) == SAMPLE < most else sample

    def _related(
        self, typed: Sequence[Expansion], tokens: Sequence[str], direct: Found, most: int
    ) -> Found:
        """Documents in which words of the same meaning stand in for some of those typed."""
        found: Found = {}
        groups: list[Group] = []
        if sum(bool(one.related) for one in typed) == 1:
            for one in typed:
                groups += [one.related] if one.related else _plain_groups(one)
        elif any(one.related for one in typed):
            for one in typed:
                groups += [_either(one)] if one.related else _plain_groups(one)
        if groups and all(groups):
            self._add_others(found, tuple(groups), most, direct)
        together = self._expander.related_to_all(tokens)
        if together and len(found) < most:
            self._add_others(found, (together,), most, direct)
        return found

    def _add_others(
        self, found: Found, groups: tuple[Group, ...], most: int, direct: Found
    ) -> None:
        """Adds documents with a word of every group that are no direct hits, shown or not."""
        asked = next(reversed(direct.values()))[1] if direct else ()
        for_title, for_all = (BUDGET, FEW) if direct else (TITLE_BUDGET, BUDGET)
        for find in self._passes(groups, for_title, for_all):
            for row in find(OTHERS * most):
                known = row.id in direct or row.id in found
                if not known and not (asked and all(one.stands_in(row.text) for one in asked)):
                    found[row.id] = row, groups
            if len(found) >= most:
                return

    def _meant(self, used: Sequence[Expansion]) -> SearchAnswer:
        """Documents with words like those that no document has, the likeliest words first."""
        slips = [one for one in used if one.nearly]
        if not slips:
            return SearchAnswer()
        named = self._expander.named
        tiers = [
            (one.inside, one.inside) if one.inside else (named(one.nearly[:1]), named(one.nearly))
            for one in used
        ]
        found = self._in_tiers(tiers, ())
        return SearchAnswer(
            did_you_mean=hits(found, self._k),
            meant=tuple(_meant_word(one.nearly, found) for one in slips) if found else (),
        )

    def _any_word(self, used: Sequence[Expansion]) -> Found:
        """Documents with any of the words, the rarest words first and only as many as are quick."""
        groups = sorted(
            (one.inside or self._expander.named(one.nearly) for one in used),
            key=lambda group: group.total,
        )
        words = [word for group in groups for word in (*group.words, *group.listed)][:MOST_OF_ANY]
        starts = [start for group in groups for start in group.starts]
        found: Found = {}
        if words or starts:
            total = sum(group.total for group in groups)
            self._add(found, (Group(tuple(words), tuple(starts), total),))
        return found


def _plain_groups(one: Expansion) -> list[Group]:
    return [part.inside for part in one.parts or (one,)]


def _either(one: Expansion) -> Group:
    """The word itself or one of the same meaning."""
    plain, related = one.inside, one.related
    return Group(
        tuple(dict.fromkeys((*plain.words, *related.words))),
        (*plain.starts, *related.starts),
        plain.total + related.total,
        (*plain.listed, *related.listed),
        common=(*plain.common, *related.common),
    )


def hits(found: Found, most: int) -> tuple[Hit, ...]:
    """The first hits of what was found."""
    return tuple(
        Hit(row.kind, row.uid, row.label, -row.rank, groups, row.text)
        for row, groups in list(found.values())[:most]
    )


def _meant_word(words: Sequence[str], found: Found) -> str:
    row, _groups = next(iter(found.values()))
    there = set(row.text.split())
    word = next((word for word in words if word in there), words[0])
    return as_spelled(word, row.label)


def unique(many: Iterable[Hit]) -> Iterator[Hit]:
    """The hits without those whose record came before."""
    seen: set[str] = set()
    for hit in many:
        if hit.uid not in seen:
            seen.add(hit.uid)
            yield hit
