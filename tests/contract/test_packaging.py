"""The wheel holds the three packages with their data, and nothing else."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA_SUFFIXES = {".tcss", ".csv", ".toml", ".txt", ".mo", ".po"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return zipfile.ZipFile(made)


def test_the_wheel_holds_exactly_three_packages(wheel: zipfile.ZipFile) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"stk_graph", "db", "stk_tui"}


def test_every_data_file_of_the_packages_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in ("stk_graph", "db", "stk_tui")
        for path in (ROOT / package).rglob("*")
        if path.suffix in DATA_SUFFIXES
    }
    assert wanted
    assert wanted <= inside


def test_every_dependency_is_pinned_and_no_address_is_named() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    names = {line.partition("==")[0].lower().replace("_", "-") for line in pins.split()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    needed = {entry.partition(">")[0].strip().lower().replace("_", "-") for entry in wanted}
    assert needed <= names
    assert "://" not in pins


def test_every_dependency_is_used_somewhere() -> None:
    modules = {
        "email-validator": "email_validator",
        "sqlite-utils": "sqlite_utils",
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for package in ("stk_graph", "db", "stk_tui")
        for path in (ROOT / package).rglob("*.py")
    )
    for entry in project["dependencies"]:
        name = entry.partition(">")[0].strip()
        module = modules.get(name, name)
        used = (f"import {module}", f"from {module}", f'"{name}"')
        assert any(words in code for words in used), name
