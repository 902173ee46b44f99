"""Importing text functions and vocabulary loads nothing that is only needed later."""

import subprocess
import sys

import pytest

STEMMER = "stk_graph_german_stemmer.german_stemmer"
HEAVY = (STEMMER, "snowballstemmer", "rapidfuzz", "networkx", "textual", "sqlite3", "numpy", "json")


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
    loaded = modules_after("from stk_graph.text import stem; stem('kurse')")
    assert STEMMER in loaded
    assert STEMMER not in modules_after("from stk_graph.text import stem")


def test_finding_terms_needs_no_stemmer() -> None:
    statement = "from stk_graph.text.terms import find_terms; find_terms('Sprachkurse')"
    assert STEMMER not in modules_after(statement)


def test_a_stem_loads_the_stemmer_of_one_language() -> None:
    loaded = modules_after("from stk_graph.text import stem; assert stem('kurse') == 'kur'")
    modules = (name.rpartition(".") for name in loaded if name.endswith("_stemmer"))
    assert {module for package, _dot, module in modules if package} == {"german_stemmer"}


def test_the_stemmer_is_the_one_of_the_package() -> None:
    import snowballstemmer  # type: ignore[import-untyped]

    from stk_graph.text.stem import _stemmer

    words = ("beratungen", "kinderbetreuung", "schuldnerberatung", "laeuft", "haeuser", "straße")
    theirs = snowballstemmer.stemmer("german").stemWord
    assert [_stemmer()(word) for word in words] == [theirs(word) for word in words]
