"""Tables of our own beside HSDS: which records they hold and what their columns mean."""

from dataclasses import dataclass

from stk_graph import model
from stk_graph.model import Record

RECORDS = "stk_record"
"""What no column can say: one row a record with its id here and further fields as JSON."""
ROLES = "contact_role"


@dataclass(frozen=True)
class Column:
    """A column and the field it fills; ``target`` is the table a reference leads to.

    ``many`` columns hold several values joined by commas.
    """

    name: str
    field: str = ""
    target: str = ""
    many: bool = False


@dataclass(frozen=True)
class Extension:
    """A table of our own; ``cls`` None for tables that only describe other rows."""

    cls: type[Record] | None
    columns: tuple[Column, ...]


def _columns(text: str) -> tuple[Column, ...]:
    """Columns written as ``name:field>table*``; without field the column is not read."""
    found = []
    for word in text.split():
        name, _colon, rest = word.partition(":")
        field, _arrow, target = rest.rstrip("*").partition(">")
        found.append(Column(name, field, target, rest.endswith("*")))
    return tuple(found)


EXTENSIONS: dict[str, Extension] = {
    RECORDS: Extension(None, _columns("id link_entity link_id uid fields")),
    "organization_role": Extension(
        None, _columns("id service_id:offer>services organization_id:actor>organizations role")
    ),
    "area": Extension(model.Area, _columns("id name:name type:type parent_id:parent>area")),
    "network": Extension(
        model.Network,
        _columns("id name:name kind:kind focus_target_group_id:scope* rrule:rhythm location_id"),
    ),
    "network_membership": Extension(
        model.Membership,
        _columns(
            "id network_id:network>network organization_id:actor>organizations"
            " contact_id:contact>contacts role:roles* valid_from:since valid_to:until"
        ),
    ),
    "acquaintance": Extension(
        model.Acquaintance,
        _columns(
            "id from_contact_id:from_contact>contacts to_contact_id:to_contact>contacts since:since"
        ),
    ),
    "cooperation_report": Extension(
        model.TieReport,
        _columns(
            "id from_organization_id:from_actor>organizations"
            " to_organization_id:to_actor>organizations network_id topic_id:topic"
            " stage_now:stage_now stage_wished:stage_wished form:form reported_on:reported_on"
        ),
    ),
    "pathway": Extension(
        model.Pathway,
        _columns(
            "id from_organization_id:from_actor>organizations"
            " to_organization_id:to_actor>organizations topic_id:topic"
        ),
    ),
    ROLES: Extension(
        model.ContactRole,
        _columns(
            "id contact_id:contact>contacts target_entity target_id"
            " responsibility:responsibility valid_from:since valid_to:until"
        ),
    ),
    "observation": Extension(
        model.Observation,
        _columns(
            "id title:title date:observed_on organization_id:actor>organizations"
            " perspective:perspectives* extent:extent kind:kind state:state"
        ),
    ),
    "observation_feedback": Extension(
        model.Feedback,
        _columns(
            "id observation_id:observation>observation organization_id:actor>organizations"
            " kind:kind date:given_on"
        ),
    ),
    "need": Extension(
        model.Need,
        _columns(
            "id title:title description:description perspectives:perspectives* gap_kind:gap_kind"
            " target_group_ids:target_groups* offer_kind:offer_kind topic_id:topic"
            " service_area_id:area>area route:route state:state"
        ),
    ),
    "need_cover": Extension(
        model.NeedCover, _columns("id need_id:need>need service_id:offer>services")
    ),
    "need_communication": Extension(
        model.Communication,
        _columns(
            "id need_id:need>need recipient_organization_id:recipient>organizations"
            " channel:channel sent_on:sent_on summary:summary answer:answer"
            " answered_on:answered_on"
        ),
    ),
    "rating_round": Extension(
        model.RatingRound, _columns("id held_on:held_on meeting_id:meeting>meeting")
    ),
    "need_assessment": Extension(
        model.Rating,
        _columns(
            "id need_id:need>need meeting_id round_id:round>rating_round"
            " organization_id:actor>organizations urgency:urgency reach:reach"
            " consequences:consequences influence:influence"
        ),
    ),
    "action_field": Extension(model.ActionField, _columns("id title:title goal:goal")),
    "project_plan": Extension(model.Project, _columns("id title:title goal:goal state:state")),
    "service_chain": Extension(
        model.ServiceChain,
        _columns("id title:title need_id:need>need topic_id:topic state:state"),
    ),
    "service_chain_step": Extension(
        model.ChainLink,
        _columns(
            "id chain_id:chain>service_chain position:position"
            " organization_id:actor>organizations service_id:offer>services agreed:agreed"
        ),
    ),
    "service_chain_handover": Extension(
        model.Handover,
        _columns(
            "id from_step_id:from_link>service_chain_step to_step_id:to_link>service_chain_step"
            " when:when how:how responsible:responsible>organizations"
        ),
    ),
    "meeting": Extension(
        model.Meeting, _columns("id network_id:network>network kind:kind date:held_on")
    ),
    "agenda_item": Extension(
        model.AgendaItem, _columns("id meeting_id:meeting>meeting no:no title:title kind:kind")
    ),
    "attendance": Extension(
        model.Attendance,
        _columns(
            "id meeting_id:meeting>meeting contact_id:contact>contacts"
            " organization_id:actor>organizations presence:presence"
        ),
    ),
    "decision": Extension(model.Decision, _columns("id meeting_id:meeting>meeting text:text")),
    "task": Extension(
        model.Task, _columns("id what:what organization_id:responsible>organizations state:state")
    ),
    "coordination_review": Extension(model.Review, _columns("id verdict:verdict date:decided_on")),
}
"""Interchange rules, section 4, and the further kinds named in the domain model, section 3."""

MAIN_CLASSES: dict[str, type[Record]] = {
    "organizations": model.Actor,
    "services": model.Offer,
    "locations": model.Location,
    "contacts": model.Contact,
}
"""The kinds that HSDS itself has a table for."""

TABLE_OF_CLASS: dict[type[Record], str] = {
    **{cls: table for table, cls in MAIN_CLASSES.items()},
    **{item.cls: table for table, item in EXTENSIONS.items() if item.cls is not None},
}

ROLE_TARGETS = {
    "organization": ("actor", "organizations"),
    "service": ("offer", "services"),
    "need": ("need", "need"),
    "network": ("network", "network"),
}
"""``target_entity`` of a role: the field of the record and the table of the target."""


def plural(table: str) -> str:
    """The name of the file of an extension table: ``network`` → ``networks``."""
    if table.endswith("s"):
        return table
    if table.endswith("y") and table[-2] not in "aeiou":
        return f"{table[:-1]}ies"
    return f"{table}s"


_BY_NAME = {name: table for table in EXTENSIONS for name in (table, plural(table))}


def extension_of(name: str) -> str | None:
    """The extension table a file or JSON member is named for."""
    return _BY_NAME.get(name)


def extension_columns(table: str) -> frozenset[str]:
    """The columns of an extension table; empty for any other."""
    held = EXTENSIONS.get(table)
    return frozenset(column.name for column in held.columns) if held else frozenset()


def extension_references(table: str) -> dict[str, str]:
    """The columns of an extension table that refer to another row, and its table."""
    held = EXTENSIONS.get(table)
    return {column.name: column.target for column in held.columns if column.target} if held else {}
