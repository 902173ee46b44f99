"""Who is named on a hit and as Lotse: those responsible, nobody else, and each of them once."""

from datetime import timedelta

from stk_graph.case import Facts
from stk_graph.model import Actor, Contact, ContactRole, Offer, Phone
from stk_graph.model.enums import Access
from tests.unit.graph.case_district import (
    CENTRE,
    CLUB,
    NORTH,
    OFFICE,
    SOUTH,
    TODAY,
    TOWN,
    ask,
    care,
    directory,
    person,
    titles,
)

NOBODY = "keine Ansprechperson hinterlegt"
GIBBERISH = "Brmpf knorz"


def responsible(contact: Contact, offer: Offer) -> ContactRole:
    return ContactRole(contact=contact.id, offer=offer.id, is_main=True)


def test_an_offer_without_contact_shows_its_institution_and_says_so() -> None:
    house = Actor(name="Haus", kind="freier_traeger", phones=(Phone(number="0611 90009 5"),))
    group = Offer(title="Trauergruppe", lead=house.id, offer_kind="selbsthilfe")
    anna = person("A. Gruppe", house)
    found = directory(
        care(lead=house.id),
        group,
        contacts=(anna,),
        roles=(responsible(anna, group),),
        actors=(TOWN, house),
    )
    hit = ask(found).hits[0]
    assert hit.contact is None
    assert hit.phone == "0611 90009 5"
    assert NOBODY in hit.unknown


def test_the_main_contact_of_the_institution_answers_for_its_offers() -> None:
    anna, bea = person("A. Erste", CLUB), person("B. Zweite", CLUB)
    roles = (
        ContactRole(contact=anna.id, actor=CLUB.id),
        ContactRole(contact=bea.id, actor=CLUB.id, is_main=True),
    )
    (hit,) = ask(directory(care(), contacts=(anna, bea), roles=roles)).hits
    assert hit.contact == bea
    assert NOBODY not in hit.unknown


def test_the_only_contact_of_the_institution_answers_for_its_offers() -> None:
    anna, bea = person("A. Erste", CLUB), person("B. Zweite", CLUB)
    one = ContactRole(contact=bea.id, actor=CLUB.id)
    (hit,) = ask(directory(care(), contacts=(anna, bea), roles=(one,))).hits
    assert hit.contact == bea
    both = (one, ContactRole(contact=anna.id, actor=CLUB.id))
    (hit,) = ask(directory(care(), contacts=(anna, bea), roles=both)).hits
    assert hit.contact is None


def test_of_several_employees_without_a_responsibility_none_is_guessed() -> None:
    anna, bea = person("A. Erste", CLUB), person("B. Zweite", CLUB)
    assert ask(directory(care(), contacts=(anna,))).hits[0].contact == anna
    assert ask(directory(care(), contacts=(anna, bea))).hits[0].contact is None


def test_for_somebody_who_left_without_deputy_the_mailbox_of_the_institution_stands_in() -> None:
    house = Actor(name="Haus", kind="freier_traeger", mail="info@example.org")
    offer = care(lead=house.id)
    gone = person("A. Fort", house, valid_until=TODAY - timedelta(1))
    head = person("B. Leitung", house)
    roles = (
        responsible(gone, offer),
        ContactRole(contact=head.id, actor=house.id, is_main=True),
    )
    found = directory(offer, contacts=(gone, head), roles=roles, actors=(TOWN, house))
    hit = ask(found).hits[0]
    assert hit.contact is None
    assert hit.mail == "info@example.org"


def test_a_lotse_is_named_with_the_person_of_its_own_service() -> None:
    group = Offer(title="Adipositas-Gruppe", lead=CENTRE.id, offer_kind="selbsthilfe")
    office = Offer(title="Stadtteilbüro", lead=CENTRE.id, offer_kind="stadtteilzentrum")
    anna, bea = person("A. Gruppe", CENTRE), person("B. Büro", CENTRE)
    found = directory(
        group,
        office,
        contacts=(anna, bea),
        roles=(responsible(anna, group), responsible(bea, office)),
    )
    lotse = ask(found, GIBBERISH).fallback[0]
    assert (lotse.actor, lotse.offer, lotse.contact) == (CENTRE, office, bea)


