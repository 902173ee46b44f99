"""A data file filled with invented offers, their institutions, persons, places and areas."""

import random
from itertools import islice

from bench.synthetic import SyntheticOffer, offers
from db.store import Store
from stk_graph.model import Actor, Area, Contact, ContactRole, Location, Offer, Phone, Record
from stk_graph.model.enums import Access, YesNo
from stk_graph.vocabulary import offer_kinds, target_groups

AREAS = 12
OFFERS_OF_AN_ACTOR = 13
CONTACTS_OF_AN_ACTOR = 2
WITHOUT_KIND = 0.1
"""Share of offers whose kind nobody stated, as after an import."""


def fill_with_offers(store: Store, number: int, seed: int = 11) -> None:
    """Writes ``number`` offers with everything around them into an empty data file, as one action.

    The same seed gives the same records but for their ids.
    """
    draw = random.Random(seed)
    texts = list(offers(number, seed))
    of_actors = texts[::OFFERS_OF_AN_ACTOR]
    areas = [Area(name=f"Gebiet {name + 1}") for name in range(AREAS)]
    places = [_place(text, draw.choice(areas)) for text in of_actors]
    actors = [
        Actor(name=text.organisation, area=place.area, location=place.id)
        for text, place in zip(of_actors, places, strict=True)
    ]
    staff = [
        _person(text, actor)
        for start, actor in enumerate(actors)
        for text in islice(texts, start * CONTACTS_OF_AN_ACTOR, (start + 1) * CONTACTS_OF_AN_ACTOR)
    ]
    made = [_offer(text, draw, draw.choice(actors), areas) for text in texts]
    roles = [
        ContactRole(contact=draw.choice(staff).id, offer=offer.id, is_main=True) for offer in made
    ]
    records: list[Record] = [*areas, *places, *actors, *staff, *made, *roles]
    with store.write("bench", "demo") as action:
        action.save_all(records)


def _place(text: SyntheticOffer, area: Area) -> Location:
    street, city = text.address.split(" ", 2)[0], text.address.rsplit(" ", 1)[-1]
    return Location(street=street, city=city, area=area.id)


def _person(text: SyntheticOffer, actor: Actor) -> Contact:
    phone = Phone(number="069 990000")
    return Contact(name=text.person, employer=actor.id, phones=(phone,))


def _offer(text: SyntheticOffer, draw: random.Random, lead: Actor, areas: list[Area]) -> Offer:
    kind = None if draw.random() < WITHOUT_KIND else draw.choice(list(offer_kinds()))
    young = draw.choice((None, 3, 6, 12, 60))
    return Offer(
        title=text.title,
        description=text.description,
        lead=lead.id,
        offer_kind=kind,
        target_groups=tuple(draw.sample(list(target_groups()), draw.randint(0, 2))),
        age_min=young,
        age_max=None if young is None else young + 12,
        area=draw.choice(areas).id,
        access=draw.choice(list(Access)),
        cost_free=draw.choice(list(YesNo)),
    )
