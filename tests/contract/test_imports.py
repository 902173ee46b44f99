"""What starts fast loads little: looked up in the modules of a fresh process, not by the clock."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stk_tui.session import Session
from stk_tui.session.demo import fill

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


COUNTED = """
import click, csv, msgspec, re._compiler, sqlite3, sys
made = []
plain = re._compiler.compile
def counted(pattern, flags=0):
    made.append(pattern)
    return plain(pattern, flags)
re._compiler.compile = counted
from stk_tui.cli import main
try:
    main(sys.argv[1:])
finally:
    own = ("stk_graph", "db", "stk_tui")
    ours = [name for name in sys.modules if name.partition(".")[0] in own]
    print(len(made), len(ours), *sys.modules, file=sys.stderr)
"""
CASE = "Kind 2. Klasse, Mutter im Schichtdienst bis 19 Uhr, niemand holt ab"


@pytest.fixture(scope="module")
def data_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("start") / "demo.db"
    session = Session.open(path, create=True)
    fill(session)
    session.close()
    return path


def work_of(path: Path, *arguments: str) -> tuple[int, int, set[str]]:
    """Patterns made and own modules loaded by a command, and the names of all modules."""
    done = subprocess.run(
        [sys.executable, "-c", COUNTED, *arguments],
        env={**os.environ, "STK_DB": str(path)},
        input=CASE,
        capture_output=True,
        text=True,
        check=True,
    )
    patterns, modules, *names = done.stderr.split()
    return int(patterns), int(modules), set(names)


@pytest.mark.parametrize(
    ("arguments", "used", "most_patterns", "most_modules"),
    [
        (("case", "--json"), "stk_graph.case.answer", 45, 129),
        (("contacts", "Beratung"), "db.text_search", 13, 67),
    ],
    ids=["case", "contacts"],
)
def test_a_command_makes_few_patterns_and_loads_few_modules(
    data_file: Path,
    arguments: tuple[str, ...],
    used: str,
    most_patterns: int,
    most_modules: int,
) -> None:
    patterns, modules, loaded = work_of(data_file, *arguments)
    assert used in loaded
    assert patterns <= most_patterns
    assert modules <= most_modules
    assert not {name.partition(".")[0] for name in loaded} & HEAVY


@pytest.mark.parametrize(("given", "apart"), [("", ""), ("['contacts']", "apart\n")])
def test_the_program_ends_without_taking_itself_apart_but_a_caller_goes_on(
    data_file: Path, given: str, apart: str
) -> None:
    code = (
        "import atexit, sys; atexit.register(print, 'apart', file=sys.stderr)\n"
        f"from stk_tui.cli import main; main({given})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "contacts"],
        env={**os.environ, "STK_DB": str(data_file)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("\n")
    assert done.stderr == apart
