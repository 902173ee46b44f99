"""`stk demo` without a terminal: a tour on paper of the demo district."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.functional.cli_runs import Run, stk

STOPS = (
    "1  Die richtige Ansprechperson für einen Einzelfall",
    "2  Angebote abstimmen",
    "3  Der Weg eines Bedarfs",
    "4  Das Netz als Diagramm",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tour")


@pytest.fixture(scope="module")
def tour(folder: Path) -> Run:
    """The tour, with a folder of its own for temporary files."""
    temporary = folder / "tmp"
    temporary.mkdir()
    return stk(
        "demo",
        "--diagram",
        str(folder / "netz.svg"),
        db=folder / "own.db",
        env={"TMPDIR": str(temporary), "STK_CONFIG": str(folder / "config.toml")},
    )


def stop(tour: Run, number: int) -> list[str]:
    """The lines below a heading, up to the next."""
    text = tour.out.split(STOPS[number - 1], 1)[1]
    return text.split("\n\n", 1)[0].splitlines()[2:]


def test_the_tour_has_four_stops_in_order(tour: Run) -> None:
    assert tour.code == 0, tour.err
    assert tour.err == ""
    lines = tour.out.splitlines()
    headings = [line for line, below in pairwise(lines) if below and set(below) == {"-"}]
    assert headings == list(STOPS)


def test_a_case_is_answered_with_a_person_to_call(tour: Run) -> None:
    question, safety, *hits = stop(tour, 1)
    assert "Schichtdienst" in question
    assert "110" in safety
    assert len(hits) == 3
    assert "Randzeitenbetreuung" in hits[0]
    assert re.search(r"0\d{2,} \d{4,}", hits[0]), "a number to call"


def test_pairs_to_agree_on_come_with_label_and_reason(tour: Run) -> None:
    count, *pairs = stop(tour, 2)
    assert int(count.split()[0]) >= len(pairs) == 6
    assert all(line.split()[0] in ("Dublette", "Doppelung", "zu") for line in pairs)
    girls = next(line for line in pairs if "Girls Day JUZ" in line)
    assert "Mädchentag im Jugendzentrum" in girls
    assert "gleiche Einrichtung" in girls


def test_the_way_of_a_need_goes_from_observation_to_answer(tour: Run) -> None:
    _title, *steps = stop(tour, 3)
    days = [step.split()[0] for step in steps]
    assert days == sorted(days, key=lambda day: day.split(".")[::-1])
    assert "beobachtet" in steps[0]
    assert "mitgeteilt an" in steps[-1]


def test_the_diagram_is_written_where_it_was_asked_for(tour: Run, folder: Path) -> None:
    picture = folder / "netz.svg"
    assert stop(tour, 4) == [f"Geschrieben: {picture}"]
    assert b"</svg>" in picture.read_bytes()[-20:]


def test_the_tour_leaves_nothing_behind(tour: Run, folder: Path) -> None:
    assert tour.code == 0
    assert list((folder / "tmp").iterdir()) == []
    assert sorted(path.name for path in folder.iterdir()) == ["netz.svg", "tmp"]
