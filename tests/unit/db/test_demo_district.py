"""The demo district is as large and as varied as a real one."""

from collections import Counter

import pytest

from stk_graph.model import (
    Acquaintance,
    Actor,
    AgendaItem,
    Area,
    Attendance,
    Communication,
    Contact,
    ContactRole,
    Feedback,
    Meeting,
    Need,
    Network,
    Observation,
    Offer,
    Record,
    Review,
    ServiceChain,
    Task,
    TieReport,
    enums,
)
from tests.unit.db.demo_records import of, typed


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        (Actor, 55),
        (Offer, 180),
        (Contact, 85),
        (Area, 8),
        (Network, 5),
        (TieReport, 60),
        (Acquaintance, 40),
        (Observation, 14),
        (Need, 9),
        (Meeting, 8),
        (Review, 5),
        (Task, 5),
    ],
)
def test_the_district_is_as_large_as_a_real_one(kind: type[Record], least: int) -> None:
    assert len(of(kind)) >= least


def test_a_third_of_the_offers_was_typed_without_a_kind() -> None:
    offers = [record for record in typed() if isinstance(record, Offer)]
    without = sum(offer.offer_kind is None for offer in offers)
    assert 0.25 <= without / len(offers) <= 0.45


def test_offers_without_a_stated_kind_carry_the_kind_of_their_words() -> None:
    before = {record.id: record for record in typed() if isinstance(record, Offer)}
    after = of(Offer)
    sources = Counter(offer.offer_kind_from for offer in after)
    assert sources[enums.KindSource.STATED] == sum(
        offer.offer_kind is not None for offer in before.values()
    )
    assert sources[enums.KindSource.TEXT] >= 20
    for offer in after:
        assert (offer.offer_kind is None) == (offer.offer_kind_from is enums.KindSource.UNKNOWN)


def test_some_offers_lack_ages_times_or_a_contact() -> None:
    asked = {role.offer for role in of(ContactRole)}
    running = [offer for offer in of(Offer) if offer.status is enums.OfferStatus.RUNNING]
    assert sum(not offer.slots for offer in running) >= 10
    assert sum(offer.age_min is None and offer.age_max is None for offer in running) >= 10
    assert sum(offer.id not in asked for offer in running) >= 5


def test_carriers_of_every_kind_stand_behind_the_institutions() -> None:
    actors = {actor.id: actor for actor in of(Actor)}

    def top(actor: Actor) -> Actor:
        return top(actors[actor.parent]) if actor.parent else actor

    kinds = {top(actor).kind for actor in actors.values()}
    assert {"kommunal", "land", "wohlfahrtsverband", "freier_traeger", "gemeinde"} <= kinds
    assert {"elterninitiative", "privat", "selbstorganisation", "initiative"} <= kinds
    assert {actor.umbrella for actor in actors.values()} >= {"awo", "caritas", "diakonie", "drk"}


@pytest.mark.parametrize(
    ("cls", "field", "values"),
    [
        (Offer, "status", set(enums.OfferStatus)),
        (Offer, "access", set(enums.Access)),
        (Offer, "occupancy", set(enums.Occupancy)),
        (Offer, "gender", set(enums.Gender)),
        (Offer, "accessibility", set(enums.YesNo)),
        (Actor, "status", set(enums.ActorStatus)),
        (Observation, "state", set(enums.ObservationState)),
        (Observation, "kind", set(enums.ObservationKind)),
        (Feedback, "kind", set(enums.FeedbackKind)),
        (Need, "state", set(enums.NeedState)),
        (Communication, "answer", set(enums.Answer)),
        (TieReport, "stage_now", set(enums.TieStage)),
        (Meeting, "kind", set(enums.MeetingKind)),
        (Attendance, "presence", set(enums.Presence)),
        (Task, "state", set(enums.TaskState)),
        (Review, "verdict", set(enums.ReviewVerdict) - {enums.ReviewVerdict.MERGED}),
        (ServiceChain, "state", {enums.ChainState.DRAFT, enums.ChainState.RUNNING}),
        (AgendaItem, "kind", set(enums.AgendaKind)),
    ],
)
def test_every_state_can_be_seen(cls: type[Record], field: str, values: set[object]) -> None:
    assert {getattr(record, field) for record in of(cls)} >= values
