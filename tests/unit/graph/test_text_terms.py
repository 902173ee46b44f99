"""The terms of the vocabulary are found in running text, by the rules and no others."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stk_graph.text import fold
from stk_graph.text.kept_index import KEPT, term_index
from stk_graph.text.term_candidates import How
from stk_graph.text.term_index import built_index, is_abbreviation
from stk_graph.text.terms import TermHit, find_terms
from stk_graph.vocabulary import ambiguous, synonyms, target_groups

ALL_TERMS = [(row.key, term) for row in synonyms().values() for term in row.terms]


def found(text: str, *signs: str) -> list[tuple[str, str | None]]:
    return [(text[hit.start : hit.end], hit.key) for hit in find_terms(text, signs=signs)]


def only(text: str, *signs: str) -> TermHit:
    (hit,) = find_terms(text, signs=signs)
    return hit


@pytest.mark.parametrize(("key", "term"), ALL_TERMS, ids=[term for _, term in ALL_TERMS])
def test_every_term_of_the_vocabulary_finds_its_row(key: str, term: str) -> None:
    hit = only(term, key)
    assert (hit.key, hit.how, hit.exact) == (key, How.EXACT, True)
    assert (hit.kind, hit.start) == (synonyms()[key].kind, 0)


def test_no_two_rows_share_a_term_after_folding() -> None:
    keys: dict[str, set[str]] = {}
    for key, term in ALL_TERMS:
        if not is_abbreviation(term):
            joined = "".join(character for character in fold(term) if character.isalnum())
            keys.setdefault(joined, set()).add(key)
    assert {term: rows for term, rows in keys.items() if len(rows) > 1} == {}


def test_a_label_counts_as_a_term() -> None:
    assert only("Beratung durch die Wohnungsnotfallhilfe").key == "wohnungssicherung"
    assert only("Sucht- und Drogenberatung").key == "suchtberatung"
    assert only("für pflegende Angehörige").key == "pflegeberatung"
    assert only("für Familien").key == "familien"
    assert only("für Familien").kind == "target_group"


@pytest.mark.parametrize(
    "text",
    [
        "Hausaufgabenhilfe",
        "hausaufgabenhilfe",
        "HAUSAUFGABENHILFE",
        "Hausaufgaben-Hilfe",
        "Hausaufgaben Hilfe",
        "Hausaufgaben-hilfe",
        "Hausaufgaben – Hilfe",
        "Haus\u00adaufgabenhilfe",
    ],
)
def test_case_hyphens_and_blanks_do_not_matter(text: str) -> None:
    hit = only(text)
    assert (hit.key, hit.exact, hit.start, hit.end) == (
        "hausaufgabenbetreuung",
        True,
        0,
        len(text),
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("in allen Kitas", "kita"),
        ("zwei Sprachkurse", "sprachkurs"),
        ("mit Jugendclubs", "offene_jugendarbeit"),
        ("die Schuldnerberatungen", "schuldnerberatung"),
        ("der Jugendhäuser", "jugendzentrum"),
        ("eine Fachkraft", "fachkraefte"),
        ("mit jungen Erwachsenen", "junge_erwachsene"),
        ("bei häuslicher Gewalt", "gewaltschutz"),
        ("der offenen Ganztagsschule", "grundschulkinderbetreuung"),
        ("ein Geflüchteter", "gefluechtete"),
        ("sprachkurse am abend", "sprachkurs"),
    ],
)
def test_inflected_forms_are_found_and_marked(text: str, key: str) -> None:
    hit = only(text)
    assert (hit.key, hit.how) == (key, How.INFLECTED)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("für Grundschüler*innen", "grundschulkinder"),
        ("für Grundschüler:innen", "grundschulkinder"),
        ("für GrundschülerInnen", "grundschulkinder"),
        ("für Grundschüler/-innen", "grundschulkinder"),
        ("für Grundschülerinnen", "grundschulkinder"),
        ("für Senior*innen", "aeltere"),
        ("Senior*innentreff", "seniorentreff"),
        ("Senior:innen-Treff", "seniorentreff"),
        ("Seniorinnencafé", "seniorentreff"),
        ("Elternlots*innen", "elternlotsen"),
        ("Schulsozialarbeiter(in)", "schulsozialarbeit"),
    ],
)
def test_gendered_forms_are_found(text: str, key: str) -> None:
    assert only(text).key == key


@pytest.mark.parametrize(
    ("text", "part", "key"),
    [
        ("Sommerferienspiele im Park", "Sommerferienspiele", "ferienspiele"),
        ("das Kreisjugendamt", "Kreisjugendamt", "jugendamt"),
        ("Leitung des Stadtjugendamtes", "Stadtjugendamtes", "jugendamt"),
        ("die Jugendamtsleitung", "Jugendamtsleitung", "jugendamt"),
        ("eine Demenzgruppe", "Demenzgruppe", "demenz"),
        ("die Elternsprechstunden", "Elternsprechstunden", "eltern"),
        ("ein Hausaufgabenkurs", "Hausaufgabenkurs", "hausaufgabenbetreuung"),
        ("ein Hausaufgaben-Kurs", "Hausaufgaben-Kurs", "hausaufgabenbetreuung"),
        ("Kinder- und Jugendtreff", "Kinder-", "kindertreff"),
        ("Hausaufgaben- und Lernhilfen", "Hausaufgaben-", "hausaufgabenbetreuung"),
    ],
)
def test_a_term_inside_a_compound_is_found(text: str, part: str, key: str) -> None:
    hit = find_terms(text)[0]
    assert (text[hit.start : hit.end], hit.key, hit.how) == (part, key, How.COMPOUND)


@pytest.mark.parametrize(
    "text",
    [
        "meine Großeltern",
        "die Schwiegermutter",
        "ein Spielplatz",
        "ein Spieleabend",
        "Hauptschüler am Bahnhof",
        "am letzten Schultag",
        "ein Familienrat",
        "drei Familienväter",
        "alle Schularten",
        "die Kinderfrage",
    ],
)
def test_words_that_only_look_like_a_term_are_not_found(text: str) -> None:
    assert find_terms(text) == []


@pytest.mark.parametrize(
    ("text", "part", "key"),
    [
        ("Hausaufgabenbetreung", "Hausaufgabenbetreung", "hausaufgabenbetreuung"),
        ("Betreung nach 17 Uhr", "Betreung nach 17 Uhr", "randzeitenbetreuung"),
        ("die Ferien-Betreung", "Ferien-Betreung", "ferienbetreuung"),
        ("eine Schuldenrberatung", "Schuldenrberatung", "schuldnerberatung"),
        ("eine Erziehungsberattung", "Erziehungsberattung", "erziehungsberatung"),
        ("die Erziehungsbertungen", "Erziehungsbertungen", "erziehungsberatung"),
        ("die Mädchenarbbeit", "Mädchenarbbeit", "maedchenarbeit"),
        ("der Madchentreff", "Madchentreff", "maedchenarbeit"),
    ],
)
def test_one_spelling_mistake_in_a_long_word_is_forgiven(text: str, part: str, key: str) -> None:
    hit = only(text)
    assert (text[hit.start : hit.end], hit.key, hit.how) == (part, key, How.TYPO)


@pytest.mark.parametrize("text", ["Kida", "Krippa", "Hausaufgabenbetrung xx", "Tafle"])
def test_short_words_and_two_mistakes_are_not_forgiven(text: str) -> None:
    assert [hit for hit in find_terms(text) if hit.how is How.TYPO] == []


def test_capital_abbreviations_match_whole_words_in_their_own_case() -> None:
    assert found("HzE, BuT und STK") == [
        ("HzE", "hilfen_zur_erziehung"),
        ("BuT", "bildung_teilhabe"),
        ("STK", "stadtteilkonferenz"),
    ]
    assert found("hze, but, BUT, Stk, STEPS, step") == []


def test_numbers_and_signs_belong_to_the_term() -> None:
    assert found("AG § 78 und AG 78") == [("AG § 78", "ag78"), ("AG 78", "ag78")]
    assert found("Treffpunkt 60+") == [("Treffpunkt 60+", "seniorentreff")]
    assert found("Hilfe nach § 35a") == [("§ 35a", "eingliederungshilfe")]
    assert found("Hausnummer 60, Ringweg 35a, Raum 78") == []
    assert found("Kl. 1-4") == [("Kl. 1-4", "grundschulkinder")]


def test_the_longest_term_wins() -> None:
    assert found("Beratung für Jugendliche") == [("Beratung für Jugendliche", "jugendberatung")]
    assert found("Betreuung in den Ferien") == [("Betreuung in den Ferien", "ferienbetreuung")]
    assert found("offener Mittagstisch") == [("offener Mittagstisch", "mittagstisch")]


def test_a_term_does_not_cross_the_end_of_a_sentence() -> None:
    assert found("Wir suchen Betreuung. In den Ferien sind wir weg.")[-1] == ("Betreuung", None)


@pytest.mark.parametrize("word", ["Gruppe", "Treff", "Beratung", "Handlungsfeld"])
def test_words_that_say_nothing_alone_are_no_hit_and_no_question(word: str) -> None:
    assert find_terms(f"{word} für Kinder", signs={"age"})[0].key == "kinder"
    assert find_terms(word, signs={"age"}) == []


def test_bare_betreuung_is_a_question_whatever_else_is_known() -> None:
    hit = only("Betreuung", "kita", "age")
    assert hit.key is None
    assert hit.candidates == ambiguous()["Betreuung"].candidates
    assert hit.question == ambiguous()["Betreuung"].resolve_by


def test_an_ambiguous_term_without_another_sign_is_a_question() -> None:
    for term in ("Feriencamp", "Lernzeit", "Lernzeiten", "Tagespflege", "EB", "Familienhilfe"):
        hit = only(term)
        assert hit.key is None
        assert hit.question
        assert hit.candidates


def test_an_ambiguous_term_takes_its_usual_meaning_with_a_second_sign() -> None:
    assert only("Feriencamp", "age").key == "feriencamp"
    assert found("Feriencamp für Kinder") == [("Feriencamp", "feriencamp"), ("Kinder", "kinder")]
    assert only("Lernzeit", "grundschulkinder").question is None


def test_a_second_sign_that_names_a_candidate_decides() -> None:
    assert only("Tagespflege", "pflegeberatung").key == "pflegeberatung"
    assert found("Tagespflege bei der Tagesmutter")[0] == ("Tagespflege", "kindertagespflege")
    assert only("Familienhilfe", "familienpaten").key == "familienpaten"


def test_an_ambiguous_term_without_a_usual_meaning_stays_a_question() -> None:
    assert only("EB", "age").key is None


def test_an_umbrella_body_is_no_second_sign() -> None:
    assert found("Feriencamp der AWO") == [("Feriencamp", None), ("AWO", "awo")]


@pytest.mark.parametrize(
    "text",
    [
        "Die Partnerin sucht Hilfe",
        "Sucht Hilfe bei der Miete",
        "Sie sucht nach Hilfe",
        "die nachbarin sucht hilfe",
        "sucht beratung",
        "suche nach hilfe",
    ],
)
def test_the_verb_sucht_is_no_sucht(text: str) -> None:
    assert find_terms(text) == []


@pytest.mark.parametrize("text", ["Sucht-Hilfe", "eine Suchthilfe", "bei Sucht Beratung"])
def test_the_noun_sucht_is_found(text: str) -> None:
    assert only(text).key == "suchtberatung"


def test_nouns_that_are_another_word_in_lower_case_need_a_capital_in_a_sentence() -> None:
    assert found("die jungen Leute sind da") == []
    assert found("Jungen Leuten fehlt ein Raum") == []
    assert found("Gruppe für Jungen") == [("Jungen", "jungen_maenner")]
    assert found("Jungen") == [("Jungen", "jungen_maenner")]
    assert found("jungen") == [("jungen", "jungen_maenner")]
    assert found("Ältere Dame allein") == []
    assert found("Treff für Ältere") == [("Ältere", "aeltere")]
    assert found("Die Kita hat ganztags offen") == [("Kita", "kita")]


def test_a_verb_is_no_form_of_a_noun() -> None:
    assert found("Wir vermieten Zimmer") == []
    assert found("Ärger mit Vermietern") == [("Vermietern", "wohnungswirtschaft")]


def test_positions_are_those_of_the_text_as_it_was_given() -> None:
    text = "Für  Senior*innen:\n\tHausaufgaben -\nHilfe, ﬁx; Elterncafe\u0301"
    assert [text[hit.start : hit.end] for hit in find_terms(text)] == [
        "Senior*innen",
        "Hausaufgaben -\nHilfe",
        "Elterncafe\u0301",
    ]


def test_one_text_can_hold_many_terms() -> None:
    text = "Kita mit Elterncafé, Krabbelgruppe und Schuldnerberatung für Alleinerziehende"
    assert [key for _, key in found(text)] == [
        "kita",
        "elterncafe",
        "eltern_kind_gruppe",
        "schuldnerberatung",
        "alleinerziehende",
    ]


def test_a_text_without_terms_has_no_hits() -> None:
    assert find_terms("") == find_terms("Es regnet heute.") == find_terms("… – § 12") == []


WORDS = st.sampled_from(
    [
        *(term for _, term in ALL_TERMS),
        *ambiguous(),
        *(row.label_de for row in target_groups().values()),
        *("und", "für", "die", "in", "Betreuung", "sucht", "nach", "Kinder-", "*innen", ":in"),
        *("Uhr", "17", "60+", "§", ".", ",", "-", "/", "(", ")"),
    ]
)


@given(st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=12).map(" ".join))
def test_hits_stand_in_order_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for hit in find_terms(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end
        assert hit.key is None or hit.key in synonyms() or hit.key in target_groups()
        assert (hit.key is None) == (hit.question is not None)


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_a_sign_adds_answers_and_takes_none_away(text: str) -> None:
    without, with_sign = find_terms(text), find_terms(text, signs={"age"})
    assert [(hit.start, hit.end) for hit in without] == [(hit.start, hit.end) for hit in with_sign]
    for before, after in zip(without, with_sign, strict=True):
        assert before.key is None or before.key == after.key


def test_the_index_is_built_once() -> None:
    find_terms("Kita")
    builds = term_index.cache_info().misses
    find_terms("Hort und Kita")
    assert term_index.cache_info().misses == builds == 1


def test_without_a_kept_index_terms_are_found_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = KEPT.read()
    assert kept is not None
    monkeypatch.setattr(KEPT, "file", tmp_path / "missing.json")
    assert KEPT.read() is None
    assert KEPT.value() == kept


def test_the_index_read_part_by_part_is_the_built_one() -> None:
    built, kept = built_index(), term_index()
    for name in ("whole", "roots", "abbreviations", "modifiers", "halves"):
        table = getattr(kept, name)
        for key, value in getattr(built, name).items():
            assert table.get(key) == value
            assert table.get(f"{key}#") is None


def test_the_index_knows_whether_a_term_may_go_on() -> None:
    index = term_index()
    longest = max(built_index().whole, key=len)
    assert all(index.goes_on(longest[:size], "") for size in range(1, len(longest) + 1))
    assert not index.goes_on(f"{longest}#", "")
