"""Keeps the documents of the search in step with the records, in the commit that changes them."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator

from db.errors import Finding
from db.followers import touched
from db.search_documents import COLUMNS, INDEX_VERSION, KINDS, Document, documents
from db.tables import DOCUMENT_TEXTS

CHUNK = 1000
"""Documents made at once."""

MANY = 1000
"""Documents written by one action, as an import does, after which the index is put in order."""

MERGE = "INSERT INTO doc_fts(doc_fts) VALUES ('optimize')"
"""Makes one part of all parts of the index: a word is then looked up once, not once a part."""

_THOSE = "(SELECT value FROM json_each(?1))"

DEPENDENTS = (
    ("offer", "offer", None),
    ("offer_partners", "offer", None),
    ("offer_venues", "offer", None),
    ("actor", "actor", None),
    ("contact", "contact", None),
    ("area", "area", None),
    ("actor", "offer", f"SELECT uid FROM offer WHERE lead IN {_THOSE}"),
    ("actor", "offer", f"SELECT record FROM offer_partners WHERE target IN {_THOSE}"),
    (
        "actor",
        "offer",
        "SELECT record FROM offer_venues WHERE target IN"
        f" (SELECT uid FROM location WHERE actor IN {_THOSE})",
    ),
    ("actor", "actor", f"SELECT uid FROM actor WHERE parent IN {_THOSE}"),
    ("actor", "contact", f"SELECT uid FROM contact WHERE employer IN {_THOSE}"),
    ("location", "offer", f"SELECT record FROM offer_venues WHERE target IN {_THOSE}"),
    (
        "location",
        "offer",
        f"SELECT uid FROM offer WHERE lead IN (SELECT uid FROM actor WHERE location IN {_THOSE})",
    ),
    ("location", "actor", f"SELECT uid FROM actor WHERE location IN {_THOSE}"),
    ("area", "offer", f"SELECT uid FROM offer WHERE area IN {_THOSE}"),
    ("area", "actor", f"SELECT uid FROM actor WHERE area IN {_THOSE}"),
    (
        "contact",
        "offer",
        f"SELECT offer FROM contact_role WHERE contact IN {_THOSE} AND offer IS NOT NULL",
    ),
)
"""Changed table, kind of document, and which documents of that kind name the changed records; None
stands for the changed records themselves."""

_ROLES = """
    SELECT json_extract(old, '$.offer') FROM log WHERE tx = ?1 AND tbl = 'contact_role'
    UNION SELECT json_extract(new, '$.offer') FROM log WHERE tx = ?1 AND tbl = 'contact_role'"""
_BLANKED = """
    SELECT 1 FROM log WHERE tx = ?1 AND tbl = 'contact_role' AND op <> 'insert' AND old IS NULL"""

_UPSERT = (
    f"INSERT INTO doc(tx, {', '.join(COLUMNS)}) VALUES (?{', ?' * len(COLUMNS)})"
    " ON CONFLICT(id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in ("tx", *COLUMNS[1:]))
    + " WHERE "
    + " OR ".join(f"{name} IS NOT excluded.{name}" for name in COLUMNS[1:])
)


class SearchFollower:
    """The follower of the write frame (db.followers) for the search."""

    def follow(self, connection: sqlite3.Connection, tx: int) -> None:
        """Writes the documents that ``tx`` affects anew; all, if they are of another version."""
        if _version(connection) != INDEX_VERSION:
            rebuild(connection, tx)
            return
        affected = _affected(connection, tx)
        for kind, uids in affected.items():
            _renew(connection, kind, uids, tx)
        if sum(map(len, affected.values())) > MANY:
            connection.execute(MERGE)

    def forget(self, connection: sqlite3.Connection) -> None:
        """Takes what was erased out of documents and index, so that no byte of it remains.

        An index keeps the words of deleted documents until its parts are merged.
        """
        self.follow(connection, connection.execute("SELECT tx FROM cur").fetchone()[0])
        connection.execute(MERGE)
        connection.execute("UPDATE doc_state SET erasures = erasures + 1")

    def check(self, connection: sqlite3.Connection) -> list[Finding]:
        """Documents that do not match their records, and an index that does not match them."""
        found = [
            Finding("search", {"detail": detail})
            for detail in (_stale_documents(connection), _stale_index(connection))
            if detail
        ]
        outdated = _version(connection) != INDEX_VERSION
        return found[:1] if outdated else found


FOLLOWER = SearchFollower()


def rebuild(connection: sqlite3.Connection, tx: int) -> None:
    """Makes all documents and the index anew, inside a transaction of the caller."""
    connection.execute("DELETE FROM doc")
    for kind in KINDS:
        uids = [uid for (uid,) in connection.execute(f'SELECT uid FROM "{kind}" WHERE dead = 0')]
        _renew(connection, kind, uids, tx)
    connection.execute("INSERT INTO doc_fts(doc_fts) VALUES ('rebuild')")
    connection.execute("UPDATE doc_state SET version = ?", (INDEX_VERSION,))


def write_documents(connection: sqlite3.Connection, made: Iterable[Document], tx: int) -> None:
    """Stores documents; those that did not change are left alone."""
    connection.executemany(_UPSERT, ((tx, *document) for document in made))


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT version FROM doc_state").fetchone()[0])


def _affected(connection: sqlite3.Connection, tx: int) -> dict[str, set[str]]:
    changed = touched(connection, tx)
    found: dict[str, set[str]] = {}
    for table, kind, query in DEPENDENTS:
        uids = changed.get(table)
        if not uids:
            continue
        if query is None:
            found.setdefault(kind, set()).update(uids)
        else:
            rows = connection.execute(query, (json.dumps(list(uids)),))
            found.setdefault(kind, set()).update(uid for (uid,) in rows)
    if "contact_role" in changed:
        found.setdefault("offer", set()).update(_offers_of_roles(connection, tx))
    return found


def _offers_of_roles(connection: sqlite3.Connection, tx: int) -> Iterator[str]:
    """Offers whose persons changed. An erasure blanks which ones: then all that name any."""
    yield from (uid for (uid,) in connection.execute(_ROLES, (tx,)) if uid is not None)
    if connection.execute(_BLANKED, (tx,)).fetchone() is not None:
        yield from (uid for (uid,) in connection.execute("SELECT uid FROM doc WHERE person <> ''"))


def _renew(connection: sqlite3.Connection, kind: str, uids: Collection[str], tx: int) -> None:
    wanted = list(uids)
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        made = list(documents(connection, kind, part))
        write_documents(connection, made, tx)
        gone = set(part).difference(document.uid for document in made)
        connection.execute(f"DELETE FROM doc WHERE uid IN {_THOSE}", (json.dumps(list(gone)),))


def _stale_documents(connection: sqlite3.Connection) -> str:
    """Labels of up to three documents that differ from their records; "" if all are right."""
    stored = dict.fromkeys(
        connection.execute(f"SELECT {', '.join(COLUMNS)} FROM doc").fetchall(), True
    )
    wrong: list[str] = []
    for kind in KINDS:
        uids = [uid for (uid,) in connection.execute(f'SELECT uid FROM "{kind}" WHERE dead = 0')]
        for start in range(0, len(uids), CHUNK):
            for document in documents(connection, kind, uids[start : start + CHUNK]):
                if not stored.pop(tuple(document), False):
                    wrong.append(document.uid)
    wrong += [row[1] for row in stored]
    return ", ".join(dict.fromkeys(wrong[:3]))


def _stale_index(connection: sqlite3.Connection) -> str:
    """Ids of up to three documents whose words are not those of the index.

    The index's own check needs the right to write; this one only reads. Words of other scripts are
    left out, because the tokenizer of SQLite may cut them elsewhere.
    """
    sums: dict[int, int] = {}
    for term, number, column in connection.execute("SELECT term, doc, col FROM doc_places"):
        if term.isascii():
            sums[number] = sums.get(number, 0) + hash((term, column))
    columns = ", ".join(DOCUMENT_TEXTS)
    for number, *texts in connection.execute(f"SELECT id, {columns} FROM doc"):
        for column, text in zip(DOCUMENT_TEXTS, texts, strict=True):
            for word in text.split():
                if word.isascii():
                    sums[number] = sums.get(number, 0) - hash((word, column))
    return ", ".join(str(number) for number in [n for n, total in sums.items() if total][:3])
