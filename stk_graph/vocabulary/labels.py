"""The word a person reads for a key or an enum value, in the user's language."""

from collections.abc import Callable, Mapping
from enum import Enum, IntEnum
from typing import Protocol

from stk_graph.language import language
from stk_graph.vocabulary import load
from stk_graph.vocabulary.kinds_of_offer import offer_kinds


class Labelled(Protocol):
    """A row with a German and an English label."""

    @property
    def label_de(self) -> str: ...

    @property
    def label_en(self) -> str: ...


VOCABULARIES: dict[str, Callable[[], Mapping[str, Labelled]]] = {
    "offer_kind": offer_kinds,
    "topic": load.topics,
    "target_group": load.target_groups,
    "actor_kind": load.actor_kinds,
    "field_of_work": load.fields_of_work,
    "offer_form": load.offer_forms,
    "recipient": load.recipients,
    "occasion": load.occasions,
    "cooperation_stage": load.cooperation_stages,
    "umbrella": load.umbrellas,
    "network_kind": load.network_kinds,
    "synonym": load.synonyms,
    "language": load.languages,
}
"""The vocabularies by the name that ``label`` and ``unknown_keys`` use, looked up in this order."""


def value_of_member(member: Enum) -> str:
    """The value of an enum member as closed_sets.csv writes it: numbers by their name."""
    return member.name.lower() if isinstance(member, IntEnum) else str(member.value)


def label(key: str | Enum, kind: str | None = None) -> str:
    """The label of an enum member or of a vocabulary key in the user's language.

    ``kind`` names the vocabulary (a key of ``VOCABULARIES``); without it the first one that knows
    the key answers. A key that no vocabulary knows, as in a file of a newer version, is its own
    label. Raises KeyError for a ``kind`` that does not exist.
    """
    row = _row(key, kind)
    if row is None:
        return value_of_member(key) if isinstance(key, Enum) else key
    return row.label_de if language() == "de" else row.label_en


def _row(key: str | Enum, kind: str | None) -> Labelled | None:
    if isinstance(key, Enum):
        return load.closed_sets().get((type(key).__name__, value_of_member(key)))
    if kind is not None:
        return VOCABULARIES[kind]().get(key)
    found = (vocabulary().get(key) for vocabulary in VOCABULARIES.values())
    return next((row for row in found if row is not None), None)
