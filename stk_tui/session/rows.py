"""The lists: one line a record, with the folded text that a filter looks at."""

from collections.abc import Iterable

import msgspec

from db.read import Reader
from stk_graph.language import _
from stk_graph.model import Actor, Area, Contact, Offer
from stk_graph.text import fold
from stk_graph.vocabulary import label


class Row(msgspec.Struct, frozen=True):
    """One line of the directory."""

    id: str
    kind: str
    title: str
    subtitle: str
    search: str


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _row(kind: str, uid: str, title: str, subtitle: str, *more: str | None) -> Row:
    words = " ".join(part for part in (title, subtitle, *more) if part)
    return Row(uid, kind, title, subtitle, fold(words))


def actor_rows(read: Reader) -> Iterable[Row]:
    """Institutions with kind and Träger."""
    actors = read.all(Actor)
    names = {actor.id: actor.name for actor in actors}
    for actor in actors:
        kind = label(actor.kind, "actor_kind") if actor.kind else None
        carrier = names.get(actor.parent) if actor.parent else None
        yield _row(
            "actor", actor.id, actor.name, _joined(kind, carrier), actor.short, *actor.aliases
        )


def contact_rows(read: Reader) -> Iterable[Row]:
    """Persons with function and institution; those under restriction are not listed."""
    names = {actor.id: actor.name for actor in read.all(Actor)}
    for contact in read.all(Contact):
        if contact.restricted:
            continue
        house = names.get(contact.employer) if contact.employer else None
        yield _row("contact", contact.id, contact.name, _joined(contact.title, house))


def area_rows(read: Reader) -> Iterable[Row]:
    """Social spaces with their type and what they lie in."""
    areas = read.all(Area)
    names = {area.id: area.name for area in areas}
    for area in areas:
        within = names.get(area.parent) if area.parent else None
        inside = _("in {area}").format(area=within) if within else None
        subtitle = _joined(label(area.type), inside)
        yield _row("area", area.id, area.name, subtitle, *area.aliases)


def offer_rows(read: Reader) -> Iterable[Row]:
    """Offers with their institution and kind."""
    names = {actor.id: actor.name for actor in read.all(Actor)}
    for offer in read.each(Offer):
        kind = label(offer.offer_kind, "offer_kind") if offer.offer_kind else None
        yield _row(
            "offer", offer.id, offer.title, _joined(names.get(offer.lead), kind), *offer.aliases
        )


ROWS = {"actor": actor_rows, "contact": contact_rows, "area": area_rows, "offer": offer_rows}
LISTED = ("actor", "contact", "area")


def rows(read: Reader, kind: str | None = None) -> list[Row]:
    """The lines of one kind, or of actors, contacts and areas; sorted by kind and title."""
    kinds = LISTED if kind is None else (kind,)
    return [
        row
        for one in kinds
        for row in sorted(ROWS[one](read), key=lambda row: (fold(row.title), row.id))
    ]
