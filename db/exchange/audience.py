"""For whom an offer is: ages, groups and gender, stated or read from its texts if certain."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from db.exchange.addressed import SITUATIONS, TARGET_GROUP, groups_addressed, groups_of_title
from db.exchange.conversion import Conversion, Notes, named
from db.exchange.hsds_rows import Row
from db.exchange.meaning import Meant
from db.exchange.problems import Code
from stk_graph.model.enums import Gender
from stk_graph.text.terms import find_terms
from stk_graph.times.ages import AgeReading, parse_ages
from stk_graph.vocabulary import TargetGroupRow, target_groups

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
OLDER = "aeltere"
OLDER_FROM = 60
"""Age from which the vocabulary calls people older."""

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
_WORD_OR_NUMBER = (
    rf"(?:{_NUMBER}|eine?[mnr]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
)
_UNIT = r"(?:\s*(?:jahren?\b|j\.|monaten?\b|wochen\b))?"
_NOT_COUNTED = (
    r"(?!\s*(?:uhr|h\b|€|euro|prozent|%|minuten|stunden|tage|personen|plätze|teilnehm|kinder"
    r"|januar|februar|märz|april|mai\b|juni|juli|august|september|oktober|november|dezember))"
    r"(?!\.?\s*(?:-|–|bis\b)\s*\d)(?![:.,]?\d)(?!\w)"
)
_BESIDE_PERSONS = re.compile(
    r"(?i)\b(?:alle|leute|menschen|kids|kinder\w*|kleine\w*|jugendliche\w*|mädchen|jungen|jungs"
    r"|frauen|männer\w*|schüler\w*|personen|erwachsene\w*|zugewanderte\w*|senior\w*|babys)"
    rf"\s+(?:im alter\s+)?(?P<age>(?:von|ab|bis|zwischen|unter|über)\s+{_WORD_OR_NUMBER}{_UNIT}"
    rf"(?:\s*(?:-|–|bis|und)\s*{_WORD_OR_NUMBER}{_UNIT})?){_NOT_COUNTED}"
)
"""An age right behind those it belongs to: ``Kinder von zwei bis sechs``, ``alle über 65``."""
_SENTENCE = re.compile(rf"(?i)(?:^|[.!?;]\s+)(?P<age>ab\s+{_NUMBER}{_UNIT})\s*(?=[.!?;]|$)")
"""A sentence that says nothing else: ``Ab 12.``"""
_BIRTHDAY = re.compile(
    rf"(?i)\b(?P<age>(?:ab\s+{_WORD_OR_NUMBER}{_UNIT}\s+)?bis\s+(?:zum|vor dem)\s+"
    r"(?:\d{1,2}\.|\w+en)\s+geburtstag)\b"
)
_MORE_RULES = (_BESIDE_PERSONS, _SENTENCE, _BIRTHDAY)
_NO_AGE_BEFORE = re.compile(
    r"(?i)\b(?:(?:seit|vor|nach|dauer\w*|laufzeit|innerhalb|mehr als)\W+(?:\w+\W+)?)$"
)
_EVERY = re.compile(r"(?i)\balle\W+$")
"""``alle 2 Jahre`` is a rhythm, ``alle ab 2 Jahren`` are people."""


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
    if not meant.groups_stated:
        groups.update(dict.fromkeys(_groups_of_texts(row)))
    if low is not None and low >= OLDER_FROM:
        groups[OLDER] = None
    return Audience(low, high, text, tuple(groups), gender_of(groups, gender))


def _groups_of_texts(row: Row) -> Iterator[str]:
    """Groups that stand in a field for them, in the title, or are addressed in the description."""
    yield from groups_of((row.get("eligibility_description"), row.get("audience")))
    yield from groups_of_title(row.get("name"))
    yield from groups_addressed(row.get("description"))


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
        if position == 0:
            whole = _read(text)
            if not whole.leftover and _says_something(whole):
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
    for start, phrase in _in_order(text):
        before = text[max(0, start - 40) : start]
        if _NO_AGE_BEFORE.search(before) or (phrase[:1].isdigit() and _EVERY.search(before)):
            continue
        reading = _read(phrase)
        if not reading.leftover and _says_something(reading):
            found.append(reading)
    return found


def _in_order(text: str) -> list[tuple[int, str]]:
    """The phrases that may be an age; of two that overlap only the longer one."""
    spans = [match.span("age") for rule in _MORE_RULES for match in rule.finditer(text)]
    spans += [match.span() for match in _PHRASES.finditer(text)]
    kept: list[tuple[int, int]] = []
    for begin, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if not any(begin < other_end and other < end for other, other_end in kept):
            kept.append((begin, end))
    return [(begin, text[begin:end].strip()) for begin, end in sorted(kept)]


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
    return list(dict.fromkeys(group for text in texts if text for group in _named(text)))


@lru_cache(maxsize=4096)
def _named(text: str) -> tuple[str, ...]:
    """Whom an offer is for is said in the same few words by many offers."""
    return tuple(
        str(hit.key)
        for hit in find_terms(text)
        if hit.kind == TARGET_GROUP and hit.key in target_groups()
    )


def gender_of(groups: Iterable[str], stated: Gender = Gender.ALL) -> Gender:
    """The gender that all the groups are of; an age or a situation says nothing about it."""
    rows = [target_groups()[group] for group in groups if group in target_groups()]
    genders = {row.gender for row in rows if row.gender or not _may_be_of_any(row)}
    gender = genders.pop() if len(genders) == 1 else None
    return Gender(str(gender)) if gender and stated is Gender.ALL else stated


def _may_be_of_any(row: TargetGroupRow) -> bool:
    aged = row.age_min is not None or row.age_max is not None
    return aged or row.key in SITUATIONS
