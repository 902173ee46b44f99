"""The lines of the answer: what answers the case first, one line per person or institution."""

from collections.abc import Mapping

import msgspec

from stk_graph.case.hits import Hit
from stk_graph.case.rank import ranked
from stk_graph.model import Actor

WEAK_SHOWN = 3
"""Hits shown that meet the topic only."""


def lines(hits: list[Hit], actors: Mapping[str, Actor], limit: int) -> tuple[Hit, ...]:
    """The best ``limit`` hits in order; at most three that meet the topic only, at the end."""
    fitting = [hit for hit in hits if hit.is_fitting]
    weak = [hit for hit in hits if not hit.is_fitting]
    first = _one_line_each(ranked(fitting, actors, len(fitting)))
    taken = {hit.line for hit in first}
    others = [hit for hit in ranked(weak, actors, len(weak)) if hit.line not in taken]
    return tuple([*first, *_one_line_each(others)[:WEAK_SHOWN]][:limit])


def _one_line_each(hits: tuple[Hit, ...] | list[Hit]) -> list[Hit]:
    """One line for each who answers the telephone; further offers stand under the best one."""
    found: dict[str, Hit] = {}
    for hit in hits:
        best = found.setdefault(hit.line, hit)
        if best is not hit:
            more = [offer for offer in (hit.offer, *hit.also) if offer is not None]
            found[hit.line] = msgspec.structs.replace(best, also=(*best.also, *more))
    return list(found.values())
