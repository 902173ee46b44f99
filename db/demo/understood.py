"""Offers whose kind nobody typed get it from their words, as in every import."""

from collections.abc import Sequence

import msgspec

from stk_graph.knowledge.offers import kind_of_offer
from stk_graph.model import Actor, Offer, Record
from stk_graph.model.enums import KindSource


def understood(records: Sequence[Record]) -> list[Record]:
    """The records in the same order; an offer whose words do not decide stays without kind."""
    kinds = {actor.id: actor.kind for actor in records if isinstance(actor, Actor)}
    return [_with_kind(record, kinds) for record in records]


def _with_kind(record: Record, kinds: dict[str, str | None]) -> Record:
    if not isinstance(record, Offer) or record.offer_kind is not None:
        return record
    read = kind_of_offer(record.title, record.description, kinds[record.lead])
    if read.key is None:
        return record
    return msgspec.structs.replace(
        record,
        offer_kind=read.key,
        offer_kind_from=KindSource.TEXT,
        offer_kind_weight=read.weight,
    )
