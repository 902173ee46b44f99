"""The lists behind the recognition of names, each read once and only when it is needed."""

from functools import cache
from pathlib import Path

import msgspec

from stk_graph.drawers import Closed, Drawers, closed
from stk_graph.kept import Kept
from stk_graph.text.fold import fold, loose

DATA = Path(__file__).parent / "data"
UNSURE = "?"
OPEN_END = "*"
JOINED = "_"
CUES, FIRST_NAMES, SURNAMES, PLAIN_WORDS = (
    "name_cues.txt",
    "first_names.txt",
    "surnames.txt",
    "plain_words.txt",
)

_NOUN_ENDS = tuple(
    end + plural
    for end in (
        *("heit", "keit", "schaft", "tion", "itat", "losigkeit", "beratung", "schule", "kurs"),
        *("gruppe", "zentrum", "center", "verein", "dienst", "platz", "strasse", "angebot"),
        *("problem", "probleme", "schulden", "geld", "klasse", "kinder", "jahrige", "jahriger"),
        *("jahrigen", "erkrankt", "krankheit", "kenntnis", "kenntnisse", "hintergrund", "bezug"),
        "pflicht",
    )
    for plural in ("", "en")
)
_NOT_OF_UNG = frozenset({"j", "hart", "horn", "am"})


class _Lists(msgspec.Struct):
    """Entries of the lists, folded; names with whether they count alone."""

    cues: dict[str, frozenset[str]]
    first_names: Closed
    surnames: Closed
    plain: frozenset[str]
    plain_beginnings: tuple[str, ...]


def name_key(word: str) -> str:
    """What two spellings of a name share: Müller, Mueller and Muller are one."""
    return loose(fold(word)).replace("-", " ").replace("’", "'")


def _cue_sets() -> dict[str, frozenset[str]]:
    lines = (DATA / CUES).read_text(encoding="utf-8").splitlines()
    sets = (line.split(": ") for line in lines if not line.startswith("#"))
    return {name: frozenset(words.split()) for name, words in sets}


def _listed(file_name: str) -> dict[str, bool]:
    """The entries of a file and whether they count alone; folded as one text, for speed."""
    text = (DATA / file_name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    entries = name_key("\n".join(lines).replace("-", JOINED)).split()
    every = (entry.lstrip(UNSURE).replace(JOINED, " ") for entry in entries)
    unsure = {entry[1:].replace(JOINED, " ") for entry in entries if entry[0] == UNSURE}
    return {entry: entry not in unsure for entry in every}


def _prepared_lists() -> _Lists:
    plain = _listed(PLAIN_WORDS)
    return _Lists(
        cues=_cue_sets(),
        first_names=closed(_listed(FIRST_NAMES)),
        surnames=closed(_listed(SURNAMES)),
        plain=frozenset(entry for entry in plain if not entry.endswith(OPEN_END)),
        plain_beginnings=tuple(sorted(entry[:-1] for entry in plain if entry.endswith(OPEN_END))),
    )


KEPT = Kept(
    DATA / "names.json",
    tuple(DATA / name for name in (CUES, FIRST_NAMES, SURNAMES, PLAIN_WORDS)),
    _Lists,
    _prepared_lists,
)


@cache
def _lists() -> _Lists:
    return KEPT.value()


@cache
def _first_names() -> Drawers[bool]:
    return Drawers(_lists().first_names, bool)


@cache
def _surnames() -> Drawers[bool]:
    return Drawers(_lists().surnames, bool)


def cues(name: str) -> frozenset[str]:
    """A set of words that stand around names, by its name in name_cues.txt."""
    return _lists().cues[name]


def is_plain(key: str) -> bool:
    """Whether an everyday word that stands beside titles without being a name."""
    lists = _lists()
    return (
        key in lists.plain
        or key.startswith(lists.plain_beginnings)
        or key.endswith(_NOUN_ENDS)
        or _ends_in_ung(key)
    )


def _ends_in_ung(key: str) -> bool:
    """Whether a noun in -ung, which "jung", "Hartung", "Hornung" and "Amung" are not."""
    singular = key.removesuffix("en")
    return singular.endswith("ung") and singular.removesuffix("ung") not in _NOT_OF_UNG


def _parts(key: str) -> list[str]:
    return key.split(" ")


def _in(key: str, names: Drawers[bool], *, alone: bool) -> bool:
    """Whether a name, a double name or its genitive ("Mehmets") is in the list.

    ``alone``: only entries that count alone are meant.
    """

    def listed(name: str) -> bool:
        sure = names.get(name)
        return sure is not None and (sure or not alone)

    if listed(key) or (key.endswith("s") and listed(key[:-1].rstrip("'"))):
        return True
    parts = _parts(key)
    return len(parts) > 1 and all(map(listed, parts))


def is_first_name(key: str, *, second_sign: bool) -> bool:
    """Whether a first name; everyday words that are names too count only with a second sign."""
    return _in(key, _first_names(), alone=not second_sign and " " not in key)


def is_surname(key: str, *, second_sign: bool) -> bool:
    """Whether a surname; everyday words that are names too count only with a second sign."""
    return _in(key, _surnames(), alone=not second_sign)
