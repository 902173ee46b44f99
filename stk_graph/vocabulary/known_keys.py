"""Whether the vocabulary keys of a record exist."""

from collections.abc import Collection, Mapping

from stk_graph.language import N_, _
from stk_graph.model import (
    Actor,
    Need,
    Network,
    Observation,
    Offer,
    Pathway,
    Record,
    ServiceChain,
    Tie,
    TieReport,
)
from stk_graph.model.problems import Problem
from stk_graph.vocabulary.labels import VOCABULARIES

_ABOUT_A_NEED = {
    "target_groups": "target_group",
    "offer_kind": "offer_kind",
    "topic": "topic",
}

VOCABULARY_OF_FIELD: dict[type, dict[str, str]] = {
    Actor: {
        "kind": "actor_kind",
        "fields_of_work": "field_of_work",
        "umbrella": "umbrella",
        "recipient_kind": "recipient",
    },
    Offer: {
        "offer_kind": "offer_kind",
        "form": "offer_form",
        "target_groups": "target_group",
    },
    Network: {"kind": "network_kind", "scope": "target_group"},
    Observation: _ABOUT_A_NEED,
    Need: _ABOUT_A_NEED,
    TieReport: {"topic": "topic"},
    Tie: {"topic": "topic"},
    Pathway: {"topic": "topic"},
    ServiceChain: {"target_groups": "target_group", "topic": "topic"},
}
"""For each record the fields that hold keys, and the vocabulary they come from."""

LIST_NAMES = {
    "actor_kind": N_("Arten von Einrichtungen"),
    "field_of_work": N_("Arbeitsfelder"),
    "umbrella": N_("Verbände"),
    "recipient": N_("Arten von Stellen"),
    "offer_kind": N_("Angebotsarten"),
    "offer_form": N_("Angebotsformen"),
    "target_group": N_("Zielgruppen"),
    "network_kind": N_("Arten von Netzwerken"),
    "topic": N_("Themen"),
}


def unknown_keys(
    record: Record | Tie, added: Mapping[str, Collection[str]] | None = None
) -> list[Problem]:
    """A problem "unknown-value" for every vocabulary key of ``record`` that does not exist.

    ``added`` holds keys that the network's settings add, by the name of the vocabulary.
    """
    problems = []
    for field, vocabulary in VOCABULARY_OF_FIELD.get(type(record), {}).items():
        held = getattr(record, field)
        keys = (held,) if isinstance(held, str) else held or ()
        known = VOCABULARIES[vocabulary]()
        more = (added or {}).get(vocabulary, ())
        for key in keys:
            if key not in known and key not in more:
                values = {"value": key, "list": _(LIST_NAMES[vocabulary])}
                problems.append(Problem(field, "unknown-value", values))
    return problems
