"""What a person typed about ages, hours and holidays, read by ``stk_graph.times``."""

from datetime import date

from db.demo.days import Calendar


def calendar(today: date) -> Calendar:
    return Calendar(today, ())
