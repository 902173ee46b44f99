"""What single cells of a foreign table mean: numbers, addresses of mail and web, phones.

Every reader returns None for a text it does not understand, and names what it had to assume.
"""

import re

from db.exchange.problems import Code
from stk_graph.model import Phone
from stk_graph.model.enums import PhoneKind

_EMAIL = re.compile(r"[^\s@,;<>()\[\]\"]+@(?:[\w-]+\.)+[\w-]{2,}$")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-zA-ZäöüÄÖÜß]{2,}(?::\d{1,5})?(?:[/?#]\S*)?$")
_SCHEME = re.compile(r"(?i)https?://(?P<rest>\S+)$")
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,9})?$")


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


def written_email(text: str | None) -> str | None:
    """An address of mail as an export writes it: of ASCII letters only."""
    address = read_email(text or "")
    return address if address and address.isascii() else None


def written_url(text: str | None) -> str | None:
    """An address of the web that is a URI: without blanks, quotes or letters beyond ASCII."""
    address = read_url(text or "")
    return (
        address
        if address and re.fullmatch(r"[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+", address)
        else None
    )
