"""What all converters of rows to records share: reading cells with problems, notes and keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from db.exchange import cells
from db.exchange.drafts import AREAS, Draft, Keys
from db.exchange.hsds_rows import Directory, Row
from db.exchange.languages import language_codes
from db.exchange.problems import Code
from db.exchange.report import Place, Report
from stk_graph.model import Area, Phone
from stk_graph.text import fold
from stk_graph.times.hsds_values import read_clock, read_date

NAME_LIMIT, LINE_LIMIT, TEXT_LIMIT = 300, 1000, 20_000
Notes = list[tuple[str, str]]


@dataclass
class Conversion:
    """One import while its rows become records.

    ``american`` allows the dates of HSDS 1.x, ``areas`` are known areas by folded name, ``drafts``
    are records a converter made besides its own, ``stand_ins`` the institutions among them,
    ``joined`` are ids of rows that repeat a contact, ``joined_notes`` what they say otherwise than
    its first row.
    """

    directory: Directory
    keys: Keys
    american: bool
    areas: dict[str, str] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    stand_ins: set[str] = field(default_factory=set)
    joined: set[str] = field(default_factory=set)
    joined_notes: dict[str, Notes] = field(default_factory=dict)

    @property
    def report(self) -> Report:
        return self.directory.report

    def uid_of(self, row: Row, column: str, table: str) -> str | None:
        """The id of the record a reference leads to; None if the cell is empty."""
        value = row.get(column)
        return self.keys.uid(table, value) if value else None

    def cut(self, row: Row, column: str, limit: int = LINE_LIMIT) -> str:
        """A text cell, cut with a problem if its field holds less."""
        text = row.get(column)
        if len(text) <= limit:
            return text
        self.report.problem(Code.TRUNCATED, row.place, column, text)
        return text[:limit].rstrip()

    def email(self, row: Row, column: str, notes: Notes) -> str | None:
        text = row.get(column)
        address = cells.read_email(text) if text else None
        if text and address is None:
            self._noted(Code.BAD_EMAIL, row, column, notes)
        return address

    def url(self, row: Row, column: str, notes: Notes) -> str | None:
        text = row.get(column)
        address = cells.read_url(text) if text and len(text) <= 2000 else None
        if text and address is None:
            self._noted(Code.BAD_URL, row, column, notes)
        return address

    def number(self, row: Row, column: str, notes: Notes) -> float | None:
        text = row.get(column)
        number = cells.read_number(text) if text else None
        if text and number is None:
            self._noted(Code.BAD_NUMBER, row, column, notes)
        return number

    def date(self, row: Row, column: str, notes: Notes) -> date | None:
        """A date of its own year; a day of every year and an unreadable one become notes."""
        reading = read_date(row.get(column), month_first=self.american)
        self._report_codes(reading.problems, row, column)
        if row.get(column) and (reading.value is None or reading.every_year):
            notes.append((column, row.get(column)))
            return None
        return reading.value

    def clock(self, row: Row, column: str) -> int | None:
        """Minutes after midnight; what cannot be read is reported."""
        reading = read_clock(row.get(column))
        self._report_codes(reading.problems, row, column)
        return reading.minutes

    def _report_codes(self, codes: tuple[str, ...], row: Row, column: str) -> None:
        for code in codes:
            self.report.problem(Code(code), row.place, column, row.get(column))

    def _noted(self, code: Code, row: Row, column: str, notes: Notes) -> None:
        self.report.problem(code, row.place, column, row.get(column))
        notes.append((column, row.get(column)))

    def phones(
        self, column: str, id_: str, draft_rows: list[Row], notes: Notes
    ) -> tuple[Phone, ...]:
        """The phones below a row, each once; languages of a phone are noted."""
        found: list[Phone] = []
        for row in self.directory.below("phones", column, id_):
            number = row.get("number")
            if not number:
                continue
            text = ", ".join(filter(None, (row.get("department"), self.cut(row, "description"))))
            phone, problems = cells.read_phone(number, row.get("type"), row.get("extension"), text)
            for code in problems:
                name = "type" if code is Code.UNKNOWN_VALUE else "number"
                self.report.problem(code, row.place, name, row.get(name))
            if phone not in found:
                found.append(phone)
            draft_rows.append(row)
            self._phone_notes(row, notes, draft_rows)
        return tuple(found)

    def _phone_notes(self, row: Row, notes: Notes, draft_rows: list[Row]) -> None:
        for column in ("country_prefix", "vanity_number", "language"):
            if row.get(column):
                notes.append((f"phone.{column}", f"{row.get('number')}: {row.get(column)}"))
        for language in self.directory.below("languages", "phone_id", row.id):
            draft_rows.append(language)
            name = " ".join(filter(None, (language.get("name"), language.get("note"))))
            if name:
                notes.append(("phone.language", f"{row.get('number')}: {name}"))

    def languages(
        self, column: str, id_: str, draft_rows: list[Row], notes: Notes
    ) -> tuple[str, ...]:
        """The languages below a row as ISO 639-1 codes; what is no language is noted."""
        found: dict[str, None] = {}
        for row in self.directory.below("languages", column, id_):
            draft_rows.append(row)
            named = row.get("code") or row.get("name")
            if not named:
                continue
            codes = language_codes(row.get("code")) or language_codes(row.get("name"))
            if not codes:
                self.report.problem(Code.UNKNOWN_VALUE, row.place, "name", named)
                notes.append(
                    ("language", " ".join(filter(None, (row.get("name"), row.get("code")))))
                )
            found.update(dict.fromkeys(codes))
            if row.get("note"):
                notes.append(("language.note", row.get("note")))
        return tuple(found)

    def known_area(self, name: str) -> str | None:
        """The id of an area of this name, if there is one."""
        return self.areas.get(fold(name)) if name else None

    def area(self, name: str, place: Place) -> str:
        """The id of the area of this name, made if there is none yet."""
        folded = fold(name)
        if folded not in self.areas:
            uid = self.keys.uid(AREAS, folded)
            self.areas[folded] = uid
            record = Area(id=uid, source_id=None, name=name)
            self.drafts.append(Draft(AREAS, folded, uid, record, place))
        return self.areas[folded]


def named(values: Mapping[str, str]) -> Notes:
    """Notes of the values that are filled."""
    return [(name, value) for name, value in values.items() if value]
