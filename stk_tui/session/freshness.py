"""When a record was last checked, in words, and the short marks of an offer in a list."""

from datetime import date

from stk_graph.case.gates import starts_soon
from stk_graph.case.score import FRESH_DAYS, freshness
from stk_graph.language import N_, _
from stk_graph.model import Actor, Offer
from stk_graph.model.enums import Occupancy

PLACES = {
    Occupancy.FREE: N_("Plätze frei"),
    Occupancy.FULL: N_("voll"),
    Occupancy.WAITING_LIST: N_("Warteliste"),
}


def checked(verified_on: date | None, today: date) -> str:
    """The day of the last check; after half a year with the request to check again."""
    if verified_on is None:
        return _("noch nie, bitte prüfen")
    day = f"{verified_on:%d.%m.%Y}"
    if (today - verified_on).days > FRESH_DAYS:
        return _("zuletzt am {day}, bitte prüfen").format(day=day)
    return _("am {day}").format(day=day)


def marks(record: Offer | Actor, today: date) -> list[str]:
    """What one must know before calling: places, a start to come, data nobody checked for a year.

    Unknown places get no mark.
    """
    said = []
    if isinstance(record, Offer):
        start = record.period.start if record.period is not None else None
        if start is not None and starts_soon(record, today):
            said.append(_("ab {day}").format(day=f"{start:%d.%m.}"))
        if record.occupancy in PLACES:
            said.append(_(PLACES[record.occupancy]))
    if freshness(record.verified_on, today) == 0.0:
        said.append(_("bitte prüfen"))
    return said
