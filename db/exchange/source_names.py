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
    with a number if another source has that name.
    """
    known = [name for name, _format in sources(reader)]
    rows = {
        (row.table, row.id): row.get("name")
        for table in COMPARED
        for row in directory.rows(table)
        if row.get("name") and not row.derived
    }
    shares = {name: _share(reader, name, rows) for name in known}
    best = max(shares, key=lambda name: (shares[name], name == proposed), default=None)
    if best is not None and shares[best] >= SHARE:
        return best
    number, name = 1, proposed
    while name in known:
        number += 1
        name = f"{proposed} ({number})"
    return name


def _share(reader: Reader, source: str, rows: dict[tuple[str, str], str]) -> float:
    if not rows:
        return 0.0
    names = {
        (table, key): held.values.get("name")
        for table in COMPARED
        for key, held in source_records(reader, source, table).items()
    }
    same = sum(names.get(key) == name for key, name in rows.items())
    return same / min(len(rows), len(names)) if names else 0.0
