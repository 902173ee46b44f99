"""Importing text functions and vocabulary loads nothing that is only needed later."""

import subprocess
import sys

import pytest

HEAVY = ("snowballstemmer", "rapidfuzz", "networkx", "textual", "sqlite3", "numpy", "json")


def modules_after(statement: str) -> set[str]:
    program = f"{statement}\nimport sys\nprint(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(ran.stdout.split())


@pytest.mark.parametrize(
    "module",
    ["stk_graph.text", "stk_graph.text.terms", "stk_graph.text.compounds", "stk_graph.vocabulary"],
)
def test_importing_loads_no_heavy_module(module: str) -> None:
    assert modules_after(f"import {module}").isdisjoint(HEAVY)


def test_cleaning_and_folding_read_no_vocabulary() -> None:
    assert "stk_graph.vocabulary" not in modules_after("import stk_graph.text")


def test_vocabulary_files_are_read_on_first_use_only() -> None:
    program = """
from stk_graph.vocabulary import load, label
assert load.topics.cache_info().misses == 0
assert label("lernhilfe", "topic")
assert load.topics.cache_info().misses == 1
assert load.occasions.cache_info().misses == 0
"""
    modules_after(program)


def test_the_stemmer_is_loaded_with_the_first_stem() -> None:
    assert "snowballstemmer" in modules_after("from stk_graph.text import stem; stem('kurse')")


def test_finding_terms_needs_no_stemmer() -> None:
    statement = "from stk_graph.text.terms import find_terms; find_terms('Sprachkurse')"
    assert "snowballstemmer" not in modules_after(statement)
