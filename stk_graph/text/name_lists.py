"""The lists behind the recognition of names, each read once and only when it is needed."""

import re
from functools import cache
from pathlib import Path

from stk_graph.text.fold import fold, loose

DATA = Path(__file__).parent / "data"
UNSURE = "?"
OPEN_END = "*"

_NOUN_END = re.compile(
    r"(?<!^j)(?<!^hart)(?<!^horn)(?<!^am)ung(en)?$|(heit|keit|schaft|tion|itat|losigkeit|beratung|"
    r"schule|kurs|gruppe|zentrum|center|verein|dienst|platz|strasse|angebot|probleme?|schulden|"
    r"geld|klasse|kinder|jahrige[rn]?|erkrankt|krankheit|kenntnisse?|hintergrund|bezug|pflicht)(en)?$"
)


def name_key(word: str) -> str:
    """What two spellings of a name share: Müller, Mueller and Muller are one."""
    return loose(fold(word)).replace("-", " ").replace("’", "'")


@cache
def cues(name: str) -> frozenset[str]:
    """A set of words that stand around names, by its name in name_cues.txt."""
    lines = (DATA / "name_cues.txt").read_text(encoding="utf-8").splitlines()
    sets = dict(line.split(": ") for line in lines if not line.startswith("#"))
    return frozenset(sets[name].split())


@cache
def _listed(file_name: str) -> tuple[frozenset[str], frozenset[str]]:
    sure: set[str] = set()
    unsure: set[str] = set()
    for line in (DATA / file_name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for entry in line.split():
                (unsure if entry[0] == UNSURE else sure).add(name_key(entry.lstrip(UNSURE)))
    return frozenset(sure - unsure), frozenset(unsure)


@cache
def _plain() -> tuple[frozenset[str], tuple[str, ...]]:
    entries, _none = _listed("plain_words.txt")
    whole = frozenset(entry for entry in entries if not entry.endswith(OPEN_END))
    begun = tuple(sorted(entry[:-1] for entry in entries if entry.endswith(OPEN_END)))
    return whole, begun


def is_plain(key: str) -> bool:
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
    sure, unsure = _listed("first_names.txt")
    return _in(key, sure) or ((second_sign or " " in key) and _in(key, sure | unsure))


def is_surname(key: str, *, second_sign: bool) -> bool:
    sure, unsure = _listed("surnames.txt")
    return _in(key, sure) or (second_sign and _in(key, sure | unsure))
