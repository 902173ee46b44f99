"""`stk person`, `stk erase`: the rights of those whose data the file holds (Art. 15, 17 DSGVO)."""

import click

from stk_graph.language import _
from stk_tui.cli.output import columns, complain, say, say_json, text_or_input
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


COMMANDS = {"person": person}
