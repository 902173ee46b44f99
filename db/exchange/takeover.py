"""One import inside a transaction: every draft is compared with what is known and booked."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from db.codec import title_of
from db.errors import InvalidRecord, Refused
from db.exchange.comparison import NOTES, merged, same, values_of
from db.exchange.conflict_words import place_of_field, value_words
from db.exchange.conversion import Conversion
from db.exchange.dialects import FORMAT
from db.exchange.drafts import Draft, Keys
from db.exchange.extensions import RECORDS, TABLE_OF_CLASS
from db.exchange.hsds_rows import Directory, kind_of
from db.exchange.limits import NOTE_CHARACTERS
from db.exchange.problems import Code, ImportFehler
from db.exchange.report import Difference, Place
from db.exchange.to_records import records_of
from db.sources import SourceRecord, fingerprint, source_records
from db.tables import CLASSES
from db.write import Transaction
from stk_graph.language import _
from stk_graph.model import Area, Record
from stk_graph.text import clean, fold

BATCH = 500
MAIN_TABLES = ("organizations", "services", "locations", "contacts")


class Takeover:
    """One run inside a transaction."""

    def __init__(
        self, transaction: Transaction, directory: Directory, cancelled: Callable[[], bool]
    ) -> None:
        self._tx, self._directory, self._cancelled = transaction, directory, cancelled
        self._report = directory.report
        self._known: dict[str, dict[str, SourceRecord]] = {}
        self._seen: set[tuple[str, str]] = set()
        self._ours: set[str] = set()
        self._waiting: list[tuple[Draft, Record, str, dict[str, Any]]] = []
        self._remembered: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
        self._notes: list[tuple[str, str, str]] = []
        self._name = ""
        self._source = 0

    def run(self, name: str) -> None:
        """Takes everything over as the source of this name."""
        reader = self._tx.read
        self._name = self._report.source = name
        self._source = self._tx.source(self._name, FORMAT)
        self._leave_out_removed()
        conversion = Conversion(
            self._directory,
            Keys(lambda table: {key: held.uid for key, held in self._rows(table).items()}),
            american=self._report.version.startswith("1."),
            areas={fold(name): area.id for area in reader.all(Area) for name in _names(area)},
        )
        for draft in records_of(conversion, self._taken):
            self._stop_if_cancelled()
            self._take(draft)
        self._flush()
        self._list_missing()

    def _rows(self, table: str) -> dict[str, SourceRecord]:
        if table not in self._known:
            self._known[table] = source_records(self._tx.read, self._name, table)
        return self._known[table]

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            sentence = _("Das Einlesen wurde abgebrochen. Der Datenbestand ist unverändert.")
            raise ImportFehler(Code.CANCELLED, sentence)

    def _leave_out_removed(self) -> None:
        """Rows whose record was deleted or erased here are not made again."""
        erased = {row[0] for row in self._tx.read.execute("SELECT hash FROM erased")}
        if erased:
            self._leave_out_erased_uids(erased)
        dead = self._dead()
        for table in MAIN_TABLES:
            known = self._rows(table)
            for row in list(self._directory.rows(table)):
                held = known.get(row.id)
                if held is not None and held.uid in dead:
                    self._seen.add((table, row.id))
                    self._directory.drop(row, Code.DELETED_HERE, "id", row.id)
                elif erased and held is None and self._hash(table, row.id) in erased:
                    self._directory.drop(row, Code.ERASED_HERE, "id", row.id)

    def _leave_out_erased_uids(self, erased: set[str]) -> None:
        """Another file of ours names its records by the ids they had here."""
        for row in list(self._directory.rows(RECORDS)):
            target = self._directory.find(row.get("link_entity"), row.get("link_id"))
            if target is not None and fingerprint(row.get("uid")) in erased:
                self._directory.drop(target, Code.ERASED_HERE, "id", target.id)

    def _hash(self, table: str, key: str) -> str:
        return fingerprint(f"{clean(self._name, limit=1000)}\n{table}\n{clean(key, limit=1000)}")

    def _dead(self) -> set[str]:
        parts = " UNION ALL ".join(
            f"SELECT uid FROM {table} WHERE dead = 1"
            for table in ("actor", "offer", "location", "contact", "contact_role")
        )
        return {row[0] for row in self._tx.read.execute(parts)}

    def _taken(self, uids: Mapping[str, tuple[str, str]]) -> set[str]:
        """Which of these ids a record of another kind or a deleted one has here.

        An id of a living record of the same kind means that very record: it is remembered as ours.
        """
        parts = " UNION ALL ".join(
            f"SELECT uid, '{table}', dead FROM {table} WHERE uid IN (SELECT value FROM wanted)"
            for table in CLASSES
        )
        wanted = msgspec.json.encode(sorted(uids)).decode()
        rows = self._tx.read.execute(
            f"WITH wanted AS (SELECT value FROM json_each(?)) {parts}", (wanted,)
        )
        taken: set[str] = set()
        for uid, table, dead in rows:
            same_kind = TABLE_OF_CLASS[CLASSES[table]] == uids[uid][0]
            (self._ours if same_kind and not dead else taken).add(uid)
        return taken

    def _take(self, draft: Draft) -> None:
        """Decides what becomes of a draft and books it, at once or when its batch is saved."""
        self._seen.add((draft.table, draft.key))
        values = self._values(draft)
        held = self._rows(draft.table).get(draft.key)
        if held is not None and same(held.values, values):
            self._book(draft, "unchanged")
        elif held is None:
            self._new(draft, values)
        else:
            self._changed(draft, held, values)
        if len(self._waiting) >= BATCH:
            self._flush()

    def _values(self, draft: Draft) -> dict[str, Any]:
        notes: dict[str, list[str]] = {}
        for name, text in draft.notes:
            if len(text) > NOTE_CHARACTERS:
                self._report.problem(Code.TRUNCATED, draft.place, name, text)
            notes.setdefault(clean(name), []).append(text[:NOTE_CHARACTERS])
        fields = values_of(draft.record) if draft.record is not None else {}
        return {**fields, **({NOTES: notes} if notes else {})}

    def _new(self, draft: Draft, values: dict[str, Any]) -> None:
        if draft.uid in self._ours and draft.record is not None:
            self._met(draft, draft.record, values)
        elif draft.record is None:
            self._remember(draft, values)
            self._book(draft, "created")
        else:
            self._waiting.append((draft, draft.record, "created", values))

    def _met(self, draft: Draft, theirs: Record, values: dict[str, Any]) -> None:
        """A record of ours that comes back by a file: what differs is shown, ours stays."""
        current = self._tx.read.get(type(theirs), draft.uid)
        if current is None:
            return
        here = values_of(current)
        differing = {
            name: value
            for name, value in values.items()
            if name != NOTES and not same({name: value}, {name: here.get(name)})
        }
        for name, value in differing.items():
            self._conflict(draft, current, name, here.get(name, ""), value)
        kept = {name: value for name, value in values.items() if name not in differing}
        self._remember(draft, kept)
        self._book(draft, "unchanged")

    def _changed(self, draft: Draft, held: SourceRecord, values: dict[str, Any]) -> None:
        current = None if draft.record is None else self._tx.read.get(type(draft.record), held.uid)
        if draft.record is None or current is None:
            self._remember(draft, values)
            self._book(draft, "updated" if draft.record is None else "unchanged")
            return
        notes = {NOTES: values[NOTES]} if NOTES in values else {}
        before = {name: value for name, value in held.values.items() if name != NOTES}
        now = {name: value for name, value in values.items() if name != NOTES}
        result = merged(current, before, now)
        for name, (ours, theirs) in result.conflicts.items():
            self._conflict(draft, current, name, ours, theirs)
        remembered = {**result.remembered, **notes}
        if result.record is not None:
            self._waiting.append((draft, result.record, "updated", remembered))
            return
        noted = held.values.get(NOTES) != values.get(NOTES)
        self._remember(draft, remembered)
        self._book(draft, "updated" if noted else "unchanged")

    def _conflict(
        self, draft: Draft, current: Record, name: str, ours: object, theirs: object
    ) -> None:
        here, there = (value_words(value, self._tx.read) for value in (ours, theirs))
        self._report.problem(Code.CONFLICT, place_of_field(draft, name), name, there)
        kind = kind_of(draft.table)
        self._report.conflicts.append(
            Difference(kind, current.id, title_of(current), name, here, there)
        )

    def _flush(self) -> None:
        """Saves what waits; if something cannot be, one by one, so that the rest is saved."""
        try:
            self._tx.save_all(record for _draft, record, _outcome, _values in self._waiting)
            refused: dict[str, str] = {}
        except (InvalidRecord, Refused):
            refused = self._save_one_by_one()
        for draft, record, outcome, values in self._waiting:
            if record.id in refused:
                self._skip(draft, refused[record.id])
                continue
            self._remember(draft, values)
            self._book(draft, outcome)
        self._waiting.clear()
        for table, rows in self._remembered.items():
            self._tx.remember(self._source, table, rows)
        self._remembered.clear()
        self._tx.add_notes(self._source, self._notes)
        self._notes.clear()

    def _save_one_by_one(self) -> dict[str, str]:
        refused = {}
        for _draft, record, _outcome, _values in self._waiting:
            try:
                self._tx.save(record)
            except (InvalidRecord, Refused) as error:
                refused[record.id] = str(error)
        return refused

    def _skip(self, draft: Draft, reason: str) -> None:
        for row in draft.rows:
            self._report.skip(kind_of(row.table), Code.INVALID_RECORD, row.place, "", reason)

    def _remember(self, draft: Draft, values: dict[str, Any]) -> None:
        rows = self._remembered.setdefault(draft.table, [])
        rows.append((draft.key, draft.uid, values))
        if draft.record is not None:
            notes = values.get(NOTES, {})
            pairs = [(name, text) for name, texts in notes.items() for text in texts]
            if draft.key in self._rows(draft.table):
                self._tx.replace_notes(draft.uid, self._source, pairs)
            else:
                self._notes += [(draft.uid, name, text) for name, text in pairs]
            self._report.notes += len(pairs)

    def _book(self, draft: Draft, outcome: str) -> None:
        for row in draft.rows:
            self._report.count(kind_of(row.table), outcome)

    def _list_missing(self) -> None:
        """Records of this source that the file no longer has; they stay as they are."""
        for table in MAIN_TABLES:
            known = self._rows(table)
            there = {held.uid for key, held in known.items() if (table, key) in self._seen}
            missing = {held.uid for key, held in known.items() if (table, key) not in self._seen}
            gone = [held.uid for held in known.values() if held.uid in missing - there]
            for uid, name in self._tx.read.titles(gone).items():
                self._report.no_longer_included.append(Difference(kind_of(table), uid, name))
                self._report.problem(Code.NO_LONGER_INCLUDED, Place(table))


def _names(area: Area) -> Iterator[str]:
    yield area.name
    yield from area.aliases
