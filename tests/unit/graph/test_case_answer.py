"""The answer to a case: gates, unknowns, order, persons, Lotsen, explanation."""

import json
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.case import Directory, Facts, WarmPath, answer_json
from stk_graph.model import Actor, ContactRole, Offer, Period, TimeSlot
from stk_graph.model.enums import Access, Fit, Gender, Occupancy, OfferStatus, Weekday, YesNo
from tests.unit.graph.case_district import (
    CARE_CASE,
    CENTRE,
    CITY,
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


def staffed(*offers: Offer, actors: tuple[Actor, ...] = (TOWN, CLUB, OFFICE, CENTRE)) -> Directory:
    """A directory in which every offer has a person of its own."""
    people = [person(f"Zuständig: {offer.title}", CLUB) for offer in offers]
    roles = [
        ContactRole(contact=one.id, offer=offer.id)
        for one, offer in zip(people, offers, strict=True)
    ]
    return directory(*offers, contacts=tuple(people), roles=tuple(roles), actors=actors)


def test_the_offer_that_fits_comes_first_and_says_why() -> None:
    other = care("Abends im Süden", area=SOUTH.id, age_min=None, age_max=None, slots=())
    found = ask(staffed(other, care()), facts=Facts(area=NORTH.id))
    assert titles(found) == ["Spätdienst", "Abends im Süden"]
    best = found.hits[0]
    assert best.good
    assert best.why == (
        "bietet Randzeitenbetreuung an, bis 19 Uhr, für 6- bis 10-Jährige, im selben Stadtteil"
    )
    assert best.unknown == ()


def test_unknown_never_hides_and_is_named() -> None:
    found = ask(staffed(care(age_min=None, age_max=None, slots=())))
    assert titles(found) == ["Spätdienst"]
    assert found.hits[0].unknown == ("Alter", "Zeiten")


def test_unknown_ranks_below_fits_and_above_no() -> None:
    known = care("A bekannt")
    unknown = care("B unbekannt", slots=())
    closed = care("C mittags", slots=(TimeSlot(weekday=Weekday.MO, start=720, end=780),))
    found = ask(staffed(closed, unknown, known))
    assert titles(found) == ["A bekannt", "B unbekannt", "C mittags"]
    assert [hit.fit["time"] for hit in found.hits] == [Fit.FITS, Fit.UNKNOWN, Fit.NO]


@pytest.mark.parametrize(
    "change",
    [
        {"age_min": 12.0, "age_max": 16.0},
        {"status": OfferStatus.ENDED},
        {"status": OfferStatus.PAUSED},
        {"status": OfferStatus.PLANNED},
        {"period": Period(start=TODAY - timedelta(60), end=TODAY - timedelta(1))},
    ],
)
def test_a_certain_no_closes_the_gate(change: dict[str, Any]) -> None:
    assert titles(ask(directory(care(**change)), facts=Facts(age=7))) == []


def test_a_planned_offer_that_starts_within_four_weeks_passes_marked() -> None:
    start = TODAY + timedelta(days=20)
    soon = care(status=OfferStatus.PLANNED, period=Period(start=start, end=start))
    (hit,) = ask(directory(soon)).hits
    assert hit.notes == (f"geplant, beginnt am {start:%d.%m.%Y}",)


def test_an_offer_for_the_other_gender_is_left_out() -> None:
    girls = care("Nur für Mädchen", gender=Gender.FEMALE)
    assert titles(ask(directory(girls), facts=Facts(gender=Gender.MALE))) == []
    assert titles(ask(directory(girls), facts=Facts(gender=Gender.FEMALE))) == ["Nur für Mädchen"]


def test_an_agency_of_another_area_is_left_out_and_a_city_wide_one_stays() -> None:
    text = "16-Jährige will nicht mehr nach Hause"
    south = Actor(name="ASD Süd", kind="asd", responsible_for=(SOUTH.id,))
    whole = Actor(name="ASD Stadt", kind="asd", responsible_for=(CITY.id,))
    found = ask(directory(actors=(OFFICE, south, whole)), text, Facts(area=NORTH.id))
    names = [hit.actor.name for hit in found.hits if hit.actor is not None]
    assert names == ["Bezirkssozialarbeit Nord", "ASD Stadt"]


def test_parents_of_a_child_of_unknown_age_are_not_shut_out() -> None:
    course = Offer(title="Deutschkurs", lead=CLUB.id, offer_kind="sprachkurs", age_min=18)
    found = ask(directory(course), "Mutter mit Baby sucht Deutschkurs")
    assert titles(found) == ["Deutschkurs"]


def test_the_person_responsible_is_named_first() -> None:
    offer = care()
    anna, bea = person("A. Erste", CLUB), person("B. Zweite", CLUB)
    role = ContactRole(contact=bea.id, offer=offer.id, is_main=True)
    (hit,) = ask(directory(offer, contacts=(anna, bea), roles=(role,))).hits
    assert hit.contact == bea
    assert hit.phone == "0611 90009 1"


def test_a_person_who_has_left_is_stood_in_for_by_the_deputy() -> None:
    bea = person("B. Zweite", CLUB)
    anna = person("A. Erste", CLUB, valid_until=TODAY - timedelta(1), deputy=bea.id)
    offer = care()
    role = ContactRole(contact=anna.id, offer=offer.id)
    (hit,) = ask(directory(offer, contacts=(anna, bea), roles=(role,))).hits
    assert hit.contact == bea


def test_a_restricted_person_is_never_shown() -> None:
    anna = person("A. Erste", CLUB, restricted=True)
    (hit,) = ask(directory(care(), contacts=(anna,))).hits
    assert hit.contact is None


def test_several_offers_of_one_person_stand_in_one_line() -> None:
    anna = person("A. Erste", CLUB)
    first, second = care("Erstes"), care("Zweites", slots=())
    (hit,) = ask(directory(first, second, contacts=(anna,))).hits
    assert hit.offer == first
    assert hit.also == (second,)


def test_the_third_hit_comes_from_another_carrier() -> None:
    others = Actor(name="Anderer Träger", kind="freier_traeger")
    offers = [care(f"{name} vom Verein") for name in "ABCD"]
    strange = care("Z von anderen", lead=others.id, slots=())
    found = ask(staffed(*offers, strange, actors=(TOWN, CLUB, others)))
    assert titles(found)[2] == "Z von anderen"


def test_closeness_breaks_ties_and_never_lifts_a_wrong_fit() -> None:
    anna = person("A. Erste", CLUB)
    near = care("B bekannt", lead=CENTRE.id)
    bea = person("B. Zweite", CENTRE)
    far = care("A unbekannt")
    wrong = Offer(title="Schulamt", lead=OFFICE.id, offer_kind="schulamt", age_min=6, age_max=10)
    cleo = person("C. Dritte", OFFICE)

    def close(contact: str) -> WarmPath | None:
        return None if contact == anna.id else WarmPath(("Ich",), 1.0)

    found = ask(directory(far, near, wrong, contacts=(anna, bea, cleo)), closeness=close)
    assert titles(found)[:2] == ["B bekannt", "A unbekannt"]
    assert found.hits[0].path == WarmPath(("Ich",), 1.0)


def test_an_offer_without_kind_is_found_by_its_words() -> None:
    odd = Offer(title="Schichtdienst-Kinder willkommen", lead=CLUB.id)
    hit = next(hit for hit in ask(directory(odd)).hits if hit.offer == odd)
    assert hit.fit["kind"] is Fit.UNKNOWN
    assert "Art des Angebots" in hit.unknown


def test_a_kind_that_somebody_stated_comes_before_one_that_was_read_unsurely() -> None:
    guessed = care("Abendgruppe", offer_kind_weight=0.65)
    found = ask(staffed(guessed, care("Zwergenstube")))
    assert titles(found) == ["Zwergenstube", "Abendgruppe"]
    assert found.hits[1].fit["kind"] is Fit.FITS


def test_gatekeepers_stand_on_the_hit() -> None:
    money = Offer(title="BuT-Stelle", lead=TOWN.id, offer_kind="bildung_teilhabe")
    (hit,) = ask(directory(money), "Klassenfahrt, die Familie bezieht Bürgergeld").hits[:1]
    assert any("Jobcenter" in note for note in hit.notes)


def test_urgency_and_children_in_the_home_are_said_on_the_hit() -> None:
    office = Offer(title="Fachstelle", lead=TOWN.id, offer_kind="wohnungssicherung")
    (hit,) = ask(directory(office), "Räumungsklage ist da").hits[:1]
    assert hit.notes[0] == "eilig: zuerst anrufen"
    advice = Offer(title="Suchthilfe", lead=TOWN.id, offer_kind="suchtberatung")
    (hit,) = ask(directory(advice), "Vater trinkt").hits[:1]
    assert hit.notes[0].startswith("Kinder im Haushalt")


def test_an_asked_open_door_is_compared_with_the_access() -> None:
    door, list_ = care("A Liste"), care("B offene Tür", access=Access.OPEN)
    found = ask(staffed(door, list_), facts=Facts(open_access=True))
    assert titles(found) == ["B offene Tür", "A Liste"]
    assert [hit.fit["access"] for hit in found.hits] == [Fit.FITS, Fit.NO]


def test_too_few_good_hits_bring_the_lotsen() -> None:
    found = ask(directory(care()))
    assert [lotse.kind for lotse in found.fallback] == ["stadtteilzentrum", "sozialberatung", "asd"]
    assert found.fallback[0].actor == CENTRE
    assert found.fallback[0].unknown == ("keine Ansprechperson hinterlegt",)
    assert found.fallback[1].actor is None
    assert found.fallback[1].unknown == ()


@pytest.mark.parametrize("text", ["", "?", "asdf", "Was kostet ein Führerschein", "🙂"])
def test_a_text_nobody_understands_still_ends_at_the_lotsen(text: str) -> None:
    found = ask(directory(care(), actors=()), text)
    assert found.fallback
    assert all(lotse.actor is None for lotse in found.fallback)


def test_contacts_of_a_grave_occasion_stand_on_top() -> None:
    guard = Offer(title="Fachberatung", lead=OFFICE.id, offer_kind="kinderschutz", age_min=0)
    play = Offer(
        title="Blaue Flecken und andere Geschichten: Elterncafé",
        lead=CENTRE.id,
        offer_kind="elterncafe",
        access=Access.OPEN,
        verified_on=TODAY,
    )
    found = ask(directory(play, guard), "Vierjährige hat immer wieder blaue Flecken am Rücken")
    assert titles(found)[0] == "Fachberatung"
    assert "§ 8a SGB VIII" in found.safety_message


def test_the_safety_line_always_stands() -> None:
    for text in (CARE_CASE, "", "Frau Müller sucht Rat", "Ihr Mann schlägt sie"):
        assert "Akute Gefahr: 110 / 112" in ask(directory(care()), text).safety_message


def test_personal_data_stops_the_search_and_is_named_by_its_kind_only() -> None:
    found = ask(directory(care()), "Familie Yılmaz, Tel. 0611 123456, sucht Betreuung nach 17 Uhr")
    assert (found.hits, found.fallback) == ((), ())
    (notice,) = found.notices
    assert notice.code == "personal_data"
    assert "ein Name" in notice.message
    assert "eine Telefonnummer" in notice.message
    assert "Yılmaz" not in str(answer_json(found))


def test_what_was_asked_for_counts_and_what_was_not_does_not() -> None:
    free, dear = care("A kostet", cost_free=YesNo.NO), care("B frei", cost_free=YesNo.YES)
    assert titles(ask(staffed(free, dear))) == ["A kostet", "B frei"]
    assert titles(ask(staffed(free, dear), facts=Facts(free=True))) == ["B frei", "A kostet"]


def test_the_json_holds_plain_values_and_every_promised_name() -> None:
    offer = care(source_id="s-1")
    found = answer_json(ask(directory(offer, contacts=(person("A. Erste", CLUB),))))
    read = json.loads(json.dumps(found))
    assert set(read) == {"notices", "safety", "understood", "hits", "fallback", "reachable"}
    (hit,) = read["hits"][:1]
    assert hit["offer"] == {"id": offer.id, "source_id": "s-1", "name": "Spätdienst"}
    assert hit["contact"]["phone"] == "0611 90009 1"
    assert hit["fit"]["age"] == "fits"
    assert isinstance(hit["why"], list)
    assert hit["rank"] == 1
    assert read["understood"]["age"] == 7
    assert read["reachable"] is True


@given(
    text=st.lists(
        st.sampled_from(["Kind", "7 Jahre", "nach 17 Uhr", "Streit", "kein", "Hort", "Oma", "?"]),
        max_size=8,
    ).map(" ".join),
    age=st.none() | st.integers(0, 100),
)
@settings(max_examples=40, deadline=None)
def test_an_answer_is_never_empty_and_scores_lie_between_zero_and_one(
    text: str, age: int | None
) -> None:
    facts = Facts(age=None if age is None else float(age), area=NORTH.id)
    found = ask(directory(care(), care("Anderes", slots=(), area=None)), text, facts)
    assert found.hits or found.fallback
    assert all(0.0 <= hit.score <= 1.0 for hit in found.hits)
    free = [hit for hit in found.hits if not hit.pinned]
    order = [(hit.is_fitting, hit.score) for hit in free]
    assert order == sorted(order, reverse=True)


def test_of_two_like_offers_the_full_one_comes_later() -> None:
    full = care("A voll", occupancy=Occupancy.FULL)
    free = care("B mit Platz", occupancy=Occupancy.FREE, lead=CENTRE.id)
    assert titles(ask(directory(full, free))) == ["B mit Platz", "A voll"]


def test_records_are_not_changed_by_an_answer() -> None:
    found = directory(care())
    before = msgspec.json.encode(found)
    ask(found)
    assert msgspec.json.encode(found) == before


def test_a_gender_that_was_only_read_hides_nothing() -> None:
    girls = care("Nur für Mädchen", gender=Gender.FEMALE)
    everybody = care("Für alle", lead=TOWN.id)
    found = ask(directory(girls, everybody), "Sohn, 7 Jahre, keine Betreuung nach 17 Uhr")
    assert titles(found)[:2] == ["Für alle", "Nur für Mädchen"]


def test_women_who_tell_of_their_husband_are_shown_help_for_women_first() -> None:
    help_for_women = Offer(
        title="Frauenberatung",
        lead=CLUB.id,
        offer_kind="gewaltschutz",
        gender=Gender.FEMALE,
        occupancy=Occupancy.FULL,
    )
    found = ask(directory(help_for_women), "Mein Mann schlägt mich, wohin kann ich gehen")
    assert found.hits[0].offer == help_for_women
    assert found.hits[0].pinned


def test_offers_that_do_not_run_when_asked_bring_the_lotsen() -> None:
    leads = [Actor(name=f"Verein {number}", kind="verein") for number in range(4)]
    offers = [care(f"Spätdienst {one.name}", lead=one.id) for one in leads]
    text = "Mutter im Schichtdienst, Kind 7 Jahre, keine Betreuung nach 17 Uhr"
    assert ask(directory(*offers, actors=(TOWN, *leads)), text).fallback == ()
    sunday = Facts(when=(TimeSlot(weekday=Weekday.SU, start=8 * 60, end=10 * 60),))
    found = ask(directory(*offers, actors=(TOWN, *leads)), text, sunday)
    assert found.hits
    assert not any(hit.good for hit in found.hits)
    assert found.fallback
