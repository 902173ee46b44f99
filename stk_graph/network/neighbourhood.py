"""What the graph answers: neighbours, surroundings, ways, ties and what offers share.

Answers are frozen records and ids, never parts of the graph. Lists are in the order of the
alphabet: nothing here ranks by the number of ties.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, groupby
from typing import Any

import networkx as nx

from stk_graph.model import Actor, Contact, Meeting, Offer, Tie
from stk_graph.model.enums import Presence, TieStage
from stk_graph.network.answers import Edge, Ego, JointOffer, Neighbour
from stk_graph.network.graph import RecordGraph
from stk_graph.network.kinds import HIERARCHY, EdgeKind, NodeId, NodeKind
from stk_graph.network.ties import DatedTie, strongest
from stk_graph.network.warm_path import WarmPath, warm_path, warm_paths
from stk_graph.vocabulary import label


class Neighbourhood(RecordGraph):
    """The graph of a file with the questions a person asks it."""

    def name(self, node: NodeId) -> str:
        """What a person calls the node: name, title or label; its id if it has none of these."""
        if isinstance(node, tuple):
            return label(node[1], node[0])
        record = self.record(node)
        return getattr(record, "name", "") or getattr(record, "title", "") or node

    def neighbours(
        self, node: NodeId, kinds: Collection[EdgeKind] | None = None
    ) -> dict[EdgeKind, tuple[Neighbour, ...]]:
        """The neighbours by kind of edge, in either direction, by name; empty for a node not there.

        ``kinds`` None means all; the groups stand in the order of ``EdgeKind``.
        """
        order = list(EdgeKind)
        found = sorted(
            self._around(node, kinds),
            key=lambda one: (order.index(one.kind), self.name(one.node).casefold(), str(one)),
        )
        return {kind: tuple(group) for kind, group in groupby(found, key=lambda one: one.kind)}

    def ego(self, node: NodeId, radius: int = 1, kinds: Collection[EdgeKind] | None = None) -> Ego:
        """What lies within ``radius`` steps over edges of the given kinds, in either direction."""
        distances: dict[NodeId, int] = {node: 0} if node in self.graph else {}
        rim = list(distances)
        for distance in range(1, radius + 1):
            reached = {far for near in rim for far in self._adjacent(near, kinds)}
            rim = sorted(reached - distances.keys(), key=str)
            distances.update(dict.fromkeys(rim, distance))
        edges = (
            Edge(source, target, data["kind"], data["made_by"], _plain(data))
            for source in distances
            for target, parallel in self.graph.adj[source].items()
            if target in distances
            for data in parallel.values()
            if kinds is None or data["kind"] in kinds
        )
        return Ego(node, distances, tuple(edges))

    def path(
        self, start: NodeId, end: NodeId, edge_kinds: Collection[EdgeKind] | None = None
    ) -> tuple[NodeId, ...] | None:
        """One of the shortest ways, both ends included, in either direction; None without one."""
        if start not in self.graph or end not in self.graph:
            return None
        before: dict[NodeId, NodeId | None] = {start: None}
        rim = [start]
        while rim and end not in before:
            following = []
            for near in rim:
                for far in sorted(self._adjacent(near, edge_kinds), key=str):
                    if far not in before:
                        before[far] = near
                        following.append(far)
            rim = following
        return tuple(reversed(list(_trace(before, end)))) if end in before else None

    def warm_path(
        self, from_contacts: Iterable[str], to_contact: str, *, today: date
    ) -> WarmPath | None:
        """Over whom a person can be reached from the own contacts; the rule is in ``warm_path``."""
        return warm_path(self, from_contacts, to_contact, today=today)

    def warm_paths(
        self, from_contacts: Iterable[str], to_contacts: Iterable[str], *, today: date
    ) -> dict[str, WarmPath]:
        """The same for many persons at once; those that cannot be reached are left out."""
        return warm_paths(self, from_contacts, to_contacts, today=today)

    def ties(self, today: date) -> list[Tie]:
        """All ties, one for each pair and topic, in the order of names."""
        found = (tie.on(today) for tie in self._dated_ties())
        return sorted(found, key=lambda tie: (*self._pair_name(tie), tie.topic or ""))

    def actor_ties(self, today: date) -> list[Tie]:
        """One tie for each pair without regard to topic: that of the highest stage, by name."""
        by_pair: dict[tuple[str, str], list[Tie]] = {}
        for tie in self.ties(today):
            by_pair.setdefault((tie.actor_a, tie.actor_b), []).append(tie)
        return [strongest(ties) for ties in by_pair.values()]

    def tie_projection(self, today: date, least: TieStage = TieStage.ACQUAINTED) -> "nx.Graph[Any]":
        """The actor–actor graph that every figure of the network is computed on.

        All Actors are nodes, also those without a tie; an edge carries ``tie``, its ``stage`` is
        at least ``least``.
        """
        projection: nx.Graph[Any] = nx.Graph()
        projection.add_nodes_from(self.nodes(NodeKind.ACTOR))
        for tie in self.actor_ties(today):
            both = self.is_actor(tie.actor_a) and self.is_actor(tie.actor_b)
            if both and tie.stage >= least:
                projection.add_edge(tie.actor_a, tie.actor_b, tie=tie)
        return projection

    def sharing(
        self, node: NodeId, through: Collection[EdgeKind]
    ) -> dict[NodeId, frozenset[NodeId]]:
        """The nodes of the same kind two steps away, each with what both point at.

        ``through`` are the kinds of the steps, such as ``IS_A`` and ``AIMED_AT``. With ``UNDER`` or
        ``PART_OF`` among them, sharing what lies above counts too: a topic, a wider group or area.
        """
        kind = self.kind(node)
        shared: dict[NodeId, set[NodeId]] = {}
        for held in self._upward(node, through):
            for other in self._downward(held, through):
                if other != node and self.kind(other) == kind:
                    shared.setdefault(other, set()).add(held)
        return {other: frozenset(held) for other, held in shared.items()}

    def shared_projection(self, kind: NodeKind, through: Collection[EdgeKind]) -> "nx.Graph[Any]":
        """All nodes of a kind; an edge carries ``shared``, what both ends point at (``sharing``).

        Many nodes at one node make many pairs: 1,000 offers in one area give 500,000.
        """
        projection: nx.Graph[Any] = nx.Graph()
        projection.add_nodes_from(self.nodes(kind))
        for node in list(projection):
            for other, shared in self.sharing(node, through).items():
                projection.add_edge(node, other, shared=shared)
        return projection

    def joint_offers(self) -> list[JointOffer]:
        """The offers that have partners, by title."""
        offers = (record for record in self.records() if isinstance(record, Offer))
        joint = ((one, tuple(p for p in one.partners if p != one.lead)) for one in offers)
        found = [(one, partners) for one, partners in joint if partners]
        found.sort(key=lambda pair: (pair[0].title.casefold(), pair[0].id))
        return [JointOffer(one.id, one.lead, partners) for one, partners in found]

    def joint_offers_by_pair(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """For each two Actors the ids of the offers they provide together."""
        by_pair: dict[tuple[str, str], list[str]] = {}
        for joint in self.joint_offers():
            for first, second in combinations(sorted({joint.lead, *joint.partners}), 2):
                by_pair.setdefault((first, second), []).append(joint.offer)
        return {pair: tuple(offers) for pair, offers in by_pair.items()}

    def carrier(self, actor: str) -> str:
        """The top of the chain of Träger; the Actor itself if it has none, or none is recorded."""
        top, seen = actor, {actor}
        while isinstance(record := self.record(top), Actor) and record.parent:
            if record.parent in seen or not self.is_actor(record.parent):
                break
            top = record.parent
            seen.add(top)
        return top

    def is_actor(self, node: NodeId) -> bool:
        """Whether the node is an Actor that is recorded."""
        return self.kind(node) is NodeKind.ACTOR

    def is_known(self, contact: str) -> bool:
        """Whether there is a Contact of that id."""
        return self.kind(contact) is NodeKind.CONTACT

    def colleagues(self, contact: str) -> Iterator[str]:
        """The other Contacts of the same employer."""
        record = self.record(contact)
        employer = record.employer if isinstance(record, Contact) else None
        if employer:
            for other, parallel in self.graph.pred[employer].items():
                works = any(data["kind"] is EdgeKind.WORKS_AT for data in parallel.values())
                if works and other != contact:
                    yield other

    def acquaintances(self, contact: str) -> Iterator[tuple[str, bool]]:
        """Both directions of Acquaintance; one-sided if only one of them is recorded."""
        named = _ends(self.graph.succ, contact, (EdgeKind.KNOWS,))
        named_by = _ends(self.graph.pred, contact, (EdgeKind.KNOWS,))
        return ((str(other), other in named ^ named_by) for other in named | named_by)

    def meetings(self, contact: str) -> Iterator[tuple[str, date]]:
        """The recorded meetings where the person was present."""
        for attended in self._around(contact, (EdgeKind.ATTENDED,)):
            meeting = self.record(attended.node)
            present = attended.attributes["presence"] is Presence.PRESENT
            if present and isinstance(meeting, Meeting):
                yield meeting.id, meeting.held_on

    def _dated_ties(self) -> Iterator[DatedTie]:
        for first, second in self._reports:
            for data in self.graph.adj[first][second].values():
                if data["kind"] is EdgeKind.TIE:
                    yield data["tie"]

    def _pair_name(self, tie: Tie) -> tuple[str, str, str, str]:
        first, second = (self.name(actor).casefold() for actor in (tie.actor_a, tie.actor_b))
        return first, second, tie.actor_a, tie.actor_b

    def _around(
        self, node: NodeId, kinds: Collection[EdgeKind] | None = None
    ) -> Iterator[Neighbour]:
        if node not in self.graph:
            return
        for outgoing, sides in ((True, self.graph.succ[node]), (False, self.graph.pred[node])):
            for other, parallel in sides.items():
                for data in parallel.values():
                    kind = data["kind"]
                    if kinds is None or kind in kinds:
                        yield Neighbour(other, kind, outgoing, data["made_by"], _plain(data))

    def _adjacent(self, node: NodeId, kinds: Collection[EdgeKind] | None) -> set[NodeId]:
        return {
            other
            for sides in (self.graph.succ[node], self.graph.pred[node])
            for other, parallel in sides.items()
            if kinds is None or any(data["kind"] in kinds for data in parallel.values())
        }

    def _upward(self, node: NodeId, through: Collection[EdgeKind]) -> set[NodeId]:
        """What the node points at, and all that lies above it."""
        held = _ends(self.graph.succ, node, through) if node in self.graph else set()
        return _closure(self.graph.succ, held, HIERARCHY.intersection(through))

    def _downward(self, node: NodeId, through: Collection[EdgeKind]) -> set[NodeId]:
        """What points at the node or at something that lies below it."""
        below = _closure(self.graph.pred, {node}, HIERARCHY.intersection(through))
        return {source for held in below for source in _ends(self.graph.pred, held, through)}


_Sides = Mapping[Any, Any]
"""Neighbours of each node, with the parallel edges to each by key, and what the edge carries."""


def _ends(sides: _Sides, node: NodeId, kinds: Collection[EdgeKind]) -> set[NodeId]:
    return {
        other
        for other, parallel in sides[node].items()
        if any(data["kind"] in kinds for data in parallel.values())
    }


def _closure(sides: _Sides, nodes: set[NodeId], kinds: Collection[EdgeKind]) -> set[NodeId]:
    reached = set(nodes)
    waiting = list(nodes)
    while waiting:
        further = _ends(sides, waiting.pop(), kinds) - reached
        reached |= further
        waiting += further
    return reached


def _plain(data: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if key not in ("kind", "made_by")}


def _trace(before: Mapping[NodeId, NodeId | None], end: NodeId) -> Iterator[NodeId]:
    node: NodeId | None = end
    while node is not None:
        yield node
        node = before[node]
