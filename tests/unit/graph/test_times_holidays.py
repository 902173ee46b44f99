"""School holidays of the Länder as periods."""

import csv
import subprocess
import sys
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest

from stk_graph.model.times import HolidayPeriod
from stk_graph.times.holidays import (
    STATES,
    calendar,
    easter,
    find_holiday,
    holiday_on,
    holiday_weeks,
    names_meant,
    next_holiday,
    public_holidays,
    school_holidays,
)


def weekdays(period: HolidayPeriod) -> set[date]:
    span = range((period.end - period.start).days + 1)
    days = {period.start + timedelta(days=step) for step in span}
    return {day for day in days if day.weekday() < 5}


def found(state: str, key: str, *years: int) -> HolidayPeriod:
    return next(period for period in calendar(state, years) if period.key == key)


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        ("he_2026_herbst", "2026-10-05", "2026-10-17"),
        ("he_2026_weihnachten", "2026-12-23", "2027-01-12"),
        ("he_2027_ostern", "2027-03-22", "2027-04-02"),
        ("he_2027_sommer", "2027-06-28", "2027-08-06"),
        ("he_2027_herbst", "2027-10-04", "2027-10-16"),
        ("he_2027_weihnachten", "2027-12-23", "2028-01-11"),
    ],
)
def test_the_holidays_of_hesse_are_those_of_the_ministry(key: str, start: str, end: str) -> None:
    published = HolidayPeriod(
        key=key,
        state="HE",
        label="",
        start=date.fromisoformat(start),
        end=date.fromisoformat(end),
    )
    assert weekdays(found("HE", key, 2026, 2027)) == weekdays(published)


def test_keys_and_labels_are_those_of_the_vocabulary() -> None:
    table = files("stk_graph.vocabulary").joinpath("data/holiday_periods.csv")
    rows = list(csv.DictReader(table.read_text("utf-8").splitlines()))
    known = {period.key: period for period in calendar("HE", [2026, 2027])}
    assert rows
    for row in rows:
        period = known[row["key"]]
        assert (str(period.start), str(period.end)) == (row["start"], row["end"])
        assert period.label == row["label_de"]


@pytest.mark.parametrize("state", STATES)
def test_every_land_has_distinct_periods_in_order(state: str) -> None:
    periods = calendar(state, [2026, 2027])
    names = {period.key.split("_")[2] for period in periods}
    assert {"sommer", "herbst", "weihnachten"} <= names
    assert len({period.key for period in periods}) == len(periods)
    for before, after in pairwise(periods):
        assert before.end < after.start


def test_a_weekend_or_public_holiday_does_not_split_holidays() -> None:
    easter_2027 = found("BW", "bw_2027_ostern", 2027)
    assert (easter_2027.start, easter_2027.end) == (date(2027, 3, 25), date(2027, 4, 3))


def test_merged_names_are_told_apart_by_their_dates() -> None:
    keys = [period.key for period in school_holidays("BY", 2026)]
    assert "by_2026_fruehjahr" in keys
    assert "by_2026_ostern" in keys
    berlin = [period.key for period in school_holidays("BE", 2026)]
    assert "be_2026_himmelfahrt" in berlin
    assert "be_2026_pfingsten" in berlin


def test_an_unknown_land_has_no_holidays() -> None:
    assert school_holidays("XX", 2026) == ()
    assert public_holidays("XX", 2026) == {}


def test_public_holidays_differ_by_land() -> None:
    corpus_christi = date(2026, 6, 4)
    assert corpus_christi in public_holidays("HE", 2026)
    assert corpus_christi not in public_holidays("BE", 2026)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2038, 4, 25), (2000, 4, 23)],
)
def test_easter_sunday(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


def test_weeks_are_numbered_and_hold_the_weekdays_of_the_holidays() -> None:
    weeks = holiday_weeks(found("HE", "he_2027_sommer", 2027))
    assert [week.number for week in weeks] == [1, 2, 3, 4, 5, 6]
    assert weeks[0].monday == date(2027, 6, 28)
    assert weeks[0].sunday == date(2027, 7, 4)
    assert len(weeks[0].days) == 5


def test_a_week_that_holds_only_a_weekend_is_no_holiday_week() -> None:
    christmas = found("HE", "he_2026_weihnachten", 2026)
    weeks = holiday_weeks(christmas)
    assert [len(week.days) for week in weeks] == [3, 5, 5, 2]
    saturday = HolidayPeriod(
        key="xx", state="HE", label="", start=date(2027, 7, 3), end=date(2027, 7, 4)
    )
    assert holiday_weeks(saturday) == ()


def test_holidays_are_found_by_their_name_and_year() -> None:
    known = calendar("HE", [2026, 2027])
    summer = find_holiday(known, "Sommerferien", year=2027)
    assert summer is not None
    assert summer.key == "he_2027_sommer"
    assert find_holiday(known, "große Ferien", year=2027) == summer
    assert find_holiday(known, "Sommerferien") is None
    assert find_holiday(known, "Betriebsferien", year=2027) is None


def test_without_a_year_the_next_holidays_are_meant() -> None:
    known = calendar("HE", [2026, 2027])
    autumn = find_holiday(known, "Herbstferien", today=date(2026, 11, 24))
    assert autumn is not None
    assert autumn.key == "he_2027_herbst"


def test_a_name_a_land_does_not_have_stands_for_its_neighbour() -> None:
    hesse = find_holiday(calendar("HE", [2026]), "Winterferien", year=2026)
    saxony = find_holiday(calendar("SN", [2026]), "Winterferien", year=2026)
    assert hesse is not None
    assert saxony is not None
    assert hesse.key == "he_2026_weihnachten"
    assert saxony.key == "sn_2026_winter"
    assert names_meant("Faschingsferien")[0] == "winter"


def test_the_running_or_next_holidays() -> None:
    known = calendar("HE", [2026, 2027])
    christmas = next_holiday(known, date(2026, 11, 24))
    assert christmas is not None
    assert christmas.key == "he_2026_weihnachten"
    assert holiday_on(known, date(2026, 12, 24)) == christmas
    assert holiday_on(known, date(2026, 11, 24)) is None


def test_importing_the_readers_loads_no_calendar() -> None:
    code = (
        "import sys, stk_graph.times.slots, stk_graph.times.holidays, stk_graph.times.overlap\n"
        "import stk_graph.times.coverage, stk_graph.times.age_mentions\n"
        "sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
