"""What stands in place of the hits before anything is typed."""

from typing import Final

from stk_graph.language import _
from stk_tui.actions import key_name
from stk_tui.widgets.row_line import Columns, Line

ADVICE: Final = Columns(label=8)
"""The columns of the advice: keys and what they do."""


def advice(*, is_empty: bool) -> list[Line]:
    """What a person sees before anything is typed; in an empty file how to fill it."""
    keys = [
        Line(_("zu Anlass, Alter, Gebiet …"), label="Tab", quiet=True),
        Line(_("zu den Treffern"), label=key_name("escape"), quiet=True),
        Line(_("alle Tasten"), label=key_name("f1"), quiet=True),
    ]
    if is_empty:
        return [
            Line(_("Das Verzeichnis ist noch leer."), strong=True, wide=True),
            Line(wide=True),
            Line(_("Einrichtungen und Angebote anlegen:"), quiet=True, wide=True),
            Line(_("Kontakte öffnen"), label=_("Esc, 2"), quiet=True),
            Line(_("den ersten Eintrag anlegen"), label="n", quiet=True),
            Line(wide=True),
            Line(_("oder ein Verzeichnis übernehmen:"), quiet=True, wide=True),
            Line(_("stk import DATEI"), quiet=True, wide=True),
        ]
    return [
        Line(_("Beim Tippen stehen hier"), strong=True, wide=True),
        Line(_("die richtigen Ansprechpersonen."), strong=True, wide=True),
        Line(_("Vom Fall wird nichts gespeichert."), quiet=True, wide=True),
        Line(wide=True),
        *keys,
    ]
