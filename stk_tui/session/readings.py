"""How texts typed into a form are read: ages, times, phones, mails, days; and shown back."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from stk_graph.language import N_, _
from stk_graph.late import Late
from stk_graph.model import Offer, Phone, TimeSlot
from stk_graph.model.enums import PhoneKind
from stk_graph.times.age_words import age_words
from stk_graph.times.ages import AgeReading, parse_ages
from stk_graph.times.periods import parse_period
from stk_graph.times.slot_words import slot_words
from stk_graph.times.slots import TimesReading, parse_times
from stk_graph.vocabulary import label

SEPARATOR = ";"
KIND_WORDS = {
    "mobil": PhoneKind.CELL,
    "mobile": PhoneKind.CELL,
    "handy": PhoneKind.CELL,
    "fax": PhoneKind.FAX,
    "sms": PhoneKind.TEXT,
}
SHOWN_KINDS = {
    PhoneKind.CELL: N_("mobil"),
    PhoneKind.FAX: "fax",
    PhoneKind.TEXT: "sms",
}
LEAST_DIGITS = 3
TODAY_WORDS = ("heute", "today")
_EXTENSION = Late(r"(?:App\.?|Apparat|Durchwahl|DW|ext\.?)\s*(\d{1,6})\s*$", re.IGNORECASE)
_BRACKETS = Late(r"\(([^()\d]+)\)\s*$")
_NUMBER = re.compile(r"[\d\s+/().-]+")


class Reading(NamedTuple):
    """How a typed text was understood; ``holds`` is False if the sentence names a problem."""

    holds: bool
    sentence: str


def read_ages(typed: str, today: date) -> AgeReading:
    """The ages; raises ValueError with a sentence where nothing could be read."""
    reading = parse_ages(typed, today)
    if "age-reversed" in reading.problems:
        raise ValueError(_("Das Mindestalter liegt über dem Höchstalter."))
    return reading


def read_times(typed: str, today: date, state: str) -> TimesReading:
    """Slots and periods; holidays without a year are the running or next ones of the Land."""
    if "ferien" not in typed.lower():
        return parse_times(typed, today=today, year=today.year)
    from stk_graph.times.holidays import calendar

    known = calendar(state, range(today.year - 1, today.year + 3))
    return parse_times(typed, today=today, holidays=known)


def times_text(slots: Sequence[TimeSlot]) -> str:
    """The slots as a person types them."""
    return slot_words(slots)


def ages_text(offer: Offer) -> str:
    """The ages as they were typed, else as a person types them."""
    return offer.ages_text or age_words(offer.age_min, offer.age_max)


def read_day(typed: str, today: date) -> date | None:
    """A day; empty is unknown. Raises ValueError with a sentence for anything else."""
    if not typed:
        return None
    if typed.lower() in TODAY_WORDS:
        return today
    period = parse_period(typed, today.year).period
    if period is None or period.start is None or period.start != period.end:
        raise ValueError(
            _("„{typed}“ ist kein Datum. Bitte als 31.12.2026 schreiben.").format(typed=typed)
        )
    return period.start


def day_text(day: date | None) -> str:
    """The day as a person types it."""
    return f"{day:%d.%m.%Y}" if day else ""


def read_mail(typed: str) -> str | None:
    """A mail address; raises ValueError with a sentence. Nothing is looked up in the network."""
    if not typed:
        return None
    from email_validator import EmailNotValidError, validate_email

    try:
        found = validate_email(typed, check_deliverability=False, test_environment=True)
    except EmailNotValidError as wrong:
        raise ValueError(
            _("„{typed}“ ist keine vollständige E-Mail-Adresse.").format(typed=typed)
        ) from wrong
    return found.normalized


def read_phones(typed: str) -> tuple[Phone, ...]:
    """Numbers separated by semicolons, each with a kind or remark in brackets if wanted.

    Raises ValueError with a sentence for what cannot be a number.
    """
    return tuple(_phone(part.strip()) for part in typed.split(SEPARATOR) if part.strip())


def _phone(typed: str) -> Phone:
    remark = _BRACKETS.search(typed)
    number = typed[: remark.start()].strip() if remark else typed
    words = remark[1].strip() if remark else ""
    extension = _EXTENSION.search(number)
    if extension:
        number = number[: extension.start()].strip(" ,")
    if not _NUMBER.fullmatch(number) or sum(map(str.isdigit, number)) < LEAST_DIGITS:
        raise ValueError(
            _(
                "„{typed}“ ist keine Telefonnummer. Mehrere mit Semikolon trennen, "
                "Zusätze in Klammern: 069 123456 (mobil)."
            ).format(typed=typed)
        )
    kind = KIND_WORDS.get(words.lower(), PhoneKind.VOICE)
    return Phone(
        number=number,
        kind=kind,
        extension=extension[1] if extension else None,
        description=words if words and words.lower() not in KIND_WORDS else None,
    )


def phones_text(phones: Sequence[Phone]) -> str:
    """The numbers as a person types them."""
    return f"{SEPARATOR} ".join(map(_phone_text, phones))


def _phone_text(phone: Phone) -> str:
    number = phone.number
    if phone.extension:
        text = _("{number} App. {extension}")
        number = text.format(number=number, extension=phone.extension)
    remark = phone.description or _(SHOWN_KINDS.get(phone.kind, ""))
    return f"{number} ({remark})" if remark else number


def _ages_sentence(typed: str, today: date, _state: str) -> Reading:
    reading = read_ages(typed, today)
    words = age_words(reading.low, reading.high)
    if reading.leftover:
        left = _("nicht gelesen: {rest}").format(rest=reading.leftover)
        return Reading(False, "; ".join(filter(None, (words, left))))
    return Reading(True, words or _("ohne Altersangabe"))


def _times_sentence(typed: str, today: date, state: str) -> Reading:
    reading = read_times(typed, today, state)
    words = [slot_words(reading.slots)]
    words += [
        f"{period.start:%d.%m.%Y}–{period.end:%d.%m.%Y}"
        for period in reading.periods
        if period.start and period.end
    ]
    if reading.leftover:
        words.append(_("nicht gelesen: {rest}").format(rest=reading.leftover))
    shown = "; ".join(filter(None, words))
    return Reading(not reading.leftover, shown or _("ohne feste Zeit"))


def _phones_sentence(typed: str, _today: date, _state: str) -> Reading:
    phones = read_phones(typed)
    return Reading(True, ", ".join(f"{label(one.kind)} {one.number}" for one in phones))


def _mail_sentence(typed: str, _today: date, _state: str) -> Reading:
    return Reading(True, read_mail(typed) or "")


def _day_sentence(typed: str, today: date, _state: str) -> Reading:
    return Reading(True, day_text(read_day(typed, today)))


SENTENCES: dict[str, Callable[[str, date, str], Reading]] = {
    "ages": _ages_sentence,
    "times": _times_sentence,
    "phones": _phones_sentence,
    "mail": _mail_sentence,
    "date": _day_sentence,
}


def reading(reads: str, typed: str, today: date, state: str) -> Reading:
    """How ``typed`` is read as ages, times, phones, mail or date; empty text reads as nothing."""
    if not typed.strip():
        return Reading(True, "")
    try:
        return SENTENCES[reads](typed.strip(), today, state)
    except ValueError as problem:
        return Reading(False, str(problem))
