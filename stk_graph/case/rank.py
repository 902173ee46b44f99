"""The lines of the answer in order: one for each who answers the telephone, two carriers on top."""

import math
from collections.abc import Iterable, Mapping

import msgspec

from stk_graph.case.hits import Hit
from stk_graph.case.score import GOOD_KIND
from stk_graph.model import Actor

TOP = 3
OTHER_CARRIER_FROM = 0.3
"""A hit of another carrier with this score stands third at the latest (section 8.3)."""
WEAK_SHOWN = 3
"""Hits shown that meet the topic only."""


def lines(hits: Iterable[Hit], actors: Mapping[str, Actor], limit: int) -> tuple[Hit, ...]:
    """The best ``limit`` hits: what safety demands, then by score, fewer unknowns and name.

    A person or institution has one line, under which its further offers stand. What meets the topic
    only comes last, three of them at most.
    """
    ordered = sorted(hits, key=_order)
    best = _one_line_each(hit for hit in ordered if hit.is_fitting)
    taken = {hit.line for hit in best}
    weak = _one_line_each(hit for hit in ordered if not hit.is_fitting and hit.line not in taken)
    return tuple([*_with_other_carrier(best, actors), *weak[:WEAK_SHOWN]][:limit])


def _order(hit: Hit) -> tuple[float, float, int, str]:
    pin = math.inf if hit.pin is None else hit.pin
    return (pin, -round(hit.score, 6), len(hit.unknown), _name_of(hit))


def _name_of(hit: Hit) -> str:
    if hit.offer is not None:
        return hit.offer.title
    return hit.actor.name if hit.actor is not None else ""


def _one_line_each(hits: Iterable[Hit]) -> list[Hit]:
    found: dict[str, Hit] = {}
    for hit in hits:
        best = found.setdefault(hit.line, hit)
        if best is not hit and hit.offer is not None:
            found[hit.line] = msgspec.structs.replace(best, also=(*best.also, hit.offer))
    return list(found.values())


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
