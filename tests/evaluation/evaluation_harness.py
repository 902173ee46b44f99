"""Measures the case search on labelled cases: success, safety, personal data, empty answers."""

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from db.demo import district, record_id
from stk_graph.case import CaseAnswer, Directory, Facts, Hit, Understanding, answer, understand
from stk_graph.case.safety import PINNED
from stk_graph.case.words_fit import WordsFit
from stk_graph.model import (
    Actor,
    Area,
    Contact,
    ContactRole,
    HolidayPeriod,
    Location,
    Offer,
    Record,
)
from stk_graph.times.holidays import calendar
from stk_graph.times.slots import parse_times
from stk_graph.vocabulary import offer_kinds

DATA = Path(__file__).parents[1] / "data" / "cases"
TODAY = date(2026, 11, 24)
GRAVE = {flag.value for flag in PINNED}
"""The flags that are an alarm; the others are remarks."""


class LabelledCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case with the answer a professional expects.

    ``expect`` are offer kinds, best first, or keys of demo offers; ``expect_offers`` beginnings of
    offer titles; ``safety`` the flag; ``not_first`` what must not lead the answer. ``facts`` are
    what a person states besides the text (age, area as demo key, language, when). ``held_out``
    cases are for measuring only, not for widening the knowledge.
    """

    id: str
    text: str
    expect: list[str] = []
    expect_offers: list[str] = []
    occasions: list[str] = []
    not_first: list[str] = []
    safety: str | None = None
    contains_personal_data: bool = False
    facts: dict[str, int | float | str] = {}
    held_out: bool = False

    def stated(self) -> Facts:
        """The facts as the product takes them."""
        age, area = self.facts.get("age"), self.facts.get("area")
        return Facts(
            age=None if age is None else float(age),
            area=None if area is None else record_id(str(area)),
            language=str(self.facts["language"]) if "language" in self.facts else None,
            when=parse_times(str(self.facts.get("when", ""))).slots,
        )

    def expects(self, offer: Offer | None) -> bool:
        """Whether the offer answers the case."""
        if offer is None:
            return False
        ids = {record_id(key) for key in self.expect}
        begun = tuple(self.expect_offers)
        return offer.id in ids or (bool(begun) and offer.title.startswith(begun))


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
    return answer(understood(case, directory), directory, TODAY)


def understood(case: LabelledCase, directory: Directory) -> Understanding:
    """What the product takes the case to mean."""
    return understand(case.text, case.stated(), directory.areas.values(), TODAY, holidays)


@cache
def holidays() -> tuple[HolidayPeriod, ...]:
    """The school holidays around the day of the evaluation."""
    return calendar("HE", range(TODAY.year - 1, TODAY.year + 3))


def _share(hits: Sequence[bool]) -> float | None:
    return round(sum(hits) / len(hits), 3) if hits else None


def _offers(found: CaseAnswer) -> list[Offer | None]:
    return [hit.offer for hit in found.hits]


def _by_words(case: LabelledCase, directory: Directory) -> Sequence[Offer | None]:
    """The baseline: offers by the words they share with the case, nothing else."""
    words = WordsFit(directory.offers, understood(case, directory).stems)
    return sorted(directory.offers, key=lambda offer: (-words.of(offer), offer.title))


def _among(found: Sequence[tuple[LabelledCase, Sequence[Offer | None]]], first: int) -> list[bool]:
    """For each case whether an expected offer is among the ``first`` ones."""
    return [any(case.expects(offer) for offer in offers[:first]) for case, offers in found]


def _is_wrong(case: LabelledCase, hit: Hit) -> bool:
    ids = {record_id(key) for key in case.not_first}
    return hit.kind in case.not_first or (hit.offer is not None and hit.offer.id in ids)


def measured(labelled: Sequence[LabelledCase], directory: Directory) -> Figures:
    """All figures over the cases."""
    answers = [(case, answered(case, directory)) for case in labelled]
    clean = [(case, found) for case, found in answers if not case.contains_personal_data]
    known = set(offer_kinds())
    by_kind = [
        (case, [hit.kind for hit in found.hits])
        for case, found in clean
        if case.expect and known.issuperset(case.expect)
    ]
    by_offer = [
        (case, _offers(found))
        for case, found in clean
        if case.expect_offers or not known.issuperset(case.expect)
    ]
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
        safety_false_alarms=sum(
            bool(GRAVE & set(flags)) for case, flags in flagged if not case.safety
        ),
        personal_recall=_share([seen for case, seen in personal if case.contains_personal_data]),
        personal_false_alarms=sum(
            seen for case, seen in personal if not case.contains_personal_data
        ),
        empty_answers=sum(not found.hits and not found.fallback for _case, found in clean),
        without_safety_line=sum(
            "110 / 112" not in found.safety_message for _case, found in answers
        ),
        wrong_first=sum(
            bool(found.hits) and _is_wrong(case, found.hits[0]) for case, found in clean
        ),
    )


def case_sets() -> dict[str, list[LabelledCase]]:
    """The cases by file name; the held-out ones of a file stand apart."""
    found: dict[str, list[LabelledCase]] = {}
    for path in sorted(DATA.glob("*_cases.json")):
        for case in cases(path.name):
            name = f"{path.stem} (held out)" if case.held_out else path.stem
            found.setdefault(name, []).append(case)
    return found


def report() -> str:
    """The figures of all case sets as JSON, one object by name."""
    directory = demo_directory()
    figures = {
        name: msgspec.structs.asdict(measured(found, directory))
        for name, found in case_sets().items()
    }
    return json.dumps(figures, indent=1)
