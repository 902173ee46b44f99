"""Records of the network as frozen msgspec Structs; everything else is built from them."""

from stk_graph.model.actors import (
    Acquaintance,
    Actor,
    Area,
    Consent,
    Contact,
    ContactRole,
    Location,
    Membership,
    Network,
)
from stk_graph.model.base import Phone, Record, Verified
from stk_graph.model.cooperation import (
    ChainLink,
    Handover,
    Pathway,
    ServiceChain,
    Tie,
    TieReport,
)
from stk_graph.model.ids import is_id, new_id
from stk_graph.model.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    Review,
    Task,
)
from stk_graph.model.needs import (
    ActionField,
    Communication,
    Feedback,
    Figure,
    Milestone,
    Need,
    NeedCover,
    Observation,
    Project,
    Rating,
    RatingRound,
)
from stk_graph.model.offers import Offer
from stk_graph.model.problems import Invalid, Problem
from stk_graph.model.times import HolidayPeriod, Period, TimeSlot

__all__ = [
    "Acquaintance",
    "ActionField",
    "Actor",
    "AgendaItem",
    "Area",
    "Attendance",
    "ChainLink",
    "Communication",
    "Consent",
    "Contact",
    "ContactRole",
    "Decision",
    "Feedback",
    "Figure",
    "Handover",
    "HolidayPeriod",
    "Invalid",
    "Location",
    "Meeting",
    "Membership",
    "Milestone",
    "Need",
    "NeedCover",
    "Network",
    "Observation",
    "Offer",
    "Pathway",
    "Period",
    "Phone",
    "Problem",
    "Project",
    "Rating",
    "RatingRound",
    "Record",
    "Review",
    "ServiceChain",
    "Task",
    "Tie",
    "TieReport",
    "TimeSlot",
    "Verified",
    "is_id",
    "new_id",
]
