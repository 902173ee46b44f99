"""Answers a case: candidates, gates, score, order, explanation (domain model, section 8)."""

from collections.abc import Mapping
from datetime import date

import msgspec

from stk_graph.case.candidates import Match, candidates, matches
from stk_graph.case.directory import Closeness, Directory, no_closeness
from stk_graph.case.facts import Understanding
from stk_graph.case.hits import CaseAnswer, Hit, Notice
from stk_graph.case.judge import Judge
from stk_graph.case.persons import Persons
from stk_graph.case.rank import lines
from stk_graph.case.safety import safety_message
from stk_graph.language import N_, _
from stk_graph.text.personal import PersonalKind

LIMIT = 10
ENOUGH_GOOD = 3

SEEN = {
    PersonalKind.NAME: N_("ein Name"),
    PersonalKind.DATE: N_("ein Datum"),
    PersonalKind.PHONE: N_("eine Telefonnummer"),
    PersonalKind.MAIL: N_("eine E-Mail-Adresse oder ein Konto im Netz"),
    PersonalKind.ADDRESS: N_("eine Adresse"),
    PersonalKind.FILE_NUMBER: N_("ein Aktenzeichen oder eine Kennnummer"),
    PersonalKind.IBAN: N_("eine Kontonummer"),
}


def answer(
    case: Understanding,
    directory: Directory,
    today: date,
    closeness: Closeness = no_closeness,
    limit: int = LIMIT,
) -> CaseAnswer:
    """The ranked contacts for a case, or the Lotsen; nothing but notices with personal data.

    ``closeness`` tells the way over acquaintances to a Contact.
    """
    matching = matches(case, directory.offers)
    found = best_contacts(case, directory, matching, today, closeness, limit)
    return found if is_enough(found) else with_lotsen(found, directory, today)


def best_contacts(  # noqa: PLR0913 - the arguments of an answer and what was found out before
    case: Understanding,
    directory: Directory,
    matching: Mapping[str, Match],
    today: date,
    closeness: Closeness = no_closeness,
    limit: int = LIMIT,
) -> CaseAnswer:
    """The ranked contacts among the offers that match, without Lotsen (see ``answer``)."""
    message = safety_message(case.safety)
    if case.personal:
        return CaseAnswer(
            understood=case, notices=(_personal_notice(case),), safety_message=message
        )
    judge = Judge(case, directory, today, closeness)
    judged = (judge.hit(candidate) for candidate in candidates(case, directory, matching))
    best = lines([hit for hit in judged if hit is not None], directory.actors, limit)
    return CaseAnswer(
        understood=case,
        hits=tuple(map(judge.explained, best)),
        notices=_notices(case, best),
        safety_message=message,
    )


def is_enough(found: CaseAnswer) -> bool:
    """Whether no Lotse has to be named: enough hits are good, or nothing was searched."""
    return bool(found.understood.personal) or sum(hit.good for hit in found.hits) >= ENOUGH_GOOD


def with_lotsen(found: CaseAnswer, directory: Directory, today: date) -> CaseAnswer:
    """The answer with the Lotsen of the directory who do not stand in it already."""
    from stk_graph.case.fallback import lotsen

    shown = frozenset(hit.line for hit in found.hits)
    ways = lotsen(directory, Persons(directory, today), found.understood.area, shown)
    return msgspec.structs.replace(found, fallback=ways)


def _personal_notice(case: Understanding) -> Notice:
    kinds = dict.fromkeys(finding.kind for finding in case.personal)
    seen = ", ".join(_(SEEN[kind]) for kind in kinds)
    message = _(
        "Im Text steht etwas, das auf eine Person hinweist: {seen}. Es wurde nicht gesucht und "
        "nichts behalten. Bitte ohne diese Angaben schildern; Alter, Klasse und Stadtteil genügen."
    )
    return Notice("personal_data", message.format(seen=seen))


def _notices(case: Understanding, hits: tuple[Hit, ...]) -> tuple[Notice, ...]:
    found = []
    if not case.offer_kinds:
        words = _("Aus dem Text wurde kein Anlass erkannt. Bitte einen Anlass auswählen.")
        found.append(Notice("not_understood", words))
    elif not hits:
        words = _("Dazu ist kein Angebot erfasst. Die Lotsen kennen weitere Wege.")
        found.append(Notice("nothing_recorded", words))
    return tuple(found)
