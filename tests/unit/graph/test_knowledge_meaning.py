"""Free text becomes occasions and offer kinds: everyday words, denials, look-alikes, the seam."""

import csv
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.knowledge import About, Evidence, Prepared, Use, meaning
from stk_graph.knowledge.meaning import combined
from stk_graph.knowledge.phrases import DATA, pattern_of
from stk_graph.knowledge.weights import OCCASIONS, weights
from stk_graph.vocabulary import occasions, offer_kinds


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Opa verwechselt ständig die Namen und vergisst den Herd", "demenz"),
        ("Sie kommt seit Wochen nicht mehr aus dem Bett", "psyche"),
        ("Es kommen dauernd gelbe Briefe vom Gericht", "schulden"),
        ("Morgen wird der Strom abgestellt", "strom"),
        ("Sohn hockt nur noch am Handy", "medien"),
        ("Ich schlafe seit Wochen im Auto", "wohnungsverlust"),
        ("Mein Vater trinkt jeden Abend", "sucht"),
        ("Vater kämpft mit seiner Sucht", "sucht"),
        ("Streit um das Kopftuch in der Klasse", "mobbing"),
        ("Der Hort nimmt niemanden mehr, die Warteliste ist voll", "betreuungsplatz_schule"),
        ("er will nimmer zur Schule", "schulabsentismus"),
    ],
)
def test_everyday_words_name_an_occasion(text: str, occasion: str) -> None:
    assert next(iter(meaning(text).occasions)) == occasion


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kein Deutschkurs nötig, nur jemand zum Reden", "sprachkurs"),
        ("Er will auf keinen Fall und nicht zum Jugendamt", "jugendamt"),
        ("Die Familie hat keine Schulden", "schuldnerberatung"),
        ("Eine Suchtberatung lehnt er ab", "suchtberatung"),
        ("Frau sucht Rat", "suchtberatung"),
        ("Kinder trennen Müll", "trennungsberatung"),
        ("Die Lehrerin schlägt vor, es mit Nachhilfe zu versuchen", "gewaltschutz"),
        ("blaue Flecken vom Fußball", "kinderschutz"),
        ("Der Herd geht nicht, trotzdem kochen sie", "demenz"),
    ],
)
def test_what_is_denied_or_only_looks_alike_does_not_count(text: str, kind: str) -> None:
    found = meaning(text)
    assert kind not in found.offer_kinds
    assert kind not in found.occasions


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Es gibt keine Betreuung am Nachmittag", "betreuungsplatz_schule"),
        ("Wir finden keinen Deutschkurs", "deutsch_lernen"),
        ("Sie haben keinen Schulplatz", "schulplatz_zugezogen"),
        ("Wir haben keine Wohnung und sitzen auf der Straße", "wohnungsverlust"),
    ],
)
def test_what_is_missed_is_asked_for(text: str, occasion: str) -> None:
    assert occasion in meaning(text).occasions


def test_a_house_is_mentioned_and_a_service_is_asked_for() -> None:
    mentioned = meaning("In der Kita ist es laut").offer_kinds["kita"]
    asked = meaning("Wir suchen eine Kita").offer_kinds["kita"]
    assert mentioned < 0.3 < asked


def test_the_words_that_decided_are_named() -> None:
    text = "Am Montag wird der Strom abgestellt."
    found = meaning(text).evidence
    assert any(item.key == "strom" and item.words == "Strom abgestellt" for item in found)
    assert all(text[item.start : item.end] == item.words for item in found)


def test_overlapping_evidence_counts_once_and_separate_evidence_adds_up() -> None:
    def piece(start: int, end: int, weight: float) -> Evidence:
        return Evidence(start, end, "", About.OCCASION, "sucht", weight)

    same = combined([piece(0, 5, 0.5), piece(2, 5, 0.4)], About.OCCASION)
    apart = combined([piece(0, 5, 0.5), piece(9, 12, 0.5)], About.OCCASION)
    assert same == {"sucht": 0.5}
    assert apart == {"sucht": 0.75}


class _Model:
    """A source as a learned model would be."""

    def evidence(self, prepared: Prepared) -> Iterable[Evidence]:
        yield Evidence(0, len(prepared.text), prepared.text, About.OFFER_KIND, "mittagstisch", 0.8)


def test_a_further_source_joins_without_a_change_elsewhere() -> None:
    found = meaning("irgendetwas Warmes", from_sources=[_Model()])
    assert found.offer_kinds == {"mittagstisch": 0.8}


def test_every_phrase_can_be_read_and_means_a_known_key() -> None:
    with (DATA / "phrases.csv").open(encoding="ascii", newline="") as lines:
        rows = list(csv.DictReader(lines))
    known = set(occasions()) | set(offer_kinds())
    assert {row["key"] for row in rows} <= known
    assert {row["where"] for row in rows} <= {"both", *Use}
    for row in rows:
        assert 0 < float(row["weight"]) <= 1
        assert all(pattern_of(written).parts for written in row["phrases"].split("|"))


def test_every_occasion_is_told_by_phrases_or_sentences_and_every_kind_by_phrases() -> None:
    with (DATA / "phrases.csv").open(encoding="ascii", newline="") as lines:
        rows = list(csv.DictReader(lines))
    told = {row["key"] for row in rows if row["type"] == "occasion"}
    kinds = {row["key"] for row in rows if row["type"] == "kind"}
    assert told | set(weights(OCCASIONS).kinds) == set(occasions())
    assert set(offer_kinds()) - kinds == set()


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_weights_between_zero_and_one(text: str) -> None:
    found = meaning(text)
    for found_weights in (found.offer_kinds, found.occasions, found.target_groups):
        assert all(0 < weight <= 1 for weight in found_weights.values())
        assert list(found_weights.values()) == sorted(found_weights.values(), reverse=True)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("=strom", "Strom", True),
        ("=strom", "Stromrechnung", False),
        ("*schulden", "Mietschulden", True),
        ("Sucht", "wegen seiner Sucht", True),
        ("Sucht", "sie sucht", False),
        ("nicht mehr leben", "sie will nicht mehr leben", True),
        ("nicht mehr leben", "mehr Leben, nicht weniger", False),
        ("kind+allein", "allein ist das Kind", True),
        ("kind+!hund", "Kind mit Hund", False),
        ("amt", "des Amtes", True),
        ("amt", "amtlich", False),
    ],
)
def test_a_pattern_matches_beginnings_of_words(pattern: str, text: str, found: bool) -> None:
    from stk_graph.knowledge.phrases import Places
    from stk_graph.text.words import words_of

    assert (Places(words_of(text)).span(pattern_of(pattern)) is not None) is found
