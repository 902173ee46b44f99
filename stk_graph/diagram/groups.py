"""Which Actors share a colour: those of one area, and no more areas than can be told apart."""

from collections import Counter
from collections.abc import Iterable, Mapping

from stk_graph.diagram.style import HUES
from stk_graph.model import Actor, Area
from stk_graph.model.enums import AreaType
from stk_graph.network.neighbourhood import Neighbourhood


def areas_of(graph: Neighbourhood, actors: Iterable[Actor]) -> dict[str, str | None]:
    """For each Actor the area whose colour it takes; None for the whole city or no known area.

    With more areas than colours the smallest go into the area that holds them, as long as that is
    no city; what is still too many stays without a colour, smallest first.
    """
    area_of = {actor.id: _known_area(graph, actor.area) for actor in actors}
    while len(sizes := Counter(area for area in area_of.values() if area)) > len(HUES):
        smallest = _first_to_join(graph, sizes)
        wider = _wider(graph, smallest)
        area_of = {one: wider if area == smallest else area for one, area in area_of.items()}
    return area_of


def _first_to_join(graph: Neighbourhood, sizes: Mapping[str, int]) -> str:
    return min(sizes, key=lambda area: (_wider(graph, area) is None, sizes[area], graph.name(area)))


def hues(graph: Neighbourhood, areas: Iterable[str | None]) -> dict[str, str]:
    """A colour for each area, in the order of the alphabet."""
    known = sorted({area for area in areas if area}, key=lambda area: (graph.name(area), area))
    return dict(zip(known, HUES, strict=False))


def _known_area(graph: Neighbourhood, area: str | None) -> str | None:
    record = graph.record(area) if area else None
    return record.id if isinstance(record, Area) and record.type is not AreaType.CITY else None


def _wider(graph: Neighbourhood, area: str) -> str | None:
    record = graph.record(area)
    return _known_area(graph, record.parent) if isinstance(record, Area) else None
