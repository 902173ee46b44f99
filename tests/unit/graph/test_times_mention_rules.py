"""A text only makes the patterns it can match; what is found stays what all patterns find."""

import csv
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stk_graph.times import age_mentions, time_mentions
from stk_graph.times.scan import NUMBER_WORD_AHEAD, Rules, has_sign, normal

TABLE = Path(__file__).parents[2] / "data" / "times" / "age_mentions.tsv"
BOTH = (age_mentions.rules, time_mentions.rules)
PIECES = (
    "2. Klasse|Kl.|4b|klässler|Zweit|Jahrgang|Stufe|Schuljahr|Jahre|J.|Mo|Monate|wo|Wochen|acht|"
    "bisacht|undacht|anderthalb|halb|ein halbes|achteinhalb|eineinhalb|½|1/2|3|12|16|unter-|"
    "unterdreijährige|jährig|-jährige|Kind|Sohn ist|mit|wird|und|bis|von|zwischen|,|.|(|-|um|Uhr|h|"
    "fünf vor|viertel nach|eins|zwölf|fuenf|elf|einundzwanzig|Di|so|Montags|Ferien|schulfreie Tage|"
    "Wochenende|werktags|unter der Woche|sonn- und feiertags|nachts|in der Nacht|abends|am Abend|"
    "vormittags|früh um|morgens|nachmittags|mittags|ganztags|den ganzen Tag|Anfang|siebzig|in den|"
    "siebzigern|70er|ü|u|über|ab|jünger als|Geburtstag|aus der|in die|Baby|Säugling|Krippenkind|"
    "Kita-Kind|Vorschulkind|Schulanfänger|Grundschulkind|Schulkind|Teenies|Jugendliche|"
    "minderjährig|junge Erwachsene|Abiturient|Azubi|Studierende|volljährig|Rentner|ältere Frau|"
    "alte Dame|Hochbetagte|Uropa|9:30|8-|zieht mit 18 aus|aus der 4.|zum 6. Geburtstag|in der 4b|"
    "Mo und Di|Do 9 Uhr|am Mi|jeden Fr|zweite Ferienwoche|letzte Woche der Sommerferien|"
    "Osterferien|an Pfingsten|Brückentag|zwischen den Jahren|Sommerferien 2027|w/34|m, 17|"
    "Rentner (71)|Mittdreißigerin|höchstens 16|noch keine 18|gerade achtzehn|fast 18|"
    "bis zum dritten Geburtstag|im 18. Lebensjahr|Tochter, achtzehn, krank|nicht volljährig|"
    "bald volljährig|gerade volljährig|kommt im Sommer in die Schule|wird eingeschult|"
    "Einschulung|Hortkind|Berufsschülerin|FSJler|in der Pubertät|kurz vor der Rente|in Rente"
)


def texts() -> list[str]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        told = [row["text"] for row in rows]
    draw = random.Random(7)
    pieces = PIECES.split("|")
    mixed = (
        "".join(draw.choice(pieces) + draw.choice(("", " ", " ")) for _piece in range(6))
        for _text in range(3000)
    )
    return [normal(text) for text in (*told, *mixed)]


TEXTS = texts()


@pytest.mark.parametrize("rules", BOTH, ids=["ages", "times"])
def test_wherever_a_rule_matches_its_sign_stands(rules: Callable[..., Rules[Any]]) -> None:
    for sign, pattern, _make in rules(in_words=True).table:
        matched = [text for text in TEXTS if pattern.search(text)]
        assert matched, pattern.pattern
        assert [text for text in matched if not has_sign(text, sign)] == []


@pytest.mark.parametrize("rules", BOTH, ids=["ages", "times"])
def test_the_short_patterns_find_the_same_where_no_number_word_stands(
    rules: Callable[..., Rules[Any]],
) -> None:
    plain = [text for text in TEXTS if not NUMBER_WORD_AHEAD.search(text)]
    assert len(plain) > 500
    short, full = rules(in_words=False).table, rules(in_words=True).table
    for (_s, one, _m), (_sign, other, _make) in zip(short, full, strict=True):
        for text in plain:
            assert [match.span() for match in one.compiled.finditer(text)] == [
                match.span() for match in other.compiled.finditer(text)
            ]


def test_an_everyday_case_makes_a_few_of_the_patterns() -> None:
    case = normal("Kind 2. Klasse, Mutter im Schichtdienst bis 19 Uhr, niemand holt ab")
    for rules in BOTH:
        all_rules = rules(in_words=False)
        assert len(list(all_rules.that_may_match(case))) <= 5 < len(all_rules.table)
