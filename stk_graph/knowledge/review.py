"""Reviews the sentences the weights are learned from: ``python -m stk_graph.knowledge.review``.

Every label must exist, every offer kind be written about often enough, no line be nearly another,
and hardly any raise an alarm for personal data. Needs numpy.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

from stk_graph.knowledge.examples import DANGERS
from stk_graph.knowledge.likely import HARMLESS
from stk_graph.knowledge.written import (
    REGISTERS,
    CaseSentence,
    OfferText,
    SafetySentence,
    case_sentences,
    offer_texts,
    safety_sentences,
)
from stk_graph.text.personal import personal_data
from stk_graph.vocabulary import occasions, offer_forms, offer_kinds, target_groups

ALIKE = 90.0
"""Percent of equal letters from which two lines count as one."""
LEAST_CASES = 60
LEAST_OFFERS = 30
"""So many lines an offer kind needs."""
LEAST_HINTS = 400
LEAST_LOOK_ALIKES = 400
"""So many hints at danger are needed, and so many sentences that only sound alike."""
FALSE_ALARMS = 0.01
"""The share of lines that may wrongly look like personal data; nobody in them is real."""
BLOCK = 512


def problems(cases: Sequence[CaseSentence], offers: Sequence[OfferText]) -> list[str]:
    """What is wrong with the lines, as sentences; empty if nothing is."""
    return [
        *_unknown_labels(cases, offers),
        *_too_few("cases", Counter(kind for case in cases for kind in case.kinds), LEAST_CASES),
        *_too_few("offers", Counter(offer.kind for offer in offers), LEAST_OFFERS),
        *_alike([case.text for case in cases]),
        *_alike([offer.text for offer in offers]),
        *_personal([case.text for case in cases]),
    ]


def problems_of_safety(sentences: Sequence[SafetySentence]) -> list[str]:
    """What is wrong with the hints and look-alikes, as sentences."""
    labels = {HARMLESS, *DANGERS}
    harmless = sum(sentence.label == HARMLESS for sentence in sentences)
    hints = len(sentences) - harmless
    return [
        *(
            problem
            for sentence in sentences
            for problem in (
                *_unknown("danger", [sentence.label], labels, sentence.text),
                *_unknown("register", [sentence.register], REGISTERS, sentence.text),
            )
        ),
        *([f"only {hints} hints, {LEAST_HINTS} are needed"] if hints < LEAST_HINTS else []),
        *(
            [f"only {harmless} look-alikes, {LEAST_LOOK_ALIKES} are needed"]
            if harmless < LEAST_LOOK_ALIKES
            else []
        ),
        *_alike([sentence.text for sentence in sentences]),
    ]


def balance(cases: Iterable[CaseSentence], offers: Iterable[OfferText]) -> str:
    """How many lines there are by writer, theme, register, and kind, rarest first."""
    told, typed = list(cases), list(offers)
    columns = {
        "cases by writer": Counter(case.writer for case in told),
        "cases by theme": Counter(case.theme for case in told),
        "cases by register": Counter(case.register for case in told),
        "cases by occasion": Counter(key for case in told for key in case.occasions),
        "cases by kind": Counter(kind for case in told for kind in case.kinds),
        "offers by writer": Counter(offer.writer for offer in typed),
        "offers by kind": Counter(offer.kind for offer in typed),
    }
    heads = [f"{len(told)} cases, {len(typed)} offers"]
    return "\n".join(heads + [f"{name}: {_counted(found)}" for name, found in columns.items()])


def _counted(found: Counter[str]) -> str:
    rarest = sorted(found.items(), key=lambda entry: (entry[1], entry[0]))
    return ", ".join(f"{key} {count}" for key, count in rarest)


def _unknown_labels(cases: Iterable[CaseSentence], offers: Iterable[OfferText]) -> Iterator[str]:
    for case in cases:
        yield from _unknown("offer kind", case.kinds, offer_kinds(), case.text)
        yield from _unknown("occasion", case.occasions, occasions(), case.text)
        yield from _unknown("register", [case.register], REGISTERS, case.text)
    for offer in offers:
        kinds = (offer.kind, *offer.not_kinds)
        yield from _unknown("offer kind", kinds, offer_kinds(), offer.title)
        yield from _unknown("target group", offer.target_groups, target_groups(), offer.title)
        yield from _unknown("form", [offer.form] if offer.form else [], offer_forms(), offer.title)


def _unknown(what: str, keys: Iterable[str], known: Iterable[str], text: str) -> Iterator[str]:
    for key in keys:
        if key not in set(known):
            yield f"unknown {what} {key!r}: {text}"


def _too_few(what: str, found: Counter[str], least: int) -> Iterator[str]:
    for kind in offer_kinds():
        if found[kind] < least:
            yield f"only {found[kind]} {what} of {kind}, {least} are needed"


def _alike(texts: Sequence[str]) -> Iterator[str]:
    """Pairs of lines with nearly the same letters."""
    for start in range(0, len(texts), BLOCK):
        block = texts[start : start + BLOCK]
        scores = process.cdist(
            block, texts[start:], scorer=fuzz.ratio, score_cutoff=ALIKE, workers=-1
        )
        for row, column in zip(*scores.nonzero(), strict=True):
            if column > row:
                yield f"nearly the same: {block[row]} / {texts[start + column]}"


def _personal(texts: Sequence[str]) -> Iterator[str]:
    seen = [text for text in texts if personal_data(text)]
    if len(seen) > FALSE_ALARMS * len(texts):
        yield f"{len(seen)} of {len(texts)} cases look like personal data:"
        yield from seen


def main() -> None:
    """Prints the balance and the problems; leaves with 1 if there are any."""
    cases, offers = list(case_sentences()), list(offer_texts())
    hints = list(safety_sentences())
    labels = _counted(Counter(sentence.label for sentence in hints))
    found = [*problems(cases, offers), *problems_of_safety(hints)]
    told = [balance(cases, offers), f"{len(hints)} safety sentences: {labels}"]
    sys.stdout.write("\n".join([*told, *found]) + "\n")
    raise SystemExit(1 if found else 0)


if __name__ == "__main__":
    main()
