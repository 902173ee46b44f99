"""Measures the case search on labelled cases: success, safety, personal data, empty answers."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from db.demo import district
from stk_graph.case import CaseAnswer, Directory, Facts, answer, understand
from stk_graph.case.words_fit import WordsFit
from stk_graph.model import Actor, Area, Contact, ContactRole, Location, Offer, Record

DATA = Path(__file__).parents[1] / "data" / "cases"
TODAY = date(2026, 11, 24)


class LabelledCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case with the answer a professional expects.

    ``expect`` are offer kinds, best first; ``expect_offers`` beginnings of offer titles; ``safety``
    the flag; ``not_first`` kinds that must not lead the answer.
    """

    id: str
    text: str
    expect: list[str] = []
    expect_offers: list[str] = []
    occasions: list[str] = []
    not_first: list[str] = []
    safety: str | None = None
    contains_personal_data: bool = False


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured over ``cases`` cases; shares in 0 to 1, None where no case asks for it."""

    cases: int
    kind_at_1: float | None
    kind_at_3: float | None
    offer_at_1: float | None
    offer_at_3: float | None
    baseline_offer_at_1: float | None
    baseline_offer_at_3: float | None
    safety_recall: float | None
    safety_false_alarms: int
    personal_recall: float | None
    personal_false_alarms: int
    empty_answers: int
    without_safety_line: int
    wrong_first: int


def cases(name: str) -> list[LabelledCase]:
    """The cases of a file in tests/data/cases."""
    return msgspec.json.decode((DATA / name).read_bytes(), type=list[LabelledCase])


def directory_of(records: Sequence[Record]) -> Directory:
    """A directory that holds all of ``records``."""

    def by_id(kind: type[Any]) -> dict[str, Any]:
        return {record.id: record for record in records if type(record) is kind}

    return Directory(
        offers=tuple(by_id(Offer).values()),
        actors=by_id(Actor),
        contacts=by_id(Contact),
        roles=tuple(by_id(ContactRole).values()),
        areas=by_id(Area),
        locations=by_id(Location),
    )


def demo_directory() -> Directory:
    """The demo district as one directory."""
    return directory_of(district(TODAY))


def answered(case: LabelledCase, directory: Directory) -> CaseAnswer:
    """The answer the product gives."""
    understood = understand(case.text, Facts(), directory.areas.values())
    return answer(understood, directory, TODAY)


def _share(hits: Sequence[bool]) -> float | None:
    return round(sum(hits) / len(hits), 3) if hits else None


def _meets(title: str | None, case: LabelledCase) -> bool:
    return title is not None and title.startswith(tuple(case.expect_offers))


def _titles(found: CaseAnswer) -> list[str | None]:
    return [hit.offer.title if hit.offer is not None else None for hit in found.hits]


def _by_words(case: LabelledCase, directory: Directory) -> Sequence[str | None]:
    """The baseline: offers by the words they share with the case, nothing else."""
    understood = understand(case.text, Facts(), directory.areas.values())
    words = WordsFit(directory.offers, understood.stems)
    ordered = sorted(directory.offers, key=lambda offer: (-words.of(offer), offer.title))
    return [offer.title for offer in ordered]


def _among(found: Sequence[tuple[LabelledCase, Sequence[str | None]]], first: int) -> list[bool]:
    """For each case whether an expected offer is among the ``first`` titles."""
    return [any(_meets(title, case) for title in titles[:first]) for case, titles in found]


def measured(labelled: Sequence[LabelledCase], directory: Directory) -> Figures:
    """All figures over the cases."""
    answers = [(case, answered(case, directory)) for case in labelled]
    clean = [(case, found) for case, found in answers if not case.contains_personal_data]
    by_kind = [(case, [hit.kind for hit in found.hits]) for case, found in clean if case.expect]
    by_offer = [(case, _titles(found)) for case, found in clean if case.expect_offers]
    baseline = [(case, _by_words(case, directory)) for case, _found in by_offer]
    flagged = [(case, [flag.value for flag in found.understood.safety]) for case, found in clean]
    personal = [(case, bool(found.understood.personal)) for case, found in answers]
    return Figures(
        cases=len(answers),
        kind_at_1=_share([bool(kinds) and kinds[0] in case.expect[:3] for case, kinds in by_kind]),
        kind_at_3=_share([bool(set(kinds[:3]) & set(case.expect[:3])) for case, kinds in by_kind]),
        offer_at_1=_share(_among(by_offer, 1)),
        offer_at_3=_share(_among(by_offer, 3)),
        baseline_offer_at_1=_share(_among(baseline, 1)),
        baseline_offer_at_3=_share(_among(baseline, 3)),
        safety_recall=_share([case.safety in flags for case, flags in flagged if case.safety]),
        safety_false_alarms=sum(bool(flags) for case, flags in flagged if not case.safety),
        personal_recall=_share([seen for case, seen in personal if case.contains_personal_data]),
        personal_false_alarms=sum(
            seen for case, seen in personal if not case.contains_personal_data
        ),
        empty_answers=sum(not found.hits and not found.fallback for _case, found in clean),
        without_safety_line=sum(
            "110 / 112" not in found.safety_message for _case, found in answers
        ),
        wrong_first=sum(
            bool(found.hits) and found.hits[0].kind in case.not_first for case, found in clean
        ),
    )


def report() -> str:
    """The figures of all case files as JSON, one object by file name."""
    directory = demo_directory()
    names = sorted(path.name for path in DATA.glob("*_cases.json"))
    figures = {name: msgspec.structs.asdict(measured(cases(name), directory)) for name in names}
    return json.dumps(figures, indent=1)
