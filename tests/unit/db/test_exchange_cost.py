"""What an import costs grows with its rows, and what returns in them is read once."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.import_bench import write_package
from db.exchange import Options, import_hsds, schedule_rows
from db.gate import clean_values
from db.store import Store, open_store
from stk_graph.knowledge import offers as kinds
from stk_graph.text import clean
from stk_graph.times.schedule_reading import slots_from_schedule

Nested = str | list["Nested"] | dict[str, "Nested"]

TEXTS = st.text('ab \\"\n\t\x00\x1b\x7f\x85\xa0\u2028\u200eäe\u0308\ud800', max_size=6)
VALUES: st.SearchStrategy[Nested] = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def statements_of_import(folder: Path, offers: int) -> Counter[str]:
    """Statements by their beginning that an import of a generated directory makes."""
    package = folder / f"package-{offers}"
    package.mkdir()
    write_package(package, offers)
    made: Counter[str] = Counter()
    with open_store(folder / f"{offers}.db", create=True) as store:
        with store.writing() as connection:
            connection.set_trace_callback(lambda sql: made.update([" ".join(sql.split()[:3])]))
        import_hsds(store, package, "test", Options(dry_run=False))
    return made


def test_twice_the_offers_make_twice_the_statements(tmp_path: Path) -> None:
    once, twice = (statements_of_import(tmp_path, offers) for offers in (200, 400))
    written = "INSERT INTO note(uid,"
    assert twice[written] == 2 * once[written] > 0
    assert sum(twice.values()) <= 2 * sum(once.values())


def test_like_rows_of_times_are_read_once(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: Counter[str] = Counter()

    def counted(*given: object, **named: object) -> object:
        read["rows"] += 1
        return slots_from_schedule(*given, **named)  # type: ignore[arg-type]

    write_package(tmp_path, 80)
    monkeypatch.setattr(schedule_rows, "slots_from_schedule", counted)
    schedule_rows._read.cache_clear()
    report = import_hsds(store, tmp_path, "test", Options(dry_run=False))
    assert report.counts("time_slots")["created"] == 60
    days = 5 * 4  # two of five in any order
    assert 0 < read["rows"] <= days


def test_a_title_is_read_once_though_it_is_asked_alone_and_with_its_description() -> None:
    kinds._read.cache_clear()
    kinds.kind_of_offer("Offene Sprechzeit am Dienstag")
    kinds.kind_of_offer("Offene Sprechzeit am Dienstag", "Wir hören zu.")
    assert kinds._read.cache_info().misses == 2


def cleaned(value: Nested, *, multiline: bool) -> Nested:
    """What ``clean_values`` promises, text by text."""
    if isinstance(value, str):
        return clean(value, multiline=multiline)
    if isinstance(value, dict):
        return {clean(key): cleaned(item, multiline=multiline) for key, item in value.items()}
    return [cleaned(item, multiline=multiline) for item in value]


@given(value=VALUES, multiline=st.booleans())
def test_a_value_seen_to_be_clean_at_once_is_clean_in_every_text(
    value: Nested, *, multiline: bool
) -> None:
    assert clean_values(value, multiline=multiline) == cleaned(value, multiline=multiline)
