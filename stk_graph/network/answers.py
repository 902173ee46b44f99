"""What the graph answers with: frozen records, never parts of the graph."""

from collections.abc import Mapping

import msgspec

from stk_graph.network.kinds import EdgeKind, NodeId


class Neighbour(msgspec.Struct, frozen=True):
    """The other end of an edge; ``outgoing`` if the edge points there.

    ``made_by`` is what the edge comes from, mostly the id of a record; ``attributes`` is what the
    edge carries beside its kind.
    """

    node: NodeId
    kind: EdgeKind
    outgoing: bool
    made_by: object
    attributes: Mapping[str, object]


class Edge(msgspec.Struct, frozen=True):
    """An edge as it stands in the graph."""

    source: NodeId
    target: NodeId
    kind: EdgeKind
    made_by: object
    attributes: Mapping[str, object]


class Ego(msgspec.Struct, frozen=True):
    """A node with its surroundings: how many steps away each node is, and the edges among them."""

    node: NodeId
    distances: Mapping[NodeId, int]
    edges: tuple[Edge, ...]


class JointOffer(msgspec.Struct, frozen=True):
    """One offer of several Actors: the lead and its partners, as ids."""

    offer: str
    lead: str
    partners: tuple[str, ...]
