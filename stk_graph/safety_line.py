"""The line that is on the screen before anything else is known (domain model, section 8.3).

It stands by itself so that a screen can show it without loading what answers a case.
"""

from stk_graph.language import N_

SAFETY_LINE = N_(
    "Akute Gefahr: 110 / 112. Verdacht auf Kindeswohlgefährdung: Verfahren nach § 8a SGB VIII im "
    "eigenen Haus; Beratung durch insoweit erfahrene Fachkraft (§ 8b SGB VIII, § 4 KKG) – "
    "anonymisiert möglich."
)
