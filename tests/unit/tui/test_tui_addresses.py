"""Only https pages and single mail addresses are handed to the system."""

import pytest

from stk_tui.addresses import mail_address, openable, web_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/kita?x=1", "https://example.org/kita?x=1"),
        ("www.example.org", "https://www.example.org"),
        ("https://example.org:443/", "https://example.org:443/"),
    ],
)
def test_web_pages_over_https(typed: str, address: str) -> None:
    assert web_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "http://example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://user:pw@example.org",
        "https://example.org@evil.example",
        "https://example.org\x1b]2;x",
        "https://exa mple.org",
        "https://localhost",
        "https://example.org:8443/",
        "https://[::1",
        "https://example.org:x/",
        "",
    ],
)
def test_nothing_else_is_a_web_page(typed: str) -> None:
    assert web_address(typed) is None


def test_a_mail_address_is_quoted() -> None:
    assert mail_address(" jörg+kita@example.org ") == "mailto:j%C3%B6rg+kita@example.org"


@pytest.mark.parametrize(
    "typed",
    ["a@b", "a@b.de,c@d.de", "a@b.de?bcc=x@y.de", "Anna <a@b.de>", "a@b.de\n", "a b@c.de", "@c.de"],
)
def test_more_than_one_plain_address_is_refused(typed: str) -> None:
    assert mail_address(typed.rstrip(" ") + ("\x07" if typed.endswith("\n") else "")) is None


def test_phones_are_not_opened() -> None:
    assert openable("phone", "0611 31") is None
    assert openable("mail", "a@example.org") == "mailto:a@example.org"
    assert openable("web", "example.org") == "https://example.org"
