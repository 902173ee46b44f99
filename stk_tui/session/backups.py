"""The backup of the day, in words where it failed."""

from typing import TYPE_CHECKING, Final

from db.backup import daily_backup, folder_of
from db.connection import typed
from db.errors import BackupFailed, DiskFull, ReadOnly, StoreError, Unusable
from stk_graph.language import N_, _

if TYPE_CHECKING:
    from stk_tui.session.core import Session

REASONS: Final[dict[type[StoreError], str]] = {
    DiskFull: N_(
        "Die Sicherung für heute ist nicht gelungen: In {folder} ließ sich nicht alles schreiben, "
        "meist fehlt Platz. Was Sie gespeichert haben, ist da. Bitte Platz schaffen; gesichert "
        "wird beim nächsten Start."
    ),
    ReadOnly: N_(
        "Die Sicherung für heute ist nicht gelungen: In {folder} darf das Programm nicht schreiben "
        "oder nichts entfernen. Was Sie gespeichert haben, ist da. Bitte die Rechte des Ordners "
        "ändern lassen; gesichert wird beim nächsten Start."
    ),
    Unusable: N_(
        "Die Sicherung für heute ist nicht gelungen: {folder} lässt sich nicht als Ordner "
        "benutzen. Was Sie gespeichert haben, ist da. Bitte nachsehen, was dort liegt; gesichert "
        "wird beim nächsten Start."
    ),
}
OTHER: Final = N_(
    "Die Sicherung für heute ist nicht gelungen; frühere Sicherungen bleiben. Bitte die "
    "Datendatei mit „stk check“ prüfen."
)


def back_up(session: "Session") -> str:
    """Makes the backup of the day if there is none; the sentence says why not, or is empty."""
    store = session.store
    try:
        daily_backup(store)
    except BackupFailed as failed:
        reason = typed(failed.__cause__ or failed, store.path)
        sentence = _(REASONS.get(type(reason), OTHER))
        return sentence.format(folder=folder_of(store.path))
    return ""
