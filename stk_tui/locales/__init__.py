"""The languages of the interface: German is the source, English a catalogue beside this file."""

import os
from gettext import bindtextdomain, translation
from pathlib import Path

from stk_graph.language import use

FOLDER = Path(__file__).parent
LANGUAGES = ("de", "en")


def speak(language: str) -> None:
    """Makes all texts appear in ``language``; an unknown one leaves German.

    The library of the commands looks its own texts up in the domain ``messages`` of the language
    that the environment names; our German catalogue for it stands beside ours.
    """
    language = language if language in LANGUAGES else "de"
    bindtextdomain("messages", FOLDER)
    os.environ["LANGUAGE"] = language
    if language == "de":
        use("de")
        return
    catalogue = translation("stk", FOLDER, languages=[language])
    use(language, lambda text: catalogue.gettext(text) if text else text)
