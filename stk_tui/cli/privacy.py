"""`stk person`, `stk retention`: access to what is held on a person, and how long it is held."""

import click

from db.retention import LONGEST, keep_for, months_kept
from stk_graph.language import _
from stk_tui.cli.output import agreed, columns, complain, say, say_json, text_or_input
from stk_tui.cli.root import Options, pass_options

AS_JSON = click.option("--json", "as_json", is_flag=True, help=_("Ausgabe als JSON"))


@click.command(
    help=_(
        "Auskunft nach Art. 15 DSGVO: alles, was über eine Person gespeichert ist. Name oder ID; "
        "„-“ liest den Namen von der Eingabe."
    )
)
@click.argument("name")
@AS_JSON
@pass_options
def person(options: Options, name: str, as_json: bool) -> None:
    """Tells all that is held about a person, and notes that it was asked for."""
    from stk_tui.session.about_person import NOTICE, disclose, sections
    from stk_tui.session.about_person import as_json as json_of

    session = options.session()
    found = disclose(session, text_or_input(name))
    if as_json:
        say_json(json_of(found, session.today))
        return
    if found.about is None and not found.mentions:
        say(_("Zu „{name}“ ist nichts gespeichert.").format(name=found.name))
        return
    head = _("Auskunft nach Art. 15 DSGVO: {name}, Stand {day}")
    say(head.format(name=found.name, day=f"{session.today:%d.%m.%Y}"))
    for section in sections(session.store.read, found):
        say(f"\n{section.heading}")
        for line in columns(section.lines):
            say(f"  {line}")
    say("\n" + _(NOTICE))
    if session.store.read_only:
        complain(_("Die Auskunft ist nicht vermerkt: Die Datei ist hier nur zu lesen."))


@click.command(
    help=_(
        "Wie lange der Verlauf Inhalte behält. Zeigt, was älter ist; --apply löscht es. Danach "
        "lassen sich diese Änderungen nicht mehr zurücknehmen."
    )
)
@click.option(
    "--months",
    type=click.IntRange(1, LONGEST),
    help=_("legt fest, wie viele Monate Inhalte bleiben"),
)
@click.option("--apply", "is_meant", is_flag=True, help=_("löscht, was älter ist"))
@click.option("--yes", is_flag=True, help=_("ohne Rückfrage"))
@AS_JSON
@pass_options
def retention(
    options: Options, months: int | None, is_meant: bool, yes: bool, as_json: bool
) -> None:
    """Shows, sets or enforces how long contents stay in the history."""
    from stk_tui.session.retention import due_now, forget, has_something, said

    session = options.session()
    if months is not None:
        keep_for(session.store, session.who, months)
    kept, found = months_kept(session.store.read), due_now(session)
    if as_json:
        say_json({"months": kept, **found._asdict()})
    else:
        for line in said(found, kept):
            say(line)
    if not is_meant or not has_something(found):
        return
    if not yes and not agreed(_("Diese Inhalte endgültig löschen?")):
        raise click.Abort
    (complain if as_json else say)(forget(session))


COMMANDS = {"person": person, "retention": retention}
