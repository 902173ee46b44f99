"""`stk person`: the answer to somebody who asks what is stored about them."""

import json
from pathlib import Path

import pytest

from tests.functional.cli_runs import stk

NAME = "Miriam Adler"


def test_the_answer_is_whole_and_names_the_rights(demo_file: Path) -> None:
    done = stk("person", NAME, db=demo_file)
    assert done.code == 0, done.err
    assert done.out.startswith(f"Auskunft nach Art. 15 DSGVO: {NAME}, Stand ")
    for heading in ("\nAnsprechperson\n", "\nZuständigkeit\n", "\nVerlauf\n"):
        assert heading in done.out
    assert "m.adler@example.org" in done.out
    assert "Aufsichtsbehörde" in done.out


def test_the_name_may_come_from_the_input_and_in_another_spelling(demo_file: Path) -> None:
    assert stk("person", "-", db=demo_file, text="miriam adler\n").out.startswith("Auskunft")


def test_the_copy_for_another_program_holds_the_same(demo_file: Path) -> None:
    done = stk("person", NAME, "--json", db=demo_file)
    answer = json.loads(done.out)
    assert answer["person"]["name"] == NAME
    assert {one["table"] for one in answer["records"]} == {"contact", "contact_role"}
    assert answer["records"][0]["values"]["mail"] == "m.adler@example.org"
    assert set(answer) == {
        *("person", "as_of", "records", "imported", "notes", "history", "exports", "mentions"),
    }


def test_the_history_notes_that_somebody_asked_but_not_the_name(demo_file: Path) -> None:
    stk("person", NAME, db=demo_file)
    assert "Auskunft erteilt" in stk("history", db=demo_file).out
    latest = json.loads(stk("history", "--json", "--limit", "1", db=demo_file).out)["actions"][0]
    assert latest["what"].startswith("disclosed-contact 0")
    assert "Adler" not in latest["what"]
    assert stk("check", db=demo_file).code == 0


def test_an_answer_is_no_change_to_take_back(demo_file: Path) -> None:
    stk("person", NAME, db=demo_file)
    assert "keine Änderung" in stk("undo", db=demo_file).err


def test_of_a_stranger_nothing_is_stored_and_the_answer_says_so(demo_file: Path) -> None:
    done = stk("person", "Xaver Unbekannt", db=demo_file)
    assert done.code == 0
    assert done.out == "Zu „Xaver Unbekannt“ ist nichts gespeichert.\n"
    assert stk("history", "--json", db=demo_file).out.count("disclosed") == 0


def test_several_persons_of_one_name_are_told_apart_by_their_ids(demo_file: Path) -> None:
    done = stk("person", "a", db=demo_file)
    assert done.code == 2
    assert "mehrfach" in done.err
    assert done.out == ""


@pytest.mark.parametrize("wanted", ["Access under Art. 15 GDPR", "Contact person", "History"])
def test_the_answer_is_given_in_english_too(demo_file: Path, wanted: str) -> None:
    assert wanted in stk("--lang", "en", "person", NAME, db=demo_file).out
