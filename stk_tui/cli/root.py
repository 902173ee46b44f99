"""The root command: global options, one table of commands, and errors as sentences.

Exit codes: 0 done, 1 findings that ask for action, 2 wrong use or bad input, 3 data file unusable.
"""

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from db.errors import NotUndone, Refused, StillReferred, StoreError
from stk_graph.language import N_, _
from stk_graph.model import Invalid
from stk_tui import crash
from stk_tui.cli.output import complain
from stk_tui.session import Session, default_path
from stk_tui.session.problems import BadInput

BAD_INPUT = 2
UNUSABLE_FILE = 3

COMMANDS = {
    "init": ("data", N_("legt die Datendatei an")),
    "demo": ("demo", N_("öffnet den Beispiel-Stadtteil; ohne Terminal ein Rundgang")),
    "case": ("case", N_("findet die richtige Ansprechperson für einen Einzelfall")),
    "contacts": ("browse", N_("Einrichtungen, Personen und Sozialräume")),
    "offers": ("browse", N_("Angebote, auch gefiltert")),
    "show": ("browse", N_("ein Eintrag mit allem, was dazugehört")),
    "import": ("exchange", N_("übernimmt ein Verzeichnis")),
    "export": ("exchange", N_("gibt das Verzeichnis weiter")),
    "history": ("trust", N_("was zuletzt geändert wurde")),
    "undo": ("trust", N_("nimmt die letzte Änderung zurück")),
    "backup": ("trust", N_("sichert die Datendatei")),
    "restore": ("trust", N_("stellt eine Sicherung wieder her")),
    "check": ("trust", N_("prüft die Datendatei")),
    "person": ("privacy", N_("Auskunft: alles, was über eine Person gespeichert ist")),
    "erase": ("privacy", N_("löscht eine Person endgültig")),
    "retention": ("privacy", N_("wie lange der Verlauf Inhalte behält")),
    "doctor": ("doctor", N_("prüft Programm, Rechte und Umgebung")),
}


def plain_option() -> click.Option:
    """``--plain``: every command takes it, and no command prints colour or frames anyway."""
    text = _("ohne Farbe und Rahmen")
    return click.Option(["--plain"], is_flag=True, expose_value=False, help=text)


def help_option() -> click.Option:
    """``--help`` as every command has it; with texts of ours no other catalogue has to be read."""
    text = _("zeigt diese Hilfe")
    return click.Option(
        ["--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help=text
    )


def _show_help(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(context.get_help())
        context.exit()


def _show_version(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        click.echo(f"stk {version('stk')}")
        context.exit()


class Commands(click.Group):
    """A group that imports the file of a command only when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"stk_tui.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.COMMANDS[cmd_name]
        command.params += [plain_option(), help_option()]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Befehle")):
            formatter.write_dl([(name, _(text)) for name, (_file, text) in COMMANDS.items()])


class Options:
    """The global options of one run; the data file is opened when a command first asks for it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._session: Session | None = None

    def session(self) -> Session:
        """The open data file; raises ``StoreError`` if it cannot be used."""
        if self._session is None:
            self._session = Session.open(self.path)
            for notice in self._session.notices:
                complain(notice)
        return self._session

    def close(self) -> None:
        """Closes the data file if a command opened it; names what was damaged in it.

        What a command wrote is in the backup of the day if there was none before.
        """
        if self._session is None:
            return
        for sentence in self._session.damage_found():
            complain(sentence)
        if failed := self._session.back_up_what_was_written():
            complain(failed)
        self._session.close()


pass_options = click.make_pass_decorator(Options)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    help=_("Arbeitsgedächtnis einer Stadtteilkonferenz. Ohne Befehl öffnet sich die Anwendung."),
)
@click.option(
    "--db",
    "path",
    type=Path,
    metavar="FILE",
    envvar="STK_DB",
    help=_("Datendatei; sonst die im Benutzerverzeichnis."),
)
@click.option(
    "--lang",
    type=click.Choice(["de", "en"]),
    envvar="STK_LANG",
    default="de",
    help=_("Sprache der Oberfläche"),
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=_("zeigt die Fassung"),
)
@click.pass_context
def stk(context: click.Context, path: Path | None, lang: str) -> None:
    """Opens the app, or leads to the command."""
    options = Options(path or default_path())
    context.obj = options
    context.call_on_close(options.close)
    if context.invoked_subcommand is None:
        open_app(options)


stk.params.append(help_option())


def has_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def open_app(options: Options) -> None:
    """Opens the app; exits with 2 and a sentence where no terminal is there."""
    if not has_terminal():
        complain(
            _(
                "Die Anwendung braucht ein Terminal. Befehle ohne Terminal: "
                "stk --help; ein Rundgang: stk demo."
            )
        )
        raise SystemExit(BAD_INPUT)
    from stk_tui.start import run

    run(options.session())


def run(arguments: Sequence[str]) -> None:
    """Runs a command and leaves with its exit code; a traceback never reaches a person."""
    try:
        code = stk.main(args=list(arguments), prog_name="stk", standalone_mode=False)
    except click.exceptions.Exit as left:
        code = left.exit_code
    except click.UsageError as wrong:
        complain(wrong.format_message())
        if wrong.ctx is not None:
            complain(wrong.ctx.get_usage())
        code = BAD_INPUT
    except click.Abort:
        complain(_("Abgebrochen; nichts wurde geändert."))
        code = BAD_INPUT
    except (BadInput, Invalid, Refused, NotUndone, StillReferred) as wrong_input:
        complain(str(wrong_input))
        code = BAD_INPUT
    except StoreError as unusable:
        complain(str(unusable))
        code = UNUSABLE_FILE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback, no values
        complain(crash.report(error))
        code = UNUSABLE_FILE
    raise SystemExit(code if isinstance(code, int) else 0)
