"""How long the history keeps what records held, and the list of exports its rows (Art. 5 DSGVO).

After the time only who did what kind of change when remains; undo ends there.
"""

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from db.read import Reader

if TYPE_CHECKING:
    from db.store import Store

SETTING: Final = "history_months"
MONTHS: Final = 24
"""As long as a record may stand unchecked before it is proposed for the archive."""

EXPORT_MONTHS: Final = 36
LONGEST: Final = 120
CODE: Final = "blanked-"


class Due(NamedTuple):
    """What is older than it may be: actions with contents before a day, and exports listed."""

    before: date
    actions: int
    exports: int


def months_kept(reader: Reader) -> int:
    """For how many months contents stay in the history."""
    stated = reader.setting(SETTING) or ""
    return int(stated) if stated.isdecimal() and 1 <= int(stated) <= LONGEST else MONTHS


def keep_for(store: "Store", who: str, months: int) -> None:
    """Sets for how many months contents stay; raises ValueError outside of 1 to 120."""
    if not 1 <= months <= LONGEST:
        raise ValueError(months)
    with store.write(who, "settings") as action:
        action.set_setting(SETTING, str(months))


def due(reader: Reader, today: date) -> Due:
    """What ``forget_old`` would take away on that day."""
    before = months_earlier(today, months_kept(reader))
    (actions,) = reader.execute(
        "SELECT count(DISTINCT tx) FROM log WHERE tx IN (SELECT id FROM tx WHERE at < ?)"
        " AND (old IS NOT NULL OR new IS NOT NULL)",
        (before.isoformat(),),
    )
    (exports,) = reader.execute(
        "SELECT count(*) FROM export_log WHERE at < ?",
        (months_earlier(today, EXPORT_MONTHS).isoformat(),),
    )
    return Due(before, actions[0], exports[0])


def forget_old(store: "Store", who: str, today: date) -> Due:
    """Takes the contents of old actions and old rows of the list of exports out of the file.

    It cannot be undone; the action that did it stays in the history with the day. Returns what
    went; where nothing is due nothing is written.
    """
    found = due(store.read, today)
    if not (found.actions or found.exports):
        return found
    from db.erase import empty_log_file

    with store.writing() as connection:
        with store.write(who, f"{CODE}{found.before.isoformat()}") as action:
            connection.execute(
                "UPDATE log SET old = NULL, new = NULL"
                " WHERE tx IN (SELECT id FROM tx WHERE at < ?)",
                (found.before.isoformat(),),
            )
            connection.execute(
                "DELETE FROM export_log WHERE at < ?",
                (months_earlier(today, EXPORT_MONTHS).isoformat(),),
            )
            action.keeps_itself = True
        empty_log_file(connection)
    return found


def is_forgotten(reader: Reader, number: int) -> bool:
    """Whether the contents of that action were taken out because of its age."""
    (row,) = reader.execute(
        "SELECT EXISTS (SELECT 1 FROM tx old JOIN tx done ON done.id > old.id"
        " WHERE old.id = ? AND done.what GLOB ? AND old.at < substr(done.what, ?))",
        (number, f"{CODE}[0-9]*", len(CODE) + 1),
    )
    return bool(row[0])


def months_earlier(day: date, months: int) -> date:
    """The same day that many months before, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
