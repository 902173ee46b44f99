"""For whom an offer is, read from its free texts: only where it says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.exchange.addressed import groups_addressed, groups_of_title
from db.exchange.audience import ages_of, gender_of
from db.store import Store, open_store
from stk_graph.model import Offer
from stk_graph.model.enums import Gender
from tests.unit.db.exchange_samples import take_over, write_package


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", create=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Nur für Mädchen von 10 bis 15.", ["maedchen_frauen"]),
        ("Für Frauen, die zu Hause bedroht werden.", ["maedchen_frauen"]),
        ("Beratung für Geflüchtete im Verfahren", ["gefluechtete"]),
        ("Angebote für Menschen mit Behinderung", ["menschen_mit_behinderung"]),
        (
            "Begleitung für Kinder mit Autismus, auch am Nachmittag",
            ["kinder", "menschen_mit_behinderung"],
        ),
        (
            "Richtet sich vor allem an ältere Menschen und pflegende Angehörige.",
            ["aeltere", "pflegende_angehoerige"],
        ),
        ("Zielgruppe: Familien, Senioren", ["familien", "aeltere"]),
        ("Kaffee und Kuchen für Seniorinnen und Senioren", ["aeltere"]),
        ("Frühstück für Alleinerziehende", ["alleinerziehende"]),
        ("Kurs für Eltern mit Kindern von zwei bis sechs", ["eltern"]),
        ("Für Mütter und Väter mit Babys", ["eltern"]),
        ("Lernzeit für Grundschulkinder", ["grundschulkinder"]),
        ("Werken: Jungs von 11 bis 16 schrauben zusammen", ["jungen_maenner"]),
        ("Willkommen sind Geflüchtete und Familien.", ["gefluechtete", "familien"]),
        ("Beratung für Eltern, Kinder und Jugendliche", ["eltern", "kinder", "jugendliche"]),
    ],
)
def test_a_group_is_read_where_the_offer_says_it_is_for_it(text: str, groups: list[str]) -> None:
    assert groups_addressed(text) == groups


@pytest.mark.parametrize(
    "text",
    [
        "Kinder sind willkommen mitzubringen.",
        "Ehrenamtliche besuchen Familien und spielen mit den Kindern.",
        "Nicht für Kinder geeignet.",
        "Kein Angebot für Jugendliche.",
        "Für die Betreuung der Kinder ist gesorgt.",
        "Zuschüsse für Klassenfahrten von Grundschulkindern",
        "Essen für 2 Euro",
        "Fachkräfte beraten Kitas bei Sorge um ein Kind.",
        "Aufnahme für Mädchen und Jungen von 12 bis 17",
        "",
    ],
)
def test_a_group_that_is_only_mentioned_is_not_addressed(text: str) -> None:
    assert groups_addressed(text) == []


@pytest.mark.parametrize(
    ("title", "groups"),
    [
        ("Mädchentreff", ["maedchen_frauen"]),
        ("Frauencafé am Montag", ["maedchen_frauen"]),
        ("Väterfrühstück", ["eltern"]),
        ("Treff 60+", ["aeltere"]),
        ("Beratung für Zugewanderte", ["zugewanderte"]),
        ("Beratung im Kinderschutz", []),
        ("Tagesmütter", []),
        ("Stadtteilbüro", []),
    ],
)
def test_a_title_names_its_group_also_within_a_word(title: str, groups: list[str]) -> None:
    assert groups_of_title(title) == groups


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Für alle über 65, mittwochs 14.30 Uhr", (65, None)),
        ("Für Jugendliche von 12 bis 17, die lange fehlen", (12, 17)),
        ("Plätze ab 8 Monaten bis zum dritten Geburtstag", (0.67, 2.99)),
        ("Krippe ab 8 Monaten", (0.67, None)),
        ("bis zum 6. Geburtstag", (None, 5.99)),
        ("Kurs für Eltern mit Kindern von zwei bis sechs", (2, 6)),
        ("Spielen und Toben für alle von 6 bis 12.", (6, 12)),
        ("Billard, Musik, Kochen. Ab 12.", (12, None)),
        ("Spielkreis mit Kindern von 6 bis 24 Monaten", (0.5, 2)),
        ("Für alle ab 14 Uhr", None),
        ("Offen für alle von 9 bis 12 Uhr", None),
        ("Kinder ab 10.30 Uhr", None),
        ("Gruppen für Jugendliche bis 12 Personen", None),
        ("alle 2 Jahre", None),
        ("für alle von 1. bis 14. Juli", None),
    ],
)
def test_an_age_is_read_beside_those_it_belongs_to(
    text: str, ages: tuple[float | None, float | None] | None
) -> None:
    reading = ages_of(("", text))
    assert (None if reading is None else (reading.low, reading.high)) == ages


def test_the_gender_is_that_of_all_the_groups() -> None:
    assert gender_of(["maedchen_frauen", "gefluechtete"]) is Gender.FEMALE
    assert gender_of(["maedchen_frauen", "familien"]) is Gender.ALL
    assert gender_of(["familien"]) is Gender.ALL
    assert gender_of(["jungen_maenner"]) is Gender.MALE


def test_an_imported_offer_has_the_groups_gender_and_ages_its_texts_say(
    store: Store, tmp_path: Path
) -> None:
    services = [
        {"id": "1", "name": "Seeräuberinnen", "description": "Nur für Mädchen von 10 bis 15."},
        {"id": "2", "name": "Klönen", "description": "Karten spielen. Für alle über 65."},
        {"id": "3", "name": "Ankommen", "description": "Beratung für Geflüchtete."},
        {"id": "4", "name": "Mitbringen", "description": "Kinder sind willkommen mitzubringen."},
        {"id": "5", "name": "Treff", "eligibility_description": "Alleinerziehende"},
        {"id": "6", "name": "Gespräche", "description": "Für Jugendliche, vertraulich."},
    ]
    rows = [{**row, "organization_id": "o", "status": "active"} for row in services]
    house = [{"id": "o", "name": "Haus", "description": "Haus"}]
    path = write_package(tmp_path / "p", {"organizations": house, "services": rows})
    take_over(store, path)
    offers = {offer.source_id: offer for offer in store.read.all(Offer)}
    assert offers["1"].target_groups == ("maedchen_frauen",)
    assert offers["1"].gender is Gender.FEMALE
    assert (offers["1"].age_min, offers["1"].age_max) == (10, 15)
    assert offers["2"].target_groups == ("aeltere",)
    assert offers["3"].target_groups == ("gefluechtete",)
    assert offers["4"].target_groups == ()
    assert offers["5"].target_groups == ("alleinerziehende",)
    assert offers["6"].target_groups == ("jugendliche",)
    assert (offers["6"].age_min, offers["6"].age_max) == (None, None), "a default of the group"
    assert take_over(store, path).changed == 0
