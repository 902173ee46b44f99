"""The graph follows every change in place and is at any time what a rebuild would be."""

from datetime import date
from typing import Any

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from stk_graph import model
from stk_graph.model.enums import Answer, Channel, FeedbackKind, Presence, TieStage
from stk_graph.network.graph import RecordGraph
from stk_graph.network.kinds import NodeKind
from stk_graph.network.links import belongs
from tests.unit.graph.network_records import (
    ANNE,
    JUZ,
    KITA,
    VEREIN,
    actor,
    contact,
    offer,
    report,
    uid,
)

IDS = st.sampled_from([uid(number) for number in range(8)])
SOME = st.lists(IDS, max_size=3).map(tuple)
MAYBE = st.none() | IDS
DAYS = st.sampled_from([date(2024, 2, 29), date(2025, 6, 1), date(2026, 11, 24)])
TOPICS = st.sampled_from([None, "lernhilfe", "kinderbetreuung"])
TEXT = st.sampled_from(["A", "B"])

DRAWN: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("name", "title", "what"), TEXT),
    **dict.fromkeys(("responsible_for", "borders", "partners", "catchment", "venues"), SOME),
    **dict.fromkeys(("observations", "needs"), SOME),
    **dict.fromkeys(("held_on", "reported_on", "observed_on", "given_on", "sent_on"), DAYS),
    **dict.fromkeys(("is_main", "is_own", "fully"), st.booleans()),
    "last_exchange": st.none() | DAYS,
    "topic": st.sampled_from([None, "lernhilfe", "kinderbetreuung"]),
    "offer_kind": st.sampled_from([None, "hausaufgabenbetreuung", "nachhilfe", "eigene_art"]),
    "target_groups": st.lists(st.sampled_from(["kinder", "kleinkinder", "eigene"]), max_size=2).map(
        tuple
    ),
    "fields_of_work": st.just(("kinderschutz",)),
    "presence": st.sampled_from(Presence),
    "stage_now": st.sampled_from(TieStage),
    "kind": st.sampled_from(FeedbackKind),
    "channel": st.just(Channel.MAIL),
    "answer": st.sampled_from(Answer),
    "position": st.integers(1, 3),
}
"""What a field of that name is filled with; every other field refers to a record."""

BOOKKEEPING = model.Record.__struct_fields__


def records(kind: type[model.Record], names: str) -> st.SearchStrategy[Any]:
    """Records of a kind with these fields filled, or None where a rule forbids them."""
    required = {field.name: field.required for field in msgspec.structs.fields(kind)}
    filled = {
        name: DRAWN.get(name, IDS if required[name] else MAYBE) for name in ("id", *names.split())
    }

    def made(values: dict[str, Any]) -> model.Record | None:
        try:
            return kind(**values)
        except model.Invalid:
            return None

    return st.fixed_dictionaries({**filled, "id": IDS}).map(made)


FILLED: dict[type[model.Record], str] = {
    model.Actor: "name parent area location responsible_for fields_of_work",
    model.Location: "area",
    model.Contact: "name employer",
    model.ContactRole: "contact offer is_main",
    model.Area: "name parent borders",
    model.Network: "name is_own last_exchange",
    model.Membership: "network actor contact",
    model.Acquaintance: "from_contact to_contact",
    model.Offer: "title lead partners offer_kind target_groups area catchment venues origin",
    model.Meeting: "network held_on",
    model.Attendance: "meeting contact actor presence",
    model.TieReport: "from_actor to_actor stage_now topic reported_on",
    model.Pathway: "from_actor to_actor topic",
    model.Observation: "title observed_on actor",
    model.Feedback: "observation actor kind given_on",
    model.Need: "title observations offer_kind topic target_groups area",
    model.NeedCover: "need offer fully",
    model.Communication: "need recipient sent_on channel answer",
    model.ActionField: "title needs",
    model.Project: "title needs",
    model.ServiceChain: "title need",
    model.ChainLink: "chain position actor offer",
    model.Handover: "from_link to_link responsible",
    model.Task: "what",
}
RECORDS = st.one_of([records(kind, names) for kind, names in FILLED.items()]).filter(
    lambda record: record is not None
)


def content(graph: RecordGraph) -> tuple[object, object]:
    """Nodes and edges with all they carry, without regard to the order they came in."""
    nodes = dict(graph.graph.nodes(data=True))
    edges = {(a, b, key): data for a, b, key, data in graph.graph.edges(keys=True, data=True)}
    return nodes, edges


