"""Which record a person means by an id, the id of a source, or a name that is unique."""

from db.read import Reader
from db.tables import TABLES
from stk_graph.language import _
from stk_graph.model import Actor, Area, Contact, Network, Offer, Record, is_id
from stk_graph.text import fold
from stk_tui.session.history import KINDS
from stk_tui.session.problems import BadInput

NAMED: dict[type[Record], str] = {
    Actor: "name",
    Contact: "name",
    Offer: "title",
    Area: "name",
    Network: "name",
}
SHOWN_CANDIDATES = 8


class NotFound(BadInput):
    """Nothing goes by this name."""

    def __str__(self) -> str:
        return _(
            "„{name}“ ist nicht bekannt. Mit „stk contacts“ steht alles in einer Liste."
        ).format(name=self.args[0])


class Ambiguous(BadInput):
    """Several records go by this name; the arguments are the name and (id, title) pairs."""

    def __str__(self) -> str:
        name, candidates = self.args
        lines = [f"  {uid}  {title}" for uid, title in candidates[:SHOWN_CANDIDATES]]
        if len(candidates) > SHOWN_CANDIDATES:
            more = len(candidates) - SHOWN_CANDIDATES
            lines.append(_("  … und {count} weitere").format(count=more))
        head = _("„{name}“ gibt es mehrfach. Bitte eine der Kennungen angeben:").format(name=name)
        return "\n".join([head, *lines])


def look_up(read: Reader, named: str, kinds: tuple[type[Record], ...] = tuple(NAMED)) -> str:
    """The id of the record that is meant.

    An exact name or source id comes first, then the beginning of a name, then any part of it; upper
    and lower case and umlauts in either spelling are the same. Raises ``NotFound``, ``Ambiguous``.
    """
    if is_id(named):
        if read.kind_of(named) is None:
            raise NotFound(named)
        return named
    by_source = [record for kind in TABLES for record in read.where(kind, source_id=named)]
    meant = [one for one in by_source if type(one) in kinds]
    if len(meant) == 1:
        return meant[0].id
    if meant:
        raise Ambiguous(named, [(one.id, _described(one)) for one in meant])
    wanted = fold(named)
    if not wanted:
        raise NotFound(named)
    names = [
        (record.id, getattr(record, field))
        for kind, field in NAMED.items()
        if kind in kinds
        for record in read.each(kind)
    ]
    tests = (str.__eq__, str.startswith, str.__contains__)
    for test in tests:
        found = [(uid, name) for uid, name in names if test(fold(name), wanted)]
        if len(found) == 1:
            return found[0][0]
        if found:
            records = (read.find(uid) for uid, _name in found)
            raise Ambiguous(named, [(one.id, _described(one)) for one in records if one])
    raise NotFound(named)


def _described(record: Record) -> str:
    """What tells records of one name apart: their kind and what they belong to."""
    name = getattr(record, NAMED.get(type(record), "id"))
    kind = _(KINDS.get(type(record).__name__.lower(), "Eintrag"))
    about = getattr(record, "title", "") if isinstance(record, Contact) else ""
    return f"{name} ({', '.join(filter(None, (kind, about)))})"
