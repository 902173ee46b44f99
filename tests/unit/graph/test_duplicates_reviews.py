"""A pair decided once does not come back until one side changes."""

from datetime import date

import pytest

from stk_graph.duplicates import fingerprint, pair_fingerprint, review_list, verdict
from stk_graph.model import Meeting, Offer, Period, Review
from stk_graph.model.enums import (
    Access,
    Gender,
    OfferStatus,
    PairLabel,
    ReviewVerdict,
    Visibility,
    Weekday,
    YesNo,
)
from tests.unit.graph.duplicate_records import (
    NORTH,
    ONE,
    OTHER_NETWORK,
    OWN_NETWORK,
    SOUTH,
    TWO,
    context,
    homework,
    review,
    slot,
)
from tests.unit.graph.network_records import TODAY, uid

FIRST, SECOND = homework(ONE), homework(TWO)

CHANGES: list[dict[str, object]] = [
    {"offer_kind": "nachhilfe"},
    {"age_min": 7},
    {"age_max": None},
    {"target_groups": ("kinder",)},
    {"gender": Gender.FEMALE},
    {"access": Access.MEMBERS},
    {"slots": (slot(), slot(Weekday.TU))},
    {"slots": (slot(end=17),)},
    {"period": Period(holiday_key="he_2027_sommer")},
    {"overnight": YesNo.YES},
    {"area": SOUTH},
    {"catchment": (NORTH,)},
    {"status": OfferStatus.ENDED},
]


def label_of(*reviews: Review, second: Offer = SECOND, today: date = TODAY) -> PairLabel:
    return verdict(FIRST, second, context(reviews=reviews, today=today)).label


def decided(kind: ReviewVerdict, **fields: object) -> Review:
    return review(kind, fingerprint=pair_fingerprint(FIRST, SECOND), **fields)


@pytest.mark.parametrize("changed", CHANGES, ids=lambda changed: next(iter(changed)))
def test_the_fingerprint_changes_with_what_was_agreed_about(changed: dict[str, object]) -> None:
    assert fingerprint(homework(ONE, **changed)) != fingerprint(FIRST)


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Lernzeit"},
        {"description": "mit Obst"},
        {"places": 12},
        {"visibility": Visibility.NETWORK},
        {"status": OfferStatus.PAUSED},
        {"age_min": 6.0},
        {"verified_on": TODAY},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_the_fingerprint_stays_when_something_else_changes(changed: dict[str, object]) -> None:
    assert fingerprint(homework(ONE, **changed)) == fingerprint(FIRST)


def test_the_order_of_slots_and_offers_does_not_matter_to_a_fingerprint() -> None:
    days = (slot(), slot(Weekday.WE))
    assert fingerprint(homework(ONE, slots=days)) == fingerprint(homework(ONE, slots=days[::-1]))
    assert pair_fingerprint(FIRST, SECOND) == pair_fingerprint(SECOND, FIRST)
    assert len(pair_fingerprint(FIRST, SECOND)) <= 300


@pytest.mark.parametrize(
    "kind", [ReviewVerdict.AGREED, ReviewVerdict.KEEP_BOTH, ReviewVerdict.CHANGE_PLANNED]
)
def test_an_agreement_settles_an_overlap_and_an_unclear_pair(kind: ReviewVerdict) -> None:
    assert label_of() is PairLabel.OVERLAP
    assert label_of(decided(kind)) is PairLabel.COORDINATED
    timeless = homework(TWO, slots=())
    agreed = review(kind, fingerprint=pair_fingerprint(FIRST, timeless))
    assert label_of(second=timeless) is PairLabel.UNCLEAR
    assert label_of(agreed, second=timeless) is PairLabel.COORDINATED


def test_an_agreement_leaves_other_labels_alone() -> None:
    twin = homework(TWO, lead=FIRST.lead)
    agreed = review(ReviewVerdict.AGREED)
    tutoring = homework(TWO, offer_kind="nachhilfe")
    assert label_of(agreed, second=twin) is PairLabel.DUPLICATE_RECORD
    assert label_of(agreed, second=tutoring) is PairLabel.COMPLEMENT