class Editing(RuleBasedStateMachine):
    """People add, change and delete records of any kind in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.graph = RecordGraph()
        self.stored: dict[str, model.Record] = {}

    @rule(record=RECORDS)
    def put(self, record: model.Record) -> None:
        self.store(record)

    def store(self, record: model.Record) -> None:
        if not belongs(record):
            assert not self.graph.put(record)
            return
        changes = self.stored.get(record.id) != record
        assert self.graph.put(record) is changes
        self.stored[record.id] = record

    @rule(record=RECORDS, data=st.data())
    def edit_one_field(self, record: model.Record, data: st.DataObject) -> None:
        alike = [stored for stored in self.stored.values() if type(stored) is type(record)]
        if not alike:
            return
        before = data.draw(st.sampled_from(alike))
        own_fields = [field for field in record.__struct_fields__ if field not in BOOKKEEPING]
        field = data.draw(st.sampled_from(own_fields))
        try:
            after = msgspec.structs.replace(before, **{field: getattr(record, field)})
        except model.Invalid:
            return
        self.store(after)

    @rule(identity=IDS)
    def remove(self, identity: str) -> None:
        assert self.graph.remove(identity) is (self.stored.pop(identity, None) is not None)

    @rule(changed=st.lists(RECORDS, max_size=3), identity=IDS)
    def merge(self, changed: list[model.Record], identity: str) -> None:
        self.graph.update(changed, [identity])
        self.stored.update({record.id: record for record in changed if belongs(record)})
        self.stored.pop(identity, None)

    @invariant()
    def equals_a_rebuild_in_any_order(self) -> None:
        now = content(self.graph)
        survivors = list(self.stored.values())
        assert now == content(RecordGraph.build(survivors))
        assert now == content(RecordGraph.build(reversed(survivors)))

    @invariant()
    def nothing_stands_there_that_nobody_names(self) -> None:
        for node, its in self.graph.graph.nodes(data=True):
            assert its["record"] is not None or self.graph.graph.degree(node)


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)


def test_an_emptied_graph_holds_nothing_at_all() -> None:
    graph = RecordGraph.build(
        [actor(KITA), offer(uid(20), KITA, offer_kind="nachhilfe", target_groups=("kleinkinder",))]
    )
    assert (NodeKind.TOPIC, "lernhilfe") in graph
    assert (NodeKind.TARGET_GROUP, "kinder") in graph
    graph.remove(uid(20))
    assert list(graph.graph) == [KITA]
    graph.remove(KITA)
    assert len(graph) == 0


def test_a_record_that_is_only_named_is_missing_until_it_arrives() -> None:
    graph = RecordGraph.build([contact(ANNE, employer=KITA)])
    assert graph.kind(KITA) is NodeKind.MISSING
    assert graph.record(KITA) is None
    graph.put(actor(KITA))
    assert graph.kind(KITA) is NodeKind.ACTOR


def test_a_missing_record_goes_with_the_last_that_names_it() -> None:
    graph = RecordGraph.build([contact(ANNE, employer=KITA), offer(uid(20), KITA)])
    graph.remove(ANNE)
    assert KITA in graph
    graph.remove(uid(20))
    assert KITA not in graph


def test_a_deleted_record_stays_as_missing_while_others_name_it() -> None:
    graph = RecordGraph.build([actor(KITA), contact(ANNE, employer=KITA)])
    graph.remove(KITA)
    assert graph.kind(KITA) is NodeKind.MISSING
    assert graph.graph.has_edge(ANNE, KITA)


def test_a_changed_record_loses_the_edges_it_no_longer_makes() -> None:
    before = offer(uid(20), KITA, partners=(JUZ,), offer_kind="nachhilfe")
    graph = RecordGraph.build([actor(KITA), actor(JUZ), before])
    graph.put(msgspec.structs.replace(before, partners=(), offer_kind=None))
    assert not graph.graph.has_edge(JUZ, uid(20))
    assert graph.graph.has_edge(KITA, uid(20))
    assert (NodeKind.OFFER_KIND, "nachhilfe") not in graph


def test_putting_the_same_record_again_is_no_change() -> None:
    graph = RecordGraph.build([actor(KITA)])
    revision = graph.revision
    assert not graph.put(actor(KITA))
    assert graph.revision == revision
    assert graph.put(actor(KITA, "Kita Nord"))
    assert graph.revision == revision + 1


def test_a_merge_is_one_step_of_the_revision() -> None:
    named = offer(uid(20), JUZ)
    graph = RecordGraph.build([actor(KITA), actor(JUZ), named, report(VEREIN, JUZ, 2)])
    revision = graph.revision
    assert graph.update([msgspec.structs.replace(named, lead=KITA)], [JUZ]) == 2
    assert graph.revision == revision + 1
    assert graph.graph.has_edge(KITA, uid(20))
    assert graph.kind(JUZ) is NodeKind.MISSING


def test_tasks_and_other_papers_stay_outside_the_graph() -> None:
    graph = RecordGraph.build([model.Task(what="Anrufen", responsible=KITA)])
    assert len(graph) == 0
    assert graph.revision == 0


def test_an_edge_shows_what_its_record_says_now() -> None:
    role = model.ContactRole(contact=ANNE, actor=KITA, responsibility="Gruppe")
    graph = RecordGraph.build([role])
    graph.put(msgspec.structs.replace(role, responsibility="Leitung"))
    ((_a, _b, text),) = graph.graph.edges(data="responsibility")
    assert text == "Leitung"


def test_a_report_moved_to_another_pair_leaves_no_tie_behind() -> None:
    told = report(KITA, JUZ, 2)
    graph = RecordGraph.build([told])
    graph.put(msgspec.structs.replace(told, to_actor=VEREIN))
    assert not graph.graph.has_edge(KITA, JUZ)
    assert JUZ not in graph
    assert {kind for _a, _b, kind in graph.graph.edges(data="kind")} == {"reports_tie", "tie"}
