"""`stk demo`: the app on the demo district, or without a terminal a tour on paper."""

from pathlib import Path

import click

from stk_graph.language import _
from stk_tui.cli.output import columns, say
from stk_tui.cli.root import has_terminal


@click.command(help=_("Öffnet den Beispiel-Stadtteil; ohne Terminal ein Rundgang als Text."))
@click.option(
    "--diagram",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("stk-demo.svg"),
    show_default=True,
    help=_("wohin der Rundgang sein Diagramm schreibt"),
)
@click.option("--tour", is_flag=True, help=_("den Rundgang auch im Terminal zeigen"))
def demo(diagram: Path, tour: bool) -> None:
    """Opens the demo district, which is gone when it is closed."""
    from stk_tui.session.demo import throw_away

    with throw_away() as session:
        if has_terminal() and not tour:
            from stk_tui.start import run

            run(session)
            return
        from stk_tui.session.tour import stops

        for stop in stops(session, diagram):
            say(f"\n{stop.heading}\n{'-' * len(stop.heading)}")
            for text in stop.lines:
                say(text)
            for line in columns(stop.rows):
                say(f"  {line}")
        say()
        say(_("Im Terminal öffnet „stk demo“ die Anwendung mit diesen Daten."))


COMMANDS = {"demo": demo}
