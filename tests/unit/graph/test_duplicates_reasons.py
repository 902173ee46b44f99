"""What a pair tells a person: one line for each criterion, advice, and what is missing."""

from datetime import date

import pytest

from stk_graph.duplicates import PairVerdict, verdict
from stk_graph.duplicates.features import CLOSED
from stk_graph.model import Period
from stk_graph.model.enums import Access, Gender, Occupancy, OfferStatus, PairLabel, Rhythm, YesNo
from tests.unit.graph.duplicate_records import (
    CITY,
    EAST,
    HALL,
    ONE,
    OTHER_HALL,
    SOUTH,
    TWO,
    YOUTH_CLUB,
    context,
    homework,
    slot,
)
from tests.unit.graph.network_records import actor, uid

HOMELESS = uid(240)
CONTEXT = context(actors=(actor(HOMELESS, "Ohne Gebiet"),))
FREE, FULL, WAITING = Occupancy.FREE, Occupancy.FULL, Occupancy.WAITING_LIST
SUMMER = Period(start=date(2027, 7, 5), end=date(2027, 7, 9))


def judged(changed: dict[str, object], first: dict[str, object] | None = None) -> PairVerdict:
    one = homework(ONE, title="Lernzeit", **(first or {}))
    return verdict(one, homework(TWO, title="Silentium", **changed), CONTEXT)


def line(feature: str, changed: dict[str, object], first: dict[str, object] | None = None) -> str:
    found = [one for one in judged(changed, first).reasons if one.feature == feature]
    return found[0].text if found else ""


@pytest.mark.parametrize(
    ("feature", "changed", "text"),
    [
        ("kind", {}, "gleiche Angebotsart: Hausaufgabenbetreuung"),
        (
            "kind",
            {"offer_kind": "nachhilfe"},
            "verwandte Angebotsarten im Thema Lernen und Sprache (Kinder): "
            "Hausaufgabenbetreuung, Nachhilfe / Lernförderung",
        ),
        ("kind", {"offer_kind": None}, "Angebotsart fehlt bei „Silentium“"),
        ("age", {}, "gleiches Alter: 6–10 Jahre"),
        ("age", {"age_max": 12}, "das engere Alter liegt im anderen: 6–10 Jahre, 6–12 Jahre"),
        ("age", {"age_min": 10, "age_max": 16}, "Alter zu 20 % gemeinsam: 6–10 Jahre, 10–16 Jahre"),
        ("age", {"age_min": 12, "age_max": 16}, "kein gemeinsames Alter: 6–10 Jahre, 12–16 Jahre"),
        ("age", {"age_min": None, "age_max": None}, "Alter fehlt bei „Silentium“"),
        (
            "age",
            {"age_min": None, "age_max": None, "target_groups": ("kitakinder",)},
            "kein gemeinsames Alter: 6–10 Jahre, Kita-Kinder (3-5) (aus Zielgruppe)",
        ),
        ("time", {}, "gleiche Zeit: Mo 14–16 Uhr"),
        (
            "time",
            {"slots": (slot(end=15),)},
            "die kürzere Zeit liegt in der anderen: Mo 14–16 Uhr / Mo 14–15 Uhr",
        ),
        (
            "time",
            {"slots": (slot(start=15, end=17),)},
            "50 % der kürzeren Zeit gemeinsam: Mo 14–16 Uhr / Mo 15–17 Uhr",
        ),
        (
            "time",
            {"slots": (slot(start=16, end=17),)},
            "nicht zur selben Zeit: Mo 14–16 Uhr / Mo 16–17 Uhr",
        ),
        ("time", {"slots": ()}, "Zeiten fehlen bei „Silentium“"),
        (
            "time",
            {"slots": (slot(rhythm=Rhythm.IRREGULAR),)},
            "Zeiten nur nach Vereinbarung bei „Silentium“",
        ),
        ("area", {}, "gleiches Gebiet: Nord"),
        ("area", {"area": SOUTH}, "benachbart oder stadtweit: Nord / Süd"),
        ("area", {"area": CITY}, "benachbart oder stadtweit: Nord / Stadt"),
        ("area", {"area": EAST}, "verschiedene Gebiete: Nord / Ost"),
        ("area", {"area": None, "lead": HOMELESS}, "Gebiet fehlt bei „Silentium“"),
        ("gender", {}, ""),
        ("gender", {"gender": Gender.FEMALE}, "Adressaten: alle / Mädchen, Frauen"),
        ("access", {}, "Zugang: ohne Anmeldung"),
        ("access", {"access": Access.REGISTRATION}, "Zugang: ohne Anmeldung / mit Anmeldung"),
        ("actor", {}, ""),
        ("actor", {"lead": YOUTH_CLUB}, "gleiche Einrichtung: Jugendzentrum Nord"),
        ("status", {"status": OfferStatus.PAUSED}, "pausiert zurzeit: „Silentium“"),
    ],
)
def test_a_criterion_is_told_in_one_line(
    feature: str, changed: dict[str, object], text: str
) -> None:
    assert line(feature, changed) == text


