"""What the store refuses to save, and the sentence that says why."""

from datetime import date

import pytest
from msgspec.structs import replace

from db.errors import (
    InvalidRecord,
    Refused,
)
from db.store import Store
from stk_graph.model import (
    Actor,
    AgendaItem,
    Area,
    Feedback,
    Location,
    Meeting,
    Network,
    Observation,
    Offer,
    Phone,
    Record,
    Task,
    new_id,
)
from stk_graph.model.enums import FeedbackKind
from tests.unit.db.store_actions import save


def codes(error: pytest.ExceptionInfo[InvalidRecord]) -> list[str]:
    return [problem.code for problem in error.value.problems]


@pytest.mark.parametrize("field", ["lead", "area", "origin"])
def test_a_missing_reference_is_refused_and_named(store: Store, field: str) -> None:
    lead = Actor(name="Kita")
    offer = replace(Offer(title="Café", lead=lead.id), **{field: new_id()})
    with pytest.raises(Refused) as error:
        save(store, lead, offer)
    assert error.value.code == "reference-missing"
    assert error.value.values["field"] == field
    assert store.read.counts()[Actor] == 0


def test_a_reference_to_a_deleted_record_is_refused(store: Store) -> None:
    gone, area, lead = save(store, Actor(name="Kita"), Area(name="Süd"), Actor(name="Amt"))
    with store.write("test", "delete") as action:
        action.delete(gone.id)
        action.delete(area.id)
    for offer in (
        Offer(title="Café", lead=gone.id),
        Offer(title="Café", lead=lead.id, partners=(gone.id,)),
        Offer(title="Café", lead=lead.id, catchment=(area.id,)),
    ):
        with pytest.raises(Refused, match="nicht mehr da"):
            save(store, offer)


def test_links_to_records_of_any_kind_must_exist(store: Store) -> None:
    network = Network(name="STK")
    meeting = Meeting(network=network.id, held_on=date(2026, 1, 1))
    offer_lead = Actor(name="Kita")
    save(store, network, meeting, offer_lead)
    save(store, AgendaItem(meeting=meeting.id, no=1, title="TOP", links=(offer_lead.id,)))
    with pytest.raises(Refused):
        save(store, AgendaItem(meeting=meeting.id, no=2, title="TOP", links=(new_id(),)))
    with pytest.raises(Refused):
        save(store, Task(what="Brief", origin=new_id()))


@pytest.mark.parametrize("length", [1, 2, 5])
def test_a_circle_of_carriers_is_refused(store: Store, length: int) -> None:
    actors = [Actor(name=f"Träger {n}") for n in range(length + 1)]
    chain = [replace(actor, parent=actors[n + 1].id) for n, actor in enumerate(actors[:-1])]
    top, *_rest = save(store, actors[-1], *chain)
    with pytest.raises(InvalidRecord) as error:
        save(store, replace(top, parent=actors[0].id))
    assert codes(error) == ["parent-cycle"]


def test_a_circle_within_one_action_is_refused(store: Store) -> None:
    upper, lower = Area(name="Ober"), Area(name="Unter")
    with pytest.raises(InvalidRecord) as error:
        save(store, replace(upper, parent=lower.id), replace(lower, parent=upper.id))
    assert codes(error) == ["parent-cycle"]


def observation_of(actor: Actor) -> Observation:
    return Observation(title="Randzeiten", observed_on=date(2026, 1, 1), actor=actor.id)


def test_feedback_by_the_observing_actor_is_refused(store: Store) -> None:
    kita, school = Actor(name="Kita"), Actor(name="Schule")
    seen = observation_of(kita)
    save(store, kita, school, seen)
    own = Feedback(
        observation=seen.id,
        actor=kita.id,
        kind=FeedbackKind.SHARED,
        given_on=date(2026, 1, 2),
    )
    with pytest.raises(InvalidRecord) as error:
        save(store, own)
    assert codes(error) == ["feedback-own"]
    save(store, replace(own, actor=school.id))
    stored = store.read.get(Observation, seen.id)
    assert stored is not None
    with pytest.raises(InvalidRecord):
        save(store, replace(stored, actor=school.id))


def test_an_unknown_vocabulary_key_is_refused_until_the_network_adds_it(store: Store) -> None:
    actor = Actor(name="Kita", kind="baumschule")
    with pytest.raises(InvalidRecord) as error:
        save(store, actor)
    assert codes(error) == ["unknown-value"]
    with store.write("test", "settings") as action:
        action.set_setting("vocabulary.actor_kind", '["baumschule"]')
    save(store, actor)


def test_every_text_of_a_record_is_cleaned_at_the_gate(store: Store) -> None:
    hostile = "\x1b[31mKita\u202e\r\nSüd\x00\u2028 "
    (saved,) = save(
        store,
        Actor(
            name=hostile,
            description=hostile,
            aliases=(hostile, hostile, "\x07", "  "),
            phones=(Phone(number="0611\x1b]0;x", description=hostile),),
            mail="   ",
        ),
    )
    assert isinstance(saved, Actor)
    assert saved == store.read.get(Actor, saved.id)
    text = repr(saved)
    assert not any(bad in text for bad in ("\\x1b", "\\x00", "\\x07", "\\u202e", "\\r", "\\u2028"))
    assert saved.name == "\ufffd[31mKita\ufffd Süd\ufffd"
    assert saved.description == "\ufffd[31mKita\ufffd\nSüd\ufffd"
    assert saved.aliases == (saved.name, "\ufffd")
    assert saved.mail is None


def test_a_text_too_long_is_refused_and_never_cut(store: Store) -> None:
    (place,) = save(store, Location(name="x" * 300, street="y" * 1000, description="z" * 20_000))
    assert store.read.get(Location, place.id) == place
    for record in (Actor(name="x" * 301), Actor(name="A", description="x" * 20_001)):
        with pytest.raises(Refused) as error:
            save(store, record)
        assert error.value.code == "too-long"


@pytest.mark.parametrize(
    "values",
    [
        {"room": 7},
        {"places": 2**63},
        {"status": "offen"},
        {"age_min": float("nan")},
        {"period": "immer"},
        {"description": 7},
        {"places": 10**7},
        {"partners": ("kein-eintrag",)},
    ],
)
def test_a_value_of_the_wrong_type_is_refused_with_a_sentence(
    store: Store, values: dict[str, object]
) -> None:
    (lead,) = save(store, Actor(name="Kita"))
    offer = Offer(title="Café", lead=lead.id)
    with pytest.raises((Refused, ValueError)) as error:
        save(store, replace(offer, **values))
    assert str(error.value)
    assert store.read.counts()[Offer] == 0


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Location(name="A", latitude=float("nan")), "latitude"),
        (Location(name="A", latitude=float("inf")), "latitude"),
        (Location(name="A", longitude=181), "longitude"),
        (Network(name="A", invitation_days=-1), "invitation_days"),
        (Network(name="A", is_own="ja"), "is_own"),  # type: ignore[arg-type]
        (Network(name="A", rhythm=6), "rhythm"),  # type: ignore[arg-type]
    ],
)
def test_the_field_of_a_refused_value_is_named(store: Store, record: Record, field: str) -> None:
    with pytest.raises(Refused, match=field) as error:
        save(store, record)
    assert error.value.values["field"] == field


def test_a_lone_surrogate_becomes_the_replacement_character(store: Store) -> None:
    (saved,) = save(store, Actor(name="A\ud800B"))
    assert isinstance(saved, Actor)
    assert saved.name == "A\ufffdB"
