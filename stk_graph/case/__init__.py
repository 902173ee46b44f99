"""The right contact for a case: understand the text, find, compare, rank, explain.

Pure functions: the caller loads a ``Directory`` (``wanted`` says what of it), nothing is stored.

    case = understand(text, Facts(), areas)
    result = answer(case, directory, today)

A caller with a large file asks ``matches`` about the words of the offers, loads what lies around
those, and asks ``best_contacts`` and, unless it ``is_enough``, ``with_lotsen``.
"""

from stk_graph.case.answer import answer, best_contacts, is_enough, with_lotsen
from stk_graph.case.answer_json import answer_json
from stk_graph.case.candidates import Match, matches
from stk_graph.case.directory import (
    Closeness,
    Directory,
    OfferWords,
    Wanted,
    WarmPath,
    wanted,
    wanted_of_lotsen,
)
from stk_graph.case.facts import AgeSpan, Facts, Understanding
from stk_graph.case.hits import CaseAnswer, Hit, Lotse, Notice
from stk_graph.case.safety import safety_message
from stk_graph.case.understand import understand
from stk_graph.safety_line import SAFETY_LINE

__all__ = [
    "SAFETY_LINE",
    "AgeSpan",
    "CaseAnswer",
    "Closeness",
    "Directory",
    "Facts",
    "Hit",
    "Lotse",
    "Match",
    "Notice",
    "OfferWords",
    "Understanding",
    "Wanted",
    "WarmPath",
    "answer",
    "answer_json",
    "best_contacts",
    "is_enough",
    "matches",
    "safety_message",
    "understand",
    "wanted",
    "wanted_of_lotsen",
    "with_lotsen",
]
