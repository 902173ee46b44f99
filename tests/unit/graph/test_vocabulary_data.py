"""The vocabulary files refer to each other without a gap, and every value has its words."""

from collections import Counter
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path

import pytest

from stk_graph.model import enums
from stk_graph.text import fold
from stk_graph.text.term_index import label_terms
from stk_graph.vocabulary import (
    actor_kinds,
    ambiguous,
    case_words,
    closed_sets,
    compound_heads,
    cooperation_stages,
    fields_of_work,
    network_kinds,
    occasions,
    offer_forms,
    offer_kinds,
    recipients,
    synonyms,
    target_groups,
    topics,
    umbrellas,
    value_of_member,
)
from stk_graph.vocabulary.labels import Labelled
from stk_graph.vocabulary.load import DATA

MEMBERS = [
    member
    for each in vars(enums).values()
    if isinstance(each, type) and issubclass(each, Enum) and each.__module__ == enums.__name__
    for member in each
]


@pytest.mark.parametrize("member", MEMBERS, ids=lambda m: f"{type(m).__name__}.{m.name}")
def test_every_enum_member_has_both_labels(member: Enum) -> None:
    row = closed_sets()[type(member).__name__, value_of_member(member)]
    assert row.label_de.strip()
    assert row.label_en.strip()


def test_no_label_stands_for_a_value_that_is_gone() -> None:
    known = {(type(member).__name__, value_of_member(member)) for member in MEMBERS}
    assert set(closed_sets()) == known


def test_labels_of_one_closed_set_tell_its_values_apart() -> None:
    german = Counter((row.enum, row.label_de) for row in closed_sets().values())
    assert [labelled for labelled, count in german.items() if count > 1] == []


@pytest.mark.parametrize(
    "vocabulary",
    [
        actor_kinds,
        cooperation_stages,
        fields_of_work,
        network_kinds,
        occasions,
        offer_forms,
        recipients,
        synonyms,
        target_groups,
        topics,
        umbrellas,
    ],
    ids=lambda function: function.__name__,
)
def test_every_row_has_an_ascii_key_and_two_labels(
    vocabulary: Callable[[], Mapping[str, Labelled]],
) -> None:
    for key, row in vocabulary().items():
        assert key == fold(key)
        assert key.isascii()
        assert row.label_de.strip()
        assert row.label_en.strip()


@pytest.mark.parametrize("path", sorted(DATA.glob("*.csv")), ids=lambda path: path.stem)
def test_no_key_stands_twice_in_a_file(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = 2 if path.stem in ("closed_sets", "setting_lists") else 1
    keys = Counter(tuple(line.split(",")[:columns]) for line in lines)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_offer_kind_lies_under_a_topic_or_under_none() -> None:
    for key, row in synonyms().items():
        if row.kind == "offer_kind":
            assert row.broader in topics(), key


def test_every_parent_of_a_synonym_row_exists() -> None:
    holidays = {"ferien"}
    known = {*topics(), *target_groups(), *synonyms(), *holidays}
    assert {row.broader for row in synonyms().values() if row.broader} <= known


def test_target_groups_of_the_synonyms_are_target_groups_with_the_same_parent() -> None:
    for key, row in synonyms().items():
        if row.kind == "target_group":
            assert target_groups()[key].parent == row.broader


def test_umbrella_bodies_of_the_synonyms_stand_in_the_list() -> None:
    assert {key for key, row in synonyms().items() if row.kind == "umbrella"} <= set(umbrellas())


def test_every_parent_of_a_target_group_is_one() -> None:
    parents = {row.parent for row in target_groups().values() if row.parent}
    assert parents <= set(target_groups())


def test_ages_of_target_groups_are_not_reversed() -> None:
    for row in target_groups().values():
        if row.age_min is not None and row.age_max is not None:
            assert row.age_min <= row.age_max
        else:
            assert row.age_max is None


def test_every_contact_of_an_occasion_is_an_offer_kind() -> None:
    assert {key for row in occasions().values() for key in row.contacts} <= set(offer_kinds())


def test_every_safety_flag_of_an_occasion_is_a_value_of_safety() -> None:
    flags = {row.safety for row in occasions().values() if row.safety}
    assert flags <= {member.value for member in enums.Safety}


def test_every_trigger_of_an_occasion_is_made_of_words() -> None:
    for row in occasions().values():
        assert all(part.strip() == part != "" for t in row.triggers for part in t.split("+"))


def test_every_actor_kind_points_to_existing_rows() -> None:
    for row in actor_kinds().values():
        assert row.role in ("facility", "agency", "carrier")
        assert row.synonym_key is None or row.synonym_key in synonyms()
        assert row.field_of_work is None or row.field_of_work in fields_of_work()


def test_every_recipient_points_to_actor_kinds_and_topics() -> None:
    for row in recipients().values():
        assert set(row.actor_kinds) <= set(actor_kinds())
        assert set(row.proposed_for_topics) <= {"*", *topics()}


def test_every_candidate_of_an_ambiguous_term_exists() -> None:
    for row in ambiguous().values():
        assert set(row.candidates) <= set(synonyms())
        assert row.resolve_by
        if row.default_key is not None:
            assert row.default_key in row.candidates
            assert row.term in synonyms()[row.default_key].terms


def test_no_term_stands_in_two_rows() -> None:
    places: dict[str, set[str]] = {}
    for key, row in synonyms().items():
        for term in (*row.terms, *label_terms(row.label_de)):
            places.setdefault(term, set()).add(key)
    assert {term: keys for term, keys in places.items() if len(keys) > 1} == {}


def test_a_term_of_a_row_that_decides_is_not_only_ambiguous() -> None:
    terms = {term for row in synonyms().values() for term in row.terms}
    for row in ambiguous().values():
        assert (row.term in terms) == (row.default_key is not None), row.term


def test_the_stages_are_numbered_as_the_closed_set() -> None:
    for member in enums.TieStage:
        assert cooperation_stages()[value_of_member(member)].stage == member


def test_the_overnight_form_is_a_holiday_form() -> None:
    for row in offer_forms().values():
        if row.overnight is enums.YesNo.YES:
            assert row.holiday is enums.YesNo.YES


def test_heads_of_compounds_and_case_words_are_single_words() -> None:
    for word in (*compound_heads(), *case_words()):
        assert word.isalpha()
