"""Makes text of others harmless before it is stored and again before it is shown.

A terminal obeys escape characters wherever they come from, and direction marks or tags change
what a person sees without a sign. Letters, marks and the joiners U+200B to U+200D, which Persian
and Arabic names need, stay.
"""

from unicodedata import is_normalized, normalize

from stk_graph.late import Late

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_BAD = Late(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LINE_BREAK = Late("\r\n?")
_SEPARATORS = str.maketrans("\u2028\u2029", "\n\n")


def clean(text: str, *, multiline: bool = False, limit: int = 10_000) -> str:
    """``text`` in NFC without control, direction and tag characters, at most ``limit`` characters.

    Forbidden characters become U+FFFD. A single line has every run of white space as one blank and
    none at its ends; with ``multiline`` tabs and line feeds stay and every line break is ``\\n``.
    The result is a fixed point: cleaning it again changes nothing.
    """
    if text.isprintable() and (text.isascii() or is_normalized("NFC", text)):
        kept = text  # every forbidden character is one that Python does not call printable
    else:
        kept = _BAD.compiled.sub(
            REPLACEMENT, _LINE_BREAK.compiled.sub("\n", normalize("NFC", text))
        )
    if multiline:
        return kept.translate(_SEPARATORS)[:limit]
    return " ".join(kept.split())[:limit].rstrip()
