"""What an action of the history did, in words.

The file keeps of an action only a code and ids, never a name: an erased person must not live on in
the history. The code is ``what-happened-kind``, as in ``saved-actor``.
"""

from datetime import datetime

from stk_graph.language import N_, _

KINDS = {
    "actor": N_("Einrichtung"),
    "contact": N_("Ansprechperson"),
    "area": N_("Sozialraum"),
    "offer": N_("Angebot"),
    "location": N_("Ort"),
    "observation": N_("Beobachtung"),
    "network": N_("Netzwerk"),
}

ACTIONS = {
    "created": N_("{kind} angelegt"),
    "saved": N_("{kind} geändert"),
    "verified": N_("{kind} geprüft"),
    "deleted": N_("{kind} gelöscht"),
    "import": N_("Verzeichnis übernommen"),
    "erase": N_("Eintrag endgültig gelöscht (Art. 17 DSGVO)"),
    "blanked": N_("Alte Inhalte des Verlaufs gelöscht"),
    "disclosed": N_("Auskunft erteilt (Art. 15 DSGVO)"),
    "demo": N_("Beispiel-Stadtteil angelegt"),
    "founded": N_("Datendatei angelegt"),
    "settings": N_("Einstellungen geändert"),
    "undo": N_("Änderung zurückgenommen"),
    "redo": N_("Änderung wiederhergestellt"),
}


def action_code(action: str, kind: str = "", uid: str = "") -> str:
    """The code under which the history keeps an action."""
    return f"{action}-{kind} {uid}".rstrip(" -")


def sentence_of(code: str) -> str:
    """The code as words; a code of a later version is shown as it stands."""
    action, _dash, kind = code.partition(" ")[0].partition("-")
    if action not in ACTIONS:
        return code
    return _(ACTIONS[action]).format(kind=_(KINDS.get(kind, N_("Eintrag"))))


def local_time(instant: str) -> str:
    """A UTC instant of the store as day and time of this place."""
    moment = datetime.fromisoformat(instant).astimezone()
    return f"{moment:%d.%m.%Y %H:%M}"
