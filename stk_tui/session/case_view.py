"""The answer to a case as the screen shows it: the person first."""

from datetime import date
from typing import Final, NamedTuple

from stk_graph.case import CaseAnswer, Hit, Lotse, Understanding, safety_message
from stk_graph.language import _
from stk_graph.model import Actor, Contact, Offer
from stk_graph.vocabulary import label
from stk_tui.session.freshness import checked, marks


class Named(NamedTuple):
    """A record on a hit; ``id`` is empty for a kind of institution that nobody has recorded."""

    id: str
    name: str


class Person(NamedTuple):
    """The person to call; without one the number of the institution."""

    id: str
    name: str
    role: str | None
    phone: str | None
    email: str | None
    deputy: str | None


class ShownHit(NamedTuple):
    """One line of the answer with its detail."""

    offer: Named | None
    actor: Named
    contact: Person | None
    why: list[str]
    unknown: list[str]
    access: str | None
    path: list[str]
    notes: list[str]
    also: list[Named]
    pinned: bool
    marks: list[str]
    verified: str


REFUSED: Final = frozenset({"personal_data", "too_long"})
"""Notices that stand in place of an answer: nothing was searched."""


class Warned(NamedTuple):
    """What the case touches, and the line that is always there."""

    kind: str | None
    message: str


class ShownNotice(NamedTuple):
    """A sentence about the case."""

    code: str
    message: str


class ShownAnswer(NamedTuple):
    """The answer, and what it is an answer to."""

    hits: list[ShownHit]
    fallback: list[ShownHit]
    notices: list[ShownNotice]
    safety: Warned
    understood: Understanding

    @property
    def was_searched(self) -> bool:
        """Whether contacts were looked for; of a refused text nothing is kept either."""
        return not any(notice.code in REFUSED for notice in self.notices)


def shown(answer: CaseAnswer, today: date) -> ShownAnswer:
    """The answer as a person reads it; what is fresh or old is so on the day ``today``."""
    case = answer.understood
    return ShownAnswer(
        [_hit(hit, today) for hit in answer.hits],
        [_lotse(lotse, today) for lotse in answer.fallback],
        [ShownNotice(notice.code, notice.message) for notice in answer.notices],
        Warned(case.safety[0].value if case.safety else None, answer.safety_message),
        case,
    )


def refused(code: str, sentence: str) -> ShownAnswer:
    """No answer, and the sentence that says why nothing was searched."""
    notices = [ShownNotice(code, sentence)]
    return ShownAnswer([], [], notices, Warned(None, safety_message(())), Understanding())


def _named_offer(offer: Offer) -> Named:
    return Named(offer.id, offer.title)


def _named_actor(actor: Actor | None) -> Named:
    return Named(actor.id, actor.name) if actor else Named("", _("Einrichtung nicht erfasst"))


def _person(
    contact: Contact | None, deputy: Contact | None, phone: str | None, mail: str | None
) -> Person | None:
    if contact is None and phone is None and mail is None:
        return None
    return Person(
        contact.id if contact else "",
        contact.name if contact else "",
        contact.title if contact else None,
        phone,
        mail,
        deputy.name if deputy else None,
    )


def _hit(hit: Hit, today: date) -> ShownHit:
    record = hit.offer or hit.actor
    return ShownHit(
        _named_offer(hit.offer) if hit.offer else None,
        _named_actor(hit.actor),
        _person(hit.contact, hit.deputy, hit.phone, hit.mail),
        [hit.why] if hit.why else [],
        list(hit.unknown),
        hit.access or None,
        list(hit.path.names) if hit.path else [],
        list(hit.notes),
        [_named_offer(offer) for offer in hit.also],
        hit.pinned,
        marks(record, today) if record else [],
        checked(record.verified_on, today) if record else "",
    )


def _lotse(lotse: Lotse, today: date) -> ShownHit:
    kind = label(lotse.kind, "offer_kind")
    actor = _named_actor(lotse.actor) if lotse.actor else Named("", kind)
    records = (lotse.contact, lotse.offer, lotse.actor)
    phone = next((one.phones[0].number for one in records if one and one.phones), None)
    mail = next((one.mail for one in records if one and one.mail), None)
    why = _("kennt den Stadtteil und hilft weiter ({kind})").format(kind=kind)
    missing = list(lotse.unknown) if lotse.actor else [_("noch nicht im Verzeichnis")]
    return ShownHit(
        _named_offer(lotse.offer) if lotse.offer else None,
        actor,
        _person(lotse.contact, None, phone, mail),
        [why],
        missing,
        None,
        [],
        [],
        [],
        False,
        marks(lotse.actor, today) if lotse.actor else [],
        checked(lotse.actor.verified_on, today) if lotse.actor else "",
    )
