"""What stands around the drawing: legend, counts and the words for what is shown."""

from collections.abc import Collection, Sequence

from stk_graph.diagram.actors import Marks, networks_of, outline
from stk_graph.diagram.groups import areas_of, hues
from stk_graph.diagram.head import Row, Sign
from stk_graph.diagram.style import BADGES, FADED, QUIET, STAGES, WITHOUT_AREA
from stk_graph.language import _
from stk_graph.model import Actor, Network, Tie
from stk_graph.model.enums import TieStage, TieStatus, Visibility
from stk_graph.network.kinds import EdgeKind, NodeKind
from stk_graph.network.neighbourhood import Neighbourhood
from stk_graph.vocabulary import label


def marks_of(graph: Neighbourhood, actors: Sequence[Actor]) -> tuple[Marks, tuple[Row, ...]]:
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


def tie_rows(ties: Sequence[Tie], with_stages: bool) -> tuple[Row, ...]:
    """The rows that explain the lines: the stages drawn, and the signs of doubt and age."""
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


def counts(actors: int, ties: int, networks: int) -> str:
    """How many of each are on the sheet, in words."""
    parts = (
        (_("Akteure"), actors),
        (_("Kooperationen"), ties),
        (_("weitere Netzwerke"), networks),
    )
    return " · ".join(f"{what}: {count}" for what, count in parts if count or what == parts[0][0])


def own_name(graph: Neighbourhood) -> str:
    """The name of our own network; empty if none is marked so."""
    own = (graph.record(node) for node in graph.nodes(NodeKind.NETWORK))
    return next((one.name for one in own if isinstance(one, Network) and one.is_own), "")


def least_words(least: TieStage) -> str:
    """The filter by stage in words."""
    return _("Verbindungen ab „{stage}“").format(stage=label(least))


def level_words(level: Visibility) -> str:
    """The level of publication in words."""
    return _("Stufe der Veröffentlichung: {level}").format(level=label(level))


def stage_notes(with_stages: bool) -> tuple[str, ...]:
    """What must be said wherever stages are shown."""
    text = _("Mehr ist nicht besser – die passende Stufe entscheidet das Netzwerk.")
    return (text,) if with_stages else ()


def without_line(
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
