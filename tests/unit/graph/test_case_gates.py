"""Ages close the gate when they are a certain no, and the reason says the same as the fit."""

import pytest

from stk_graph.case import Facts
from stk_graph.case.why import LONGEST, spoken, why
from stk_graph.model import Area, Offer, TimeSlot
from stk_graph.model.enums import Fit, Gender, Occupancy, Weekday, YesNo
from stk_graph.vocabulary import offer_kinds
from stk_graph.vocabulary.load import target_groups
from tests.unit.graph.case_district import (
    CITY,
    CLUB,
    NORTH,
    OFFICE,
    TOWN,
    ask,
    care,
    directory,
    titles,
)

DEBTS = "Schulden wachsen über den Kopf"
STRANGER = "neu zugewandert, braucht Rat zum Aufenthalt"


def advice(title: str, kind: str, **more: object) -> Offer:
    values: dict[str, object] = {"title": title, "lead": CLUB.id, "offer_kind": kind}
    return Offer(**(values | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "age", "kind", "low", "high"),
    [
        (DEBTS, 15, "schuldnerberatung", 18, None),
        (STRANGER, 20, "migrationsberatung", 27, None),
        ("Schüler wird gemobbt und schwänzt die Schule", 8, "schulsozialarbeit", 10, 19),
        ("trinkt zu viel Alkohol", 15, "suchtberatung", 18, None),
    ],
)
def test_an_age_outside_closes_the_gate_for_advice_too(
    text: str, age: float, kind: str, low: float, high: float | None
) -> None:
    closed = advice("zu", kind, age_min=low, age_max=high)
    assert titles(ask(directory(closed), text, Facts(age=age))) == []
    open_door = advice("offen", kind, age_min=age, age_max=high)
    assert titles(ask(directory(open_door), text, Facts(age=age))) == ["offen"]


def test_an_offer_known_to_counsel_parents_is_open_and_says_that() -> None:
    offer = advice("Eltern", "erziehungsberatung", age_min=18.0, counsels_parents=YesNo.YES)
    found = directory(offer, actors=(TOWN, CLUB))
    (hit,) = ask(found, "Streit wegen Erziehung", Facts(age=15)).hits
    assert hit.fit["age"] is Fit.FITS
    assert hit.why == "bietet Erziehungs- und Familienberatung an, berät auch Eltern"


def test_for_the_parent_of_a_child_the_age_is_unknown_and_not_said() -> None:
    offer = advice("Ab 18", "schuldnerberatung", age_min=18.0)
    (hit,) = ask(directory(offer), "Mutter mit Kind, 8 Jahre, hat Schulden").hits
    assert hit.fit["age"] is Fit.UNKNOWN
    assert "Alter" in hit.unknown
    assert hit.why == "bietet Schuldnerberatung an"


def test_the_gender_of_an_offer_closes_the_gate_only_against_the_other_one() -> None:
    women = advice("Frauen", "schuldnerberatung", gender=Gender.FEMALE)
    assert titles(ask(directory(women), DEBTS, Facts(gender=Gender.MALE))) == []
    assert titles(ask(directory(women), DEBTS)) == ["Frauen"]


def test_the_reason_names_what_was_asked_and_is_certain() -> None:
    offer = advice(
        "Beratung",
        "schuldnerberatung",
        age_min=18.0,
        languages=("ar",),
        cost_free=YesNo.YES,
        occupancy=Occupancy.FREE,
    )
    (hit,) = ask(directory(offer), DEBTS, Facts(age=40, language="ar", free=True)).hits
    assert hit.why == (
        "bietet Schuldnerberatung an, für Erwachsene, auf Arabisch, kostenfrei, Plätze frei"
    )
    (hit,) = ask(directory(offer), DEBTS).hits
    assert hit.why == "bietet Schuldnerberatung an, Plätze frei"


def test_the_reason_names_the_group_whose_age_fits() -> None:
    offer = advice(
        "Beratung", "schuldnerberatung", target_groups=("eltern", "jugendliche", "aeltere")
    )
    (hit,) = ask(directory(offer), DEBTS, Facts(age=70)).hits
    assert hit.why == "bietet Schuldnerberatung an, für ältere Menschen"


@pytest.mark.parametrize(
    ("low", "high", "age", "words"),
    [
        (None, 12.0, 7, "bis 12 Jahre"),
        (27.0, None, 40, "ab 27 Jahren"),
        (0.0, 99.0, 40, "für jedes Alter"),
        (1.5, 3.0, 2, "von 1,5 bis 3 Jahren"),
        (18.0, None, 40, "für Erwachsene"),
    ],
)
def test_ages_are_said_as_people_say_them(
    low: float | None, high: float | None, age: float, words: str
) -> None:
    offer = advice("Beratung", "schuldnerberatung", age_min=low, age_max=high)
    (hit,) = ask(directory(offer), DEBTS, Facts(age=age)).hits
    assert hit.why == f"bietet Schuldnerberatung an, {words}"


def test_the_hours_are_those_of_the_asked_day() -> None:
    slots = (
        TimeSlot(weekday=Weekday.SA, start=600, end=22 * 60),
        TimeSlot(weekday=Weekday.MO, start=17 * 60, end=18 * 60 + 30),
    )
    asked = (TimeSlot(weekday=Weekday.MO, start=17 * 60, end=18 * 60 + 30),)
    found = ask(directory(care(slots=slots)), facts=Facts(age=7, when=asked))
    assert "am Montag bis 18:30 Uhr" in found.hits[0].why


@pytest.mark.parametrize(("area", "words"), [(CITY, "stadtweit"), (NORTH, "im selben Stadtteil")])
def test_how_near_it_is_is_said_if_an_area_was_asked(area: Area, words: str) -> None:
    offer = advice("Beratung", "schuldnerberatung", area=area.id)
    (hit,) = ask(directory(offer), DEBTS, Facts(area=NORTH.id)).hits
    assert hit.why == f"bietet Schuldnerberatung an, {words}"
    (hit,) = ask(directory(offer), DEBTS).hits
    assert hit.why == "bietet Schuldnerberatung an"


def test_every_kind_and_group_has_words_for_a_sentence() -> None:
    assert [key for key in offer_kinds() if " " not in spoken(key, "offer_kind")] == []
    assert [
        key for key in target_groups() if not spoken(key, "target_group").startswith("für ")
    ] == []


@pytest.mark.parametrize("kind", list(offer_kinds()))
def test_a_reason_never_grows_beyond_a_line(kind: str) -> None:
    offer = care(offer_kind=kind, languages=("ar",), cost_free=YesNo.YES, occupancy=Occupancy.FREE)
    case = ask(
        directory(offer), facts=Facts(age=7, language="ar", free=True, open_access=True)
    ).understood
    fits: dict[str, Fit | None] = dict.fromkeys(
        ("kind", "age", "time", "language", "cost", "access", "accessibility"), Fit.FITS
    )
    line = why(case, kind, offer, fits, "im selben Stadtteil")
    assert line.startswith(spoken(kind, "offer_kind"))
    assert len(line) <= LONGEST


def test_what_belongs_to_the_district_is_asked_once() -> None:
    found = ask(directory(care()), "Jugendliche sind abends laut am Spielplatz")
    said = " ".join([found.safety_message, *(notice.message for notice in found.notices)])
    assert said.count("Als Beobachtung festhalten?") == 1


def test_an_institution_without_offers_leaves_the_age_unknown() -> None:
    (hit,) = ask(directory(), "will nicht mehr nach Hause", Facts(age=16)).hits
    assert hit.actor == OFFICE
    assert hit.fit["age"] is Fit.UNKNOWN
