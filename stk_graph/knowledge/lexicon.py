"""The terms of synonyms.csv as evidence (domain model, sections 2.3 and 8.2)."""

from collections.abc import Iterator

from stk_graph.knowledge.evidence import About, Evidence, Prepared, Use
from stk_graph.text.terms import TermHit, find_terms
from stk_graph.text.words import Word
from stk_graph.vocabulary import offer_kinds

NAMED = 0.6
"""A term hit in free text (section 8.2)."""
ASKED_FOR = 0.95
"""A term somebody asks for: "sucht einen Deutschkurs"."""
MENTIONED = 0.2
"""A house or an office where something happens: "in der Kita", "vom Jobcenter"."""
NOT_EXACT = 0.85
LEAST_OF_A_NAME = 0.5
"""A term of less weight is only mentioned, or is a house that may be meant as a place."""
GROUP = 0.7
IN_AN_OFFER = 0.8
HOUSE_IN_AN_OFFER = 0.4

_PLACES = frozenset({"agency", "actor_kind"})
_PLACES_TOO = frozenset({"kita", "krippe"})
_PLACES_IN_A_CASE = _PLACES_TOO | {"grundschulkinderbetreuung", "schulsozialarbeit"}
_AT = frozenset({"in", "im", "am", "an", "bei", "beim", "vom", "von", "aus", "zum", "zur"}) | {
    *("der", "dem", "die", "das", "den", "ins"),
}
_WISHES = (
    "such",
    "brauch",
    "benoetig",
    "moecht",
    "wuensch",
    "frag",
    "gibt",
    "gesucht",
    "interess",
    "wo",
    "welch",
    "lern",
    "gern",
    "hilfe",
    "will",
)
WISH_REACH = 5


def _is_place(hit: TermHit, use: Use) -> bool:
    too = _PLACES_IN_A_CASE if use is Use.CASE else _PLACES_TOO
    return hit.kind in _PLACES or hit.key in too


class Terms:
    """The source of evidence that reads the terms and labels of the vocabulary."""

    def evidence(self, prepared: Prepared) -> Iterator[Evidence]:
        """Evidence of every term that decides alone or with a second sign."""
        at_start = {word.start: index for index, word in enumerate(prepared.words)}
        for hit in find_terms(prepared.text):
            about = _about(hit)
            if about is not None and hit.key is not None:
                words = prepared.text[hit.start : hit.end]
                weight = _weight(hit, about, prepared, at_start.get(hit.start, 0))
                by_name = about is About.OFFER_KIND and weight >= LEAST_OF_A_NAME
                yield Evidence(hit.start, hit.end, words, about, hit.key, weight, by_name=by_name)


def _about(hit: TermHit) -> About | None:
    if hit.kind == "target_group":
        return About.TARGET_GROUP
    return About.OFFER_KIND if hit.key in offer_kinds() else None


def _weight(hit: TermHit, about: About, prepared: Prepared, at: int) -> float:
    if about is About.TARGET_GROUP:
        return GROUP
    exactness = 1.0 if hit.exact else NOT_EXACT
    if prepared.use is Use.OFFER:
        if not _is_place(hit, prepared.use):
            return exactness * IN_AN_OFFER
        return MENTIONED if _is_where(prepared.words, at) else exactness * HOUSE_IN_AN_OFFER
    wished = _is_wished(prepared.words, at, hit.end)
    if _is_place(hit, prepared.use) and _is_where(prepared.words, at):
        return MENTIONED
    if wished:
        return ASKED_FOR * exactness
    return (NAMED if not _is_place(hit, prepared.use) else NAMED / 2) * exactness


def _is_where(words: list[Word], at: int) -> bool:
    return at > 0 and words[at - 1].folded in _AT


def _is_wished(words: list[Word], at: int, end: int) -> bool:
    before = words[max(0, at - WISH_REACH) : at]
    after = [word for word in words[at:] if word.start >= end][:2]
    near = (*before, *after)
    return any(word.folded.startswith(_WISHES) for word in near)
