"""Which records refer to a record: asked before it is deleted."""

import msgspec

from db.codec import layout
from db.read import Reader
from db.tables import LINKS, TABLES


class Referring(msgspec.Struct, frozen=True):
    """A record that refers to another one, and by which field."""

    table: str
    field: str
    uid: str


def referring(reader: Reader, uid: str) -> list[Referring]:
    """Which records that are there refer to this one, and by which field."""
    parts = []
    for cls, table in TABLES.items():
        lay = layout(cls)
        for field in (*lay.references, *lay.free_references, "owner"):
            parts.append(
                f"SELECT '{table}', '{field}', uid FROM live_{table} WHERE \"{field}\" = ?1"
            )
        for field, link in LINKS.get(cls, {}).items():
            parts.append(
                f"SELECT '{table}', '{field}', record FROM \"{link.table}\" JOIN live_{table}"
                f" ON record = uid WHERE target = ?1"
            )
    return [
        Referring(*row) for part in parts for row in reader.execute(part, (uid,)) if row[2] != uid
    ]
