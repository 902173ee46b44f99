"""What the graph answers about neighbours, ways and what offers share."""

import subprocess
import sys

import pytest

from stk_graph.model import Area, Record
from stk_graph.network.kinds import EdgeKind, NodeKind
from stk_graph.network.neighbourhood import Neighbourhood
from tests.unit.graph.network_records import (
    AMT,
    ANNE,
    BIRGIT,
    JUZ,
    KITA,
    VEREIN,
    actor,
    contact,
    offer,
    report,
    uid,
)

HELP, TUTORING, CAFE, CITY, NORTH, SOUTH = (uid(number) for number in range(30, 36))

DISTRICT: list[Record] = [
    Area(id=CITY, name="Stadt"),
    Area(id=NORTH, name="Nord", parent=CITY),
    Area(id=SOUTH, name="Süd", parent=CITY, borders=(NORTH,)),
    actor(VEREIN, "Verein"),
    actor(KITA, "Kita", parent=VEREIN, area=NORTH),
    actor(JUZ, "Jugendzentrum", parent=VEREIN, area=SOUTH),
    actor(AMT, "Amt"),
    contact(ANNE, KITA, "Anne"),
    contact(BIRGIT, KITA, "birgit"),
    offer(
        HELP,
        KITA,
        title="Hausaufgabenhilfe",
        partners=(JUZ,),
        offer_kind="hausaufgabenbetreuung",
        target_groups=("grundschulkinder",),
        area=NORTH,
    ),
    offer(
        TUTORING,
        JUZ,
        title="Nachhilfe",
        offer_kind="nachhilfe",
        target_groups=("grundschulkinder",),
        area=SOUTH,
    ),
    offer(CAFE, AMT, title="Café", target_groups=("kleinkinder",), area=NORTH),
    report(KITA, AMT, 3),
]


@pytest.fixture
def district() -> Neighbourhood:
    return Neighbourhood.build(DISTRICT)


def test_neighbours_are_grouped_by_what_the_edge_says(district: Neighbourhood) -> None:
    found = district.neighbours(KITA)
    named = {
        str(kind): [(district.name(one.node), one.outgoing) for one in group]
        for kind, group in found.items()
    }
    assert named == {
        "runs": [("Verein", False)],
        "works_at": [("Anne", False), ("birgit", False)],
        "provides": [("Hausaufgabenhilfe", True)],
        "located_in": [("Nord", True)],
        "reports_tie": [("Amt", True)],
        "tie": [("Amt", district.neighbours(KITA)[EdgeKind.TIE][0].outgoing)],
    }


def test_neighbours_can_be_asked_for_by_kind(district: Neighbourhood) -> None:
    assert list(district.neighbours(KITA, {EdgeKind.RUNS})) == [EdgeKind.RUNS]


def test_a_neighbour_carries_what_the_edge_says(district: Neighbourhood) -> None:
    (provides,) = district.neighbours(JUZ, {EdgeKind.PROVIDES})[EdgeKind.PROVIDES][:1]
    assert provides.attributes == {"role": "partner"}
    assert provides.made_by == HELP


def test_somebody_unknown_has_no_neighbours_and_no_surroundings(district: Neighbourhood) -> None:
    assert district.neighbours(uid(999)) == {}
    assert district.ego(uid(999)).distances == {}
    assert district.path(uid(999), KITA) is None
    assert district.sharing(uid(999), {EdgeKind.IS_A}) == {}


def test_the_surroundings_tell_how_far_each_node_is(district: Neighbourhood) -> None:
    ego = district.ego(VEREIN, 2, {EdgeKind.RUNS, EdgeKind.WORKS_AT})
    assert ego.distances == {VEREIN: 0, KITA: 1, JUZ: 1, ANNE: 2, BIRGIT: 2}
    assert {(edge.source, edge.kind, edge.target) for edge in ego.edges} == {
        (VEREIN, EdgeKind.RUNS, KITA),
        (VEREIN, EdgeKind.RUNS, JUZ),
        (ANNE, EdgeKind.WORKS_AT, KITA),
        (BIRGIT, EdgeKind.WORKS_AT, KITA),
    }


