"""Order of the hits: score, fewer unknowns, name; one line per person; more than one carrier."""

from collections.abc import Mapping

import msgspec

from stk_graph.case.hits import Hit
from stk_graph.case.score import GOOD_KIND
from stk_graph.model import Actor

TOP = 3
OTHER_CARRIER_FROM = 0.4
"""A hit of another carrier with this score stands third at the latest (section 8.3)."""


def ranked(hits: list[Hit], actors: Mapping[str, Actor], limit: int) -> tuple[Hit, ...]:
    """The best ``limit`` hits in order."""
    ordered = sorted(hits, key=_order)
    lines = _one_line_per_person(ordered)
    return tuple(_with_other_carrier(lines, actors)[:limit])


def _order(hit: Hit) -> tuple[bool, float, int, str]:
    return (not hit.pinned, -round(hit.score, 6), len(hit.unknown), name_of(hit))


def name_of(hit: Hit) -> str:
    """The name of the offer, else of the institution."""
    if hit.offer is not None:
        return hit.offer.title
    return hit.actor.name if hit.actor is not None else ""


def _one_line_per_person(hits: list[Hit]) -> list[Hit]:
    lines: list[Hit] = []
    line_of: dict[str, int] = {}
    for hit in hits:
        at = line_of.get(hit.contact.id) if hit.contact is not None else None
        if at is None:
            if hit.contact is not None:
                line_of[hit.contact.id] = len(lines)
            lines.append(hit)
        elif hit.offer is not None:
            lines[at] = msgspec.structs.replace(lines[at], also=(*lines[at].also, hit.offer))
    return lines


def carrier_of(actor: Actor | None, actors: Mapping[str, Actor]) -> str | None:
    """Id of the top of the parent chain."""
    seen: set[str] = set()
    while actor is not None and actor.id not in seen:
        seen.add(actor.id)
        above = actors.get(actor.parent or "")
        if above is None:
            return actor.parent or actor.id
        actor = above
    return actor.id if actor is not None else None


def _with_other_carrier(hits: list[Hit], actors: Mapping[str, Actor]) -> list[Hit]:
    carriers = [carrier_of(hit.actor, actors) for hit in hits]
    if len(hits) <= TOP or len(set(carriers[:TOP])) > 1 or hits[TOP - 1].pinned:
        return hits
    for at in range(TOP, len(hits)):
        fitting = hits[at].score >= OTHER_CARRIER_FROM and hits[at].parts.kind >= GOOD_KIND
        if carriers[at] != carriers[0] and fitting:
            return [*hits[: TOP - 1], hits[at], *hits[TOP - 1 : at], *hits[at + 1 :]]
    return hits
