"""`stk import` and `stk export`: real directories in and out."""

from pathlib import Path

import click

from stk_graph.language import _
from stk_graph.model.enums import Visibility
from stk_tui.cli.output import columns, say, say_json
from stk_tui.cli.root import Options, pass_options
from stk_tui.session.exchange import EXPORT_FORMATS, IMPORT_FORMATS, export_directory, take_over


@click.command("import", help=_("Übernimmt ein Verzeichnis: Datei, Ordner oder ZIP."))
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(IMPORT_FORMATS),
    default="auto",
    show_default=True,
    help=_("Format der Dateien; „auto“ erkennt es selbst"),
)
@click.option("--dry-run", is_flag=True, help=_("nur ausprobieren; es wird nichts geändert"))
@click.option("--json", "as_json", is_flag=True, help=_("Bericht als JSON"))
@pass_options
def import_(options: Options, path: Path, format_: str, dry_run: bool, as_json: bool) -> None:
    """Takes a directory over as one action, and reports what became of every row."""
    report = take_over(options.session(), path, format_, dry_run=dry_run)
    if as_json:
        say_json(report.as_json())
        return
    from stk_tui.cli.import_report import report_lines

    for text in report_lines(report):
        say(text)


@click.command("export", help=_("Gibt das Verzeichnis bis zu einer Veröffentlichungsstufe weiter."))
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(EXPORT_FORMATS),
    default="hsds",
    show_default=True,
    help=_("Format der Dateien"),
)
@click.option(
    "--level",
    type=click.Choice([level.value for level in Visibility]),
    default=Visibility.PUBLIC.value,
    show_default=True,
    help=_("was enger ist, wird weggelassen"),
)
@click.option("--purpose", default="", help=_("wozu, für das Verzeichnis der Weitergaben"))
@click.option("--recipient", help=_("an wen, für das Verzeichnis der Weitergaben"))
@click.option("--json", "as_json", is_flag=True, help=_("Ergebnis als JSON"))
@pass_options
def export(
    options: Options,
    path: Path,
    format_: str,
    level: str,
    purpose: str,
    recipient: str | None,
    as_json: bool,
) -> None:
    """Writes the directory up to a publication level: a folder, ``.zip`` or ``.json``."""
    purpose = purpose or _("Weitergabe des Verzeichnisses")
    done = export_directory(options.session(), path, Visibility(level), purpose, recipient)
    if as_json:
        say_json(done._asdict())
        return
    say(_("Geschrieben: {path}, Stufe {level}.").format(path=done.path, level=done.level))
    for line in columns([(name, str(count)) for name, count in done.records.items()]):
        say(f"  {line}")
    held_back = sum(done.held_back.values())
    if held_back:
        say(_("Auf dieser Stufe zurückgehalten: {count} Einträge.").format(count=held_back))


COMMANDS = {"import": import_, "export": export}
