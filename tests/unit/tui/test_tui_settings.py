"""The config file changes keys and theme; what it gets wrong is said and the default stays."""

from pathlib import Path

import pytest

from stk_tui.actions import BY_ID
from stk_tui.settings import config_file, read_settings


def _settings(tmp_path: Path, text: str) -> tuple[str, dict[str, str], str]:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    read = read_settings(path, BY_ID)
    return read.theme, dict(read.keys), " ".join(read.problems)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    read = read_settings(tmp_path / "none.toml", BY_ID)
    assert (read.theme, dict(read.keys), read.problems) == ("stk-dark", {}, ())


def test_keys_and_theme_are_taken(tmp_path: Path) -> None:
    text = 'theme = "light"\n[keys]\n"app.help" = "f2, f3"\n'
    assert _settings(tmp_path, text) == ("stk-light", {"app.help": "f2,f3"}, "")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('theme = "rosa"', "„dark“ und „light“"),
        ('[keys]\n"app.fly" = "f2"', "app.fly"),
        ('[keys]\n"app.help" = 7', "app.help"),
        ('[keys]\n"app.help" = ""', "app.help"),
        ('keys = "f1"', "Tabelle"),
        ("kein toml", "nicht lesbar"),
        ('[keys]\n"list.up" = "j"', "mehreren Aktionen"),
    ],
)
def test_each_mistake_is_named(tmp_path: Path, text: str, word: str) -> None:
    assert word in _settings(tmp_path, text)[2]


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00theme")
    assert "nicht lesbar" in read_settings(path, BY_ID).problems[0]


def test_a_file_of_any_size_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("#" * 100_001, "utf-8")
    assert "nicht lesbar" in read_settings(path, BY_ID).problems[0]


def test_control_characters_of_a_name_are_not_repeated(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys]\n"\\u001b]2;x" = "f1"', "utf-8")
    assert "\x1b" not in read_settings(path, BY_ID).problems[0]


def test_the_file_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STK_CONFIG", str(tmp_path / "mine.toml"))
    assert config_file() == tmp_path / "mine.toml"
    monkeypatch.delenv("STK_CONFIG")
    assert config_file().name == "config.toml"
