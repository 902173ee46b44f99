"""Offers by the words of a case, without reading the vocabulary: for a single question."""

from collections.abc import Collection

from db.read import Reader

LEAST_LETTERS = 4
MOST_WORDS = 24


def offers_with_words(read: Reader, roots: Collection[str], limit: int) -> list[str]:
    """The ids of offers whose title or description has words that begin with one of the roots.

    The best first (title before description, rare words before common ones), at most ``limit``.
    ``roots`` are folded roots of words; short ones are left out.
    """
    words = sorted({root for root in roots if len(root) >= LEAST_LETTERS and root.isalnum()})
    if not words:
        return []
    any_of = " OR ".join(f'"{word}" *' for word in words[:MOST_WORDS])
    rows = read.execute(
        "SELECT d.uid FROM doc_fts f JOIN doc d ON d.id = f.rowid"
        " WHERE doc_fts MATCH ? AND d.id & 7 = 0"
        " ORDER BY bm25(doc_fts, 4, 1, 0, 0, 0, 0) LIMIT ?",
        (f"{{title descr}} : ({any_of})", limit),
    )
    return [uid for (uid,) in rows]
