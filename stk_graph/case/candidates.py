"""Which offers and institutions may answer a case, and how well their kind fits (8.1, 8.2)."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from stk_graph.case.directory import LEAST_KIND, Described, Directory
from stk_graph.case.facts import Understanding
from stk_graph.case.safety import pinned_kinds
from stk_graph.case.score import TOPIC_ONLY, UNKNOWN_KIND, is_fitting
from stk_graph.case.words_fit import WordsFit
from stk_graph.model import Actor, Offer
from stk_graph.model.enums import ActorStatus, Fit
from stk_graph.vocabulary import actor_kinds, topic_of

WORDS_ONLY = 0.35
"""A hit by common words only, at full agreement: they may be any words ("Klasse", "Kino")."""
CLEAR_WORDS = 0.4
INSTITUTION = 0.7
"""An institution is less sure than an offer that somebody described."""
FITS_FROM = 0.3
READING_COUNTS = 0.3
"""An unsure reading of the kind of an offer comes after a sure one of a kind as likely: with the
fifth writer's cases and offers as a district that brought 8 in 100 more right offers to the top."""


class Match(msgspec.Struct, frozen=True):
    """How well the kind of an offer and its words meet a case, both in 0 to 1.

    What is not ``fitting`` meets the topic only and comes last in an answer.
    """

    kind: float
    words: float
    fit: Fit
    fitting: bool


class Candidate(msgspec.Struct, frozen=True):
    """An offer, or an institution without an offer, and how it meets the case."""

    offer: Offer | None
    actor: Actor | None
    kind: str | None
    match: Match


def matches(case: Understanding, offers: Iterable[Described]) -> dict[str, Match]:
    """Every offer whose kind, topic or words meet the case, by its id."""
    looked_at = list(offers)
    words = WordsFit(looked_at, case.stems)
    topics = _topics(case)
    pinned = pinned_kinds(case.occasions)
    found: dict[str, Match] = {}
    for offer in looked_at:
        common = words.of(offer)
        value, fit = _value_and_fit(offer, case, topics, words, common)
        if value >= LEAST_KIND:
            fitting = is_fitting(value, fit, pinned=offer.offer_kind in pinned)
            found[offer.id] = Match(value, common, fit, fitting)
    return found


def candidates(
    case: Understanding, directory: Directory, matching: Mapping[str, Match]
) -> list[Candidate]:
    """The matching offers of the directory and the institutions that may answer themselves."""
    found = [
        Candidate(offer, directory.actors.get(offer.lead), offer.offer_kind, match)
        for offer in directory.offers
        if (match := matching.get(offer.id)) is not None
    ]
    offering = {item.actor.id for item in found if item.actor is not None and _is_wanted(item)}
    found += _institutions(case, directory, offering)
    return found


def _is_wanted(item: Candidate) -> bool:
    return item.match.fit is Fit.FITS


def _topics(case: Understanding) -> dict[str, float]:
    values: dict[str, float] = {}
    for kind, weight in case.offer_kinds.items():
        topic = topic_of(kind)
        if topic is not None:
            values[topic] = max(values.get(topic, 0.0), weight)
    return values


def _value_and_fit(
    offer: Described,
    case: Understanding,
    topics: dict[str, float],
    words: WordsFit,
    common: float,
) -> tuple[float, Fit]:
    wanted = case.offer_kinds.get(offer.offer_kind or "", 0.0) * _sureness(offer)
    by_words = WORDS_ONLY * common if common >= CLEAR_WORDS else 0.0
    if wanted >= LEAST_KIND:
        value = wanted
        fit = Fit.FITS if wanted >= FITS_FROM else Fit.NO
    elif offer.offer_kind is None:
        value = UNKNOWN_KIND if words.title_hit(offer) else 0.0
        fit = Fit.UNKNOWN
    else:
        value = TOPIC_ONLY * topics.get(topic_of(offer.offer_kind) or "", 0.0)
        fit = Fit.NO
    return max(value, by_words), fit


def _sureness(offer: Described) -> float:
    """How sure the kind of the offer is: 1 if somebody stated it."""
    return 1.0 if offer.offer_kind_weight is None else pow(offer.offer_kind_weight, READING_COUNTS)


def _institutions(
    case: Understanding, directory: Directory, offering: set[str]
) -> Iterator[Candidate]:
    for actor in directory.actors.values():
        row = actor_kinds().get(actor.kind or "")
        kind = row.synonym_key if row is not None else None
        wanted = case.offer_kinds.get(kind or "", 0.0)
        active = actor.status is ActorStatus.ACTIVE
        if wanted >= FITS_FROM and active and actor.id not in offering:
            yield Candidate(
                None, actor, kind, Match(wanted * INSTITUTION, 0.0, Fit.FITS, fitting=True)
            )
