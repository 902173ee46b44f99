"""What the pickers offer: keys and labels of a vocabulary, a closed set, or records."""

from collections.abc import Iterable
from enum import Enum

from db.read import Reader
from stk_graph.model import enums
from stk_graph.vocabulary import VOCABULARIES, label, offer_kinds
from stk_tui.session.rows import ROWS

Option = tuple[str, str]

CLOSED_SETS: dict[str, type[Enum]] = {
    "access": enums.Access,
    "actor_status": enums.ActorStatus,
    "area_type": enums.AreaType,
    "occupancy": enums.Occupancy,
    "offer_status": enums.OfferStatus,
    "visibility": enums.Visibility,
    "yes_no": enums.YesNo,
}

VOCABULARY_OF = {
    "actor_kinds": "actor_kind",
    "fields_of_work": "field_of_work",
    "languages": "language",
    "target_groups": "target_group",
    "occasions": "occasion",
}


def _by_label(options: Iterable[Option]) -> list[Option]:
    return sorted(options, key=lambda option: option[1].casefold())


def _members(kind: type[Enum]) -> list[Option]:
    return [(str(member.value), label(member)) for member in kind]


def options(read: Reader, source: str) -> list[Option]:
    """Keys and labels of ``source``: a vocabulary, a closed set, or the records of a kind.

    Closed sets keep their order, all else is in the order of the labels. Raises KeyError for a
    source that does not exist.
    """
    if source in CLOSED_SETS:
        return _members(CLOSED_SETS[source])
    if source == "offer_kinds":
        return _by_label((key, label(key, "offer_kind")) for key in offer_kinds())
    if source in VOCABULARY_OF:
        kind = VOCABULARY_OF[source]
        return _by_label((key, label(key, kind)) for key in VOCABULARIES[kind]())
    return _by_label((row.id, row.title) for row in ROWS[source](read))