def test_a_radius_of_zero_is_the_node_alone(district: Neighbourhood) -> None:
    ego = district.ego(KITA, 0)
    assert (ego.distances, ego.edges) == ({KITA: 0}, ())


def test_a_path_runs_over_edges_in_either_direction(district: Neighbourhood) -> None:
    assert district.path(ANNE, JUZ) == (ANNE, KITA, VEREIN, JUZ)
    over_offers = {EdgeKind.WORKS_AT, EdgeKind.PROVIDES}
    assert district.path(ANNE, JUZ, over_offers) == (ANNE, KITA, HELP, JUZ)


def test_a_path_keeps_to_the_kinds_of_edges_asked_for(district: Neighbourhood) -> None:
    assert district.path(ANNE, JUZ, {EdgeKind.WORKS_AT}) is None
    assert district.path(ANNE, ANNE, set()) == (ANNE,)


def test_offers_share_a_group_a_topic_or_an_area(district: Neighbourhood) -> None:
    group = (NodeKind.TARGET_GROUP, "grundschulkinder")
    assert district.sharing(HELP, {EdgeKind.AIMED_AT}) == {TUTORING: {group}}
    assert district.sharing(HELP, {EdgeKind.TAKES_PLACE_IN}) == {CAFE: {NORTH}}
    assert district.sharing(HELP, {EdgeKind.IS_A}) == {}
    topic = (NodeKind.TOPIC, "lernhilfe")
    assert district.sharing(HELP, {EdgeKind.IS_A, EdgeKind.UNDER}) == {TUTORING: {topic}}


def test_what_lies_above_counts_only_if_asked_for(district: Neighbourhood) -> None:
    children = (NodeKind.TARGET_GROUP, "kinder")
    wider = district.sharing(CAFE, {EdgeKind.AIMED_AT, EdgeKind.PART_OF})
    assert wider == {HELP: {children}, TUTORING: {children}}


def test_the_projection_of_offers_is_the_sum_of_what_each_shares(district: Neighbourhood) -> None:
    through = {EdgeKind.AIMED_AT, EdgeKind.TAKES_PLACE_IN}
    projection = district.shared_projection(NodeKind.OFFER, through)
    assert set(projection) == {HELP, TUTORING, CAFE}
    pairs = {frozenset((a, b)) for a, b in projection.edges}
    assert pairs == {frozenset({HELP, TUTORING}), frozenset({HELP, CAFE})}


def test_joint_offers_are_those_with_partners(district: Neighbourhood) -> None:
    (joint,) = district.joint_offers()
    assert (joint.offer, joint.lead, joint.partners) == (HELP, KITA, (JUZ,))
    first, second = sorted((KITA, JUZ))
    assert district.joint_offers_by_pair() == {(first, second): (HELP,)}


def test_the_carrier_is_the_top_of_the_chain(district: Neighbourhood) -> None:
    assert district.carrier(KITA) == VEREIN
    assert district.carrier(VEREIN) == VEREIN
    district.put(actor(VEREIN, "Verein", parent=uid(998)))
    assert district.carrier(KITA) == VEREIN


def test_a_circle_of_carriers_comes_to_an_end(district: Neighbourhood) -> None:
    district.put(actor(VEREIN, "Verein", parent=KITA))
    assert district.carrier(KITA) == VEREIN


def test_a_row_of_a_vocabulary_is_called_by_its_label(district: Neighbourhood) -> None:
    assert district.name((NodeKind.TARGET_GROUP, "kinder")) == "Kinder"
    assert district.name((NodeKind.OFFER_KIND, "drachenbau")) == "drachenbau"
    assert district.name(uid(999)) == uid(999)


@pytest.mark.parametrize(
    "module", ["stk_graph", "stk_graph.network.warm_path", "stk_graph.network.ties"]
)
def test_rules_without_the_graph_do_not_load_it(module: str) -> None:
    code = f"import {module}, sys; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
