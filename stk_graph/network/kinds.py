"""What stands in the graph: node kinds, edge kinds (domain model, section 4.1), node ids."""

from enum import StrEnum


class NodeKind(StrEnum):
    """What a node stands for; ``MISSING`` is a record that others name and nobody has entered."""

    ACTOR = "actor"
    CONTACT = "contact"
    OFFER = "offer"
    LOCATION = "location"
    AREA = "area"
    NETWORK = "network"
    MEETING = "meeting"
    OBSERVATION = "observation"
    NEED = "need"
    ACTION_FIELD = "action_field"
    PROJECT = "project"
    SERVICE_CHAIN = "service_chain"
    CHAIN_LINK = "chain_link"
    OFFER_KIND = "offer_kind"
    TOPIC = "topic"
    TARGET_GROUP = "target_group"
    FIELD_OF_WORK = "field_of_work"
    MISSING = "missing"


class EdgeKind(StrEnum):
    """What an edge says, read from its source to its target."""

    RUNS = "runs"
    WORKS_AT = "works_at"
    RESPONSIBLE_FOR = "responsible_for"
    PROVIDES = "provides"
    IS_A = "is_a"
    UNDER = "under"
    AIMED_AT = "aimed_at"
    PART_OF = "part_of"
    TAKES_PLACE_IN = "takes_place_in"
    SERVES = "serves"
    LOCATED_IN = "located_in"
    IN_CHARGE_OF = "in_charge_of"
    BORDERS = "borders"
    ACTIVE_IN = "active_in"
    MEMBER_OF = "member_of"
    KNOWS = "knows"
    ATTENDED = "attended"
    REPORTS_TIE = "reports_tie"
    TIE = "tie"
    REFERS_TO = "refers_to"
    OBSERVES = "observes"
    GIVES_FEEDBACK = "gives_feedback"
    FOUNDS = "founds"
    CONCERNS = "concerns"
    COVERS = "covers"
    SENT_TO = "sent_to"
    LEADS_TO = "leads_to"
    LINK_OF = "link_of"
    HANDS_OVER = "hands_over"
    EXCHANGES_WITH = "exchanges_with"


SYMMETRIC = frozenset({EdgeKind.BORDERS, EdgeKind.TIE, EdgeKind.EXCHANGES_WITH})
"""Edges without a direction; they are stored once."""

HIERARCHY = frozenset({EdgeKind.UNDER, EdgeKind.PART_OF})
"""Edges from the narrower to the wider: offer kind to topic, group to group, area to area."""

VocabularyNode = tuple[NodeKind, str]
NodeId = str | VocabularyNode
"""The id of a record, or ``(NodeKind.TOPIC, "lernhilfe")`` for a row of a vocabulary."""
