"""Which record an entry becomes, and which of its fields name other entries by their key."""

from stk_graph import model
from stk_graph.model import Record

RECORDS: dict[str, type[Record]] = {
    "area": model.Area,
    "location": model.Location,
    "actor": model.Actor,
    "contact": model.Contact,
    "contact_role": model.ContactRole,
    "offer": model.Offer,
    "network": model.Network,
    "membership": model.Membership,
    "acquaintance": model.Acquaintance,
    "tie_report": model.TieReport,
    "pathway": model.Pathway,
    "chain": model.ServiceChain,
    "chain_link": model.ChainLink,
    "handover": model.Handover,
    "observation": model.Observation,
    "feedback": model.Feedback,
    "need": model.Need,
    "need_cover": model.NeedCover,
    "rating_round": model.RatingRound,
    "rating": model.Rating,
    "communication": model.Communication,
    "action_field": model.ActionField,
    "project": model.Project,
    "meeting": model.Meeting,
    "agenda_item": model.AgendaItem,
    "attendance": model.Attendance,
    "decision": model.Decision,
    "task": model.Task,
    "review": model.Review,
}

_AREA, _ACTOR, _CONTACT, _OFFER, _NEED = ("area",), ("actor",), ("contact",), ("offer",), ("need",)
_ANY: tuple[str, ...] = ()

REFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "area": {"parent": _AREA, "borders": _AREA},
    "location": {"actor": _ACTOR, "area": _AREA},
    "actor": {
        "parent": _ACTOR,
        "area": _AREA,
        "responsible_for": _AREA,
        "location": ("location",),
    },
    "contact": {"employer": _ACTOR, "deputy": _CONTACT},
    "contact_role": {
        "contact": _CONTACT,
        "actor": _ACTOR,
        "offer": _OFFER,
        "need": _NEED,
        "network": ("network",),
    },
    "offer": {
        "lead": _ACTOR,
        "partners": _ACTOR,
        "venues": ("location",),
        "area": _AREA,
        "catchment": _AREA,
        "origin": _NEED,
    },
    "network": {"areas": _AREA},
    "membership": {"network": ("network",), "actor": _ACTOR, "contact": _CONTACT},
    "acquaintance": {"from_contact": _CONTACT, "to_contact": _CONTACT},
    "tie_report": {"from_actor": _ACTOR, "to_actor": _ACTOR},
    "pathway": {"from_actor": _ACTOR, "to_actor": _ACTOR},
    "chain": {"need": _NEED},
    "chain_link": {"chain": ("chain",), "actor": _ACTOR, "offer": _OFFER},
    "handover": {
        "from_link": ("chain_link",),
        "to_link": ("chain_link",),
        "responsible": _ACTOR,
    },
    "observation": {"actor": _ACTOR, "area": _AREA},
    "feedback": {"observation": ("observation",), "actor": _ACTOR},
    "need": {"observations": ("observation",), "area": _AREA, "lead": _ACTOR},
    "need_cover": {"need": _NEED, "offer": _OFFER},
    "rating_round": {"meeting": ("meeting",)},
    "rating": {"need": _NEED, "round": ("rating_round",), "actor": _ACTOR},
    "communication": {"need": _NEED, "recipient": _ACTOR, "by": _ACTOR},
    "action_field": {"lead": _ACTOR, "needs": _NEED},
    "project": {"lead": _ACTOR, "needs": _NEED, "partners": _ACTOR},
    "meeting": {
        "network": ("network",),
        "host": _ACTOR,
        "chair": _ACTOR,
        "minutes_by": _ACTOR,
    },
    "agenda_item": {"meeting": ("meeting",), "links": _ANY},
    "attendance": {"meeting": ("meeting",), "contact": _CONTACT, "actor": _ACTOR},
    "decision": {"meeting": ("meeting",), "item": ("agenda_item",), "links": _ANY},
    "task": {"responsible": _ACTOR, "origin": _ANY},
    "review": {"offer_a": _OFFER, "offer_b": _OFFER, "meeting": ("meeting",), "by": _ACTOR},
}
"""Field → kinds of entries it may name; empty = any."""
