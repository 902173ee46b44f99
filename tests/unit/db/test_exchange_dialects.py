"""Every generation of HSDS is recognised by its files and columns."""

from pathlib import Path

import pytest

from db.exchange.dialects import recognise, table_by_columns
from db.exchange.names import singular, table_of
from db.exchange.problems import Code, ImportFehler
from db.exchange.sources import open_source
from tests.unit.db.exchange_samples import HSDS, shared, write_package


def version_of(path: Path) -> str:
    return recognise(open_source(path)).version


@pytest.mark.parametrize(
    ("folder", "version"),
    [
        ("minimal-valid-export", "3.0"),
        ("minimal-valid-export/services_page.json", "3.0"),
        ("mock-api-3.0", "3.0"),
        ("schema-3.0/examples/csv", "3.0"),
        ("schema-3.0/examples", "3.0"),
        ("ohana-sample/sample-csv", "1.0"),
        ("uk-mocks-3.0/paged/service_list.json", "3.0"),
    ],
)
def test_the_sample_sets_are_recognised(folder: str, version: str) -> None:
    assert version_of(HSDS / folder) == version


@pytest.mark.parametrize(
    ("folder", "version"),
    [
        ("sample-1.1/simple", "1.1"),
        ("sample-1.1/all_resources", "1.1"),
        ("uk-examples-3.0/csv", "3.0-uk"),
    ],
)
def test_the_share_alike_sample_sets_are_recognised(folder: str, version: str) -> None:
    name, _slash, inner = folder.partition("/")
    assert version_of(shared(name) / inner) == version


def test_hsds_2_is_recognised_by_its_attributes_and_schedules(tmp_path: Path) -> None:
    package = write_package(
        tmp_path / "two",
        {
            "organizations": [{"id": "o", "name": "Kita", "description": "x", "url": ""}],
            "services_at_location": [{"id": "x", "service_id": "s", "location_id": "l"}],
            "schedules": [{"id": "t", "service_id": "s", "freq": "DAILY", "byday": "MO"}],
            "service_attributes": [{"id": "a", "service_id": "s", "taxonomy_term_id": "t"}],
            "taxonomy_terms": [{"id": "t", "term": "Kita", "description": "x"}],
        },
    )
    assert version_of(package) == "2.0"


def test_hsds_3_1_is_recognised_by_what_it_adds(tmp_path: Path) -> None:
    package = write_package(
        tmp_path / "three",
        {
            "services": [{"id": "s", "name": "x", "status": "active", "service_capacity": "4"}],
            "service_at_location": [{"id": "x", "service_id": "s", "location_id": "l"}],
            "addresses": [{"id": "a", "location_id": "l", "address_type": "physical"}],
        },
    )
    assert version_of(package) == "3.1"


@pytest.mark.parametrize(
    ("file", "table"),
    [
        ("valid_org.csv", "organizations"),
        ("valid_location.csv", "locations"),
        ("valid_service.csv", "services"),
        ("valid_location_contact.csv", "contacts"),
        ("valid_org_phone.csv", "phones"),
        ("valid_address.csv", "addresses"),
        ("valid_mail_address.csv", "addresses"),
        ("valid_category.csv", "taxonomy_terms"),
        ("valid_program.csv", "programs"),
        ("valid_service_regular_schedule.csv", "schedules"),
        ("valid_location_holiday_schedule.csv", "schedules"),
    ],
)
def test_a_file_whose_name_says_nothing_is_known_by_its_columns(file: str, table: str) -> None:
    recognised = recognise(open_source(HSDS / "ohana-sample" / "fixtures" / file))
    assert [known.table for known in recognised.tables] == [table]


def test_names_are_compared_without_case_and_in_singular() -> None:
    assert table_of("services", ()) == "services"
    assert table_of("physical_addresses", ()) == "addresses"
    assert table_of("attribute", ()) == "attributes"
    assert table_of("networks", ()) == "network"
    assert singular("physical_addresses") == "physical_address"


def test_a_taxonomy_file_holds_terms_or_taxonomies_by_its_columns() -> None:
    assert table_of("taxonomy", ("id", "name", "parent_id")) == "taxonomy_terms"
    assert table_of("taxonomy", ("id", "name", "uri", "version")) == "taxonomies"


def test_a_table_of_something_else_is_refused_with_its_columns(tmp_path: Path) -> None:
    (tmp_path / "kunden.csv").write_text("Vorname;Nachname;Geburtstag\nA;B;1.1.1990\n")
    with pytest.raises(ImportFehler) as error:
        recognise(open_source(tmp_path / "kunden.csv"))
    assert error.value.code is Code.UNKNOWN_FORMAT
    assert "vorname, nachname, geburtstag" in str(error.value)
    assert table_by_columns(("vorname", "nachname")) is None


def test_the_detection_can_be_overruled() -> None:
    source = open_source(HSDS / "minimal-valid-export")
    assert recognise(source, "1.1").version == "1.1"
