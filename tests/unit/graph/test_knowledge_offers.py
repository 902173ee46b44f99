"""The kind of an offer from its title, its description and its institution."""

import pytest

from stk_graph.knowledge import kind_of_offer


@pytest.mark.parametrize(
    ("title", "description", "kind"),
    [
        ("Hausaufgabenhilfe für Grundschüler", "", "hausaufgabenbetreuung"),
        ("HA-Betr. f. GS-Kinder", "", "hausaufgabenbetreuung"),
        ("Elterncafé in der Kita Sonnenschein", "", "elterncafe"),
        ("Hausaufgabenbetreuung im Jugendzentrum", "", "hausaufgabenbetreuung"),
        ("Kita Regenbogen", "Drei Gruppen, 7 bis 16 Uhr", "kita"),
        ("Montagsrunde", "Wir üben Deutsch in gemütlicher Runde bei Tee", "sprachcafe"),
        ("Schuldner- und Insolvenzberatung", "", "schuldnerberatung"),
        ("Zeltlager am See", "eine Woche", "ferienfreizeit"),
        ("Suppe und Gespräch", "jeden Freitag eine warme Mahlzeit", "mittagstisch"),
    ],
)
def test_title_and_description_name_the_kind(title: str, description: str, kind: str) -> None:
    assert kind_of_offer(title, description).key == kind


def test_words_that_say_nothing_decide_nothing() -> None:
    assert kind_of_offer("Offene Gruppe am Dienstag").key is None


def test_the_institution_speaks_weakly() -> None:
    alone = kind_of_offer("Sprechzeit", "", "schulsozialarbeit")
    with_words = kind_of_offer("Mittagstisch", "", "schulsozialarbeit")
    assert alone.key is None
    assert with_words.key == "mittagstisch"


def test_the_title_rules_over_the_description() -> None:
    title = kind_of_offer("Krabbelgruppe", "Nebenan ist der Seniorentreff")
    assert title.key == "eltern_kind_gruppe"
    assert any(item.words == "Krabbelgruppe" for item in title.evidence)
