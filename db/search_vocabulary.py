"""The words of the index in memory: what a typed word begins, is part of, or nearly is."""

import re
import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate
from sys import maxsize

from stk_graph.text import loose, loose_root, stem
from stk_graph.text.stem import IRREGULAR

MOST = 400
"""Words looked at in one step; more are as good as none."""

LAST = "\U0010ffff"
MIN_STEM = 4
"""A shorter word is only itself."""

LONGEST_ENDING = 3
MOST_FORMS = 20

_DERIVED = ("ung", "end", "ig", "ik", "isch", "lich", "heit", "keit")
_INFLECTED = ("", "e", "em", "en", "er", "ern", "es", "est", "in", "innen", "n", "s", "st")
ENDINGS = tuple(
    dict.fromkeys(
        [first + last for first in ("", *_DERIVED) for last in _INFLECTED]
        + [first + last for first in ("s", "t", "st", "er") for last in _INFLECTED]
    )
)
"""What the stemmer takes off, also twice: candidates for words of one stem; it decides."""

_ENDING = f"(?:{'|'.join(_DERIVED)})?(?:innen|in|e?[mnrst]|e|ern|est)*"
ENDING = re.compile(_ENDING)
SUFFIX = re.compile(f"(?<=...){_ENDING}$")
UNLIKE_STEM = tuple({*IRREGULAR, *IRREGULAR.values()})

MIN_TYPO = 4
SHORT_TYPO = 6
"""Below this length one mistake is looked for, from here on two."""

MOST_TYPOS = 20
MIN_HALF = 3
MIN_THIRD = 4
MOST_HALVES = 100
"""Words with one half of a mistyped word that are compared with it."""


