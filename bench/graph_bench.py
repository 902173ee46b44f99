"""What the graph costs: building it, changing one record, asking it.

The floor is networkx alone: adding the same nodes and edges, replacing an edge, walking.
"""

import gc
import random
import time
from collections.abc import Callable
from datetime import date

import msgspec
import networkx as nx

from bench.measure import interleaved, line
from stk_graph.model import Acquaintance, Actor, Area, Contact, Offer, Record, TieReport
from stk_graph.model.enums import TieStage
from stk_graph.network.kinds import EdgeKind, NodeKind
from stk_graph.network.neighbourhood import Neighbourhood
from stk_graph.vocabulary import offer_kinds, target_groups, topics

TODAY = date(2026, 11, 24)
OFFERS = 4000
ROUNDS = 9


def district(offers: int) -> list[Record]:
    """A district with as many offers, one Actor for every 13 of them, two Contacts an Actor."""
    draw = random.Random(11)
    areas: list[Record] = [Area(name=f"Gebiet {number}") for number in range(12)]
    area_ids = [area.id for area in areas]
    actors = [
        Actor(name=f"Einrichtung {number}", area=draw.choice(area_ids))
        for number in range(max(4, offers // 13))
    ]
    actor_ids = [actor.id for actor in actors]
    contacts = [
        Contact(name=f"Person {number}", employer=actor_ids[number % len(actor_ids)])
        for number in range(2 * len(actors))
    ]
    kinds, groups, themes = list(offer_kinds()), list(target_groups()), list(topics())
    records: list[Record] = [*areas, *actors, *contacts]
    for number in range(offers):
        lead, partner = draw.sample(actor_ids, 2)
        records.append(
            Offer(
                title=f"Angebot {number}",
                lead=lead,
                partners=(partner,) if number % 5 == 0 else (),
                offer_kind=draw.choice(kinds),
                target_groups=tuple(draw.sample(groups, 2)),
                area=draw.choice(area_ids),
                catchment=tuple(draw.sample(area_ids, 2)),
            )
        )
    for _number in range(3 * len(actors)):
        one, other = draw.sample(actor_ids, 2)
        stage = TieStage(draw.randint(1, 5))
        topic = draw.choice([None, *themes])
        records.append(
            TieReport(
                from_actor=one, to_actor=other, stage_now=stage, topic=topic, reported_on=TODAY
            )
        )
        first, second = draw.sample([contact.id for contact in contacts], 2)
        records.append(Acquaintance(from_contact=first, to_contact=second))
    return records


def tell(
    case: str,
    figure: Callable[[], object],
    floor: Callable[[], object],
    *,
    steps: int = 1,
    floor_steps: int = 1,
    **more: object,
) -> None:
    """One line in milliseconds for each of the ``steps`` that one call makes."""
    medians = interleaved({"figure": timed(figure), "floor": timed(floor)}, ROUNDS)
    line(
        case,
        unit="ms",
        figure=medians["figure"] / steps,
        floor=medians["floor"] / floor_steps,
        **more,
    )


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """The work as a run that tells how many milliseconds it took."""

    def run() -> float:
        gc.collect()
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    return run


def bare(built: Neighbourhood) -> Callable[[], object]:
    """Adding the same nodes and edges to an empty graph, with nothing around it."""
    nodes = list(built.graph.nodes(data=True))
    edges = list(built.graph.edges(keys=True, data=True))

    def add() -> None:
        gc.disable()
        graph = nx.MultiDiGraph()
        graph.add_nodes_from(nodes)
        graph.add_edges_from(edges)
        gc.enable()

    return add


def bench_building(records: list[Record]) -> Neighbourhood:
    """The whole graph from its records."""
    built = Neighbourhood.build(records)
    tell(
        f"graph: build from {OFFERS} offers, {len(records)} records",
        lambda: Neighbourhood.build(records),
        bare(built),
        nodes=len(built.graph),
        edges=built.graph.number_of_edges(),
    )
    return built


def bench_changes(graph: Neighbourhood) -> None:
    """One record changed back and forth: its text, one of its references, its stage."""
    offers = [record for record in graph.records() if isinstance(record, Offer)][:500]
    reports = [record for record in graph.records() if isinstance(record, TieReport)][:500]
    areas = [record.id for record in graph.records() if isinstance(record, Area)]
    replace = msgspec.structs.replace
    changes: dict[str, list[Record]] = {
        "text of an offer": [
            *(replace(one, description="neu") for one in offers),
            *offers,
        ],
        "area of an offer": [replace(one, area=area) for area in areas[:2] for one in offers],
        "stage of a report": [
            replace(one, stage_now=stage)
            for stage in (TieStage.JOINT, TieStage.EXCHANGE)
            for one in reports
        ],
    }
    for case, changed in changes.items():

        def put_all(records: list[Record] = changed) -> None:
            for record in records:
                graph.put(record)

        tell(
            f"graph: change the {case}",
            put_all,
            lambda: replace_edges(graph, offers),
            steps=len(changed),
            floor_steps=len(offers),
        )


def replace_edges(graph: Neighbourhood, offers: list[Offer]) -> None:
    """One edge of each offer taken out and put back by networkx alone."""
    for offer in offers:
        key = (EdgeKind.PROVIDES, offer.id, None)
        data = graph.graph.edges[offer.lead, offer.id, key]
        graph.graph.remove_edge(offer.lead, offer.id, key)
        graph.graph.add_edge(offer.lead, offer.id, key, **data)


def bench_questions(graph: Neighbourhood) -> None:
    """What a screen asks, beside networkx walking the same nodes."""
    whole = graph.graph
    busiest = max(graph.nodes(NodeKind.ACTOR), key=lambda node: int(whole.degree(node)))
    people = [record.id for record in graph.records() if isinstance(record, Contact)]
    undirected = whole.to_undirected(as_view=True)
    circle = nx.Graph(
        (start, end)
        for start, end, kind in whole.edges(data="kind")
        if kind in (EdgeKind.KNOWS, EdgeKind.WORKS_AT)
    )
    tell(
        "graph: neighbours of the busiest actor",
        lambda: graph.neighbours(busiest),
        lambda: [*whole.out_edges(busiest, data=True), *whole.in_edges(busiest, data=True)],
    )
    tell(
        "graph: surroundings of the busiest actor in two steps",
        lambda: graph.ego(busiest, 2),
        lambda: nx.single_source_shortest_path_length(undirected, busiest, cutoff=2),
    )
    tell(
        "graph: ties of all actors",
        lambda: graph.actor_ties(TODAY),
        lambda: [data for *_pair, data in whole.edges(data="tie") if data],
    )
    tell(
        "graph: warm paths to all persons",
        lambda: graph.warm_paths(people[:2], people, today=TODAY),
        lambda: nx.single_source_dijkstra_path(circle, people[0]),
    )


def main() -> None:
    """All cases on one district."""
    graph = bench_building(district(OFFERS))
    bench_changes(graph)
    bench_questions(graph)


if __name__ == "__main__":
    main()
