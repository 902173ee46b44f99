"""What a picture of the network shows, read off the finished SVG."""

import re
import xml.etree.ElementTree as ElementTree
from datetime import date

import pytest

from stk_graph.diagram.groups import areas_of, hues
from stk_graph.diagram.pictures import (
    MOST_ACTORS,
    Picture,
    map_picture,
    stretched,
    surroundings_picture,
)
from stk_graph.diagram.render import RenderError, embedded
from stk_graph.diagram.style import FADED, HUES, STAGES
from stk_graph.diagram.views import MOST_ROUTED, network_map, surroundings
from stk_graph.model import Actor, Area, Membership, Network, Record
from stk_graph.model.enums import AreaType, TieStage, Visibility
from stk_graph.network.neighbourhood import Neighbourhood
from tests.unit.graph.network_records import (
    AMT,
    ANNE,
    JUZ,
    KITA,
    TODAY,
    VEREIN,
    actor,
    contact,
    report,
    uid,
)

SVG = "{http://www.w3.org/2000/svg}"
CITY, NORTH, SOUTH, OWN, AG78, LONELY = (uid(number) for number in range(40, 46))
OLD = date(2020, 1, 1)

DISTRICT: list[Record] = [
    Area(id=CITY, name="Stadt", type=AreaType.CITY),
    Area(id=NORTH, name="Nord", parent=CITY),
    Area(id=SOUTH, name="Süd", parent=CITY),
    Network(id=OWN, name="STK Nord", is_own=True),
    Network(id=AG78, name="AG 78"),
    actor(VEREIN, "Verein für alles", kind="freier_traeger", area=CITY),
    actor(KITA, "Kita <Regenbogen> & Co.", parent=VEREIN, kind="kita", area=NORTH),
    actor(JUZ, "Jugendzentrum", kind="jugendzentrum", area=SOUTH),
    actor(AMT, "Amt", kind="sozialamt", area=CITY),
    actor(LONELY, "Einsames Haus", area=NORTH),
    contact(ANNE, KITA, "Anne"),
    Membership(network=AG78, contact=ANNE),
    Membership(network=OWN, actor=KITA),
    report(KITA, JUZ, 4, "lernhilfe"),
    report(JUZ, KITA, 3, "lernhilfe"),
    report(KITA, AMT, 1),
    report(JUZ, AMT, 2, reported_on=OLD),
    report(AMT, JUZ, 2, reported_on=OLD),
    report(AMT, VEREIN, 0),
]


@pytest.fixture
def district() -> Neighbourhood:
    return Neighbourhood.build(DISTRICT)


def drawn_map(graph: Neighbourhood, level: Visibility = Visibility.NETWORK) -> Picture:
    renderer = embedded()
    assert renderer is not None
    return map_picture(graph, renderer, today=TODAY, level=level)


def texts(svg: bytes) -> str:
    root = ElementTree.fromstring(svg)
    return " ".join(" ".join(one.text or "" for one in root.iter(f"{SVG}text")).split())


def count(svg: bytes, what: str) -> int:
    return len(ElementTree.fromstring(svg).findall(f".//{SVG}g[@class='{what}']"))


def test_the_map_draws_the_actors_that_have_a_tie_and_each_tie_once(
    district: Neighbourhood,
) -> None:
    svg = drawn_map(district).svg
    assert (count(svg, "node"), count(svg, "edge")) == (3, 3)


def test_the_map_names_those_without_a_tie_but_no_mere_carriers(district: Neighbourhood) -> None:
    shown = texts(drawn_map(district).svg)
    assert "Noch keine Verbindung gemeldet: Einsames Haus" in shown
    assert "Verein für alles ·" not in shown


def test_every_sheet_says_what_it_shows_how_many_and_when(district: Neighbourhood) -> None:
    shown = texts(drawn_map(district).svg)
    assert "Netzwerk STK Nord" in shown
    assert "Akteure: 3 · Kooperationen: 3 · weitere Netzwerke: 1" in shown
    assert "Stand 24.11.2026" in shown
    assert "Mehr ist nicht besser" in shown


def test_a_name_is_shown_as_typed_with_its_carrier_and_the_badge_of_its_network(
    district: Neighbourhood,
) -> None:
    shown = texts(drawn_map(district).svg)
    assert "Kita <Regenbogen> & Co. ¹ Verein für alles" in shown
    assert "¹ AG 78" in shown


def test_the_legend_explains_only_what_is_on_the_sheet(district: Neighbourhood) -> None:
    shown = texts(drawn_map(district).svg)
    for word in ("Nord", "Süd", "stadtweit", "unterschiedliche Einschätzung", "24 Monate"):
        assert word in shown
    assert "Leistungskette" not in shown
    assert "Kirche" not in shown


