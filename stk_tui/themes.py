"""The two themes of the app; every difference that matters is also one of weight or sign.

The colours are ordered by lightness so that a greyscale print or screen keeps the hierarchy.
"""

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="stk-dark",
    primary="#7fb4ca",
    secondary="#a3b9a2",
    accent="#e6c384",
    warning="#e6a35c",
    error="#f08a80",
    success="#98bb6c",
    foreground="#dcd7ce",
    background="#16181c",
    surface="#1d2025",
    panel="#262a31",
    dark=True,
    variables={
        "quiet": "#8f959e",
        "line": "#3a4049",
        "chosen": "#31465a",
        "chosen-far": "#2a2f37",
        "alarm": "#f6d8a8",
        "alarm-ground": "#3a2a18",
        "border": "#7fb4ca",
        "border-blurred": "#3a4049",
        "input-cursor-background": "#dcd7ce",
        "input-cursor-foreground": "#16181c",
        "input-selection-background": "#31465a",
        "scrollbar": "#3a4049",
        "scrollbar-background": "#16181c",
        "scrollbar-corner-color": "#16181c",
        "scrollbar-background-hover": "#16181c",
        "scrollbar-background-active": "#16181c",
    },
)

LIGHT: Final = Theme(
    name="stk-light",
    primary="#1f5a7a",
    secondary="#3f5f3e",
    accent="#7a4f00",
    warning="#8a4b00",
    error="#a3211b",
    success="#2f6b1f",
    foreground="#22262b",
    background="#faf8f4",
    surface="#f3f0ea",
    panel="#e8e4dc",
    dark=False,
    variables={
        "quiet": "#646a72",
        "line": "#cbc6bc",
        "chosen": "#c4dbe8",
        "chosen-far": "#e4e0d8",
        "alarm": "#4a2a00",
        "alarm-ground": "#f6dfb8",
        "border": "#1f5a7a",
        "border-blurred": "#cbc6bc",
        "input-cursor-background": "#22262b",
        "input-cursor-foreground": "#faf8f4",
        "input-selection-background": "#c4dbe8",
        "scrollbar": "#cbc6bc",
        "scrollbar-background": "#faf8f4",
        "scrollbar-corner-color": "#faf8f4",
        "scrollbar-background-hover": "#faf8f4",
        "scrollbar-background-active": "#faf8f4",
    },
)

BY_NAME: Final = {theme.name: theme for theme in (DARK, LIGHT)}
