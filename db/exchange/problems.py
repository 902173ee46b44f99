"""What can go wrong in a file from elsewhere: stable codes, and a sentence for each."""

from enum import StrEnum

from stk_graph.language import N_


class ImportFehler(Exception):
    """A file that cannot be imported at all; nothing was changed.

    ``code`` is a stable English word, the message a sentence in the user's language.
    """

    def __init__(self, code: "Code", message: str) -> None:
        self.code = code
        super().__init__(message)


class Severity(StrEnum):
    """``note``: read differently than written; ``warning``: something is missing in the result;
    ``skipped``: the row was not taken over."""

    NOTE = "note"
    WARNING = "warning"
    SKIPPED = "skipped"


class Code(StrEnum):
    """Stable names of problems; other programs may rely on them."""

    AGE_RANGE = "age-range"
    AGE_REVERSED = "age-reversed"
    AMBIGUOUS_LEVEL = "ambiguous-level"
    BAD_COORDINATES = "bad-coordinates"
    BAD_DATE = "bad-date"
    BAD_EMAIL = "bad-email"
    BAD_NUMBER = "bad-number"
    BAD_PHONE = "bad-phone"
    BAD_TIME = "bad-time"
    BAD_URL = "bad-url"
    BLANK_ROW = "blank-row"
    BROKEN_JSON = "broken-json"
    CANCELLED = "cancelled"
    CONFLICT = "conflict"
    CONTROL_CHARACTER = "control-character"
    DANGLING_REFERENCE = "dangling-reference"
    DUPLICATE_COLUMN = "duplicate-column"
    DUPLICATE_ID = "duplicate-id"
    DUPLICATE_KEY = "duplicate-key"
    EMPTY = "empty"
    ENCODING_GUESSED = "encoding-guessed"
    EXCEPTION_DAY = "exception-day"
    EXTENSION_REFUSED = "extension-refused"
    GUESSED_CENTURY = "guessed-century"
    HTML_REMOVED = "html-removed"
    INVALID_RECORD = "invalid-record"
    JOINED_CONTACT = "joined-contact"
    LEAD_MISSING = "lead-missing"
    MISSING_ID = "missing-id"
    DELETED_HERE = "deleted-here"
    ERASED_HERE = "erased-here"
    FILE_IGNORED = "file-ignored"
    NAME_MISSING = "name-missing"
    NESTED_TOO_DEEP = "nested-too-deep"
    AMBIGUOUS_RECURRENCE = "ambiguous-recurrence"
    NO_ANCHOR = "no-anchor"
    OTHER_RHYTHM = "other-rhythm"
    PERIOD_REVERSED = "period-reversed"
    TIME_REVERSED = "time-reversed"
    UNKNOWN_WEEKDAY = "unknown-weekday"
    NO_NAME = "no-name"
    NO_LONGER_INCLUDED = "no-longer-included"
    NOT_A_RECORD = "not-a-record"
    NOT_A_TABLE = "not-a-table"
    OFFSET_DROPPED = "offset-dropped"
    OPEN_QUOTE = "open-quote"
    PARENT_CYCLE = "parent-cycle"
    PARENT_MISSING = "parent-missing"
    RAGGED_ROW = "ragged-row"
    REPEATED_ROW = "repeated-row"
    TIME_PARTLY_READ = "time-partly-read"
    AGE_PARTLY_READ = "age-partly-read"
    TOO_LARGE = "too-large"
    TRUNCATED = "truncated"
    WITHOUT_PARENT = "without-parent"
    UNKNOWN_COLUMN = "unknown-column"
    UNKNOWN_FORMAT = "unknown-format"
    UNKNOWN_TABLE = "unknown-table"
    UNKNOWN_VALUE = "unknown-value"
    UNREADABLE = "unreadable"
    UNSAFE_ARCHIVE = "unsafe-archive"
    VALUE_MISSING = "value-missing"


_N, _W, _S = Severity.NOTE, Severity.WARNING, Severity.SKIPPED

