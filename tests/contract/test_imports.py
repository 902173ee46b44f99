"""What starts fast loads little: looked up in the modules of a fresh process, not by the clock."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"textual", "rich", "networkx", "numpy", "scipy", "sqlite_utils", "holidays", "pydot"}


def loaded_by(code: str) -> set[str]:
    """Top-level modules that are loaded after ``code`` ran in a process of its own."""
    shown = f"{code}\nimport sys; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize(
    "module",
    [
        "stk_graph.model",
        "stk_graph.vocabulary",
        "stk_graph.text",
        "stk_graph.times.slots",
        "stk_graph.times.overlap",
        "stk_graph.knowledge",
        "stk_graph.case",
        "db.store",
        "db.read",
        "stk_tui.session",
        "stk_tui.cli",
    ],
)
def test_a_module_of_the_start_loads_nothing_heavy(module: str) -> None:
    assert not loaded_by(f"import {module}") & HEAVY


def test_the_screens_paint_without_graph_and_writer() -> None:
    found = loaded_by("import stk_tui.app")
    assert "textual" in found
    assert not found & {"networkx", "numpy", "sqlite_utils", "holidays", "pydot"}


def test_the_contracts_between_the_packages_hold() -> None:
    root = Path(__file__).parents[2]
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
