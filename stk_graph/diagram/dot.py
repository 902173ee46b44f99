"""One picture as DOT: generated ids, a fixed list of attributes, every text quoted."""

import re
from collections.abc import Mapping
from typing import Any

import pydot

from stk_graph.diagram.quoting import Ready, quoted
from stk_graph.diagram.style import FONT

Value = Ready | str | int | float

ATTRIBUTES = frozenset(
    {
        *("bgcolor", "fontname", "fontsize", "label", "labeljust", "labelloc"),
        *("layout", "outputorder", "overlap", "overlap_scaling", "pad", "ratio", "sep", "esep"),
        *("size", "splines", "start", "color", "fillcolor", "fontcolor", "height", "margin"),
        *("penwidth", "peripheries", "pos", "shape", "style", "tooltip", "width"),
        *("arrowhead", "arrowsize", "arrowtail", "dir", "len", "weight"),
    }
)
"""The only attribute keys that ever stand in a file: pydot never quotes a key."""

_CONSTANT = re.compile(r"[#\w.,!+ -]*")

_GRAPH: Mapping[str, Value] = {
    "bgcolor": "white",
    "fontname": FONT,
    "fontsize": 12,
    "labeljust": "l",
    "labelloc": "t",
    "outputorder": "edgesfirst",
    "pad": 0.25,
    "splines": "true",
}
_NODE: Mapping[str, Value] = {
    "color": "#4A5568",
    "fontname": FONT,
    "fontsize": 11,
    "height": 0.3,
    "margin": "0.09,0.05",
    "penwidth": 0.8,
    "shape": "box",
    "style": "rounded,filled",
    "width": 0.4,
}
_EDGE: Mapping[str, Value] = {"fontname": FONT, "fontsize": 9}


class Sheet:
    """An undirected picture that grows node by node; ids are ``a1``, ``a2``, … as they come.

    A value of an attribute is a number, a constant of ours or ``Ready`` text. Raises ValueError
    for an attribute that is not in ``ATTRIBUTES`` and for any other text.
    """

    def __init__(self, **attributes: Value) -> None:
        self._dot = pydot.Dot("network", graph_type="graph", **_checked({**_GRAPH, **attributes}))
        self._dot.set_node_defaults(**_checked(_NODE))
        self._dot.set_edge_defaults(**_checked(_EDGE))
        self._ids: dict[str, str] = {}

    def node(self, key: str, **attributes: Value) -> None:
        """Draws a node; ``key`` is how the caller names it and never stands in the file."""
        identity = self._ids.setdefault(key, f"a{len(self._ids) + 1}")
        self._dot.add_node(pydot.Node(identity, **_checked(attributes)))

    def edge(self, start: str, end: str, **attributes: Value) -> None:
        """Draws an edge between two nodes that are drawn. Raises KeyError if one is not."""
        ends = (self._ids[start], self._ids[end])
        self._dot.add_edge(pydot.Edge(*ends, **_checked(attributes)))

    @property
    def ids(self) -> Mapping[str, str]:
        """The id in the file for each key."""
        return self._ids

    def __str__(self) -> str:
        return str(self._dot.to_string())


def _checked(attributes: Mapping[str, Value]) -> dict[str, Any]:
    unknown = attributes.keys() - ATTRIBUTES
    if unknown:
        raise ValueError(f"no attribute of ours: {', '.join(sorted(unknown))}")
    return {key: _dot_value(value) for key, value in attributes.items()}


def _dot_value(value: Value) -> str:
    if isinstance(value, Ready):
        return value
    if isinstance(value, int | float):
        return f"{value:g}"
    if not _CONSTANT.fullmatch(value):
        raise ValueError("a text must be quoted before it is drawn")
    return quoted(value)
