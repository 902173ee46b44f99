"""`stk case`: the right contact for a single case. The text comes by prompt or standard input."""

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from stk_graph.case import CaseAnswer, answer_json
from stk_graph.language import _
from stk_graph.vocabulary import label, occasions
from stk_tui.cli.output import columns, read_input, say, say_json
from stk_tui.cli.root import Options, pass_options
from stk_tui.session.case_facts import YES, facts_from, refuse_unread
from stk_tui.session.problems import BadInput

if TYPE_CHECKING:
    from stk_tui.session import Session
    from stk_tui.session.case_view import ShownHit

REFUSED = 1


class TextInCommand(BadInput):
    """The case was told on the command line; the sentence repeats nothing of it."""

    def __str__(self) -> str:
        return _(
            "Die Schilderung gehört nicht in den Befehl: Dort können andere an diesem Gerät sie "
            "lesen, und sie bleibt im Verlauf der Kommandozeile. Es wurde nichts gesucht. Bitte "
            "„stk case“ ohne Text aufrufen, die Schilderung dann eingeben, und die Zeile aus dem "
            "Verlauf löschen."
        )


def _case_text() -> str:
    if sys.stdin.isatty():
        question = _("Worum geht es? (ohne Namen und Adressen)")
        text: str = click.prompt(question, default="", show_default=False)
        return text
    return read_input()


@click.command(
    context_settings={"allow_extra_args": True},
    help=_(
        "Die richtige Ansprechperson für einen Einzelfall. Die Schilderung wird abgefragt oder von "
        "der Standardeingabe gelesen; sie wird nirgends behalten."
    ),
)
@click.option("--occasion", multiple=True, metavar="KEY", help=_("Anlass; auch mehrfach"))
@click.option("--occasions", "list_occasions", is_flag=True, help=_("listet die Anlässe"))
@click.option("--age", metavar="N", help=_("Alter, auch „Kl. 2“ oder „8 Monate“"))
@click.option("--area", metavar="AREA", help=_("Sozialraum"))
@click.option("--language", metavar="xx", help=_("Sprache, zum Beispiel tr"))
@click.option("--when", metavar="TEXT", help=_("zum Beispiel „Mo 17:00-19:00“"))
@click.option("--target-group", multiple=True, metavar="KEY", help=_("Zielgruppe"))
@click.option("--free", is_flag=True, help=_("nur kostenfrei"))
@click.option("--urgent", is_flag=True, help=_("eilig"))
@click.option(
    "--limit",
    type=click.IntRange(1, 100),
    default=10,
    show_default=True,
    help=_("höchstens so viele Personen"),
)
@click.option("--json", "as_json", is_flag=True, help=_("Ausgabe als JSON"))
@pass_options
@click.pass_context
def case(
    context: click.Context,
    options: Options,
    /,
    occasion: tuple[str, ...],
    list_occasions: bool,
    age: str | None,
    area: str | None,
    language: str | None,
    when: str | None,
    target_group: tuple[str, ...],
    free: bool,
    urgent: bool,
    limit: int,
    as_json: bool,
) -> None:
    """Answers one case; exits with 1 if the text holds personal data."""
    if context.args:
        raise TextInCommand
    if list_occasions:
        for line in columns([(key, label(key, "occasion")) for key in occasions()]):
            say(line)
        return
    session = options.session()
    fields = {
        "occasion": ",".join(occasion),
        "age": age or "",
        "area": _area(session, area) if area else "",
        "language": language or "",
        "when": when or "",
        "target_group": ",".join(target_group),
        "free": YES if free else "",
        "urgent": YES if urgent else "",
    }
    facts = facts_from(fields, session.today, session.state)
    refuse_unread(fields, facts)
    found = session.cases.look_up(session.cases.understand(_case_text(), facts), limit)
    if as_json:
        say_json(answer_json(found, session.cases.areas))
    else:
        _say_answer(found, session.today)
    if found.understood.personal:
        raise SystemExit(REFUSED)


def _area(session: "Session", named: str) -> str:
    """The id of a Sozialraum by its name or id; most cases name none beside the text."""
    from stk_graph.model import Area
    from stk_tui.session.lookup import look_up

    return look_up(session.store.read, named, (Area,))


def _say_answer(found: CaseAnswer, today: date) -> None:
    from stk_tui.session.case_view import shown

    answer = shown(found, today)
    say(answer.safety.message)
    for notice in answer.notices:
        say(f"\n{notice.message}")
    for rank, hit in enumerate(answer.hits, start=1):
        _say_hit(f"{rank}.", hit)
    if answer.fallback:
        say(_("\nLotsen, die weiterhelfen:"))
        for hit in answer.fallback:
            _say_hit("-", hit)


def _say_hit(mark: str, hit: "ShownHit") -> None:
    person = hit.contact
    who = person.name if person and person.name else hit.actor.name
    role = f", {person.role}" if person and person.role else ""
    say(f"\n{mark} {who}{role}")
    named = hit.offer.name if hit.offer else ""
    house = hit.actor.name if who != hit.actor.name else ""
    lines = [
        ("", " · ".join(filter(None, (house, named)))),
        (_("Telefon"), (person.phone or "") if person else ""),
        (_("E-Mail"), (person.email or "") if person else ""),
        (_("Vertretung"), (person.deputy or "") if person else ""),
        (_("Zugang"), hit.access or ""),
        (_("Warum"), "; ".join(hit.why)),
        (_("Unbekannt"), ", ".join(hit.unknown)),
        (_("Hinweis"), " · ".join(hit.notes)),
        (_("Weg"), " → ".join([_("Sie"), *hit.path, who]) if hit.path else ""),
        (_("Auch"), ", ".join(offer.name for offer in hit.also)),
        (_("Geprüft"), hit.verified),
    ]
    for line in columns([(name, text) for name, text in lines if text]):
        say(f"   {line}")


COMMANDS = {"case": case}
