"""Rows of any HSDS generation as rows of HSDS 3.0, each with the place it came from."""

import csv
import hashlib
import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import is_normalized

from db.exchange.csv_rows import Note
from db.exchange.extensions import EXTENSIONS
from db.exchange.limits import CELL_CHARACTERS
from db.exchange.problems import Code
from db.exchange.report import Place, Report
from stk_graph.language import _
from stk_graph.text import clean
from stk_graph.text.clean import REPLACEMENT

KINDS = {
    "organizations": "actors",
    "services": "offers",
    "schedules": "time_slots",
}
"""What the report calls the rows of a table; other tables keep their name."""

TEXTS = frozenset(
    {"description", "details", "note", "notes", "eligibility_description", "alert", "extent"}
    | {"application_process", "fees_description", "fees", "wait_time", "interpretation_services"}
    | {"transportation", "amount_description", "document", "accreditations", "licenses"}
    | {"summary", "short_desc", "previous_value", "replacement_value", "audience"}
    | {"responsibility"}
)
"""Columns whose text may have several lines and, in real files, HTML."""

EXTRA = "?"
"""Marks the name of a column that HSDS does not know; its value becomes a note."""
SAME_AS = "~same_as"
"""In a copy of a row that is nested in several others: the id of the row that is meant."""

REFERRED_TO_BY_NAME = frozenset(
    {"organizations", "programs", "services", "service_at_location", "locations", "phones"}
    | {"contacts", "taxonomies", "taxonomy_terms"}
    | EXTENSIONS.keys()
)
"""Tables whose ids others refer to. Ids of other tables may repeat between files of one kind."""

STAMPS = frozenset({"last_modified"})
"""Columns that say when a row was written, not what it says."""

_SPECIAL = re.compile("[<&]|  ")
"""What plain text does not have: HTML and runs of blanks."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"(?i)<(?:br|/p|/li|/div|/h[1-6]|/tr)\b[^<>]*>")
NO_TEXT = ("script", "style")
"""Elements of HTML whose content is for machines."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")


class Row:
    """One row as HSDS 3.0 would have it: only filled cells, and where it stands in the file.

    ``source`` is the name of the table in the file (part of the key by which it is known again),
    ``derived`` marks rows that were made from a cell of another row and are not counted.
    """

    __slots__ = ("cells", "derived", "file", "id", "line", "source", "table")

    def __init__(
        self, table: str, source: str, id_: str, cells: dict[str, str], place: tuple[str, int]
    ) -> None:
        self.table, self.source, self.id, self.cells = table, source, id_, cells
        self.file, self.line = place
        self.derived = False

    def get(self, column: str) -> str:
        """The value of a cell, empty if it is not filled."""
        return self.cells.get(column, "")

    @property
    def place(self) -> Place:
        return Place(self.table, self.file, self.line)


def kind_of(table: str) -> str:
    """The name under which the report counts the rows of a table."""
    return KINDS.get(table, table)


def without_html(text: str) -> str:
    """The text of a fragment of HTML; text without tags stays as it is. Scripts are no text."""
    if "<" in text and _TAG.search(text):
        for element in NO_TEXT:
            text = _without_element(text, element)
        text = _TAG.sub("", _BREAK.sub("\n", text))
        text = re.sub(r"\n{3,}", "\n\n", text).strip()
    return html.unescape(text) if "&" in text and _ENTITY.search(text) else text


def _without_element(text: str, name: str) -> str:
    """The text without an element and all that stands in it; one that is not closed ends it."""
    opens, closes = (re.compile(rf"(?i)<{mark}{name}\b[^<>]*>") for mark in ("", "/"))
    kept, at = [], 0
    while begin := opens.search(text, at):
        kept.append(text[at : begin.start()])
        end = closes.search(text, begin.end())
        at = end.end() if end else len(text)
    return "".join((*kept, text[at:]))


