"""Institutions, persons, places, an offer and a network, every field of one of each filled."""

from typing import Any, NamedTuple

from stk_graph.model import (
    Acquaintance,
    Actor,
    Area,
    Consent,
    Contact,
    ContactRole,
    Location,
    Membership,
    Network,
    Offer,
    Phone,
    Record,
    new_id,
)
from stk_graph.model.enums import (
    Access,
    ActorStatus,
    AreaType,
    Gender,
    KindSource,
    NetworkRole,
    Occupancy,
    OfferStatus,
    TieStage,
    YesNo,
)
from tests.unit.db.store_values import DAY, LATER, PERIOD, PHONE, SLOTS, owned_by

CONFIRMED: dict[str, Any] = {"verified_on": DAY, "verified_by": "Zoë Çelik"}


class Directory(NamedTuple):
    """The records that those of needs and meetings refer to, and all of them as a list."""

    carrier: Actor
    actor: Actor
    area: Area
    contact: Contact
    offer: Offer
    other_offer: Offer
    network: Network
    records: list[Record]


def directory(need_id: str) -> Directory:
    """A closed set of records but for the need with that id, from which the offer comes."""
    carrier = Actor(name="Träger")
    with_owner = owned_by(carrier.id)
    location_id = new_id()
    city = Area(name="Stadt", type=AreaType.CITY)
    area = Area(
        name="Südhang",
        type=AreaType.SCHOOL_DISTRICT,
        parent=city.id,
        borders=(city.id,),
        aliases=("SH",),
        **with_owner,
    )
    actor = _institution(carrier, city, area, location_id)
    location = _place(actor, area, location_id)
    deputy = Contact(name="Ali B.")
    contact = _person(actor, deputy)
    offer = _offer(actor, location, city, area, need_id)
    other_offer = Offer(title="Anderes", lead=carrier.id)
    network = Network(
        name="STK Südhang",
        kind="stk",
        is_own=True,
        areas=(area.id,),
        scope=("kinder",),
        rhythm="alle 6 Wochen",
        weekday_time="Di 10:00",
        place_rule="reihum",
        chair_rule="fest",
        minutes_rule="reihum",
        invitation_days=10,
        confirmations_min=3,
        stages_used=(TieStage.NONE, TieStage.CHAIN),
        last_exchange=DAY,
        responsible_body="Stadt",
        **with_owner,
    )
    span: dict[str, Any] = {"since": DAY, "until": LATER}
    records: list[Record] = [
        offer,
        other_offer,
        actor,
        carrier,
        location,
        area,
        city,
        contact,
        deputy,
        ContactRole(
            contact=contact.id, offer=offer.id, responsibility="Anmeldung", is_main=True, **span
        ),
        ContactRole(contact=contact.id, actor=actor.id, **with_owner),
        ContactRole(contact=contact.id, network=network.id),
        network,
        Membership(
            network=network.id,
            actor=actor.id,
            contact=contact.id,
            roles=(NetworkRole.CHAIR, NetworkRole.HOST),
            member_kind="ständig",
            **span,
            **with_owner,
        ),
        Acquaintance(
            from_contact=contact.id,
            to_contact=deputy.id,
            since=DAY,
            occasion="Fachtag",
            **with_owner,
        ),
    ]
    return Directory(carrier, actor, area, contact, offer, other_offer, network, records)


def _institution(carrier: Actor, city: Area, area: Area, location_id: str) -> Actor:
    """An institution with every field filled."""
    return Actor(
        name="Kita ẞüd",
        description="Zeile eins\nZeile zwei",
        short="KS",
        aliases=("Kita S", "Südkita"),
        kind="kita",
        parent=carrier.id,
        umbrella="awo",
        fields_of_work=("kindertagesbetreuung", "kinder_jugendarbeit"),
        area=area.id,
        responsible_for=(area.id, city.id),
        location=location_id,
        address_protected=True,
        phones=(PHONE, Phone(number="0611 2")),
        mail="kita@example.org",
        web="https://example.org/kita",
        opening_slots=SLOTS,
        opening_text="nach Absprache",
        languages=("de", "tr"),
        accessibility=YesNo.PARTLY,
        recipient_kind="fachamt",
        status=ActorStatus.PLANNED,
        **CONFIRMED,
        **owned_by(carrier.id),
    )


def _place(actor: Actor, area: Area, location_id: str) -> Location:
    """A place with every field filled."""
    return Location(
        id=location_id,
        name="Gemeindehaus",
        actor=actor.id,
        description="hinten",
        aliases=("GH",),
        street="Weg 1",
        room="2.04",
        postal_code="65199",
        city="Musterstadt",
        state="HE",
        country="DE",
        latitude=50.078218123456789,
        longitude=-0.1,
        transportation="Bus 4",
        area=area.id,
        phones=(PHONE,),
        opening_slots=SLOTS,
        opening_text="werktags",
        languages=("ar",),
        accessibility=YesNo.YES,
        accessibility_text="Rampe",
        **CONFIRMED,
        **owned_by(str(actor.owner)),
    )


def _person(actor: Actor, deputy: Contact) -> Contact:
    """A person with every field filled."""
    return Contact(
        name="Zoë Çelik",
        employer=actor.id,
        title="Leitung",
        department="Hort",
        phones=(PHONE,),
        mail="zoe@example.org",
        reachable="vormittags",
        languages=("de", "fa"),
        deputy=deputy.id,
        valid_until=LATER,
        consent=Consent(given_on=DAY, form="schriftlich", purpose="Liste", withdrawn_on=LATER),
        informed_on=DAY,
        restricted=True,
        **CONFIRMED,
        **owned_by(str(actor.owner)),
    )


def _offer(actor: Actor, location: Location, city: Area, area: Area, need_id: str) -> Offer:
    """An offer with every field filled."""
    return Offer(
        title="Café am Dienstag",
        lead=actor.id,
        description="Für alle",
        aliases=("Dienstagscafé",),
        partners=(str(actor.owner),),
        funded_by="Land",
        offer_kind="hausaufgabenbetreuung",
        offer_kind_from=KindSource.TEXT,
        offer_kind_weight=0.8,
        form="gruppe",
        target_groups=("kinder",),
        age_min=0.1,
        age_max=12.5,
        ages_text="ab Geburt",
        gender=Gender.FEMALE,
        slots=SLOTS,
        times_text="dienstags",
        period=PERIOD,
        overnight=YesNo.NO,
        venues=(location.id,),
        area=area.id,
        catchment=(city.id, area.id),
        access=Access.REFERRAL,
        how_to_get_in="anrufen",
        cost_free=YesNo.YES,
        cost_text="0 €",
        anonymous=YesNo.PARTLY,
        outreach=YesNo.NO,
        accessibility=YesNo.YES,
        childcare_available=YesNo.YES,
        languages=("de",),
        languages_complete=True,
        documents=("Ausweis",),
        places=12,
        occupancy=Occupancy.WAITING_LIST,
        room="Saal",
        staff="zwei Fachkräfte",
        shareable=("Raum",),
        legal_basis="§ 16 SGB VIII",
        especially_for="Alleinerziehende",
        counsels_parents=YesNo.YES,
        phones=(PHONE,),
        mail="cafe@example.org",
        web="https://example.org",
        origin=need_id,
        status=OfferStatus.PAUSED,
        **CONFIRMED,
        **owned_by(str(actor.owner)),
    )
