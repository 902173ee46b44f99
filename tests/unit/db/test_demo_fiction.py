"""Nobody and nothing in the demo district is real."""

import re

from stk_graph.model import Actor, Contact, Location, Offer
from stk_graph.text.personal import personal_data
from tests.unit.db.demo_records import TODAY, of, on

FICTION = (
    r"0152(28817386|28895456|54599371)",
    r"0171392[0]0\d\d",
    r"0172(9925904|9968532)",
    r"01734925016",
    r"01749091317",
    r"0176040690\d\d",
    r"03023125\d{3}",
    r"06990009\d{3}",
    r"04066969\d{3}",
    r"02214710\d{3}",
    r"08999998\d{3}",
)
"""Numbers that the Bundesnetzagentur keeps free for films and books."""


def test_telephone_numbers_are_reserved_for_fiction() -> None:
    found = [
        phone.number
        for record in on(TODAY)
        if isinstance(record, Actor | Contact | Offer | Location)
        for phone in record.phones
    ]
    assert len(found) >= 150
    strange = [number for number in found if not re.fullmatch("|".join(FICTION), digits(number))]
    assert strange == []


def digits(number: str) -> str:
    return re.sub(r"\D", "", number.replace("+49", "0"))


def test_mail_and_web_addresses_belong_to_example_org() -> None:
    with_mail = [
        record
        for record in on(TODAY)
        if isinstance(record, Actor | Contact | Offer) and record.mail
    ]
    assert len(with_mail) >= 120
    for record in with_mail:
        assert str(record.mail).endswith("@example.org")
    for actor in of(Actor):
        assert actor.web is None or actor.web.startswith("https://example.org/")


FREE_TEXTS = ("title", "description", "text", "note", "summary", "reason", "how_to_get_in", "what")


def test_free_texts_name_no_person() -> None:
    seen = {
        f"{record.source_id}.{field}": personal_data(text)
        for record in on(TODAY)
        for field in FREE_TEXTS
        if isinstance(text := getattr(record, field, None), str) and personal_data(text)
    }
    assert seen == {}


def test_a_protected_address_stands_nowhere() -> None:
    hidden = [actor for actor in of(Actor) if actor.address_protected]
    assert len(hidden) >= 2
    places = {place.actor for place in of(Location)} | {place.name for place in of(Location)}
    for actor in hidden:
        assert actor.location is None
        assert not places & {actor.id, actor.name}
        assert actor.phones
        assert all(not offer.venues for offer in of(Offer) if offer.lead == actor.id)
