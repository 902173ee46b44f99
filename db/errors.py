"""What can go wrong with the data file, in sentences for the person at the keyboard."""

import msgspec

from stk_graph.language import N_, _
from stk_graph.model.problems import Problem

SENTENCES = {
    "missing": N_(
        "Die Datei {path} gibt es nicht. Mit „stk init“ wird ein neuer Datenbestand angelegt."
    ),
    "no-place": N_(
        "{path} ist kein möglicher Ort für eine Datei. Es wurde nichts verändert. "
        "Bitte Ordner und Dateinamen prüfen."
    ),
    "not-a-file": N_(
        "{path} ist keine gewöhnliche Datei. Es wurde nichts verändert. "
        "Bitte den Pfad einer stk-Datei angeben."
    ),
    "foreign": N_(
        "{path} ist keine Datei von stk. Sie bleibt, wie sie ist. Bitte eine andere Datei wählen."
    ),
    "empty": N_(
        "{path} ist leer und keine Datei von stk. Sie bleibt, wie sie ist. Bitte eine Sicherung "
        "zurückspielen oder einen anderen Namen wählen."
    ),
    "too-new": N_(
        "{path} stammt von einer neueren Fassung von stk. Die Datei bleibt unverändert. "
        "Bitte stk aktualisieren."
    ),
    "damaged": N_(
        "Die Datei {path} ist beschädigt. Es wurde nichts geschrieben. Bitte mit „stk restore“ "
        "die letzte Sicherung zurückspielen."
    ),
    "network-drive": N_(
        "{path} liegt auf einem Netzlaufwerk ({kind}). Dort kann die Datei beschädigt werden. "
        "Bitte einen Ordner auf diesem Gerät wählen und die Daten über Austauschdateien teilen."
    ),
    "read-only": N_(
        "{path} lässt sich hier nicht beschreiben. Die Datei ist unverändert; "
        "sie kann „nur lesen“ geöffnet werden."
    ),
    "opened-read-only": N_(
        "{path} ist nur zum Lesen geöffnet. Gespeichert wurde nichts. "
        "Bitte die Rechte an Datei und Ordner prüfen und stk neu öffnen."
    ),
    "no-access": N_(
        "{path} lässt sich nicht öffnen: Der Zugriff ist nicht erlaubt. Bitte die Rechte an Datei "
        "und Ordner prüfen."
    ),
    "busy": N_(
        "Ein anderes Programm schreibt gerade in die Datei. Die Eingaben bleiben im Formular "
        "stehen. Bitte gleich noch einmal speichern."
    ),
    "disk-full": N_(
        "Der Datenträger ist voll. Diese Änderung wurde nicht gespeichert, alles frühere ist da. "
        "Bitte Platz schaffen und noch einmal speichern."
    ),
    "not-written": N_(
        "Die Änderung ließ sich nicht auf den Datenträger schreiben. Sie wurde nicht gespeichert, "
        "alles frühere ist da. Bitte den Datenträger prüfen und noch einmal speichern."
    ),
    "no-room": N_(
        "Der Datenträger ist voll; {path} lässt sich so nicht öffnen. Die Datei und alles "
        "Gespeicherte sind unverändert. Bitte Platz schaffen und noch einmal versuchen."
    ),
    "not-founded": N_(
        "Der Datenträger ist voll. {path} wurde nicht angelegt. "
        "Bitte Platz schaffen oder einen anderen Ort wählen und noch einmal versuchen."
    ),
    "disk-error": N_(
        "Der Datenträger meldet einen Fehler beim Zugriff auf {path}; vielleicht ist er voll. "
        "Gespeichert wurde dabei nichts, alles frühere ist da. "
        "Bitte den Datenträger prüfen und noch einmal versuchen."
    ),
    "old-library": N_(
        "Die Datenbankbibliothek SQLite {version} auf diesem Gerät ist zu alt, nötig ist {needed}. "
        "Es wurde nichts verändert. Bitte Python oder das Betriebssystem aktualisieren."
    ),
    "changed": N_(
        "„{title}“ wurde inzwischen an anderer Stelle geändert. Die Eingaben bleiben stehen. "
        "Bitte beide Fassungen vergleichen."
    ),
    "gone": N_(
        "„{title}“ wurde inzwischen gelöscht. Gespeichert wurde nichts. "
        "Über den Verlauf lässt sich die Löschung zurücknehmen."
    ),
    "still-referred": N_(
        "„{title}“ wird noch gebraucht von: {names}. Gelöscht wurde nichts. "
        "Bitte zuerst dort einen Ersatz eintragen."
    ),
    "reference-missing": N_(
        "Ein Eintrag, auf den „{field}“ verweist, ist nicht oder nicht mehr da. Gespeichert wurde "
        "nichts. Bitte einen vorhandenen Eintrag wählen."
    ),
    "too-long": N_(
        "Der Text im Feld „{field}“ ist mit {length} Zeichen zu lang, möglich sind {limit}. "
        "Gespeichert wurde nichts. Bitte kürzen."
    ),
    "wrong-value": N_(
        "Ein Wert passt nicht in das Feld „{field}“. Gespeichert wurde nichts. "
        "Bitte den Eintrag prüfen."
    ),
    "invalid": N_("{problems} Gespeichert wurde nichts."),
    "undo-changed": N_(
        "Seit dieser Änderung wurde daran weitergearbeitet. Es wurde nichts zurückgenommen. "
        "Bitte zuerst die spätere Änderung zurücknehmen."
    ),
    "undo-erased": N_(
        "Diese Änderung gehört zu einer endgültigen Löschung nach Art. 17 DSGVO. "
        "Sie lässt sich nicht zurücknehmen. Es wurde nichts verändert."
    ),
    "undo-forgotten": N_(
        "Diese Änderung ist älter als die Aufbewahrungszeit des Verlaufs; was vorher dort stand, "
        "ist nicht mehr gespeichert. Sie lässt sich nicht zurücknehmen. Es wurde nichts verändert."
    ),
    "nothing-in-action": N_(
        "Die Änderung Nr. {tx} hat keinen Eintrag verändert. Es gibt nichts zurückzunehmen."
    ),
    "nothing-to-undo": N_("Es gibt keine Änderung, die sich zurücknehmen lässt."),
    "nothing-to-redo": N_("Es gibt nichts, was sich wiederherstellen lässt."),
    "no-such-action": N_(
        "Die Änderung Nr. {tx} gibt es nicht. Im Verlauf stehen alle Änderungen mit ihrer Nummer."
    ),
    "open-action": N_(
        "Eine Änderung ist noch nicht abgeschlossen. Bitte den Vorgang noch einmal beginnen."
    ),
    "backup-failed": N_(
        "Die Sicherung nach {path} ist nicht gelungen. Der Datenbestand ist unverändert, eine "
        "halbe Sicherung wurde entfernt. Bitte einen anderen Ort wählen."
    ),
    "backup-damaged": N_(
        "{path} stimmt nicht mit ihrer Prüfsumme überein oder ist beschädigt. "
        "Der Datenbestand bleibt unverändert. Bitte eine andere Sicherung wählen."
    ),
    "damaged-record": N_(
        "Der Eintrag „{title}“ ist beschädigt und lässt sich nicht öffnen. Die anderen Einträge "
        "sind davon nicht betroffen. Bitte mit „stk restore“ eine Sicherung zurückholen."
    ),
    "unknown-record": N_("Einen Eintrag mit der Kennung {uid} gibt es nicht."),
}