def lines(dot: str) -> list[str]:
    return [line for line in dot.splitlines() if " -- " in line]


def test_stage_and_doubt_are_drawn_by_line_and_sign_and_not_by_colour_alone(
    district: Neighbourhood,
) -> None:
    first, second, third = lines(network_map(district, today=TODAY).dot)
    assert "dotted" in first
    assert "odot" in first
    assert "dashed" in second
    assert FADED in second
    assert "≠" in third
    assert f"penwidth={STAGES[TieStage.COORDINATION].width}" in third


@pytest.mark.parametrize(("reporter", "other"), [(KITA, AMT), (AMT, KITA)])
def test_the_open_circle_stands_at_the_side_that_has_not_reported(
    reporter: str, other: str
) -> None:
    graph = Neighbourhood.build([actor(KITA), actor(AMT), report(reporter, other, 2)])
    drawing = network_map(graph, today=TODAY)
    (line,) = lines(drawing.dot)
    tail, head = re.findall(r"\ba\d+\b", line)[:2]
    silent = head if "arrowhead" in line else tail
    assert silent == drawing.ids[other]


@pytest.mark.parametrize("level", [Visibility.PROFESSIONAL, Visibility.PUBLIC])
def test_beyond_the_network_no_line_tells_a_stage(
    district: Neighbourhood, level: Visibility
) -> None:
    for drawing in (
        network_map(district, today=TODAY, level=level),
        surroundings(district, KITA, today=TODAY, level=level),
    ):
        own = [line for line in lines(drawing.dot) if "penwidth=0.8" not in line]
        looks = {re.sub(r"^.*?\[", "", line) for line in own}
        assert len(looks) == 1
        assert "Verbindung:" not in drawing.dot
        assert "Abstimmung" not in drawing.dot
    surrounding = surroundings(district, KITA, today=TODAY, level=level)
    across_up = re.findall(r'pos="(-?[\d.]+),(-?[\d.]+)"', surrounding.dot)
    distances = {round((float(x) / 1.45) ** 2 + (float(y) / 0.8) ** 2, -2) for x, y in across_up}
    assert len(distances) == 2


def test_from_a_higher_stage_on_fewer_ties_are_drawn(district: Neighbourhood) -> None:
    drawing = network_map(district, today=TODAY, least=TieStage.COORDINATION)
    assert len(lines(drawing.dot)) == 1
    assert "Ohne Verbindung ab „Abstimmung“" in drawing.dot


def test_ties_of_somebody_who_is_not_recorded_are_left_out(district: Neighbourhood) -> None:
    district.put(report(KITA, uid(77), 5))
    assert len(lines(network_map(district, today=TODAY).dot)) == 3


def test_in_the_surroundings_the_nearer_ones_work_together_more_closely(
    district: Neighbourhood,
) -> None:
    renderer = embedded()
    assert renderer is not None
    picture = surroundings_picture(district, renderer, KITA, today=TODAY)
    assert (count(picture.svg, "node"), count(picture.svg, "edge")) == (3, 3)
    assert "Netzwerkkarte Kita <Regenbogen> & Co." in texts(picture.svg)
    drawing = surroundings(district, KITA, today=TODAY)
    place = {
        node: abs(float(x)) / 1.45 + abs(float(y)) / 0.8
        for node, x, y in re.findall(r'^(a\d+) .*pos="(-?[\d.]+),(-?[\d.]+)"', drawing.dot, re.M)
    }
    assert place[drawing.ids[KITA]] == 0
    assert place[drawing.ids[JUZ]] < place[drawing.ids[AMT]]


def test_surroundings_of_somebody_unknown_are_an_error(district: Neighbourhood) -> None:
    with pytest.raises(KeyError):
        surroundings(district, uid(999), today=TODAY)


def test_an_empty_network_is_a_sheet_with_a_title() -> None:
    picture = drawn_map(Neighbourhood.build([]))
    assert count(picture.svg, "node") == 0
    assert "Akteure: 0" in texts(picture.svg)


def test_a_map_with_more_actors_than_a_sheet_holds_is_refused_in_words() -> None:
    many = [actor(uid(number), "Haus") for number in range(100, 101 + MOST_ACTORS)]
    told = [report(many[0].id, one.id, 2) for one in many[1:]]
    with pytest.raises(RenderError, match="501 Einrichtungen"):
        drawn_map(Neighbourhood.build([*many, *told]))


