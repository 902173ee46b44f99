"""What single cells and rows of foreign tables mean."""

import pytest

from db.exchange.audience import ages_of, gender_of, groups_of
from db.exchange.cells import read_email, read_number, read_phone, read_url
from db.exchange.conversion import Conversion
from db.exchange.costs import cost_free_of
from db.exchange.drafts import Keys
from db.exchange.export_times import clock_text
from db.exchange.hsds_rows import Directory, Row, split_list, without_html
from db.exchange.languages import language_codes
from db.exchange.report import Place, Report, shortened
from db.exchange.to_actors import kind_of_name
from db.exchange.to_locations import accessibility_of
from db.exchange.to_offers import access_of
from db.exchange.to_times import times_of, times_of_texts
from stk_graph.model.enums import Access, Gender, PhoneKind, YesNo


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.example/x?y=1", "https://a.example/x?y=1"),
        ("www.a.example", "https://www.a.example"),
        ("a.example/seite", "https://a.example/seite"),
        ("example_counselling", None),
        ("javascript:alert(1)", None),
        ("info@a.example", None),
        ("kein Netz", None),
    ],
)
def test_a_web_address_gets_a_scheme_or_is_none(text: str, address: str | None) -> None:
    assert read_url(text) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("info@a.example", "info@a.example"),
        ("mailto:info@a.example", "info@a.example"),
        ("email-example_com", None),
        ("a@b", None),
        ("a b@c.de", None),
    ],
)
def test_a_mail_address_is_one_or_none(text: str, address: str | None) -> None:
    assert read_email(text) == address


def test_numbers_have_a_point_or_a_comma() -> None:
    assert [read_number(text) for text in ("6", "6.0", "6,5", "-1", "sechs", "1e9")] == [
        *(6, 6, 6.5, -1),
        *(None, None),
    ]


def test_a_phone_keeps_what_was_typed_and_an_unknown_kind_goes_to_its_text() -> None:
    phone, problems = read_phone('"0611 123"', "pigeon", "12", "Büro")
    assert (phone.number, phone.kind, phone.extension) == ("0611 123", PhoneKind.OTHER, "12")
    assert phone.description == "Büro, pigeon"
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("German", ("de",)),
        ("Türkisch, arabisch", ("tr", "ar")),
        ("en-GB", ("en",)),
        ("eng", ("en",)),
        ("Deutsch und Klingonisch", ()),
        ("", ()),
    ],
)
def test_languages_are_known_by_names_and_codes(text: str, codes: tuple[str, ...]) -> None:
    assert language_codes(text) == codes


@pytest.mark.parametrize(
    ("text", "access"),
    [
        ("Einfach vorbeikommen, ohne Anmeldung", Access.OPEN),
        ("Eine Anmeldung ist nicht nötig", Access.OPEN),
        ("Anmeldung nicht erforderlich", Access.OPEN),
        ("Bitte telefonisch anmelden", Access.REGISTRATION),
        ("Nur über das Jugendamt", Access.REFERRAL),
        ("Walk in or apply by phone.", Access.OPEN),
        ("Siehe Aushang", Access.UNKNOWN),
    ],
)
def test_the_way_in_is_read_where_it_is_said(text: str, access: Access) -> None:
    assert access_of(text) is access


@pytest.mark.parametrize(
    ("text", "amounts", "free"),
    [
        ("kostenlos", set(), YesNo.YES),
        ("0 €", set(), YesNo.YES),
        ("5 € pro Termin", set(), YesNo.NO),
        ("auf Spendenbasis", set(), YesNo.UNKNOWN),
        ("", {"0"}, YesNo.YES),
        ("", {"35"}, YesNo.NO),
        ("", {"0.00", "3.50"}, YesNo.PARTLY),
        ("", set(), YesNo.UNKNOWN),
    ],
)
def test_free_of_charge_is_yes_no_partly_or_unknown(
    text: str, amounts: set[str], free: YesNo
) -> None:
    assert cost_free_of(text, amounts) is free


