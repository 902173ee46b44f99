"""One frozen Struct for each vocabulary file; the field names are the columns.

Keys are stable German ASCII; labels and terms may change. A cell with a list becomes a tuple, an
empty cell None, "yes", "no" and "unknown" a ``YesNo``.
"""

import msgspec

from stk_graph.model.enums import YesNo


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What every vocabulary row has: a key and a label in German and English."""

    key: str
    label_de: str
    label_en: str


class TopicRow(Row, frozen=True, kw_only=True):
    """A topic, parent of offer kinds."""


class SynonymRow(Row, frozen=True, kw_only=True):
    """The words that mean one key.

    ``kind`` is offer_kind, agency, actor_kind, network_kind, umbrella, target_group or holiday;
    ``broader`` the topic of an offer kind, the parent of a target group, else a parent key.
    """

    terms: tuple[str, ...]
    kind: str
    broader: str | None = None


class AmbiguousRow(msgspec.Struct, frozen=True, kw_only=True):
    """A term that does not decide alone.

    ``candidates`` and ``default_key`` are keys of synonyms.csv; no candidates = never a hit.
    ``resolve_by`` says to a person what decides.
    """

    term: str
    candidates: tuple[str, ...]
    default_key: str | None = None
    resolve_by: str = ""


class OccasionRow(Row, frozen=True, kw_only=True):
    """An occasion (Anlass) of the case picker.

    ``triggers`` are alternatives, each one or more word stems joined by ``+`` (all of them);
    ``contacts`` keys of offer kinds, best first; ``safety`` a value of ``Safety`` or None.
    """

    triggers: tuple[str, ...]
    contacts: tuple[str, ...]
    safety: str | None = None


class TargetGroupRow(Row, frozen=True, kw_only=True):
    """A target group with its usual ages in completed years, both inclusive.

    Only ``age_min`` = open upwards; both None = the group says nothing about age.
    """

    age_min: int | None = None
    age_max: int | None = None
    parent: str | None = None
    gender: str | None = None


class ActorKindRow(Row, frozen=True, kw_only=True):
    """A kind of institution; ``role`` (facility, agency, carrier) is a hint for pickers."""

    role: str
    synonym_key: str | None = None
    field_of_work: str | None = None


class FieldOfWorkRow(Row, frozen=True, kw_only=True):
    """A field of social work, explained to the others; ``legal_hint`` is display text only."""

    explanation_de: str
    typical_task_de: str
    legal_hint: str | None = None


class OfferFormRow(Row, frozen=True, kw_only=True):
    """How an offer works; ``overnight`` is its usual value and only good for a warning."""

    holiday: YesNo
    overnight: YesNo


class CooperationStageRow(Row, frozen=True, kw_only=True):
    """A stage of cooperation: its test question and the nearest level in the literature."""

    stage: int
    question_de: str | None = None
    question_en: str | None = None
    guideline_ref: str | None = None
    himmelman: str | None = None
    frey: str | None = None
    partner_vnl: str | None = None
    reis: str | None = None


class RecipientRow(Row, frozen=True, kw_only=True):
    """A kind of body a need can be told to; ``*`` in ``proposed_for_topics`` = always proposed."""

    actor_kinds: tuple[str, ...]
    proposed_for_topics: tuple[str, ...]


class ClosedSetRow(msgspec.Struct, frozen=True, kw_only=True):
    """The label of one value of a closed set; ``value`` as ``label_of_member`` reads it."""

    enum: str
    value: str
    label_de: str
    label_en: str


class SettingListRow(msgspec.Struct, frozen=True, kw_only=True):
    """A first value of a short list that a network widens in its settings."""

    list: str
    key: str
    label_de: str
    label_en: str


class CompoundHeadRow(msgspec.Struct, frozen=True, kw_only=True):
    """The last part of many compounds; ``offer`` = it names something that is offered."""

    head: str
    offer: YesNo


class CaseWordRow(msgspec.Struct, frozen=True, kw_only=True):
    """A noun that means something else in lower case."""

    word: str
    lower_case_meaning: str


class LanguageRow(Row, frozen=True, kw_only=True):
    """A language by its ISO 639 code, with the words people use for it."""

    terms: tuple[str, ...]
