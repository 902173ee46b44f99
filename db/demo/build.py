"""Entries of the TOML files as records: references resolved, dates placed, typed texts read."""

from datetime import date
from graphlib import CycleError, TopologicalSorter

from db.demo.expand import expanded
from db.demo.fields import record
from db.demo.kinds import REFERENCES
from db.demo.reading import DistrictError, Entry, entries
from db.demo.typed import calendar
from db.demo.understood import understood
from stk_graph.language import _
from stk_graph.model import Record


def _references(entry: Entry) -> list[tuple[str, str]]:
    found = []
    for field in REFERENCES[entry.kind]:
        typed = entry.fields.get(field)
        keys = (typed,) if isinstance(typed, str) else typed or ()
        found += [(field, key) for key in keys]
    return found


def _check_references(by_key: dict[str, Entry]) -> None:
    for entry in by_key.values():
        for field, key in _references(entry):
            kinds = REFERENCES[entry.kind][field]
            target = by_key.get(key)
            if target is None or (kinds and target.kind not in kinds):
                raise entry.refuse(field, key, _("ist kein Eintrag der Demodaten."))


def _in_order(by_key: dict[str, Entry]) -> list[Entry]:
    """The entries so that each stands behind all it refers to."""
    graph = {key: [target for _, target in _references(entry)] for key, entry in by_key.items()}
    try:
        return [by_key[key] for key in TopologicalSorter(graph).static_order()]
    except CycleError as error:
        ring = " → ".join(error.args[1])
        text = _("Demodaten: Einträge verweisen im Kreis aufeinander: {ring}")
        raise DistrictError(text.format(ring=ring)) from error


def as_typed(today: date) -> list[Record]:
    """All records of the demo district as typed, references before what refers.

    ``source_id`` is the TOML key, ``id`` is made of it. Raises ``DistrictError`` if an entry has
    an unknown field, a reference that leads nowhere, or a text that cannot be read.
    """
    by_key: dict[str, Entry] = {}
    for typed in entries():
        for entry in expanded(typed):
            if entry.key in by_key:
                raise entry.refuse("key", entry.key, _("steht schon in einer anderen Zeile."))
            by_key[entry.key] = entry
    _check_references(by_key)
    days = calendar(today)
    return [record(entry, days) for entry in _in_order(by_key)]


def district(today: date) -> list[Record]:
    """The demo district on ``today``, ready to be saved: as typed, and read as an import would.

    Offers without a stated kind carry the kind that their words say, if the words decide.
    """
    return understood(as_typed(today))
