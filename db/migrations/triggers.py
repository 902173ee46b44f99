"""Triggers that write the history and views of the living rows, made from the actual columns.

They are no part of a migration: they are made again after each, because ``transform()`` of
sqlite-utils drops every trigger of a table.
"""

import sqlite3

from db.tables import CLASSES, DOCUMENT_TEXTS, LOGGED_TABLES

_OPERATIONS = {"insert": "NEW", "update": "NEW", "delete": "OLD"}


def row_object(columns: list[tuple[str, str]], row: str) -> str:
    """JSON object of a row; real numbers as text of 17 digits, which is exact."""
    parts = []
    for name, kind in columns:
        cell = f'{row}."{name}"'
        if kind == "REAL":
            cell = f"CASE WHEN {cell} IS NULL THEN NULL ELSE printf('%!.17g',{cell}) END"
        parts.append(f"'{name}',{cell}")
    return f"json_object({','.join(parts)})"


def _uid(names: set[str], row: str) -> str:
    if "uid" in names:
        return f'{row}."uid"'
    return f'{row}."record"' if "record" in names else "NULL"


def _trigger(table: str, columns: list[tuple[str, str]], operation: str) -> str:
    names = {name for name, _kind in columns}
    row = _OPERATIONS[operation]
    old = "NULL" if operation == "insert" else row_object(columns, "OLD")
    new = "NULL" if operation == "delete" else row_object(columns, "NEW")
    return (
        f'CREATE TRIGGER "log_{table}_{operation}" AFTER {operation.upper()} ON "{table}" '
        "BEGIN INSERT INTO log(tx, tbl, row, op, uid, old, new) "
        f"SELECT (SELECT tx FROM cur), '{table}', {row}.id, '{operation}', {_uid(names, row)}, o, n"
        f" FROM (SELECT {old} AS o, {new} AS n) WHERE o IS NOT n; END"
    )


def columns_of(connection: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    """Name and declared type of each column of ``table``."""
    return [(row[1], row[2]) for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _index_triggers() -> dict[str, str]:
    """The full-text index follows the documents: the old text is taken out, the new one put in."""
    names = ", ".join(DOCUMENT_TEXTS)
    old, new = (", ".join(f"{row}.{name}" for name in DOCUMENT_TEXTS) for row in ("OLD", "NEW"))
    take_out = f"INSERT INTO doc_fts(doc_fts, rowid, {names}) VALUES ('delete', OLD.id, {old});"
    put_in = f"INSERT INTO doc_fts(rowid, {names}) VALUES (NEW.id, {new});"
    return {
        f"doc_{operation}": f'CREATE TRIGGER "doc_{operation}" AFTER {when} ON "doc" BEGIN {do} END'
        for operation, when, do in (
            ("insert", "INSERT", put_in),
            ("update", f"UPDATE OF {names}", f"{take_out} {put_in}"),
            ("delete", "DELETE", take_out),
        )
    }


def expected(connection: sqlite3.Connection) -> dict[str, str]:
    """Name and SQL of every trigger and view that belongs to the tables as they are."""
    found = _index_triggers()
    for table in LOGGED_TABLES:
        columns = columns_of(connection, table)
        for operation in _OPERATIONS:
            found[f"log_{table}_{operation}"] = _trigger(table, columns, operation)
    for table in CLASSES:
        found[f"live_{table}"] = (
            f'CREATE VIEW "live_{table}" AS SELECT * FROM "{table}" WHERE dead = 0'
        )
    return found


def install(connection: sqlite3.Connection) -> None:
    """Makes the triggers and views anew; to be called inside the transaction of a migration."""
    for name, sql in expected(connection).items():
        kind = "VIEW" if sql.startswith("CREATE VIEW") else "TRIGGER"
        connection.execute(f'DROP {kind} IF EXISTS "{name}"')
        connection.execute(sql)
