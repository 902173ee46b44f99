"""What a source said about a record and no field of it could take."""

from typing import NamedTuple

from db.read import Reader
from db.sources import notes
from stk_graph.language import N_, _


class NoteLine(NamedTuple):
    """A value as the source gave it, under the name of its column, and the name of the source."""

    field: str
    label: str
    text: str
    source: str | None


LABELS = {
    "schedule.closed": N_("Geschlossen"),
    "schedule.holiday": N_("Abweichende Zeiten"),
    "schedule.period": N_("Zeiten in anderen Zeiträumen"),
    "schedule.notes": N_("Hinweis zu den Zeiten"),
    "eligibility": N_("Zielgruppe"),
    "payments_accepted": N_("Zahlungsarten"),
    "funding": N_("Förderung"),
    "program": N_("Programm"),
    "language": N_("Sprache"),
    "language.note": N_("Hinweis zur Sprache"),
    "phone.language": N_("Sprache am Telefon"),
    "address": N_("Weitere Adresszeile"),
    "address.postal": N_("Postanschrift"),
    "coordinates": N_("Koordinaten"),
    "metadata": N_("Änderungsnachweis"),
    "minimum_age": N_("Mindestalter"),
    "maximum_age": N_("Höchstalter"),
    "service_area": N_("Einzugsgebiet"),
}
"""German names of the columns that are noted most often; others are shown as the file has them."""


def notes_of(read: Reader, uid: str) -> list[NoteLine]:
    """The notes of a record in the order in which they were read."""
    return [
        NoteLine(
            note.field,
            _(LABELS[note.field]) if note.field in LABELS else note.field,
            note.text,
            note.source,
        )
        for note in notes(read, uid)
    ]
