"""Whom the texts of an offer address: only groups it says it is for, not those it mentions."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from stk_graph.model.enums import YesNo
from stk_graph.text import fold
from stk_graph.text.terms import find_terms
from stk_graph.text.words import words_of
from stk_graph.vocabulary import compound_heads, target_groups

TARGET_GROUP = "target_group"
SHORTEST_FIRST = 4
LONGEST_LIST = 160
OF_ONE_GENDER = frozenset({"maedchen_frauen", "jungen_maenner"})
"""Both together are everybody: "Mädchen und Jungen"."""
SITUATIONS = frozenset(
    {"zugewanderte", "gefluechtete", "menschen_mit_behinderung", "erwerbslose", "wohnungslose"}
)
"""Groups that say in what situation people are, whoever they are."""

_CUE = re.compile(
    r"(?i)\b(?:für|fuer)\b"
    r"|\b(?:richtet|richten|wendet|wenden)\s+sich\b[^.;:!?\n]{0,40}?\ban\b"
    r"|\b(?:zielgruppen?|adressat\w*|teilnehmende)\s*:"
    r"|\b(?:willkommen|eingeladen)\s+sind\b"
)
"""Words after which an offer names whom it is for."""
_END = re.compile(
    r"(?i)[.;:!?\n()–]"
    r"|,\s*(?:die|der|deren|dessen|denen|das|welche\w*|wenn|weil|damit|um|wo|deshalb|ob)\b"
    r"|\s(?:mit|ohne|bei|beim|in|im|aus|auf|gegen|nach|wie|werden|sind|zu|zur|zum|an|am|durch"
    r"|von|vom|ab|unter|über|zwischen|bis|rund|statt|während|seit|im\salter)\b"
)
"""Where the names of those addressed end: what follows says more about them or something else."""
_DENIED = re.compile(r"(?i)\b(?:nicht|kein\w*|außer|weder|noch|statt)\b[^.;,:!?\n]{0,30}$")
_SEPARATOR = re.compile(r"(?i),|/|&|\b(?:und|oder|sowie|bzw\.?|u\.|auch)(?!\w)")
_NOUN = re.compile(r"\b[A-ZÄÖÜ][\wäöüß]+")
_AGE = re.compile(
    r"(?i)(?:von|ab|bis|zwischen|unter|über)\s+(?:\d|ein|zwei|drei|vier|fünf"
    r"|sechs|sieben|acht|neun|zehn|elf|zwölf)"
)
_AGE_FOLLOWS = re.compile(rf"(?i),?\s*(?:im alter\s+)?{_AGE.pattern.removeprefix('(?i)')}")
_NOT_MEANT = re.compile(r"(?i)\b(?:mit|ohne|von|als|durch|nicht|kein\w*|außer)\s+(?:\w+\s+){0,2}$")
_WITH = re.compile(r"(?i)\s+(?:mit|in|im|ohne)\s+(?:[a-zäöüß]+\s+)?")
_PAIR = re.compile(r"(?i)\s+(?:und|oder|&)\s+$")


class _Group(NamedTuple):
    """A group named in a text, and where."""

    start: int
    end: int
    key: str


def groups_of_title(title: str) -> list[str]:
    """The groups a title names, also as the first part of a word: ``Mädchentreff``."""
    found = [group.key for group in _groups(title)]
    for word in words_of(title):
        folded = fold(title[word.start : word.end])
        for head in _heads() if folded.endswith(_heads()) else ():
            first = folded.removesuffix(head)
            if SHORTEST_FIRST <= len(first) < len(folded):
                found += [group.key for group in _groups(first) if group.start == 0]
    return list(dict.fromkeys(found))


def groups_addressed(text: str) -> list[str]:
    """The groups a description says the offer is for, or names with their age.

    "Für Mädchen", "richtet sich an Eltern", "Jungs von 11 bis 16"; but not "Ehrenamtliche besuchen
    Familien", "nicht für Kinder" or "Eltern mit Kindern" (there only the parents).
    """
    found = set(_after_cues(text))
    if _AGE.search(text):
        found.update(_with_age(text, _groups(text)))
    keys = [group.key for group in sorted(found)]
    return list(dict.fromkeys(keys))


def _after_cues(text: str) -> Iterator[_Group]:
    for cue in _CUE.finditer(text):
        if not _DENIED.search(text, max(0, cue.start() - 60), cue.start()):
            yield from _beginning_with(text, cue.end())


def _beginning_with(text: str, begin: int) -> Iterator[_Group]:
    """The groups of the list that begins here, each the noun of its item."""
    limit = min(len(text), begin + LONGEST_LIST)
    named = [
        group._replace(start=group.start + begin, end=group.end + begin)
        for group in _groups(text[begin:limit])
    ]
    stops = (stop.start() for stop in _END.finditer(text, begin, limit))
    end = next(
        (at for at in stops if not any(group.start <= at < group.end for group in named)), limit
    )
    found = [
        group
        for group in named
        if begin <= group.start < end and _is_the_noun(text[begin : group.start], begin, named)
    ]
    if found and (more := _said_more(text, end, named)):
        found.append(more)
    of_both = {group.key for group in found} >= OF_ONE_GENDER
    yield from (group for group in found if not (of_both and group.key in OF_ONE_GENDER))


def _said_more(text: str, end: int, named: Sequence[_Group]) -> _Group | None:
    """The situation of those addressed: ``mit Autismus`` after ``Kinder``."""
    after = next((group for group in named if group.start >= end), None)
    if after is None or after.key not in SITUATIONS:
        return None
    return after if _WITH.fullmatch(text, end, after.start) else None


def _is_the_noun(before: str, offset: int, named: Sequence[_Group]) -> bool:
    """Whether nothing of another kind stands before a group in its item (``Betreuung der``)."""
    item = max((mark.end() for mark in _SEPARATOR.finditer(before)), default=0)
    return all(
        any(group.start <= offset + noun.start() < group.end for group in named)
        for noun in _NOUN.finditer(before, item)
    )


def _with_age(text: str, named: Sequence[_Group]) -> Iterator[_Group]:
    ends = {group.end: group for group in named}
    for group in named:
        before = text[max(0, group.start - 60) : group.start]
        joined = _PAIR.search(before)
        other = ends.get(group.start - len(joined[0])) if joined else None
        of_both = other is not None and {other.key, group.key} == OF_ONE_GENDER
        if _AGE_FOLLOWS.match(text, group.end) and not of_both and not _NOT_MEANT.search(before):
            yield group


@lru_cache(maxsize=4096)
def _groups(text: str) -> tuple[_Group, ...]:
    """The groups a text names, also where a term for an offer is the label of a group."""
    found = []
    for hit in find_terms(text):
        key = hit.key if hit.kind == TARGET_GROUP else _labels().get(fold(hit.term))
        if key is not None and key in target_groups():
            found.append(_Group(hit.start, hit.end, str(key)))
    return tuple(found)


@cache
def _labels() -> dict[str, str]:
    return {fold(row.label_de): key for key, row in target_groups().items()}


@cache
def _heads() -> tuple[str, ...]:
    """Second parts of words that name an offer: ``treff``, ``gruppe``."""
    return tuple(fold(head) for head, row in compound_heads().items() if row.offer is YesNo.YES)
