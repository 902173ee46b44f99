"""Gates: only a certain "no" closes one, unknown passes (domain model, section 8.1)."""

from datetime import date, timedelta

from stk_graph.model import Actor, Offer
from stk_graph.model.enums import Fit, OfferStatus
from stk_graph.nearness import FAR

SOON = timedelta(weeks=4)
_MAY_START = (OfferStatus.PLANNED, OfferStatus.AGREED)


def starts_soon(offer: Offer, today: date) -> bool:
    """Whether a planned offer starts within four weeks."""
    start = offer.period.start if offer.period is not None else None
    return offer.status in _MAY_START and start is not None and today <= start <= today + SOON


def is_open(
    offer: Offer | None, lead: Actor | None, fits: dict[str, Fit | None], near: float | None
) -> bool:
    """Whether no gate closes: age, gender, and for agencies with a territory the area."""
    if fits["age"] is Fit.NO or fits["gender"] is Fit.NO:
        return False
    has_territory = lead is not None and bool(lead.responsible_for)
    return not (near == FAR and has_territory)


def is_running(offer: Offer | None, today: date) -> bool:
    """Whether an offer takes place now or starts within four weeks; an institution always does."""
    if offer is None:
        return True
    over = offer.period is not None and offer.period.end is not None and offer.period.end < today
    return not over and (offer.status is OfferStatus.RUNNING or starts_soon(offer, today))
