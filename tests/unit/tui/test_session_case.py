"""A case in the session: fields filled from the text, corrected by hand, nothing kept."""

import pytest

from stk_graph.case import Facts, understand
from stk_graph.model import Observation
from stk_tui.session import Session
from stk_tui.session.case_facts import facts_from, fields_of, without_emptied
from stk_tui.session.case_view import shown
from stk_tui.session.problems import LONGEST_CASE, BadInput

TEXT = "Kind 2. Klasse, Mutter arbeitet im Schichtdienst bis 19 Uhr"


def test_the_text_fills_the_fields(demo: Session) -> None:
    fields = demo.cases.filled(demo.cases.answer(TEXT, {}))
    assert "betreuung_randzeit" in fields["occasion"].split(",")
    assert fields["age"] == "7–8 Jahre"
    assert "19" in fields["when"]
    assert fields["urgent"] == ""


def test_words_that_decided_and_follow_one_another_stand_together(demo: Session) -> None:
    words = demo.cases.evidence(demo.cases.answer("Mutter arbeitet bis 19 Uhr", {}))
    assert any("arbeitet bis 19 Uhr" in one for one in words)


def test_a_field_filled_by_hand_beats_the_text(demo: Session) -> None:
    fields = demo.cases.filled(demo.cases.answer(TEXT, {"age": "14"}))
    assert fields["age"].startswith("14")


def test_an_emptied_field_takes_the_reading_of_the_text_out(demo: Session) -> None:
    fields = demo.cases.filled(demo.cases.answer(TEXT, {"age": "", "when": ""}))
    assert (fields["age"], fields["when"]) == ("", "")


@pytest.mark.parametrize(
    ("typed", "age"), [("7", 7), ("7,5", 7.5), ("Kl. 2", 7), ("8 Monate", 8 / 12), ("", None)]
)
def test_an_age_is_typed_in_several_ways(typed: str, age: float | None, demo: Session) -> None:
    found = facts_from({"age": typed}, demo.today, "HE").age
    assert found == (None if age is None else pytest.approx(age, abs=0.02))


def test_an_unknown_occasion_is_refused_with_the_way_to_the_list(demo: Session) -> None:
    with pytest.raises(BadInput, match="--occasions"):
        facts_from({"occasion": "quatsch"}, demo.today, "HE")


def test_what_was_understood_fills_and_empties_the_same_fields() -> None:
    case = understand("kostenlos, türkisch, dringend", Facts())
    filled = {name for name, value in fields_of(case).items() if value}
    assert {"free", "language", "urgent"} <= filled
    emptied = fields_of(without_emptied(case, dict.fromkeys(fields_of(case), "")))
    assert not any(emptied.values())


def test_every_hit_names_somebody_to_reach(demo: Session) -> None:
    answer = demo.cases.answer(TEXT, {})
    assert answer.hits
    for hit in answer.hits:
        assert hit.actor.name
        assert hit.contact is not None
        assert hit.contact.phone or hit.contact.email
        assert hit.why


def test_a_case_nobody_understands_ends_at_the_lotsen(demo: Session) -> None:
    answer = demo.cases.answer("Brmpf knorz", {})
    assert not answer.hits
    assert answer.fallback
    assert answer.safety.message


def test_personal_data_stops_the_search(demo: Session) -> None:
    answer = demo.cases.answer("Frau Müller-Yıldız, Tel. 0151 23456789, sucht Hilfe", {})
    assert not answer.hits
    assert [notice.code for notice in answer.notices] == ["personal_data"]


def test_a_danger_named_in_the_last_words_of_the_longest_text_is_seen(demo: Session) -> None:
    end = " Der Vater schlägt das Kind."
    text = ("Es geht um Schulden. " * LONGEST_CASE)[: LONGEST_CASE - len(end)] + end
    assert demo.cases.answer(text, {}).safety.kind == "child_protection"


def test_of_a_longer_text_nothing_is_searched_and_the_limit_is_named(demo: Session) -> None:
    answer = demo.cases.answer("x" * (LONGEST_CASE + 1), {"occasion": "betreuung_randzeit"})
    assert not answer.hits
    assert not answer.fallback
    assert [notice.code for notice in answer.notices] == ["too_long"]
    said = f"mit {LONGEST_CASE + 1} Zeichen zu lang, möglich sind {LONGEST_CASE}."
    assert said in answer.notices[0].message
    assert answer.safety.message


@pytest.mark.parametrize(
    "text", ["Frau Müller, 0611 123456, sucht Hilfe beim Antrag", "x" * (LONGEST_CASE + 1)]
)
def test_of_a_refused_text_no_observation_is_kept(demo: Session, text: str) -> None:
    answer = demo.cases.answer(text, {"occasion": "betreuung_randzeit"})
    before = demo.store.read.counts()[Observation]
    assert not answer.was_searched
    assert demo.cases.observation(answer) == []
    assert "nichts gesucht" in demo.cases.observe(answer)
    assert demo.store.read.counts()[Observation] == before


def test_an_observation_holds_the_topic_and_never_the_text(demo: Session) -> None:
    text = "Unverwechselbares Kind, 2. Klasse, Mutter im Schichtdienst bis 19 Uhr"
    answer = demo.cases.answer(text, {})
    before = {one.id for one in demo.store.read.all(Observation)}
    assert "Unverwechselbares" not in str(demo.cases.observation(answer))
    demo.cases.observe(answer)
    (made,) = [one for one in demo.store.read.all(Observation) if one.id not in before]
    assert made.text == ""
    assert "Unverwechselbares" not in str(made)
    assert made.title == "Betreuung fehlt am Rand des Tages"


def test_the_warm_path_leads_from_the_own_house(demo: Session) -> None:
    ways = [
        hit.path
        for text in (TEXT, "Schulden", "Kind schwänzt die Schule", "Oma ist dement")
        for hit in demo.cases.answer(text, {}).hits
        if hit.path
    ]
    own = demo.own_actor
    assert own is not None
    colleagues = {person.name for person in demo.store.read.contacts_of([own.id])}
    assert ways
    assert {way[0] for way in ways} <= colleagues


def test_the_shown_answer_keeps_the_order_of_the_hits(demo: Session) -> None:
    found = demo.cases.look_up(demo.cases.understand(TEXT, Facts()))
    view = shown(found, demo.today)
    assert [hit.offer.id if hit.offer else None for hit in view.hits] == [
        hit.offer.id if hit.offer else None for hit in found.hits
    ]
