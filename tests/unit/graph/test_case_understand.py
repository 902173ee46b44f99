"""What a case text and stated facts are taken to mean."""

from datetime import date

import pytest

from stk_graph.case import Facts, understand
from stk_graph.case.directory import LEAST_KIND, LOTSEN, wanted, wanted_of_lotsen
from stk_graph.model import Area, HolidayPeriod, Period, TimeSlot
from stk_graph.model.enums import AreaType, Gender, Safety, Term, Weekday
from stk_graph.times.holidays import school_holidays
from tests.unit.graph.case_district import TODAY

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


def test_an_occasion_of_another_age_is_not_named() -> None:
    assert "jugend_freizeit" not in understand("82-Jährige langweilt sich", Facts()).occasions
    assert "jugend_freizeit" in understand("12-Jährige langweilt sich", Facts()).occasions


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


def test_only_likely_kinds_are_loaded_and_the_lotsen_apart() -> None:
    case = understand("Mutter im Schichtdienst bis 19 Uhr, Kind 2. Klasse", Facts())
    asked = wanted(case)
    assert {case.offer_kinds[kind] >= LEAST_KIND for kind in asked.offer_kinds} == {True}
    assert len(asked.offer_kinds) < len(case.offer_kinds)
    assert set(LOTSEN) <= wanted_of_lotsen().offer_kinds
    assert {"asd", "stadtteilzentrum", "quartiersmanagement"} <= wanted_of_lotsen().actor_kinds


def test_a_weekday_of_the_facts_is_kept() -> None:
    from stk_graph.model import TimeSlot

    slot = TimeSlot(weekday=Weekday.MO, start=60, end=120)
    assert understand("Sprachcafé am Abend", Facts(when=(slot,))).when == (slot,)


def test_holidays_that_a_text_names_become_periods_and_are_looked_up_only_then() -> None:
    asked: list[str] = []

    def holidays() -> tuple[HolidayPeriod, ...]:
        asked.append("calendar")
        return school_holidays("HE", 2027)

    text = "Ferienbetreuung in der zweiten Osterferienwoche, Kind 8 Jahre"
    case = understand(text, Facts(), (), TODAY, holidays)
    assert [(period.start, period.end) for period in case.periods] == [
        (date(2027, 3, 29), date(2027, 4, 2))
    ]
    assert case.when[0].term is Term.HOLIDAYS
    assert asked == ["calendar"]
    assert understand("Hort für ein Kind, 8 Jahre", Facts(), (), TODAY, holidays).periods == ()
    assert asked == ["calendar"]


def test_hours_that_are_stated_belong_to_the_holidays_the_text_names() -> None:
    facts = Facts(when=(TimeSlot(start=8 * 60, end=15 * 60),))
    case = understand(
        "Ferienspiele in den Osterferien", facts, (), TODAY, lambda: school_holidays("HE", 2027)
    )
    assert [(slot.start, slot.term) for slot in case.when] == [(8 * 60, Term.HOLIDAYS)]
    assert case.periods


def test_stated_holidays_need_no_words_for_them() -> None:
    period = Period(start=date(2027, 3, 22), end=date(2027, 4, 2), holiday_key="he_2027_ostern")
    case = understand("Schuldnerberatung", Facts(periods=(period,)))
    assert case.periods == (period,)
    assert [slot.term for slot in case.when] == [Term.HOLIDAYS]


def test_a_year_of_birth_is_an_age_on_the_day_of_the_question() -> None:
    (span,) = understand("Sohn, Jahrgang 2016, sucht einen Treff", Facts(), (), TODAY).ages
    assert (span.low, span.high) == (9, 10)


def test_one_word_that_is_only_a_hint_names_no_occasion() -> None:
    assert "mobbing" not in understand("Kind geht in die 2. Klasse", Facts()).occasions
    assert "mobbing" in understand("Er wird in der Klasse gehänselt", Facts()).occasions


def test_a_text_with_personal_data_still_tells_of_the_danger() -> None:
    case = understand("Frau Yılmaz sagt, sie will nicht mehr leben", Facts())
    assert case.personal
    assert Safety.CRISIS in case.safety
    assert case.occasions == {}
    assert case.evidence == ()


def test_the_words_of_a_danger_are_among_the_words_that_decided() -> None:
    case = understand("Das Kind hat Hunger, ist seit Tagen ungewaschen und kommt barfuß", Facts())
    words = " ".join(item.words for item in case.evidence if item.key == "kinderschutz")
    assert Safety.CHILD_PROTECTION in case.safety
    assert "ungewaschen" in words


@pytest.mark.parametrize("text", ["Familie aus den Neuen Höfen", "eine Mutter, Neue Höfe"])
def test_a_name_of_two_words_may_be_inflected(text: str) -> None:
    area = Area(name="Neue Höfe", type=AreaType.QUARTER)
    assert understand(text, Facts(), [area]).area == area.id


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mein Mann schlägt mich", Gender.FEMALE),
        ("Ihr Ehemann trinkt", Gender.FEMALE),
        ("Meine Freundin bedroht mich", Gender.MALE),
        ("Mein Mann und seine Freundin streiten", None),
        ("11, w, ohne Jungs bitte", Gender.FEMALE),
    ],
)
def test_whom_somebody_speaks_of_is_not_who_asks(text: str, gender: Gender | None) -> None:
    case = understand(text, Facts())
    assert case.gender is gender
    assert not case.gender_stated


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Er ist schwul", "queere"),
        ("Tochter mit Down-Syndrom", "menschen_mit_behinderung"),
        ("Interview beim Bundesamt", "gefluechtete"),
        ("Ich pflege meine Mutter", "pflegende_angehoerige"),
        ("Er lebt auf der Straße, obdachlos", "wohnungslose"),
    ],
)
def test_everyday_words_name_a_target_group(text: str, group: str) -> None:
    assert group in understand(text, Facts()).groups


@pytest.mark.parametrize(
    ("text", "asked", "place"),
    [
        ("Mittagstisch im Seniorentreff, Mutter 80", "mittagstisch", "seniorentreff"),
        ("Handykurs in der Bibliothek, 75 Jahre", "medien_digital", "stadtteilbibliothek"),
        ("Erziehungsberatung im Familienzentrum", "erziehungsberatung", "familienzentrum"),
    ],
)
def test_what_is_asked_for_comes_before_the_place_where_it_is(
    text: str, asked: str, place: str
) -> None:
    kinds = list(understand(text, Facts()).offer_kinds)
    assert kinds.index(asked) < kinds.index(place)


def test_a_place_that_nothing_else_is_asked_of_is_asked_for_itself() -> None:
    kinds = understand("Wir suchen einen Platz in der Kita, Kind 3", Facts()).offer_kinds
    assert next(iter(kinds)) == "kita"


@pytest.mark.parametrize(
    "text", ["Schuldnerberatung, kann nur donnerstags", "Schuldnerberatung, donnerstags ginge"]
)
def test_when_somebody_is_free_is_asked_for_advice_too(text: str) -> None:
    (slot,) = understand(text, Facts()).when
    assert slot.weekday is Weekday.TH


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sozialberatung, sitzt im Rollstuhl", "sozialberatung"),
        ("Erziehungsberatung, das Baby schreit viel", "erziehungsberatung"),
    ],
)
def test_no_likely_neighbour_pushes_aside_what_is_asked_for_by_name(text: str, named: str) -> None:
    kinds = understand(text, Facts()).offer_kinds
    assert kinds[named] >= 0.9 * max(kinds.values())
