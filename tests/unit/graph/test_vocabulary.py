"""Labels, offer kinds, target groups and the check of keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from stk_graph import language
from stk_graph.model import (
    Actor,
    Contact,
    Meeting,
    Network,
    Observation,
    Offer,
    Record,
    ServiceChain,
    TieReport,
    new_id,
)
from stk_graph.model.enums import Safety, TieStage, Visibility, Weekday, YesNo
from stk_graph.vocabulary import (
    VOCABULARIES,
    VOCABULARY_OF_FIELD,
    ancestors,
    default_ages,
    descendants,
    label,
    offer_kinds,
    offer_kinds_of,
    related,
    target_groups,
    topic_of,
    topics,
    unknown_keys,
)
from stk_graph.vocabulary.known_keys import LIST_NAMES
from stk_graph.vocabulary.load import read_rows
from stk_graph.vocabulary.rows import TargetGroupRow


@pytest.fixture
def _english() -> Iterator[None]:
    language.use("en")
    yield
    language.use("de")


def test_a_label_is_german_unless_the_user_chose_another_language() -> None:
    assert label("lernhilfe") == "Lernen und Sprache (Kinder)"
    assert label(YesNo.PARTLY) == "teils"
    assert label(TieStage.JOINT) == "gemeinsames Angebot"


@pytest.mark.usefixtures("_english")
def test_a_label_follows_the_language_of_the_user() -> None:
    assert label("lernhilfe") == "Learning and language (children)"
    assert label(Weekday.MO) == "Monday"
    assert label(Visibility.PROFESSIONAL) == "professionals"


def test_a_key_of_two_vocabularies_is_told_apart_by_its_kind() -> None:
    assert label("schulsozialarbeit", "offer_kind") == "Schulsozialarbeit"
    assert label("fruehe_hilfen", "field_of_work") == "Frühe Hilfen"
    assert label("kita", "actor_kind") == "Kindertagesstätte"
    assert label("kita", "offer_kind") == label("kita") == "Kindertageseinrichtung"


def test_a_key_of_a_newer_version_is_its_own_label() -> None:
    assert label("zeitbank") == "zeitbank"
    assert label("zeitbank", "topic") == "zeitbank"


def test_a_vocabulary_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        label("kita", "farbe")


def test_safety_flags_have_words() -> None:
    assert label(Safety.CRISIS) == "akute Krise"


def test_an_offer_can_be_a_service_an_agency_or_a_facility() -> None:
    assert {row.kind for row in offer_kinds().values()} == {"offer_kind", "agency", "actor_kind"}
    assert len(offer_kinds()) == 90


def test_an_offer_kind_has_one_topic_or_none() -> None:
    assert topic_of("nachhilfe") == "lernhilfe"
    assert topic_of("jugendzentrum") is None
    assert topic_of("asd") is None
    assert topic_of("gibtsnicht") is None
    assert topic_of(None) is None


def test_a_topic_knows_its_offer_kinds() -> None:
    assert "hausaufgabenbetreuung" in offer_kinds_of("lernhilfe")
    everything = [key for topic in topics() for key in offer_kinds_of(topic)]
    assert len(everything) == len(set(everything))


def test_target_groups_form_a_tree() -> None:
    assert ancestors("grundschulkinder") == ("kinder",)
    assert descendants("kinder") == (
        "kleinkinder",
        "kitakinder",
        "grundschulkinder",
        "lueckekinder",
    )
    assert ancestors("kinder") == descendants("grundschulkinder") == ()


def test_a_group_is_related_to_what_it_is_part_of() -> None:
    assert related("kinder", "kitakinder")
    assert related("kitakinder", "kinder")
    assert related("kinder", "kinder")
    assert not related("kitakinder", "grundschulkinder")


def test_no_group_is_its_own_ancestor() -> None:
    assert [key for key in target_groups() if key in ancestors(key)] == []


def test_default_ages_are_those_of_the_group() -> None:
    assert default_ages("grundschulkinder") == ((6, 10),)
    assert default_ages("kinder") == ((0, 13),)
    assert default_ages("aeltere") == ((60, None),)


def test_a_group_that_says_nothing_about_age_has_none() -> None:
    assert default_ages("gefluechtete") == ()
    assert default_ages("zugewanderte") == ()
    assert default_ages("gibtsnicht") == ()


def test_a_record_with_known_keys_has_no_problem() -> None:
    offer = Offer(
        title="Lernzeit",
        lead=new_id(),
        offer_kind="hausaufgabenbetreuung",
        form="gruppe",
        target_groups=("grundschulkinder", "eltern"),
    )
    assert unknown_keys(offer) == []


def test_unknown_is_a_value_and_no_problem() -> None:
    assert unknown_keys(Offer(title="Treff", lead=new_id())) == []
    assert unknown_keys(Contact(name="Anna Beispiel")) == []


def test_every_unknown_key_is_named_with_its_field_and_list() -> None:
    offer = Offer(
        title="Treff", lead=new_id(), offer_kind="kaffee", target_groups=("eltern", "alle")
    )
    problems = unknown_keys(offer)
    assert [(p.field, p.code) for p in problems] == [
        ("offer_kind", "unknown-value"),
        ("target_groups", "unknown-value"),
    ]
    assert str(problems[1]) == "„alle“ ist kein Wert aus der Liste „Zielgruppen“."


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Actor(name="A", kind="burg"), "kind"),
        (Actor(name="A", fields_of_work=("burg",)), "fields_of_work"),
        (Actor(name="A", umbrella="burg"), "umbrella"),
        (Actor(name="A", recipient_kind="burg"), "recipient_kind"),
        (Network(name="N", kind="burg"), "kind"),
        (Network(name="N", scope=("burg",)), "scope"),
        (ServiceChain(title="K", topic="burg"), "topic"),
        (
            Observation(title="B", observed_on=date(2026, 11, 1), actor=new_id(), topic="burg"),
            "topic",
        ),
        (
            TieReport(
                from_actor=new_id(),
                to_actor=new_id(),
                stage_now=TieStage.EXCHANGE,
                reported_on=date(2026, 11, 1),
                topic="burg",
            ),
            "topic",
        ),
    ],
)
def test_each_field_that_holds_a_key_is_checked(record: Record, field: str) -> None:
    assert [problem.field for problem in unknown_keys(record)] == [field]


def test_a_key_that_the_settings_add_is_known() -> None:
    network = Network(name="Runder Tisch", kind="runder_tisch")
    assert unknown_keys(network, {"network_kind": {"runder_tisch"}}) == []


def test_a_record_without_vocabulary_fields_has_no_problem() -> None:
    assert unknown_keys(Meeting(network=new_id(), held_on=date(2026, 11, 24))) == []


def test_the_table_of_fields_names_fields_and_vocabularies_that_exist() -> None:
    for record_type, fields in VOCABULARY_OF_FIELD.items():
        for field, vocabulary in fields.items():
            assert field in record_type.__struct_fields__  # type: ignore[attr-defined]
            assert vocabulary in VOCABULARIES
            assert vocabulary in LIST_NAMES


def test_a_file_without_a_column_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("key,label_de,label_en\nkinder,Kinder,Children\n", encoding="utf-8")
    with pytest.raises(KeyError):
        read_rows(path, TargetGroupRow)


def test_an_age_that_is_no_number_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    header = "key,label_de,label_en,age_min,age_max,parent,gender"
    path.write_text(f"{header}\nkinder,Kinder,Children,null,13,,\n", encoding="utf-8")
    with pytest.raises(ValueError, match="null"):
        read_rows(path, TargetGroupRow)
