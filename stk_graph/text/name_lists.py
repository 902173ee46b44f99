"""The lists behind the recognition of names, each read once and only when it is needed."""

import re
from functools import cache
from pathlib import Path

from stk_graph.text.fold import fold, loose

DATA = Path(__file__).parent / "data"
UNSURE = "?"
OPEN_END = "*"
JOINED = "_"

_NOUN_END = re.compile(
    r"(?<!^j)(?<!^hart)(?<!^horn)(?<!^am)ung(en)?$|(heit|keit|schaft|tion|itat|losigkeit|beratung|"
    r"schule|kurs|gruppe|zentrum|center|verein|dienst|platz|strasse|angebot|probleme?|schulden|"
    r"geld|klasse|kinder|jahrige[rn]?|erkrankt|krankheit|kenntnisse?|hintergrund|bezug|pflicht)(en)?$"
)


def name_key(word: str) -> str:
    """What two spellings of a name share: Müller, Mueller and Muller are one."""
    return loose(fold(word)).replace("-", " ").replace("’", "'")


@cache
def _cue_sets() -> dict[str, frozenset[str]]:
    lines = (DATA / "name_cues.txt").read_text(encoding="utf-8").splitlines()
    sets = (line.split(": ") for line in lines if not line.startswith("#"))
    return {name: frozenset(words.split()) for name, words in sets}


def cues(name: str) -> frozenset[str]:
    """A set of words that stand around names, by its name in name_cues.txt."""
    return _cue_sets()[name]


@cache
def _listed(file_name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The entries of a file that count alone, and all entries; folded as one text, for speed."""
    text = (DATA / file_name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    entries = name_key("\n".join(lines).replace("-", JOINED)).split()
    every = frozenset(entry.lstrip(UNSURE).replace(JOINED, " ") for entry in entries)
    unsure = {entry[1:].replace(JOINED, " ") for entry in entries if entry[0] == UNSURE}
    return every - unsure, every


@cache
def _plain() -> tuple[frozenset[str], tuple[str, ...]]:
    _sure, entries = _listed("plain_words.txt")
    whole = frozenset(entry for entry in entries if not entry.endswith(OPEN_END))
    begun = tuple(sorted(entry[:-1] for entry in entries if entry.endswith(OPEN_END)))
    return whole, begun


def is_plain(key: str) -> bool:
    """Whether an everyday word that stands beside titles without being a name."""
    whole, begun = _plain()
    return key in whole or key.startswith(begun) or _NOUN_END.search(key) is not None


def _parts(key: str) -> list[str]:
    return key.split(" ")


def _in(key: str, names: frozenset[str]) -> bool:
    """Whether a name, a double name or its genitive ("Mehmets") is in the list."""
    if key in names or (key.endswith("s") and key[:-1].rstrip("'") in names):
        return True
    parts = _parts(key)
    return len(parts) > 1 and all(part in names for part in parts)


def is_first_name(key: str, *, second_sign: bool) -> bool:
    """Whether a first name; everyday words that are names too count only with a second sign."""
    sure, every = _listed("first_names.txt")
    return _in(key, every if second_sign or " " in key else sure)


def is_surname(key: str, *, second_sign: bool) -> bool:
    """Whether a surname; everyday words that are names too count only with a second sign."""
    sure, every = _listed("surnames.txt")
    return _in(key, every if second_sign else sure)
