"""Old contents of the history: what is due, and taking it away, in words."""

from typing import TYPE_CHECKING

from db.retention import Due, due, forget_old
from stk_graph.language import _

if TYPE_CHECKING:
    from stk_tui.session.core import Session


def due_now(session: "Session") -> Due:
    """What is older than it may be on the day of the session."""
    return due(session.store.read, session.today)


def forget(session: "Session") -> str:
    """Takes away what is due; the sentence says what, and is empty if nothing was."""
    if session.store.read_only or not has_something(due_now(session)):
        return ""
    done = forget_old(session.store, session.who, session.today)
    session.note_own_change()
    return _(
        "Die Aufbewahrungszeit ist um: Was vor dem {day} geändert wurde, steht nur noch ohne "
        "Inhalt im Verlauf und lässt sich nicht mehr zurücknehmen."
    ).format(day=f"{done.before:%d.%m.%Y}")


def has_something(found: Due) -> bool:
    """Whether anything is due."""
    return bool(found.actions or found.exports)


def said(found: Due, months: int) -> list[str]:
    """How long contents stay, and what is due now, a sentence each."""
    lines = [_("Aufbewahrungszeit des Verlaufs in Monaten: {months}.").format(months=months)]
    if found.actions:
        older = _("Änderungen mit Inhalt aus der Zeit vor dem {day}: {count}.")
        lines.append(older.format(day=f"{found.before:%d.%m.%Y}", count=found.actions))
    if found.exports:
        listed = _("Vermerkte Weitergaben, die älter als drei Jahre sind: {count}.")
        lines.append(listed.format(count=found.exports))
    if not has_something(found):
        lines.append(_("Nichts ist älter."))
    return lines
