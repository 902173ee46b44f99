"""Every kind of edge, as the domain model names it: what a record says and how it reads."""

from datetime import date

import msgspec
import pytest

from stk_graph import model
from stk_graph.model.enums import (
    Answer,
    Channel,
    FeedbackKind,
    NetworkRole,
    Presence,
    TieStage,
    TieStatus,
)
from stk_graph.network.graph import Hierarchies, RecordGraph
from stk_graph.network.kinds import EdgeKind, NodeId, NodeKind
from stk_graph.network.links import belongs
from tests.unit.graph.network_records import (
    ANNE,
    BIRGIT,
    JUZ,
    KITA,
    TODAY,
    VEREIN,
    actor,
    contact,
    knows,
    offer,
    present,
    report,
    uid,
)

OFFER, AREA, CITY, PLACE, NEED, OTHER = (uid(number) for number in range(30, 36))


def edges(*records: model.Record) -> dict[tuple[NodeId, NodeId], dict[str, object]]:
    graph = RecordGraph.build(records)
    return {(start, end): dict(data) for start, end, data in graph.graph.edges(data=True)}


def says(record: model.Record) -> set[tuple[NodeId, str, NodeId]]:
    found = edges(record)
    return {(start, str(data["kind"]), end) for (start, end), data in found.items()}


def test_a_traeger_runs_an_institution() -> None:
    assert says(actor(KITA, parent=VEREIN)) == {(VEREIN, "runs", KITA)}


def test_an_institution_is_located_in_its_area_and_at_its_address() -> None:
    record = actor(KITA, area=AREA, location=PLACE)
    assert says(record) == {(KITA, "located_in", AREA), (KITA, "located_in", PLACE)}


def test_an_agency_is_in_charge_of_areas() -> None:
    assert says(actor(KITA, responsible_for=(AREA,))) == {(KITA, "in_charge_of", AREA)}


def test_an_institution_is_active_in_fields_of_work() -> None:
    field = (NodeKind.FIELD_OF_WORK, "kinderschutz")
    assert says(actor(KITA, fields_of_work=("kinderschutz",))) == {(KITA, "active_in", field)}


def test_a_place_is_located_in_an_area() -> None:
    assert says(model.Location(id=PLACE, area=AREA)) == {(PLACE, "located_in", AREA)}


def test_a_person_works_at_an_institution() -> None:
    assert says(contact(ANNE, KITA)) == {(ANNE, "works_at", KITA)}


@pytest.mark.parametrize("target", ["actor", "offer", "need", "network"])
def test_a_person_is_responsible_for_what_the_role_names(target: str) -> None:
    blank = model.ContactRole(contact=ANNE, actor=KITA, is_main=True, responsibility="Leitung")
    role = msgspec.structs.replace(blank, **{"actor": None, target: OTHER})
    data = edges(role)[ANNE, OTHER]
    assert data["kind"] is EdgeKind.RESPONSIBLE_FOR
    assert (data["is_main"], data["responsibility"]) == (True, "Leitung")
    assert data["made_by"] == role.id


def test_two_roles_of_one_person_at_one_place_are_two_edges() -> None:
    roles = [model.ContactRole(contact=ANNE, actor=KITA, responsibility=text) for text in "AB"]
    assert RecordGraph.build(roles).graph.number_of_edges(ANNE, KITA) == 2


def test_an_institution_provides_an_offer_as_lead_or_partner() -> None:
    found = edges(offer(OFFER, KITA, partners=(JUZ, KITA)))
    assert found[KITA, OFFER]["kind"] is EdgeKind.PROVIDES
    assert found[KITA, OFFER]["role"] == "lead"
    assert found[JUZ, OFFER]["role"] == "partner"


def test_an_offer_is_of_a_kind_and_the_kind_is_under_a_topic() -> None:
    kind, topic = (NodeKind.OFFER_KIND, "nachhilfe"), (NodeKind.TOPIC, "lernhilfe")
    found = edges(offer(OFFER, KITA, offer_kind="nachhilfe"))
    assert found[OFFER, kind]["kind"] is EdgeKind.IS_A
    assert found[kind, topic]["kind"] is EdgeKind.UNDER


def test_an_offer_is_aimed_at_groups_and_a_group_is_part_of_a_wider_one() -> None:
    narrow, wide = ((NodeKind.TARGET_GROUP, key) for key in ("grundschulkinder", "kinder"))
    found = edges(offer(OFFER, KITA, target_groups=("grundschulkinder",)))
    assert found[OFFER, narrow]["kind"] is EdgeKind.AIMED_AT
    assert found[narrow, wide]["kind"] is EdgeKind.PART_OF


