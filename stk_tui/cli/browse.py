"""`stk contacts`, `stk offers`, `stk show`: the directory as lists and single records."""

from typing import Any

import click

from stk_graph.language import _
from stk_graph.model.enums import AreaType
from stk_graph.vocabulary import label
from stk_tui.cli.output import columns, say, say_json, text_or_input
from stk_tui.cli.root import Options, pass_options
from stk_tui.session.listing import contact_lists
from stk_tui.session.lookup import look_up
from stk_tui.session.notes import notes_of
from stk_tui.session.offer_list import OfferFilter, offer_list, unknown_words

LIMIT = click.option("--limit", type=click.IntRange(min=1), help=_("höchstens so viele Zeilen"))
AS_JSON = click.option("--json", "as_json", is_flag=True, help=_("Ausgabe als JSON"))
QUERY = click.argument("query", default="")


@click.command(
    help=_("Einrichtungen, Personen und Sozialräume; „-“ liest die Suche von der Eingabe.")
)
@QUERY
@LIMIT
@AS_JSON
@pass_options
def contacts(options: Options, query: str, limit: int | None, as_json: bool) -> None:
    """Lists actors, contacts and areas whose words match the query."""
    session = options.session()
    found = contact_lists(session.store.read, session.search, text_or_input(query), limit)
    if as_json:
        say_json(found)
        return
    lists: list[tuple[str, list[tuple[str, ...]]]] = [
        (
            _("Einrichtungen"),
            [(one.name, one.carrier or "", _offers(one.offers)) for one in found.actors],
        ),
        (
            _("Ansprechpersonen"),
            [
                (one.name, one.title or "", one.actor or "", one.phone or "")
                for one in found.contacts
            ],
        ),
        (_("Sozialräume"), [(one.name, label(AreaType(one.type))) for one in found.areas]),
    ]
    for heading, rows in lists:
        if rows:
            say(f"{heading} ({len(rows)})")
            for line in columns(rows):
                say(f"  {line}")
    if not any(rows for _heading, rows in lists):
        say(_("Nichts gefunden. Kürzer suchen, oder ohne Suchwort alles auflisten."))


def _offers(count: int) -> str:
    return _("1 Angebot") if count == 1 else _("Angebote: {n}").format(n=count)


@click.command(help=_("Angebote; „-“ liest die Suche von der Eingabe."))
@QUERY
@click.option("--kind", "offer_kind", metavar="KEY", help=_("nur diese Angebotsart"))
@click.option("--target-group", metavar="KEY", help=_("nur für diese Zielgruppe"))
@click.option("--age", type=click.FloatRange(0, 120), help=_("passend für dieses Alter"))
@click.option("--area", metavar="AREA", help=_("nur in diesem Sozialraum"))
@click.option("--actor", metavar="ACTOR", help=_("nur von dieser Einrichtung"))
@click.option("--without-contact", is_flag=True, help=_("nur Angebote ohne Ansprechperson"))
@LIMIT
@AS_JSON
@pass_options
def offers(
    options: Options,
    /,
    query: str,
    limit: int | None,
    as_json: bool,
    **filters: Any,
) -> None:
    """Lists offers with kind, audience, contact and state of verification."""
    wanted = OfferFilter(query=text_or_input(query), **filters)
    session = options.session()
    found = offer_list(session.store.read, session.search, wanted, limit)
    if as_json:
        say_json({"offers": found})
        return
    rows = [
        (
            one.name,
            one.actor.name,
            one.audience,
            one.contact.name if one.contact else _("ohne Kontakt"),
            unknown_words(one),
        )
        for one in found
    ]
    for line in columns(rows):
        say(line)
    if not rows:
        say(_("Kein Angebot passt. Weniger Filter setzen, oder ohne Suchwort alles auflisten."))


@click.command(help=_("Ein Eintrag mit allem, was dazugehört; ID, Nummer der Quelle oder Name."))
@click.argument("record")
@AS_JSON
@pass_options
def show(options: Options, record: str, as_json: bool) -> None:
    """Shows one record with its facts and its neighbours."""
    session = options.session()
    uid = look_up(session.store.read, text_or_input(record))
    detail = session.directory.detail(uid)
    noted = notes_of(session.store.read, uid)
    if as_json:
        found = session.store.read.find(uid)
        kept = {
            "source_id": found.source_id if found else None,
            "notes": [note._asdict() for note in noted],
        }
        say_json({**detail._asdict(), **kept})
        return
    say(detail.title)
    for line in columns([*detail.facts, *((way.label, way.value) for way in detail.ways)]):
        say(f"  {line}")
    for heading, links in detail.groups:
        say(f"\n{heading}")
        for line in columns([(link.title, link.note) for link in links]):
            say(f"  {line}")
    if noted:
        say("\n" + _("Notizen aus dem Einlesen"))
        for line in columns([(note.label, note.text) for note in noted]):
            say(f"  {line}")


COMMANDS = {"contacts": contacts, "offers": offers, "show": show}