SENTENCES: dict[Code, tuple[Severity, str]] = {
    Code.AGE_RANGE: (
        _W,
        N_("Das Alter liegt nicht zwischen 0 und 120 Jahren. Es steht als Notiz."),
    ),
    Code.AGE_REVERSED: (
        _W,
        N_("Das Mindestalter liegt über dem Höchstalter. Beide Angaben stehen als Text."),
    ),
    Code.AMBIGUOUS_LEVEL: (_N, N_("Die Veröffentlichungsstufe ist unbekannt, gewählt: intern.")),
    Code.BAD_COORDINATES: (
        _W,
        N_("Die Koordinaten liegen nicht auf der Erde. Sie stehen als Notiz."),
    ),
    Code.BAD_DATE: (_W, N_("Das Datum ist nicht lesbar. Der Text steht als Notiz.")),
    Code.BAD_EMAIL: (_W, N_("Die E-Mail-Adresse ist nicht gültig. Der Text steht als Notiz.")),
    Code.BAD_NUMBER: (_W, N_("Die Zahl ist nicht lesbar. Der Text steht als Notiz.")),
    Code.BAD_PHONE: (
        _N,
        N_("Die Telefonnummer sieht ungewöhnlich aus und bleibt wie geschrieben."),
    ),
    Code.BAD_TIME: (_W, N_("Die Uhrzeit ist nicht lesbar. Der Text bleibt bei den Zeiten stehen.")),
    Code.BAD_URL: (_W, N_("Die Internetadresse ist nicht gültig. Der Text steht als Notiz.")),
    Code.BLANK_ROW: (_N, N_("Leere Zeile, übergangen.")),
    Code.BROKEN_JSON: (_S, N_("Die JSON-Datei ist beschädigt.")),
    Code.CANCELLED: (_S, N_("Das Einlesen wurde abgebrochen.")),
    Code.CONFLICT: (
        _W,
        N_("Die Datei sagt etwas anderes als die Änderung von Hand. Die Änderung von Hand bleibt."),
    ),
    Code.CONTROL_CHARACTER: (_N, N_("Unsichtbare Steuerzeichen wurden ersetzt.")),
    Code.DANGLING_REFERENCE: (
        _W,
        N_("Der Verweis führt ins Leere: Den Eintrag gibt es nicht. Das Feld bleibt leer."),
    ),
    Code.DUPLICATE_COLUMN: (_W, N_("Die Spalte steht zweimal in der Tabelle; die erste gilt.")),
    Code.DUPLICATE_ID: (
        _S,
        N_("Zwei verschiedene Zeilen haben eine Kennung. Die erste gilt, diese nicht."),
    ),
    Code.DUPLICATE_KEY: (_N, N_("Ein Feld steht zweimal im selben Eintrag; das letzte gilt.")),
    Code.EMPTY: (_N, N_("Die Tabelle ist leer.")),
    Code.ENCODING_GUESSED: (
        _N,
        N_("Nicht in UTF-8 geschrieben; gelesen als Windows-Zeichensatz. Bitte Umlaute prüfen."),
    ),
    Code.EXCEPTION_DAY: (
        _N,
        N_(
            "Geschlossene Tage und abweichende Zeiten einzelner Tage stehen als Notiz beim Eintrag "
            "(zu sehen mit „stk show“)."
        ),
    ),
    Code.EXTENSION_REFUSED: (
        _S,
        N_("Die Zeile einer Zusatztabelle passt nicht zum Datenmodell und wurde übergangen."),
    ),
    Code.GUESSED_CENTURY: (
        _N,
        N_("Das Jahr hat nur zwei Stellen; das Jahrhundert ist angenommen."),
    ),
    Code.HTML_REMOVED: (_N, N_("HTML wurde auf seinen Text verkürzt.")),
    Code.INVALID_RECORD: (_S, N_("Der Eintrag verletzt eine Regel und wurde übergangen.")),
    Code.JOINED_CONTACT: (
        _S,
        N_(
            "Dieselbe Person steht in mehreren Zeilen (gleicher Name, gleiche Einrichtung, gleiche "
            "Nummer oder Adresse). Sie steht nun einmal da, mit allen ihren Zuständigkeiten."
        ),
    ),
    Code.LEAD_MISSING: (
        _W,
        N_("Die Einrichtung fehlt. Das Angebot steht bei „Einrichtung nicht angegeben“."),
    ),
    Code.MISSING_ID: (
        _N,
        N_("Die Zeile hat keine Kennung; sie wird an ihrem Inhalt wiedererkannt."),
    ),
    Code.DELETED_HERE: (
        _S,
        N_("Der Eintrag wurde hier gelöscht und wird nicht wieder angelegt."),
    ),
    Code.ERASED_HERE: (
        _S,
        N_("Der Eintrag wurde hier endgültig gelöscht und wird nicht wieder angelegt."),
    ),
    Code.FILE_IGNORED: (_N, N_("Die Datei gehört nicht zu den gelesenen Tabellen.")),
    Code.AMBIGUOUS_RECURRENCE: (
        _W,
        N_("Die Wiederholung ist mehrdeutig; der Text bleibt stehen. Bitte nachfragen."),
    ),
    Code.NO_ANCHOR: (
        _N,
        N_("14-tägig ohne Datum eines Termins: In welcher Woche, bleibt offen."),
    ),
    Code.OTHER_RHYTHM: (_W, N_("Dieser Rhythmus lässt sich nicht abbilden; er steht als Text.")),
    Code.PERIOD_REVERSED: (_W, N_("Der Zeitraum endet vor seinem Anfang und wurde weggelassen.")),
    Code.TIME_REVERSED: (_W, N_("Die Zeit endet nicht nach ihrem Anfang; sie steht als Text.")),
    Code.UNKNOWN_WEEKDAY: (_W, N_("Der Wochentag ist nicht lesbar; er steht als Text.")),
    Code.NO_NAME: (
        _W,
        N_("Der Name fehlt. Ein anderer Text der Zeile steht vorläufig an seiner Stelle."),
    ),
    Code.NAME_MISSING: (_S, N_("Der Name fehlt. Die Zeile wurde übergangen.")),
    Code.NESTED_TOO_DEEP: (_S, N_("Die JSON-Datei ist zu tief verschachtelt.")),
    Code.NO_LONGER_INCLUDED: (_N, N_("Nicht mehr enthalten; der Eintrag bleibt unverändert.")),
    Code.NOT_A_RECORD: (
        _S,
        N_("Der Eintrag ist in keiner Form von HSDS erkennbar und wurde übergangen."),
    ),
    Code.NOT_A_TABLE: (_S, N_("Die Datei ist keine Tabelle.")),
    Code.OFFSET_DROPPED: (
        _N,
        N_("Die Zeitzone der Uhrzeit wurde weggelassen; es gilt die Ortszeit."),
    ),
    Code.OPEN_QUOTE: (
        _W,
        N_("Ein Anführungszeichen wird nicht geschlossen. Vermutlich fehlt das Ende der Datei."),
    ),
    Code.PARENT_CYCLE: (
        _W,
        N_("Träger verweisen im Kreis aufeinander. Der letzte Verweis entfällt."),
    ),
    Code.PARENT_MISSING: (
        _S,
        N_("Die Zeile gehört zu keinem Eintrag der Datei und wurde übergangen."),
    ),
    Code.RAGGED_ROW: (
        _W,
        N_(
            "Die Zeile hat nicht so viele Felder wie die Kopfzeile. Gelesen ist, was eindeutig war."
        ),
    ),
    Code.REPEATED_ROW: (
        _S,
        N_("Die Zeile wiederholt eine frühere und wurde nur einmal übernommen."),
    ),
    Code.TIME_PARTLY_READ: (
        _N,
        N_("Die Zeitangabe ist nur zum Teil lesbar; der Text bleibt stehen."),
    ),
    Code.AGE_PARTLY_READ: (
        _N,
        N_("Die Altersangabe ist nur zum Teil lesbar; der Text bleibt stehen."),
    ),
    Code.TOO_LARGE: (_S, N_("Die Datei überschreitet eine Größengrenze.")),
    Code.TRUNCATED: (_W, N_("Das Feld ist zu lang und wurde gekürzt.")),
    Code.UNKNOWN_COLUMN: (_N, N_("Unbekannte Spalte; ihr Inhalt steht als Notiz beim Eintrag.")),
    Code.UNKNOWN_FORMAT: (_S, N_("Das Format ist nicht bekannt.")),
    Code.UNKNOWN_TABLE: (_W, N_("Unbekannte Tabelle; sie wurde nicht gelesen.")),
    Code.UNKNOWN_VALUE: (_W, N_("Der Wert ist nicht bekannt. Er steht als Notiz.")),
    Code.UNREADABLE: (_S, N_("Die Datei ist nicht lesbar.")),
    Code.UNSAFE_ARCHIVE: (_S, N_("Das Archiv ist nicht sicher lesbar.")),
    Code.WITHOUT_PARENT: (
        _W,
        N_("Die Person gehört zu keiner Einrichtung der Datei. Bitte eine zuordnen."),
    ),
    Code.VALUE_MISSING: (_S, N_("Die Angabe selbst fehlt. Die Zeile wurde übergangen.")),
}
