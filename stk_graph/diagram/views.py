"""The views: what a picture shows, as DOT with the engine that lays it out.

``network_map`` shows all Actors with their ties, ``surroundings`` one Actor with its neighbours.
What must not be seen is left out of the graph before it comes here.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from stk_graph.diagram.actors import (
    actor_attributes,
    drawable,
    tie_attributes,
)
from stk_graph.diagram.dot import Sheet, Value
from stk_graph.diagram.head import Head
from stk_graph.diagram.legend import (
    counts,
    least_words,
    level_words,
    marks_of,
    own_name,
    stage_notes,
    tie_rows,
    without_line,
)
from stk_graph.diagram.style import (
    A3_LANDSCAPE,
    A4_LANDSCAPE,
    NEIGHBOUR_TIE,
)
from stk_graph.language import _
from stk_graph.model import Actor, Tie
from stk_graph.model.enums import TieStage, Visibility
from stk_graph.network.kinds import NodeKind
from stk_graph.network.neighbourhood import Neighbourhood

Place = tuple[float, float]
"""Across and up, in points."""

RADIUS = {5: 190, 4: 230, 3: 270, 2: 310, 1: 350}
"""Distance of a neighbour from the middle in points, by stage."""

MOST_ROUTED = 160
"""Lines that are led around boxes: for twice as many it takes eight times as long."""

_STRETCH = (1.45, 0.8)
_LETTERS_A3, _LETTERS_A4 = 250, 150


class Drawing(msgspec.Struct, frozen=True):
    """A view ready for the renderer.

    ``ids`` name the node of each Actor in the DOT; ``fixed`` says that the nodes have places.
    """

    dot: str
    engine: str
    ids: dict[str, str]
    fixed: bool = False


def network_map(
    graph: Neighbourhood,
    *,
    today: date,
    level: Visibility = Visibility.NETWORK,
    least: TieStage = TieStage.ACQUAINTED,
    places: Mapping[str, Place] | None = None,
) -> Drawing:
    """All Actors with a tie of at least ``least``, coloured by area, for a sheet of A3.

    The names of those without one stand under the legend. Above the level of the network the
    lines carry no stages. ``places`` are the points where the Actors stand, by id; then the engine
    only moves boxes that overlap, and leads the lines around them if they are not too many.
    """
    ties = [tie for tie in graph.actor_ties(today) if drawable(tie, least)]
    everybody = _actors(graph)
    tied = {actor for tie in ties for actor in (tie.actor_a, tie.actor_b)}
    drawn = [actor for actor in everybody if actor.id in tied]
    shown = {actor.id for actor in drawn}
    ties = [tie for tie in ties if {tie.actor_a, tie.actor_b} <= shown]
    marks, legend = marks_of(graph, drawn)
    with_stages = level.level <= Visibility.NETWORK.level
    head = Head(
        title=_("Netzwerk {name}").format(name=own_name(graph)).strip(),
        shown=least_words(least) if with_stages else "",
        counts=counts(len(drawn), len(ties), len(marks.networks)),
        day=today,
        level=level_words(level),
        rows=(*tie_rows(ties, with_stages), *legend),
        notes=(
            *stage_notes(with_stages),
            *without_line(graph, everybody, tied, least if with_stages else TieStage.ACQUAINTED),
        ),
        letters=_LETTERS_A3,
    )
    sheet = Sheet(
        label=head.label(),
        layout="neato",
        overlap="prism",
        overlap_scaling=1,
        sep="+7",
        esep="+4",
        start=11,
        size=A3_LANDSCAPE,
        splines="true" if places is not None and len(ties) <= MOST_ROUTED else "line",
    )
    for actor in drawn:
        sheet.node(actor.id, **actor_attributes(graph, actor, marks), **_at(places, actor.id))
    for tie in sorted(ties, key=lambda tie: tie.stage):
        spring = {"len": 2.9 - 0.35 * tie.stage, "weight": int(tie.stage)} if with_stages else {}
        attributes = tie_attributes(tie, with_stages=with_stages)
        sheet.edge(tie.actor_a, tie.actor_b, **attributes, **spring)
    return Drawing(str(sheet), "neato", dict(sheet.ids), fixed=places is not None)


def surroundings(
    graph: Neighbourhood,
    actor: str,
    *,
    today: date,
    level: Visibility = Visibility.NETWORK,
) -> Drawing:
    """One Actor in the middle, its neighbours the nearer the higher the stage, for a sheet of A4.

    Ties among the neighbours are grey. Raises KeyError if there is no such Actor.
    """
    centre = graph.record(actor)
    if not isinstance(centre, Actor):
        raise KeyError(actor)
    all_ties = [tie for tie in graph.actor_ties(today) if drawable(tie, TieStage.ACQUAINTED)]
    own = {
        tie.actor_b if tie.actor_a == actor else tie.actor_a: tie
        for tie in all_ties
        if actor in (tie.actor_a, tie.actor_b)
    }
    around = [one for one in _actors(graph) if one.id in own]
    among = [tie for tie in all_ties if {tie.actor_a, tie.actor_b} <= {one.id for one in around}]
    marks, legend = marks_of(graph, [centre, *around])
    with_stages = level.level <= Visibility.NETWORK.level
    head = Head(
        title=_("Netzwerkkarte {name}").format(name=centre.name),
        shown=_("je näher, desto enger die gemeldete Zusammenarbeit") if with_stages else "",
        counts=counts(len(around) + 1, len(own), len(marks.networks)),
        day=today,
        level=level_words(level),
        rows=(*tie_rows(list(own.values()), with_stages), *legend),
        notes=stage_notes(with_stages),
        letters=_LETTERS_A4,
    )
    sheet = Sheet(
        label=head.label(),
        layout="neato",
        overlap="prism",
        overlap_scaling=0,
        sep="+3",
        esep="+2",
        size=A4_LANDSCAPE,
    )
    middle = actor_attributes(graph, centre, marks, points=15)
    middle |= {"pos": "0,0", "penwidth": 3, "margin": "0.2,0.12"}
    sheet.node(actor, **middle)
    for one, (x, y) in _around_the_clock(graph, around, own, with_stages=with_stages):
        attributes = actor_attributes(graph, one, marks)
        sheet.node(one.id, **attributes, pos=f"{x:.1f},{y:.1f}")
    for tie in among:
        sheet.edge(tie.actor_a, tie.actor_b, style="solid", penwidth=0.8, color=NEIGHBOUR_TIE)
    for tie in sorted(own.values(), key=lambda tie: tie.stage):
        attributes = tie_attributes(tie, with_stages=with_stages)
        sheet.edge(tie.actor_a, tie.actor_b, **attributes)
    return Drawing(str(sheet), "neato", dict(sheet.ids), fixed=True)


def _around_the_clock(
    graph: Neighbourhood, around: Sequence[Actor], own: dict[str, Tie], *, with_stages: bool
) -> list[tuple[Actor, Place]]:
    """Each neighbour with its place in points: by area, then falling stage, from the top on."""

    def order(one: Actor) -> tuple[str, int, str]:
        stage = -own[one.id].stage if with_stages else 0
        return graph.name(one.area) if one.area else "", stage, one.name

    places = []
    for number, one in enumerate(sorted(around, key=order)):
        angle = 2 * math.pi * number / len(around)
        radius = RADIUS[own[one.id].stage if with_stages else TieStage.COORDINATION]
        across, up = radius * math.sin(angle), radius * math.cos(angle)
        places.append((one, (across * _STRETCH[0], up * _STRETCH[1])))
    return places


def _at(places: Mapping[str, Place] | None, actor: str) -> dict[str, Value]:
    if places is None or actor not in places:
        return {}
    across, up = places[actor]
    return {"pos": f"{across:.1f},{up:.1f}"}


def _actors(graph: Neighbourhood) -> list[Actor]:
    records = (graph.record(node) for node in graph.nodes(NodeKind.ACTOR))
    actors = (record for record in records if isinstance(record, Actor))
    return sorted(actors, key=lambda actor: (actor.name.casefold(), actor.id))