def test_a_lotse_without_own_person_is_reached_by_the_main_contact_else_by_the_house() -> None:
    group = Offer(title="Adipositas-Gruppe", lead=CENTRE.id, offer_kind="selbsthilfe")
    anna, bea = person("A. Gruppe", CENTRE), person("B. Leitung", CENTRE)
    main = ContactRole(contact=bea.id, actor=CENTRE.id, is_main=True)
    group_role = responsible(anna, group)
    with_main = directory(group, contacts=(anna, bea), roles=(group_role, main))
    assert ask(with_main, GIBBERISH).fallback[0].contact == bea
    without = directory(group, contacts=(anna,), roles=(group_role,))
    assert ask(without, GIBBERISH).fallback[0].contact is None


def test_an_offer_whose_kind_was_only_guessed_is_not_the_service_of_a_lotse() -> None:
    garden = Offer(title="Kräuterbeet", lead=CENTRE.id, offer_kind="stadtteilzentrum")
    anna = person("A. Garten", CENTRE)
    found = directory(garden, contacts=(anna,), roles=(responsible(anna, garden),))
    assert ask(found, GIBBERISH).fallback[0].contact is None


def test_the_lotse_of_the_asked_area_is_named() -> None:
    south = Actor(name="ASD A", kind="asd", responsible_for=(SOUTH.id,))
    found = directory(actors=(TOWN, south, OFFICE))
    lotsen = ask(found, GIBBERISH, Facts(area=NORTH.id)).fallback
    assert [lotse.actor for lotse in lotsen if lotse.kind == "asd"] == [OFFICE]


def test_a_person_on_a_hit_is_not_named_again_as_lotse() -> None:
    anna = person("A. Büro", CENTRE)
    main = ContactRole(contact=anna.id, actor=CENTRE.id, is_main=True)
    found = ask(directory(care(lead=CENTRE.id), contacts=(anna,), roles=(main,)))
    assert [hit.contact for hit in found.hits] == [anna]
    assert anna not in [lotse.contact for lotse in found.fallback]
    assert [lotse.kind for lotse in found.fallback] == ["sozialberatung", "asd"]


def test_one_person_for_two_services_is_one_lotse() -> None:
    advice = Offer(title="Sozialberatung", lead=CENTRE.id, offer_kind="sozialberatung")
    anna = person("A. Büro", CENTRE)
    main = ContactRole(contact=anna.id, actor=CENTRE.id, is_main=True)
    found = ask(directory(advice, contacts=(anna,), roles=(main,)), GIBBERISH)
    assert [lotse.contact for lotse in found.fallback].count(anna) == 1


def test_offers_of_one_institution_without_a_person_stand_in_one_line() -> None:
    first, second = care("Erstes"), care("Zweites", slots=())
    (hit,) = ask(directory(first, second)).hits
    assert hit.offer == first
    assert hit.also == (second,)


def test_what_meets_the_topic_only_comes_last_and_three_times_at_most() -> None:
    houses = [Actor(name=f"Haus {name}", kind="freier_traeger") for name in "ABCDEF"]
    topic_only = [
        care(f"Tagespflege {house.name}", lead=house.id, offer_kind="notbetreuung")
        for house in houses[1:]
    ]
    fitting = care("Z Spätdienst", lead=houses[0].id, slots=(), access=Access.MEMBERS)
    found = ask(directory(*topic_only, fitting, actors=tuple(houses)))
    others = [hit for hit in found.hits if not hit.is_fitting]
    assert titles(found)[0] == "Z Spätdienst"
    assert found.hits[len(found.hits) - len(others) :] == tuple(others)
    assert 0 < len(others) <= 3
    assert not any(hit.good for hit in others)
    assert found.fallback
