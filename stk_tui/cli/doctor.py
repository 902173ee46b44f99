"""`stk doctor`: versions, renderer, terminal, data file and its modes."""

import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import version
from typing import NamedTuple

import click

from db.errors import StoreError
from stk_graph.language import N_, _
from stk_graph.model import Actor, Area, Contact, Need, Offer, Record, TieReport
from stk_tui.cli.output import columns, say, say_json
from stk_tui.cli.root import Options, has_terminal, pass_options
from stk_tui.locales import LANGUAGES

FINDINGS = 1
COUNTED: dict[type[Record], str] = {
    Actor: N_("Einrichtungen"),
    Contact: N_("Ansprechpersonen"),
    Offer: N_("Angebote"),
    Area: N_("Sozialräume"),
    Need: N_("Bedarfe"),
    TieReport: N_("gemeldete Verbindungen"),
}
PACKAGES = ("stk", "textual", "networkx", "sqlite-utils", "msgspec", "pydot", "graphviz-pure")


class Line(NamedTuple):
    """One thing looked at; ``fine`` is False where something should be done."""

    subject: str
    state: str
    fine: bool = True


def _versions() -> Iterator[Line]:
    yield Line("Python", f"{platform.python_version()} ({platform.system()})")
    yield Line("SQLite", sqlite3.sqlite_version)
    for package in PACKAGES:
        yield Line(package, version(package))


def _renderer() -> Line:
    found = shutil.which("dot")
    if found:
        return Line(_("Diagramme"), _("Graphviz des Systems: {path}").format(path=found))
    return Line(_("Diagramme"), _("eingebautes Graphviz"))


def _terminal() -> Iterator[Line]:
    if not has_terminal():
        yield Line(_("Terminal"), _("keines; Befehle gehen, die Anwendung nicht"))
        return
    size = shutil.get_terminal_size()
    enough = size.columns >= 80 and size.lines >= 24
    yield Line(_("Terminal"), f"{size.columns} × {size.lines}", enough)
    encoding = (sys.stdout.encoding or "").lower()
    yield Line(_("Zeichensatz"), encoding, encoding.startswith("utf"))
    colours = os.environ.get("COLORTERM") or os.environ.get("TERM", "")
    yield Line(_("Farben"), _("aus (NO_COLOR)") if "NO_COLOR" in os.environ else colours)


def _file(options: Options) -> Iterator[Line]:
    if not options.path.exists():
        missing = _("{path}: noch nicht angelegt (stk init)").format(path=options.path)
        yield Line(_("Datendatei"), missing, fine=False)
        return
    try:
        store = options.session().store
    except StoreError as error:
        yield Line(_("Datendatei"), str(error), fine=False)
        return
    from db.check import check
    from db.retention import due, months_kept
    from stk_tui.session.retention import has_something, said

    if store.read_only:
        only_read = _("{path} lässt sich hier nicht beschreiben.").format(path=options.path)
        yield Line(_("Datendatei"), only_read, fine=False)
    size = options.path.stat().st_size / 1024
    yield Line(_("Datendatei"), f"{options.path} ({size:.0f} KiB)")
    counts = store.read.counts()
    shown = [f"{_(name)} {counts[kind]}" for kind, name in COUNTED.items() if counts[kind]]
    others = sum(counts.values()) - sum(counts[kind] for kind in COUNTED)
    if others:
        shown.append(_("sonstige {count}").format(count=others))
    yield Line(_("Einträge"), ", ".join(shown) or _("keine"))
    old = due(store.read, options.session().today)
    yield Line(
        _("Aufbewahrung"), " ".join(said(old, months_kept(store.read))), not has_something(old)
    )
    findings = check(store, thorough=False)
    for finding in findings:
        yield Line(_("Prüfung"), str(finding), fine=False)
    if not findings:
        yield Line(_("Prüfung"), _("in Ordnung"))


@click.command(help=_("Prüft Programm, Rechte und Umgebung."))
@click.option("--json", "as_json", is_flag=True, help=_("Ausgabe als JSON"))
@pass_options
def doctor(options: Options, as_json: bool) -> None:
    """Shows what the program runs on; exits with 1 if something should be done."""
    lines = [
        *_versions(),
        _renderer(),
        *_terminal(),
        Line(_("Sprachen"), ", ".join(LANGUAGES)),
        *_file(options),
    ]
    if as_json:
        say_json({"checks": [line._asdict() for line in lines]})
    else:
        for text in columns(
            [("  " if one.fine else "! ", one.subject, one.state) for one in lines]
        ):
            say(text)
    if not all(line.fine for line in lines):
        raise SystemExit(FINDINGS)


COMMANDS = {"doctor": doctor}
