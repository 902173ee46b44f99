"""The file of the learned weights: read where it lies, only the rows that a text asks for.

Layout, all numbers little-endian: ``HEAD`` (mark, number of kinds, number of features, scale), the
keys of the kinds as one line of ASCII padded to 4 bytes, the sorted features as 4-byte numbers,
where the row of each begins (one more for the end), the rows. A row is n indexes of kinds in one
byte each, then n weights of one signed byte each, to be multiplied with the scale.
"""

import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path

import msgspec

PATH = Path(__file__).parent / "data" / "weights.bin"
MARK = b"stkw1\0\0\0"
HEAD = struct.Struct("<8sIIIf")


class Weights(msgspec.Struct, frozen=True):
    """The learned weights: ``kinds`` are keys of offer kinds in the order of the rows."""

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
        totals = [0] * len(self.kinds)
        for feature in features:
            row = self.row(feature)
            if row is not None:
                for kind, weight in zip(*row, strict=True):
                    totals[kind] += weight
        return totals


@cache
def weights() -> Weights:
    """The weights of the package, mapped on first use."""
    return opened(PATH)


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
