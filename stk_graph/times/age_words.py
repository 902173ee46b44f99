"""Ages in German as people write them: ``6–10 Jahre``, ``ab 60 Jahren``, ``unter 3 Jahren``."""

from stk_graph.language import _, language
from stk_graph.times.age_lexicon import BELOW

MONTHS_BELOW = 2
"""Fractions of years up to this age are shown as months."""


def age_words(low: float | None, high: float | None) -> str:
    """The range in words; empty if nothing is known. Completed years, 2.99 is "unter 3"."""
    if low is None and high is None:
        return ""
    if high is None:
        return _("alle Altersgruppen") if low == 0 else _ab(low or 0.0)
    if low is None:
        return _upper(high)
    if _is_below(high):
        bound = _number(high + BELOW)
        if low == 0:
            return _upper(high)
        text = _("{low} bis unter {high} Jahre")
        return text.format(low=_number(low), high=bound) if _whole(low) else _mixed(low, high)
    if _in_months(low) or _in_months(high):
        if max(low, high) <= MONTHS_BELOW:
            first, last = _months(low), _months(high)
            if first == last:
                return _one(first, _("1 Monat"), _("{number} Monate"))
            return _("{low}–{high} Monate").format(low=first, high=last)
        return _mixed(low, high)
    if low == high:
        return _one(_number(low), _("1 Jahr"), _("{number} Jahre"))
    return _("{low}–{high} Jahre").format(low=_number(low), high=_number(high))


def _ab(low: float) -> str:
    if _in_weeks(low):
        return _("ab {number} Wochen").format(number=round(low * 52))
    if _in_months(low):
        return _one(_months(low), _("ab 1 Monat"), _("ab {number} Monaten"))
    return _one(_number(low), _("ab 1 Jahr"), _("ab {number} Jahren"))


def _upper(high: float) -> str:
    if _is_below(high):
        return _one(_number(high + BELOW), _("unter 1 Jahr"), _("unter {number} Jahren"))
    if _in_months(high):
        return _one(_months(high), _("bis 1 Monat"), _("bis {number} Monate"))
    return _one(_number(high), _("bis 1 Jahr"), _("bis {number} Jahre"))


def _mixed(low: float, high: float) -> str:
    """``6 Monate bis 3 Jahre``, ``6 Monate bis unter 3 Jahre``."""
    if _is_below(high):
        text, last = _("{first} bis unter {last}"), high + BELOW
    else:
        text, last = _("{first} bis {last}"), high
    return text.format(first=_point(low), last=_point(last))


def _point(age: float) -> str:
    """``8 Wochen``, ``6 Monate``, ``3 Jahre``."""
    if _in_weeks(age):
        return _("{number} Wochen").format(number=round(age * 52))
    if _in_months(age):
        return _one(_months(age), _("1 Monat"), _("{number} Monate"))
    return _one(_number(age), _("1 Jahr"), _("{number} Jahre"))


def _one(number: str, single: str, several: str) -> str:
    return single if number == "1" else several.format(number=number)


def _is_below(value: float) -> bool:
    return (
        value > 0 and abs(value + BELOW - round(value + BELOW)) < BELOW / 10 and not _whole(value)
    )


def _whole(value: float) -> bool:
    return value == int(value)


def _in_months(value: float) -> bool:
    return 0 < value < MONTHS_BELOW and not _whole(value) and not _is_below(value)


def _in_weeks(value: float) -> bool:
    """Ages that whole weeks state exactly and whole months do not."""
    weeks = abs(round(round(value * 52) / 52, 2) - value) < BELOW / 10
    months = abs(round(round(value * 12) / 12, 2) - value) < BELOW / 10
    return 0 < value < 1 and weeks and not months


def _months(value: float) -> str:
    return str(round(value * 12))


def _number(value: float) -> str:
    """``6``, ``2,5``; in English ``2.5``."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return shown.replace(".", ",") if language() == "de" else shown
