"""Finding by telephone number or mail address, with or without the beginning or the end."""

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from db.read import Reader
from db.search_documents import LEVELS
from stk_graph.text import fold

MIN_DIGITS = 4
LONGEST = 100

_NUMBER = re.compile(r"[\d\s+\-/().]+")
_EXTENSION = re.compile(
    r"(?i)[\s,;(]*\b(?:app(?:arat)?|durchwahl|dw|nebenstelle|ext)(?![a-z])[.:)\s]*"
)
_MAIL = re.compile(r"@|[^\W\d_]\.[^\W\d_]")
_NOT_DIGIT = re.compile(r"\D")

_QUERIES = (
    "SELECT 'offer', uid, title, visibility, visibility, phones, mail FROM live_offer",
    "SELECT 'actor', uid, name, visibility, visibility, phones, mail FROM live_actor",
    "SELECT 'contact', uid, name, visibility, visibility, phones, mail FROM live_contact"
    " WHERE restricted = 0",
    "SELECT 'actor', a.uid, a.name, a.visibility, l.visibility, l.phones, NULL"
    " FROM live_location l JOIN live_actor a ON a.uid = l.actor",
)


class Owner(msgspec.Struct, frozen=True):
    """Whose number or address it is; ``level`` as in ``doc``."""

    kind: str
    uid: str
    label: str
    level: int


def digits_of(number: str) -> str:
    """The digits of a number as dialled within Germany, without the leading 0.

    >>> digits_of("+49 (0)345 2998-12"), digits_of("0345/299812"), digits_of("+41 44 123")
    ('345299812', '345299812', '4144123')
    """
    text = number.strip()
    digits = _NOT_DIGIT.sub("", text.replace("(0)", ""))
    if text.startswith("+49"):
        digits = digits[2:]
    elif digits.startswith("0049"):
        digits = digits[4:]
    elif digits.startswith("00"):
        return digits[2:]
    return digits.removeprefix("0")


def keys_of(number: str, extension: str | None = None) -> tuple[str, ...]:
    """The keys of a number as typed: without and with its extension."""
    base, *stated = _EXTENSION.split(number, maxsplit=1)
    key = digits_of(base)
    more = _NOT_DIGIT.sub("", extension or "".join(stated))
    return (key, key + more) if more else (key,)


def looks_like_number(query: str) -> bool:
    """Whether a query is searched among the telephone numbers."""
    base = _EXTENSION.split(query, maxsplit=1)[0]
    return bool(_NUMBER.fullmatch(base)) and len(_NOT_DIGIT.sub("", base)) >= MIN_DIGITS


def looks_like_mail(query: str) -> bool:
    """Whether a query is searched among the mail addresses."""
    return _MAIL.search(query) is not None


class KeyList:
    """Every number and address with its owner, in one string that is searched from the front."""

    def __init__(self, entries: Iterator[tuple[str, Owner]]) -> None:
        pairs = list(entries)
        self._owners = [owner for _key, owner in pairs]
        self._text = "\n" + "\n".join(key for key, _owner in pairs) + "\n"
        self._starts = [at for at, sign in enumerate(self._text) if sign == "\n"]

    @classmethod
    def read(cls, reader: Reader) -> "KeyList":
        """The numbers and addresses of living records; restricted persons have none."""
        return cls(_entries(reader))

    def numbers(self, query: str) -> list[Owner]:
        """Owners of numbers that have the digits of the query inside, as typed or as dialled."""
        base = _EXTENSION.split(query, maxsplit=1)[0]
        wanted = [*keys_of(query)[::-1], _NOT_DIGIT.sub("", base)]
        return self._owners_of([key for key in wanted if len(key) >= MIN_DIGITS - 1])

    def mails(self, query: str) -> list[Owner]:
        """Owners of addresses that have the query inside."""
        return self._owners_of([fold(query.strip())])

    def _owners_of(self, parts: list[str]) -> list[Owner]:
        found: dict[Owner, None] = {}
        for part in dict.fromkeys(parts):
            at = self._text.find(part)
            while at >= 0 and len(found) < LONGEST:
                line = bisect_right(self._starts, at) - 1
                found[self._owners[line]] = None
                at = self._text.find(part, self._text.index("\n", at))
        return list(found)


def _entries(reader: Reader) -> Iterator[tuple[str, Owner]]:
    for query in _QUERIES:
        for kind, uid, label, own, other, phones, mail in reader.execute(query):
            owner = Owner(kind, uid, label, min(LEVELS[own], LEVELS[other]))
            for phone in msgspec.json.decode(phones):
                for key in keys_of(phone["number"], phone.get("extension")):
                    yield key, owner
            if mail:
                yield fold(mail), owner
