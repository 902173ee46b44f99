"""The files of the learned weights: read where they lie, only the rows that a text asks for.

Layout, all numbers little-endian: ``HEAD`` (mark, number of kinds, number of features, scale), the
keys of the kinds as one line of ASCII padded to 4 bytes, the sorted features as 4-byte numbers,
where the row of each begins (one more for the end), the rows. A row is n indexes of kinds in one
byte each, then n weights of one signed byte each, to be multiplied with the scale.
"""

import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path

import msgspec

DATA = Path(__file__).parent / "data"
OFFER_KINDS = DATA / "weights.bin"
OCCASIONS = DATA / "occasion_weights.bin"
DANGERS = DATA / "danger_weights.bin"
MARK = b"stkw1\0\0\0"
HEAD = struct.Struct("<8sIIIf")

LANE = 4
"""Bytes for the weight of one kind in a row as one number; sums of rows stay within them."""
LEAST_IN_LANE = 1 << 31
KEPT_ROWS = 4096
"""So many rows are kept as numbers, about 3 MB: words return with every text of a directory."""

_SHIFTED = bytes(range(128, 256)) + bytes(range(128))
"""For each signed byte the same number with 128 added, which needs no sign."""


class Weights(msgspec.Struct, frozen=True, dict=True):
    """Learned weights: ``kinds`` are keys of offer kinds or occasions in the order of the rows."""

    kinds: tuple[str, ...]
    features: memoryview
    starts: memoryview
    rows: memoryview
    scale: float

    def row(self, feature: int) -> tuple[memoryview, memoryview] | None:
        """Indexes of kinds and their weights in units of ``scale``; None if not learned."""
        at = bisect_left(self.features, feature)
        if at == len(self.features) or self.features[at] != feature:
            return None
        start, end = self.starts[at], self.starts[at + 1]
        middle = (start + end) // 2
        return self.rows[start:middle], self.rows[middle:end].cast("b")

    def sums(self, features: Iterable[int]) -> list[int]:
        """For each kind the sum of the weights of the features."""
        lanes = len(self.kinds)
        total = sum(map(self._kept_number, features), _same_in_all(LEAST_IN_LANE, lanes))
        summed = total.to_bytes(LANE * lanes, "little")
        return [number - LEAST_IN_LANE for number in _numbers(memoryview(summed))]

    @cached_property
    def _kept_number(self) -> Callable[[int], int]:
        return lru_cache(maxsize=KEPT_ROWS)(self._number)

    def _number(self, feature: int) -> int:
        """A row as one number with a lane for each kind: adding numbers adds whole rows at once.

        ``maketrans`` puts the weights in their places and leaves every other place its own number,
        so the same with weights of 0 is taken off again.
        """
        row = self.row(feature)
        if row is None:
            return 0
        kinds, shifted = row[0], row[1].tobytes().translate(_SHIFTED)
        zeros = _SHIFTED[:1] * len(kinds)
        return self._in_lanes(kinds, shifted) - self._in_lanes(kinds, zeros)

    def _in_lanes(self, kinds: memoryview, values: bytes) -> int:
        lanes = len(self.kinds)
        wide = bytearray(LANE * lanes)
        wide[::LANE] = bytes.maketrans(kinds, values)[:lanes]
        return int.from_bytes(wide, "little")


@cache
def _same_in_all(number: int, lanes: int) -> int:
    return int.from_bytes(number.to_bytes(LANE, "little") * lanes, "little")


@cache
def weights(path: Path = OFFER_KINDS) -> Weights:
    """Weights of the package, mapped on first use."""
    return opened(path)


def opened(path: Path) -> Weights:
    """The weights in a file; ValueError if it is not one."""
    with path.open("rb") as file:
        view = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    mark, names, count, length, scale = HEAD.unpack_from(view)
    if mark != MARK:
        raise ValueError(f"{path.name} holds no weights")
    at = HEAD.size
    kinds = tuple(bytes(view[at : at + names]).decode("ascii").split())
    at += names
    features = _numbers(view[at : at + 4 * count])
    at += 4 * count
    starts = _numbers(view[at : at + 4 * (count + 1)])
    at += 4 * (count + 1)
    return Weights(kinds, features, starts, view[at : at + length], scale)


def _numbers(part: memoryview) -> memoryview:
    if sys.byteorder == "little":
        return part.cast("I")
    swapped = array("I", part.tobytes())
    swapped.byteswap()
    return memoryview(swapped)


def packed(
    kinds: Sequence[str], rows: Mapping[int, Sequence[tuple[int, int]]], scale: float
) -> bytes:
    """The bytes of a file: for each feature its (index of kind, weight from -127 to 127)."""
    names = " ".join(kinds).encode("ascii")
    names += b" " * (-len(names) % 4)
    ordered = sorted(rows)
    starts, body = [0], bytearray()
    for feature in ordered:
        row = rows[feature]
        body += bytes(kind for kind, _weight in row)
        body += struct.pack(f"<{len(row)}b", *(weight for _kind, weight in row))
        starts.append(len(body))
    head = HEAD.pack(MARK, len(names), len(ordered), len(body), scale)
    numbers = struct.pack(f"<{len(ordered)}I{len(starts)}I", *ordered, *starts)
    return head + names + numbers + bytes(body)
