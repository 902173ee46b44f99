"""The TOML files of the demo district as plain entries: kind, key, fields, and where they stand."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from stk_graph.language import _

KEY_OF_LINE = {
    "membership": ("network", "actor", "contact"),
    "acquaintance": ("from_contact", "to_contact"),
    "tie_report": ("from_actor", "to_actor", "topic"),
    "pathway": ("from_actor", "to_actor", "topic"),
    "chain_link": ("chain", "position"),
    "handover": ("from_link", "to_link"),
    "feedback": ("observation", "actor"),
    "need_cover": ("need", "offer"),
    "rating": ("need", "round", "actor", "slip_no"),
    "communication": ("need", "recipient"),
    "agenda_item": ("meeting", "no"),
    "attendance": ("meeting", "contact", "actor"),
}
"""Entries written as lines of a list: the fields whose values, joined, are their key."""


class DistrictError(ValueError):
    """The demo data contradict themselves; the text names file, entry and field."""


@dataclass(frozen=True)
class Entry:
    """One record as typed: ``kind`` and ``key`` from the TOML table, ``file`` for messages."""

    kind: str
    key: str
    file: str
    fields: dict[str, Any]

    def refuse(self, field: str, value: object, why: str) -> DistrictError:
        """The error that this field of this entry deserves."""
        text = _("Demodaten, {file}, Eintrag „{key}“, Feld „{field}“: „{value}“ {why}")
        return DistrictError(
            text.format(file=self.file, key=self.key, field=field, value=value, why=why)
        )


def _key_of_line(kind: str, line: dict[str, Any]) -> str:
    parts = (line.get(field) for field in KEY_OF_LINE[kind])
    return "-".join([kind, *(str(part) for part in parts if part is not None)])


def _entries_of(file: str, text: str) -> Iterator[Entry]:
    for kind, content in tomllib.loads(text).items():
        if isinstance(content, dict):
            for key, fields in content.items():
                yield Entry(kind, key, file, fields)
        else:
            for line in content:
                yield Entry(kind, _key_of_line(kind, line), file, line)


def entries() -> Iterator[Entry]:
    """All entries of all files, file by file in alphabetical order."""
    folder = files("db.demo") / "district"
    for path in sorted(folder.iterdir(), key=lambda item: item.name):
        if path.name.endswith(".toml"):
            yield from _entries_of(path.name, path.read_text(encoding="utf-8"))
