"""`stk history`, `undo`, `backup`, `restore`, `check`: what makes the data file trustworthy."""

from pathlib import Path

import click

from stk_graph.language import _
from stk_tui.cli.output import agreed, columns, complain, say, say_json
from stk_tui.cli.root import Options, pass_options
from stk_tui.session.history import local_time, sentence_of

FINDINGS = 1
AS_JSON = click.option("--json", "as_json", is_flag=True, help=_("Ausgabe als JSON"))


@click.command(help=_("Was zuletzt geändert wurde, das Neueste zuerst."))
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help=_("höchstens so viele Änderungen"),
)
@AS_JSON
@pass_options
def history(options: Options, limit: int, as_json: bool) -> None:
    """Lists the latest actions."""
    from db.history import actions

    found = actions(options.session().store.read, limit)
    if as_json:
        say_json({"actions": [action._asdict() for action in found]})
        return
    rows = [
        (
            str(action.number),
            local_time(action.at),
            action.who,
            sentence_of(action.what) + (_(" (zurückgenommen)") if action.undone else ""),
        )
        for action in found
    ]
    for line in columns(rows):
        say(line)
    if not rows:
        say(_("Noch keine Änderung."))


@click.command(help=_("Nimmt die letzte Änderung zurück, oder die mit dieser Nummer."))
@click.argument("number", type=click.IntRange(min=1), required=False)
@pass_options
def undo(options: Options, number: int | None) -> None:
    """Takes an action back."""
    say(options.session().undo(number))


@click.command(help=_("Sichert die Datendatei; ohne Ziel in den Ordner der Sicherungen."))
@click.argument("destination", type=click.Path(path_type=Path), required=False)
@pass_options
def backup(options: Options, destination: Path | None) -> None:
    """Writes a checked backup and its checksum."""
    from db.backup import backup as write_backup
    from db.backup import backup_before

    store = options.session().store
    if destination is not None and destination.is_dir():
        destination = destination / store.path.name
    if destination is not None and destination.exists():
        complain(
            _("{path} gibt es schon. Bitte einen anderen Namen wählen.").format(path=destination)
        )
        raise SystemExit(2)
    made = write_backup(store, destination) if destination else backup_before(store, "hand")
    say(_("Gesichert und geprüft: {path}").format(path=made))


@click.command(help=_("Stellt eine Sicherung wieder her; der jetzige Stand wird vorher gesichert."))
@click.argument("source", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help=_("ohne Rückfrage"))
@pass_options
def restore(options: Options, source: Path, yes: bool) -> None:
    """Puts the content of a backup into the data file."""
    from db.restore import restore as put_back
    from stk_tui.session.core import user_name

    if not yes and not agreed(_("Den jetzigen Stand durch diese Sicherung ersetzen?")):
        raise click.Abort
    done = put_back(options.path, source, user_name())
    say(_("Wiederhergestellt aus {path}.").format(path=source))
    if done.before is not None:
        say(_("Der Stand von vorher liegt in {path}.").format(path=done.before))
    if done.erased:
        count = len(done.erased)
        say(_("{count} gelöschte Personen wurden wieder gelöscht.").format(count=count))
    if done.still_needed:
        say(
            _(
                "{count} gelöschte Personen werden in der Sicherung noch gebraucht. "
                "Bitte mit „stk check“ nachsehen."
            ).format(count=len(done.still_needed))
        )


@click.command(help=_("Prüft die Datendatei: Seiten, Verweise, Verlauf, Suche, Rechte."))
@AS_JSON
@pass_options
def check(options: Options, as_json: bool) -> None:
    """Says what is not as it should be; exits with 1 if there is something."""
    from db.check import check as findings_of

    findings = findings_of(options.session().store)
    if as_json:
        say_json(
            {
                "sound": not findings,
                "findings": [{"code": one.code, "message": str(one)} for one in findings],
            }
        )
    else:
        for finding in findings:
            say(str(finding))
        if not findings:
            say(_("Die Datendatei ist in Ordnung."))
    if findings:
        raise SystemExit(FINDINGS)


COMMANDS = {
    "history": history,
    "undo": undo,
    "backup": backup,
    "restore": restore,
    "check": check,
}
