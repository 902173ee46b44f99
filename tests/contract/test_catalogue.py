"""The English catalogue says everything the German source says."""

from io import BytesIO

from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from stk_tui.locales.__main__ import PO, collected


def test_every_text_has_an_english_translation() -> None:
    catalogue = read_po(BytesIO(PO.read_bytes()), locale="en")
    missing = []
    for message in collected():
        known = catalogue.get(message.id) if message.id else message
        if known is None or not known.string:
            missing.append(message.id)
    assert missing == []


def test_a_translation_keeps_the_places_for_values() -> None:
    catalogue = read_po(BytesIO(PO.read_bytes()), locale="en")
    for message in catalogue:
        if message.id and message.string:
            assert places(str(message.id)) == places(str(message.string)), message.id


def places(text: str) -> set[str]:
    """The names in braces."""
    return {part.partition("}")[0] for part in text.split("{")[1:]}


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    source = read_po(BytesIO(PO.read_bytes()), locale="en")
    with PO.with_suffix(".mo").open("rb") as compiled:
        built = read_mo(compiled)
    wanted = {message.id: message.string for message in source if message.id and message.string}
    assert {message.id: message.string for message in built if message.id} == wanted
