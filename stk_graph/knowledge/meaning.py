"""Free text becomes meaning here and nowhere else: case search, import and duplicates all ask this.

Every source yields evidence with weights. A veto undoes what it overlaps ("blaue Flecken vom
Fußball"), a word that says no undoes what it denies. The rest is combined by one rule: evidence in
overlapping words counts once, with its largest weight; what remains is joined as independent
signs, ``1 - (1 - w1) * (1 - w2) * …``. So two signs beat one, and none can push above 1.

Beside what is stated so, learned weights score every offer kind (``learned``); ``pooled`` joins
both to one opinion.
"""

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from stk_graph.knowledge.evidence import About, Evidence, Prepared, Source, Use, prepare
from stk_graph.knowledge.learned import Reading, read
from stk_graph.knowledge.lexicon import Terms
from stk_graph.knowledge.negation import standing
from stk_graph.knowledge.phrases import Phrases
from stk_graph.times.age_mention_kinds import AgeMention

LONGEST_TEXT = 8_000


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """What a text speaks for: weights in 0 to 1 by key, strongest first, and the words behind it.

    ``offer_kinds`` are keys of synonyms.csv, ``occasions`` of occasions.csv, ``target_groups`` of
    target_groups.csv. Occasions are not unfolded into the offer kinds of their contacts.
    ``reading`` is what the learned weights say; None if they were not asked. ``named`` are the
    offer kinds of which a term of the vocabulary stands in the text and not only as a place.
    """

    offer_kinds: dict[str, float]
    occasions: dict[str, float]
    target_groups: dict[str, float]
    evidence: tuple[Evidence, ...]
    prepared: Prepared
    reading: Reading | None = None
    named: frozenset[str] = frozenset()


@cache
def stated_sources() -> tuple[Source, ...]:
    """The sources of what is stated: the phrases and the terms of the vocabulary."""
    return (Phrases(), Terms())


def meaning(
    text: str,
    use: Use = Use.CASE,
    from_sources: Sequence[Source] | None = None,
    ages: Iterable[AgeMention] | None = None,
) -> Meaning:
    """What ``text`` means. Only its first 8,000 characters are read.

    The learned weights are asked unless other sources are given. ``ages`` are those of the text if
    they were read before.
    """
    prepared = prepare(text[:LONGEST_TEXT], use, ages)
    found = evidence_in(prepared, stated_sources() if from_sources is None else from_sources)
    kept = standing(prepared, found)
    return Meaning(
        offer_kinds=combined(kept, About.OFFER_KIND),
        occasions=combined(kept, About.OCCASION),
        target_groups=combined(kept, About.TARGET_GROUP),
        evidence=tuple(sorted(kept, key=lambda item: (item.start, -item.weight))),
        prepared=prepared,
        reading=read(prepared, found, kept=kept) if from_sources is None else None,
        named=frozenset(item.key for item in kept if item.by_name),
    )


def evidence_in(prepared: Prepared, sources: Iterable[Source]) -> list[Evidence]:
    """All that the sources say, before vetoes and denials count."""
    return [item for source in sources for item in source.evidence(prepared)]


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


def combined(evidence: Iterable[Evidence], about: About) -> dict[str, float]:
    """Weights by key by the rule of this module, strongest first."""
    by_key: dict[str, list[Evidence]] = {}
    for item in evidence:
        if item.about is about:
            by_key.setdefault(item.key, []).append(item)
    weights = {key: _joined(items) for key, items in by_key.items()}
    return dict(sorted(weights.items(), key=lambda entry: (-entry[1], entry[0])))


def _joined(items: list[Evidence]) -> float:
    left = 1.0
    counted: list[Evidence] = []
    for item in sorted(items, key=lambda item: -item.weight):
        if not any(_overlap(item, other) for other in counted):
            counted.append(item)
            left *= 1.0 - item.weight
    return round(1.0 - left, 4)
