"""Counting in months of the calendar."""

from datetime import date, timedelta


def months_before(day: date, months: int) -> date:
    """The same day ``months`` earlier, or the last day of that month if it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    last = following - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))
