"""Target groups as a tree, and the ages they usually have."""

from functools import cache

from stk_graph.vocabulary.load import target_groups

AgeRange = tuple[int, int | None]
"""Completed years, both inclusive; None = open upwards."""


@cache
def ancestors(group: str) -> tuple[str, ...]:
    """The groups that ``group`` is part of, nearest first."""
    found: list[str] = []
    row = target_groups().get(group)
    while row is not None and row.parent is not None and row.parent not in found:
        found.append(row.parent)
        row = target_groups().get(row.parent)
    return tuple(found)


@cache
def descendants(group: str) -> tuple[str, ...]:
    """The groups that are part of ``group``, in the order of the file."""
    return tuple(key for key in target_groups() if group in ancestors(key))


def related(one: str, other: str) -> bool:
    """Whether two groups are the same or one is part of the other."""
    return one == other or one in ancestors(other) or other in ancestors(one)


@cache
def default_ages(group: str) -> tuple[AgeRange, ...]:
    """The usual ages of a group: its own, else those of the groups within it; () = no age."""
    row = target_groups().get(group)
    if row is None:
        return ()
    if row.age_min is not None or row.age_max is not None:
        return ((row.age_min or 0, row.age_max),)
    within = (default_ages(key) for key, child in target_groups().items() if child.parent == group)
    return tuple(ages for ranges in within for ages in ranges)
