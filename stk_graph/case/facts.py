"""What is asked and what was understood of it; nothing here is ever stored."""

import msgspec

from stk_graph.knowledge import Evidence
from stk_graph.model import HolidayPeriod, Period, TimeSlot
from stk_graph.model.enums import Gender, Safety
from stk_graph.text.personal import Finding


class AgeSpan(msgspec.Struct, frozen=True):
    """Completed years from ``low`` to ``high``; None = open."""

    low: float | None
    high: float | None


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a person states besides the free text; it always beats what the text says.

    ``occasions`` are keys of occasions.csv, ``area`` is an Area id, ``language`` an ISO 639 code,
    ``when`` the asked times and ``periods`` the holidays they lie in. False and None = not asked.
    """

    occasions: tuple[str, ...] = ()
    age: float | None = None
    area: str | None = None
    language: str | None = None
    when: tuple[TimeSlot, ...] = ()
    periods: tuple[Period, ...] = ()
    target_groups: tuple[str, ...] = ()
    free: bool = False
    urgent: bool = False
    accessible: bool = False
    open_access: bool = False
    gender: Gender | None = None


class Understanding(msgspec.Struct, frozen=True, kw_only=True):
    """What a case is about.

    ``occasions`` and ``offer_kinds`` hold weights in 0 to 1 by key, strongest first; the kinds
    include the contacts of the occasions. ``ages`` are the ages of the persons in the case;
    ``age_stated``: a person typed it as a fact. ``adults`` and ``children``: persons of unknown age
    take part. ``stated_groups`` were typed, ``groups`` read in the text. ``stems`` are the words of
    the text as roots, for the comparison with offers. ``evidence`` are the words that decided.
    ``periods`` are the holidays asked for, any of which will do, and ``calendar`` the holidays of
    the Land they were looked up in; both are empty if none are asked for.
    """

    occasions: dict[str, float] = {}
    offer_kinds: dict[str, float] = {}
    ages: tuple[AgeSpan, ...] = ()
    age_stated: bool = False
    adults: bool = False
    children: bool = False
    stated_groups: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    language: str | None = None
    when: tuple[TimeSlot, ...] = ()
    periods: tuple[Period, ...] = ()
    calendar: tuple[HolidayPeriod, ...] = ()
    area: str | None = None
    urgent: bool = False
    free: bool = False
    accessible: bool = False
    open_access: bool = False
    gender: Gender | None = None
    gender_stated: bool = False
    safety: tuple[Safety, ...] = ()
    personal: tuple[Finding, ...] = ()
    stems: frozenset[str] = frozenset()
    evidence: tuple[Evidence, ...] = ()
