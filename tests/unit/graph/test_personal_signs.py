"""A text makes only the patterns of personal data whose signs it has, and loses nothing by it."""

import csv
import random
import re
from pathlib import Path

import pytest

from stk_graph.text import addresses, personal

TABLE = Path(__file__).parents[2] / "data" / "cases" / "personal_sentences.tsv"
PIECES = (
    "Goethestr. |Am Markt |Straße des Friedens |im Rosenweg |Spielplatz |5|12b|wohnt |wohnhaft |"
    "lebt in |Adresse: |gemeldet |zieht |Schulhof |Hausnummer |Nr. 3|Lindenplatz |Neuer Graben |"
    "Berger Allee |Im Grund |Akte |Aktenzeichen |AZ |12/345|AB-1234|Kunden-ID |9981|4.5.2012|geb. |"
    "am 3. Mai 2014|@insta|a@b.de|a(at)b(dot)de|TikTok: xy_z|069 123456|F-AB 123|K-4|A1B2C3D4|"
    "1234567|SV-Nr. 12|12 345678 A 123|2 js 4 / 22|10/2345/22|Wiesen 4|Frankfurter Berg 9|, |. |"
    "Kattrepel 12, 3. Stock|"
    "rosenweg |Haus |Haus Nr. 7|Postfach |Via Roma |null eins sieben |4.IV.1972|max#1234|Fall "
)


def texts() -> list[str]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        told = [row["text"] for row in csv.DictReader(file, delimiter="\t")]
    draw = random.Random(3)
    pieces = PIECES.split("|")
    mixed = ("".join(draw.choices(pieces, k=4)) for _text in range(3000))
    return [*told, *mixed, "Aktenz. 22 JS 7 / 24", "Az 3 C 12 / 24"]


TEXTS = texts()


@pytest.mark.parametrize(
    ("alternatives", "flags"),
    [(written, flags) for _kind, written, flags in personal.TABLE if written in personal.SIGNS],
    ids=lambda value: value[0][:20] if isinstance(value, tuple) else "",
)
def test_wherever_a_pattern_is_found_its_sign_stands(
    alternatives: tuple[str, ...], flags: int
) -> None:
    sign = personal.SIGNS[alternatives]
    for written in alternatives:
        pattern = re.compile(written, flags)
        matched = [text for text in TEXTS if pattern.search(text)]
        assert [text for text in matched if sign.search(text) is None] == []


@pytest.mark.parametrize(("signs", "written"), addresses.STREETS)
def test_wherever_a_street_is_found_its_sign_stands(signs: tuple[str, ...], written: str) -> None:
    pattern = re.compile(written)
    matched = [text for text in TEXTS if pattern.search(text)]
    assert matched
    assert all(written in addresses.streets_that_may_be_in(text) for text in matched)


def test_a_case_without_streets_makes_no_pattern_of_streets() -> None:
    case = "Kind 2. Klasse, Mutter im Schichtdienst bis 19 Uhr, niemand holt ab"
    assert addresses.streets_that_may_be_in(case) == ()
