"""What must hold over several records, checked for what a transaction touched before its commit."""

import sqlite3

from db.codec import layout
from db.errors import InvalidRecord, Refused
from db.tables import CLASSES, TABLES
from stk_graph.model import Record
from stk_graph.model.problems import Problem

_TOUCHED = "(SELECT row FROM log WHERE tx = ?1 AND tbl = '{table}')"


def check(connection: sqlite3.Connection, tx: int) -> None:
    """Raises ``InvalidRecord`` or ``Refused`` if the transaction left something that cannot be.

    That is: a reference to a deleted record, a circle of parents, feedback by the observing actor.
    """
    tables = {
        row[0] for row in connection.execute("SELECT DISTINCT tbl FROM log WHERE tx=?", (tx,))
    }
    for cls, table in TABLES.items():
        link_tables = {link.table for link in layout(cls).links.values()}
        if table in tables or tables & link_tables:
            _no_dead_references(connection, tx, cls)
    for table in tables & CLASSES.keys():
        _not_referred_when_dead(connection, tx, CLASSES[table])
    for table in tables & {"actor", "area"}:
        _no_circle(connection, tx, table)
    if tables & {"feedback", "observation"}:
        _no_own_feedback(connection, tx)


def _no_dead_references(connection: sqlite3.Connection, tx: int, cls: type[Record]) -> None:
    lay = layout(cls)
    for field, target in lay.references.items():
        _refuse_if_found(
            connection,
            tx,
            f'SELECT 1 FROM "{lay.table}" c JOIN "{TABLES[target]}" p ON p.uid = c."{field}"'
            f" WHERE p.dead = 1 AND c.dead = 0 AND c.id IN {_TOUCHED.format(table=lay.table)}",
            field,
        )
    for field, link in lay.links.items():
        touched = _TOUCHED.format(table=link.table)
        if link.target is None:
            _refuse_unknown(connection, tx, link.table, "target", "record", lay.table, field)
            continue
        _refuse_if_found(
            connection,
            tx,
            f'SELECT 1 FROM "{link.table}" l JOIN "{lay.table}" c ON c.uid = l.record'
            f' JOIN "{TABLES[link.target]}" p ON p.uid = l.target'
            f" WHERE p.dead = 1 AND c.dead = 0 AND l.id IN {touched}",
            field,
        )
    for field in lay.free_references:
        _refuse_unknown(connection, tx, lay.table, field, "uid", lay.table, field)


def _refuse_unknown(  # noqa: PLR0913 - one query, its names
    connection: sqlite3.Connection,
    tx: int,
    table: str,
    column: str,
    owner: str,
    owner_table: str,
    field: str,
) -> None:
    nowhere = " AND ".join(
        f'NOT EXISTS (SELECT 1 FROM live_{name} p WHERE p.uid = c."{column}")' for name in CLASSES
    )
    _refuse_if_found(
        connection,
        tx,
        f'SELECT 1 FROM "{table}" c JOIN live_{owner_table} o ON o.uid = c."{owner}"'
        f' WHERE c."{column}" IS NOT NULL AND c.id IN {_TOUCHED.format(table=table)}'
        f" AND {nowhere}",
        field,
    )


def _refuse_if_found(connection: sqlite3.Connection, tx: int, sql: str, field: str) -> None:
    if connection.execute(f"{sql} LIMIT 1", (tx,)).fetchone() is not None:
        raise Refused("reference-missing", field=field)


def _not_referred_when_dead(connection: sqlite3.Connection, tx: int, cls: type[Record]) -> None:
    table = TABLES[cls]
    dead = connection.execute(
        f'SELECT 1 FROM "{table}" WHERE dead = 1 AND id IN {_TOUCHED.format(table=table)} LIMIT 1',
        (tx,),
    ).fetchone()
    if dead is None:
        return
    died = f'(SELECT uid FROM "{table}" WHERE dead = 1 AND id IN {_TOUCHED.format(table=table)})'
    for other, other_table in TABLES.items():
        lay = layout(other)
        for field, target in lay.references.items():
            if target is cls:
                sql = f'SELECT 1 FROM live_{other_table} WHERE "{field}" IN {died}'
                _refuse_if_found(connection, tx, sql, field)
        for field, link in lay.links.items():
            if link.target in (cls, None):
                sql = (
                    f'SELECT 1 FROM "{link.table}" JOIN live_{other_table} ON uid = record'
                    f" WHERE target IN {died}"
                )
                _refuse_if_found(connection, tx, sql, field)


def _no_circle(connection: sqlite3.Connection, tx: int, table: str) -> None:
    row = connection.execute(
        "WITH RECURSIVE up(start, above) AS ("
        f'SELECT uid, parent FROM "{table}" WHERE parent IS NOT NULL'
        f" AND id IN {_TOUCHED.format(table=table)}"
        f' UNION SELECT start, parent FROM up JOIN "{table}" ON uid = above'
        " WHERE parent IS NOT NULL)"
        f' SELECT name FROM up JOIN "{table}" ON uid = start WHERE start = above LIMIT 1',
        (tx,),
    ).fetchone()
    if row is not None:
        raise InvalidRecord([Problem("parent", "parent-cycle", {"value": row[0]})])


def _no_own_feedback(connection: sqlite3.Connection, tx: int) -> None:
    row = connection.execute(
        "SELECT 1 FROM live_feedback f JOIN live_observation o ON o.uid = f.observation"
        f" WHERE o.actor = f.actor AND (f.id IN {_TOUCHED.format(table='feedback')}"
        f" OR o.id IN {_TOUCHED.format(table='observation')}) LIMIT 1",
        (tx,),
    ).fetchone()
    if row is not None:
        raise InvalidRecord([Problem("actor", "feedback-own")])