def test_rows_that_a_district_added_need_no_parent() -> None:
    own = (NodeKind.OFFER_KIND, "drachenbau")
    graph = RecordGraph.build([offer(OFFER, KITA, offer_kind="drachenbau")])
    assert not graph.graph.succ[own]
    adapted = Hierarchies(topic_of={"drachenbau": "freizeit"})
    graph = RecordGraph.build([offer(OFFER, KITA, offer_kind="drachenbau")], adapted)
    assert list(graph.graph.succ[own]) == [(NodeKind.TOPIC, "freizeit")]


def test_an_offer_takes_place_in_an_area_at_places_and_serves_a_catchment() -> None:
    found = says(offer(OFFER, KITA, area=AREA, venues=(PLACE,), catchment=(CITY,)))
    assert found == {
        (KITA, "provides", OFFER),
        (OFFER, "takes_place_in", AREA),
        (OFFER, "takes_place_in", PLACE),
        (OFFER, "serves", CITY),
    }


def test_an_area_is_part_of_a_wider_one_and_borders_others() -> None:
    record = model.Area(id=AREA, name="Nord", parent=CITY, borders=(OTHER,))
    assert says(record) == {(AREA, "part_of", CITY), (AREA, "borders", OTHER)}


@pytest.mark.parametrize("field", ["actor", "contact"])
def test_an_institution_or_a_person_is_member_of_a_network(field: str) -> None:
    blank = model.Membership(network=OTHER, actor=KITA, roles=(NetworkRole.CHAIR,))
    membership = msgspec.structs.replace(blank, **{"actor": None, field: ANNE})
    data = edges(membership)[ANNE, OTHER]
    assert data["kind"] is EdgeKind.MEMBER_OF
    assert data["roles"] == (NetworkRole.CHAIR,)


def test_a_person_knows_another_as_the_first_one_says() -> None:
    assert says(knows(ANNE, BIRGIT)) == {(ANNE, "knows", BIRGIT)}


def test_a_person_attended_a_meeting_present_or_excused() -> None:
    data = edges(present(ANNE, OTHER, Presence.EXCUSED))[ANNE, OTHER]
    assert data["kind"] is EdgeKind.ATTENDED
    assert data["presence"] is Presence.EXCUSED


def test_a_report_is_directed_and_the_tie_derived_from_it_is_not() -> None:
    graph = RecordGraph.build(
        [report(KITA, JUZ, 3, "lernhilfe"), report(JUZ, KITA, 2, "lernhilfe")]
    )
    found = sorted(
        (start, end, str(data["kind"])) for start, end, data in graph.graph.edges(data=True)
    )
    assert found == [
        (KITA, JUZ, "reports_tie"),
        (KITA, JUZ, "tie"),
        (JUZ, KITA, "reports_tie"),
    ]
    (tie,) = (tie for _a, _b, tie in graph.graph.edges(data="tie") if tie)
    assert (tie.stage, tie.status) == (TieStage.EXCHANGE, TieStatus.DIFFERING)


def test_an_institution_refers_people_to_another_on_a_topic() -> None:
    data = edges(model.Pathway(from_actor=KITA, to_actor=JUZ, topic="lernhilfe"))[KITA, JUZ]
    assert (data["kind"], data["topic"]) == (EdgeKind.REFERS_TO, "lernhilfe")


def test_an_institution_observes_and_others_give_feedback() -> None:
    seen = model.Observation(id=OTHER, title="Randzeiten", observed_on=TODAY, actor=KITA)
    voice = model.Feedback(
        observation=OTHER, actor=JUZ, kind=FeedbackKind.SHARED, given_on=date(2026, 11, 1)
    )
    found = edges(seen, voice)
    assert (found[KITA, OTHER]["kind"], found[KITA, OTHER]["date"]) == (EdgeKind.OBSERVES, TODAY)
    assert found[JUZ, OTHER]["kind"] is EdgeKind.GIVES_FEEDBACK
    assert found[JUZ, OTHER]["feedback"] is FeedbackKind.SHARED


def test_observations_found_a_need_that_concerns_kind_topic_area_and_people() -> None:
    need = model.Need(
        id=NEED,
        title="Randzeiten",
        observations=(OTHER,),
        offer_kind="eigene_art",
        topic="kinderbetreuung",
        area=AREA,
        target_groups=("eltern_eigene",),
    )
    assert says(need) == {
        (OTHER, "founds", NEED),
        (NEED, "concerns", (NodeKind.OFFER_KIND, "eigene_art")),
        (NEED, "concerns", (NodeKind.TOPIC, "kinderbetreuung")),
        (NEED, "concerns", AREA),
        (NEED, "aimed_at", (NodeKind.TARGET_GROUP, "eltern_eigene")),
    }


