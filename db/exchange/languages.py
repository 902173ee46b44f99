"""Language names and codes of other sources → ISO 639-1 codes (639-3 where there is none)."""

import csv
import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "languages.csv"


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    with DATA.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for name in (row["code"], *row["names"].split("|")):
                found[name.casefold()] = row["code"]
    return found


@cache
def language_names() -> dict[str, str]:
    """The English name of each code, for formats that ask for one."""
    with DATA.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row["names"].split("|")[-1] for row in csv.DictReader(lines)}


def language_codes(text: str) -> tuple[str, ...]:
    """The codes of all languages of a cell; () as soon as one of them is not known.

    ``de-DE`` counts as ``de``; several languages are split at commas, slashes and semicolons.
    """
    codes: dict[str, None] = {}
    for part in re.split(r"[,;/]| und | and ", text):
        name = part.strip().casefold()
        if not name:
            continue
        code = _codes().get(name) or _codes().get(re.split(r"[-_]", name)[0])
        if code is None:
            return ()
        codes[code] = None
    return tuple(codes)
