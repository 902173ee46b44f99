"""Asked times in the running text of a case."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.model.enums import DayPart, Term, Weekday
from stk_graph.model.times import TimeSlot
from stk_graph.times.time_mentions import asked_slots, times_in_text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("nach 17 Uhr keine Betreuung", 1020, None),
        ("arbeitet bis 19 Uhr, allein", None, 1140),
        ("zwischen 14 und 16 Uhr", 840, 960),
        ("von 17 bis 23 Uhr", 1020, 1380),
        ("früh um 6", 360, None),
        ("klingelt ab 6.45", 405, None),
        ("bis halb 8 allein", None, 450),
        ("um zehn vor sieben", 410, None),
        ("um vier Uhr in der Früh", 240, None),
        ("abends um 8", 1200, None),
        ("8 Uhr abends", 1200, None),
        ("Freitag 17:30", 1050, None),
    ],
)
def test_clock_times_are_found(text: str, low: int | None, high: int | None) -> None:
    spans = [(m.low, m.high) for m in times_in_text(text) if (m.low, m.high) != (None, None)]
    assert spans == [(low, high)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("samstags", [Weekday.SA]),
        ("am Wochenende", [Weekday.SA, Weekday.SU]),
        ("Montag bis Mittwoch", [Weekday.MO, Weekday.TU, Weekday.WE]),
        ("Di und Do 18–21 h", [Weekday.TU, Weekday.TH]),
        ("montags oder mittwochs", [Weekday.MO, Weekday.WE]),
        ("unter der Woche", list(Weekday)[:5]),
        ("Mo 17:00-19:00", [Weekday.MO]),
    ],
)
def test_weekdays_are_found(text: str, days: list[Weekday]) -> None:
    assert [day for mention in times_in_text(text) for day in mention.weekdays] == days


@pytest.mark.parametrize(
    "text",
    [
        "So geht das nicht",
        "Do you speak English",
        "seit 3 Wochen",
        "nach 3 Jahren",
        "Miete 1.100 Euro",
        "um 500 Euro",
        "kümmert sich um zwei Kinder",
        "ab 24.7. sechs Wochen",
        "27.12. bis 5.1.",
        "Kind mit 10 Jahren",
        "nach § 35 a",
    ],
)
def test_other_numbers_are_no_times(text: str) -> None:
    assert times_in_text(text) == []


@pytest.mark.parametrize(
    ("text", "holiday"),
    [
        ("in den Sommerferien", "sommer"),
        ("in den Ferien", ""),
        ("Weihnachtsferien", "weihnachten"),
        ("in den großen Ferien", "sommer"),
    ],
)
def test_holidays_are_found_by_name(text: str, holiday: str) -> None:
    assert [mention.holiday for mention in times_in_text(text)] == [holiday]


def test_a_time_of_day_is_found_in_a_weekday() -> None:
    (mention,) = times_in_text("Samstagnachmittag")
    assert (mention.weekdays, mention.part) == ((Weekday.SA,), DayPart.AFTERNOON)


def test_after_and_until_make_one_span() -> None:
    text = "Schichtdienst bis 19 Uhr, Kind in der 2. Klasse, nach 17 Uhr keine Betreuung"
    assert asked_slots(times_in_text(text)) == (TimeSlot(start=1020, end=1140),)


def test_days_and_hours_combine() -> None:
    asked = asked_slots(times_in_text("samstags und sonntags ab 10 Uhr"))
    assert asked == tuple(TimeSlot(weekday=d, start=600) for d in (Weekday.SA, Weekday.SU))


def test_holidays_ask_for_holiday_slots() -> None:
    assert asked_slots(times_in_text("in den Sommerferien")) == (TimeSlot(term=Term.HOLIDAYS),)


def test_a_text_without_times_asks_for_nothing() -> None:
    assert asked_slots(times_in_text("Mutter sucht Rat")) == ()


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.text("0123456789.: UhrMoDibisnachvon", max_size=40)))
def test_any_text_is_searched_for_times(text: str) -> None:
    ends = 0
    for mention in times_in_text(text):
        assert ends <= mention.start < mention.end <= len(text)
        ends = mention.end
    asked_slots(times_in_text(text))


@pytest.mark.parametrize("piece", ["1", "Mo, ", "Mo-", "um ", "8 bis ", "montag, ", " "])
def test_a_long_monotonous_text_is_searched_for_times(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    assert all(mention.end <= len(text) for mention in times_in_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "Vater auf Montage",
        "arbeitet in der Montage",
        "Mittwochsmaler gesucht",
        "ein Sonntagskind",
        "das Montagsauto",
        "am Rosen-Montag",
        "Karfreitag",
        "Frau Samstag wohnt allein",
        "Familie Sonntag",
        "Herr Freitag trinkt",
        "Mo kommt nicht mehr mit",
        "Mo (9) und Mia (7)",
        "Do it yourself",
        "So kann es nicht weitergehen",
        "So 3 Kinder hat sie",
        "So 3-4 Stunden schläft er",
        "so und so",
        "am so genannten Ort",
        "Di und ihre Mutter",
        "Mi sucht Rat",
        "Sa war schlimm",
        "Fr. Meier ruft an",
        "bis Fr. Meier kommt",
        "Mo und Fr. Meier streiten",
        "Mo 17-jährig",
        "mi bringt nix",
        "Wochenendpapa",
        "führen eine Wochenendbeziehung",
    ],
)
def test_names_titles_and_longer_words_are_no_weekdays(text: str) -> None:
    assert [mention.weekdays for mention in times_in_text(text) if mention.weekdays] == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("an den Montagen", "0"),
        ("alle Montage", "0"),
        ("Freitage", "4"),
        ("des Freitags", "4"),
        ("Montags-Gruppe", "0"),
        ("Die Frau ist samstags allein", "5"),
        ("am Mo", "0"),
        ("jeden Di", "1"),
        ("jeden zweiten Mi", "2"),
        ("bis Fr", "4"),
        ("am Fr.", "4"),
        ("am So", "6"),
        ("So 10-12 Uhr", "6"),
        ("18 Uhr Mo", "0"),
        ("Do abends", "3"),
        ("di 14-16 uhr", "1"),
        ("mo-fr bis 17 uhr", "01234"),
        ("Mo.-Fr.", "01234"),
        ("Mo bis Freitag", "01234"),
        ("Montag-Do", "0123"),
        ("Mo-Do, Sa", "01235"),
        ("Mo/Mi/Fr", "024"),
        ("Sa und So", "56"),
        ("Montag, so geht das nicht", "0"),
        ("Wochenendbetreuung", "56"),
    ],
)
def test_short_names_of_days_count_in_company(text: str, days: str) -> None:
    found = [day for mention in times_in_text(text) for day in mention.weekdays]
    assert "".join(str(int(day)) for day in found) == days


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("am Samstag Vormittag", DayPart.MORNING),
        ("Samstag-Nachmittag", DayPart.AFTERNOON),
        ("Montagfrüh", DayPart.MORNING),
        ("Freitagabends", DayPart.EVENING),
        ("Sonnabend", None),
    ],
)
def test_a_weekday_may_carry_its_time_of_day(text: str, part: DayPart | None) -> None:
    (mention,) = times_in_text(text)
    assert mention.part == part


def test_times_with_umlauts_spelt_out_stand_where_they_were_typed() -> None:
    text = "fuer Muetter am Mi frueh um 8, Fruehjahrsferien, Brueckentag"
    found = [text[mention.start : mention.end] for mention in times_in_text(text)]
    assert found == ["Mi", "frueh um 8", "Fruehjahrsferien", "Brueckentag"]
