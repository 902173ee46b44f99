"""The fields of each form, as a table: name in the record, German label, kind of field, and help.

``kind`` of a field: ``text``; ``long`` (several lines); ``choice`` (one key of ``source``);
``several`` (some keys of ``source``). ``reads`` names what the typed text is parsed as; the reading
is shown beside the field.
"""

from typing import Final, NamedTuple

from stk_graph.language import N_


class Field(NamedTuple):
    """One field of a form."""

    name: str
    label: str
    kind: str = "text"
    source: str = ""
    reads: str = ""
    example: str = ""


ACTOR: Final = (
    Field("name", N_("Name")),
    Field("short", N_("Kurzname"), example=N_("JUZ Nord")),
    Field("kind", N_("Art"), "choice", "actor_kinds"),
    Field("parent", N_("Träger"), "choice", "actor"),
    Field("area", N_("Gebiet"), "choice", "area"),
    Field("street", N_("Straße"), example=N_("Musterweg 1")),
    Field("postal_code", N_("Postleitzahl"), example=N_("65185")),
    Field("city", N_("Ort")),
    Field("address_protected", N_("Adresse geheim"), "choice", "flag", example=N_("ja")),
    Field("phones", N_("Telefon"), reads="phones", example=N_("0611 31-2345")),
    Field("mail", N_("Funktionsmail"), reads="mail", example=N_("team@example.org")),
    Field("web", N_("Internet"), example=N_("https://www.example.org")),
    Field("opening", N_("Öffnungszeiten"), reads="times", example=N_("Mo–Do 14–18 Uhr")),
    Field("fields_of_work", N_("Arbeitsfelder"), "several", "fields_of_work"),
    Field("languages", N_("Sprachen"), "several", "languages"),
    Field("accessibility", N_("Barrierefrei"), "choice", "yes_no", example=N_("ja")),
    Field("responsible_for", N_("Zuständig für"), "several", "area"),
    Field("status", N_("Stand"), "choice", "actor_status"),
    Field("description", N_("Beschreibung"), "long"),
    Field("visibility", N_("Sichtbar für"), "choice", "visibility"),
    Field("verified_on", N_("Geprüft am"), reads="date", example=N_("heute")),
)

CONTACT: Final = (
    Field("name", N_("Name")),
    Field("title", N_("Funktion"), example=N_("Schulsozialarbeit")),
    Field("employer", N_("Einrichtung"), "choice", "actor"),
    Field("department", N_("Abteilung")),
    Field("phones", N_("Telefon"), reads="phones", example=N_("0611 31-2345")),
    Field("mail", N_("E-Mail"), reads="mail", example=N_("name@example.org")),
    Field("reachable", N_("Erreichbar"), example=N_("Mo–Do vormittags")),
    Field("deputy", N_("Vertretung"), "choice", "contact"),
    Field("languages", N_("Sprachen"), "several", "languages"),
    Field("valid_until", N_("Gültig bis"), reads="date", example=N_("31.7.2027")),
    Field("visibility", N_("Sichtbar für"), "choice", "visibility"),
    Field("verified_on", N_("Geprüft am"), reads="date", example=N_("heute")),
)

AREA: Final = (
    Field("name", N_("Name")),
    Field("type", N_("Art"), "choice", "area_type"),
    Field("parent", N_("Liegt in"), "choice", "area"),
    Field("borders", N_("Grenzt an"), "several", "area"),
    Field("aliases", N_("Auch genannt"), example=N_("Nordend, Kanalviertel")),
)

OFFER: Final = (
    Field("title", N_("Titel")),
    Field("lead", N_("Einrichtung"), "choice", "actor"),
    Field("contact", N_("Ansprechperson"), "choice", "contact"),
    Field("offer_kind", N_("Art"), "choice", "offer_kinds"),
    Field("target_groups", N_("Zielgruppen"), "several", "target_groups"),
    Field("ages", N_("Alter"), reads="ages", example=N_("6–10 Jahre, Kl. 1–4")),
    Field("times", N_("Zeiten"), reads="times", example=N_("Mo, Mi 14–16 Uhr")),
    Field("area", N_("Gebiet"), "choice", "area"),
    Field("access", N_("Zugang"), "choice", "access"),
    Field("occupancy", N_("Plätze"), "choice", "occupancy"),
    Field("how_to_get_in", N_("So kommt man hin"), example=N_("anrufen oder vorbeikommen")),
    Field("cost_free", N_("Kostenfrei"), "choice", "yes_no", example=N_("ja")),
    Field("cost_text", N_("Kosten")),
    Field("languages", N_("Sprachen"), "several", "languages"),
    Field("phones", N_("Telefon"), reads="phones"),
    Field("mail", N_("E-Mail"), reads="mail"),
    Field("web", N_("Internet")),
    Field("status", N_("Stand"), "choice", "offer_status"),
    Field("description", N_("Beschreibung"), "long"),
    Field("verified_on", N_("Geprüft am"), reads="date", example=N_("heute")),
)

FORMS: Final = {"actor": ACTOR, "contact": CONTACT, "area": AREA, "offer": OFFER}

KINDS: Final = {
    "actor": N_("Einrichtungen"),
    "contact": N_("Ansprechpersonen"),
    "area": N_("Gebiete"),
}

ONE: Final = {
    "actor": N_("Einrichtung"),
    "contact": N_("Ansprechperson"),
    "area": N_("Gebiet"),
    "offer": N_("Angebot"),
}

VERIFIED: Final = ("actor", "contact", "offer")
"""Kinds of which somebody checks from time to time whether they still hold."""

HERE: Final = {
    "actor": (("contact", "employer"), ("offer", "lead")),
    "area": (("actor", "area"), ("offer", "area")),
    "contact": (("offer", "contact"),),
}
"""What is created beside a record of a kind, and the field that then holds the record."""

NAMELESS: Final = {
    "contact_role": N_("Zuständigkeit"),
    "membership": N_("Mitgliedschaft im Netzwerk"),
    "acquaintance": N_("Bekanntschaft"),
    "feedback": N_("Rückmeldung zu einer Beobachtung"),
    "rating": N_("Bewertung eines Bedarfs"),
    "communication": N_("Mitteilung eines Bedarfs"),
    "tie_report": N_("gemeldete Verbindung"),
    "pathway": N_("Weg zwischen Angeboten"),
    "handover": N_("Übergabe in einer Leistungskette"),
    "meeting": N_("Sitzung"),
    "attendance": N_("Teilnahme an einer Sitzung"),
    "location": N_("Ort"),
    "need_cover": N_("Antwort auf einen Bedarf"),
    "review": N_("Entscheidung zu einem Angebotspaar"),
}
"""What records without a name of their own are, by their table."""
