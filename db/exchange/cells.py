"""What single cells of a foreign table mean: dates, times, numbers, addresses of the web.

Every reader returns None for a text it does not understand, and names what it had to assume.
"""

import re
from datetime import date
from typing import NamedTuple

from stk_graph.model import Phone
from stk_graph.model.enums import PhoneKind

from db.exchange.problems import Code

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar",
            "february feb februar",
            "march mar märz maerz mrz",
            "april apr",
            "may mai",
            "june jun juni",
            "july jul juli",
            "august aug",
            "september sep sept",
            "october oct oktober okt",
            "november nov",
            "december dec dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: code
    for code, names in {
        "MO": "mo mon monday montag 1",
        "TU": "tu tue tues tuesday di dienstag 2",
        "WE": "we wed wednesday mi mittwoch 3",
        "TH": "th thu thur thurs thursday do donnerstag 4",
        "FR": "fr fri friday freitag 5",
        "SA": "sa sat saturday samstag sonnabend 6",
        "SU": "su sun sunday so sonntag 7",
    }.items()
    for name in names.split()
}
"""Weekday names of all dialects; in HSDS 1.1 the number 1 is Monday."""
EVERY_YEAR = 1
"""HSDS 1.0 writes the year 1 for a day that returns every year."""
CENTURY_PIVOT = 68

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$")
_US = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})$")
_SPELLED = re.compile(r"([A-Za-zä]+)\.?\s+(\d{1,2}),?\s+(\d{4})$")
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?\s?(?:m\.?)?"
    r"\s*(Z|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[^\s@,;<>()\[\]\"]+@(?:[\w-]+\.)+[\w-]{2,}$")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-zA-ZäöüÄÖÜß]{2,}(?::\d{1,5})?(?:[/?#]\S*)?$")
_SCHEME = re.compile(r"(?i)https?://(?P<rest>\S+)$")
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,9})?$")


class DateCell(NamedTuple):
    """A date; ``yearly`` days have no year of their own, ``guessed`` tells a two-digit year."""

    value: date
    yearly: bool = False
    guessed: bool = False


def _day(year: int, month: int, day: int, guessed: bool = False) -> DateCell | None:
    try:
        return DateCell(date(year, month, day), year == EVERY_YEAR, guessed)
    except ValueError:
        return None


def read_date(text: str, american: bool = False) -> DateCell | None:
    """``2026-11-24``; with ``american`` (HSDS 1.x) also ``11/24/2026``, ``11/24/26`` and names."""
    if found := _ISO.match(text):
        year, month, day = map(int, found.groups())
        return _day(year, month, day)
    if not american:
        return None
    if found := _US.match(text):
        month, day, year = map(int, found.groups())
        short = len(found[3]) == 2
        if short:
            year += 2000 if year <= CENTURY_PIVOT else 1900
        return _day(year, month, day, short)
    if found := _SPELLED.match(text):
        named = MONTHS.get(found[1].casefold())
        return _day(int(found[3]), named, int(found[2])) if named else None
    return None


class ClockCell(NamedTuple):
    """Minutes after midnight; ``offset`` tells that a time zone was dropped."""

    minutes: int
    offset: bool = False


def read_clock(text: str) -> ClockCell | None:
    """``09:00``, ``9:00am``, ``9 a.m.``, ``12:00 p.m.`` (12:00), ``12am`` (00:00), ``09:00Z``."""
    found = _CLOCK.match(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[4] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if not half and found[2] is None and found[5] is None and len(text.strip()) > 2:
        return None
    minutes = hour * 60 + minute
    if minute > 59 or minutes > 24 * 60:
        return None
    return ClockCell(minutes, found[5] is not None)


def read_number(text: str) -> float | None:
    """A number with a decimal point or comma."""
    return float(text.replace(",", ".")) if _NUMBER.match(text) else None


def read_email(text: str) -> str | None:
    """An e-mail address, without ``mailto:``; None if it cannot be one."""
    address = text.removeprefix("mailto:").strip()
    return address if len(address) <= 320 and _EMAIL.match(address) else None


def read_url(text: str) -> str | None:
    """A web address with its scheme: ``www.example.de`` → ``https://www.example.de``."""
    if found := _SCHEME.match(text):
        host = found["rest"]
        return text if _HOST.match(host) or host.startswith(("localhost", "[")) else None
    return f"https://{text}" if _HOST.match(text) and "@" not in text else None


PHONE_KINDS = {
    "voice": PhoneKind.VOICE,
    "cell": PhoneKind.CELL,
    "mobile": PhoneKind.CELL,
    "mobil": PhoneKind.CELL,
    "handy": PhoneKind.CELL,
    "fax": PhoneKind.FAX,
    "text": PhoneKind.TEXT,
    "sms": PhoneKind.TEXT,
    "textphone": PhoneKind.OTHER,
    "tty": PhoneKind.OTHER,
    "video": PhoneKind.OTHER,
    "pager": PhoneKind.OTHER,
    "hotline": PhoneKind.VOICE,
    "telefon": PhoneKind.VOICE,
}


def read_phone(
    number: str, kind: str, extension: str, description: str
) -> tuple[Phone, tuple[Code, ...]]:
    """A phone as typed, without quotes around it; a kind that is not known goes to the text."""
    problems = []
    known = PHONE_KINDS.get(kind.casefold()) if kind else PhoneKind.VOICE
    if known is None:
        problems.append(Code.UNKNOWN_VALUE)
        description = ", ".join(filter(None, (description, kind)))
    typed = number.strip().strip('"').strip()
    if not re.search(r"\d{3}", typed) and sum(map(str.isdigit, typed)) < 3:
        problems.append(Code.BAD_PHONE)
    phone = Phone(
        number=typed,
        kind=known or PhoneKind.OTHER,
        extension=extension or None,
        description=description or None,
    )
    return phone, tuple(problems)
