"""`stk person`, `erase`, `retention`: what is held on a person, until when, and its erasure."""

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
        "Löscht eine Person endgültig (Art. 17 DSGVO): Eintrag, Verlauf, Suche. Name oder ID; "
        "„-“ liest den Namen von der Eingabe. Es lässt sich nicht zurücknehmen."
    )
)
@click.argument("name")
@click.option("--yes", is_flag=True, help=_("ohne Rückfrage"))
@AS_JSON
@pass_options
def erase(options: Options, name: str, yes: bool, as_json: bool) -> None:
    """Removes a person for good, and names the texts in which the name still stands."""
    from stk_tui.session.about_person import mention_lines, person_to_erase

    session = options.session()
    uid, full_name = person_to_erase(session.store.read, text_or_input(name))
    question = _("„{name}“ endgültig löschen? Das lässt sich nicht zurücknehmen.")
    if not yes and not agreed(question.format(name=full_name)):
        raise click.Abort
    done = session.store.erase(session.who, uid)
    if as_json:
        say_json({"erased": done.uids, "mentions": [one._asdict() for one in done.mentions]})
        return
    say(_("Endgültig gelöscht. Entfernte Einträge: {count}.").format(count=len(done.uids)))
    say(_("In Sicherungen von vorher steht die Person noch; „stk restore“ löscht sie dort erneut."))
    if done.mentions:
        say(_("Der Name steht noch in diesen Texten. Bitte dort ändern, wo es nötig ist:"))
        for line in columns(mention_lines(session.store.read, done.mentions)):
            say(f"  {line}")


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


COMMANDS = {"person": person, "erase": erase, "retention": retention}
