"""Which edges a record makes: one small function for each kind of record.

The table follows section 4.1 of the domain model. What a record says only together with others
(the tie of two sides, the exchange of two networks) is derived in ``graph``.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from stk_graph import model
from stk_graph.network.kinds import EdgeKind, NodeId, NodeKind

NODES: dict[type[model.Record], NodeKind] = {
    model.Actor: NodeKind.ACTOR,
    model.Contact: NodeKind.CONTACT,
    model.Offer: NodeKind.OFFER,
    model.Location: NodeKind.LOCATION,
    model.Area: NodeKind.AREA,
    model.Network: NodeKind.NETWORK,
    model.Meeting: NodeKind.MEETING,
    model.Observation: NodeKind.OBSERVATION,
    model.Need: NodeKind.NEED,
    model.ActionField: NodeKind.ACTION_FIELD,
    model.Project: NodeKind.PROJECT,
    model.ServiceChain: NodeKind.SERVICE_CHAIN,
    model.ChainLink: NodeKind.CHAIN_LINK,
}
"""The records that are nodes; all others are edges or stay outside the graph."""


class Link(NamedTuple):
    """One edge; ``part`` tells apart several of one kind between the same two nodes."""

    source: NodeId
    target: NodeId
    kind: EdgeKind
    attributes: dict[str, object] = {}
    part: str | None = None


def _to_all(source: NodeId, targets: tuple[str, ...], kind: EdgeKind) -> Iterator[Link]:
    return (Link(source, target, kind) for target in targets)


def _groups(record: model.Offer | model.Need) -> Iterator[Link]:
    for key in record.target_groups:
        yield Link(record.id, (NodeKind.TARGET_GROUP, key), EdgeKind.AIMED_AT)


def _actor(actor: model.Actor) -> Iterator[Link]:
    if actor.parent:
        yield Link(actor.parent, actor.id, EdgeKind.RUNS)
    for place in (actor.area, actor.location):
        if place:
            yield Link(actor.id, place, EdgeKind.LOCATED_IN)
    yield from _to_all(actor.id, actor.responsible_for, EdgeKind.IN_CHARGE_OF)
    for key in actor.fields_of_work:
        yield Link(actor.id, (NodeKind.FIELD_OF_WORK, key), EdgeKind.ACTIVE_IN)


def _location(location: model.Location) -> Iterator[Link]:
    if location.area:
        yield Link(location.id, location.area, EdgeKind.LOCATED_IN)


def _contact(contact: model.Contact) -> Iterator[Link]:
    if contact.employer:
        yield Link(contact.id, contact.employer, EdgeKind.WORKS_AT)


def _contact_role(role: model.ContactRole) -> Iterator[Link]:
    if role.target:
        attributes: dict[str, object] = {
            "responsibility": role.responsibility,
            "is_main": role.is_main,
            "since": role.since,
            "until": role.until,
        }
        yield Link(role.contact, role.target, EdgeKind.RESPONSIBLE_FOR, attributes)


def _area(area: model.Area) -> Iterator[Link]:
    if area.parent:
        yield Link(area.id, area.parent, EdgeKind.PART_OF)
    yield from _to_all(area.id, area.borders, EdgeKind.BORDERS)


def _membership(membership: model.Membership) -> Iterator[Link]:
    attributes: dict[str, object] = {
        "roles": membership.roles,
        "member_kind": membership.member_kind,
        "since": membership.since,
        "until": membership.until,
    }
    for member in (membership.actor, membership.contact):
        if member:
            yield Link(member, membership.network, EdgeKind.MEMBER_OF, attributes)


def _acquaintance(known: model.Acquaintance) -> Iterator[Link]:
    attributes: dict[str, object] = {"since": known.since, "occasion": known.occasion}
    yield Link(known.from_contact, known.to_contact, EdgeKind.KNOWS, attributes)


def _offer(offer: model.Offer) -> Iterator[Link]:
    yield Link(offer.lead, offer.id, EdgeKind.PROVIDES, {"role": "lead"})
    for partner in offer.partners:
        if partner != offer.lead:
            yield Link(partner, offer.id, EdgeKind.PROVIDES, {"role": "partner"})
    if offer.offer_kind:
        yield Link(offer.id, (NodeKind.OFFER_KIND, offer.offer_kind), EdgeKind.IS_A)
    yield from _groups(offer)
    if offer.area:
        yield Link(offer.id, offer.area, EdgeKind.TAKES_PLACE_IN)
    yield from _to_all(offer.id, offer.venues, EdgeKind.TAKES_PLACE_IN)
    yield from _to_all(offer.id, offer.catchment, EdgeKind.SERVES)
    if offer.origin:
        yield Link(offer.origin, offer.id, EdgeKind.LEADS_TO)


def _attendance(attendance: model.Attendance) -> Iterator[Link]:
    attributes: dict[str, object] = {
        "presence": attendance.presence,
        "roles": attendance.roles,
        "first_time": attendance.first_time,
    }
    for member in (attendance.contact, attendance.actor):
        if member:
            yield Link(member, attendance.meeting, EdgeKind.ATTENDED, attributes)


def _tie_report(report: model.TieReport) -> Iterator[Link]:
    attributes: dict[str, object] = {
        "topic": report.topic,
        "stage": report.stage_now,
        "wished": report.stage_wished,
        "reported_on": report.reported_on,
    }
    yield Link(report.from_actor, report.to_actor, EdgeKind.REPORTS_TIE, attributes)


def _pathway(pathway: model.Pathway) -> Iterator[Link]:
    attributes: dict[str, object] = {"topic": pathway.topic}
    yield Link(pathway.from_actor, pathway.to_actor, EdgeKind.REFERS_TO, attributes)


def _observation(observation: model.Observation) -> Iterator[Link]:
    attributes: dict[str, object] = {"date": observation.observed_on}
    yield Link(observation.actor, observation.id, EdgeKind.OBSERVES, attributes)


def _feedback(feedback: model.Feedback) -> Iterator[Link]:
    attributes: dict[str, object] = {"feedback": feedback.kind, "date": feedback.given_on}
    yield Link(feedback.actor, feedback.observation, EdgeKind.GIVES_FEEDBACK, attributes)


def _need(need: model.Need) -> Iterator[Link]:
    for observation in need.observations:
        yield Link(observation, need.id, EdgeKind.FOUNDS)
    if need.offer_kind:
        yield Link(need.id, (NodeKind.OFFER_KIND, need.offer_kind), EdgeKind.CONCERNS)
    if need.topic:
        yield Link(need.id, (NodeKind.TOPIC, need.topic), EdgeKind.CONCERNS)
    if need.area:
        yield Link(need.id, need.area, EdgeKind.CONCERNS)
    yield from _groups(need)


def _need_cover(cover: model.NeedCover) -> Iterator[Link]:
    yield Link(cover.offer, cover.need, EdgeKind.COVERS, {"fully": cover.fully})


def _communication(sent: model.Communication) -> Iterator[Link]:
    attributes: dict[str, object] = {
        "date": sent.sent_on,
        "channel": sent.channel,
        "answer": sent.answer,
    }
    yield Link(sent.need, sent.recipient, EdgeKind.SENT_TO, attributes)


def _action_field(field: model.ActionField) -> Iterator[Link]:
    return (Link(need, field.id, EdgeKind.LEADS_TO) for need in field.needs)


def _service_chain(chain: model.ServiceChain) -> Iterator[Link]:
    if chain.need:
        yield Link(chain.need, chain.id, EdgeKind.LEADS_TO)


def _chain_link(link: model.ChainLink) -> Iterator[Link]:
    attributes: dict[str, object] = {"position": link.position, "agreed": link.agreed}
    for member in (link.id, link.actor, link.offer):
        if member:
            yield Link(member, link.chain, EdgeKind.LINK_OF, attributes)


def _handover(handover: model.Handover) -> Iterator[Link]:
    attributes: dict[str, object] = {
        "responsible": handover.responsible,
        "agreed": handover.agreed,
    }
    yield Link(handover.from_link, handover.to_link, EdgeKind.HANDS_OVER, attributes)


_LINKS: dict[type[model.Record], Callable[[Any], Iterator[Link]]] = {
    model.Actor: _actor,
    model.Location: _location,
    model.Contact: _contact,
    model.ContactRole: _contact_role,
    model.Area: _area,
    model.Membership: _membership,
    model.Acquaintance: _acquaintance,
    model.Offer: _offer,
    model.Attendance: _attendance,
    model.TieReport: _tie_report,
    model.Pathway: _pathway,
    model.Observation: _observation,
    model.Feedback: _feedback,
    model.Need: _need,
    model.NeedCover: _need_cover,
    model.Communication: _communication,
    model.ActionField: _action_field,
    model.Project: _action_field,
    model.ServiceChain: _service_chain,
    model.ChainLink: _chain_link,
    model.Handover: _handover,
}


def belongs(record: model.Record) -> bool:
    """Whether the record is part of the graph: tasks, agenda items and reviews are not."""
    return type(record) in NODES or type(record) in _LINKS


def links(record: model.Record) -> Iterator[Link]:
    """The edges that the record makes by itself; none for a record without references."""
    make = _LINKS.get(type(record))
    return make(record) if make else iter(())
