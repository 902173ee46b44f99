"""What stands on a hit beside the reason: what nobody knows, how to get in, remarks."""

from datetime import date

from stk_graph.case.facts import Understanding
from stk_graph.case.gates import starts_soon
from stk_graph.case.score import freshness
from stk_graph.language import N_, _
from stk_graph.model import Actor, Contact, Offer
from stk_graph.model.enums import Access, Fit, Occupancy, Safety

UNKNOWN_WORDS = {
    "kind": N_("Art des Angebots"),
    "age": N_("Alter"),
    "group": N_("Zielgruppe"),
    "area": N_("Stadtteil"),
    "time": N_("Zeiten"),
    "language": N_("Sprache"),
    "cost": N_("Kosten"),
    "accessibility": N_("Barrierefreiheit"),
    "access": N_("Zugang"),
}
ACCESS_WORDS = {
    Access.OPEN: N_("ohne Anmeldung"),
    Access.REGISTRATION: N_("mit Anmeldung"),
    Access.MEMBERS: N_("nur für die eigene Gruppe oder Schule"),
    Access.REFERRAL: N_("über Amt oder Hilfeplan"),
    Access.UNKNOWN: N_("Zugang unbekannt, bitte erfragen"),
}
FLAG_NOTES = {
    Safety.URGENT: N_("eilig: zuerst anrufen"),
    Safety.CHILD_PROTECTION_HINT: N_("Kinder im Haushalt mit bedenken (§ 8b SGB VIII)"),
}
NOBODY_NAMED = N_("keine Ansprechperson hinterlegt")
GATEKEEPERS = {
    "hilfen_zur_erziehung": N_("Zugang nur über den ASD und den Hilfeplan (§ 36 SGB VIII)."),
    "eingliederungshilfe": N_(
        "Für Kinder und Jugendliche: Zugang über den ASD und den Hilfeplan (§§ 35a, 36 SGB VIII)."
    ),
    "bildung_teilhabe": N_("Antrag über das Jobcenter oder die Wohngeldstelle."),
    "pflegeberatung": N_("Über den Pflegegrad entscheidet die Pflegekasse."),
}
"""Who decides on a service, by offer kind; display text, to be checked by a person (8.3)."""


def unknown(fits: dict[str, Fit | None], contact: Contact | None) -> tuple[str, ...]:
    """Names of the asked criteria that are not known, and whether nobody is named to call."""
    names = [_(words) for name, words in UNKNOWN_WORDS.items() if fits.get(name) is Fit.UNKNOWN]
    return tuple(names if contact is not None else [*names, _(NOBODY_NAMED)])


def access_line(offer: Offer | None) -> str:
    """How to get in, as the institution typed it, else by the kind of access."""
    if offer is None:
        return _("Bitte anrufen")
    kind = _(ACCESS_WORDS[offer.access])
    if not offer.how_to_get_in:
        return kind
    known = offer.access is not Access.UNKNOWN
    return f"{kind}: {offer.how_to_get_in}" if known else offer.how_to_get_in


def notes(
    case: Understanding, kind: str | None, record: Offer | Actor | None, today: date
) -> tuple[str, ...]:
    """Remarks on a hit: urgency, children, the gatekeeper, a start to come, full places, age."""
    said = [_(words) for flag, words in FLAG_NOTES.items() if flag in case.safety]
    if kind is not None and kind in GATEKEEPERS:
        said.append(_(GATEKEEPERS[kind]))
    if isinstance(record, Offer):
        said += _of_offer(record, today)
    if record is None or freshness(record.verified_on, today) == 0.0:
        said.append(_("Angaben älter als ein Jahr oder nie bestätigt, bitte prüfen"))
    return tuple(said)


def _of_offer(offer: Offer, today: date) -> list[str]:
    said = []
    start = offer.period.start if offer.period is not None else None
    if start is not None and starts_soon(offer, today):
        said.append(_("geplant, beginnt am {day}").format(day=f"{start:%d.%m.%Y}"))
    if offer.occupancy in (Occupancy.FULL, Occupancy.WAITING_LIST):
        said.append(_("zurzeit voll, nach der Warteliste fragen"))
    return said
