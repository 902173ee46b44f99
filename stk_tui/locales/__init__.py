"""The languages of the interface: German is the source, English a catalogue beside this file."""

from pathlib import Path

from stk_graph.language import use

FOLDER = Path(__file__).parent
LANGUAGES = ("de", "en")


def speak(language: str) -> None:
    """Makes all texts appear in ``language``; an unknown one leaves German."""
    if language not in LANGUAGES or language == "de":
        use("de")
        return
    from gettext import translation

    catalogue = translation("stk", FOLDER, languages=[language])
    use(language, lambda text: catalogue.gettext(text) if text else text)