FINDINGS = {
    "page": N_("Die Datei ist an einer Stelle beschädigt: {detail}"),
    "reference": N_("In „{table}“ verweist Zeile {row} auf etwas, das fehlt."),
    "trigger": N_("Der Verlauf wird nicht vollständig geschrieben: „{name}“ fehlt oder weicht ab."),
    "table": N_("Die Tabelle „{name}“ fehlt oder gehört nicht zu stk."),
    "history": N_("Im Verlauf fehlt etwas: {detail}"),
    "open-action": N_("Eine Änderung wurde nicht abgeschlossen."),
    "mode": N_(
        "{path} ist für andere Personen an diesem Gerät lesbar. Bitte die Rechte einschränken: "
        "nur für Sie selbst lesen und schreiben (chmod 600)."
    ),
    "unreadable": N_(
        "Der Eintrag „{title}“ ({table}, {uid}) ist beschädigt und fehlt in den Listen. Die "
        "anderen Einträge sind davon nicht betroffen. Bitte mit „stk restore“ eine Sicherung "
        "zurückholen."
    ),
    "damaged-text": N_(
        "Im Eintrag „{title}“ ist ein Text beschädigt; für das Verlorene steht �. Die anderen "
        "Einträge sind davon nicht betroffen. Bitte den Eintrag berichtigen oder mit „stk restore“ "
        "eine Sicherung zurückholen."
    ),
    "dead-reference": N_("Der Eintrag {uid} in „{table}“ verweist auf etwas Gelöschtes."),
    "search": N_("Das Suchverzeichnis passt nicht zum Bestand: {detail}"),
}


