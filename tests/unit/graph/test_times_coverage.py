"""Whether an offer takes place when somebody needs it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.model.enums import DayPart, Term, Weekday
from stk_graph.model.times import HolidayPeriod, Period, TimeSlot
from stk_graph.times.coverage import HOURS_UNKNOWN, ON_REQUEST, OTHER_TERM, share_covered
from stk_graph.times.overlap import NO_TIMES, TERM_UNKNOWN
from stk_graph.times.slots import parse_times
from stk_graph.times.time_mentions import asked_slots, times_in_text

SUMMER = HolidayPeriod(
    key="he_2027_sommer",
    state="HE",
    label="Sommerferien 2027",
    start=date(2027, 6, 28),
    end=date(2027, 8, 6),
)


def share(asked: str, offer: str) -> float | None:
    return share_covered(parse_times(asked).slots, parse_times(offer).slots).value


@pytest.mark.parametrize(
    ("asked", "offer", "value"),
    [
        ("Mo 17:00-19:00", "Mo-Fr 17-19", 1.0),
        ("Mo 17:00-19:00", "Mo 18-20", 0.5),
        ("Mo 17:00-19:00", "Di 17-19", 0.0),
        ("Mo, Di 17-19", "Mo 17-19", 0.5),
        ("Mo 17-19", "Mo 17-18, Mo 18-20", 1.0),
        ("Mo 17-19", "14-täglich Mo 17-19", 0.5),
        ("Mo 17-19", "1. Mo im Monat 17-19", 12 / 52),
        ("Mo 17-19", "Mo 17-19, 14-täglich Mo 16-20", 1.0),
        ("Wochenende", "Sa 10-14", 0.5),
    ],
)
def test_the_share_of_asked_minutes(asked: str, offer: str, value: float) -> None:
    assert share(asked, offer) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "offer", "value"),
    [
        ("nach 17 Uhr keine Betreuung", "Mo-Fr 17-19", 1.0),
        ("nach 17 Uhr keine Betreuung", "Mo-Fr 8-17", 0.0),
        ("samstags", "Sa 10-14", 1.0),
        ("abends", "Do 19-21", 0.5),
        ("abends", "Do abends", 1.0),
        ("vormittags", "Di 9-11:30", 0.625),
    ],
)
def test_a_question_from_running_text(text: str, offer: str, value: float) -> None:
    asked = asked_slots(times_in_text(text))
    assert share_covered(asked, parse_times(offer).slots).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("offer", "reason"),
    [
        ("", NO_TIMES),
        ("n. V.", ON_REQUEST),
        ("Mo", HOURS_UNKNOWN),
        ("Mo ab 15 Uhr", HOURS_UNKNOWN),
        ("Di 9-11 und n. V.", ON_REQUEST),
    ],
)
def test_what_is_not_known_hides_nothing(offer: str, reason: str) -> None:
    asked = parse_times("Mo 17-19").slots
    result = share_covered(asked, parse_times(offer).slots)
    assert result.value is None
    assert result.reasons == (reason,)


def test_more_by_arrangement_does_not_spoil_a_fit() -> None:
    assert share("Mo 17-19", "Mo 17-19 und n. V.") == 1.0


def test_unknown_hours_that_cannot_reach_the_question_are_a_no() -> None:
    assert share("Mo 9-11", "Mo ab 15 Uhr") == 0.0
    assert share("Mo 9-11", "Di ab 8 Uhr") == 0.0


def test_a_day_asked_without_hours_needs_any_slot_on_it() -> None:
    assert share("Sa", "Sa ab 10 Uhr") == 1.0
    assert share("Sa", "Fr 10-12") == 0.0


def test_holidays_and_school_time_are_kept_apart() -> None:
    asked = (TimeSlot(term=Term.HOLIDAYS),)
    school = parse_times("Mo-Fr 14-16, nur Schulzeit").slots
    assert share_covered(asked, school).value == 0.0
    assert share_covered(asked, school).reasons == (OTHER_TERM,)
    unknown = share_covered(asked, parse_times("Mo-Fr 14-16").slots)
    assert unknown.value is None
    assert unknown.reasons == (TERM_UNKNOWN,)
    always = parse_times("Mo-Fr 14-16, ganzjährig").slots
    assert share_covered(asked, always).value == 1.0


def test_a_holiday_programme_does_not_answer_a_weekly_question() -> None:
    programme = Period(start=date(2027, 6, 28), end=date(2027, 7, 9), holiday_key=SUMMER.key)
    slots = parse_times("Mo-Fr 9-16").slots
    asked = parse_times("Mo 9-12").slots
    assert share_covered(asked, slots, programme).value == 0.0
    dated = Period(start=date(2027, 6, 28), end=date(2027, 7, 9))
    assert share_covered(asked, slots, dated, holidays=(SUMMER,)).value == 0.0


def test_a_programme_of_other_holidays_does_not_fit() -> None:
    asked = (TimeSlot(term=Term.HOLIDAYS),)
    autumn = Period(start=date(2027, 10, 4), end=date(2027, 10, 16))
    slots = parse_times("Mo-Fr 9-16").slots
    programme = Period(start=date(2027, 6, 28), end=date(2027, 7, 9))
    found = share_covered(asked, slots, programme, asked_period=autumn, holidays=(SUMMER,))
    assert found.value == 0.0
    summer = Period(start=SUMMER.start, end=SUMMER.end)
    found = share_covered(asked, slots, programme, asked_period=summer, holidays=(SUMMER,))
    assert found.value == 1.0


def test_no_question_has_no_answer() -> None:
    assert share_covered((), parse_times("Mo 9-12").slots).value is None


@st.composite
def slots(draw: st.DrawFn) -> TimeSlot:
    start = draw(st.one_of(st.none(), st.integers(0, 90)))
    end = None if start is None else draw(st.one_of(st.none(), st.integers(start + 1, 96)))
    return TimeSlot(
        weekday=draw(st.sampled_from([None, *Weekday])),
        start=None if start is None else start * 15,
        end=None if end is None else end * 15,
        term=draw(st.sampled_from(Term)),
        day_part=draw(st.sampled_from([None, *DayPart])) if start is None else None,
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(slots(), max_size=3), st.lists(slots(), max_size=3))
def test_a_share_is_between_nought_and_one(asked: list[TimeSlot], held: list[TimeSlot]) -> None:
    value = share_covered(asked, held).value
    assert value is None or 0 <= value <= 1


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, 90),
    st.integers(1, 6),
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 6))),
)
def test_a_share_agrees_with_counting_quarters(
    start: int, length: int, held: list[tuple[int, int]]
) -> None:
    asked = TimeSlot(weekday=Weekday.MO, start=start * 15, end=(start + length) * 15)
    offer = [TimeSlot(weekday=Weekday.MO, start=a * 15, end=(a + n) * 15) for a, n in held]
    quarters = {quarter for a, n in held for quarter in range(a, a + n)}
    wanted = set(range(start, start + length))
    expected = len(wanted & quarters) / length if held else None
    assert share_covered([asked], offer).value == (
        None if expected is None else pytest.approx(expected)
    )
