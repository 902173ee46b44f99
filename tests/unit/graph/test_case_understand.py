"""What a case text and stated facts are taken to mean."""

import pytest

from stk_graph.case import Facts, understand
from stk_graph.case.directory import LOTSEN, wanted, wanted_of_lotsen
from stk_graph.model import Area
from stk_graph.model.enums import AreaType, Gender, Safety, Weekday

NORTH = Area(name="Nordstadt", type=AreaType.QUARTER, aliases=("Norden",))


def test_age_time_and_occasion_are_read_from_the_text() -> None:
    case = understand(
        "Alleinerziehende im Schichtdienst bis 19 Uhr, Kind 2. Klasse, nach 17 Uhr allein", Facts()
    )
    assert next(iter(case.occasions)) == "betreuung_randzeit"
    assert next(iter(case.offer_kinds)) == "randzeitenbetreuung"
    assert case.ages[0].low == 7
    assert (case.when[0].start, case.when[0].end) == (17 * 60, 19 * 60)


def test_times_are_asked_only_for_what_one_goes_to() -> None:
    case = understand("Oma läuft nachts verwirrt durch die Wohnung", Facts())
    assert case.when == ()


def test_a_stated_fact_beats_the_text() -> None:
    case = understand("Sohn, 9 Jahre, Nachhilfe gesucht", Facts(age=12, occasions=("mobbing",)))
    assert [age.low for age in case.ages] == [12]
    assert case.occasions["mobbing"] == 1.0
    assert case.offer_kinds["schulsozialarbeit"] == 1.0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mutter spricht nur Arabisch", "ar"),
        ("türkischsprachige Beraterin gesucht", "tr"),
        ("eine türkische Familie", None),
        ("Nachhilfe in Englisch", None),
        ("der Vater spricht Englisch", "en"),
    ],
)
def test_a_language_is_what_somebody_speaks(text: str, language: str | None) -> None:
    assert understand(text, Facts()).language == language


def test_an_area_is_found_by_its_name_or_alias() -> None:
    assert understand("Familie aus der Nordstadt sucht Hort", Facts(), [NORTH]).area == NORTH.id
    assert understand("Familie im Norden sucht Hort", Facts(), [NORTH]).area == NORTH.id
    assert understand("Familie sucht Hort", Facts(), [NORTH]).area is None


def test_an_area_is_no_name_of_a_person() -> None:
    assert understand("Familie Nordstadt", Facts(), [NORTH]).personal == ()


def test_an_occasion_of_another_age_weighs_less() -> None:
    old = understand("82-Jährige langweilt sich", Facts()).occasions["jugend_freizeit"]
    young = understand("12-Jährige langweilt sich", Facts()).occasions["jugend_freizeit"]
    assert old < young / 2


def test_with_personal_data_nothing_else_is_understood() -> None:
    case = understand("Frau Yılmaz hat Mietschulden", Facts())
    assert case.personal
    assert case.occasions == {}
    assert case.stems == frozenset()


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("16-jährige Schülerin sucht einen Treff", Gender.FEMALE),
        ("Sohn, 12, sucht einen Treff", Gender.MALE),
        ("Vater trinkt, Partnerin sucht Rat", None),
        ("Familie sucht Hort", None),
    ],
)
def test_a_gender_counts_only_if_all_persons_have_it(text: str, gender: Gender | None) -> None:
    assert understand(text, Facts()).gender is gender


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        (
            "Kind kommt mit blauen Flecken in die Gruppe, blaue Flecken am Rücken",
            "child_protection",
        ),
        ("Der Vater schlägt seinen Sohn mit dem Gürtel", "child_protection"),
        ("Die Kleine hat Angst, nach Hause zu gehen", "child_protection"),
        ("Ihr Mann schlägt sie", "violence"),
        ("Ihr Ex lauert ihr auf", "violence"),
        ("Sie sagt, sie will nicht mehr leben", "crisis"),
        ("Er hat gesagt, alle wären besser dran ohne mich", "crisis"),
        ("Räumungsklage ist da", "urgent"),
        ("Vater trinkt", "child_protection_hint"),
        ("Jugendliche treffen sich laut am Spielplatz, Anwohner beschweren sich", "not_a_case"),
    ],
)
def test_danger_is_seen(text: str, flag: str) -> None:
    assert Safety(flag) in understand(text, Facts()).safety


@pytest.mark.parametrize(
    "text",
    [
        "blaue Flecken vom Fußball, sucht Verein",
        "Den Kindern ist zum Umbringen langweilig",
        "Gewaltprävention-Workshop gesucht",
        "Mein Sohn schlägt mich jedes Mal im Schach",
        "Die Lehrerin schlägt eine Nachhilfe vor",
        "Schule sucht Referentin für Suizidprävention",
        "Krabbelgruppe gesucht",
    ],
)
def test_harmless_words_raise_no_alarm(text: str) -> None:
    grave = {Safety.CHILD_PROTECTION, Safety.VIOLENCE, Safety.CRISIS}
    assert not grave & set(understand(text, Facts()).safety)


def test_what_has_to_be_loaded_always_holds_the_lotsen() -> None:
    asked = wanted(understand("hm", Facts()))
    assert set(LOTSEN) <= asked.offer_kinds
    assert {"asd", "stadtteilzentrum", "quartiersmanagement"} <= wanted_of_lotsen().actor_kinds


def test_a_weekday_of_the_facts_is_kept() -> None:
    from stk_graph.model import TimeSlot

    slot = TimeSlot(weekday=Weekday.MO, start=60, end=120)
    assert understand("Sprachcafé am Abend", Facts(when=(slot,))).when == (slot,)
