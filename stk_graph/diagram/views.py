"""The views: what a picture shows, as DOT with the engine that lays it out.

``network_map`` shows all Actors with their ties, ``surroundings`` one Actor with its neighbours.
What must not be seen is left out of the graph before it comes here.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from datetime import date

import msgspec

from stk_graph.diagram.actors import (
    Marks,
    actor_attributes,
    drawable,
    networks_of,
    outline,
    tie_attributes,
)
from stk_graph.diagram.dot import Sheet, Value
from stk_graph.diagram.groups import areas_of, hues
from stk_graph.diagram.head import Head, Row, Sign
from stk_graph.diagram.style import (
    A3_LANDSCAPE,
    A4_LANDSCAPE,
    BADGES,
    FADED,
    NEIGHBOUR_TIE,
    QUIET,
    STAGES,
    WITHOUT_AREA,
)
from stk_graph.language import _
from stk_graph.model import Actor, Network, Tie
from stk_graph.model.enums import TieStage, TieStatus, Visibility
from stk_graph.network.kinds import EdgeKind, NodeKind
from stk_graph.network.neighbourhood import Neighbourhood
from stk_graph.vocabulary import label

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
    marks, legend = _marks(graph, drawn)
    with_stages = level.level <= Visibility.NETWORK.level
    head = Head(
        title=_("Netzwerk {name}").format(name=_own_name(graph)).strip(),
        shown=_least_words(least) if with_stages else "",
        counts=_counts(len(drawn), len(ties), len(marks.networks)),
        day=today,
        level=_level_words(level),
        rows=(*_tie_rows(ties, with_stages), *legend),
        notes=(
            *_stage_notes(with_stages),
            *_without_line(graph, everybody, tied, least if with_stages else TieStage.ACQUAINTED),
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
    marks, legend = _marks(graph, [centre, *around])
    with_stages = level.level <= Visibility.NETWORK.level
    head = Head(
        title=_("Netzwerkkarte {name}").format(name=centre.name),
        shown=_("je näher, desto enger die gemeldete Zusammenarbeit") if with_stages else "",
        counts=_counts(len(around) + 1, len(own), len(marks.networks)),
        day=today,
        level=_level_words(level),
        rows=(*_tie_rows(list(own.values()), with_stages), *legend),
        notes=_stage_notes(with_stages),
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


def _marks(graph: Neighbourhood, actors: Sequence[Actor]) -> tuple[Marks, tuple[Row, ...]]:
    """Colours, shapes and badges of these Actors, and the rows of the legend that explain them."""
    area_of = areas_of(graph, actors)
    hue = hues(graph, area_of.values())
    joined = {actor.id: networks_of(graph, actor) for actor in actors}
    networks = sorted(frozenset().union(*joined.values()), key=lambda one: (graph.name(one), one))
    areas = [Sign("■", graph.name(area), colour, 16) for area, colour in hue.items()]
    if None in area_of.values():
        areas.append(Sign("■", _("stadtweit oder ohne Angabe"), WITHOUT_AREA, 16))
    forms = sorted({outline(graph, actor) for actor in actors})
    badged = tuple(networks[: len(BADGES)])
    rows = (
        Row(_("Gebiet"), tuple(areas)),
        Row(_("Form"), tuple(Sign(_(one.form), f"= {_(one.meaning)}", QUIET, 11) for one in forms)),
        Row(
            _("Arbeitet mit in"),
            tuple(Sign(*pair) for pair in zip(BADGES, map(graph.name, badged), strict=False)),
        ),
    )
    hue_of = {actor: hue[area] for actor, area in area_of.items() if area}
    return Marks(hue_of, joined, badged), rows


def _tie_rows(ties: Sequence[Tie], with_stages: bool) -> tuple[Row, ...]:
    if not with_stages:
        return ()
    stages = {tie.stage for tie in ties}
    lines = [
        Sign(style.glyph, label(stage), style.colour, style.glyph_size, room=4)
        for stage, style in STAGES.items()
        if stage in stages
    ]
    marks = []
    if any(tie.status is TieStatus.ONE_SIDED for tie in ties):
        marks.append(Sign("○", _("diese Seite hat noch nicht gemeldet")))
    if any(tie.status is TieStatus.DIFFERING for tie in ties):
        marks.append(Sign("≠", _("unterschiedliche Einschätzung, gezeigt ist die niedrigere")))
    if any(tie.faded for tie in ties):
        marks.append(Sign("───", _("Meldung älter als 24 Monate"), FADED, 13, room=4))
    return Row(_("Verbindung"), tuple(lines)), Row(_("Zeichen"), tuple(marks))


def _counts(actors: int, ties: int, networks: int) -> str:
    counts = (
        (_("Akteure"), actors),
        (_("Kooperationen"), ties),
        (_("weitere Netzwerke"), networks),
    )
    return " · ".join(f"{what}: {count}" for what, count in counts if count or what == counts[0][0])


def _own_name(graph: Neighbourhood) -> str:
    own = (graph.record(node) for node in graph.nodes(NodeKind.NETWORK))
    return next((one.name for one in own if isinstance(one, Network) and one.is_own), "")


def _least_words(least: TieStage) -> str:
    return _("Verbindungen ab „{stage}“").format(stage=label(least))


def _level_words(level: Visibility) -> str:
    return _("Stufe der Veröffentlichung: {level}").format(level=label(level))


def _stage_notes(with_stages: bool) -> tuple[str, ...]:
    text = _("Mehr ist nicht besser – die passende Stufe entscheidet das Netzwerk.")
    return (text,) if with_stages else ()


def _without_line(
    graph: Neighbourhood, actors: Sequence[Actor], tied: Collection[str], least: TieStage
) -> tuple[str, ...]:
    """The names of Actors without a tie, except those that only run others."""
    names = [
        actor.name.replace(" ", "\u00a0")
        for actor in actors
        if actor.id not in tied and not _runs_others(graph, actor)
    ]
    if not names:
        return ()
    if least > TieStage.ACQUAINTED:
        text = _("Ohne Verbindung ab „{stage}“: {names}")
    else:
        text = _("Noch keine Verbindung gemeldet: {names}")
    return (text.format(stage=label(least), names="\u00a0· ".join(names)),)


def _runs_others(graph: Neighbourhood, actor: Actor) -> bool:
    runs = graph.neighbours(actor.id, (EdgeKind.RUNS,)).get(EdgeKind.RUNS, ())
    return any(one.outgoing for one in runs)
