"""The tour of the demo district on paper: a case, pairs to agree on, a need's way, a diagram."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from stk_graph.case import Facts
from stk_graph.language import _
from stk_graph.model import Actor, Communication, Feedback, Need, Observation
from stk_graph.model.enums import FeedbackKind, NeedState
from stk_graph.vocabulary import label
from stk_tui.session.case_view import ShownHit, shown
from stk_tui.session.core import Session
from stk_tui.session.pairs import pairs_to_agree

SHOWN_HITS = 3
SHOWN_PAIRS = 6


class Stop(NamedTuple):
    """One stop of the tour: some lines, and rows that are printed as columns."""

    heading: str
    lines: Sequence[str]
    rows: Sequence[tuple[str, ...]]


def stops(session: Session, diagram: Path) -> Iterator[Stop]:
    """The stops in order; the last one has written the diagram to the given path."""
    yield _case(session)
    yield _pairs(session)
    yield _need(session)
    yield _diagram(session, diagram)


def _case(session: Session) -> Stop:
    text = _("Kind in der 2. Klasse, Mutter arbeitet im Schichtdienst bis 19 Uhr.")
    found = session.cases.look_up(session.cases.understand(text, Facts()), SHOWN_HITS)
    answer = shown(found, session.today)
    rows = [_hit_row(rank, hit) for rank, hit in enumerate(answer.hits, start=1)]
    return Stop(
        _("1  Die richtige Ansprechperson für einen Einzelfall"),
        [_("Gefragt: „{text}“").format(text=text), answer.safety.message],
        rows,
    )


def _hit_row(rank: int, hit: ShownHit) -> tuple[str, ...]:
    person = hit.contact
    name = (person.name if person else "") or hit.actor.name
    phone = (person.phone if person else None) or ""
    return str(rank), name, phone, hit.offer.name if hit.offer else "", "; ".join(hit.why)


def _pairs(session: Session) -> Stop:
    found = pairs_to_agree(session)
    rows = [(pair.label, pair.first, pair.second, pair.reason) for pair in found[:SHOWN_PAIRS]]
    lines = [_("{count} Paare stehen zur Abstimmung, die ersten:").format(count=len(found))]
    return Stop(_("2  Angebote abstimmen"), lines, rows)


def _need(session: Session) -> Stop:
    read = session.store.read
    needs = read.where(Need, state=[NeedState.COMMUNICATED, NeedState.IN_PROGRESS])
    need = max(needs, key=lambda one: len(read.where(Communication, need=one.id)))
    observations = read.by_ids(Observation, need.observations)
    names = {actor.id: actor.name for actor in read.all(Actor)}
    steps: list[tuple[str, str, str]] = []
    for seen in observations:
        day = f"{seen.observed_on:%d.%m.%Y}"
        steps.append((seen.observed_on.isoformat(), day, _observed(seen, names)))
    for voice in read.where(Feedback, observation=[one.id for one in observations]):
        if voice.kind is FeedbackKind.SHARED:
            text = _("{actor} teilt die Beobachtung").format(actor=names[voice.actor])
            steps.append((voice.given_on.isoformat(), f"{voice.given_on:%d.%m.%Y}", text))
    for told in read.where(Communication, need=need.id):
        text = _("mitgeteilt an {actor}: {answer}").format(
            actor=names[told.recipient], answer=label(told.answer)
        )
        steps.append((told.sent_on.isoformat(), f"{told.sent_on:%d.%m.%Y}", text))
    rows = [(day, text) for _key, day, text in sorted(steps)]
    heading = _("3  Der Weg eines Bedarfs")
    return Stop(heading, [_("„{title}“").format(title=need.title)], rows)


def _observed(seen: Observation, names: dict[str, str]) -> str:
    return _("{actor} beobachtet: {title}").format(actor=names[seen.actor], title=seen.title)


def _diagram(session: Session, path: Path) -> Stop:
    from db.exchange.export_files import ExportFehler, write_file
    from stk_graph.diagram.pictures import map_picture
    from stk_graph.diagram.render import RenderError, renderer

    heading = _("4  Das Netz als Diagramm")
    try:
        picture = map_picture(session.graph, renderer(), today=session.today)
    except RenderError as failed:
        return Stop(heading, [str(failed)], [])
    path = _free(path)
    try:
        write_file(path, picture.svg)
    except ExportFehler as refused:
        return Stop(heading, [str(refused)], [])
    return Stop(heading, [_("Geschrieben: {path}").format(path=path)], [])


def _free(path: Path) -> Path:
    """The path, or the first numbered one beside it that nothing stands at yet."""
    found, number = path, 1
    while found.exists() or found.is_symlink():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found
