"""Safety: what must be said before any contact is shown (domain model, section 8.3)."""

from collections.abc import Mapping

from stk_graph.language import N_, _
from stk_graph.model.enums import Safety
from stk_graph.safety_line import SAFETY_LINE
from stk_graph.vocabulary import occasions

PINNED = (Safety.CHILD_PROTECTION, Safety.VIOLENCE, Safety.CRISIS)
"""Flags that put the contacts of their occasion on top, whatever the score."""
LEAST = 0.55

SENTENCES = {
    Safety.CHILD_PROTECTION: N_(
        "Anhaltspunkte für eine Gefährdung eines Kindes: Verfahren nach § 8a SGB VIII im "
        "eigenen Haus beginnen, die insoweit erfahrene Fachkraft hinzuziehen."
    ),
    Safety.VIOLENCE: N_(
        "Hinweise auf Gewalt: Bei akuter Gefahr 110. Die betroffene Person nur allein und"
        " vertraulich ansprechen."
    ),
    Safety.CRISIS: N_(
        "Hinweise auf eine akute Krise: Bei Lebensgefahr 112, sonst den Krisendienst "
        "anrufen. Die Person nicht allein lassen."
    ),
    Safety.URGENT: N_("Eilig: Hier zuerst anrufen, nicht schreiben."),
    Safety.CHILD_PROTECTION_HINT: N_(
        "Leben Kinder im Haushalt, das Wohl der Kinder mit bedenken: Beratung durch die "
        "insoweit erfahrene Fachkraft ist anonymisiert möglich."
    ),
    Safety.NOT_A_CASE: N_(
        "Das klingt nach einer Entwicklung im Stadtteil und nicht nach einem Einzelfall. "
        "Als Beobachtung festhalten?"
    ),
}


def safety_of(found: Mapping[str, float], *, urgent: bool) -> tuple[Safety, ...]:
    """The flags of the occasions, gravest first; an occasion counts from weight 0.55."""
    flags = {
        Safety(row.safety)
        for key, weight in found.items()
        if weight >= LEAST and (row := occasions().get(key)) is not None and row.safety
    }
    if urgent:
        flags.add(Safety.URGENT)
    if flags & set(PINNED):
        flags.discard(Safety.NOT_A_CASE)
    return tuple(flag for flag in Safety if flag in flags)


def safety_message(flags: tuple[Safety, ...]) -> str:
    """The sentences for the flags and always the safety line."""
    return " ".join([*(_(SENTENCES[flag]) for flag in flags), _(SAFETY_LINE)])


def pinned_kinds(understood: Mapping[str, float]) -> tuple[str, ...]:
    """Contacts of the occasions with a grave flag, best first."""
    kinds: list[str] = []
    for key, weight in understood.items():
        row = occasions().get(key)
        if row is not None and row.safety in PINNED and weight >= LEAST:
            kinds += [kind for kind in row.contacts if kind not in kinds]
    return tuple(kinds)
