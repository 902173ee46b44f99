"""What the learned weights see of a text: words and their pairs and pieces, ages, the lexicon.

A feature is a 32-bit number made of its kind and its letters. The trainer and the reader of a text
both call ``features_of``, so they cannot differ.
"""

from binascii import crc32
from collections.abc import Iterable

import msgspec

from stk_graph.knowledge.evidence import About, Evidence, Prepared, Use
from stk_graph.text.fold import loose
from stk_graph.text.inflection import loose_root
from stk_graph.text.words import Word
from stk_graph.times.age_mentions import ages_in_text

LONGEST = 1_200
"""So many characters of a text are asked: what somebody needs stands at the beginning."""

WORD, PAIR, NEAR_PAIR, PIECE, MEANT, AGE = b"word", b"pair", b"near", b"piece", b"meant", b"age"
VALUES = {WORD: 1.0, PAIR: 1.0, NEAR_PAIR: 0.5, PIECE: 0.3, MEANT: 1.0, AGE: 1.0}
"""How much a feature of each kind counts in the likeness of two texts."""

_SEEDS = {kind: crc32(kind) for kind in VALUES}
PIECES = (3, 4, 5)
SHORTEST_IN_PIECES = 3
AGES = (
    (b"baby", 0, 1),
    (b"toddler", 1, 3),
    (b"kindergarten", 3, 6),
    (b"primary", 6, 10.5),
    (b"secondary", 10.5, 14),
    (b"youth", 14, 18),
    (b"young adult", 18, 27),
    (b"adult", 27, 60),
    (b"old", 60, 130),
)
_MEANS = (About.OFFER_KIND, About.OCCASION, About.TARGET_GROUP)


class Features(msgspec.Struct, frozen=True):
    """The features of a text with the value of each, and the word at which each begins.

    ``places`` leaves out what is not in one place. ``words`` are the features that are whole words.
    """

    values: dict[int, float]
    places: dict[int, int]
    words: frozenset[int]

    @property
    def size(self) -> float:
        """The square of the length of the vector of the text."""
        return sum(self.values.values())


def features_of(prepared: Prepared, stated: Iterable[Evidence]) -> Features:
    """The features of a text; ``stated`` is what phrases and terms have found in it."""
    words = [word for word in prepared.words if word.end <= LONGEST]
    roots = [loose_root(word.folded).encode() for word in words]
    values: dict[int, float] = {}
    places: dict[int, int] = {}
    whole = _words(roots)
    for kind, found in (
        (WORD, whole),
        (PAIR, _pairs(roots, 1, _SEEDS[PAIR])),
        (NEAR_PAIR, _pairs(roots, 2, _SEEDS[NEAR_PAIR])),
        (PIECE, _pieces(words)),
    ):
        values.update(dict.fromkeys(found, VALUES[kind]))
        places.update(found)
    values.update(dict.fromkeys(_meant(stated), VALUES[MEANT]))
    if prepared.use is Use.CASE:
        values.update(dict.fromkeys(_ages(prepared), VALUES[AGE]))
    return Features(values, places, frozenset(whole))


def _words(roots: list[bytes]) -> dict[int, int]:
    seed = _SEEDS[WORD]
    return {crc32(root, seed): at for at, root in enumerate(roots)}


def _pairs(roots: list[bytes], apart: int, seed: int) -> dict[int, int]:
    ends = roots[apart:]
    return {
        crc32(b"%b %b" % pair, seed): at for at, pair in enumerate(zip(roots, ends, strict=False))
    }


def _pieces(words: list[Word]) -> dict[int, int]:
    """Pieces of 3, 4 and 5 letters of each word, with marks for its beginning and end."""
    seed = _SEEDS[PIECE]
    found: dict[int, int] = {}
    for at, word in enumerate(words):
        if len(word.folded) < SHORTEST_IN_PIECES:
            continue
        marked = b"<%b>" % loose(word.folded).encode()
        last = len(marked)
        for length in PIECES:
            for start in range(last - length + 1):
                found[crc32(marked[start : start + length], seed)] = at
    return found


def _meant(stated: Iterable[Evidence]) -> list[int]:
    seed = _SEEDS[MEANT]
    return [
        crc32(f"{item.about} {item.key}".encode(), seed) for item in stated if item.about in _MEANS
    ]


def _ages(prepared: Prepared) -> set[int]:
    seed = _SEEDS[AGE]
    found = ages_in_text(prepared.text[:LONGEST]) if prepared.ages is None else prepared.ages
    spans = [
        (age.low or 0.0, 120.0 if age.high is None else age.high)
        for age in found
        if age.end <= LONGEST
    ]
    return {
        crc32(name, seed)
        for name, youngest, oldest in AGES
        if any(low < oldest and high >= youngest for low, high in spans)
    }
