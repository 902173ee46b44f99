from pathlib import Path
from typing import Any

import pytest

from stk_graph.__main__ import EVERY
from stk_graph.kept import Kept


@pytest.mark.parametrize("kept", EVERY, ids=lambda kept: kept.file.name)
def test_the_kept_forms_are_those_that_the_data_files_make(kept: Kept[Any]) -> None:
    up_to_date = kept.file.read_bytes() == kept.written()
    assert up_to_date, "the files of data were changed: run `make index`"


@pytest.mark.parametrize("kept", EVERY, ids=lambda kept: kept.file.name)
def test_what_is_read_is_what_was_prepared(
    kept: Kept[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read = kept.read()
    assert read is not None
    monkeypatch.setattr(kept, "file", tmp_path / "missing.json")
    assert kept.value() == read


def lines_of(source: Path, folder: Path) -> Kept[list[str]]:
    return Kept(folder / "kept.json", (source,), list[str], source.read_text().splitlines)


def test_a_kept_form_of_another_source_is_not_used(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("one\ntwo")
    lines_of(source, tmp_path).keep()
    assert lines_of(source, tmp_path).read() == ["one", "two"]
    source.write_text("three")
    assert lines_of(source, tmp_path).read() is None
    assert lines_of(source, tmp_path).value() == ["three"]


def test_what_is_kept_is_read_instead_of_prepared(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("one")
    kept = Kept(tmp_path / "kept.json", (source,), int, lambda: len(source.read_text()))
    kept.keep()
    prepared = Kept(kept.file, (source,), int, lambda: 0)
    assert prepared.value() == 3


def test_without_a_file_there_is_nothing_to_read(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("one")
    kept = lines_of(source, tmp_path)
    assert kept.read() is None
    assert kept.value() == ["one"]


def test_a_kept_form_that_another_version_made_is_not_used(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("one")
    lines_of(source, tmp_path).keep()
    other = Kept(tmp_path / "kept.json", (source,), dict[str, int], dict[str, int])
    assert other.read() is None
    assert other.value() == {}
