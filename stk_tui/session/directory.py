"""Actors, contacts, areas and offers: lists, details, forms, saving and deleting."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from db.errors import Gone, InvalidRecord
from stk_graph.language import _
from stk_graph.model import Actor, Area, Contact, Invalid, Offer, Record, Verified
from stk_tui.ports import FormProblems
from stk_tui.session import forms
from stk_tui.session.history import KINDS, action_code
from stk_tui.session.merging import merged
from stk_tui.session.options import Option, options
from stk_tui.session.places import address_values, with_address
from stk_tui.session.readings import Reading, reading
from stk_tui.session.responsible import contact_values, with_contact
from stk_tui.session.rows import Row, rows

if TYPE_CHECKING:
    from stk_tui.session.core import Session
    from stk_tui.session.details import Detail

CLASSES: dict[str, type[Record]] = {
    "actor": Actor,
    "contact": Contact,
    "area": Area,
    "offer": Offer,
}


class Directory:
    """The directory of an open data file."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    @property
    def is_empty(self) -> bool:
        """Whether nobody has recorded an institution or an offer yet."""
        found = self._session.store.read.execute(
            "SELECT EXISTS(SELECT 1 FROM live_actor) OR EXISTS(SELECT 1 FROM live_offer)"
        )
        return not found[0][0]

    def rows(self, kind: str | None = None) -> list[Row]:
        """The records of a kind, or actors, contacts and areas, sorted by kind and title."""
        return rows(self._session.store.read, kind)

    def detail(self, id: str) -> "Detail":  # noqa: A002 - the word of the screens
        """The record with its neighbours; raises KeyError if it is not there any more."""
        from stk_tui.session.details import describe

        return describe(self._session.graph, id, self._session.today)

    def form(self, kind: str, id: str | None) -> dict[str, str]:  # noqa: A002
        """The values of a form; raises KeyError if the record is not there any more."""
        record = self._record(kind, id) if id else None
        cls = CLASSES[kind]
        values = forms.form_values(record) if record else forms.blank_values(cls)
        if cls is Actor:
            actor = record if isinstance(record, Actor) else None
            values |= address_values(self._session.store.read, actor)
        if cls is Offer:
            offer = record if isinstance(record, Offer) else None
            values |= contact_values(self._session.store.read, offer)
        return values

    def options(self, source: str) -> list[Option]:
        """Keys and labels of a vocabulary, of a closed set, or of the records of a kind."""
        if source == "flag":
            return [(forms.YES, _("ja"))]
        return options(self._session.store.read, source)

    def reading(self, reads: str, typed: str) -> Reading:
        """How a typed text is understood."""
        return reading(reads, typed, self._session.today, self._session.state)

    def save(
        self,
        kind: str,
        id: str | None,  # noqa: A002
        values: Mapping[str, str],
        seen: Mapping[str, str] | None = None,
    ) -> str:
        """Saves as one action and gives the id.

        ``seen``: the values the form was opened with, so that nothing another program saved
        meanwhile is lost. Raises ``FormProblems`` with one sentence a field, ``Conflicts``,
        ``StoreError``.
        """
        session = self._session
        before = self._known(kind, id, values) if id else None
        if before is not None and seen is not None:
            values = merged(values, seen, self.form(kind, id))
        context = forms.Context(session.today, session.state)
        record = forms.record_from(CLASSES[kind], before, values, context)
        code = action_code("saved" if before else "created", kind, record.id)
        try:
            records, dropped = self._with_others(record, values)
            with session.store.write(session.who, code) as action:
                action.save_all(records)
                if dropped is not None:
                    action.delete(dropped)
        except (Invalid, InvalidRecord) as refused:
            raise FormProblems(forms.problems_by_field(refused.problems)) from refused
        for one in records:
            session.follow(one)
        if dropped is not None:
            session.refresh()
        return record.id

    def _with_others(
        self, record: Record, values: Mapping[str, str]
    ) -> tuple[list[Record], str | None]:
        """The record with what stands in its form too: a place or a person's role.

        The second value is the id of a role that falls away.
        """
        read = self._session.store.read
        if isinstance(record, Actor):
            actor, place = with_address(read, record, values)
            return ([actor] if place is None else [place, actor]), None
        if isinstance(record, Offer):
            role, dropped = with_contact(read, record, values)
            return ([record] if role is None else [record, role]), dropped
        return [record], None

    def _known(self, kind: str, uid: str, values: Mapping[str, str]) -> Record:
        try:
            return self._record(kind, uid)
        except KeyError as gone:
            raise Gone(title=values.get("name") or values.get("title") or uid) from gone

    def verify(self, id: str) -> str:  # noqa: A002
        """Notes that somebody checked the record today, and says so.

        Raises KeyError if it is not there any more, ``StoreError`` if it cannot be saved.
        """
        session = self._session
        kind = session.store.read.kind_of(id)
        record = session.store.read.get(kind, id) if kind is not None else None
        if record is None:
            raise KeyError(id)
        if not isinstance(record, Verified):
            return _("Dieser Eintrag hat kein Prüfdatum.")
        checked = msgspec.structs.replace(record, verified_on=session.today)
        code = action_code("verified", type(record).__name__.lower(), id)
        with session.store.write(session.who, code) as action:
            action.save(checked)
        session.follow(checked)
        return _("Als heute geprüft vermerkt. u macht es rückgängig.")

    def delete(self, id: str) -> str:  # noqa: A002
        """Deletes, and gives the sentence that says so; raises ``StillReferred``."""
        session = self._session
        kind = session.store.read.kind_of(id)
        if kind is None:
            raise KeyError(id)
        name = kind.__name__.lower()
        with session.store.write(session.who, action_code("deleted", name, id)) as action:
            action.delete(id)
        session.refresh()
        return _("{kind} gelöscht. Mit u lässt es sich zurücknehmen.").format(kind=_(KINDS[name]))

    def _record(self, kind: str, uid: str) -> Record:
        record = self._session.store.read.get(CLASSES[kind], uid)
        if record is None:
            raise KeyError(uid)
        return record
