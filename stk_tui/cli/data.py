"""`stk init`: the data file of a network."""

import click

from stk_graph.language import _
from stk_tui.cli.output import complain, say
from stk_tui.cli.root import BAD_INPUT, Options, has_terminal, pass_options
from stk_tui.session.founding import STATES, AlreadyThere, found


def _asked(value: str | None, question: str, option: str) -> str:
    """The given value, else what a person types; exits with 2 where nobody can be asked."""
    if value is not None and value.strip():
        return value.strip()
    if not has_terminal():
        complain(_("Ohne Terminal bitte {option} angeben.").format(option=option))
        raise SystemExit(BAD_INPUT)
    answer: str = click.prompt(question)
    return answer.strip()


@click.command(help=_("Legt die Datendatei an; fragt nach Name und Stadtteil."))
@click.option("--name", help=_("Name der Stadtteilkonferenz"))
@click.option("--area", help=_("Name des Stadtteils"))
@click.option("--state", type=click.Choice(list(STATES)), help=_("Land, dessen Ferien gelten"))
@pass_options
def init(options: Options, name: str | None, area: str | None, state: str | None) -> None:
    """Makes the data file with the network and its area."""
    if options.path.exists():
        complain(str(AlreadyThere(options.path)))
        raise SystemExit(BAD_INPUT)
    name = _asked(name, _("Name der Stadtteilkonferenz"), "--name")
    area = _asked(area, _("Stadtteil"), "--area")
    if state is None and has_terminal():
        state = click.prompt(_("Land"), type=click.Choice(list(STATES)), default="HE")
    found(options.path, name, area, state or "HE")
    say(_("Angelegt: {path}").format(path=options.path))
    say(_("Als Nächstes: stk import VERZEICHNIS, oder stk für die Anwendung."))


COMMANDS = {"init": init}
