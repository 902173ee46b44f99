"""Delimited tables of any HSDS generation → rows of HSDS 3.0."""

from collections.abc import Iterable

from db.exchange import names
from db.exchange.dialects import KnownTable
from db.exchange.hsds_rows import EXTRA, Directory, Row, cleaned, content_key, derive_rows
from db.exchange.problems import Code
from db.exchange.report import Place
from stk_graph.text import clean


class TableReader:
    """Reads one delimited table into a directory."""

    def __init__(self, known: KnownTable, directory: Directory) -> None:
        self._known, self._directory = known, directory
        self._report = directory.report
        self._constants = names.constants_of(known.raw.name)
        self._columns = self._named_columns()
        self._canonical = frozenset(name for name, _older in self._columns)

    def read(self) -> None:
        for line, cells in self._known.raw.rows(self._note):
            if not any(cell.strip() for cell in cells):
                self._note(Code.BLANK_ROW, line, "")
                continue
            row = self._row(line, cells)
            self._directory.add(row, self._canonical)
            derive_rows(row, self._directory)

    def _note(self, code: Code, line: int, value: str) -> None:
        self._report.problem(code, Place(self._known.table, self._known.raw.file, line), "", value)

    def _named_columns(self) -> list[tuple[str, bool]]:
        """The HSDS 3.0 name of each column, and whether the file uses an older name for it."""
        table, seen, result = self._known.table, set(), []
        expected = names.expected_columns(table)
        for column in self._known.columns:
            canonical = names.canonical_column(table, column)
            if table == "taxonomy_terms" and column == "taxonomy_id" and self._ids_are_terms():
                canonical = "id"
            if table == "attributes" and column == "taxonomy_detail":
                canonical = "value"
            if column in seen:
                self._place_problem(Code.DUPLICATE_COLUMN, column)
                canonical = EXTRA + column
            elif canonical not in expected and column:
                canonical = EXTRA + column
            seen.add(column)
            result.append((canonical if column else "", canonical != column))
        return result

    def _ids_are_terms(self) -> bool:
        return "id" not in self._known.columns

    def _place_problem(self, code: Code, column: str) -> None:
        place = Place(self._known.table, self._known.raw.file, 1)
        self._report.problem(code, place, column)

    def _row(self, line: int, values: list[str]) -> Row:
        if len(values) != len(self._columns):
            self._note(Code.RAGGED_ROW, line, str(len(values)))
        place = Place(self._known.table, self._known.raw.file, line)
        cells: dict[str, str] = dict(self._constants)
        for (column, older), value in zip(self._columns, values, strict=False):
            text = cleaned(value, column, place, self._report) if value else ""
            if not text or not column:
                continue
            if column.startswith(EXTRA):
                self._report.problem(Code.UNKNOWN_COLUMN, place, column[1:], text)
            if older and column in cells and not column.startswith(EXTRA):
                column = column if cells[column] == text else f"{EXTRA}{column}"
            cells[column] = text
        surplus = [value.strip() for value in values[len(self._columns) :] if value.strip()]
        if surplus:
            cells[f"{EXTRA}surplus"] = clean(", ".join(surplus), multiline=True)
        return self._identified(cells, place)

    def _identified(self, cells: dict[str, str], place: Place) -> Row:
        id_ = cells.get("id", "")
        if not id_:
            id_ = content_key(cells)
            self._report.problem(Code.MISSING_ID, place, "id")
        name = self._known.raw.name
        source = name if names.table_of(name, self._known.columns) else self._known.table
        return Row(self._known.table, source, id_, cells, (place.file, place.line))


def read_tables(tables: Iterable[KnownTable], directory: Directory) -> None:
    """Reads all tables of a source."""
    for known in tables:
        TableReader(known, directory).read()
