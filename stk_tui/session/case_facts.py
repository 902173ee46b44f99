"""The facts of a case as the fields of the screen and the options of the command give them."""

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from stk_graph.case import Facts, Understanding
from stk_graph.language import _
from stk_graph.model.enums import Access
from stk_graph.vocabulary import languages, occasions, target_groups
from stk_tui.session.problems import BadInput

if TYPE_CHECKING:
    from datetime import date

    from stk_graph.model import Period
    from stk_graph.times.slots import TimesReading

# Readers of typed ages and times are imported when something is typed: most cases are only told.

YES = "yes"
OLDEST = 120
SEPARATOR = ","

CLEARED: dict[str, dict[str, Any]] = {
    "occasion": {"occasions": {}, "offer_kinds": {}},
    "age": {"ages": (), "adults": False, "children": False},
    "area": {"area": None},
    "target_group": {"groups": (), "stated_groups": ()},
    "access": {"open_access": False},
    "language": {"language": None},
    "free": {"free": False},
    "when": {"when": (), "periods": ()},
    "urgent": {"urgent": False},
}
"""What becomes of the reading of the text when a person empties the field."""


def _keys(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(SEPARATOR) if part.strip())


def facts_from(fields: Mapping[str, str], today: "date", state: str) -> Facts:
    """The typed fields as facts; raises ``BadInput`` for an occasion that does not exist."""
    chosen = _keys(fields.get("occasion", ""))
    unknown = [key for key in chosen if key not in occasions()]
    if unknown:
        sentence = _("Den Anlass „{key}“ gibt es nicht. Die Anlässe listet „stk case --occasions“.")
        raise BadInput(sentence.format(key=unknown[0]))
    times = _times(fields.get("when", ""), today, state)
    return Facts(
        occasions=chosen,
        age=_age(fields.get("age", ""), today),
        area=fields.get("area") or None,
        language=fields.get("language") or None,
        when=times.slots if times else (),
        periods=_holidays(times),
        target_groups=_keys(fields.get("target_group", "")),
        free=fields.get("free") == YES,
        urgent=fields.get("urgent") == YES,
        open_access=fields.get("access") == Access.OPEN,
    )


def refuse_unread(fields: Mapping[str, str], facts: Facts) -> None:
    """Raises ``BadInput`` for what was typed and could not be read or is in no list.

    A screen shows at once what it read; a command must not pass over it.
    """
    read = {
        "age": facts.age is not None and 0 <= facts.age <= OLDEST,
        "when": bool(facts.when or facts.periods),
    }
    named = {"age": _("Alter"), "when": _("Zeit")}
    for name, was_read in read.items():
        typed = fields.get(name, "").strip()
        if typed and not was_read:
            sentence = _("„{typed}“ ist nicht lesbar als {what}. Es wurde nicht gesucht.")
            raise BadInput(sentence.format(typed=typed, what=named[name]))
    for name, rows in (("target_group", target_groups), ("language", languages)):
        for key in _keys(fields.get(name, "")):
            if key not in rows():
                sentence = _("„{key}“ steht in keiner Liste. Möglich sind zum Beispiel: {some}.")
                raise BadInput(sentence.format(key=key, some=", ".join(islice(rows(), 6))))


def _age(typed: str, today: "date") -> float | None:
    """The age as typed: ``7``, ``Kl. 2``, ``8 Monate``; of a range the lower end."""
    if not typed.strip():
        return None
    try:
        return float(typed.replace(",", "."))
    except ValueError:
        from stk_tui.session.readings import read_ages

        reading = read_ages(typed, today)
        return reading.low if reading.low is not None else reading.high


def _times(typed: str, today: "date", state: str) -> "TimesReading | None":
    if not typed.strip():
        return None
    from stk_tui.session.readings import read_times

    return read_times(typed, today, state)


def _holidays(times: "TimesReading | None") -> "tuple[Period, ...]":
    """The holidays that were typed; dates of the school time are no question for holidays."""
    periods = times.periods if times is not None else ()
    return tuple(period for period in periods if period.holiday_key is not None)


def without_emptied(case: Understanding, fields: Mapping[str, str]) -> Understanding:
    """The understanding without what a person took out by emptying its field."""
    emptied = [name for name, value in fields.items() if not value.strip() and name in CLEARED]
    changes = {field: value for name in emptied for field, value in CLEARED[name].items()}
    return msgspec.structs.replace(case, **changes) if changes else case


def fields_of(case: Understanding) -> dict[str, str]:
    """What was understood, for the fields: keys for choices, else as a person types it."""
    from stk_graph.times.age_words import age_words
    from stk_graph.times.slot_words import slot_words

    first = case.ages[0] if case.ages else None
    return {
        "occasion": SEPARATOR.join(case.occasions),
        "age": age_words(first.low, first.high) if first else "",
        "area": case.area or "",
        "target_group": SEPARATOR.join(case.stated_groups or case.groups),
        "access": Access.OPEN if case.open_access else "",
        "language": case.language or "",
        "free": YES if case.free else "",
        "when": slot_words(case.when),
        "urgent": YES if case.urgent else "",
    }