@pytest.mark.parametrize(
    ("text", "access"),
    [
        ("wheelchair", YesNo.YES),
        ("barrierefrei", YesNo.YES),
        ("teilweise barrierefrei", YesNo.PARTLY),
        ("nicht barrierefrei", YesNo.NO),
        ("disabled_parking", YesNo.UNKNOWN),
        ("", YesNo.UNKNOWN),
    ],
)
def test_accessibility_is_what_the_words_say(text: str, access: YesNo) -> None:
    assert accessibility_of(text) is access


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("für Kinder von 6 bis 10 Jahren", (6, 10)),
        ("Lernzeit Kl. 1–4", (6, 10)),
        ("Erzählcafé Ü60", (60, None)),
        ("Treff 60+", (60, None)),
        ("seit über 20 Jahren", None),
        ("alle 2 Jahre ein Fest", None),
        ("ab 6 Jahren, am Freitag ab 10 Jahren", None),
        ("Raum für 30 Kinder", None),
    ],
)
def test_an_age_in_running_text_counts_only_if_it_is_certain(
    text: str, ages: tuple[float, float | None] | None
) -> None:
    reading = ages_of(("", text))
    assert (None if reading is None else (reading.low, reading.high)) == ages


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Offen Mo–Do 14–16 Uhr.", 4),
        ("Di 9:30–11:00 und Fr 14–16 Uhr", 2),
        ("14-tägig mittwochs 15–17 Uhr", None),
        ("jeden 2. Dienstag 15–17 Uhr", 0),
        ("So 14 Kinder", 0),
        ("Treff am Montag", 0),
    ],
)
def test_a_time_in_running_text_counts_only_if_it_is_certain(text: str, slots: int | None) -> None:
    found = times_of_texts((text,)).slots
    if slots is None:
        assert all(slot.rhythm == "biweekly" for slot in found)
    else:
        assert len(found) == slots


def test_groups_and_their_gender_are_named_by_words() -> None:
    assert groups_of(("Angebot für Mädchen und Frauen",)) == ["maedchen_frauen"]
    assert gender_of(["maedchen_frauen", "jugendliche"]) is Gender.FEMALE
    assert gender_of(["maedchen_frauen", "jungen_maenner"]) is Gender.ALL


def test_an_institution_has_the_kind_its_name_states_if_it_states_one() -> None:
    assert kind_of_name("Kita Sonnenschein") == "kita"
    assert kind_of_name("Förderverein der Grundschule Nord") is None
    assert kind_of_name("Haus am Park") is None


def test_html_is_reduced_to_its_text_and_plain_signs_stay() -> None:
    assert without_html("<p>Eins<br>Zwei &amp; drei</p>") == "Eins\nZwei & drei"
    assert without_html("Kinder <3 und a < b") == "Kinder <3 und a < b"


def test_list_cells_split_outside_of_quotes() -> None:
    assert split_list('ramp, "a, b" ,restroom,,') == ["ramp", "a, b", "restroom"]


def test_the_end_of_the_day_is_written_as_midnight() -> None:
    assert [clock_text(clock) for clock in ("09:05", "24:00")] == ["09:05:00", "00:00:00"]


def test_shown_values_are_short_and_clean() -> None:
    assert shortened("a\x1b" + "b" * 100) == "a\ufffd" + "b" * 57 + "…"


def schedules(*rows: dict[str, str]) -> tuple[Conversion, Row]:
    directory = Directory(Report("x", dry_run=True))
    service = Row("services", "services", "s", {"name": "Treff"}, ("services.csv", 2))
    directory.add(service)
    for number, cells in enumerate(rows):
        row = Row("schedules", "schedules", str(number), {"service_id": "s", **cells}, ("t", 2))
        directory.add(row)
    return Conversion(directory, Keys(lambda _table: {}), american=True), service


def test_hours_of_a_single_holiday_never_become_hours_of_every_week() -> None:
    conversion, service = schedules(
        {"weekday": "Monday", "opens_at": "9am", "closes_at": "12:00 p.m."},
        {
            "start_date": "12/24/15",
            "end_date": "12/24/15",
            "closed": "false",
            "opens_at": "10:00",
            "closes_at": "11:00",
        },
        {"start_date": "January 01, 0001", "end_date": "January 01, 0001", "closed": "true"},
    )
    notes: list[tuple[str, str]] = []
    times = times_of(service, conversion, [], notes)
    assert [(slot.weekday, slot.start, slot.end) for slot in times.slots] == [(0, 540, 720)]
    assert times.period is None
    assert notes == [
        ("schedule.holiday", "24.12.2015, 10:00–11:00"),
        ("schedule.closed", "01.01. jedes Jahr"),
    ]


def test_of_several_spans_the_last_one_counts() -> None:
    conversion, service = schedules(
        {"freq": "WEEKLY", "byday": "MO", "dtstart": "2026-07-06", "until": "2026-07-31"},
        {"freq": "WEEKLY", "byday": "TU", "dtstart": "2027-07-05", "until": "2027-07-30"},
    )
    notes: list[tuple[str, str]] = []
    times = times_of(service, conversion, [], notes)
    assert [slot.weekday for slot in times.slots] == [1]
    assert times.period is not None
    assert str(times.period.end) == "2027-07-30"
    assert "31.07.2026" in notes[0][1]


def test_the_report_as_text_cannot_be_turned_into_markup() -> None:
    from db.exchange.problems import Code

    report = Report("[a](http://x)", dry_run=True)
    report.format, report.version = "hsds", "3.0"
    report.problem(Code.BAD_URL, Place("services", "s.csv", 3), "url", "<b>*x*</b>")
    text = report.as_markdown()
    assert "\\[a\\](http://x)" in text
    assert "\\<b\\>\\*x\\*\\</b\\>" in text
    assert "Probelauf" in text