def test_not_similar_turns_any_label_into_distinct() -> None:
    for second in (SECOND, homework(TWO, lead=FIRST.lead), homework(TWO, slots=())):
        assert label_of(review(ReviewVerdict.NOT_SIMILAR), second=second) is PairLabel.DISTINCT


def test_merged_changes_nothing_as_long_as_both_records_are_there() -> None:
    assert label_of(decided(ReviewVerdict.MERGED)) is PairLabel.OVERLAP


def test_a_review_holds_to_the_end_of_its_last_day() -> None:
    until = decided(ReviewVerdict.AGREED, valid_until=date(2026, 12, 24))
    assert label_of(until, today=date(2026, 12, 24)) is PairLabel.COORDINATED
    assert label_of(until, today=date(2026, 12, 25)) is PairLabel.OVERLAP


def test_a_review_ends_when_an_offer_changes_and_says_so() -> None:
    agreed = decided(ReviewVerdict.AGREED)
    found = verdict(FIRST, homework(TWO, age_max=11), context(reviews=(agreed,)))
    assert found.label is PairLabel.OVERLAP
    assert found.review is None
    assert found.reasons[-1].text == (
        "„abgestimmt“ vom 10.11.2026 gilt nicht mehr: ein Angebot wurde geändert"
    )


def test_a_review_without_a_fingerprint_holds() -> None:
    assert label_of(review(ReviewVerdict.AGREED)) is PairLabel.COORDINATED


def test_the_latest_review_of_a_pair_counts() -> None:
    old = review(ReviewVerdict.NOT_SIMILAR, decided_on=date(2026, 1, 1))
    assert label_of(decided(ReviewVerdict.AGREED), old) is PairLabel.COORDINATED
    assert label_of(old, decided(ReviewVerdict.AGREED)) is PairLabel.COORDINATED


def test_a_review_of_the_pair_is_found_whichever_offer_stands_first() -> None:
    turned = review(ReviewVerdict.AGREED, offer_a=TWO, offer_b=ONE)
    assert label_of(turned) is PairLabel.COORDINATED


def test_the_reasons_name_the_agreement_and_its_end() -> None:
    agreed = decided(ReviewVerdict.KEEP_BOTH, valid_until=date(2027, 1, 31))
    found = verdict(FIRST, SECOND, context(reviews=(agreed,)))
    assert found.review == agreed
    assert found.reasons[-1].text == ("bewusst nebeneinander am 10.11.2026, gilt bis 31.01.2027")


def postponed(today: date, *meetings: Meeting) -> bool:
    put_off = decided(ReviewVerdict.POSTPONED, meeting=uid(160))
    place = context(reviews=(put_off,), meetings=meetings, today=today)
    listed = review_list([FIRST, SECOND], place)
    everything = review_list([FIRST, SECOND], place, everything=True)
    assert [pair.label for pair in everything] == [PairLabel.OVERLAP]
    return listed == []


def test_a_postponed_pair_rests_until_the_next_meeting_of_its_network() -> None:
    meetings = (
        Meeting(id=uid(160), network=OWN_NETWORK, held_on=date(2026, 11, 10)),
        Meeting(id=uid(161), network=OTHER_NETWORK, held_on=date(2026, 11, 20)),
        Meeting(id=uid(162), network=OWN_NETWORK, held_on=date(2026, 12, 8)),
    )
    assert postponed(date(2026, 11, 24), *meetings)
    assert postponed(date(2026, 12, 7), *meetings)
    assert not postponed(date(2026, 12, 8), *meetings)


def test_a_postponed_pair_without_a_next_meeting_comes_back_after_six_weeks() -> None:
    assert postponed(date(2026, 12, 21))
    assert not postponed(date(2026, 12, 22))
