"""How the pictures look: the only place with colours, line styles and shapes."""

from typing import NamedTuple

from stk_graph.language import N_
from stk_graph.model.enums import TieStage

FONT = "Arial"
INK = "#1A202C"
QUIET = "#4A5568"
FADED = "#B7C0C9"
NEUTRAL_TIE = "#6B7785"
NEUTRAL_FILL = "#EDF0F3"
WITHOUT_AREA = "#CBD2D9"
NEIGHBOUR_TIE = "#C5CDD6"

A3_LANDSCAPE = "16.1,11.3!"
A4_LANDSCAPE = "11.3,7.6!"


class StageStyle(NamedTuple):
    """Line of a tie; ``glyph`` in ``glyph_size`` points stands for it in the legend."""

    line: str
    width: float
    colour: str
    glyph: str
    glyph_size: int


STAGES: dict[TieStage, StageStyle] = {
    TieStage.ACQUAINTED: StageStyle("dotted", 1.0, "#8D99A6", "· · · ·", 13),
    TieStage.EXCHANGE: StageStyle("dashed", 1.2, "#6B7785", "– – –", 13),
    TieStage.COORDINATION: StageStyle("solid", 1.3, "#5B8DB8", "───", 13),
    TieStage.JOINT: StageStyle("solid", 2.6, "#2166AC", "▬▬▬", 8),
    TieStage.CHAIN: StageStyle("solid", 4.4, "#08306B", "▬▬▬", 15),
}
"""Width, dash and lightness together survive print in grey and colour blindness."""

HUES = ("#56B4E9", "#E69F00", "#CC79A7", "#009E73", "#F0E442", "#D55E00", "#6A51A3")
"""Okabe and Ito, whose second blue gives way to violet: as a tint it is too near the first.

More groups than these are not told apart by colour.
"""

BADGES = "¹²³⁴⁵⁶⁷⁸⁹"


class Outline(NamedTuple):
    """Box of an Actor by the kind of its carrier; ``form`` says in the legend how it looks."""

    form: str
    meaning: str
    style: str
    shape: str = "box"
    lines: int = 1


PUBLIC = Outline(N_("eckig"), N_("öffentlicher Träger"), "filled")
INDEPENDENT = Outline(N_("rund"), N_("freier Träger"), "rounded,filled")
CHURCH = Outline(N_("mit Ecken"), N_("Kirche, Religionsgemeinschaft"), "diagonals,filled")
SELF_ORGANISED = Outline(N_("doppelt"), N_("Initiative, Elternverein"), "filled", lines=2)
COMMERCIAL = Outline(N_("geknickt"), N_("privat, Wohnungswirtschaft"), "filled", "note")
NOT_KNOWN = Outline(N_("gepunktet"), N_("Trägerart unbekannt"), "dotted,rounded,filled")

OUTLINES: dict[str, Outline] = {
    "kommunal": PUBLIC,
    "land": PUBLIC,
    "wohlfahrtsverband": INDEPENDENT,
    "freier_traeger": INDEPENDENT,
    "jugendverband": INDEPENDENT,
    "kirche": CHURCH,
    "elterninitiative": SELF_ORGANISED,
    "selbstorganisation": SELF_ORGANISED,
    "initiative": SELF_ORGANISED,
    "privat": COMMERCIAL,
    "wohnungswirtschaft": COMMERCIAL,
    "gemeinde": CHURCH,
    "verein": INDEPENDENT,
    "wohnungsunternehmen": COMMERCIAL,
    **dict.fromkeys(
        (
            "asd",
            "fachabteilung",
            "sozialplanung",
            "schulamt",
            "gesundheitsamt",
            "jobcenter",
            "sozialamt",
            "ortsbeirat",
            "polizei",
        ),
        PUBLIC,
    ),
}
"""By the key of the carrier in actor_kinds.csv; an agency that names no carrier is a public one."""


def tint(colour: str, white: float) -> str:
    """The colour mixed with so much white (0 to 1)."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    mixed = (round(part + (255 - part) * white) for part in parts)
    return "#" + "".join(f"{part:02X}" for part in mixed)


def wrapped(text: str, width: int = 18) -> str:
    """The text in the fewest lines of at most ``width`` characters, made even, no word broken."""
    words = text.split()
    fewest = len(lines_of(words, width))
    even = min(
        (narrow for narrow in range(1, width + 1) if len(lines_of(words, narrow)) == fewest),
        default=width,
    )
    return "\n".join(lines_of(words, even))


def lines_of(words: list[str], width: int) -> list[str]:
    """The words in lines of at most ``width`` characters; a longer word stands alone."""
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
