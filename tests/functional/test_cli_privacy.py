"""`stk person`, `erase`, `retention`: the rights of those whose data the file holds."""

import json
from pathlib import Path

import pytest

from stk_tui.session import Session
from tests.functional.cli_runs import stk
from tests.unit.db.store_actions import raw

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


def aged(demo_file: Path) -> Path:
    """A file of which the first action is some years old."""
    raw(demo_file, "UPDATE tx SET at = '2020-01-01T08:00:00.000Z' WHERE id = 1")
    return demo_file


def test_how_long_the_history_keeps_contents_is_shown_and_set(demo_file: Path) -> None:
    shown = stk("retention", db=demo_file)
    assert shown.code == 0
    assert "in Monaten: 24." in shown.out
    assert "Nichts ist älter." in shown.out
    assert "in Monaten: 6." in stk("retention", "--months", "6", db=demo_file).out
    answer = json.loads(stk("retention", "--json", db=demo_file).out)
    assert (answer["months"], answer["actions"], answer["exports"]) == (6, 0, 0)
    assert stk("retention", "--months", "0", db=demo_file).code == 2


def test_what_is_too_old_is_shown_and_goes_only_when_asked_for(demo_file: Path) -> None:
    path = aged(demo_file)
    assert ": 1." in stk("retention", db=path).out
    assert stk("doctor", db=path).code == 1
    refused = stk("retention", "--apply", db=path)
    assert refused.code == 2
    assert ": 1." in stk("retention", db=path).out, "without an answer nothing is taken away"
    done = stk("retention", "--apply", "--yes", db=path)
    assert done.code == 0
    assert "lässt sich nicht mehr zurücknehmen" in done.out
    assert "Nichts ist älter." in stk("retention", db=path).out
    assert "Alte Inhalte des Verlaufs gelöscht" in stk("history", db=path).out
    undone = stk("undo", "1", db=path)
    assert undone.code == 2
    assert "älter als die Aufbewahrungszeit" in undone.err
    assert stk("check", db=path).code == 0


def test_an_erased_person_is_gone_for_good_after_a_question(demo_file: Path) -> None:
    asked = stk("erase", NAME, db=demo_file)
    assert asked.code == 2
    assert stk("person", NAME, db=demo_file).out.startswith("Auskunft")
    done = stk("erase", NAME, "--yes", db=demo_file)
    assert done.code == 0, done.err
    assert done.out.startswith("Endgültig gelöscht. Entfernte Einträge: ")
    assert b"m.adler@example.org" not in demo_file.read_bytes()
    assert stk("contacts", NAME, "--json", db=demo_file).out.count("Adler") == 0
    number = json.loads(stk("history", "--json", db=demo_file).out)["actions"][0]["number"]
    undone = stk("undo", str(number), db=demo_file)
    assert undone.code == 2
    assert "Art. 17" in undone.err
    assert stk("check", db=demo_file).code == 0


def test_the_texts_in_which_an_erased_name_still_stands_are_named(demo_file: Path) -> None:
    session = Session.open(demo_file)
    actor = session.directory.rows("actor")[0]
    values = session.directory.form("actor", actor.id)
    session.directory.save("actor", actor.id, {**values, "description": f"Fragen an {NAME}"})
    session.close()
    done = stk("erase", NAME, "--yes", db=demo_file)
    assert "Der Name steht noch in diesen Texten" in done.out
    assert f"{actor.title} (Beschreibung)" in done.out


def test_whom_nobody_knows_cannot_be_erased(demo_file: Path) -> None:
    done = stk("erase", "Xaver Unbekannt", "--yes", db=demo_file)
    assert done.code == 2
    assert "nicht bekannt" in done.err
