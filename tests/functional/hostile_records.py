"""Records as somebody hostile would write them: each payload in every text field of every kind."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from db.codec import Layout, layout
from db.errors import Refused
from db.gate import admit
from db.store import Store, open_store
from stk_graph.model import Actor, Contact, ContactRole, Offer, Record
from stk_graph.model.enums import Access, OfferStatus
from stk_graph.text import clean
from stk_graph.vocabulary.known_keys import VOCABULARY_OF_FIELD
from tests.unit.db.store_samples import full_district
from tests.unit.db.store_values import PHONE

PAYLOADS = {
    "clipboard": "x\x1b]52;c;UFdORUQ=\x1b\\ y",
    "window title": "\x1b]2;PWNTITLE\x1b\\",
    "title without end": "\x1b]0;PWNED\x07",
    "colour": "\x1b[31;5mPWNED",
    "colour in one byte": "\x9b31;5mPWNED",
    "direction": "abc\u202edcba",
    "zero": "a\0b",
    "tag": "a\U000e0041b\u2066c\ufeffd",
    "back": "Anna\b\b\b\rPWN",
    "click": "[@click=app.pwn]Anna[/]",
    "end of a style": "Verein [/b]",
    "link": "[link=http://evil]Anna[/link]",
    "colour name": "[red]Anna[/red]",
    "honest brackets": "Kita [ehem. Hort] [A1]",
    "open bracket": "Haus [=",
    "picture name": "Anna :heart:",
    "template": "$n {name} %s",
    "statement": "'; DROP TABLE actor; --",
    "formula": "=1+1",
    "path": "../../x",
    "quotes": '" | . \\ a\\[b]',
    "right to left": "مدرسة שלום e\u0301\u0301\u0301\u0301",
    "long": "l" * 10_000,
}
CASE = "Hausaufgabenbetreuung für ein Kind, 8 Jahre"
"""What ``answering`` answers."""

IN_KEYS = ("window title", "click", "end of a style")
"""Payloads that stand in the fields for vocabulary keys as well, in districts of their own."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\u2028\u2029]"
)
"""What must never reach a terminal; line ends and tabs are judged by where they stand."""


def hostile(name: str) -> str:
    """The payload with a harmless mark at its end, by which the test knows it again."""
    return f"{PAYLOADS[name]} {mark(name)}"


def mark(name: str) -> str:
    """A word that no other record holds."""
    return f"Marke{list(PAYLOADS).index(name):02d}"


def seen(name: str) -> str:
    """What a person may see of a payload."""
    return clean(hostile(name))


def _free_fields(lay: Layout[Any]) -> list[str]:
    """Fields that hold text or lists, not references to other records."""
    known = {*lay.references, *lay.free_references, "id", "owner"}
    return [name for name in (*lay.text_fields, *lay.json_fields) if name not in known]


def _with_text(value: Any, text: str) -> Any:
    """``value`` with every text in it replaced."""
    if isinstance(value, str):
        return text
    if isinstance(value, list):
        return [_with_text(entry, text) for entry in value]
    if isinstance(value, dict):
        return {key: _with_text(entry, text) for key, entry in value.items()}
    return value


def hostile_values(record: Record, text: str, *, keys: bool = True) -> dict[str, Any]:
    """The fields that a record can hold with ``text`` in them, as built-in values.

    Without ``keys`` those that hold words of a vocabulary stay: what finds the record is kept.
    """
    lay = layout(type(record))
    values = msgspec.to_builtins(record)
    changed: dict[str, Any] = {}
    kept = () if keys else VOCABULARY_OF_FIELD.get(type(record), ())
    for field in _free_fields(lay):
        if field in kept:
            continue
        wanted = text if field in lay.text_fields else _with_text(values[field], text)
        if _holds(record, values | {field: wanted}):
            changed[field] = wanted
    return changed


def _holds(record: Record, values: dict[str, Any]) -> bool:
    try:
        msgspec.convert(values, type(record))
    except msgspec.ValidationError:
        return False
    return True


def _admitted(record: Record, text: str, refused: set[str]) -> Record:
    """The record with ``text`` in every field in which the gate takes it."""
    values = msgspec.to_builtins(record)
    for field, wanted in hostile_values(record, text).items():
        if field in refused:
            continue
        tried = msgspec.convert(values | {field: wanted}, type(record))
        try:
            admit(tried)
        except Refused:
            continue
        values[field] = wanted
    return msgspec.convert(values, type(record))


def write_through_the_gate(path: Path) -> None:
    """A data file to which every hostile text was saved as a person or an import would."""
    refused: set[str] = set()
    with open_store(path, create=True) as store:
        for name in PAYLOADS:
            while not _saved(store, hostile(name), refused):
                pass


def _saved(store: Store, text: str, refused: set[str]) -> bool:
    """Whether a district with ``text`` was saved; else the field in the way is in ``refused``."""
    try:
        with store.write("test", "demo") as action:
            action.save_all(_admitted(record, text, refused) for record in full_district())
    except Refused as error:
        field = str(error.values["field"])
        if field in refused:
            raise
        refused.add(field)
        return False
    return True


def answering() -> list[Record]:
    """An institution, its offer and its person, as the answer to a case about homework."""
    actor = Actor(name="Hort", phones=(PHONE,), description="Hort", short="H")
    person = Contact(name="Zoë", title="Leitung", employer=actor.id, phones=(PHONE,))
    offer = Offer(
        title="Hausaufgaben",
        lead=actor.id,
        offer_kind="hausaufgabenbetreuung",
        target_groups=("kinder",),
        age_min=6,
        age_max=10,
        access=Access.OPEN,
        how_to_get_in="anrufen",
        description="Hilfe",
        ages_text="Grundschule",
        times_text="täglich",
        status=OfferStatus.RUNNING,
    )
    role = ContactRole(contact=person.id, offer=offer.id, responsibility="Anmeldung")
    return [actor, person, offer, role]


def write_past_the_gate(path: Path) -> int:
    """A data file into which the texts were put behind the program's back; counts them."""
    districts = [(name, False, [*full_district(), *answering()]) for name in PAYLOADS]
    districts += [(name, True, full_district()) for name in IN_KEYS]
    with open_store(path, create=True) as store:
        for _name, _keys, district in districts:
            with store.write("test", "demo") as action:
                action.save_all(district)
    put = 0
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type='trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        for name, keys, district in districts:
            for record in district:
                changed = hostile_values(record, hostile(name), keys=keys)
                for column, value in _columns(record, changed):
                    table = layout(type(record)).table
                    statement = f'UPDATE "{table}" SET "{column}" = ? WHERE uid = ?'
                    connection.execute(statement, (value, record.id))
                    put += 1
    return put


def _columns(record: Record, changed: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for column in layout(type(record)).columns:
        if column.field in changed:
            value = changed[column.field]
            yield column.name, msgspec.json.encode(value).decode() if column.is_json else value
