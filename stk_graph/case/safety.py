"""Safety: what must be said before any contact is shown (domain model, section 8.3)."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from stk_graph.language import _
from stk_graph.model.enums import Safety
from stk_graph.safety_line import SAFETY_LINE
from stk_graph.vocabulary import occasions

DATA = Path(__file__).parent / "data"
PINNED = (Safety.CHILD_PROTECTION, Safety.VIOLENCE, Safety.CRISIS)
"""Flags that put the contacts of their occasion on top, whatever the score."""
LEAST = 0.55


@cache
def _sentences() -> dict[Safety, str]:
    with (DATA / "safety.csv").open(encoding="utf-8", newline="") as lines:
        return {Safety(row["kind"]): row["sentence"] for row in csv.DictReader(lines)}


def safety_of(found: Mapping[str, float], *, urgent: bool) -> tuple[Safety, ...]:
    """The flags of the occasions, gravest first; an occasion counts from weight 0.55."""
    flags = {
        Safety(row.safety)
        for key, weight in found.items()
        if weight >= LEAST and (row := occasions().get(key)) is not None and row.safety
    }
    if urgent:
        flags.add(Safety.URGENT)
    if flags & set(PINNED):
        flags.discard(Safety.NOT_A_CASE)
    return tuple(flag for flag in Safety if flag in flags)


def safety_message(flags: tuple[Safety, ...]) -> str:
    """The sentences for the flags and always the safety line."""
    return " ".join([*(_(_sentences()[flag]) for flag in flags), _(SAFETY_LINE)])


def pinned_kinds(understood: Mapping[str, float]) -> tuple[str, ...]:
    """Contacts of the occasions with a grave flag, best first."""
    kinds: list[str] = []
    for key, weight in understood.items():
        row = occasions().get(key)
        if row is not None and row.safety in PINNED and weight >= LEAST:
            kinds += [kind for kind in row.contacts if kind not in kinds]
    return tuple(kinds)
