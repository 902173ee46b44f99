"""How an Actor and a tie are drawn, in every view alike."""

from collections.abc import Collection, Mapping

import msgspec

from stk_graph.diagram.dot import Value
from stk_graph.diagram.quoting import Ready, html_text, markup, quoted
from stk_graph.diagram.style import (
    BADGES,
    FADED,
    NEUTRAL_FILL,
    NEUTRAL_TIE,
    NOT_KNOWN,
    OUTLINES,
    QUIET,
    STAGES,
    Outline,
    tint,
    wrapped,
)
from stk_graph.model import Actor, Network, Tie
from stk_graph.model.enums import TieStage, TieStatus
from stk_graph.network.kinds import EdgeKind
from stk_graph.network.neighbourhood import Neighbourhood

LONGEST_NAME = 54
LONGEST_CARRIER = 30
FILL_WHITE = 0.72
NAME_POINTS = 11


class Marks(msgspec.Struct, frozen=True):
    """What the sheet tells by colour and badge: hue and Networks of each Actor.

    ``networks`` are those with a badge, in the order of the badges.
    """

    hue_of: Mapping[str, str]
    networks_of: Mapping[str, Collection[str]]
    networks: tuple[str, ...]


def networks_of(graph: Neighbourhood, actor: Actor) -> frozenset[str]:
    """The Networks an Actor takes part in, itself or by one of its Contacts; our own left out."""
    staff = graph.neighbours(actor.id, (EdgeKind.WORKS_AT,)).get(EdgeKind.WORKS_AT, ())
    joined = {
        found.node
        for member in (actor.id, *(one.node for one in staff))
        for found in graph.neighbours(member, (EdgeKind.MEMBER_OF,)).get(EdgeKind.MEMBER_OF, ())
    }
    networks = (graph.record(node) for node in joined)
    return frozenset(
        network.id for network in networks if isinstance(network, Network) and not network.is_own
    )


def outline(graph: Neighbourhood, actor: Actor) -> Outline:
    """The shape by the kind of carrier; dotted where the kind does not tell."""
    carrier = graph.record(graph.carrier(actor.id))
    kind = carrier.kind if isinstance(carrier, Actor) else None
    return OUTLINES.get(kind or "", NOT_KNOWN)


def actor_attributes(
    graph: Neighbourhood, actor: Actor, marks: Marks, points: int = NAME_POINTS
) -> dict[str, Value]:
    """The box of an Actor: name in ``points``, carrier and badges; the full names as tooltip."""
    carrier = graph.record(graph.carrier(actor.id))
    above = carrier if isinstance(carrier, Actor) and carrier.id != actor.id else None
    shape = outline(graph, actor)
    hue = marks.hue_of.get(actor.id)
    badges = _badges(marks.networks_of.get(actor.id, ()), marks.networks)
    carrier_name = (above.short or above.name) if above else ""
    return {
        "label": _label(_short(actor), carrier_name, badges, points),
        "tooltip": quoted(f"{actor.name} – {above.name}" if above else actor.name),
        "shape": shape.shape,
        "style": shape.style,
        "peripheries": shape.lines,
        "fillcolor": tint(hue, FILL_WHITE) if hue else NEUTRAL_FILL,
    }


def tie_attributes(tie: Tie, *, with_stages: bool = True) -> dict[str, Value]:
    """The line of a tie from ``actor_a`` to ``actor_b``; without stages all lines are alike."""
    if not with_stages:
        return {"style": "solid", "penwidth": 1.3, "color": NEUTRAL_TIE}
    style = STAGES[tie.stage]
    attributes: dict[str, Value] = {
        "style": style.line,
        "penwidth": style.width,
        "color": FADED if tie.faded else style.colour,
    }
    if tie.status is TieStatus.DIFFERING:
        attributes["label"] = quoted("≠")
    if tie.silent == tie.actor_a:
        attributes |= {"dir": "back", "arrowtail": "odot", "arrowsize": 0.7}
    elif tie.silent is not None:
        attributes |= {"dir": "forward", "arrowhead": "odot", "arrowsize": 0.7}
    return attributes


def drawable(tie: Tie, least: TieStage) -> bool:
    """Whether the tie is a line: a reported "no contact" is none."""
    return tie.stage >= max(least, TieStage.ACQUAINTED)


def _short(actor: Actor) -> str:
    if len(actor.name) <= LONGEST_NAME:
        return actor.name
    return actor.short or actor.name[: LONGEST_NAME - 1].rstrip() + "…"


def _label(name: str, carrier: str, badges: str, points: int) -> Ready:
    parts = [f'<FONT POINT-SIZE="{points}">{html_text(wrapped(name))}</FONT>']
    if badges:
        parts[0] += f'<FONT POINT-SIZE="11"> {html_text(badges)}</FONT>'
    if carrier:
        line = html_text(wrapped(_cut(carrier, LONGEST_CARRIER), LONGEST_CARRIER))
        parts.append(f'<FONT POINT-SIZE="8" COLOR="{QUIET}">{line}</FONT>')
    return markup("<BR/>".join(parts))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _badges(joined: Collection[str], networks: tuple[str, ...]) -> str:
    return "".join(
        badge for badge, network in zip(BADGES, networks, strict=False) if network in joined
    )