def test_the_same_network_gives_the_same_sheet(district: Neighbourhood) -> None:
    again = Neighbourhood.build(reversed(DISTRICT))
    assert drawn_map(district).svg == drawn_map(again).svg


def test_boxes_never_overlap(district: Neighbourhood) -> None:
    for number in range(200, 240):
        district.put(actor(uid(number), f"Einrichtung mit langem Namen {number}", area=NORTH))
        district.put(report(uid(number), KITA if number % 2 else JUZ, 1 + number % 5))
    _assert_apart(drawn_map(district).svg, 43)


def test_boxes_around_one_actor_never_overlap() -> None:
    crowd = [actor(uid(number), f"Haus mit langem Namen {number}") for number in range(200, 224)]
    told = [report(KITA, one.id, 1 + number % 5) for number, one in enumerate(crowd)]
    graph = Neighbourhood.build([actor(KITA, "Kita"), *crowd, *told])
    renderer = embedded()
    assert renderer is not None
    _assert_apart(surroundings_picture(graph, renderer, KITA, today=TODAY).svg, 25)


def test_many_lines_are_drawn_straight_and_few_are_led_around_the_boxes() -> None:
    few = [report(KITA, uid(number), 2) for number in range(200, 210)]
    many = [report(KITA, uid(number), 2) for number in range(200, 201 + MOST_ROUTED)]
    for told, splines in ((few, "true"), (many, "line")):
        crowd = [actor(one.to_actor, "Haus") for one in told]
        graph = Neighbourhood.build([actor(KITA, "Kita"), *crowd, *told])
        dot = network_map(graph, today=TODAY, places={KITA: (0, 0)}).dot
        assert f'splines="{splines}"' in dot


def _assert_apart(svg: bytes, count_of_boxes: int) -> None:
    boxes = _boxes(svg)
    assert len(boxes) == count_of_boxes
    for number, (left, low, right, high) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = right <= other[0] or other[2] <= left or high <= other[1] or other[3] <= low
            assert apart


def _boxes(svg: bytes) -> list[tuple[float, float, float, float]]:
    boxes = []
    for node in ElementTree.fromstring(svg).findall(f".//{SVG}g[@class='node']"):
        outline = [*node.iter(f"{SVG}polygon"), *node.iter(f"{SVG}path")][0]
        drawn = outline.get("points") or outline.get("d") or ""
        pairs = re.findall(r"(-?[\d.]+),(-?[\d.]+)", drawn)
        across, up = [float(x) for x, _y in pairs], [float(y) for _x, y in pairs]
        boxes.append((min(across), min(up), max(across), max(up)))
    return boxes


def test_a_picture_remembers_where_everybody_stands(district: Neighbourhood) -> None:
    assert set(drawn_map(district).places) == {KITA, JUZ, AMT}


def test_stretching_keeps_the_area_and_makes_it_wide() -> None:
    wide = stretched({"a": (0, 0), "b": (10, 40), "c": (5, 20)}, 4.0)
    assert wide["b"] == pytest.approx((40, 10))
    assert stretched({"a": (3, 4)}) == {"a": (3, 4)}
    assert stretched({"a": (0, 0), "b": (0, 8)}, 2.0)["b"][0] == 0


def test_small_areas_join_the_one_around_them_when_colours_run_out() -> None:
    quarters = [Area(id=uid(number), name=f"Q{number}", parent=NORTH) for number in range(60, 69)]
    graph = Neighbourhood.build([Area(id=NORTH, name="Nord"), *quarters])
    crowd = [
        Actor(id=uid(300 + number), name="Haus", area=quarters[number % len(quarters)].id)
        for number in range(12)
    ]
    found = areas_of(graph, crowd)
    assert len(set(found.values())) <= len(HUES)
    assert NORTH in found.values()
    assert {found[one.id] for one in crowd[:3]} <= {quarter.id for quarter in quarters}


def test_areas_without_one_around_them_give_up_their_colour_smallest_first() -> None:
    lone = [Area(id=uid(number), name=f"Q{number}") for number in range(60, 69)]
    graph = Neighbourhood.build(lone)
    crowd = [Actor(name="Haus", area=area.id) for area in (*lone, *lone[:-1])]
    found = areas_of(graph, crowd)
    assert found[crowd[8].id] is None
    assert len(hues(graph, found.values())) == len(HUES)


def test_the_whole_city_and_the_unknown_have_no_colour(district: Neighbourhood) -> None:
    citywide, nowhere = Actor(name="A", area=CITY), Actor(name="B", area=uid(998))
    assert set(areas_of(district, [citywide, nowhere]).values()) == {None}
