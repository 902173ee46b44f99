"""What a source said before, what it says now, and what stands here: which fields change."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar

import msgspec

from stk_graph.model import Record

T = TypeVar("T", bound=Record)

NOT_FROM_SOURCE = frozenset(
    {"id", "source_id", "visibility", "owner", "version", "created", "changed"}
)
"""Fields that belong to this file, not to the source."""
NOTES = "~notes"
"""Under this name the notes stand among the remembered values."""


class Merged(NamedTuple):
    """The record to save (None = nothing changes), the values to remember, and the conflicts.

    ``conflicts`` are fields edited here that the source now says otherwise: ours, theirs.
    """

    record: Record | None
    remembered: dict[str, Any]
    conflicts: dict[str, tuple[Any, Any]]


def values_of(record: Record) -> dict[str, Any]:
    """The fields of a record that a source fills, as built-in values; defaults are left out."""
    values = msgspec.to_builtins(record)
    return {
        name: values[name]
        for name, default in _from_source(type(record))
        if values[name] != default and not _equal(values[name], default)
    }


_MISSING = object()


@cache
def _from_source(cls: type[Record]) -> tuple[tuple[str, Any], ...]:
    """The fields that a source fills, each with its default."""
    defaults = _defaults(cls)
    fields = (name for name in cls.__struct_fields__ if name not in NOT_FROM_SOURCE)
    return tuple((name, defaults.get(name, _MISSING)) for name in fields)


@cache
def _defaults(cls: type[Record]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for info in msgspec.structs.fields(cls):
        if info.default is not msgspec.NODEFAULT:
            found[info.name] = msgspec.to_builtins(info.default)
        elif info.default_factory is not msgspec.NODEFAULT and info.name != "id":
            found[info.name] = msgspec.to_builtins(info.default_factory())
    return found


def _equal(one: Any, other: Any) -> bool:
    """Whether two built-in values are equal, lists and tuples alike."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_equal, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_equal(one[key], other[key]) for key in one)
    return bool(one == other)


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether a source says the same as before."""
    return _equal(dict(one), dict(other))


def merged(current: T, before: Mapping[str, Any], now: Mapping[str, Any]) -> Merged:
    """Changes of the source applied to what stands here, field by field.

    A field the source has not changed stays as it is here. One that it has changed is taken over
    if nobody edited it here; else both texts are a conflict, ours stays, and the value of before
    stays remembered, so that the conflict is shown again until the two agree.
    """
    defaults = _defaults(type(current))
    here = msgspec.to_builtins(current)
    changes: dict[str, Any] = {}
    remembered = dict(now)
    conflicts: dict[str, tuple[Any, Any]] = {}
    for name in {**before, **now}:
        default = defaults.get(name)
        then, theirs, ours = before.get(name, default), now.get(name, default), here[name]
        if _equal(then, theirs) or _equal(ours, theirs):
            continue
        if _equal(then, ours):
            changes[name] = theirs
            continue
        conflicts[name] = (ours, theirs)
        if name in before:
            remembered[name] = before[name]
        else:
            remembered.pop(name, None)
    if not changes:
        return Merged(None, remembered, conflicts)
    return Merged(msgspec.convert({**here, **changes}, type(current)), remembered, conflicts)
