"""The body of knowledge: how its lines are read, and what its review finds."""

from pathlib import Path

import pytest

from stk_graph.knowledge.review import balance, problems, problems_of_safety
from stk_graph.knowledge.written import (
    CaseSentence,
    OfferText,
    SafetySentence,
    case_sentences,
    offer_texts,
    safety_sentences,
)

CASE = CaseSentence(
    ("demenz", "pflegeberatung"), ("demenz",), "neighbour", "Er sucht die Tür", "dementia", "nord"
)
OFFER = OfferText(
    "demenz", ("aeltere",), "gruppe", ("seniorentreff",), "Café Vergissnicht", "", "a"
)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found_in(cases: list[CaseSentence], offers: list[OfferText], word: str) -> list[str]:
    return [problem for problem in problems(cases, offers) if word in problem]


def test_a_line_is_kinds_occasions_register_and_sentence(tmp_path: Path) -> None:
    line = "demenz|pflegeberatung\tdemenz\tneighbour\tEr sucht die Tür\n"
    write(tmp_path / "cases" / "nord" / "dementia.tsv", line)
    assert list(case_sentences(tmp_path)) == [CASE]


def test_an_offer_names_what_it_only_looks_like(tmp_path: Path) -> None:
    line = "demenz\taeltere\tgruppe\tseniorentreff\tCafé Vergissnicht\t\n"
    write(tmp_path / "offers" / "a.tsv", line)
    assert list(offer_texts(tmp_path)) == [OFFER]
    assert OFFER.text == "Café Vergissnicht"


def test_a_line_with_a_missing_column_is_named(tmp_path: Path) -> None:
    write(tmp_path / "cases" / "nord" / "school.tsv", "a\tb\tc\td\nnachhilfe\tteacher\tMathe\n")
    with pytest.raises(ValueError, match=r"school\.tsv, line 2"):
        list(case_sentences(tmp_path))


def test_labels_that_no_vocabulary_holds_are_named() -> None:
    wrong = CASE._replace(kinds=("demenz", "zauberei"), occasions=("nichts",), register="dog")
    offer = OFFER._replace(target_groups=("elfen",), form="tanz", not_kinds=("magie",))
    found = found_in([wrong], [offer], "unknown")
    named = [problem.split("'")[1] for problem in found]
    assert named == ["zauberei", "nichts", "dog", "magie", "elfen", "tanz"]


def test_a_kind_that_is_hardly_written_about_is_named() -> None:
    assert found_in([CASE] * 60, [OFFER], "cases of nachhilfe")
    assert not found_in([CASE] * 60, [OFFER], "cases of demenz")
    assert found_in([CASE], [OFFER], "only 1 offers of demenz")


def test_lines_that_are_nearly_the_same_are_named() -> None:
    copied = CASE._replace(text="Er sucht die Türe")
    other = CASE._replace(text="Sie vergisst den Herd und ruft nachts an")
    assert len(found_in([CASE, copied, other], [], "nearly the same")) == 1


def test_sentences_that_look_like_personal_data_are_counted() -> None:
    named = CASE._replace(text="Frau Petra Müller, geboren am 3.4.1951, Tel. 0171 2345678")
    assert found_in([CASE, named], [], "look like personal data")
    assert not found_in([CASE], [], "look like personal data")


def test_the_balance_names_the_rarest_first() -> None:
    school = CASE._replace(theme="school")
    lines = balance([CASE, CASE, school], [OFFER]).splitlines()
    assert lines[0] == "3 cases, 1 offers"
    assert lines[2] == "cases by theme: school 1, dementia 2"


def test_a_safety_sentence_is_a_danger_or_harmless(tmp_path: Path) -> None:
    write(tmp_path / "safety" / "nord.tsv", "crisis\tyouth\tIch hab mich schon verabschiedet\n")
    read = list(safety_sentences(tmp_path))
    assert read == [SafetySentence("crisis", "youth", "Ich hab mich schon verabschiedet", "nord")]
    unknown = [read[0]._replace(label="storm")]
    assert [one for one in problems_of_safety(unknown) if "unknown danger 'storm'" in one]


def test_too_few_hints_and_look_alikes_are_named() -> None:
    hint = SafetySentence("crisis", "youth", "Ich hab mich schon verabschiedet", "nord")
    assert problems_of_safety([hint])[:2] == [
        "only 1 hints, 400 are needed",
        "only 0 look-alikes, 400 are needed",
    ]
