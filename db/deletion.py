"""Deleting: which records go with one, which lose a mention of it, and which forbid it."""

import json
import sqlite3

from db.codec import layout, title_of
from db.errors import Changed, Gone, StillReferred
from db.read import Reader
from db.references import Referring, referring
from db.tables import CLASSES
from stk_graph.model import Record

PARTS = frozenset(
    {
        ("contact_role", "contact"),
        ("contact_role", "actor"),
        ("contact_role", "offer"),
        ("contact_role", "need"),
        ("contact_role", "network"),
        ("membership", "network"),
        ("membership", "actor"),
        ("membership", "contact"),
        ("acquaintance", "from_contact"),
        ("acquaintance", "to_contact"),
        ("attendance", "meeting"),
        ("attendance", "contact"),
        ("feedback", "observation"),
        ("need_cover", "need"),
        ("need_cover", "offer"),
        ("rating", "need"),
        ("rating", "round"),
        ("chain_link", "chain"),
        ("handover", "from_link"),
        ("handover", "to_link"),
        ("agenda_item", "meeting"),
        ("decision", "meeting"),
        ("tie_report", "from_actor"),
        ("tie_report", "to_actor"),
        ("pathway", "from_actor"),
        ("pathway", "to_actor"),
    }
)
"""Records that make no sense without what this field refers to: they go with it."""

MENTIONS = frozenset(
    {
        ("contact", "deputy"),
        ("location", "actor"),
        ("offer", "origin"),
        ("task", "origin"),
        ("area", "borders"),
        ("agenda_item", "links"),
        ("decision", "links"),
        ("decision", "item"),
    }
)
"""Fields that only mention a record: they are emptied. Every other reference forbids deleting."""


def delete_record(
    connection: sqlite3.Connection, reader: Reader, at: str, uid: str, version: int | None
) -> None:
    """Marks a record and its parts as deleted at ``at``; see ``Transaction.delete``."""
    record = reader.find(uid)
    if record is None:
        raise Gone(title=uid)
    if version is not None and version != record.version:
        raise Changed(None, record, title_of(record))
    dying, mentions = _consequences(reader, record)
    for mention in mentions:
        _empty(connection, at, mention, dying)
    for dead, table in dying.items():
        connection.execute(
            f'UPDATE "{table}" SET dead = 1, ver = ver + 1, changed = ? WHERE uid = ?', (at, dead)
        )


def _consequences(reader: Reader, record: Record) -> tuple[dict[str, str], list[Referring]]:
    """Ids with tables of all that dies, and the mentions to empty elsewhere."""
    dying = {record.id: layout(type(record)).table}
    waiting = [record.id]
    mentions: list[Referring] = []
    needed: list[Referring] = []
    while waiting:
        for found in referring(reader, waiting.pop()):
            if (found.table, found.field) in PARTS:
                if found.uid not in dying:
                    dying[found.uid] = found.table
                    waiting.append(found.uid)
            elif (found.table, found.field) in MENTIONS:
                mentions.append(found)
            else:
                needed.append(found)
    needed = [found for found in needed if found.uid not in dying]
    if needed:
        titles = reader.titles(found.uid for found in needed)
        needing = dict.fromkeys(
            (found.table, found.uid, titles.get(found.uid, found.uid)) for found in needed
        )
        raise StillReferred(title_of(record), list(needing))
    return dying, [found for found in mentions if found.uid not in dying]


def _empty(
    connection: sqlite3.Connection, at: str, mention: Referring, dying: dict[str, str]
) -> None:
    """Takes the dying records out of the field of a living one."""
    lay = layout(CLASSES[mention.table])
    gone = json.dumps(list(dying))
    if mention.field in lay.links:
        connection.execute(
            f'DELETE FROM "{lay.links[mention.field].table}" WHERE record = ?'
            " AND target IN (SELECT value FROM json_each(?))",
            (mention.uid, gone),
        )
        change = ""
    else:
        change = f', "{mention.field}" = NULL'
    connection.execute(
        f'UPDATE "{mention.table}" SET ver = ver + 1, changed = ?{change} WHERE uid = ?',
        (at, mention.uid),
    )
