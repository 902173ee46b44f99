"""What an offer costs: amount, currency and words, said once (interchange rules, section 5)."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from db.exchange.conversion import TEXT_LIMIT, Conversion
from db.exchange.hsds_rows import Row
from db.exchange.problems import Code
from stk_graph.model.enums import YesNo

EURO = "EUR"
SIGNS = {"€": EURO, "euro": EURO, "eur": EURO, "$": "USD", "£": "GBP"}
FREE = "kostenlos"
LEAST_AMOUNT = 0.005

_FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})?(?!\d)"
_CURRENCY = r"€|\beuro\b|\beur\b"
_MONEY = re.compile(
    rf"(?i)(?P<amount>{_FIGURE})(?:,-{{1,2}}|,–)?\s?(?:{_CURRENCY})"
    rf"|(?:{_CURRENCY})\s?(?P<after>{_FIGURE})"
)
_RANGE = re.compile(
    rf"(?i)\d\s?(?:,-)?\s?(?:{_CURRENCY})?\s?(?:-|–|bis|/)\s?\d+(?:[.,]\d+)?\s?"
    rf"(?:{_CURRENCY})"
)
_FREE_WHOLE = re.compile(
    r"(?i)^\W*(?:kosten(?:los|frei)|gratis|umsonst|frei|gebührenfrei|keine(?: kosten| gebühren)?"
    r"|(?:free|none|no (?:fee|charge|cost)s?)(?: of charge)?|0(?:[,.]00?)? ?(?:€|euro|eur))\W*$"
)
_FREE_WORD = re.compile(r"(?i)kosten(?:los|frei)|gratis|umsonst|gebührenfrei|\bfree\b")
_PAID = re.compile(r"(?i)[1-9]\d*(?:[.,]\d+)? ?(?:€|eur\b|euro)|€ ?[1-9]")
_AMOUNT_CELL = re.compile(
    rf"(?i)\s*(?:{_CURRENCY}|\$|£)?\s?(?P<figure>{_FIGURE}|\d+)(?:,-{{1,2}}|,–)?\s?"
    rf"(?P<sign>{_CURRENCY}|\$|£)?\s*$"
)


class Cost(NamedTuple):
    """The words an offer's price is told in, and whether it is free."""

    text: str
    free: YesNo


def read_amount(text: str) -> float | None:
    """The one amount of money a line states: ``5,- €`` is 5, ``kostenlos`` is 0.

    None if it states none, several, a range (``10–15 €``), or both a price and free of charge.
    """
    if _FREE_WHOLE.match(text):
        return 0.0
    if _RANGE.search(text) or _FREE_WORD.search(text):
        return None
    amounts = {_number(match["amount"] or match["after"]) for match in _MONEY.finditer(text)}
    return amounts.pop() if len(amounts) == 1 else None


def _number(figure: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", figure):
        figure = figure.replace(".", "")
    return float(figure.replace(",", "."))


def amount_words(amount: float, currency: str = EURO) -> str:
    """``2 €``, ``2,50 €``; other currencies with their code."""
    whole = abs(amount - round(amount)) < LEAST_AMOUNT
    figure = f"{amount:.0f}" if whole else f"{amount:.2f}".replace(".", ",")
    return f"{figure} {'€' if currency == EURO else currency}"


def cost_of(row: Row, conversion: Conversion, rows: list[Row]) -> Cost:
    """The cost of a service from its fees and cost options; each price once."""
    options = conversion.directory.below("cost_options", "service_id", row.id)
    rows += options
    lines = row.get("fees_description").splitlines()
    said = {_compared(line) for line in lines}
    amounts: set[str] = set()
    for option in options:
        amount = _amount_of(option, conversion)
        if amount is not None:
            amounts.add(f"{amount:g}")
        line = _option_line(option, amount)
        if line and _compared(line) not in said and not _repeats(line, amount, lines):
            said.add(_compared(line))
            lines.append(line)
    text = "\n".join(lines) or row.get("fees")
    return Cost(text[:TEXT_LIMIT], cost_free_of(text, amounts))


def _amount_of(option: Row, conversion: Conversion) -> float | None:
    text = option.get("amount")
    if not text:
        return None
    found = _AMOUNT_CELL.match(text)
    if found is None:
        conversion.report.problem(Code.BAD_NUMBER, option.place, "amount", text)
        return None
    return _number(found["figure"])


def _option_line(option: Row, amount: float | None) -> str:
    """The words of an option; the amount is added if they do not state it themselves."""
    words = list(
        dict.fromkeys(filter(None, (option.get("option"), option.get("amount_description"))))
    )
    if option.get("amount") and amount is None:
        words.append(option.get("amount"))
    stated = {read_amount(word) for word in words}
    if amount is not None and amount not in stated and (amount or words):
        words.insert(min(1, len(words)), amount_words(amount, _currency(option)))
    span = "–".join(filter(None, (option.get("valid_from"), option.get("valid_to"))))
    return ", ".join(filter(None, (*words, span)))


def _currency(option: Row) -> str:
    cell = _AMOUNT_CELL.match(option.get("amount"))
    sign = option.get("currency") or (cell["sign"] if cell else "") or ""
    return SIGNS.get(sign.casefold(), sign.upper() or EURO)


def _compared(line: str) -> str:
    """A line without what writing the same price differently changes."""
    text = re.sub(r"(?i)\beuro?\b", "€", line.casefold())
    text = re.sub(r"(\d)(?:,-{1,2}|,–|[.,]00)(?!\d)", r"\1", text)
    return re.sub(r"[\s.,;:!]+", "", text)


def _repeats(line: str, amount: float | None, lines: Iterable[str]) -> bool:
    """Whether a line only says an amount that another one states with more words."""
    bare = amount is not None and _compared(line) in (_compared(amount_words(amount)), FREE)
    return bare and any(read_amount(other) == amount for other in lines)


def cost_free_of(text: str, amounts: set[str]) -> YesNo:
    """Whether an offer is free, as far as the text and the amounts of its options say so."""
    paid = any(amount.strip("0.,") for amount in amounts)
    if paid or _PAID.search(text):
        return YesNo.PARTLY if amounts and not all(a.strip("0.,") for a in amounts) else YesNo.NO
    return YesNo.YES if amounts or _FREE_WHOLE.match(text) else YesNo.UNKNOWN


def option_rows(text: str | None, free: YesNo) -> list[dict[str, object]]:
    """Rows of ``cost_options``: one for each line that states an amount, or 0 for what is free."""
    found = [(line, read_amount(line)) for line in (text or "").splitlines()]
    rows: list[dict[str, object]] = [
        {"option": line, "currency": EURO, "amount": amount}
        for line, amount in found
        if amount is not None
    ]
    if not text and free is YesNo.YES:
        rows = [{"currency": EURO, "amount": 0.0}]
    return rows
