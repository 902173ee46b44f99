"""Which addresses may be opened outside the app: web pages over https, and mail."""

import re
from typing import Final
from urllib.parse import quote, urlsplit

from stk_graph.text import clean

MAIL: Final = re.compile(r"[^@\s<>?&\"'()\[\],;:\\]+@[\w.-]+\.\w+")


def mail_address(value: str) -> str | None:
    """``mailto:`` and the address, or None if the value is no single mail address."""
    value = value.strip()
    if clean(value) != value or not MAIL.fullmatch(value):
        return None
    return "mailto:" + quote(value, safe="@.+-_")


def web_address(value: str) -> str | None:
    """The https address, or None: no user name in it, no other protocol, no hidden characters.

    An address typed without protocol ("www.example.org") is taken as https.
    """
    value = value.strip()
    if not value or clean(value) != value or any(sign.isspace() for sign in value):
        return None
    try:
        parts = urlsplit(value if "://" in value else "https://" + value)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    good = parts.scheme == "https" and host and "." in host and "@" not in parts.netloc
    return parts.geturl() if good and (port is None or port == 443) else None


def openable(kind: str, value: str) -> str | None:
    """The address to hand to the system for a way of kind ``mail`` or ``web``; else None."""
    if kind == "mail":
        return mail_address(value)
    return web_address(value) if kind == "web" else None
