"""Records → one directed multigraph, kept up to date in place.

A node is the id of a record or a row of a vocabulary (see ``kinds``); it carries ``kind`` and
``record``. An edge carries ``kind``, ``made_by`` (what it comes from, mostly the id of a record)
and the attributes named in ``links``. A record that others name but that is not there stands as
a node of kind ``MISSING`` without a record: it becomes real when the record arrives and goes with
the last edge that names it, as does a row of a vocabulary.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self, cast

import msgspec
import networkx as nx

from stk_graph.model import Network, Record, TieReport
from stk_graph.network.kinds import EdgeKind, NodeId, NodeKind
from stk_graph.network.links import NODES, Link, belongs, links
from stk_graph.network.ties import pair_of, ties_between
from stk_graph.vocabulary import offer_kinds, target_groups, topic_of

Owner = str | tuple[str, ...]
Ends = tuple[NodeId, NodeId, tuple[EdgeKind, Owner, str | None]]

_EXCHANGES: Owner = (EdgeKind.EXCHANGES_WITH,)


class Hierarchies(msgspec.Struct, frozen=True):
    """What lies above a row of a vocabulary: offer kind → topic, target group → wider group.

    Both mappings must be free of circles.
    """

    topic_of: Mapping[str, str] = {}
    wider_group: Mapping[str, str] = {}

    @classmethod
    def of_vocabulary(cls) -> Self:
        """What the vocabularies of the package say."""
        topics = {key: topic for key in offer_kinds() if (topic := topic_of(key))}
        wider = {key: row.parent for key, row in target_groups().items() if row.parent}
        return cls(topics, wider)

    def above(self, node: NodeId) -> Link | None:
        """The edge to what lies above; None for the uppermost and for records."""
        if isinstance(node, str):
            return None
        kind, key = node
        if kind == NodeKind.OFFER_KIND and key in self.topic_of:
            return Link(node, (NodeKind.TOPIC, self.topic_of[key]), EdgeKind.UNDER)
        if kind == NodeKind.TARGET_GROUP and key in self.wider_group:
            wider = (NodeKind.TARGET_GROUP, self.wider_group[key])
            return Link(node, wider, EdgeKind.PART_OF)
        return None


class RecordGraph:
    """All records of a file as one graph, changed in place.

    ``revision`` rises with every change, so that an analysis knows whether it is out of date.
    """

    def __init__(self, hierarchies: Hierarchies | None = None) -> None:
        self.revision = 0
        self.graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
        self._hierarchies = hierarchies or Hierarchies.of_vocabulary()
        self._records: dict[str, Record] = {}
        self._made: dict[Owner, dict[Ends, dict[str, object]]] = {}
        self._reports: dict[tuple[str, str], dict[str, TieReport]] = {}

    @classmethod
    def build(cls, records: Iterable[Record], hierarchies: Hierarchies | None = None) -> Self:
        """The graph of the given records; their order does not matter."""
        built = cls(hierarchies)
        collecting = gc.isenabled()
        gc.disable()
        try:
            built.update(records)
        finally:
            if collecting:
                gc.enable()
        return built

    def __len__(self) -> int:
        return len(self.graph)

    def __contains__(self, node: NodeId) -> bool:
        return node in self.graph

    def put(self, record: Record) -> bool:
        """Adds the record or replaces the one with its id; False if nothing changed."""
        return self.update((record,)) > 0

    def remove(self, uid: str) -> bool:
        """Takes the record away with the edges it made; False if it is not there.

        If others still name it, its node stays as ``MISSING``.
        """
        return self.update((), (uid,)) > 0

    def update(self, changed: Iterable[Record], removed: Iterable[str] = ()) -> int:
        """Puts and removes records as one step of ``revision``; the number of those that changed.

        A merge is such a step: the records that named the merged one are put with their new
        reference, the merged one is removed.
        """
        count = sum(self._put(record) for record in changed)
        count += sum(self._remove(uid) for uid in removed)
        self.revision += count > 0
        return count

    def record(self, node: NodeId) -> Record | None:
        """The record of a node or an edge; None for what is missing or no record."""
        return self._records.get(node) if isinstance(node, str) else None

    def kind(self, node: NodeId) -> NodeKind:
        """What the node stands for; ``MISSING`` also for a node that is not in the graph."""
        if node not in self.graph:
            return NodeKind.MISSING
        return cast(NodeKind, self.graph.nodes[node]["kind"])

    def nodes(self, kind: NodeKind) -> Iterator[NodeId]:
        """All nodes of a kind."""
        return (node for node, data in self.graph.nodes.items() if data["kind"] == kind)

    def records(self) -> Iterator[Record]:
        """All records of the graph."""
        return iter(self._records.values())

    def _put(self, record: Record) -> bool:
        old = self._records.get(record.id)
        if old == record or not belongs(record):
            return False
        self._records[record.id] = record
        kind = NODES.get(type(record))
        if kind:
            self.graph.add_node(record.id, kind=kind, record=record)
        elif old is not None and type(old) in NODES:
            self._vacate(record.id)
        self._relink(record.id, links(record))
        self._derive(old, record)
        return True

    def _remove(self, uid: str) -> bool:
        old = self._records.pop(uid, None)
        if old is None:
            return False
        self._relink(uid, ())
        if type(old) in NODES:
            self._vacate(uid)
        self._derive(old)
        return True

    def _vacate(self, uid: str) -> None:
        self.graph.add_node(uid, kind=NodeKind.MISSING, record=None)
        self._drop_unused(uid)

    def _relink(self, owner: Owner, wanted: Iterable[Link]) -> None:
        """Makes the edges of ``owner`` those that are wanted; equal ones stay untouched."""
        made = self._made.pop(owner, {})
        new: dict[Ends, dict[str, object]] = {}
        for source, target, kind, attributes, part in wanted:
            new[source, target, (kind, owner, part)] = attributes
        for ends, attributes in new.items():
            if made.get(ends) != attributes:
                self._link(ends, attributes)
        for ends in made.keys() - new.keys():
            self._unlink(ends)
        if new:
            self._made[owner] = new

    def _link(self, ends: Ends, attributes: dict[str, object]) -> None:
        source, target, key = ends
        for node in (source, target):
            if node not in self.graph:
                self._add_unrecorded(node)
        if self.graph.has_edge(source, target, key):
            self.graph.remove_edge(source, target, key)
        self.graph.add_edge(source, target, key, kind=key[0], made_by=key[1], **attributes)

    def _add_unrecorded(self, node: NodeId) -> None:
        kind = NodeKind.MISSING if isinstance(node, str) else NodeKind(node[0])
        self.graph.add_node(node, kind=kind, record=None)
        above = self._hierarchies.above(node)
        if above and not isinstance(node, str):
            self._relink(node, (above,))

    def _unlink(self, ends: Ends) -> None:
        source, target, key = ends
        self.graph.remove_edge(source, target, key)
        self._drop_unused(source)
        self._drop_unused(target)

    def _drop_unused(self, node: NodeId) -> None:
        """Removes a node without a record that nothing names any more."""
        if node not in self.graph or self.graph.nodes[node]["record"] is not None:
            return
        if self.graph.pred[node] or (isinstance(node, str) and self.graph.succ[node]):
            return
        self.graph.remove_node(node)
        if isinstance(node, tuple):
            for _below, above, _key in self._made.pop(node, {}):
                self._drop_unused(above)

    def _derive(self, *touched: Record | None) -> None:
        """Renews the edges that several records make together."""
        for record in touched:
            if isinstance(record, TieReport):
                self._derive_ties(record)
            elif isinstance(record, Network):
                self._relink(_EXCHANGES, self._exchanges())

    def _derive_ties(self, report: TieReport) -> None:
        pair = pair_of(report)
        reports = self._reports.setdefault(pair, {})
        current = self._records.get(report.id)
        if isinstance(current, TieReport) and pair_of(current) == pair:
            reports[report.id] = current
        else:
            reports.pop(report.id, None)
        ties = ties_between(reports.values())
        if not reports:
            del self._reports[pair]
        derived = (Link(*pair, EdgeKind.TIE, {"tie": tie}, tie.topic) for tie in ties)
        self._relink((EdgeKind.TIE, *pair), derived)

    def _exchanges(self) -> Iterator[Link]:
        """Our own network exchanges with every other that has a date of the last exchange."""
        networks = [one for one in self._records.values() if isinstance(one, Network)]
        for own in networks:
            for other in networks:
                if own.is_own and not other.is_own and other.last_exchange:
                    attributes: dict[str, object] = {"last_exchange": other.last_exchange}
                    yield Link(own.id, other.id, EdgeKind.EXCHANGES_WITH, attributes)
