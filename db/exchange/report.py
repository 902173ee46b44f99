"""What an import did: counts that add up, problems with file and line, and their two forms."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from db.exchange.limits import EXAMPLES, SHOWN_CHARACTERS
from db.exchange.problems import SENTENCES, Code, Severity
from db.exchange.report_kinds import KIND_LABELS, MAIN_KINDS, OUTCOMES
from stk_graph.language import _
from stk_graph.text import clean


@dataclass(frozen=True)
class Place:
    """Where a value stands in the file; ``line`` 0 = not known."""

    table: str
    file: str = ""
    line: int = 0


@dataclass(frozen=True)
class Example:
    file: str
    line: int | None
    value: str


@dataclass
class Found:
    """All problems of one code in one column of one table."""

    code: Code
    table: str
    column: str
    count: int = 0
    examples: list[Example] = field(default_factory=list)

    @property
    def severity(self) -> Severity:
        return SENTENCES[self.code][0]

    @property
    def message(self) -> str:
        return _(SENTENCES[self.code][1])


@dataclass(frozen=True)
class SkippedRow:
    kind: str
    file: str
    line: int | None
    code: Code
    value: str


@dataclass(frozen=True)
class Difference:
    """A value edited by hand that the file would have changed, or a record that is gone."""

    kind: str
    uid: str
    name: str
    field: str = ""
    ours: str = ""
    theirs: str = ""


def shortened(value: str) -> str:
    """A value as it may be shown: one clean line, cut with an ellipsis."""
    text = clean(value)
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


class Report:
    """Collects counts and problems while an import runs."""

    def __init__(self, source: str, dry_run: bool) -> None:
        self.source, self.dry_run = source, dry_run
        self.format, self.version = "", ""
        self.tables: list[str] = []
        self.read: Counter[str] = Counter()
        self.outcomes: dict[str, Counter[str]] = {}
        self.found: dict[tuple[Code, str, str], Found] = {}
        self.skipped_rows: list[SkippedRow] = []
        self.conflicts: list[Difference] = []
        self.no_longer_included: list[Difference] = []
        self.notes = 0

    def problem(self, code: Code, place: Place, column: str = "", value: str = "") -> None:
        """Counts a problem; the first few values of each kind are kept as examples."""
        key = (code, place.table, column)
        found = self.found.get(key)
        if found is None:
            found = self.found[key] = Found(code, place.table, column)
        found.count += 1
        if len(found.examples) < EXAMPLES:
            found.examples.append(Example(place.file, place.line or None, shortened(value)))

    def count(self, kind: str, outcome: str) -> None:
        """Books one row that was read on what became of it."""
        self.outcomes.setdefault(kind, Counter())[outcome] += 1

    def skip(self, kind: str, code: Code, place: Place, column: str = "", value: str = "") -> None:
        """Books a row that was read and not taken over, with the reason."""
        self.count(kind, "skipped")
        self.skipped_rows.append(
            SkippedRow(kind, place.file, place.line or None, code, shortened(value))
        )
        self.problem(code, place, column, value)

    @property
    def kinds(self) -> list[str]:
        """The main kinds first, then every other kind of row that was read."""
        return [*MAIN_KINDS, *sorted((set(self.read) | set(self.outcomes)) - set(MAIN_KINDS))]

    def counts(self, kind: str) -> dict[str, int]:
        """``read`` and what became of the rows; the four outcomes add up to ``read``."""
        outcomes = self.outcomes.get(kind, Counter())
        return {"read": self.read[kind], **{name: outcomes[name] for name in OUTCOMES}}

    @property
    def adds_up(self) -> bool:
        """Whether every row that was read is booked exactly once."""
        return all(
            self.read[kind] == sum(self.outcomes.get(kind, Counter()).values())
            for kind in self.kinds
        )

    @property
    def changed(self) -> int:
        """How many records were created or updated."""
        return sum(outcomes["created"] + outcomes["updated"] for outcomes in self.outcomes.values())

    @property
    def problems(self) -> list[Found]:
        """Skipped rows first, then warnings, then notes; the most frequent first."""
        order = [Severity.SKIPPED, Severity.WARNING, Severity.NOTE]
        return sorted(
            self.found.values(),
            key=lambda found: (order.index(found.severity), -found.count, found.table),
        )

    @property
    def dangling(self) -> dict[str, int]:
        """Dangling references by ``table.column``."""
        return {
            f"{found.table}.{found.column}": found.count
            for found in self.found.values()
            if found.code is Code.DANGLING_REFERENCE
        }

    def as_json(self) -> dict[str, Any]:
        """The report as plain values (product.md, ``stk import --json``)."""
        return {
            "format": self.format,
            "version": self.version,
            "dry_run": self.dry_run,
            "source": self.source,
            "tables": self.tables,
            "records": {kind: self.counts(kind) for kind in self.kinds},
            "problems": [_problem_values(found) for found in self.problems],
            "dangling": self.dangling,
            "unknown_columns": self._unknown_columns(),
            "notes": self.notes,
            "skipped_rows": [
                {
                    "kind": row.kind,
                    "file": row.file,
                    "line": row.line,
                    "code": str(row.code),
                    "value": row.value,
                }
                for row in self.skipped_rows
            ],
            "conflicts": [_difference_values(item) for item in self.conflicts],
            "no_longer_included": [
                {"kind": item.kind, "id": item.uid, "name": item.name}
                for item in self.no_longer_included
            ],
        }

    def _unknown_columns(self) -> dict[str, int]:
        return {
            f"{found.table}.{found.column}": found.count
            for found in self.found.values()
            if found.code is Code.UNKNOWN_COLUMN
        }

    def as_markdown(self) -> str:
        """The report as a text to read, print or mail."""
        return "\n".join([*self._heading(), "", *self._table(), *self._findings(), ""])

    @property
    def recognised(self) -> str:
        """What the source was taken for, as a sentence."""
        if len(self.tables) == 1:
            sentence = _("{format} {version} erkannt, 1 Tabelle.")
        else:
            sentence = _("{format} {version} erkannt, {count} Tabellen.")
        return sentence.format(
            format=self.format.upper(), version=self.version, count=len(self.tables)
        )

    def _heading(self) -> list[str]:
        title = _("# Einlesen: {source}").format(source=_plain(self.source))
        known = self.recognised
        state = _("Probelauf: Es wurde nichts geändert.") if self.dry_run else _("Übernommen.")
        return [title, "", f"{known} {state}"]

    def _table(self) -> list[str]:
        head = _("| | gelesen | neu | geändert | unverändert | übergangen |")
        rows = [
            f"| {_(KIND_LABELS.get(kind, kind))} | "
            + " | ".join(str(number) for number in self.counts(kind).values())
            + " |"
            for kind in self.kinds
            if self.read[kind] or kind in MAIN_KINDS
        ]
        return [head, "|---|---:|---:|---:|---:|---:|", *rows]

    def _findings(self) -> list[str]:
        lines = []
        if self.found:
            lines += ["", _("## Hinweise"), ""]
        for found in self.problems:
            lines.append(_finding_line(found))
        for heading, items in (
            (_("## Von Hand geändert, nicht überschrieben"), self.conflicts),
            (_("## Nicht mehr enthalten"), self.no_longer_included),
        ):
            if items:
                lines += ["", heading, "", *(f"- {_difference_line(item)}" for item in items)]
        return lines


def _finding_line(found: Found) -> str:
    where = ".".join(part for part in (found.table, found.column) if part)
    lines = ", ".join(
        " ".join(
            part
            for part in (
                _plain(example.file),
                _("Zeile {line}").format(line=example.line) if example.line else "",
                _("„{title}“").format(title=_plain(example.value)) if example.value else "",
            )
            if part
        )
        for example in found.examples
    )
    return f"- {found.count} × {_plain(where)}: {found.message} ({found.code}; {lines})"


def _difference_line(item: Difference) -> str:
    if not item.field:
        return _plain(item.name)
    return _("{name}, {field}: bleibt „{ours}“, Datei sagt „{theirs}“").format(
        name=_plain(item.name),
        field=item.field,
        ours=_plain(shortened(item.ours)),
        theirs=_plain(shortened(item.theirs)),
    )


def _plain(text: str) -> str:
    """A foreign text that cannot become Markdown or HTML."""
    return "".join(f"\\{mark}" if mark in "\\`*_[]<>|#!" else mark for mark in clean(text))


def _problem_values(found: Found) -> dict[str, Any]:
    return {
        "code": str(found.code),
        "severity": str(found.severity),
        "count": found.count,
        "table": found.table,
        "column": found.column or None,
        "examples": [
            {"file": example.file, "line": example.line, "value": example.value}
            for example in found.examples
        ],
        "message": found.message,
    }


def _difference_values(item: Difference) -> dict[str, str]:
    return {
        "kind": item.kind,
        "id": item.uid,
        "name": item.name,
        "field": item.field,
        "ours": shortened(item.ours),
        "theirs": shortened(item.theirs),
    }
