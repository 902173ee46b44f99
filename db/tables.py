"""Which table holds which record, and which of its fields refer to other records."""

import msgspec

from stk_graph import model
from stk_graph.model import Record


class Link(msgspec.Struct, frozen=True):
    """An ordered list of references: the table that holds it and the kind of record it names.

    ``target`` None allows every kind. ``counted`` is for a dict of reference to number.
    """

    table: str
    target: type[Record] | None
    counted: bool = False


TABLES: dict[type[Record], str] = {
    model.Actor: "actor",
    model.Location: "location",
    model.Contact: "contact",
    model.ContactRole: "contact_role",
    model.Area: "area",
    model.Network: "network",
    model.Membership: "membership",
    model.Acquaintance: "acquaintance",
    model.Offer: "offer",
    model.Observation: "observation",
    model.Feedback: "feedback",
    model.Need: "need",
    model.NeedCover: "need_cover",
    model.RatingRound: "rating_round",
    model.Rating: "rating",
    model.Communication: "communication",
    model.ActionField: "action_field",
    model.Project: "project",
    model.TieReport: "tie_report",
    model.Pathway: "pathway",
    model.ServiceChain: "service_chain",
    model.ChainLink: "chain_link",
    model.Handover: "handover",
    model.Meeting: "meeting",
    model.AgendaItem: "agenda_item",
    model.Attendance: "attendance",
    model.Decision: "decision",
    model.Task: "task",
    model.Review: "review",
}
"""Every kind of record and its table."""

CLASSES: dict[str, type[Record]] = {table: cls for cls, table in TABLES.items()}
"""The way back: the kind of record of a table."""

LINKS: dict[type[Record], dict[str, Link]] = {
    model.Actor: {"responsible_for": Link("actor_responsible_for", model.Area)},
    model.Area: {"borders": Link("area_borders", model.Area)},
    model.Network: {"areas": Link("network_areas", model.Area)},
    model.Offer: {
        "partners": Link("offer_partners", model.Actor),
        "venues": Link("offer_venues", model.Location),
        "catchment": Link("offer_catchment", model.Area),
    },
    model.Need: {"observations": Link("need_observations", model.Observation)},
    model.RatingRound: {"dots": Link("rating_round_dots", model.Need, counted=True)},
    model.ActionField: {"needs": Link("action_field_needs", model.Need)},
    model.Project: {
        "needs": Link("project_needs", model.Need),
        "partners": Link("project_partners", model.Actor),
    },
    model.AgendaItem: {"links": Link("agenda_item_links", None)},
    model.Decision: {"links": Link("decision_links", None)},
    model.Review: {"by": Link("review_by", model.Actor)},
}
"""For each kind of record the fields that are lists of references."""

REFERENCES: dict[type[Record], dict[str, type[Record]]] = {
    model.Actor: {"parent": model.Actor, "area": model.Area, "location": model.Location},
    model.Location: {"actor": model.Actor, "area": model.Area},
    model.Contact: {"employer": model.Actor, "deputy": model.Contact},
    model.ContactRole: {
        "contact": model.Contact,
        "actor": model.Actor,
        "offer": model.Offer,
        "need": model.Need,
        "network": model.Network,
    },
    model.Area: {"parent": model.Area},
    model.Membership: {
        "network": model.Network,
        "actor": model.Actor,
        "contact": model.Contact,
    },
    model.Acquaintance: {"from_contact": model.Contact, "to_contact": model.Contact},
    model.Offer: {"lead": model.Actor, "area": model.Area, "origin": model.Need},
    model.Observation: {"actor": model.Actor, "area": model.Area},
    model.Feedback: {"observation": model.Observation, "actor": model.Actor},
    model.Need: {"area": model.Area, "lead": model.Actor},
    model.NeedCover: {"need": model.Need, "offer": model.Offer},
    model.RatingRound: {"meeting": model.Meeting},
    model.Rating: {"need": model.Need, "round": model.RatingRound, "actor": model.Actor},
    model.Communication: {"need": model.Need, "recipient": model.Actor, "by": model.Actor},
    model.ActionField: {"lead": model.Actor},
    model.Project: {"lead": model.Actor},
    model.TieReport: {"from_actor": model.Actor, "to_actor": model.Actor},
    model.Pathway: {"from_actor": model.Actor, "to_actor": model.Actor},
    model.ServiceChain: {"need": model.Need},
    model.ChainLink: {
        "chain": model.ServiceChain,
        "actor": model.Actor,
        "offer": model.Offer,
    },
    model.Handover: {
        "from_link": model.ChainLink,
        "to_link": model.ChainLink,
        "responsible": model.Actor,
    },
    model.Meeting: {
        "network": model.Network,
        "place": model.Actor,
        "host": model.Actor,
        "chair": model.Actor,
        "minutes_by": model.Actor,
    },
    model.AgendaItem: {"meeting": model.Meeting},
    model.Attendance: {
        "meeting": model.Meeting,
        "contact": model.Contact,
        "actor": model.Actor,
    },
    model.Decision: {"meeting": model.Meeting, "item": model.AgendaItem},
    model.Task: {"responsible": model.Actor},
    model.Review: {
        "offer_a": model.Offer,
        "offer_b": model.Offer,
        "meeting": model.Meeting,
    },
}
"""For each kind of record the fields that hold one reference; ``owner`` (Actor) all have."""

FREE_REFERENCES: dict[type[Record], tuple[str, ...]] = {model.Task: ("origin",)}
"""Fields that hold a reference to a record of any kind."""

LINK_TABLES: tuple[str, ...] = tuple(
    link.table for fields in LINKS.values() for link in fields.values()
)
KEPT_TABLES = ("source", "source_record", "note", "suggestion", "setting")
LOGGED_TABLES: tuple[str, ...] = (*CLASSES, *LINK_TABLES, *KEPT_TABLES)
"""Tables whose every change stands in the history and can be undone."""

HISTORY_TABLES = ("tx", "log", "cur", "erased", "export_log")
SEARCH_TABLES = ("doc", "doc_state", "doc_fts", "doc_terms", "doc_places")
DOCUMENT_TEXTS = ("title", "descr", "org", "person", "addr", "tg")
"""The folded texts of a document in the order of the columns of the full-text index."""

ALL_TABLES: tuple[str, ...] = (*LOGGED_TABLES, *HISTORY_TABLES, *SEARCH_TABLES)
"""Every table of the schema; a name that is not here is a slip of the pen."""
