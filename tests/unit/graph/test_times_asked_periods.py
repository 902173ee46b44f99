"""Holidays that a case names become periods, so that programmes of other holidays do not fit."""

from datetime import date

import pytest

from stk_graph.model.enums import Term, Weekday
from stk_graph.model.times import Period, TimeSlot
from stk_graph.times.asked_periods import asked_periods
from stk_graph.times.coverage import share_covered
from stk_graph.times.feasts import bridging_days, feast_days
from stk_graph.times.holidays import public_holidays, school_holidays
from stk_graph.times.time_mentions import asked_slots, times_in_text

TODAY = date(2026, 11, 24)
HESSE = [each for year in (2026, 2027, 2028) for each in school_holidays("HE", year)]
BAVARIA = [each for year in (2026, 2027) for each in school_holidays("BY", year)]


def asked(text: str) -> str:
    found = asked_periods(times_in_text(text), HESSE, TODAY)
    return " ".join(f"{each.start:%d.%m.%y}-{each.end:%d.%m.%y}" for each in found)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Osterferien", "22.03.27-02.04.27"),
        ("in den Herbstferien", "04.10.27-16.10.27"),
        ("Sommerferien 2027", "28.06.27-06.08.27"),
        ("in den Sommerferien (2028)", "03.07.28-11.08.28"),
        ("Herbstferien '27", "04.10.27-16.10.27"),
        ("Sommerferien 27 Kinder", "28.06.27-06.08.27"),
        ("in den grossen Ferien", "28.06.27-06.08.27"),
        ("nächstes Jahr in den Sommerferien", "28.06.27-06.08.27"),
        ("Weihnachtsferien", "23.12.26-12.01.27"),
        ("Winterferien", "23.12.26-12.01.27"),
        ("in den nächsten Ferien", "23.12.26-12.01.27"),
        ("Osterferienprogramm", "22.03.27-02.04.27"),
        ("Oster- und Herbstferien", "22.03.27-02.04.27 04.10.27-16.10.27"),
        ("über Ostern", "22.03.27-02.04.27"),
        ("zu Weihnachten", "23.12.26-12.01.27"),
    ],
)
def test_named_holidays_are_the_running_or_next_ones(text: str, days: str) -> None:
    assert asked(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("zweite Ferienwoche", "28.12.26-03.01.27"),
        ("die zweite Woche der Sommerferien", "05.07.27-11.07.27"),
        ("In den Sommerferien, vor allem in der zweiten Ferienwoche", "05.07.27-11.07.27"),
        ("Ostern zweite Woche", "29.03.27-02.04.27"),
        ("Osterferien, 2. Woche", "29.03.27-02.04.27"),
        ("1. und 2. Sommerferienwoche", "28.06.27-11.07.27"),
        ("in den ersten drei Wochen der Sommerferien", "28.06.27-18.07.27"),
        ("in den letzten beiden Wochen der Sommerferien", "26.07.27-06.08.27"),
        ("letzte Ferienwoche im Sommer", "02.08.27-06.08.27"),
        ("vorletzte Woche der Osterferien", "22.03.27-28.03.27"),
    ],
)
def test_weeks_of_holidays_are_counted_in_school_weeks(text: str, days: str) -> None:
    assert asked(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("an Pfingsten", "15.05.27-17.05.27"),
        ("am Brückentag", "07.05.27-07.05.27 28.05.27-28.05.27"),
        ("zwischen den Jahren", "27.12.26-31.12.26"),
        ("an Christi Himmelfahrt", "06.05.27-06.05.27"),
        ("an Heiligabend", "24.12.26-24.12.26"),
        ("am Buß- und Bettag", "17.11.27-17.11.27"),
    ],
)
def test_feasts_and_bridging_days_have_days_of_their_own(text: str, days: str) -> None:
    assert asked(text) == days


def test_a_feast_means_the_holidays_around_it_where_a_land_has_them() -> None:
    (period,) = asked_periods(times_in_text("an Pfingsten"), BAVARIA, TODAY)
    assert (period.start, period.end) == (date(2027, 5, 18), date(2027, 5, 28))


@pytest.mark.parametrize(
    "text",
    [
        "in den Ferien",
        "schulfreie Tage",
        "Faschingsferien",
        "sechste Woche der Herbstferien",
        "samstags",
        "",
    ],
)
def test_unnamed_and_unknown_holidays_narrow_nothing(text: str) -> None:
    assert asked(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "nach den Sommerferien",
        "vor den Ferien",
        "seit Weihnachten",
        "bis zu den Herbstferien",
        "ab den Osterferien",
        "außerhalb der Ferien",
        "in den letzten Sommerferien war er weg",
        "nicht in den Ferien",
        "Ferienwohnung",
        "Osternest",
    ],
)
def test_what_lies_beside_the_holidays_asks_for_none(text: str) -> None:
    assert times_in_text(text) == []


def test_without_a_calendar_nothing_is_narrowed() -> None:
    assert asked_periods(times_in_text("Osterferien, Brückentag"), (), TODAY) == ()


def test_a_programme_of_other_holidays_does_not_fit() -> None:
    mentions = times_in_text("Betreuung in den Osterferien")
    wanted, slots = asked_periods(mentions, HESSE, TODAY), asked_slots(mentions)
    week = [TimeSlot(weekday=day, start=480, end=960, term=Term.HOLIDAYS) for day in Weekday]

    def share(key: str | None) -> float | None:
        period = Period(holiday_key=key) if key else None
        return share_covered(slots, week, period, asked_period=wanted, holidays=HESSE).value

    assert share("he_2027_ostern") == 1
    assert share(None) == 1
    assert share("he_2027_herbst") == 0


def test_of_several_asked_holidays_one_is_enough() -> None:
    mentions = times_in_text("in den Oster- oder Herbstferien")
    wanted, slots = asked_periods(mentions, HESSE, TODAY), asked_slots(mentions)
    week = [TimeSlot(weekday=day, start=480, end=960, term=Term.HOLIDAYS) for day in Weekday]
    autumn = Period(holiday_key="he_2027_herbst")
    found = share_covered(slots, week, autumn, asked_period=wanted, holidays=HESSE)
    assert found.value == 1


def test_bridging_days_lie_between_a_public_holiday_and_a_weekend() -> None:
    days = bridging_days(public_holidays("HE", 2027))
    assert days == (date(2027, 5, 7), date(2027, 5, 28))
    assert feast_days("fronleichnam", 2027) == (date(2027, 5, 27), date(2027, 5, 27))
