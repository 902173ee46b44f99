"""Reads hints at danger in a case: signs that are each weak add up, harmless settings weaken them.

Strength of a sign is ``-ln(1 - weight)``, so that strengths of independent signs are summed and
two signs of 0.4 weigh 0.64 together. Signs that share a telling word count once, with the larger
weight; who acts or suffers ("Kind", "er") may be shared.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import msgspec

from stk_graph.case.safety_book import SETTING, UNDO, Slots, Span, book
from stk_graph.knowledge.evidence import About, Evidence
from stk_graph.model.enums import Safety
from stk_graph.text.words import Word
from stk_graph.times.age_mention_kinds import AgeMention
from stk_graph.vocabulary import occasions

REACH = 14
"""So many words lie at most between the first and the last word of a sign."""
UNDO_REACH = 7
JOINT = 0.75
"""Hints at several dangers that each stay below the limit alarm together from this weight."""
LIMIT = 0.55
AGAINST = -1.0
"""A text that sounds harmless outweighs no sign of a weight above 0.83."""
NO_ALARM = 0.5
EVIDENCE_AT_MOST = 0.6
"""Evidence from elsewhere alone is a hint that a harmless setting outweighs."""

WHO = frozenset({"CHILD", "MINOR", "CARER", "SELF", "SHE", "HE", "PARTNER", "ELDER", "OURS"})
OCCASION_OF = {
    Safety.CHILD_PROTECTION: "kinderschutz",
    Safety.VIOLENCE: "gewalt_partner",
    Safety.CRISIS: "suizid",
}
"""The occasion whose contacts answer a danger."""


class _Found(msgspec.Struct, frozen=True):
    about: str
    weight: float
    telling: frozenset[int]
    """Indexes of the words that say it, without those that say who."""


class Dangers(msgspec.Struct, frozen=True):
    """Dangers a text hints at with weights in 0 to 1, gravest first, and the words that say so."""

    weights: dict[Safety, float]
    evidence: tuple[Evidence, ...]


def dangers_in(
    text: str,
    words: list[Word],
    evidence: Iterable[Evidence] = (),
    ages: Iterable[AgeMention] = (),
    learned: Mapping[str, float] = MappingProxyType({}),
) -> Dangers:
    """Dangers that ``text`` hints at, those from 0.55 on.

    ``words`` and ``ages`` are those of the text. ``evidence`` is what else was read in it: what
    speaks for an occasion with a danger counts as one more sign. ``learned`` are logarithms of how
    much likelier each danger is than none; they are added to the strengths of the signs, but take
    no more than ``AGAINST`` away.
    """
    signs = list(_found(words, ages))
    found = [*signs, *_from_evidence(words, evidence)]
    undone = frozenset[int]().union(*(item.telling for item in found if item.about == UNDO))
    harmless = _strength(item for item in found if item.about == SETTING)
    strengths = {
        danger: _strength(
            item for item in found if item.about == danger and not item.telling & undone
        )
        + max(learned.get(danger, 0.0), AGAINST)
        for danger in OCCASION_OF
    }
    alarming = _alarming(
        {
            danger: 1 - math.exp(harmless - strength)
            for danger, strength in strengths.items()
            if strength > harmless
        }
    )
    telling = [item for item in signs if item.about in alarming and not item.telling & undone]
    return Dangers(alarming, tuple(_said(telling, text, words)))


def with_dangers(found: Mapping[str, float], dangers: Mapping[Safety, float]) -> dict[str, float]:
    """The weights of occasions, with those that stand for a danger set by ``dangers``.

    Of a danger the text hints at, the occasion that it tells of has at least that weight, else the
    one that answers such a danger in general; an occasion of a danger it does not hint at keeps
    less than what raises an alarm.
    """
    merged = {
        key: weight if _danger_of(key) in (None, *dangers) else min(weight, NO_ALARM)
        for key, weight in found.items()
    }
    for danger, weight in dangers.items():
        told = [key for key in merged if _danger_of(key) is danger]
        key = max(told, key=lambda key: (merged[key], key), default=OCCASION_OF[danger])
        merged[key] = max(merged.get(key, 0.0), round(weight, 4))
    return merged


def _said(signs: Iterable[_Found], text: str, words: list[Word]) -> Iterator[Evidence]:
    """The words of the signs; words that follow each other are one piece of evidence."""
    for sign in signs:
        key = OCCASION_OF[Safety(sign.about)]
        for at in sorted(sign.telling):
            if at - 1 in sign.telling:
                continue
            last = next(end for end in itertools.count(at) if end + 1 not in sign.telling)
            start, end = words[at].start, words[last].end
            yield Evidence(start, end, text[start:end], About.OCCASION, key, sign.weight)


def _danger_of(occasion: str) -> Safety | None:
    row = occasions().get(occasion)
    danger = Safety(row.safety) if row is not None and row.safety else None
    return danger if danger in OCCASION_OF else None


def _from_evidence(words: list[Word], evidence: Iterable[Evidence]) -> Iterator[_Found]:
    for item in evidence:
        danger = _danger_of(item.key) if item.about is About.OCCASION else None
        if danger is not None:
            telling = frozenset(
                at for at, word in enumerate(words) if item.start <= word.start < item.end
            )
            yield _Found(danger, min(item.weight, EVIDENCE_AT_MOST), telling)


def _alarming(weights: Mapping[Safety, float]) -> dict[Safety, float]:
    alarming = {danger: weight for danger, weight in weights.items() if weight >= LIMIT}
    if not alarming and weights:
        joint = 1 - math.prod(1 - weight for weight in weights.values())
        if joint >= JOINT:
            strongest = max(weights, key=lambda danger: weights[danger])
            alarming = {strongest: LIMIT}
    return alarming


def _strength(found: Iterable[_Found]) -> float:
    """The sum of what signs without a common telling word say, the weightiest first."""
    total, used = 0.0, set[int]()
    for item in sorted(found, key=lambda item: (-item.weight, len(item.telling))):
        if not item.telling & used:
            used |= item.telling
            total -= math.log(1 - item.weight)
    return total


def _found(words: list[Word], ages: Iterable[AgeMention]) -> Iterator[_Found]:
    filled = Slots(words, ages).filled
    for sign in book().signs(filled):
        reach = UNDO_REACH if sign.about == UNDO else REACH
        spans = _together([filled[slot] for slot in sign.slots], reach)
        if spans is not None:
            yield _Found(sign.about, sign.weight, _telling(sign.slots, spans))


def _telling(slots: tuple[str, ...], spans: list[Span]) -> frozenset[int]:
    who = all(slot in WHO for slot in slots)
    return frozenset(
        at
        for slot, (first, last) in zip(slots, spans, strict=True)
        if who or slot not in WHO
        for at in range(first, last + 1)
    )


def _together(places: list[list[Span]], reach: int) -> list[Span] | None:
    """A place for every slot, no two of them overlapping, as close as possible to the first."""
    for start in places[0]:
        taken = [start]
        for candidates in places[1:]:
            free = [span for span in candidates if all(_apart(span, used) for used in taken)]
            if not free:
                break
            taken.append(min(free, key=lambda span: abs(span[0] - start[0])))
        else:
            first, last = min(span[0] for span in taken), max(span[1] for span in taken)
            if last - first <= reach:
                return taken
    return None


def _apart(one: Span, other: Span) -> bool:
    return one[1] < other[0] or other[1] < one[0]
