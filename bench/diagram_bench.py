"""What a picture costs: from the graph to the finished sheet, with the embedded renderer.

The floor is the renderer alone, drawing the finished DOT once with everybody's place given.
"""

import random
import time
from collections.abc import Callable
from datetime import date
from functools import partial

from bench.measure import interleaved, line
from stk_graph.diagram.pictures import map_picture, surroundings_picture
from stk_graph.diagram.render import renderer
from stk_graph.diagram.views import network_map, surroundings
from stk_graph.model import Actor, Area, Record, TieReport
from stk_graph.model.enums import TieStage
from stk_graph.network.neighbourhood import Neighbourhood

TODAY = date(2026, 11, 24)
SIZES = ((45, 120), (150, 225))
ROUNDS = 5
HOUSES = ("Kita", "Jugendhaus", "Beratungsstelle", "Seniorentreff", "Familienzentrum")
PLACES = ("Am Südtor", "Heidekamp", "Birkenhof", "Lindenau", "Nordring", "Gartenstadt")


def network(actors: int, ties: int) -> tuple[Neighbourhood, str]:
    """A network in five areas, most ties within one, and the id of an Actor with 24 ties."""
    draw = random.Random(3)
    areas = [Area(name=f"Bezirk {number}") for number in range(1, 6)]
    carriers = [Actor(name="Stadt", kind="kommunal"), Actor(name="Verein", kind="freier_traeger")]
    houses = [
        Actor(
            name=f"{draw.choice(HOUSES)} {draw.choice(PLACES)}",
            parent=draw.choice(carriers).id,
            area=areas[number % 5].id,
        )
        for number in range(actors)
    ]
    pairs = [(houses[0].id, other.id) for other in houses[1:25]]
    while len(pairs) < ties:
        one = draw.randrange(actors)
        other = (one + 5 * draw.randint(1, 8)) % actors if draw.random() < 0.7 else one - 1
        pairs.append((houses[one].id, houses[other].id))
    reports: list[Record] = [
        TieReport(
            from_actor=one,
            to_actor=other,
            stage_now=TieStage(draw.randint(1, 5)),
            reported_on=TODAY,
        )
        for one, other in pairs
        if one != other
    ]
    return Neighbourhood.build([*areas, *carriers, *houses, *reports]), houses[0].id


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """The work as a run that tells how many milliseconds it took."""

    def run() -> float:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    return run


def tell(
    case: str, figure: Callable[[], object], floor: Callable[[], object], points: float
) -> None:
    """One line with the size of a name on the printed sheet."""
    medians = interleaved({"figure": timed(figure), "floor": timed(floor)}, ROUNDS)
    line(
        case,
        unit="ms",
        figure=medians["figure"],
        floor=medians["floor"],
        points_of_a_name=round(points, 1),
    )


def main() -> None:
    """The map and the sheet of one institution, in two sizes of the network."""
    drawing = renderer("embedded")
    for actors, ties in SIZES:
        graph, hub = network(actors, ties)
        picture = map_picture(graph, drawing, today=TODAY)
        final = network_map(graph, today=TODAY, places=picture.places)
        tell(
            f"diagram: map of {actors} actors, {ties} ties",
            partial(map_picture, graph, drawing, today=TODAY),
            partial(drawing.render, final.dot, engine="neato", fixed=True),
            picture.points,
        )
        around = surroundings(graph, hub, today=TODAY)
        tell(
            f"diagram: one of {actors} actors with its neighbours",
            partial(surroundings_picture, graph, drawing, hub, today=TODAY),
            partial(drawing.render, around.dot, engine="neato", fixed=True),
            surroundings_picture(graph, drawing, hub, today=TODAY).points,
        )


if __name__ == "__main__":
    main()