def test_an_offer_covers_a_need_fully_or_partly() -> None:
    data = edges(model.NeedCover(need=NEED, offer=OFFER, fully=True))[OFFER, NEED]
    assert (data["kind"], data["fully"]) == (EdgeKind.COVERS, True)


def test_a_need_is_sent_to_a_recipient_with_its_answer() -> None:
    sent = model.Communication(need=NEED, recipient=VEREIN, sent_on=TODAY, channel=Channel.TALK)
    data = edges(sent)[NEED, VEREIN]
    assert (data["kind"], data["answer"]) == (EdgeKind.SENT_TO, Answer.OPEN)


def test_a_need_leads_to_what_was_made_of_it() -> None:
    made = [
        model.ActionField(id=uid(50), title="Handlungsfeld", needs=(NEED,)),
        model.Project(id=uid(51), title="Vorhaben", needs=(NEED,)),
        model.ServiceChain(id=uid(52), title="Leistungskette", need=NEED),
    ]
    for record in made:
        assert says(record) == {(NEED, "leads_to", record.id)}
    assert (NEED, "leads_to", OFFER) in says(offer(OFFER, KITA, origin=NEED))


def test_institutions_and_offers_are_links_of_a_chain_and_links_hand_over() -> None:
    first = model.ChainLink(id=uid(60), chain=OTHER, position=1, actor=KITA, offer=OFFER)
    over = model.Handover(from_link=uid(60), to_link=uid(61), responsible=KITA)
    found = edges(first, over)
    for member in (uid(60), KITA, OFFER):
        assert found[member, OTHER]["kind"] is EdgeKind.LINK_OF
        assert found[member, OTHER]["position"] == 1
    assert found[uid(60), uid(61)]["kind"] is EdgeKind.HANDS_OVER
    assert found[uid(60), uid(61)]["responsible"] == KITA


def test_our_own_network_exchanges_with_those_it_has_talked_to() -> None:
    own = model.Network(id=uid(70), name="STK", is_own=True)
    talked = model.Network(id=uid(71), name="AG 78", last_exchange=TODAY)
    silent = model.Network(id=uid(72), name="Ortsbeirat")
    found = edges(own, talked, silent)
    assert list(found) == [(own.id, talked.id)]
    assert found[own.id, talked.id]["kind"] is EdgeKind.EXCHANGES_WITH
    assert found[own.id, talked.id]["last_exchange"] == TODAY


def test_every_kind_of_edge_is_made_by_some_record() -> None:
    assert _kinds_seen() == set(EdgeKind)


def _kinds_seen() -> set[object]:
    many: list[model.Record] = [
        actor(KITA, parent=VEREIN, area=AREA, responsible_for=(AREA,), fields_of_work=("x",)),
        contact(ANNE, KITA),
        model.ContactRole(contact=ANNE, actor=KITA),
        offer(OFFER, KITA, offer_kind="nachhilfe", target_groups=("kleinkinder",), area=AREA),
        offer(uid(80), KITA, catchment=(CITY,)),
        model.Area(id=AREA, name="Nord", parent=CITY, borders=(uid(81),)),
        model.Membership(network=uid(70), actor=KITA),
        knows(ANNE, BIRGIT),
        present(ANNE, uid(82)),
        report(KITA, JUZ, 1),
        model.Pathway(from_actor=KITA, to_actor=JUZ),
        model.Observation(id=uid(83), title="T", observed_on=TODAY, actor=KITA),
        model.Feedback(observation=uid(83), actor=JUZ, kind=FeedbackKind.SHARED, given_on=TODAY),
        model.Need(id=NEED, title="T", observations=(uid(83),), topic="lernhilfe"),
        model.NeedCover(need=NEED, offer=OFFER),
        model.Communication(need=NEED, recipient=JUZ, sent_on=TODAY, channel=Channel.MAIL),
        model.ActionField(id=uid(84), title="T", needs=(NEED,)),
        model.ChainLink(id=uid(85), chain=uid(86), position=1),
        model.Handover(from_link=uid(85), to_link=uid(87)),
        model.Network(id=uid(70), name="STK", is_own=True),
        model.Network(id=uid(71), name="AG", last_exchange=TODAY),
    ]
    return {kind for _a, _b, kind in RecordGraph.build(many).graph.edges(data="kind")}


def test_all_records_that_are_nodes_belong_to_the_graph() -> None:
    assert belongs(actor(KITA))
    assert belongs(model.Meeting(network=uid(1), held_on=TODAY))
    assert not belongs(model.Decision(meeting=uid(1), text="So sei es."))
