"""The right contact for a case: understand the text, find, compare, rank, explain.

Pure functions: the caller loads a ``Directory`` (``wanted`` says what of it), nothing is stored.

    case = understand(text, Facts(), areas)
    result = answer(case, directory, today)
"""

from stk_graph.case.answer import answer
from stk_graph.case.answer_json import answer_json
from stk_graph.case.directory import Closeness, Directory, Wanted, WarmPath, wanted
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
    "Notice",
    "Understanding",
    "Wanted",
    "WarmPath",
    "answer",
    "answer_json",
    "safety_message",
    "understand",
    "wanted",
]