class Directory:
    """All rows of a source by table and id, and the rows below each row."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.tables: dict[str, dict[str, Row]] = {}
        self._below: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def rows(self, table: str) -> Iterable[Row]:
        return self.tables.get(table, {}).values()

    def find(self, table: str, id_: str) -> Row | None:
        return self.tables.get(table, {}).get(id_)

    def below(self, table: str, column: str, id_: str) -> list[Row]:
        """The rows of ``table`` whose ``column`` refers to ``id_``, in their order."""
        key = (table, column)
        if key not in self._below:
            index: dict[str, list[Row]] = {}
            for row in self.rows(table):
                if target := row.get(column):
                    index.setdefault(target, []).append(row)
            self._below[key] = index
        return self._below[key].get(id_, [])

    def drop(self, row: Row, code: Code, column: str = "", value: str = "") -> None:
        """Takes a row out again and books it as skipped."""
        del self.tables[row.table][self._key(row)]
        if not row.derived:
            self.report.skip(kind_of(row.table), code, row.place, column, value)

    def add(self, row: Row, known: frozenset[str] | None = None, nested_by: str = "") -> Row:
        """Books a row; ``known`` are the columns its table has, None = those it fills.

        A row with an id seen before is the same row if no common column differs, else the first
        one stays. ``nested_by`` is the column that refers to the row around it: if only that
        differs, the row is also meant there. Returns the row that holds.
        """
        if not row.derived:
            self.report.read[kind_of(row.table)] += 1
        table = self.tables.setdefault(row.table, {})
        key = self._key(row)
        first = table.get(key)
        if first is None:
            table[key] = row
            return row
        if row.derived:
            return first
        common = known if known is not None else first.cells.keys() & row.cells.keys()
        if known is not None and first.file != row.file:
            common = first.cells.keys() & row.cells.keys()
        if nested_by in common and first.get(nested_by) != row.get(nested_by):
            common = common - {nested_by}
            self._add_copy(row, nested_by)
        if all(first.get(column) == row.get(column) for column in common - STAMPS):
            for column, value in row.cells.items():
                first.cells.setdefault(column, value)
            self.report.skip(kind_of(row.table), Code.REPEATED_ROW, row.place, "id", row.id)
        else:
            both = row.id
            if first.line:
                both = _("{id} (Zeile {line})").format(id=row.id, line=first.line)
            self.report.skip(kind_of(row.table), Code.DUPLICATE_ID, row.place, "id", both)
        return first

    def _add_copy(self, row: Row, nested_by: str) -> None:
        copy_id = f"{row.id}/{row.get(nested_by)}"
        cells = {**row.cells, SAME_AS: row.id}
        copy = Row(row.table, row.source, copy_id, cells, (row.file, row.line))
        copy.derived = True
        self.tables[row.table].setdefault(self._key(copy), copy)

    @staticmethod
    def _key(row: Row) -> str:
        return row.id if row.table in REFERRED_TO_BY_NAME else f"{row.source}/{row.id}"


def content_key(cells: Mapping[str, str]) -> str:
    """A key for a row without id: the same content gives the same key."""
    text = json.dumps(sorted(cells.items()), ensure_ascii=False)
    return "row-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:24]


def _is_plain(text: str) -> bool:
    return text.isprintable() and (text.isascii() or is_normalized("NFC", text))


def cleaned(value: str, column: str, place: Place, report: Report) -> str:
    """A cell without control characters and, in texts, without HTML; both are counted."""
    if _is_plain(value) and not _SPECIAL.search(value):
        return value.strip()[:CELL_CHARACTERS]
    if column not in TEXTS:
        text = clean(value, limit=CELL_CHARACTERS)
    else:
        text = clean(value, multiline=True, limit=CELL_CHARACTERS).strip()
        plain = without_html(text)
        if plain != text:
            report.problem(Code.HTML_REMOVED, place, column, text)
            text = clean(plain, multiline=True, limit=CELL_CHARACTERS).strip()
    if REPLACEMENT in text and text.count(REPLACEMENT) > value.count(REPLACEMENT):
        report.problem(Code.CONTROL_CHARACTER, place, column)
    return text


LIST_CELLS = {
    "services": {
        "languages": ("languages", "name", "service_id"),
        "service_areas": ("service_areas", "name", "service_id"),
        "required_documents": ("required_documents", "document", "service_id"),
        "taxonomy_ids": ("attributes", "taxonomy_term_id", "link_id"),
    },
    "locations": {
        "languages": ("languages", "name", "location_id"),
        "accessibility": ("accessibility", "description", "location_id"),
    },
    "organizations": {"taxonomy_ids": ("attributes", "taxonomy_term_id", "link_id")},
}
"""List cells of 1.x: column → the table, column and reference of the rows they stand for."""
LINK_ENTITIES = {"services": "service", "organizations": "organization"}


def derive_rows(row: Row, directory: Directory) -> None:
    """Adds the rows that older generations write as one cell of another row."""
    for column, (table, target, reference) in LIST_CELLS.get(row.table, {}).items():
        for position, item in enumerate(split_list(row.cells.pop(column, ""))):
            cells = {target: item, reference: row.id}
            if table == "attributes":
                cells["link_entity"] = LINK_ENTITIES[row.table]
            _derived(table, row, f"{row.id}/{column}/{position}", cells, directory)
    if row.table == "services" and (place := row.cells.get("location_id")):
        cells = {"service_id": row.id, "location_id": place}
        _derived("service_at_location", row, f"{row.id}/location", cells, directory)


def _derived(
    table: str, origin: Row, id_: str, cells: dict[str, str], directory: Directory
) -> None:
    row = Row(table, origin.source, id_, cells, (origin.file, origin.line))
    row.derived = True
    directory.add(row)


def split_list(cell: str) -> list[str]:
    """The items of a list cell: ``ramp, restroom`` → two; a comma within quotes does not split."""
    if not cell:
        return []
    items = next(csv.reader([cell], skipinitialspace=True), [])
    return [item.strip() for item in items if item.strip()]


def note_for(report: Report, table: str, file: str) -> Note:
    """A function that books problems of a file under the name of its table."""

    def note(code: Code, line: int, value: str) -> None:
        report.problem(code, Place(table, file, line), "", value)

    return note


def filled(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The cells that hold a text, unknown columns under their own name."""
    return ((name.removeprefix(EXTRA), value) for name, value in cells.items() if value)