@pytest.mark.parametrize("access", sorted(CLOSED))
def test_a_closed_access_is_named(access: Access) -> None:
    assert line("access", {"access": access}).startswith("anderer Zugang: ohne Anmeldung / ")
    unknown: dict[str, object] = {"access": Access.UNKNOWN}
    assert line("access", {"access": access}, unknown).startswith("Zugang einmal unbekannt")


def test_a_camp_without_a_word_on_nights_is_asked_for_them() -> None:
    camp: dict[str, object] = {"offer_kind": "feriencamp", "overnight": YesNo.UNKNOWN}
    text = line("kind", camp, {"offer_kind": "ferienspiele"})
    assert text == "mit oder ohne Übernachtung? Das fehlt bei „Silentium“"


def test_periods_tell_the_days_they_share() -> None:
    first: dict[str, object] = {"period": SUMMER}
    later: dict[str, object] = {"period": Period(start=date(2027, 7, 12), end=date(2027, 7, 16))}
    assert line("dates", first, first) == "100 % der Tage des kürzeren Zeitraums gemeinsam"
    assert line("time", later, first) == "nicht an denselben Tagen"


def test_two_houses_are_named_as_such() -> None:
    assert line("place", {"venues": (OTHER_HALL,)}, {"venues": (HALL,)}) == "an verschiedenen Orten"
    assert line("place", {}, {"venues": (HALL,)}) == ""


@pytest.mark.parametrize(
    ("taken", "advice"),
    [
        ((FULL, WAITING), ("Doppelung, aber ausgelastet – Bedarf größer als Angebot",)),
        ((FULL, FREE), ("Plätze gegenseitig vermitteln",)),
        ((FREE, FREE), ("Plätze gegenseitig vermitteln",)),
        ((FREE, Occupancy.UNKNOWN), ()),
        ((FULL, Occupancy.UNKNOWN), ()),
        ((FULL, Occupancy.PARTLY), ()),
    ],
)
def test_advice_rests_on_known_occupancy(
    taken: tuple[Occupancy, Occupancy], advice: tuple[str, ...]
) -> None:
    found = judged({"occupancy": taken[1]}, {"occupancy": taken[0]})
    assert found.label is PairLabel.OVERLAP
    assert found.advice == advice


def test_holiday_offers_could_swap_weeks() -> None:
    in_summer: dict[str, object] = {"period": SUMMER}
    named: dict[str, object] = {"period": Period(holiday_key="he_2027_sommer")}
    in_may: dict[str, object] = {"period": Period(start=date(2027, 5, 3), end=date(2027, 5, 14))}
    assert judged(in_summer, in_summer).advice == ("Woche tauschen?",)
    assert judged(named, in_summer).advice == ("Woche tauschen?",)
    assert judged(in_may, in_may).advice == ()


def test_what_is_no_overlap_gets_no_advice() -> None:
    free: dict[str, object] = {"occupancy": FREE}
    assert judged({**free, "gender": Gender.FEMALE}, {**free, "gender": Gender.MALE}).advice == ()
