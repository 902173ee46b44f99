"""From the graph to a finished picture: view, layout, sheet."""

from collections.abc import Mapping
from datetime import date

import msgspec

from stk_graph.diagram.render import Renderer, RenderError, smallest_points
from stk_graph.diagram.views import Place, network_map, surroundings
from stk_graph.language import N_, _
from stk_graph.model.enums import TieStage, Visibility
from stk_graph.network.neighbourhood import Neighbourhood

LANDSCAPE = 2.0
"""Width to height of the drawing itself on a landscape sheet, below the legend."""

MOST_ACTORS = 500
_TOO_MANY = N_(
    "{count} Einrichtungen passen auf kein Blatt, gezeichnet wird bis {most}. Die Daten sind "
    "unverändert. Bitte erst ab einer höheren Stufe zeigen oder die Netzwerkkarte einer "
    "Einrichtung wählen."
)


class Picture(msgspec.Struct, frozen=True):
    """A drawn sheet; ``places`` are the points where each Actor stands, to draw it so again.

    ``points`` is the size of a name on the printed sheet: below 7 it is hard to read.
    """

    svg: bytes
    places: dict[str, Place]
    points: float


def map_picture(
    graph: Neighbourhood,
    renderer: Renderer,
    *,
    today: date,
    level: Visibility = Visibility.NETWORK,
    least: TieStage = TieStage.ACQUAINTED,
) -> Picture:
    """The map of the whole network, laid out to fill a landscape sheet of A3.

    Raises ``RenderError``.
    """
    loose = network_map(graph, today=today, level=level, least=least)
    if len(loose.ids) > MOST_ACTORS:
        raise RenderError(_(_TOO_MANY).format(count=len(loose.ids), most=MOST_ACTORS))
    found = renderer.places(loose.dot, engine=loose.engine)
    places = stretched({actor: found[node] for actor, node in loose.ids.items()})
    drawing = network_map(graph, today=today, level=level, least=least, places=places)
    svg = renderer.render(drawing.dot, engine=drawing.engine, fixed=drawing.fixed)
    return Picture(svg, places, smallest_points(svg))


def surroundings_picture(
    graph: Neighbourhood,
    renderer: Renderer,
    actor: str,
    *,
    today: date,
    level: Visibility = Visibility.NETWORK,
) -> Picture:
    """One Actor with its neighbours on a landscape sheet of A4.

    Raises ``RenderError``, and KeyError if there is no such Actor.
    """
    drawing = surroundings(graph, actor, today=today, level=level)
    svg = renderer.render(drawing.dot, engine=drawing.engine, fixed=drawing.fixed)
    return Picture(svg, {}, smallest_points(svg))


def stretched(places: Mapping[str, Place], wanted: float = LANDSCAPE) -> dict[str, Place]:
    """The same places on the same area, ``wanted`` times as wide as high."""
    if len(places) < 2:
        return dict(places)
    across, up = zip(*places.values(), strict=True)
    width, height = max(across) - min(across) or 1.0, max(up) - min(up) or 1.0
    pull = (wanted * height / width) ** 0.5
    return {actor: (x * pull, y / pull) for actor, (x, y) in places.items()}
