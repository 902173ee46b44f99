"""Values that the sample records share."""

from datetime import date
from typing import Any

from stk_graph.model import (
    Period,
    Phone,
    TimeSlot,
)
from stk_graph.model.enums import (
    DayPart,
    PhoneKind,
    Rhythm,
    Term,
    Visibility,
    Weekday,
)

DAY = date(2026, 11, 3)
LATER = date(2027, 1, 20)

PHONE = Phone(number="0611 55500", kind=PhoneKind.CELL, extension="12", description="vormittags")
SLOTS = (
    TimeSlot(
        weekday=Weekday.TU,
        start=600,
        end=1440,
        rhythm=Rhythm.MONTHLY,
        anchor=DAY,
        nth=-1,
        term=Term.SCHOOL_TIME,
        on_public_holidays=False,
    ),
    TimeSlot(day_part=DayPart.EVENING, rhythm=Rhythm.IRREGULAR),
)
PERIOD = Period(start=DAY, end=LATER, holiday_key="he_2026_weihnachten", closed_days=(DAY,))


def owned_by(owner: str) -> dict[str, Any]:
    """What every kind of record has: where it came from, who may see it, whose it is."""
    return {"source_id": "a/1", "visibility": Visibility.PROFESSIONAL, "owner": owner}
