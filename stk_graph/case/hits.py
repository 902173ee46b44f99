"""The answer to a case as records: hits with everything a person needs at the telephone."""

import msgspec

from stk_graph.case.directory import WarmPath
from stk_graph.case.facts import Understanding
from stk_graph.case.score import GOOD_KIND, GOOD_SCORE, MUST, Parts, is_fitting
from stk_graph.model import Actor, Contact, Offer
from stk_graph.model.enums import Fit


def line_of(contact: Contact | None, actor: Actor | None) -> str | None:
    """Id of the person, else of the institution: each has one line in an answer."""
    record = contact or actor
    return record.id if record is not None else None


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the answer: a person with the offer that fits best.

    ``offer`` None = the institution itself is responsible; ``actor`` None = the directory does not
    hold the lead. ``also`` are further offers of the same person. ``fit`` holds the criteria that
    were asked, ``kind`` the offer kind that matched. ``why`` is one line, ``unknown`` names what
    nobody knows, ``notes`` are remarks such as the gatekeeper. ``pin``: its place on top for
    safety.
    """

    offer: Offer | None
    actor: Actor | None
    contact: Contact | None = None
    deputy: Contact | None = None
    kind: str | None = None
    parts: Parts
    score: float
    fit: dict[str, Fit]
    why: str = ""
    unknown: tuple[str, ...] = ()
    access: str = ""
    notes: tuple[str, ...] = ()
    path: WarmPath | None = None
    also: tuple[Offer, ...] = ()
    pin: int | None = None

    @property
    def pinned(self) -> bool:
        """Whether safety demands it on top."""
        return self.pin is not None

    @property
    def line(self) -> str:
        """Id of who answers the telephone: the person, else the institution, else the offer."""
        return line_of(self.contact, self.actor) or (self.offer.id if self.offer else "")

    @property
    def is_fitting(self) -> bool:
        """Whether its kind may answer the case or safety demands it; else it meets the topic."""
        return is_fitting(self.parts.kind, self.fit.get("kind"), pinned=self.pinned)

    @property
    def good(self) -> bool:
        """Whether the hit answers the case (section 8.3).

        What is certainly not there when, in which language or as it was asked for does not.
        """
        missed = any(self.fit.get(name) is Fit.NO for name in MUST)
        return self.score >= GOOD_SCORE and self.parts.kind >= GOOD_KIND and not missed

    @property
    def phone(self) -> str | None:
        """The number to call first: of the person, the offer, the institution."""
        for record in (self.contact, self.offer, self.actor):
            if record is not None and record.phones:
                return record.phones[0].number
        return None

    @property
    def mail(self) -> str | None:
        """The address to write to, in the same order."""
        for record in (self.contact, self.offer, self.actor):
            if record is not None and record.mail:
                return record.mail
        return None


class Lotse(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to ask when too little fits; without a record only the kind is named.

    ``unknown`` says that nobody is named to call.
    """

    kind: str
    actor: Actor | None = None
    offer: Offer | None = None
    contact: Contact | None = None
    unknown: tuple[str, ...] = ()

    @property
    def line(self) -> str | None:
        """Id of who answers the telephone; None if nobody is recorded."""
        return line_of(self.contact, self.actor)


class Notice(msgspec.Struct, frozen=True):
    """Something to tell the person who asks: ``code`` for programs, ``message`` for people."""

    code: str
    message: str


class CaseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a case. Hits and fallback are never both empty unless personal data was seen.

    ``safety_message`` always holds the safety line.
    """

    understood: Understanding
    hits: tuple[Hit, ...] = ()
    fallback: tuple[Lotse, ...] = ()
    notices: tuple[Notice, ...] = ()
    safety_message: str
