"""Every action of the app in one table: what it is called, what it does, which keys start it.

The help, the key bar, the command palette and the config file are all made from this table. The
keys can be changed in the config file by the id of the action (see ``stk_tui.settings``).
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.binding import Binding, BindingType

from stk_graph.language import N_, _


class Action(NamedTuple):
    """One row of the table.

    ``id`` is ``scope.name`` and what the config file calls it; ``does`` is the Textual action;
    ``keys`` are the default keys, separated by commas; ``bar`` says whether the key bar shows it,
    with its ``short`` text if it has one; ``in_palette`` whether the command palette offers it.
    """

    id: str
    does: str
    text: str
    keys: str
    bar: bool = False
    in_palette: bool = True
    short: str = ""

    @property
    def bar_text(self) -> str:
        """What stands in the key bar."""
        return self.short or self.text

    @property
    def scope(self) -> str:
        """The part of the app in which the keys work."""
        return self.id.partition(".")[0]


SCOPES: Final = {
    "app": N_("Überall"),
    "case": N_("Fall"),
    "directory": N_("Kontakte"),
    "record": N_("Eintrag"),
    "list": N_("Liste"),
    "field": N_("Feld"),
    "choice": N_("Auswahlfeld"),
    "form": N_("Formular"),
    "question": N_("Frage"),
    "pick": N_("Auswahl"),
    "dialog": N_("Fenster"),
}

ACTIONS: Final = (
    Action("app.case", "goto('case')", N_("Fall öffnen"), "1"),
    Action("app.directory", "goto('directory')", N_("Kontakte öffnen"), "2"),
    Action("app.help", "show_keys", N_("Hilfe"), "question_mark,f1", bar=True),
    Action("app.palette", "command_palette", N_("Befehle"), "ctrl+p", bar=True, in_palette=False),
    Action("app.undo", "undo", N_("Letzte Änderung zurücknehmen"), "u"),
    Action("app.theme", "swap_theme", N_("Hell oder dunkel"), "ctrl+t"),
    Action("app.quit", "quit", N_("Beenden"), "ctrl+q"),
    Action("case.text", "to_text", N_("Zum Text"), "slash,i", bar=True, short=N_("Text")),
    Action("case.new", "new_case", N_("Neuer Fall"), "n", bar=True),
    Action("case.copy", "copy", N_("Telefon oder Mail kopieren"), "y", True, short=N_("Kopieren")),
    Action("case.open", "open_address", N_("Mail schreiben"), "o", bar=True, short=N_("Mail")),
    Action(
        "case.observe",
        "observe",
        N_("Als Beobachtung festhalten"),
        "b",
        bar=True,
        short=N_("Beobachtung"),
    ),
    Action("case.back", "to_hits", N_("Zu den Treffern"), "escape", True, False, N_("Treffer")),
    Action("directory.filter", "filter", N_("Filtern"), "slash", bar=True),
    Action("directory.kind", "next_kind", N_("Nächste Art zeigen"), "t", True, short=N_("Art")),
    Action("directory.new", "create", N_("Eintrag anlegen"), "n", bar=True, short=N_("Neu")),
    Action("directory.back", "back", N_("Zurück"), "escape", in_palette=False),
    Action("record.edit", "edit", N_("Bearbeiten"), "e", bar=True),
    Action("record.verify", "verify", N_("Heute geprüft"), "v", bar=True, short=N_("Geprüft")),
    Action(
        "record.copy", "copy", N_("Telefon oder Mail kopieren"), "y", True, short=N_("Kopieren")
    ),
    Action(
        "record.open",
        "open_address",
        N_("Mail oder Seite öffnen"),
        "o",
        bar=True,
        short=N_("Mail/Web"),
    ),
    Action("record.delete", "delete", N_("Löschen"), "d,delete", bar=True),
    Action("record.own", "choose_own", N_("Das ist meine Einrichtung"), "m"),
    Action("record.back", "trail_back", N_("Zum vorigen Eintrag"), "backspace", in_palette=False),
    Action("list.down", "down", N_("Eine Zeile tiefer"), "down,j", in_palette=False),
    Action("list.up", "up", N_("Eine Zeile höher"), "up,k", in_palette=False),
    Action("list.page_down", "page_down", N_("Eine Seite tiefer"), "pagedown", in_palette=False),
    Action("list.page_up", "page_up", N_("Eine Seite höher"), "pageup", in_palette=False),
    Action("list.top", "top", N_("Zum Anfang"), "home,g", in_palette=False),
    Action("list.bottom", "bottom", N_("Zum Ende"), "end,G", in_palette=False),
    Action("list.choose", "choose", N_("Öffnen"), "enter", bar=True, in_palette=False),
    Action("choice.down", "down", N_("Vorschlag darunter"), "down", in_palette=False),
    Action("choice.up", "up", N_("Vorschlag darüber"), "up", in_palette=False),
    Action("choice.take", "take", N_("Vorschlag nehmen"), "enter", bar=True, in_palette=False),
    Action("choice.close", "close", N_("Vorschläge schließen"), "escape", in_palette=False),
    Action("form.save", "save", N_("Speichern"), "ctrl+s", bar=True, in_palette=False),
    Action("form.cancel", "cancel", N_("Abbrechen"), "escape", bar=True, in_palette=False),
    Action("question.yes", "yes", N_("Ja"), "enter,j,y", bar=True, in_palette=False),
    Action("question.no", "close", N_("Nein"), "escape,q,n", bar=True, in_palette=False),
    Action("pick.choose", "choose", N_("Auswählen"), "enter", bar=True, in_palette=False),
    Action("dialog.close", "close", N_("Schließen"), "escape,q", bar=True, in_palette=False),
)

HINTS: Final = {
    "record": ((N_("A … Z"), N_("Zum Eintrag mit diesem Großbuchstaben")),),
    "field": (
        ("Tab", N_("Zum nächsten Feld")),
        (N_("Strg+U"), N_("Feld leeren")),
    ),
    "case": (("Tab", N_("Vom Text zu den Feldern und zu den Treffern")),),
    "form": (("Tab", N_("Zum nächsten Feld")),),
}
"""Keys that are no actions of their own, for the help: key and text by scope."""

BY_ID: Final = {action.id: action for action in ACTIONS}


def bindings(*scopes: str, only: Sequence[str] = ()) -> list[BindingType]:
    """The default bindings of the scopes (or of some of their actions), in the table's order."""
    return [
        Binding(key=row.keys, action=row.does, description=row.text, show=row.bar, id=row.id)
        for row in ACTIONS
        if row.scope in scopes and (not only or row.id in only)
    ]


KEY_NAMES: Final = {
    "slash": "/",
    "question_mark": "?",
    "escape": "Esc",
    "enter": "Enter",
    "backspace": N_("Rück"),
    "delete": N_("Entf"),
    "pagedown": N_("Bild↓"),
    "pageup": N_("Bild↑"),
    "home": N_("Pos1"),
    "end": N_("Ende"),
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "tab": "Tab",
    "shift+tab": N_("Umschalt+Tab"),
    "space": N_("Leertaste"),
}

MODIFIERS: Final = {"ctrl": N_("Strg"), "shift": N_("Umschalt"), "alt": "Alt"}


def key_name(key: str) -> str:
    """What stands on the key cap: ``ctrl+p`` is "Strg+P", ``slash`` is "/"."""
    if key in KEY_NAMES:
        return _(KEY_NAMES[key])
    *modifiers, last = key.split("+")
    if not modifiers:
        return key.upper() if key.startswith("f") and key[1:].isdigit() else key
    shown = last.upper() if len(last) == 1 else last.capitalize()
    named = [
        *(MODIFIERS.get(modifier, modifier) for modifier in modifiers),
        KEY_NAMES.get(last, shown),
    ]
    return "+".join(map(_, named))
