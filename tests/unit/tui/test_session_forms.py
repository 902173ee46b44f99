"""Forms: what a person types becomes a record, and comes back as it was typed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.model import Actor, Contact, Offer, Phone, Record, new_id
from stk_graph.model.enums import KindSource, PhoneKind, Weekday
from stk_tui.ports import FormProblems
from stk_tui.session import Session
from stk_tui.session.forms import BINDINGS, Context, blank_values, form_values, record_from
from stk_tui.session.readings import (
    phones_text,
    read_day,
    read_mail,
    read_phones,
    reading,
)

TODAY = date(2026, 11, 24)
CONTEXT = Context(TODAY, "HE")
HOUSE = new_id()


def offer_from(**typed: str) -> Offer:
    made = record_from(Offer, None, {"title": "Treff", "lead": HOUSE, **typed}, CONTEXT)
    assert isinstance(made, Offer)
    return made


def test_ages_and_times_are_read_and_kept_as_typed() -> None:
    made = offer_from(ages="Kl. 1–4", times="Mo, Mi 14–16 Uhr")
    assert (made.age_min, made.age_max, made.ages_text) == (6, 10, "Kl. 1–4")
    assert [slot.weekday for slot in made.slots] == [Weekday.MO, Weekday.WE]
    assert made.times_text == "Mo, Mi 14–16 Uhr"


def test_holidays_named_in_the_times_become_a_period_of_the_land() -> None:
    made = offer_from(times="Sommerferien, Mo–Fr 9–16 Uhr")
    assert made.period is not None
    assert (made.period.start, made.period.end) == (date(2027, 6, 28), date(2027, 8, 6))


def test_an_empty_age_is_unknown() -> None:
    made = offer_from(ages="")
    assert (made.age_min, made.age_max, made.ages_text) == (None, None, None)


def test_a_kind_chosen_by_hand_is_stated() -> None:
    assert offer_from(offer_kind="nachhilfe").offer_kind_from is KindSource.STATED
    assert offer_from().offer_kind_from is KindSource.UNKNOWN


def test_several_keys_are_joined_by_commas() -> None:
    made = offer_from(target_groups="eltern, kinder")
    assert made.target_groups == ("eltern", "kinder")
    assert form_values(made)["target_groups"] == "eltern,kinder"


def test_problems_are_told_per_field() -> None:
    with pytest.raises(FormProblems) as refused:
        record_from(Contact, None, {"name": "", "mail": "keine", "phones": "anrufen"}, CONTEXT)
    assert set(refused.value.problems) == {"mail", "phones"}
    with pytest.raises(FormProblems) as nameless:
        record_from(Contact, None, {"name": ""}, CONTEXT)
    assert set(nameless.value.problems) == {"name"}


def test_ages_the_wrong_way_round_are_told_at_the_age_field() -> None:
    with pytest.raises(FormProblems) as refused:
        offer_from(ages="12 bis 6 Jahre")
    assert set(refused.value.problems) == {"ages"}


def test_a_field_nobody_touched_is_not_read_again() -> None:
    before = Offer(title="Treff", lead=HOUSE, age_min=6, age_max=10, ages_text="ungefähr 6 bis 10")
    values = form_values(before) | {"title": "Neuer Treff"}
    after = record_from(Offer, before, values, CONTEXT)
    assert isinstance(after, Offer)
    assert (after.title, after.age_min, after.age_max) == ("Neuer Treff", 6, 10)
    assert after.ages_text == "ungefähr 6 bis 10"


@pytest.mark.parametrize("kind", list(BINDINGS))
def test_a_form_saved_without_a_change_is_the_same_record(
    kind: type[Record], demo: Session
) -> None:
    for record in demo.store.read.all(kind)[:40]:
        assert record_from(kind, record, form_values(record), CONTEXT) == record


@pytest.mark.parametrize("kind", list(BINDINGS))
def test_a_new_form_has_every_field(kind: type[Record]) -> None:
    assert set(blank_values(kind)) == set(BINDINGS[kind])


def test_phones_have_kinds_remarks_and_extensions() -> None:
    typed = "069 90009-101 App. 12; 0171 3920012 (mobil); 069 90009-102 (vormittags)"
    assert read_phones(typed) == (
        Phone(number="069 90009-101", extension="12"),
        Phone(number="0171 3920012", kind=PhoneKind.CELL),
        Phone(number="069 90009-102", description="vormittags"),
    )


@given(
    st.lists(
        st.builds(
            Phone,
            number=st.from_regex(r"0[0-9]{2,4} [0-9]{3,8}", fullmatch=True),
            kind=st.sampled_from([PhoneKind.VOICE, PhoneKind.FAX, PhoneKind.TEXT, PhoneKind.CELL]),
            extension=st.none() | st.from_regex(r"[0-9]{1,4}", fullmatch=True),
        ),
        max_size=4,
    )
)
@settings(max_examples=60)
def test_phones_come_back_as_they_were_typed(phones: list[Phone]) -> None:
    assert read_phones(phones_text(phones)) == tuple(phones)


@pytest.mark.parametrize("typed", ["anrufen", "0800 HILFE", "12", "069-x"])
def test_letters_are_no_telephone_number(typed: str) -> None:
    with pytest.raises(ValueError, match="keine Telefonnummer"):
        read_phones(typed)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("heute", TODAY),
        ("31.12.2026", date(2026, 12, 31)),
        ("1.2.27", date(2027, 2, 1)),
        ("2026-05-03", date(2026, 5, 3)),
        ("", None),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["gestern abend", "31.2.2026", "1.1.–3.1.2027"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="kein Datum"):
        read_day(typed, TODAY)


def test_a_mail_address_is_checked_without_the_network() -> None:
    assert read_mail("Team@Example.ORG") == "Team@example.org"
    with pytest.raises(ValueError, match="E-Mail"):
        read_mail("team@")


@given(st.sampled_from(["ages", "times", "phones", "mail", "date"]), st.text(max_size=80))
@settings(max_examples=150)
def test_any_typed_text_gets_a_reading(reads: str, typed: str) -> None:
    assert isinstance(reading(reads, typed, TODAY, "HE").sentence, str)


def test_what_was_not_understood_is_named() -> None:
    found = reading("times", "Mo 14–16 Uhr bei Vollmond", TODAY, "HE")
    assert not found.holds
    assert "Vollmond" in found.sentence


def test_saving_a_form_is_one_action_and_one_undo(demo: Session) -> None:
    actor = demo.store.read.all(Actor)[0]
    values = demo.directory.form("actor", actor.id) | {"name": "Neuer Name"}
    before = demo.version
    assert demo.directory.save("actor", actor.id, values) == actor.id
    assert demo.version == before + 1
    assert demo.directory.detail(actor.id).title == "Neuer Name"
    assert "Einrichtung geändert" in demo.undo()
    assert demo.directory.detail(actor.id).title == actor.name


def test_saving_without_a_change_leaves_no_trace(demo: Session) -> None:
    actor = demo.store.read.all(Actor)[0]
    before = demo.version
    demo.directory.save("actor", actor.id, demo.directory.form("actor", actor.id))
    assert demo.version == before
    assert demo.store.read.get(Actor, actor.id) == actor


def test_what_is_still_needed_is_not_deleted(demo: Session) -> None:
    from db.errors import StillReferred

    lead = demo.store.read.all(Offer)[0].lead
    with pytest.raises(StillReferred, match="wird noch gebraucht"):
        demo.directory.delete(lead)
    assert demo.store.read.get(Actor, lead) is not None
