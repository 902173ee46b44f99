"""The program that draws: found, watched, and its failures told in words."""

import sys
from pathlib import Path

import pytest

from stk_graph.diagram import render
from stk_graph.diagram.render import Renderer, RenderError, embedded, renderer, smallest_points

TWO = 'graph network { a1 [label="eins"]; a2 [label="zwei"]; a1 -- a2; }'


@pytest.fixture
def drawing() -> Renderer:
    found = embedded()
    assert found is not None
    return found


def test_the_embedded_renderer_comes_with_the_program(drawing: Renderer) -> None:
    assert drawing.name == "embedded"
    assert drawing.program.is_file()


def test_a_picture_comes_back_as_svg(drawing: Renderer) -> None:
    svg = drawing.render(TWO, engine="dot")
    assert svg.startswith(b"<?xml")
    assert b">eins</text>" in svg


def test_places_are_points_by_the_id_of_the_node(drawing: Renderer) -> None:
    places = drawing.places(TWO, engine="dot")
    assert set(places) == {"a1", "a2"}
    assert places["a1"][1] > places["a2"][1]


def test_an_empty_picture_has_no_places(drawing: Renderer) -> None:
    assert drawing.places("graph network { }", engine="neato") == {}


def test_given_places_are_kept(drawing: Renderer) -> None:
    dot = 'graph network { a1 [pos="10,20"]; a2 [pos="500,300"]; a1 -- a2; }'
    again = drawing.render(dot, engine="neato", fmt="plain", fixed=True).decode()
    one, two = (line.split()[2:4] for line in again.splitlines() if line.startswith("node"))
    assert float(two[0]) - float(one[0]) == pytest.approx(490 / 72, abs=0.01)


def test_a_faulty_picture_is_told_in_a_sentence_and_nothing_is_printed(
    drawing: Renderer, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(RenderError, match="Die Daten sind unverändert") as caught:
        drawing.render("graph network { a1 [label=", engine="dot")
    assert "syntax error" in str(caught.value)
    assert capfd.readouterr() == ("", "")


def test_a_picture_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n")
    slow.chmod(0o700)
    with pytest.raises(RenderError, match=r"nach 0\.2 Sekunden"):
        Renderer("system", slow).render(TWO, engine="dot", timeout=0.2)


def test_a_program_that_cannot_be_started_is_named(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="„nirgends“"):
        Renderer("system", tmp_path / "nirgends").render(TWO, engine="dot")


def test_a_program_that_ends_with_nothing_is_no_picture(tmp_path: Path) -> None:
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\nexit 0\n")
    silent.chmod(0o700)
    with pytest.raises(RenderError, match="konnte nicht gezeichnet werden"):
        Renderer("system", silent).render(TWO, engine="dot")


def test_graphviz_of_the_machine_is_taken_when_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "dot"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert renderer().program == program
    assert renderer("system").name == "system"
    assert renderer("embedded").name == "embedded"


def test_without_graphviz_the_embedded_renderer_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert renderer().name == "embedded"
    with pytest.raises(RenderError, match="kein Zeichenprogramm"):
        renderer("system")


def test_a_package_that_is_not_installed_is_no_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "_EMBEDDED", "a-package-nobody-has-installed")
    assert embedded() is None


@pytest.mark.parametrize(("scale", "points"), [("0.5 0.5", 5.5), ("1 1", 11.0)])
def test_the_size_of_the_letters_is_read_off_the_sheet(scale: str, points: float) -> None:
    svg = f'<svg><g id="graph0" class="graph" transform="scale({scale}) rotate(0)"></g></svg>'
    assert smallest_points(svg.encode()) == points
    assert smallest_points(b"<svg></svg>") == 11.0
