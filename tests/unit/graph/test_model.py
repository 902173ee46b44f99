"""Records refuse what cannot be, in the words of the person who typed it."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stk_graph import model
from stk_graph.model import (
    Actor,
    Contact,
    ContactRole,
    Invalid,
    Offer,
    Period,
    Rating,
    Review,
    TieReport,
    TimeSlot,
    is_id,
    new_id,
)
from stk_graph.model.enums import ReviewVerdict, TieStage, Visibility
from stk_graph.model.problems import SENTENCES

HOUSE = new_id()


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def test_an_id_is_a_uuid_of_version_7_and_sorts_by_time() -> None:
    ids = [new_id() for _ in range(50)]
    assert all(map(is_id, ids))
    moments = [made[:13] for made in ids]
    assert moments == sorted(moments)


@pytest.mark.parametrize(
    "text",
    ["", "x", "01A20D5C-C995-7444-B335-D4BB12F0032B", "6f3f2a7e-7f3c-4b43-9c3a-0f5d0a1c9b11"],
)
def test_other_texts_are_no_ids(text: str) -> None:
    assert not is_id(text)


def test_an_offer_without_title_or_house_is_refused_with_both_sentences() -> None:
    with pytest.raises(Invalid) as refused:
        Offer(title=" ", lead="")
    assert codes(refused) == ["title-missing", "lead-missing"]
    assert "Titel fehlt" in str(refused.value)


def test_ages_the_wrong_way_round_are_refused_naming_both() -> None:
    with pytest.raises(Invalid, match="Mindestalter 9 liegt über dem Höchstalter 4"):
        Offer(title="Treff", lead=HOUSE, age_min=9, age_max=4)


def test_an_unknown_age_is_neither_zero_nor_everybody() -> None:
    offer = Offer(title="Treff", lead=HOUSE)
    assert (offer.age_min, offer.age_max) == (None, None)


@pytest.mark.parametrize(("start", "end"), [(600, 600), (700, 600)])
def test_a_slot_ends_after_it_starts(start: int, end: int) -> None:
    with pytest.raises(Invalid) as refused:
        TimeSlot(start=start, end=end)
    assert codes(refused) == ["slot-reversed"]


def test_midnight_may_end_a_slot_but_not_be_crossed() -> None:
    assert TimeSlot(start=1200, end=1440).end == 1440
    with pytest.raises(Invalid):
        TimeSlot(start=1200, end=1441)


def test_a_slot_on_the_fifth_weekday_of_a_month_is_refused() -> None:
    with pytest.raises(Invalid, match=r"5\. im Monat"):
        TimeSlot(nth=5)


def test_a_period_needs_days_or_holidays_in_the_right_order() -> None:
    with pytest.raises(Invalid) as nothing:
        Period()
    with pytest.raises(Invalid) as reversed_days:
        Period(start=date(2027, 8, 6), end=date(2027, 6, 28))
    assert codes(nothing) == ["period-empty"]
    assert "28.06.2027" in str(reversed_days.value)


def test_a_house_is_neither_its_own_provider_nor_its_own_partner() -> None:
    house = new_id()
    with pytest.raises(Invalid) as own_parent:
        Actor(id=house, name="Haus", parent=house)
    with pytest.raises(Invalid) as own_tie:
        TieReport(
            from_actor=house,
            to_actor=house,
            stage_now=TieStage.EXCHANGE,
            reported_on=date(2026, 1, 1),
        )
    assert codes(own_parent) == ["self-reference"]
    assert codes(own_tie) == ["tie-to-self"]


def test_nobody_is_their_own_deputy() -> None:
    person = new_id()
    with pytest.raises(Invalid):
        Contact(id=person, name="A. Beispiel", deputy=person)


def test_a_responsibility_has_exactly_one_target() -> None:
    assert ContactRole(contact=HOUSE, actor=HOUSE).target == HOUSE
    with pytest.raises(Invalid):
        ContactRole(contact=HOUSE)
    with pytest.raises(Invalid):
        ContactRole(contact=HOUSE, actor=HOUSE, offer=HOUSE)


@given(st.integers().filter(lambda value: not 1 <= value <= 4))
def test_a_rating_lies_between_one_and_four(value: int) -> None:
    with pytest.raises(Invalid):
        Rating(need=HOUSE, actor=HOUSE, urgency=value)


def test_a_rating_without_number_is_a_voice_that_cannot_tell() -> None:
    assert Rating(need=HOUSE, slip_no=3).urgency is None


def test_a_review_is_about_two_offers_or_a_week() -> None:
    with pytest.raises(Invalid):
        Review(verdict=ReviewVerdict.AGREED, decided_on=date(2026, 1, 1), offer_a=HOUSE)


def test_publication_levels_are_ordered_from_narrow_to_wide() -> None:
    assert [level.value for level in sorted(Visibility, key=lambda v: v.level)] == [
        "intern",
        "netzwerk",
        "fachoeffentlich",
        "oeffentlich",
    ]


def test_a_record_survives_json() -> None:
    offer = Offer(title="Treff", lead=HOUSE, slots=(TimeSlot(start=600, end=660),), age_min=0.5)
    assert msgspec.json.decode(msgspec.json.encode(offer), type=Offer) == offer


def test_every_problem_code_has_a_sentence() -> None:
    assert all(text.endswith(".") for text in SENTENCES.values())


def test_every_public_record_is_frozen() -> None:
    for name in model.__all__:
        kind = getattr(model, name)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            assert kind.__struct_config__.frozen, name
