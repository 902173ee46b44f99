"""Files that are not what they claim, too large, half or hostile end in one sentence."""

import io
import json
import os
import stat
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.exchange.csv_rows import delimiter_of, rows_of
from db.exchange.json_values import JsonText
from db.exchange.limits import CELL_CHARACTERS
from db.exchange.problems import Code, ImportFehler
from db.exchange.sources import open_source
from tests.unit.db.exchange_samples import HSDS

Noted = list[tuple[Code, int, str]]


def read_table(data: bytes) -> tuple[list[tuple[int, list[str]]], Noted]:
    noted: Noted = []

    def note(code: Code, line: int, value: str) -> None:
        noted.append((code, line, value))

    return list(rows_of(lambda: io.BytesIO(data), "t.csv", note)), noted


def read_all(path: Path) -> None:
    """Reads everything a path holds."""
    source = open_source(path)
    for table in source.tables:
        list(table.rows(lambda *_: None))
    for document in source.documents:
        list(document.read(lambda *_: None).records())
    source.close()


def refused(path: Path) -> ImportFehler:
    with pytest.raises(ImportFehler) as error:
        read_all(path)
    return error.value


def told_or_read(path: Path) -> bool:
    """Whether a path is read, or refused with a sentence; any other exception passes."""
    try:
        read_all(path)
    except ImportFehler as error:
        return bool(str(error))
    return True


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("id,name\n1,Jürgen\n".encode(), "utf-8"),
        ("id,name\n1,Jürgen\n".encode("utf-8-sig"), "mark"),
        ("id,name\n1,Jürgen\n".encode("utf-16"), "utf-16"),
        ("id,name\n1,Jürgen\n".encode("cp1252"), "guessed"),
    ],
)
def test_a_table_is_read_in_the_encoding_of_its_mark_then_utf8_then_windows(
    data: bytes, encoding: str
) -> None:
    rows, noted = read_table(data)
    assert rows == [(1, ["id", "name"]), (2, ["1", "Jürgen"])]
    assert [code for code, _line, _value in noted] == (
        [Code.ENCODING_GUESSED] if encoding == "guessed" else []
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_one_letter_of_another_character_set_spoils_no_other(mark: bytes, ending: bytes) -> None:
    lines = [
        b"id,name,place",
        "1,Jürgen,Köln".encode(),
        b"2,M\xfcller,K\xc3\xb6ln",
        "3,Zoë,Łódź".encode(),
    ]
    rows, noted = read_table(mark + ending.join(lines) + ending)
    assert [cells for _line, cells in rows] == [
        ["id", "name", "place"],
        ["1", "Jürgen", "Köln"],
        ["2", "Müller", "Köln"],
        ["3", "Zoë", "Łódź"],
    ]
    assert noted == [(Code.ENCODING_GUESSED, 3, "2,Müller,Köln")]


def test_json_with_one_letter_of_another_character_set_keeps_all_others(tmp_path: Path) -> None:
    path = tmp_path / "services.json"
    path.write_bytes('[{"id": "1", "name": "Für Köln, M'.encode() + b'\xfcller"}]')
    noted: list[tuple[Code, int, str]] = []
    with closing(open_source(path)) as source:
        text = source.documents[0].read(lambda code, line, value: noted.append((code, line, value)))
    assert [value["name"] for _line, value in text.records()] == ["Für Köln, Müller"]
    assert [(code, line) for code, line, _value in noted] == [(Code.ENCODING_GUESSED, 1)]


def test_lines_count_line_breaks_within_cells() -> None:
    rows, _noted = read_table(b'id,text\n1,"a\nb"\n2,c\n')
    assert [line for line, _cells in rows] == [1, 2, 4]


def test_nul_characters_are_removed_and_told() -> None:
    rows, noted = read_table(b"id,name\n1,Ki\0ta\n")
    assert rows[1] == (2, ["1", "Kita"])
    assert (Code.CONTROL_CHARACTER, 2, "") in noted


def test_a_cell_of_20_megabytes_is_cut() -> None:
    rows, noted = read_table(b"id,name\n1," + b"x" * 20_000_000 + b"\n2,Kita\n")
    assert len(rows[1][1][1]) == CELL_CHARACTERS
    assert rows[2] == (3, ["2", "Kita"])
    assert [code for code, _line, _value in noted] == [Code.TRUNCATED]


def test_half_a_file_within_quotes_is_told() -> None:
    _rows, noted = read_table(b'id,text\n1,"this sentence has no')
    assert [code for code, _line, _value in noted] == [Code.OPEN_QUOTE]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_gives_most_cells(mark: str) -> None:
    assert delimiter_of(mark.join(["id", '"name, full; with|all"', "email"])) == mark


@pytest.mark.parametrize(
    "content",
    [b"<!DOCTYPE html><html></html>", b"\xef\xbb\xbf\n <html>", b"%PDF-1.7", b"SQLite format 3\0"],
)
def test_a_web_page_or_other_file_instead_of_a_table_is_refused(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "services.csv").write_bytes(content)
    error = refused(tmp_path / "services.csv")
    assert error.code is Code.NOT_A_TABLE
    assert "Zeile 1, Spalte 1" in str(error)
    assert "nichts eingelesen" in str(error)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"id": "1",\n "name" "x"}', 2, 9),
        ('[{"id": "1"},\n{"id": ', 2, 8),
        ("var data = {};", 1, 1),
        ("<html>", 1, 1),
        ('{"contents": [{"id": 1}]} tail', 1, 27),
        ('[{"id": 1},]', 1, 12),
    ],
)
def test_broken_json_is_refused_with_line_and_column(
    tmp_path: Path, text: str, line: int, column: int
) -> None:
    (tmp_path / "services.json").write_text(text)
    error = refused(tmp_path / "services.json")
    assert f"Zeile {line}, Spalte {column}" in str(error)


