"""The report of an import as a person reads it in the terminal."""

from collections.abc import Iterator

from db.exchange.report import Difference, Found, Report
from db.exchange.report_kinds import KIND_LABELS, MAIN_KINDS
from stk_graph.language import _
from stk_tui.cli.output import columns

SHOWN_EXAMPLES = 3


def report_lines(report: Report) -> Iterator[str]:
    """What was recognised, what became of every kind of row, and what should be looked at."""
    yield report.recognised
    if report.dry_run:
        yield _("Probelauf: Es wurde nichts geändert.")
    else:
        yield _("Übernommen. Mit „stk undo“ lässt sich alles zurücknehmen.")
    yield ""
    yield from _counts(report)
    for heading, items in (
        (_("Hinweise"), [line for found in report.problems for line in _finding(found)]),
        (_("Von Hand geändert, nicht überschrieben"), list(map(_difference, report.conflicts))),
        (_("Nicht mehr enthalten"), [one.name for one in report.no_longer_included]),
    ):
        if items:
            yield ""
            yield heading
            yield from (f"  {item}" for item in items)


def _counts(report: Report) -> list[str]:
    head = ("", _("gelesen"), _("neu"), _("geändert"), _("unverändert"), _("übergangen"))
    kinds = [kind for kind in report.kinds if report.read[kind] or kind in MAIN_KINDS]
    rows = [
        (_(KIND_LABELS.get(kind, kind)), *(str(n) for n in report.counts(kind).values()))
        for kind in kinds
    ]
    return columns((head, *rows), right=range(1, len(head)))


def _finding(found: Found) -> Iterator[str]:
    where = ".".join(part for part in (found.table, found.column) if part)
    yield f"{found.count} × {found.message} [{found.code}{': ' if where else ''}{where}]"
    for example in found.examples[:SHOWN_EXAMPLES]:
        place = _("{file} Zeile {line}") if example.line else "{file}"
        value = "  " + _("„{title}“").format(title=example.value) if example.value else ""
        yield "    " + place.format(file=example.file, line=example.line) + value


def _difference(one: Difference) -> str:
    return _("{name}, {field}: bleibt „{ours}“, die Datei sagt „{theirs}“").format(
        name=one.name, field=one.field, ours=one.ours, theirs=one.theirs
    )
