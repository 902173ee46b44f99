"""All that the file holds about one person (Art. 15 DSGVO): rows, history, sources, exports, names.

Deleted records and former values count: as long as they stand in the file they are held.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from db.codec import Layout, layout
from db.erase import Mention, mentions_of
from db.read import Reader
from db.sources import Note, notes
from db.tables import CLASSES, LINKS, TABLES
from stk_graph.model import Contact, Record
from stk_graph.model.enums import Visibility

TABLE = TABLES[Contact]
EMPTY: tuple[object, ...] = (None, "", [], {})

OF_THE_STORE = frozenset({"id", "uid", "ver", "created", "changed"})
"""Columns by which the store keeps count; the history tells them by its own number and moment."""

LEVELS = tuple(level.value for level in Visibility)
"""From the narrowest to the widest: an export of a level holds that level and all wider ones."""


class Held(NamedTuple):
    """A record of the person, or one that refers to the person; fields without a value are left."""

    table: str
    uid: str
    is_deleted: bool
    values: dict[str, Any]


class Imported(NamedTuple):
    """What a source said when it was read."""

    source: str
    values: dict[str, Any]


class Step(NamedTuple):
    """A change that the history keeps: the fields that differ, before and after."""

    number: int
    at: str
    who: str
    what: str
    table: str
    operation: str
    before: dict[str, Any]
    after: dict[str, Any]


class Export(NamedTuple):
    """An export since the person was recorded, of a level that the person was published on."""

    at: str
    who: str
    format: str
    level: str
    purpose: str
    recipient: str | None


class About(NamedTuple):
    """All that is held about a person."""

    records: list[Held]
    imported: list[Imported]
    notes: list[Note]
    steps: list[Step]
    exports: list[Export]
    mentions: list[Mention]


def names_of_persons(reader: Reader) -> dict[str, list[str]]:
    """Every person that is or was recorded: id to names, the present or last one first."""
    found: dict[str, list[str]] = {}
    for uid, name in [
        *reader.execute(f'SELECT uid, name FROM "{TABLE}" ORDER BY id'),
        *reader.execute(
            "SELECT uid, json_extract(coalesce(new, old), '$.name') FROM log"
            " WHERE tbl = ? AND coalesce(new, old) IS NOT NULL ORDER BY id DESC",
            (TABLE,),
        ),
    ]:
        names = found.setdefault(uid, [])
        if name and name not in names:
            names.append(name)
    return found


def about_person(reader: Reader, uid: str, names: Iterable[str]) -> About:
    """What the file holds about the person with this id, who bears or bore these names."""
    wanted = list(names)
    with reader.snapshot():
        steps = list(_steps(reader, uid, wanted))
        return About(
            list(_records(reader, uid)),
            list(_imported(reader, uid)),
            notes(reader, uid),
            steps,
            _exports(reader, uid),
            mentions(reader, wanted, uid),
        )


def mentions(reader: Reader, names: Iterable[str], uid: str | None = None) -> list[Mention]:
    """Where one of the names stands in texts of records other than the one with that id."""
    found = [mention for name in names for mention in mentions_of(reader, name)]
    return [mention for mention in dict.fromkeys(found) if mention.uid != uid]


def _records(reader: Reader, uid: str) -> Iterator[Held]:
    yield from _rows(reader, layout(Contact), "uid = ?1", uid)
    for cls in TABLES:
        lay = layout(cls)
        fields = [name for name, kind in lay.references.items() if kind is Contact]
        terms = [f'"{name}" = ?1' for name in fields]
        terms += [
            f'uid IN (SELECT record FROM "{link.table}" WHERE target = ?1)'
            for link in LINKS.get(cls, {}).values()
            if link.target in (None, Contact)
        ]
        if terms:
            yield from _rows(reader, lay, f"({' OR '.join(terms)}) AND uid <> ?1", uid)


def _rows(reader: Reader, lay: Layout[Any], condition: str, uid: str) -> Iterator[Held]:
    sql = f'SELECT dead, {lay.names} FROM "{lay.table}" WHERE {condition} ORDER BY id'
    for dead, *row in reader.execute(sql, (uid,)):
        values = dict(zip(lay.fields, row, strict=True))
        for field in lay.json_fields:
            values[field] = values[field] and msgspec.json.decode(values[field])
        for field in lay.flag_fields:
            values[field] = bool(values[field])
        kept = {name: value for name, value in values.items() if value not in EMPTY}
        yield Held(lay.table, str(kept.pop("id")), bool(dead), kept)


def _imported(reader: Reader, uid: str) -> Iterator[Imported]:
    rows = reader.execute(
        "SELECT s.name, body FROM source_record r JOIN source s ON s.id = r.source"
        " WHERE r.uid = ? ORDER BY r.id",
        (uid,),
    )
    for source, body in rows:
        yield Imported(source, msgspec.json.decode(body))


def _steps(reader: Reader, uid: str, names: list[str]) -> Iterator[Step]:
    """Changes of the person, of what refers to the person, and of texts with one of the names."""
    signs = [uid, *(json.dumps(name, ensure_ascii=False)[1:-1] for name in names)]
    kept = " OR ".join(
        f"instr(coalesce(old, ''), ?{n}) OR instr(coalesce(new, ''), ?{n})"
        for n in range(1, len(signs) + 1)
    )
    rows = reader.execute(
        "SELECT tx.id, tx.at, tx.who, tx.what, tbl, op, old, new FROM log JOIN tx ON tx.id = log.tx"
        f" WHERE uid = ?1 OR {kept} ORDER BY log.id",
        signs,
    )
    for number, at, who, what, table, operation, old, new in rows:
        before, after = (_logged(table, text) for text in (old, new))
        differing = [
            name
            for name in before | after
            if name not in OF_THE_STORE and before.get(name) != after.get(name)
        ]
        if CLASSES.get(table) not in PERSONAL:
            differing = [
                name
                for name in differing
                if any(sign in str(each.get(name)) for sign in signs for each in (before, after))
            ]
        yield Step(
            number,
            at,
            who,
            what,
            table,
            operation,
            {name: before[name] for name in differing if before.get(name) not in EMPTY},
            {name: after[name] for name in differing if after.get(name) not in EMPTY},
        )


def _logged(table: str, text: str | None) -> dict[str, Any]:
    """The columns of a row that the history keeps, lists and truth as what they are."""
    values: dict[str, Any] = msgspec.json.decode(text) if text else {}
    if values.pop("dead", 0):
        values["dead"] = True
    for column in layout(CLASSES[table]).columns if table in CLASSES else ():
        value = values.get(column.name)
        if value is not None and column.is_json:
            values[column.name] = msgspec.json.decode(value)
        if value is not None and column.is_flag:
            values[column.name] = bool(value)
    return values


PERSONAL: frozenset[type[Record]] = frozenset(
    cls for cls in TABLES if cls is Contact or Contact in layout(cls).references.values()
)
"""Records that are about persons; of others only the fields that name the person are told."""


def _exports(reader: Reader, uid: str) -> list[Export]:
    """Exports since the person was recorded, of levels that the person was published on."""
    known = reader.execute(
        f'SELECT created, visibility FROM "{TABLE}" WHERE uid = ?1 UNION ALL'
        " SELECT at, json_extract(coalesce(new, old), '$.visibility') FROM log"
        " JOIN tx ON tx.id = log.tx WHERE uid = ?1 AND tbl = ?2",
        (uid, TABLE),
    )
    if not known:
        return []
    since = min(at for at, _level in known)
    widest = max(LEVELS.index(level) if level in LEVELS else 0 for _at, level in known)
    rows = reader.execute(
        "SELECT at, who, format, level, purpose, recipient FROM export_log WHERE at >= ?"
        " AND level IN (SELECT value FROM json_each(?)) ORDER BY id",
        (since, json.dumps(LEVELS[: widest + 1])),
    )
    return [Export(*row) for row in rows]