class Vocabulary:
    """Words of the index, folded and loose, with the number of documents that have them.

    Words of documents written since it was read are added (``add``) and counted as one document;
    words that no document has any more do no harm: they match nothing.
    """

    def __init__(self, counts: dict[str, int]) -> None:
        self._counts = counts
        self._words = list(counts)
        self._longer = sorted(self._words, key=len)
        self._text = "\n" + "\n".join(self._longer) + "\n"
        self._firsts = _firsts_of_lengths(self._longer)
        self._sums = [0, *accumulate(counts.values())]
        self._added: dict[str, int] = {}

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> "Vocabulary":
        """The words of the index as it is."""
        return cls(dict(connection.execute("SELECT term, doc FROM doc_terms")))

    def add(self, words: Iterable[str]) -> None:
        """Adds words of new documents; they are searched one after another."""
        new = {word: 1 for word in words if word not in self._counts}
        self._added = {**self._added, **new}  # other threads may be reading the old one

    @property
    def added(self) -> int:
        """How many words were added since it was read."""
        return len(self._added)

    def __contains__(self, word: str) -> bool:
        return word in self._counts or word in self._added

    def count(self, word: str) -> int:
        """The number of documents with this word."""
        return self._counts.get(word) or self._added.get(word, 0)

    def total(self, words: Iterable[str]) -> int:
        """The sum of the documents with each of these words."""
        get = self._counts.get
        return sum(get(word, 1) for word in words)

    def beginning(self, start: str, most: int = MOST) -> list[str]:
        """Words that begin with ``start``, in order of the alphabet."""
        low = bisect_left(self._words, start)
        high = bisect_left(self._words, start + LAST, low)
        found = self._words[low : min(high, low + most)]
        return found + [word for word in self._added if word.startswith(start)]

    def total_beginning(self, start: str) -> int:
        """The sum of the documents with each word that begins with ``start``."""
        low = bisect_left(self._words, start)
        high = bisect_left(self._words, start + LAST, low)
        added = sum(word.startswith(start) for word in self._added)
        return self._sums[high] - self._sums[low] + added

    def knows_form(self, part: str) -> bool:
        """Whether there is a word that differs from a folded one in its ending at most."""
        root = loose_root(part)
        longest = max(len(root) + LONGEST_ENDING, len(part))
        return any(len(word) <= longest for word in self.beginning(root, MOST_FORMS))

    def containing(
        self, part: str, most: int = MOST, shortest: int = 0, longest: int = maxsize - 1
    ) -> list[str]:
        """Words that have ``part`` inside, not only at their beginning, the shortest first.

        Words of fewer than ``shortest`` or more than ``longest`` letters are left out.
        """
        text, at = self._text, self._firsts[self._length(max(len(part) + 1, shortest))][1]
        last = self._firsts[self._length(longest + 1)][1] + 1
        found: list[str] = []
        while len(found) < most:
            at = text.find(part, at, last)
            if at < 0:
                break
            end = text.index("\n", at)
            if text[at - 1] != "\n":
                found.append(text[text.rindex("\n", 0, at) + 1 : end])
            at = end
        return found + [word for word in self._added if part in word[1:]]

    def _length(self, letters: int) -> int:
        return min(max(letters, 0), len(self._firsts) - 1)

    def forms(self, token: str) -> list[str]:
        """The word itself and the words of the same stem."""
        exact = loose(token)
        found = [exact] if exact in self else []
        if len(token) < MIN_STEM:
            return found
        if token.endswith(UNLIKE_STEM) or self._may_have_forms(token, exact):
            root = stem(token)
            for start in (root, *_irregular(root)):
                near = (start + ending for ending in ENDINGS)
                found += [word for word in near if word in self and stem(word) == root]
        return list(dict.fromkeys(found))

    def _may_have_forms(self, token: str, exact: str) -> bool:
        """Whether a word differs in endings only. Most typed words have none, and this is quick."""
        start = loose(SUFFIX.sub("", token))
        words = self.beginning(start)
        return len(words) >= MOST or any(
            word != exact and ENDING.fullmatch(word, len(start)) for word in words
        )

    def nearly(self, token: str) -> list[str]:
        """Words that a slip of the finger away, best first: fewest mistakes, then most documents.

        With one mistake whole words, else beginnings of longer words, else parts of them; only
        then with two.
        """
        if len(token) < MIN_TYPO:
            return []
        most = 1 if len(token) < SHORT_TYPO else 2
        words = self._near_words(token, most)
        if words and words[0][1] == 1:
            return [word for word, _distance in words]
        found = self._near_beginnings(token, most)
        if not found or found[0][1] > 1:
            found = self._near_parts(token) or words or found
        return [word for word, _distance in found]

    def _near_words(self, token: str, most: int) -> list[tuple[str, float]]:
        near = _distances(token, self._perhaps_near(token, most), most)
        near.sort(key=lambda entry: (entry[1], -self.count(entry[0]), entry[0]))
        return near[:MOST_TYPOS]

    def _perhaps_near(self, token: str, most: int) -> Collection[str]:
        """Words among which those are that differ from ``token`` in ``most`` mistakes.

        Two mistakes leave a third of a long word as it is; only words with such a third are taken.
        """
        size, third = len(token), len(token) // 3
        if third < MIN_THIRD:
            return self._of_length(size, most)
        first, every = token[:third], len(self._words)
        found = dict.fromkeys(self.beginning(first, every))
        for part in (first, token[third : size - third], token[size - third :]):
            found.update(dict.fromkeys(self.containing(part, every, size - most, size + most)))
        return [word for word in found if abs(len(word) - size) <= most]

    def _near_beginnings(self, token: str, most: int) -> list[tuple[str, float]]:
        size = len(token)
        starts: dict[str, list[str]] = {}
        for word in self.beginning(token[0], most=len(self._words)):
            if len(word) > size:
                starts.setdefault(word[:size], []).append(word)
        near = sorted(_distances(token, starts, most), key=lambda entry: (entry[1], entry[0]))
        return [(word, distance) for start, distance in near for word in starts[start]][:MOST_TYPOS]

    def _near_parts(self, token: str) -> list[tuple[str, float]]:
        """Words with a part like ``token``, of which the first or the last half is as it should.

        Where that half stands tells where the part begins or ends.
        """
        size, half = len(token), len(token) // 2
        if half < MIN_HALF:
            return []
        parts: dict[str, list[str]] = {}
        for word in self.containing(token[:half], MOST_HALVES):
            at = word.index(token[:half], 1)
            for end in range(at + size - 1, min(at + size + 1, len(word)) + 1):
                parts.setdefault(word[at:end], []).append(word)
        for word in self.containing(token[half:], MOST_HALVES):
            end = word.index(token[half:], 1) + size - half
            for at in range(max(end - size - 1, 0), max(end - size + 1, 0) + 1):
                parts.setdefault(word[at:end], []).append(word)
        near = sorted(_distances(token, parts, 1), key=lambda entry: (entry[1], entry[0]))
        found = {word: distance for part, distance in reversed(near) for word in parts[part]}
        return sorted(found.items(), key=lambda entry: (entry[1], entry[0]))[:MOST_TYPOS]

    def _of_length(self, size: int, around: int) -> list[str]:
        first, end = (
            self._firsts[self._length(letters)][0] for letters in (size - around, size + around + 1)
        )
        added = [word for word in self._added if abs(len(word) - size) <= around]
        return self._longer[first:end] + added


def _firsts_of_lengths(words: list[str]) -> list[tuple[int, int]]:
    """For each number of letters, and one more, the first of ``words`` with as many or more.

    It is given by its place in the list, which is sorted by length, and in the text of the words,
    each behind a line feed.
    """
    numbers = Counter(map(len, words))
    firsts = [(0, 0)]
    for letters in range(max(numbers, default=0) + 1):
        place, at = firsts[-1]
        number = numbers[letters]
        firsts.append((place + number, at + number * (letters + 1)))
    return firsts


def _irregular(root: str) -> Iterator[str]:
    """Plurals that do not begin like their stem: zentren of zentrum."""
    for plural, singular in IRREGULAR.items():
        if root.endswith(singular):
            yield loose(root.removesuffix(singular) + plural)


def _distances(token: str, words: Collection[str], most: int) -> list[tuple[str, float]]:
    """Words within ``most`` mistakes, with their number; two neighbours swapped are one."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(token, list(words), scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(entry[0], entry[1]) for entry in found]