class Finding(msgspec.Struct, frozen=True):
    """Something that is not as it should be in the file; ``str()`` is the sentence to show."""

    code: str
    values: dict[str, object]

    def __str__(self) -> str:
        return _(FINDINGS[self.code]).format(**self.values)


class StoreError(Exception):
    """Something the store refuses or cannot do; ``str()`` is the sentence to show."""

    code = "damaged"

    def __init__(self, code: str = "", **values: object) -> None:
        if code:
            self.code = code
        self.values = values
        super().__init__(self.code)

    @property
    def sentence(self) -> str:
        """What happened, what was kept, what to do."""
        return _(SENTENCES[self.code]).format(**self.values)

    def __str__(self) -> str:
        return self.sentence


class Unusable(StoreError):
    """The path is no file of ours: missing, foreign, empty, no regular file, network drive."""

    code = "foreign"


class TooNew(StoreError):
    """The file was written by a later version of the program."""

    code = "too-new"


class Damaged(StoreError):
    """The file is ours, but its content cannot be read."""

    code = "damaged"


class ReadOnly(StoreError):
    """The file or its directory cannot be written here."""

    code = "read-only"


class Busy(StoreError):
    """Another process or thread held the write lock for longer than the timeout."""

    code = "busy"


class DiskFull(StoreError):
    """No space left, or the disk takes nothing more; the transaction was rolled back."""

    code = "disk-full"


class Changed(StoreError):
    """The record was saved elsewhere since it was read: ``mine`` as given, ``theirs`` as stored."""

    code = "changed"

    def __init__(self, mine: object, theirs: object, title: str) -> None:
        super().__init__(title=title)
        self.mine = mine
        self.theirs = theirs


class Gone(StoreError):
    """The record was deleted since it was read."""

    code = "gone"


class StillReferred(StoreError):
    """Other records refer to the one to delete; ``referring`` are (table, uid, title) of them."""

    code = "still-referred"

    def __init__(self, title: str, referring: list[tuple[str, str, str]]) -> None:
        quoted = _("„{title}“")
        names = ", ".join(quoted.format(title=name) for _table, _uid, name in referring[:5])
        if len(referring) > 5:
            names += _(" und {count} weiteren").format(count=len(referring) - 5)
        super().__init__(title=title, names=names)
        self.referring = referring


class Refused(StoreError):
    """A value or reference that the store does not take."""

    code = "wrong-value"


class InvalidRecord(Refused):
    """A record that breaks a rule; ``problems`` says for each field which."""

    code = "invalid"

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems=" ".join(map(str, problems)))
        self.problems = problems


class NotUndone(StoreError):
    """An undo or redo that cannot be done; nothing was changed."""

    code = "undo-changed"


class OpenAction(StoreError):
    """A write was begun inside another one: a slip in the program, not in the data."""

    code = "open-action"


class BackupFailed(StoreError):
    """A backup could not be written or is not what it was."""

    code = "backup-failed"
