"""Whatever a directory holds: counts add up, twice changes nothing, what leaves comes back."""

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.exchange import Options, Purpose, export_hsds, import_hsds
from db.exchange.comparison import merged, values_of
from db.store import open_store
from stk_graph.model import Actor
from stk_graph.model.enums import Visibility
from tests.unit.db.exchange_samples import write_package

IDS = st.sampled_from(["1", "2", "3", "", "zz"])
TEXTS = st.one_of(
    st.sampled_from(
        ["", "Kita", "Mo 9-12 Uhr", "6-10", "=1+1", "[b]", "<i>x</i>", "a\x1b[31m", "kostenlos"]
    ),
    st.text(max_size=12),
    st.text(string.printable, max_size=20),
)
VALUES = st.one_of(TEXTS, st.sampled_from(["-1", "12.5", "2026-13-01", "25:00", "9am", "MO,XX"]))

COLUMNS = {
    "organizations": ("id", "name", "description", "email", "parent_organization_id", "extra"),
    "services": (
        *("id", "organization_id", "name", "status", "description", "minimum_age"),
        *("maximum_age", "eligibility_description", "url", "assured_date"),
    ),
    "locations": ("id", "organization_id", "name", "latitude", "longitude"),
    "addresses": ("id", "location_id", "address_1", "city", "postal_code", "address_type"),
    "service_at_location": ("id", "service_id", "location_id"),
    "phones": ("id", "service_id", "contact_id", "organization_id", "number", "type"),
    "contacts": ("id", "organization_id", "service_id", "name", "title"),
    "schedules": ("id", "service_id", "freq", "byday", "opens_at", "closes_at", "valid_from"),
    "languages": ("id", "service_id", "name"),
    "service_areas": ("id", "service_id", "name"),
    "attributes": ("id", "link_id", "taxonomy_term_id", "link_entity"),
    "taxonomy_terms": ("id", "name", "description", "parent_id"),
    "networks": ("id", "name", "kind", "focus_target_group_id"),
    "contact_roles": ("id", "contact_id", "target_entity", "target_id"),
    "stk_records": ("id", "link_entity", "link_id", "uid", "fields"),
}


@st.composite
def directories(draw: st.DrawFn) -> dict[str, list[dict[str, object]]]:
    """A few tables of a few rows; ids collide and references dangle on purpose."""
    names = draw(st.sets(st.sampled_from(sorted(COLUMNS)), min_size=1, max_size=8))
    return {
        name: [
            {
                column: draw(IDS if column == "id" or column.endswith("_id") else VALUES)
                for column in COLUMNS[name]
            }
            for _row in range(draw(st.integers(1, 4)))
        ]
        for name in sorted(names)
    }


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(directories())
def test_counts_add_up_and_twice_changes_nothing_for_any_directory(
    tmp_path_factory: pytest.TempPathFactory, tables: dict[str, list[dict[str, object]]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    package = write_package(folder / "package", tables)
    with open_store(folder / "data.db", create=True) as store:
        first = import_hsds(store, package, "Test", Options(dry_run=False))
        assert first.adds_up
        for kind in first.kinds:
            counts = first.counts(kind)
            assert counts["skipped"] == sum(row.kind == kind for row in first.skipped_rows)
        again = import_hsds(store, package, "Test", Options(dry_run=False))
        assert again.adds_up
        assert again.changed == 0
        assert again.read == first.read


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(directories())
def test_what_any_directory_became_leaves_and_comes_back(
    tmp_path_factory: pytest.TempPathFactory, tables: dict[str, list[dict[str, object]]]
) -> None:
    folder = tmp_path_factory.mktemp("round")
    purpose = Purpose("Test", "Prüfung")
    with open_store(folder / "data.db", create=True) as store:
        package = write_package(folder / "package", tables)
        import_hsds(store, package, "Test", Options(dry_run=False))
        export_hsds(store, folder / "first", Visibility.INTERNAL, purpose)
        written = bytes_of(folder / "first")
    if len(written) == 1:
        return
    with open_store(folder / "other.db", create=True) as store:
        import_hsds(store, folder / "first", "Test", Options(dry_run=False))
        export_hsds(store, folder / "second", Visibility.INTERNAL, purpose)
    assert bytes_of(folder / "second") == written


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


WORDS = st.sampled_from(["", "a", "b", "c"])


@given(WORDS, WORDS, WORDS)
def test_of_three_texts_the_source_wins_only_where_nobody_edited_here(
    before: str, now: str, here: str
) -> None:
    record = Actor(name="Kita", description=here)
    said, says = (values_of(Actor(name="Kita", description=text)) for text in (before, now))
    result = merged(record, said, says)
    if now in (before, here):
        assert (result.record, result.conflicts) == (None, {})
    elif here == before:
        assert result.record is not None
        assert getattr(result.record, "description") == now  # noqa: B009 - a Record has no such field
    else:
        assert (result.record, result.conflicts) == (None, {"description": (here, now)})
        assert result.remembered.get("description", "") == before
