"""For whom an offer is: ages, groups and gender, stated or read from its texts if certain."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from db.exchange.conversion import Conversion, Notes, named
from db.exchange.hsds_rows import Row
from db.exchange.meaning import TARGET_GROUP, Meant
from db.exchange.problems import Code
from stk_graph.model.enums import Gender
from stk_graph.text.terms import find_terms
from stk_graph.times.ages import AgeReading, parse_ages
from stk_graph.vocabulary import target_groups

ELIGIBILITY: dict[str, tuple[tuple[str, ...], Gender]] = {
    "adult": ((), Gender.ALL),
    "child": (("kinder",), Gender.ALL),
    "children": (("kinder",), Gender.ALL),
    "teen": (("jugendliche",), Gender.ALL),
    "family": (("familien",), Gender.ALL),
    "female": (("maedchen_frauen",), Gender.FEMALE),
    "male": (("jungen_maenner",), Gender.MALE),
    "transgender": (("queere",), Gender.DIVERSE_OPEN),
    "transgender - m to f": (("queere",), Gender.DIVERSE_OPEN),
    "transgender - f to m": (("queere",), Gender.DIVERSE_OPEN),
}
"""The closed list of ``eligibility`` in HSDS 1.1."""

OLDEST = 120

_NUMBER = r"\d{1,2}(?:[,.;]\d)?"
_RANGE = rf"{_NUMBER}\.?\s*(?:(?:-|–|bis|und|/|u\.)\s*{_NUMBER}\.?)?"
_BEFORE = r"(?:von|ab|bis|zwischen|unter|über|mind(?:estens|\.)|max(?:imal|\.)|für)?\s*"
_PHRASES = re.compile(
    rf"(?<!\w){_BEFORE}{_RANGE}\s*\+?[-\s]*(?:jahren?\b|j\.|jährigen?\b|monaten?\b)(?!\s*(?:alt\b)?"
    r"\s*(?:erfahrung|laufzeit|lang))"
    rf"|(?<!\w){_BEFORE}(?:kl\.|klassen?|klassenstufen?|jahrgangsstufen?)\s*{_RANGE}"
    rf"|(?<!\w){_BEFORE}{_RANGE}\s*(?:klassen?|kl\.|schuljahr)"
    r"|(?<!\w)[üu]\s?\d{1,2}(?!\w)"
    r"|(?<!\w)\d{2}\s?(?:\+|plus\b)",
    re.IGNORECASE,
)
"""Phrases that can only be an age or a class: a number beside its unit."""
_NO_AGE_BEFORE = re.compile(
    r"(?i)\b(?:(?:seit|vor|nach|dauer\w*|laufzeit|innerhalb|mehr als)\W+(?:\w+\W+)?|alle\W+)$"
)


@dataclass(frozen=True)
class Audience:
    age_min: float | None
    age_max: float | None
    ages_text: str | None
    groups: tuple[str, ...]
    gender: Gender


def audience_of(
    row: Row, meant: Meant, conversion: Conversion, rows: list[Row], notes: Notes
) -> Audience:
    """The audience of a service from its numbers, eligibility rows, filed terms and texts."""
    low, high, stated = _stated_ages(row, conversion, notes)
    eligibility = row.get("eligibility_description")
    text = None
    if low is None and high is None and not stated:
        reading = ages_of((eligibility, row.get("name"), row.get("description")))
        if reading is not None:
            low, high, text = reading.low, reading.high, reading.text
            if reading.explicit_all:
                low, high = 0.0, None
    groups = dict.fromkeys(meant.groups)
    gender = _eligible(row, conversion, rows, notes, groups)
    if not groups:
        texts = (eligibility, row.get("audience"), row.get("name"))
        groups.update(dict.fromkeys(groups_of(texts)))
    return Audience(low, high, text, tuple(groups), gender_of(groups, gender))


def _stated_ages(
    row: Row, conversion: Conversion, notes: Notes
) -> tuple[float | None, float | None, bool]:
    """Minimum and maximum, and whether the row says anything about them; -1 = unknown."""
    ages = []
    for column in ("minimum_age", "maximum_age"):
        age = conversion.number(row, column, notes)
        if age is not None and not 0 <= age <= OLDEST:
            if age >= 0:
                conversion.report.problem(Code.AGE_RANGE, row.place, column, row.get(column))
                notes.append((column, row.get(column)))
            age = None
        ages.append(age)
    low, high = ages
    stated = low is not None or high is not None
    if low is not None and high is not None and low > high:
        both = f"{row.get('minimum_age')}–{row.get('maximum_age')}"
        conversion.report.problem(Code.AGE_REVERSED, row.place, "minimum_age", both)
        notes += named({name: row.get(name) for name in ("minimum_age", "maximum_age")})
        return None, None, True
    return low, high, stated


def ages_of(texts: Iterable[str]) -> AgeReading | None:
    """The age of the first text that names exactly one; None if a text names several or none.

    A whole text that is nothing but an age counts ("6-10", "alle"); in running text only a number
    beside its unit (Jahre, Klasse, Ü60) does.
    """
    for position, text in enumerate(texts):
        if not text:
            continue
        whole = _read(text)
        if position == 0 and not whole.leftover and _says_something(whole):
            return whole
        found = _phrases(text)
        ranges = {(reading.low, reading.high) for reading in found}
        if len(ranges) == 1:
            return found[0]
        if ranges:
            return None
    return None


@lru_cache(maxsize=4096)
def _read(text: str) -> AgeReading:
    """Ages as people type them return with every second offer."""
    return parse_ages(text)


def _phrases(text: str) -> list[AgeReading]:
    found = []
    for match in _PHRASES.finditer(text):
        if _NO_AGE_BEFORE.search(text[max(0, match.start() - 40) : match.start()]):
            continue
        reading = _read(match[0].strip())
        if not reading.leftover and _says_something(reading):
            found.append(reading)
    return found


def _says_something(reading: AgeReading) -> bool:
    return reading.low is not None or reading.high is not None


def _eligible(
    row: Row, conversion: Conversion, rows: list[Row], notes: Notes, groups: dict[str, None]
) -> Gender:
    """Adds the groups of the eligibility rows (HSDS 1.1); the words are kept as notes."""
    genders = set()
    for item in conversion.directory.below("eligibility", "service_id", row.id):
        rows.append(item)
        text = item.get("eligibility")
        notes += named({"eligibility": text})
        known = ELIGIBILITY.get(text.casefold())
        if known is None:
            groups.update(dict.fromkeys(groups_of((text,))))
            continue
        groups.update(dict.fromkeys(known[0]))
        genders.add(known[1])
    for payment in conversion.directory.below("payments", "service_id", row.id):
        rows.append(payment)
        notes += named({"payments_accepted": payment.get("payment")})
    return genders.pop() if len(genders) == 1 else Gender.ALL


def groups_of(texts: Iterable[str]) -> list[str]:
    """The target groups the texts name, each once and in order."""
    found: dict[str, None] = {}
    for text in texts:
        for hit in find_terms(text) if text else ():
            if hit.kind == TARGET_GROUP and hit.key in target_groups():
                found[str(hit.key)] = None
    return list(found)


def gender_of(groups: Iterable[str], stated: Gender = Gender.ALL) -> Gender:
    """The gender the groups are of, if all that have one have the same."""
    rows = target_groups()
    genders = {rows[group].gender for group in groups if group in rows and rows[group].gender}
    if stated is Gender.ALL and len(genders) == 1:
        return Gender(str(genders.pop()))
    return stated
