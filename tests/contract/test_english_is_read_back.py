"""What the English interface writes into a field, the same field reads back as itself."""

from collections.abc import Iterator
from datetime import date

import pytest

from stk_graph.model import Period, Phone
from stk_graph.model.enums import DayPart, PhoneKind, Term
from stk_graph.times.age_words import age_words
from stk_graph.times.ages import parse_ages
from stk_graph.times.schedule_reading import slots_from_schedule
from stk_graph.times.schedule_writing import schedules_from_slots
from stk_graph.times.slot_words import slot_words
from stk_graph.times.slots import parse_times
from stk_tui.actions import ACTIONS, key_name
from stk_tui.locales import speak
from stk_tui.session.readings import phones_text, read_phones


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("de")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Mo–Do 14–16 Uhr", "Mon–Thu 14:00–16:00"),
        ("Mo, Mi 8:30–12 Uhr", "Mon, Wed 8:30–12:00"),
        ("Mo 8–12 und 13–16 Uhr", "Mon 8:00–12:00 and 13:00–16:00"),
        ("Di ab 15 Uhr", "Tue from 15:00"),
        ("Sa bis 18 Uhr", "Sat until 18:00"),
        ("1. und 3. Di im Monat 10–12 Uhr", "1st and 3rd Tue of the month 10:00–12:00"),
        ("letzter Fr im Monat 18–20 Uhr", "last Fri of the month 18:00–20:00"),
        ("14-täglich Mi 14–16 Uhr", "every two weeks Wed 14:00–16:00"),
        ("einmal im Monat So 14–16 Uhr", "once a month Sun 14:00–16:00"),
        ("Mo 9–12 Uhr, nicht an Feiertagen", "Mon 9:00–12:00, not on public holidays"),
        ("nach Vereinbarung", "by arrangement"),
    ],
)
def test_times_are_written_in_english_and_read_back(typed: str, shown: str) -> None:
    slots = parse_times(typed).slots
    assert slot_words(slots) == shown
    assert parse_times(shown).slots == slots


def test_closed_days_are_exported_in_english_and_read_back() -> None:
    closed = (date(2027, 7, 1), date(2027, 7, 2))
    period = Period(start=date(2027, 6, 28), end=date(2027, 7, 9), closed_days=closed)
    slots = parse_times("Mo 9–16 Uhr, nur Schulzeit").slots
    (schedule,) = schedules_from_slots(slots, period)
    assert schedule["description"] == (
        "Mon 9:00–16:00, term time only, except 01.07.2027, except 02.07.2027"
    )
    reading = slots_from_schedule(schedule)
    assert (reading.slots, reading.period) == (slots, period)


@pytest.mark.parametrize("part", list(DayPart))
@pytest.mark.parametrize("term", list(Term))
def test_every_part_of_the_day_and_of_the_year_is_read_back(part: DayPart, term: Term) -> None:
    words = {
        Term.SCHOOL_TIME: ", nur Schulzeit",
        Term.ALL_YEAR: ", auch in den Ferien",
        Term.HOLIDAYS: ", nur in den Ferien",
        Term.UNKNOWN: "",
    }
    parts = {
        DayPart.MORNING: "vormittags",
        DayPart.NOON: "mittags",
        DayPart.AFTERNOON: "nachmittags",
        DayPart.EVENING: "abends",
        DayPart.ALL_DAY: "ganztags",
    }
    slots = parse_times(f"Mo {parts[part]}{words[term]}").slots
    assert [(slot.day_part, slot.term) for slot in slots] == [(part, term)]
    assert parse_times(slot_words(slots)).slots == slots


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (6, 10, "6–10 years"),
        (2.5, 6, "2.5–6 years"),
        (60, None, "60 years and over"),
        (0.15, None, "8 weeks and over"),
        (None, 2.99, "under 3 years"),
        (None, 12, "up to 12 years"),
        (6, 9.99, "6 to under 10 years"),
        (0.5, 1.5, "6–18 months"),
        (0.5, 3, "6 months to 3 years"),
        (0.5, 2.99, "6 months to under 3 years"),
        (0, None, "all ages"),
    ],
)
def test_ages_are_written_in_english_and_read_back(
    low: float | None, high: float | None, shown: str
) -> None:
    assert age_words(low, high) == shown
    reading = parse_ages(shown)
    assert (reading.low, reading.high) == (low, high)


def test_phones_are_written_in_english_and_read_back() -> None:
    phones = (
        Phone(number="069 123456", kind=PhoneKind.CELL),
        Phone(number="069 123457", extension="12"),
    )
    assert phones_text(phones) == "069 123456 (mobile); 069 123457 ext. 12"
    assert read_phones(phones_text(phones)) == phones


def test_no_key_keeps_its_german_name() -> None:
    names = {key_name(key) for row in ACTIONS for key in row.keys.split(",")}
    assert {"Backspace", "Del", "PgDn", "Home", "Ctrl+Q"} <= names
    assert not names & {"Rück", "Entf", "Bild↓", "Pos1", "Strg+Q"}
