"""Prepared forms of data files, kept in the package: reading one takes a tenth of preparing it.

``make index`` writes them. One that was made from other files than those of today is not used.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar
from zlib import crc32

import msgspec

Prepared = TypeVar("Prepared")


class Kept(Generic[Prepared]):
    """What ``prepare`` makes of the files ``made_from``, kept in ``file`` behind their checksum."""

    def __init__(
        self,
        file: Path,
        made_from: tuple[Path, ...],
        kind: type[Prepared],
        prepare: Callable[[], Prepared],
    ) -> None:
        self.file = file
        self._made_from = made_from
        self._kind = kind
        self._prepare = prepare

    def value(self) -> Prepared:
        """The prepared form, from the file if it is up to date."""
        found = self.read()
        return self._prepare() if found is None else found

    def read(self) -> Prepared | None:
        """What the file holds; None if there is none, or it has other sources or another form."""
        try:
            kept = memoryview(self.file.read_bytes())
        except FileNotFoundError:
            return None
        checksum = self._checksum()
        if kept[: len(checksum)] != checksum:
            return None
        try:
            return msgspec.json.decode(kept[len(checksum) :], type=self._kind)
        except msgspec.ValidationError:
            return None

    def written(self) -> bytes:
        """The bytes of an up-to-date file, the same in every run."""
        body = msgspec.json.encode(self._prepare(), order="deterministic")
        return self._checksum() + body + b"\n"

    def keep(self) -> None:
        """Writes the file anew."""
        self.file.write_bytes(self.written())

    def _checksum(self) -> bytes:
        total = 0
        for source in self._made_from:
            total = crc32(source.read_bytes(), total)
        return b"%08x\n" % total
