"""Version 2: one document a record that can be found, and its full-text index.

The documents hold folded text, so that any program with FTS5 can search, check and rebuild them.
They are filled by ``db.search_follower`` at the first write.
"""

from collections.abc import Callable

TEXTS = ("title", "descr", "org", "person", "addr", "tg")

STATEMENTS = (
    'CREATE TABLE "doc" (\n  id INTEGER PRIMARY KEY,\n  "uid" TEXT NOT NULL UNIQUE,\n'
    '  "label" TEXT NOT NULL,\n  "level" INTEGER NOT NULL CHECK("level" BETWEEN 0 AND 3),\n'
    '  "verified" TEXT,\n  "spelled" TEXT NOT NULL,\n  "tx" INTEGER NOT NULL,\n'
    + ",\n".join(f'  "{name}" TEXT NOT NULL' for name in TEXTS)
    + "\n) STRICT",
    'CREATE INDEX "ix_doc_tx" ON "doc"("tx")',
    'CREATE TABLE "doc_state" ("version" INTEGER NOT NULL, "erasures" INTEGER NOT NULL) STRICT',
    'INSERT INTO "doc_state" VALUES (0, 0)',
    f"CREATE VIRTUAL TABLE \"doc_fts\" USING fts5({', '.join(TEXTS)}, content='doc',"
    " content_rowid='id', tokenize='unicode61')",
    'INSERT INTO "doc_fts"("doc_fts", rank) VALUES (\'automerge\', 2)',
    "CREATE VIRTUAL TABLE \"doc_terms\" USING fts5vocab('doc_fts', 'row')",
    "CREATE VIRTUAL TABLE \"doc_places\" USING fts5vocab('doc_fts', 'instance')",
)


def m002_search(execute: Callable[[str], object]) -> None:
    """Creates the documents and their index, one statement at a time."""
    for statement in STATEMENTS:
        execute(statement)
