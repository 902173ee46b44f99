"""Which known source a directory is: files change their names, records keep their ids."""

from db.exchange.hsds_rows import Directory
from db.read import Reader
from db.sources import source_records, sources

COMPARED = ("organizations", "services", "locations", "contacts")
"""Tables whose ids and names together tell whether two files come from one source."""
SHARE = 0.5


def source_name(reader: Reader, directory: Directory, proposed: str) -> str:
    """The name under which the source of a directory is remembered.

    A source read before is recognised if at least half of the rows that could be known have the
    id and the name they had then, whatever the file is called now. Otherwise it is ``proposed``,
    with a number if another source has that name and other records.
    """
    known = [name for name, _format in sources(reader)]
    rows = {
        (row.table, row.id): row.get("name")
        for table in COMPARED
        for row in directory.rows(table)
        if row.get("name") and not row.derived
    }
    held = {name: _names(reader, name) for name in known}
    shares = {name: _share(rows, names) for name, names in held.items()}
    best = max(shares, key=lambda name: (shares[name], name == proposed), default=None)
    if best is not None and shares[best] >= SHARE:
        return best
    if not rows or not held.get(proposed, rows):
        return proposed
    number, name = 1, proposed
    while name in known:
        number += 1
        name = f"{proposed} ({number})"
    return name


def _names(reader: Reader, source: str) -> dict[tuple[str, str], str]:
    """The names of the rows of a source by table and key, as they were imported."""
    return {
        (table, key): held.values.get("name") or held.values.get("title", "")
        for table in COMPARED
        for key, held in source_records(reader, source, table).items()
    }


def _share(rows: dict[tuple[str, str], str], names: dict[tuple[str, str], str]) -> float:
    if not rows or not names:
        return 0.0
    same = sum(names.get(key) == name for key, name in rows.items())
    return same / min(len(rows), len(names))
