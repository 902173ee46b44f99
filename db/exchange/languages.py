"""Language names and codes of other sources → the codes of the vocabulary (ISO 639)."""

import csv
import re
from functools import cache
from pathlib import Path

from stk_graph.vocabulary import languages

DATA = Path(__file__).parent / "data" / "language_codes.csv"
"""What the vocabulary does not have: ISO 639-2 codes, other names, and rarer languages."""


@cache
def _codes() -> dict[str, str]:
    with DATA.open(encoding="utf-8", newline="") as lines:
        rows = [(row["code"], row["names"].split("|")) for row in csv.DictReader(lines)]
    found = {name.casefold(): code for code, names in rows for name in (code, *names) if name}
    for code, row in languages().items():
        names = (code, row.label_de, row.label_en, *row.terms)
        found.update({name.casefold(): code for name in names})
    return found


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
