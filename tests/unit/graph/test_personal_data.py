"""The check for personal data: what must be seen, and what must not be mistaken for it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.text.personal import PersonalKind, personal_data

POINTS_TO_A_PERSON = (
    "Vorname N., geb. 01.01.2015, Musterstr. 12, Tel. 0151 0000000",
    "Familie Müller braucht Hilfe",
    "Frau Yılmaz sucht einen Kitaplatz",
    "Herr Al-Hassan hat Mietschulden",
    "Hr. Kowalczyk trinkt",
    "Fr. Schmidt-Özdemir sucht Rat",
    "Fam. Nguyen neu zugezogen",
    "Familie El Amrani, drei Kinder",
    "frau müller sucht rat",
    "Lena M. schwänzt seit Wochen",
    "Mehmet Y. aus der 7b wird gemobbt",
    "Sophie Schneider braucht Nachhilfe",
    "Der Sohn Emre hat Probleme",
    "Tochter Aylin (8) spricht kaum",
    "Das Kind heißt Luca",
    "Mein Name ist Tuğçe Özbek und ich suche Hilfe",
    "Die Mutter ist erreichbar unter 0611 123456",
    "Handy 0176-12345678",
    "bitte zurückrufen: +49 611 987654",
    "Mail an m.schmidt@web.de",
    "Konto DE89 3704 0044 0532 0130 00",
    "IBAN DE89370400440532013000",
    "wohnt in der Goethestraße 5",
    "Am Markt 7 in Musterstadt wohnt eine alte Dame",
    "wohnt im Rosenweg 12b",
    "Wellritzstr. 3, Hinterhaus",
    "Aktenzeichen 51.2-4711/26",
    "Az. 12 F 345/24 beim Familiengericht",
    "BG-Nummer 43502//0012345",
    "geboren am 12. Mai 2014",
    "geb. 2011",
    "Der Junge (*03.07.2016) hat Autismus",
    "am 24.11.2026 war der Termin",
    "K. Yılmaz hat angerufen",
    "Dr. Petrović vermittelt",
    "Frau von Hohenstein ist gestürzt",
    "Frau Dr. Weber-Krüger",
    "Xhemile Berisha sucht Arbeit",
    "Es geht um Olena Kovalenko, 34",
    "Eheleute Schröder streiten sich",
    "Herr und Frau Demir",
    "Großmutter Irmgard Lehmann, 84, verwirrt",
    "Klientin Öztürk hat Schulden",
    "Kevin will nicht mehr in die Schule",
    "Mehmets Mutter fragt nach Hortplatz",
    "MEHMET YILMAZ BRAUCHT HILFE",
    "mehmet yilmaz braucht hilfe",
    "Frau A. aus B. hat Angst",
    "Herr Öz ist arbeitslos",
    "Familie Abdulrahman aus Syrien",
    "Kind: Noah Schulz, 2. Klasse",
    "Schüler Jonas B. fällt auf",
    "wohnhaft Berliner Allee 14",
    "Adresse: Lindenplatz 3",
    "Telefon: 06 11 / 31 20 45",
    "Fallnummer 2026-0815",
    "Fatma S. (29) mit Baby",
    "Jean-Pierre Dubois sucht Wohnung",
    "Anna-Lena Vogel",
    "Frau Sommer hat angerufen",
    "Herr Koch trinkt",
    "Familie Winter hat kein Geld",
    "Familie Bauer",
    "Herr Schäfer, 78",
    "Frau Thi Hoa Pham",
    "Schmidt, Peter",
    "Frau Jung",
    "Oma Gertrud vergisst den Herd",
    "meine Nachbarin Frau Petersen",
    "Frau Neuhaus",
    "Ansprechpartner ist Herr Wolff-Metternich",
    "Familie van der Berg",
    "Maria S.",
    "Geburtsdatum: 3.4.15",
    "Sozialversicherungsnummer 65 170839 J 003",
    "Versichertennummer A123456789",
    "0151 / 234 567 89",
    "(0611) 1234567",
    "Wohnung in der Karl-Marx-Str. 27, 3. OG",
    "Schwalbacher Straße 45",
    "Frau Döring ist gestürzt",
    "Herr Imhof",
    "Familie Baumgarten",
    "Paula Baumgarten weint",
    "Ngozi Umunna sucht Arbeit",
    "Herr Schulte",
    "Frau Neubert",
    "Frau Krebs",
    "Familie Türkoğlu",
    "Frau Altmann",
    "Herr Stromberg",
    "Frau Franzen hat Schulden",
    "Dr. Imhof",
    "Wanjiru Kamau ist schwanger",
    "Familie Ostheim",
    "ein Kind namens Finley",
    "Mein Name: Achim Zangerl",
)

POINTS_TO_NOBODY = (
    "Frau Holle-Kita sucht Vorleser",
    "Paulusstraße-Treff am Montag",
    "Kind 2. Klasse braucht Betreuung nach 17 Uhr",
    "Frau sucht Rat",
    "Herr aus dem dritten Stock ist verwirrt",
    "Familie Bulgarien, zwei Kinder 8 und 12",
    "Jobcenter Mitte hat Leistung eingestellt",
    "Anna-Freud-Schule, 3. Klasse",
    "Sommer 2027",
    "Mutter arbeitet im Schichtdienst bis 19 Uhr, Kind in der 2. Klasse, nach 17 Uhr allein.",
    "15-Jähriger schwänzt seit Wochen die Schule, Eltern sind ratlos.",
    "Familie aus Bulgarien neu zugezogen, Kinder 8 und 12 Jahre haben noch keinen Schulplatz.",
    "82-jährige Frau allein lebend, zunehmend verwirrt, Tochter wohnt weit weg.",
    "Mo-Fr. 8-12 Uhr, Di und Fr. Nachmittag",
    "Frau Mitte 30 mit zwei Kindern",
    "Frau, Ende 50, arbeitslos",
    "Familie mit 5 Kindern",
    "Am Montag 17 Uhr im Stadtteilzentrum",
    "Im Sommer 3 Wochen Ferien",
    "In der Klasse 2 gibt es Streit",
    "Auf der Straße 5 Jugendliche",
    "Kein Kitaplatz 2 Kinder",
    "am Spielplatz 10 Jugendliche laut",
    "Schuljahr 2026/27",
    "110 oder 112 anrufen",
    "Kinder von 0-3 Jahren",
    "Mo 08:30-12:00 Uhr, Do 14.00-16.00 Uhr",
    "drei Monate Mietschulden, 2.500 Euro",
    "seit dem 3. Lebensjahr",
    "Kind A. und Kind B. streiten",
    "Er ist in der Klasse B. der Grundschule",
    "Vater Türke, Mutter Deutsche",
    "Mutter Syrerin, Vater im Irak",
    "Haus Elisabeth hat einen Seniorentreff",
    "Kita St. Martin",
    "Martin-Luther-Gemeinde Seniorencafé",
    "Das Mehrgenerationenhaus Nord",
    "Haus der Jugend",
    "Er will eine Ausbildung als Koch machen",
    "Die Rosa Gruppe",
    "Mutter Krankenschwester, Nachtdienst",
    "Vater Koch, arbeitet bis 23 Uhr",
    "Pflegegrad 2 beantragt",
    "SGB II, SGB XII, § 35a",
    "z. B. Hausaufgabenhilfe, u. a. Nachhilfe",
    "Hartz IV Bescheid",
    "ab 1. Januar",
    "Kinder 3, 5 und 7 Jahre",
    "65183 Wiesbaden",
    "U25 Team",
    "Ostern und Weihnachten allein",
    "Der Junge kann nicht lesen",
    "Mutter alleinerziehend, Sohn Autist",
    "Tochter Schulverweigerin",
    "Mädchen 14 ritzt sich",
    "Frau Rentnerin sucht Anschluss",
    "Familie Mietschulden Räumungsklage",
    "Familie Geflüchtete aus Syrien",
    "Kai am Hafen",
    "Im Mai 2027 ziehen sie um",
    "Frau hat Angst vor Mann",
    "Rat suchende Eltern",
    "Deutschkurs B1 gesucht",
    "Elterncafé Do 9-11",
    "Grundschulkind mit Autismus",
    "Baby drei Monate, Mutter erschöpft",
    "Sozialpsychiatrischer Dienst",
    "Kindergeld beantragen, Formular KG 1",
    "Robert-Koch-Schule Nachmittagsbetreuung",
    "Kita Maria Hilf",
    "Café Paula sucht Ehrenamtliche",
    "Elisabeth-Selbert-Schule",
    "Alice-Salomon-Schule",
    "Kinderhaus Pusteblume",
    "Nina-Simone-Saal",
    "Don-Bosco-Heim",
    "eine Familie aus Afghanistan",
    "Deutsche Familie",
    "Familie Roma",
    "Ein Mann Anfang 40",
    "Er ist 45",
    "19-Uhr-Betreuung",
    "Mutter Teilzeit, Vater Schicht",
    "Seniorin 78 allein",
    "mit Hilfe des ASD",
    "Türkisch Sprachmittler",
    "wohnt in einer Wohnung 2 Zimmer",
    "Lesen Rechnen Schreiben",
    "Rollstuhl Kind Ferien",
)


@pytest.mark.parametrize("text", POINTS_TO_A_PERSON)
def test_a_text_that_points_to_a_person_is_seen(text: str) -> None:
    assert personal_data(text)


@pytest.mark.parametrize("text", POINTS_TO_NOBODY)
def test_age_class_district_and_institution_point_to_nobody(text: str) -> None:
    assert personal_data(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Mutter ist am 3.5.1990 geboren", PersonalKind.DATE, "3.5.1990"),
        ("Bitte 0611 123456 wählen", PersonalKind.PHONE, "0611 123456"),
        ("Mail an lisa@example.org", PersonalKind.MAIL, "lisa@example.org"),
        ("wohnt Wellritzstraße 12a", PersonalKind.ADDRESS, "Wellritzstraße 12a"),
        ("Az. 12 F 345/24", PersonalKind.FILE_NUMBER, "Az. 12 F 345/24"),
        ("DE89 3704 0044 0532 0130 00", PersonalKind.IBAN, "DE89 3704 0044 0532 0130 00"),
        ("Rat für Frau Özdemir-Koch", PersonalKind.NAME, "Frau Özdemir-Koch"),
    ],
)
def test_a_finding_names_what_was_seen_and_where(text: str, kind: PersonalKind, words: str) -> None:
    (finding,) = personal_data(text)
    assert (finding.kind, finding.words) == (kind, words)
    assert text[finding.start : finding.end].strip() == words


def test_names_of_places_of_the_file_are_no_names_of_persons() -> None:
    assert personal_data("Familie Biebrich")
    assert personal_data("Familie Biebrich", places=["Biebrich"]) == []


@given(st.text(max_size=200))
@settings(max_examples=80, deadline=None)
def test_findings_lie_in_order_within_any_text(text: str) -> None:
    found = personal_data(text)
    assert all(0 <= finding.start < finding.end <= len(text) for finding in found)
    assert found == sorted(found, key=lambda finding: finding.start)


@given(
    name=st.sampled_from(["Yılmaz", "Kowalski", "Schmidt-Özdemir", "El Amrani", "Nguyen", "Abel"]),
    title=st.sampled_from(["Frau", "Herr", "Hr.", "Familie", "Fam.", "Herrn", "Frau Dr."]),
    rest=st.sampled_from(["sucht Rat", "hat Schulden", ", drei Kinder", "aus dem 3. Stock"]),
)
@settings(max_examples=40, deadline=None)
def test_every_title_with_a_name_is_seen(name: str, title: str, rest: str) -> None:
    assert any(
        finding.kind is PersonalKind.NAME for finding in personal_data(f"{title} {name} {rest}")
    )
