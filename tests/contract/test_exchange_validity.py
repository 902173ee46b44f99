"""What we export is valid HSDS 3.0 for two validators that know nothing of us."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pytest
import referencing
from referencing.jsonschema import DRAFT202012

from db.demo import district
from db.exchange import Form, Options, Purpose, export_hsds, import_hsds
from db.store import Store, open_store
from stk_graph.model.enums import Visibility

HSDS = Path(__file__).parents[1] / "data" / "hsds"
SCHEMAS = HSDS / "schema-3.0" / "schema"
OLD_AND_NEW = (
    "ohana-sample/sample-csv",
    "minimal-valid-export",
    "mock-api-3.0",
    "schema-3.0/examples/csv",
    "uk-mocks-3.0/paged/organization_full.json",
)
TODAY = date(2026, 11, 24)
PURPOSE = Purpose("Test", "Prüfung")

HSDS_2 = {
    "organizations.csv": "id,name,description,url\no1,Haus Süd,Treffpunkt,www.haus.example\n",
    "services.csv": (
        "id,organization_id,name,status,fees,minimum_age\n"
        "s1,o1,Offener Seniorentreff,active,2 €,60\n"
    ),
    "services_at_location.csv": "id,service_id,location_id\nx1,s1,l1\n",
    "locations.csv": "id,organization_id,name\nl1,o1,Haus Süd\n",
    "physical_addresses.csv": (
        "id,location_id,address_1,city,state_province,postal_code,country\n"
        "a1,l1,Weg 2,Musterstadt,HE,65000,DE\n"
    ),
    "schedules.csv": (
        "id,service_id,freq,interval,byday,opens_at,closes_at\n"
        't1,s1,DAILY,1,,09:00Z,10:00Z\nt2,s1,MONTHLY,1,"1WE,3WE",14:00,16:00\n'
    ),
    "service_attributes.csv": "id,service_id,taxonomy_term_id\nb1,s1,k1\n",
    "taxonomy_terms.csv": "id,term,description\nk1,Seniorentreff,x\n",
}


@cache
def service_validator() -> Any:
    """The official schema of a service; its references are the names of the files."""
    registry: referencing.Registry[Any] = referencing.Registry()
    for path in SCHEMAS.glob("*.json"):
        resource = DRAFT202012.create_resource(json.loads(path.read_text(encoding="utf-8")))
        registry = registry.with_resource(path.name, resource)
    schema = json.loads((SCHEMAS / "service.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(
        schema, registry=registry, format_checker=jsonschema.FormatChecker()
    )


def problems_of_json(path: Path) -> list[str]:
    page = json.loads(path.read_text(encoding="utf-8"))
    return [
        f"{list(error.absolute_path)}: {error.message}"
        for service in page["contents"]
        for error in service_validator().iter_errors(service)
    ]


def problems_of_package(path: Path) -> list[object]:
    report = frictionless.validate(str(path / "datapackage.json"))
    return list(report.flatten(["title", "rowNumber", "fieldName", "note"]))


def check_both_forms(store: Store, folder: Path, level: Visibility) -> None:
    export_hsds(store, folder / f"{level}.json", level, PURPOSE)
    export_hsds(store, folder / str(level), level, PURPOSE, Form.FOLDER)
    assert problems_of_json(folder / f"{level}.json") == []
    assert problems_of_package(folder / str(level)) == []


def test_the_validators_see_what_is_wrong() -> None:
    wrong = {"id": "1", "name": None, "status": "open", "url": "kein url", "minimum_age": "6"}
    found = "".join(error.message for error in service_validator().iter_errors(wrong))
    for sign in ("'1' is not a 'uuid'", "None", "'open'", "'kein url' is not a 'uri'", "'6'"):
        assert sign in found


def test_the_minimal_example_is_what_the_validators_accept() -> None:
    assert problems_of_json(HSDS / "minimal-valid-export" / "services_page.json") == []


@pytest.mark.parametrize("name", OLD_AND_NEW)
def test_every_generation_leaves_as_valid_3_0(tmp_path: Path, name: str) -> None:
    with open_store(tmp_path / "data.db", create=True) as store:
        import_hsds(store, HSDS / name, "Test", Options(dry_run=False))
        check_both_forms(store, tmp_path, Visibility.INTERNAL)


def test_hsds_2_leaves_as_valid_3_0(tmp_path: Path) -> None:
    package = tmp_path / "two"
    package.mkdir()
    for name, text in HSDS_2.items():
        (package / name).write_text(text, encoding="utf-8")
    with open_store(tmp_path / "data.db", create=True) as store:
        report = import_hsds(store, package, "Test", Options(dry_run=False))
        assert (report.version, report.counts("offers")["created"]) == ("2.0", 1)
        check_both_forms(store, tmp_path, Visibility.INTERNAL)


@pytest.mark.parametrize("level", list(Visibility))
def test_the_demo_district_leaves_valid_at_every_level(tmp_path: Path, level: Visibility) -> None:
    with open_store(tmp_path / "data.db", create=True) as store:
        with store.write("Test", "fill") as action:
            action.save_all(district(TODAY))
        check_both_forms(store, tmp_path, level)
