"""`stk contacts`, `stk offers`, `stk show`: the directory on the command line."""

import json
from pathlib import Path

import pytest

from stk_tui.session import Session
from tests.functional.cli_runs import stk


def test_contacts_lists_institutions_persons_and_areas(demo_file: Path) -> None:
    done = stk("contacts", db=demo_file)
    assert done.code == 0
    for heading in ("Einrichtungen (", "Ansprechpersonen (", "Sozialräume ("):
        assert heading in done.out


def test_a_query_finds_every_word_in_either_spelling(demo_file: Path) -> None:
    found = json.loads(stk("contacts", "muehlberg kiez", "--json", db=demo_file).out)
    assert any("KiEZ Mühlberg" in actor["name"] for actor in found["actors"])


def test_a_name_can_be_asked_for_without_leaving_it_in_the_shell_history(demo_file: Path) -> None:
    found = json.loads(stk("contacts", "-", "--json", db=demo_file, text="Ellen Roos\n").out)
    assert [person["name"] for person in found["contacts"]] == ["Ellen Roos"]


def test_contacts_json_has_the_documented_fields(demo_file: Path) -> None:
    found = json.loads(stk("contacts", "--limit", "1", "--json", db=demo_file).out)
    assert set(found) == {"actors", "contacts", "areas"}
    (actor,), (person,) = found["actors"], found["contacts"]
    assert set(actor) == {
        "id",
        "source_id",
        "name",
        "kind",
        "carrier",
        "area",
        "offers",
        "contacts",
    }
    assert set(person) == {"id", "source_id", "name", "title", "actor", "phone", "email"}


def test_a_query_without_a_hit_says_what_to_do(demo_file: Path) -> None:
    done = stk("contacts", "Xylophon", db=demo_file)
    assert done.code == 0
    assert "Nichts gefunden" in done.out


def test_offers_for_an_age_keep_those_whose_age_nobody_knows(
    demo: Session, demo_file: Path
) -> None:
    found = json.loads(stk("offers", "--age", "7", "--json", db=demo_file).out)["offers"]
    assert all(offer["age_min"] is None or offer["age_min"] <= 7 for offer in found)
    assert [offer["name"] for offer in found if offer["unknown"] == ["age"]]
    assert all(offer["age_max"] is None or offer["age_max"] >= 7 for offer in found)
    assert any(offer["age_min"] is None and offer["age_max"] is None for offer in found)


def test_offers_for_primary_pupils_also_find_those_for_all_children(demo_file: Path) -> None:
    found = json.loads(
        stk("offers", "--target-group", "grundschulkinder", "--json", db=demo_file).out
    )["offers"]
    groups = {group for offer in found for group in offer["target_groups"]}
    assert {"grundschulkinder", "kinder"} <= groups


def test_an_offer_says_where_its_kind_comes_from(demo_file: Path) -> None:
    found = json.loads(stk("offers", "--json", db=demo_file).out)["offers"]
    assert {"stated", "text"} <= {offer["offer_kind_from"] for offer in found}


def test_offers_of_an_unknown_area_are_refused_with_a_sentence(demo_file: Path) -> None:
    done = stk("offers", "--area", "Atlantis", db=demo_file)
    assert done.code == 2
    assert "Atlantis" in done.err


@pytest.mark.parametrize("named", ["kiez_muehlberg", "KiEZ Mühlberg"])
def test_show_takes_a_source_id_or_a_name(demo: Session, demo_file: Path, named: str) -> None:
    wanted = next(row for row in demo.directory.rows("actor") if row.title == "KiEZ Mühlberg")
    source_id = json.loads(stk("contacts", "KiEZ Mühlberg", "--json", db=demo_file).out)
    named = source_id["actors"][0]["source_id"] if named == "kiez_muehlberg" else named
    done = stk("show", named, "--json", db=demo_file)
    assert done.code == 0
    assert json.loads(done.out)["id"] == wanted.id


def test_show_of_a_name_that_fits_several_lists_them(demo_file: Path) -> None:
    done = stk("show", "AWO", db=demo_file)
    assert done.code == 2
    assert done.err.count("\n") > 3


def test_show_prints_facts_and_neighbours(demo_file: Path) -> None:
    done = stk("show", "KiEZ Mühlberg", db=demo_file)
    assert "Ansprechpersonen" in done.out
    assert "Ellen Roos" in done.out


def test_a_missing_data_file_is_a_sentence_and_exit_code_3(tmp_path: Path) -> None:
    done = stk("contacts", db=tmp_path / "none.db")
    assert done.code == 3
    assert "stk init" in done.err
    assert "Traceback" not in done.err