def test_json_nested_beyond_64_levels_is_refused() -> None:
    deep = "[" * 70 + "]" * 70
    with pytest.raises(ImportFehler, match="64"):
        list(JsonText(f'[{{"id": {deep}}}]', "deep.json").records())
    with pytest.raises(ImportFehler, match="64"):
        list(JsonText("[" * 200_000, "deeper.json").records())


def test_records_of_a_page_are_read_with_the_line_they_begin_at() -> None:
    text = JsonText('{"size": 2,\n"contents": [\n{"id": 1},\n{"id": 2}\n]}', "page.json")
    assert [(line, value["id"]) for line, value in text.records()] == [(3, 1), (4, 2)]
    assert text.page == {"size": 2}


def test_repeated_keys_are_counted_and_nan_becomes_nothing() -> None:
    text = JsonText('[{"id": 1, "id": 2, "x": NaN}]', "doubles.json")
    assert [value for _line, value in text.records()] == [{"id": 2, "x": None}]
    assert text.doubles == 1


def test_missing_and_strange_paths_are_refused(tmp_path: Path) -> None:
    assert "gibt es nicht" in str(refused(tmp_path / "nowhere.csv"))
    (tmp_path / "empty.csv").touch()
    assert refused(tmp_path / "empty.csv").code is Code.EMPTY
    os.mkfifo(tmp_path / "pipe.csv")
    assert refused(tmp_path / "pipe.csv").code is Code.UNREADABLE
    (tmp_path / "nothing").mkdir()
    assert refused(tmp_path / "nothing").code is Code.UNKNOWN_FORMAT
    assert refused(Path("a\0b")).code is Code.UNREADABLE


def test_a_file_beyond_50_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(b"id,name\n")
        file.truncate(51 * 1024 * 1024)
    assert refused(path).code is Code.TOO_LARGE


def test_links_in_a_folder_are_left_alone(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("id,name\n1,secret\n")
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "organizations.csv").write_text("id,name\n1,Kita\n")
    (folder / "services.csv").symlink_to(secret)
    assert [table.name for table in open_source(folder).tables] == ["organizations"]


def test_tables_are_found_in_the_data_folder_of_an_archive(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "package.zip",
        {"datapackage.json": b"{}", "data/Services.CSV": b"id,name\n1,Kita\n", "README.md": b"x"},
    )
    source = open_source(path)
    assert [table.name for table in source.tables] == ["services"]
    assert source.ignored == ["README.md"]
    source.close()


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bomb.zip", {"services.csv": b"0" * 40_000_000})
    assert path.stat().st_size < 100_000
    assert refused(path).code is Code.TOO_LARGE


def test_a_member_that_lies_about_its_size_is_stopped_while_it_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "lie.zip", {"services.csv": os.urandom(5000).hex().encode() * 10})
    data = bytearray(path.read_bytes())
    real = (100_000).to_bytes(4, "little")
    assert data.count(real) == 2
    path.write_bytes(bytes(data).replace(real, (100).to_bytes(4, "little")))
    assert refused(path).code in (Code.TOO_LARGE, Code.UNREADABLE)


@pytest.mark.parametrize("name", ["../x.csv", "/etc/x.csv", "C:/x.csv", "inner.zip", "a.tar.gz"])
def test_members_outside_of_the_archive_and_archives_within_are_refused(
    tmp_path: Path, name: str
) -> None:
    path = zipped(tmp_path / "slip.zip", {name: b"id,name\n"})
    assert refused(path).code is Code.UNSAFE_ARCHIVE


def test_links_and_repeated_names_in_an_archive_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "link.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("services.csv")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert refused(path).code is Code.UNSAFE_ARCHIVE
    double = tmp_path / "double.zip"
    with zipfile.ZipFile(double, "w") as archive:
        archive.writestr("services.csv", "id,name\n")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("services.csv", "id,name\n")
    assert refused(double).code is Code.UNSAFE_ARCHIVE


def test_more_than_a_thousand_members_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "many.zip", {f"{n}.csv": b"id" for n in range(1001)})
    assert refused(path).code is Code.TOO_LARGE


def test_an_excel_workbook_is_named_for_what_it_is(tmp_path: Path) -> None:
    path = zipped(tmp_path / "list.xlsx", {"xl/workbook.xml": b"<workbook/>"})
    assert "Excel" in str(refused(path))


def test_half_an_archive_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "half.zip", {"services.csv": b"id,name\n1,Kita\n" * 50})
    path.write_bytes(path.read_bytes()[:-60])
    assert refused(path).code is Code.UNREADABLE


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([".csv", ".json", ".zip", ""]))
def test_any_bytes_give_rows_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / f"services{suffix}"
    path.write_bytes(b"PK\x03\x04" + data if suffix == ".zip" else data)
    assert told_or_read(path)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_package_gives_rows_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("damage") / "package.zip"
    members = {file.name: file.read_bytes() for file in (HSDS / "minimal-valid-export").iterdir()}
    whole = bytearray(zipped(path, members).read_bytes())
    for _number in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole)
    assert told_or_read(path)


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
        max_leaves=12,
    )
)
def test_json_is_read_as_the_json_module_reads_it(value: object) -> None:
    document = JsonText(json.dumps([value]), "any.json")
    assert [found for _line, found in document.records()] == [value]
