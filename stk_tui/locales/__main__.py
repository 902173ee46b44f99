"""Collects all texts, brings the English catalogue up to date and compiles it."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
KEYWORDS: dict[str, None] = {"_": None, "N_": None}
PO = Path(__file__).parent / "en" / "LC_MESSAGES" / "stk.po"
CLICK_PO = Path(__file__).parent / "de" / "LC_MESSAGES" / "messages.po"
HEADER = """\
# The English texts of stk; the German texts of the code are their keys.
# Brought up to date by: python -m stk_tui.locales"""


def collected() -> Catalog:
    """All texts of the three packages as a catalogue without translations."""
    catalogue = Catalog(
        locale="en",
        header_comment=HEADER,
        project="stk",
        version="en",
        msgid_bugs_address="none",
        last_translator="none",
        language_team="en",
        fuzzy=False,
    )
    for package in ("stk_graph", "db", "stk_tui"):
        found = extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS)
        for file, _line, message, comments, context in found:
            catalogue.add(
                message,
                locations=[(f"{package}/{file}", 0)],
                context=context,
                auto_comments=comments,
            )
    return catalogue


def brought_up_to_date() -> Catalog:
    """The stored catalogue with new texts added (untranslated) and vanished ones dropped."""
    old = read_po(BytesIO(PO.read_bytes()), locale="en") if PO.exists() else Catalog(locale="en")
    fresh = collected()
    fresh.creation_date = fresh.revision_date = old.creation_date
    for message in fresh:
        known = old.get(message.id)
        if message.id and known is not None:
            message.string = known.string
    return fresh


def compiled(source: Path) -> Path:
    """Writes the ``.mo`` beside a ``.po`` and returns where it lies."""
    target = source.with_suffix(".mo")
    with target.open("wb") as file:
        write_mo(file, read_po(BytesIO(source.read_bytes())))
    return target


def main() -> None:
    """Brings ``stk.po`` up to date and compiles all catalogues."""
    catalogue = brought_up_to_date()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as po:
        write_po(po, catalogue, width=100, no_location=True, sort_output=True)
    for source in (PO, CLICK_PO):
        compiled(source)


if __name__ == "__main__":
    main()
