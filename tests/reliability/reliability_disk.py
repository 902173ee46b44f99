"""A disk that remembers every write, so that a power cut can be played at any moment of it.

Model: what was synced is there; of what was not, each sector of 512 bytes survives or not by
chance; names of files appear and vanish in order.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import apsw

SECTOR = 512


class Event(NamedTuple):
    """One thing that reached the disk, or ``ack``: the number of an action said to be kept."""

    kind: str
    name: str = ""
    at: int = 0
    data: bytes = b""


class _File(apsw.VFSFile):
    def __init__(self, name: Any, flags: Any, log: list[Event]) -> None:
        super().__init__("", name, flags)
        self._name = Path(name.filename() if hasattr(name, "filename") else name).name
        self._log = log

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: N802 - named by SQLite
        self._log.append(Event("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - named by SQLite
        self._log.append(Event("truncate", self._name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 - named by SQLite
        self._log.append(Event("sync", self._name))


class LoggedDisk(apsw.VFS):
    """The file system as the default one, with a log of what it was told."""

    def __init__(self, name: str) -> None:
        self.log: list[Event] = []
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: Any) -> apsw.VFSFile:  # noqa: N802 - named by SQLite
        return apsw.VFSFile("", name, flags) if name is None else _File(name, flags, self.log)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - named by SQLite
        self.log.append(Event("delete", Path(filename).name))
        super().xDelete(filename, syncdir)


def power_cuts(
    start: dict[str, bytes], log: list[Event], cuts: list[int], chance: random.Random
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """For each number of events in ``cuts``: the last action acknowledged, and the files left."""
    kept = {name: bytearray(content) for name, content in start.items()}
    waiting: dict[str, list[Event]] = {name: [] for name in start}
    acknowledged, done = 0, 0
    for cut in sorted(cuts):
        for event in log[done:cut]:
            if event.kind == "ack":
                acknowledged = event.at
            elif event.kind == "delete":
                kept.pop(event.name, None)
                waiting.pop(event.name, None)
            elif event.kind == "sync":
                for earlier in waiting.pop(event.name, []):
                    _apply(kept.setdefault(event.name, bytearray()), earlier)
            else:
                kept.setdefault(event.name, bytearray())
                waiting.setdefault(event.name, []).append(event)
        done = cut
        yield acknowledged, _left(kept, waiting, chance)


def _left(
    kept: dict[str, bytearray], waiting: dict[str, list[Event]], chance: random.Random
) -> dict[str, bytes]:
    files = {name: bytearray(content) for name, content in kept.items()}
    for name, events in waiting.items():
        for event in events:
            for piece in _sectors(event):
                if chance.random() < 0.5:
                    _apply(files.setdefault(name, bytearray()), piece)
    return {name: bytes(content) for name, content in files.items()}


def _sectors(event: Event) -> Iterator[Event]:
    if event.kind != "write":
        yield event
        return
    start = 0
    while start < len(event.data):
        at = event.at + start
        size = SECTOR - at % SECTOR
        yield Event("write", event.name, at, event.data[start : start + size])
        start += size


def _apply(content: bytearray, event: Event) -> None:
    if event.kind == "truncate":
        del content[event.at :]
        return
    end = event.at + len(event.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[event.at : end] = event.data


def leave(folder: Path, files: dict[str, bytes]) -> None:
    """Makes ``folder`` hold these files and no others."""
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
