"""What in a text points to one person: a case is searched and discussed only without it.

Rules: domain model, section 10. Age, school class and district are allowed.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache

import msgspec

from stk_graph.late import Late
from stk_graph.text import personal_patterns as patterns
from stk_graph.text.addresses import addresses
from stk_graph.text.person_names import names_of_persons


class PersonalKind(StrEnum):
    """What kind of personal data was seen."""

    NAME = "name"
    DATE = "date"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    FILE_NUMBER = "file_number"
    IBAN = "iban"


class Finding(msgspec.Struct, frozen=True):
    """Personal data at ``text[start:end]``, which is ``words``."""

    kind: PersonalKind
    start: int
    end: int
    words: str


TABLE: tuple[tuple[PersonalKind, tuple[str, ...], int], ...] = (
    (PersonalKind.MAIL, patterns.MAIL, re.IGNORECASE),
    (PersonalKind.IBAN, patterns.IBAN, re.IGNORECASE),
    (PersonalKind.DATE, patterns.DATES, re.IGNORECASE),
    (PersonalKind.ADDRESS, patterns.POSTAL, 0),
    (PersonalKind.PHONE, patterns.PHONES, re.IGNORECASE),
    (PersonalKind.FILE_NUMBER, patterns.NAMED_NUMBERS, re.IGNORECASE),
    (PersonalKind.FILE_NUMBER, patterns.BARE_NUMBERS, 0),
)
"""In this order; what one kind has taken, a later one no longer sees."""

_DIGITS_NEEDED = {PersonalKind.IBAN: 5, PersonalKind.PHONE: 5, PersonalKind.FILE_NUMBER: 1}
"""Fewer digits in the whole text cannot be such a number; then its pattern is not even made."""
SIGNS: dict[tuple[str, ...], Late] = {
    patterns.MAIL: Late(
        r"@|at[)\]}]|\s(?:dot|punkt)\s|insta|tiktok|snap|facebook|telegram|discord|#\d",
        re.IGNORECASE,
    ),
    patterns.DATES: Late(
        r"\d\s?[./]\s?[\divx]|\d-\d|geb|\*|(?:\d|te[nrs]?)\s?\.?\s?(?:j[aäu]|feb|m[aä]|ap|aug|sep|okt|nov|dez)"
        r"|zweitau|neunzehn",
        re.IGNORECASE,
    ),
    patterns.NAMED_NUMBERS: Late(
        "akte|az|gz|zeichen|gesch|nummer|nr|id|fall|vorg|tick|schein|police|einsatz|rechn",
        re.IGNORECASE,
    ),
    patterns.BARE_NUMBERS: Late(r"\d{4}|\d\s?[-./ ]\s?\d|[A-Z0-9]{8}|[- ][A-Z]{1,2}[ -]?\d"),
    patterns.POSTAL: Late(
        r"\d{5}|Postf|PF|Via|Pia|R[uU]|rue|Cal|Ave|[Uu]l|B[ud]|Bou|Street|Road|Lane|St\.|Rd\."
    ),
}
"""What stands in every text that the patterns find something in."""
_MAY_BE_A_HOUSE = Late(r"[^\W\d_][.]?\s?\d|ummer|r\. ")
_BIRTH = "geb"
OFFER_WORDS = (
    *("kurs", "training", "termin", "frist", "befrist", "schliess", "öffne", "umzug", "anhörung"),
    *("seminar", "fortbildung", "workshop", "beginnt", "startet", "anmeld"),
    *("reform", "veranstaltung", "ferienprogramm", "stichtag", "elternabend", "sprechstunde"),
    *("sommerfest", "infoabend", "eröffn", "gruppe", "läuft", "findet", "fachtag", "netzwerk"),
)
OFFER_ENDS = (
    *("termin", "frist", "prüfung", "operation", "verhandlung"),
    "kurs",
    "training",
    "seminar",
    "reform",
    "abend",
    "fest",
    "treffen",
    "gesetz",
    "tagung",
)
"""Beginnings and ends of words beside the date of an offer, an appointment or a law."""
_BLANK = "\N{NULL}"


@cache
def _pattern(index: int) -> re.Pattern[str]:
    _kind, alternatives, flags = TABLE[index]
    return re.compile("|".join(f"(?:{pattern})" for pattern in alternatives), flags)


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(patterns.CLOCK_SPAN, re.IGNORECASE)


def _numbers_and_addresses(text: str) -> Iterator[Finding]:
    digits = sum(character.isdigit() for character in text)
    spoken = "null" in text.casefold()
    rest = _clock().sub(lambda match: _BLANK * len(match[0]), text) if digits else text
    for index, (kind, alternatives, _flags) in enumerate(TABLE):
        if digits < _DIGITS_NEEDED.get(kind, 0) and not (spoken and kind is PersonalKind.PHONE):
            continue
        sign = SIGNS.get(alternatives)
        if sign is not None and sign.search(rest) is None:
            spans = []
        else:
            spans = [match.span() for match in _pattern(index).finditer(rest)]
        if kind is PersonalKind.DATE:
            spans = [span for span in spans if not _of_an_offer(text, *span)]
        for start, end in spans:
            yield Finding(kind, start, end, text[start:end].strip())
            rest = _without(rest, start, end)
        if kind is PersonalKind.DATE and _MAY_BE_A_HOUSE.search(rest):
            for start, end in addresses(rest):
                yield Finding(PersonalKind.ADDRESS, start, end, text[start:end].strip())
                rest = _without(rest, start, end)


def _of_an_offer(text: str, start: int, end: int) -> bool:
    """Whether a date tells when a course, an appointment or a deadline is, not who somebody is."""
    around = f"{text[max(0, start - 50) : start]} {text[end : end + 30]}".casefold()
    if text[start:end].strip()[0] not in "0123456789" or _BIRTH in around or "*" in around:
        return False
    words = {word.strip(".,;:()!?") for word in around.split()}
    return "op" in words or any(
        word.startswith(OFFER_WORDS) or word.endswith(OFFER_ENDS) for word in words
    )


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + _BLANK * (end - start) + text[end:]


def personal_data(text: str, places: Iterable[str] = ()) -> list[Finding]:
    """What in ``text`` points to a person, in order of appearance; [] if nothing was seen.

    ``places`` are names of areas and institutions known to the caller: they are no persons' names.
    Rules: domain model, section 10.
    """
    found = list(_numbers_and_addresses(text))
    taken = [(finding.start, finding.end) for finding in found]
    for span in names_of_persons(text, places):
        if not any(span.start < end and start < span.end for start, end in taken):
            words = text[span.start : span.end]
            found.append(Finding(PersonalKind.NAME, span.start, span.end, words))
    return sorted(found, key=lambda finding: finding.start)
